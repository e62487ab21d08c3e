/**
 * One opening of the library's file, from its checks to its closing: everything that works on it, and what runs beside.
 * A restored backup begins another one.
 */
import { availableParallelism } from 'node:os';
import type { AppInfo, JobSnapshot, ProblemData } from '../contract/model';
import { Problem } from '../contract/problem';
import { openSearch } from '../search/open-search';
import type { Database } from '../store/database';
import { deleteEmptyEditions } from '../store/editions';
import { isDatabaseWhole, openDatabase } from '../store/open-database';
import type { OpenedDatabase } from '../store/open-database';
import { PARSER_VERSION } from '../text/parse-briefing';
import { exportLibrary } from './export-library';
import { createHandlers } from './handlers';
import type { SessionOperation, Tell } from './handlers';
import { createImports } from './import-job';
import { importPaths } from './import-paths';
import { rememberImports } from './interrupted-imports';
import { keepIndexTrue } from './keep-index-true';
import { createJobs } from './jobs';
import type { ImportPathsOptions, LibraryOptions } from './library-handle';
import { createParser, createParserThreads } from './parser';
import { problemOf } from './problem-of';
import { createQuiet } from './quiet';
import { importSample } from './sample';
import { scheduleBackups } from './schedule-backups';
import { flaggedArticles } from './search-library';
import { createArticleReader } from './searchable-articles';
import { watchFolders } from './watch-folders';
import { watchForeignChanges } from './watch-foreign-changes';
import { HOST_LOST } from './worker-messages';

/** By the first drop the parser's model is read. */
const WARM_AFTER_QUIET_MILLISECONDS = 1000;
/** Reading a large library from end to end takes a processor for seconds. */
const CHECK_AFTER_MILLISECONDS = 5000;

export interface Session {
  /** Why the library could not be opened; then everything but `app.info` rejects with it. */
  readonly problem: ProblemData | null;
  /** `input` has been checked. @throws Problem, or an error nobody foresaw */
  answer(name: SessionOperation, input: unknown): Promise<unknown>;
  importPaths(paths: readonly string[], options: ImportPathsOptions): Promise<JobSnapshot>;
  exportTo(folder: string): Promise<JobSnapshot>;
  /** May be called twice. */
  close(): Promise<void>;
}

/** Never rejects. */
export async function openSession(path: string, options: LibraryOptions, tell: Tell): Promise<Session> {
  const info: AppInfo = {
    version: options.version,
    parserVersion: PARSER_VERSION,
    host: options.host,
    platform: options.platform,
    library: path,
    savesPdf: options.host === 'electron',
    problem: null,
  };
  let database: Database | undefined;
  try {
    const opened = await openDatabase(path);
    database = opened.database;
    return await runSession(opened, info, options, tell);
  } catch (error) {
    await database?.close().catch(() => {});
    return refuseAll({ ...info, problem: problemOf(error, options.log) });
  }
}

async function runSession(
  { database, isNew, unchecked }: OpenedDatabase,
  opening: AppInfo,
  options: LibraryOptions,
  tell: Tell,
): Promise<Session> {
  const { log } = options;
  let info = opening;
  const report = (error: unknown) => problemOf(error, log);
  const closing = new AbortController();
  const jobs = createJobs((snapshot) => {
    index?.heardOf(snapshot);
    tell('job', snapshot);
  });
  const quiet = createQuiet();
  let index: ReturnType<typeof keepIndexTrue> | undefined;
  const search = await openSearch({
    database,
    articles: createArticleReader(database),
    flagged: (flag) => flaggedArticles(database, flag),
    onRebuildNeeded: () => index?.rebuild(),
  });
  const parser = options.parser
    ? createParserThreads(options.parser, options.resources, log, availableParallelism())
    : await createParser(options.resources, log);
  const desk = { database, search, parser };
  const changed = (edition: number) => tell('library.changed', { editions: [edition] });
  const memory = rememberImports(database, report);
  const imports = createImports(desk, jobs, memory, { changed, problemOf: report });
  const watching = await watchFolders(desk, imports, () => closing.signal.aborted, report, options.watchTimes);
  const handlers = createHandlers({ ...desk, watching, jobs, imports, memory, info: () => info, tell, problemOf: report });
  await deleteEmptyEditions(database);
  await importSample(desk, imports, isNew, options.seeds);
  index = keepIndexTrue(search, jobs, quiet, closing.signal, report);
  const endWarming = quiet.after(WARM_AFTER_QUIET_MILLISECONDS, () => parser.warm());
  const stopBackups = scheduleBackups(database, report);
  const stopWatching = watchForeignChanges(database, async () => {
    await search.refresh();
    tell('library.changed', { editions: null });
  });

  /** What can still be read is read; the reader is told, and may put a backup in its place. */
  async function checkAfterOpening(): Promise<void> {
    if (await isDatabaseWhole(database.path)) return;
    info = { ...info, problem: { code: 'library-damaged', values: { path: database.path } } };
    tell('library.changed', { editions: null });
  }
  let checking: Promise<unknown> = Promise.resolve();
  const plannedCheck = setTimeout(() => {
    if (unchecked) checking = checkAfterOpening().catch(report);
  }, CHECK_AFTER_MILLISECONDS).unref();

  /** What has been asked and not answered yet: the file stays open until it is. */
  const asked = new Set<Promise<unknown>>();
  async function answer(name: SessionOperation, input: unknown): Promise<unknown> {
    if (closing.signal.aborted) throw Problem.from(HOST_LOST);
    quiet.disturb();
    const answered = (handlers[name] as (input: unknown) => Promise<unknown>)(input);
    asked.add(answered);
    try {
      return await answered;
    } finally {
      asked.delete(answered);
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    endWarming();
    clearTimeout(plannedCheck);
    watching.stop();
    await stopWatching();
    await stopBackups();
    await jobs.close();
    await Promise.allSettled(asked);
    // What was being answered may have begun one more.
    await jobs.close();
    await watching.stopped();
    await memory.close();
    await parser.close();
    await index?.stopped();
    await checking;
    await database.close();
  }
  let closed: Promise<void> | undefined;

  return {
    problem: null,
    answer,
    importPaths: (paths, options) => importPaths(desk, imports, paths, options),
    exportTo: (folder) => exportLibrary(database, folder, jobs.open('export', null)),
    close: () => (closed ??= close()),
  };
}

function refuseAll(info: AppInfo & { readonly problem: ProblemData }): Session {
  const refuse = () => Promise.reject(Problem.from(info.problem));
  return {
    problem: info.problem,
    answer: (name) => (name === 'app.info' ? Promise.resolve(info) : refuse()),
    importPaths: refuse,
    exportTo: refuse,
    close: async () => {},
  };
}
