/** One handler for each operation of the contract. Each says which use case answers; none holds SQL or parsing. */
import type * as v from 'valibot';
import { DEFAULT_SETTINGS } from '../contract/model';
import type { AppInfo, JobId, ProblemData, Settings } from '../contract/model';
import type { Events, EventName, OperationName, Operations, Output } from '../contract/operations';
import { Problem } from '../contract/problem';
import { libraryContents, makeBackup } from '../store/backups';
import { confirmFact, readEdition } from '../store/editions';
import type { Database } from '../store/database';
import { readSettings, writeSettings } from '../store/settings';
import { storyHeadsOfEdition } from '../store/stories';
import { correctPage, emptyTrash, moveSources, takeBack, throwAway } from './arrange-editions';
import { addBookmark, bookmarks, keepPosition, markPosition, removeBookmark } from './bookmarks';
import type { Imports } from './import-job';
import { exportArticles } from './export-articles';
import { exportLibrary, newFolderIn } from './export-library';
import { importAgain, importPaths } from './import-paths';
import type { ImportMemory } from './interrupted-imports';
import { checkLibrary } from './check-library';
import { addCorrection, corrections, lastCorrection, removeCorrection } from './corrections';
import type { Desk } from './desk';
import type { Jobs } from './jobs';
import { keepOpened, lastOpened } from './opened';
import { openEdition, shelf, trashed } from './read-edition';
import { openSource } from './read-source';
import { countOutdated, rereadLibrary } from './reread-library';
import { rereadSource } from './reread-source';
import { markEdition, searchLibrary } from './search-library';
import { readSearchable } from './searchable-articles';
import { createSimilarFinder } from './similar-articles';
import type { FolderWatch } from './watch-folders';

/** The others are answered by `openLibrary` itself, also where the library cannot be opened. */
export type SessionOperation = Exclude<OperationName, 'backup.list' | 'backup.restore'>;

export type Handlers = {
  readonly [Name in SessionOperation]: (input: v.InferOutput<Operations[Name]['input']>) => Promise<Output<Name>>;
};

export interface Workplace extends Desk {
  readonly jobs: Jobs;
  readonly imports: Imports;
  readonly memory: ImportMemory;
  readonly watching: FolderWatch;
  info(): AppInfo;
  readonly tell: Tell;
  /** Logs what nobody foresaw. */
  readonly problemOf: (error: unknown) => ProblemData;
}

export type Tell = <Name extends EventName>(event: Name, value: Events[Name]) => void;

export function createHandlers(place: Workplace): Handlers {
  const { database, search, jobs, imports, memory, watching, tell, problemOf } = place;
  const similar = createSimilarFinder(database);
  const changed = (edition: number) => tell('library.changed', { editions: [edition] });

  return {
    'app.info': async () => place.info(),
    'settings.read': () => currentSettings(database),
    'settings.write': async (settings) => {
      await writeSettings(database, settings);
      return currentSettings(database);
    },

    'edition.latest': () => lastOpened(database),
    'library.editions': () => shelf(database),
    'edition.read': ({ edition }) => openEdition(database, edition),
    'edition.opened': ({ edition, inArticle }) => keepOpened(database, edition, inArticle),
    'edition.correct': async ({ edition, paper, date }) => {
      await database.transaction(async () => {
        if (!(await readEdition(database, edition))) throw new Problem('not-found', { edition });
        if (paper !== undefined) await confirmFact(database, edition, 'paper', paper);
        if (date !== undefined) await confirmFact(database, edition, 'date', date);
        await search.add(await readSearchable(database, await storyHeadsOfEdition(database, edition)));
      });
      changed(edition);
      return openEdition(database, edition);
    },
    'edition.trash': async ({ edition }) => {
      await throwAway(place, edition);
      changed(edition);
      return null;
    },
    'edition.restore': async ({ edition }) => {
      await takeBack(place, edition);
      changed(edition);
      return null;
    },
    'trash.list': () => trashed(database),
    'trash.empty': async ({ editions }) => {
      await emptyTrash(place, editions);
      tell('library.changed', { editions });
      return null;
    },
    'source.move': async ({ moves }) => {
      const { undo, editions } = await moveSources(place, moves);
      tell('library.changed', { editions });
      return undo;
    },
    'source.correct': async ({ source, page }) => {
      const edition = await correctPage(place, source, page);
      changed(edition);
      return { edition };
    },
    'source.read': ({ source }) => openSource(database, source),
    'source.reread': async ({ source, encoding }) => {
      const edition = await rereadSource(place, source, encoding);
      changed(edition);
      return { edition };
    },

    'correction.list': ({ source }) => corrections(database, source),
    'correction.latest': ({ edition }) => lastCorrection(database, edition),
    'correction.add': async ({ place: where, change }) => {
      const corrected = await addCorrection(place, where, change);
      changed(corrected.edition);
      return corrected;
    },
    'correction.remove': async ({ correction, withEarlier = false }) => {
      const corrected = await removeCorrection(place, correction, withEarlier);
      changed(corrected.edition);
      return corrected;
    },

    'library.outdated': async () => ({ sources: await countOutdated(place) }),
    'library.reread': async () => ({ job: await rereadLibrary(place, jobs, { changed, problemOf }) }),
    'library.check': async () => {
      const check = await checkLibrary(place);
      if (check.files.length > 0) tell('library.changed', { editions: null });
      return check;
    },
    'library.contents': () => libraryContents(database),
    'library.export': async ({ folder }) => {
      const path = await newFolderIn(folder);
      const job = jobs.open('export', null);
      void exportLibrary(database, path, job).catch(problemOf);
      return { job: job.id, path };
    },
    'backup.make': () => makeBackup(database.path, 'asked'),

    'import.open': async ({ total }) => ({ job: imports.open(total) }),
    'import.add': async ({ job, files }) => {
      await imports.add(job, files);
      return null;
    },
    'import.refuse': async ({ job, name, path, reason }) => {
      imports.refuse(job, { name, path, refused: { code: reason, values: { name } } });
      return null;
    },
    'import.again': async ({ files, encoding }) => {
      const origins = files.map(({ job, outcome }) => imports.originOf(job, outcome));
      return { job: importAgain(imports, origins, encoding, problemOf) };
    },
    'import.close': async ({ job }) => {
      // Not waited for: the job says itself when it is done.
      void imports.close(job);
      return null;
    },
    'import.interrupted': () => memory.interrupted(),
    'import.resume': async ({ import: id }) => {
      const cutShort = (await memory.interrupted()).find((one) => one.id === id);
      if (!cutShort || cutShort.paths.length === 0) throw new Problem('not-found', { import: id });
      const { paths, encoding, startedAt } = await memory.take(id);
      const job = await new Promise<JobId>((opened, failed) => {
        importPaths(place, imports, paths, { encoding: encoding ?? undefined, opened, since: startedAt }).catch(failed);
      });
      return { job };
    },
    'import.forget': async ({ import: id }) => {
      await memory.take(id);
      return null;
    },
    'job.list': async () => jobs.list(),
    'job.cancel': async ({ job }) => {
      jobs.cancel(job);
      return null;
    },
    'job.pause': async ({ job }) => {
      jobs.pause(job);
      return null;
    },
    'job.resume': async ({ job }) => {
      jobs.resume(job);
      return null;
    },

    // Only a host has a dialog; one that has answers before it comes here.
    'folder.choose': () => Promise.reject(new Problem('not-allowed')),
    'pdf.save': () => Promise.reject(new Problem('not-allowed')),

    'watch.list': () => watching.list(),
    'watch.add': ({ path }) => watching.add(path),
    'watch.remove': ({ path }) => watching.remove(path),
    'library.similar': (input) => similar.find(input),

    'article.export': async (input) => ({ pieces: await exportArticles(database, input) }),

    'position.save': ({ edition, place, progress }) => keepPosition(database, edition, place, progress),
    'position.mark': async ({ edition, position }) => {
      const before = await markPosition(database, edition, position);
      changed(edition);
      return before;
    },
    'bookmark.list': () => bookmarks(database),
    'bookmark.add': ({ place }) => addBookmark(database, place),
    'bookmark.remove': ({ bookmark }) => removeBookmark(database, bookmark),

    'search.query': (input) => searchLibrary(database, search, input),
    'search.suggest': ({ text, limit }) => search.suggest(text, limit),
    'search.marks': (input) => markEdition(database, search, input),
  };
}

async function currentSettings(database: Database): Promise<Settings> {
  return { ...DEFAULT_SETTINGS, ...(await readSettings(database)) };
}
