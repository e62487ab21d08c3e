/** Writes everything out in open formats: the original files, the articles as JSON and Markdown, and what the reader added. */
import { access, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Article, EditionId, JobSnapshot } from '../contract/model';
import { CONFIRMED_RULE } from '../contract/model';
import { Problem } from '../contract/problem';
import { bookmarksOfSource } from '../store/bookmarks';
import { correctionsOfSource } from '../store/corrections';
import type { Database } from '../store/database';
import { listEditions, listTrash, readEdition } from '../store/editions';
import type { StoredEdition } from '../store/editions';
import { readPosition } from '../store/positions';
import { readSettings } from '../store/settings';
import { readBytes, sourcesOfEdition } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { articleMarkdown } from './article-markdown';
import { EXPORT_FORMAT, EXPORT_VERSION, MANIFEST } from './export-form';
import type { ExportedEdition, ExportManifest } from './export-form';
import type { Job } from './jobs';
import { comparePages } from './page-order';
import { editionContents } from './read-edition';

/**
 * Writes into a folder that is not there yet; it appears under its name only when everything is in it.
 * @throws Problem not-allowed {path} (something is there), library-unwritable, disk-full {path}
 */
export async function exportLibrary(database: Database, folder: string, job: Job): Promise<JobSnapshot> {
  const partial = `${folder}.partial`;
  try {
    if (await exists(folder)) throw new Problem('not-allowed', { path: folder });
    await rm(partial, { recursive: true, force: true });
    await mkdir(join(partial, 'originals'), { recursive: true });
    const all = [...(await listEditions(database)), ...(await listTrash(database))];
    job.update({ total: all.length });
    const editions: ExportedEdition[] = [];
    for (const [index, { id }] of all.entries()) {
      if (job.signal.aborted) break;
      const exported = await exportEdition(database, id, index + 1, partial);
      if (exported) editions.push(exported);
      job.update({ done: index + 1 });
    }
    if (job.signal.aborted) await rm(partial, { recursive: true, force: true });
    else {
      const manifest: ExportManifest = {
        format: EXPORT_FORMAT,
        version: EXPORT_VERSION,
        exportedAt: new Date().toISOString(),
        settings: await readSettings(database),
        editions,
      };
      await writeFile(join(partial, MANIFEST), asJson(manifest));
      await rename(partial, folder);
    }
    job.finish(job.signal.aborted ? 'cancelled' : 'done');
    return await job.finished;
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => {});
    const told = problemOfDisk(error, folder);
    if (told instanceof Problem) job.outcome({ kind: 'failed', name: folder, problem: told.data }, 0);
    job.finish('failed');
    throw told;
  }
}

/**
 * A name for an export that nothing in the folder has yet; nothing is made.
 * @throws Problem folder-missing {path} where there is no such folder
 */
export async function newFolderIn(folder: string): Promise<string> {
  const isFolder = isAbsolute(folder) && (await stat(folder).catch(() => null))?.isDirectory();
  if (!isFolder) throw new Problem('folder-missing', { path: folder });
  const name = join(folder, `newsroom-library-${new Date().toISOString().slice(0, 10)}`);
  let path = name;
  for (let count = 2; await exists(path); count += 1) path = `${name}-${count}`;
  return path;
}

interface Gathered {
  readonly edition: StoredEdition;
  readonly sources: readonly StoredSource[];
  readonly contents: readonly Article[];
  readonly exported: ExportedEdition;
}

async function exportEdition(database: Database, id: EditionId, number: number, folder: string): Promise<ExportedEdition | null> {
  const gathered = await database.snapshot(() => gather(database, id, number));
  if (!gathered) return null;
  const { edition, sources, contents, exported } = gathered;
  for (const [index, file] of exported.files.entries()) {
    const bytes = await readBytes(database, sources[index]?.id ?? 0);
    if (bytes) await writeFile(join(folder, file.original), bytes);
  }
  const [paper, date] = [edition.paper.value, edition.date.value];
  const name = [numbered(number), date, paper].filter((part) => part !== null).join(' ');
  // Who reads the articles there is not given what the reader threw away.
  const { trashedAt } = edition;
  const articles = join(folder, trashedAt === null ? 'articles' : 'trash', safeName(name));
  await mkdir(articles, { recursive: true });
  const facts = { paper: edition.paper, date: edition.date, ...(trashedAt === null ? {} : { trashedAt }) };
  await writeFile(join(articles, 'edition.json'), asJson({ ...facts, articles: contents }));
  for (const [index, article] of contents.entries()) {
    const title = safeName(`${numbered(index + 1)} ${article.headline ?? article.paragraphs[0]?.text ?? article.kind}`);
    await writeFile(join(articles, `${title}.md`), articleMarkdown(article, paper, date));
  }
  return exported;
}

async function gather(database: Database, id: EditionId, number: number): Promise<Gathered | null> {
  const edition = await readEdition(database, id);
  if (!edition) return null;
  const sources = [...(await sourcesOfEdition(database, id))].sort(comparePages);
  const position = await readPosition(database, id);
  const positionFile = sources.findIndex((source) => source.id === position?.source);
  const files: ExportedEdition['files'] = [];
  for (const [index, source] of sources.entries()) {
    const marks = await bookmarksOfSource(database, source.id);
    const changes = await correctionsOfSource(database, source.id);
    files.push({
      original: `originals/${safeName(`${numbered(number)}-${numbered(index + 1)} ${source.name}`)}`,
      sha256: source.sha256,
      name: source.name,
      path: source.path,
      encoding: source.encoding,
      encodingConfirmed: source.encodingJudgement.rule === CONFIRMED_RULE,
      page: source.page.judgement.rule === CONFIRMED_RULE ? source.page.value : null,
      importedAt: source.importedAt,
      bookmarks: marks.map(({ offset, quote, createdAt }) => ({ offset, quote, createdAt })),
      corrections: changes.map(({ offset, quote, change, createdAt }) => ({ offset, quote, change, createdAt })),
    });
  }
  const exported: ExportedEdition = {
    paper: edition.paper.judgement.rule === CONFIRMED_RULE ? edition.paper.value : null,
    date: edition.date.judgement.rule === CONFIRMED_RULE ? edition.date.value : null,
    importedAt: edition.importedAt,
    openedAt: edition.openedAt,
    trashedAt: edition.trashedAt,
    position:
      position && positionFile >= 0
        ? {
            file: positionFile,
            offset: position.offset,
            quote: position.quote,
            progress: position.progress,
            savedAt: position.savedAt,
          }
        : null,
    files,
  };
  return { edition, sources, exported, contents: await editionContents(database, id, sources) };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function numbered(number: number): string {
  return String(number).padStart(4, '0');
}

/** Fit for every file system: no reserved signs, no dot or space at the end, short enough with its number in UTF-8 (255 bytes). */
export function safeName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are among the reserved ones
  const clean = name.replace(/[\u0000-\u001f<>:"/\\|?*\u007f]/g, '_');
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  const stem = Array.from(clean.slice(0, clean.length - extension.length))
    .slice(0, 48)
    .join('');
  return stem.replace(/[. ]+$/, '') + extension || '_';
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function problemOfDisk(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new Problem('disk-full', { path }, { cause: error });
  const denied = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'ENOENT'];
  return denied.includes(String(error.code)) ? new Problem('library-unwritable', { path }, { cause: error }) : error;
}
