/**
 * The library at work: every operation of the contract, answered from the store, the parser and the search index.
 * Not for SQL (store/), for reading text (text/), or for transport (hosts/).
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { AppInfo, ProblemData } from '../contract/model';
import { operations } from '../contract/operations';
import type { EventName, Events, OperationName } from '../contract/operations';
import { Problem } from '../contract/problem';
import type { Reply } from '../contract/problem';
import { openSearch } from '../search/open-search';
import type { Database } from '../store/database';
import { LIBRARY_FILE, openDatabase } from '../store/open-database';
import { loadLanguageModel } from '../text/language/language-model';
import type { LanguageModel } from '../text/language/language-model';
import { PARSER_VERSION } from '../text/parse-briefing';
import { createHandlers } from './handlers';
import { createImports } from './import-job';
import { importPaths } from './import-paths';
import { createJobs } from './jobs';
import type { EventHandler, LibraryHandle, LibraryOptions, Log } from './library-handle';
import { importSample } from './sample';
import { flaggedArticles } from './search-library';
import { createArticleReader } from './searchable-articles';
import { watchForeignChanges } from './watch-foreign-changes';

/** Opens or makes the library in `options.directory`, in this thread. Never rejects: see `LibraryHandle`. */
export async function openLibrary(options: LibraryOptions): Promise<LibraryHandle> {
  const path = join(options.directory, LIBRARY_FILE);
  const info: AppInfo = {
    version: options.version,
    parserVersion: PARSER_VERSION,
    host: options.host,
    platform: options.platform,
    library: path,
    problem: null,
  };
  let database: Database | undefined;
  try {
    const opened = await openDatabase(path);
    database = opened.database;
    return await runLibrary(database, opened.isNew, info, options);
  } catch (error) {
    await database?.close().catch(() => {});
    return refuseAll({ ...info, problem: problemOf(error, options.log) });
  }
}

async function runLibrary(database: Database, isNew: boolean, info: AppInfo, options: LibraryOptions): Promise<LibraryHandle> {
  const { log } = options;
  const handlers = new Set<EventHandler>();
  const tell = <Name extends EventName>(event: Name, value: Events[Name]) => {
    for (const handler of handlers) handler(event, value);
  };

  const search = await openSearch({
    database,
    articles: createArticleReader(database),
    flagged: (flag) => flaggedArticles(database, flag),
  });
  const desk = { database, search, language: await readLanguageModel(options.resources, log) };
  const jobs = createJobs((snapshot) => tell('job', snapshot));
  const imports = createImports(desk, jobs, {
    changed: (edition) => tell('library.changed', { editions: [edition] }),
    problemOf: (error) => problemOf(error, log),
  });
  const answer = createHandlers({ ...desk, jobs, imports, info, tell, report: (error) => void problemOf(error, log) });
  const stopWatching = watchForeignChanges(database, async () => {
    await search.refresh();
    tell('library.changed', { editions: null });
  });

  await importSample(database, imports, isNew, options.seeds);
  const closing = new AbortController();
  const rebuilding = search.state() === 'rebuilding' ? rebuildIndex() : Promise.resolve();

  async function rebuildIndex(): Promise<void> {
    const job = jobs.open('reindex', null);
    const signal = AbortSignal.any([job.signal, closing.signal]);
    try {
      await search.rebuild(({ done, total }) => job.update({ done, total }), signal);
      job.finish(signal.aborted ? 'cancelled' : 'done');
    } catch (error) {
      if (!signal.aborted) problemOf(error, log);
      job.finish(signal.aborted ? 'cancelled' : 'failed');
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await stopWatching();
    await jobs.close();
    await rebuilding;
    await database.close();
    handlers.clear();
  }
  let closed: Promise<void> | undefined;

  return {
    call: (name, input) => reply(name, input, answer[name] as (input: unknown) => Promise<unknown>, log),
    listen(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    importPaths: (paths, { encoding } = {}) => importPaths(imports, paths, encoding),
    close: () => (closed ??= close()),
  };
}

async function reply(name: OperationName, input: unknown, handle: (input: unknown) => Promise<unknown>, log: Log): Promise<Reply<unknown>> {
  const checked = v.safeParse(operations[name].input as v.GenericSchema, input);
  if (!checked.success) return { ok: false, problem: { code: 'bad-input', values: { field: v.getDotPath(checked.issues[0]) ?? '' } } };
  try {
    return { ok: true, value: await handle(checked.output) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, log) };
  }
}

/** What may be told of an error. Those nobody foresaw go to the log, under a reference that the reader can quote. */
function problemOf(error: unknown, log: Log): ProblemData {
  if (error instanceof Problem) {
    if (error.cause instanceof Error) log({ level: 'warning', message: error.message, stack: error.cause.stack ?? error.cause.message });
    return error.data;
  }
  const reference = randomBytes(4).toString('hex');
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  log({ level: 'error', message, reference, ...(stack === undefined ? {} : { stack }) });
  return { code: 'unexpected', reference };
}

async function readLanguageModel(resources: string, log: Log): Promise<LanguageModel | null> {
  try {
    return loadLanguageModel(await readFile(join(resources, 'language-model.bin')));
  } catch (error) {
    log({ level: 'warning', message: `no language model: ${error instanceof Error ? error.message : String(error)}` });
    return null;
  }
}

/** The handle of a library that could not be opened. */
function refuseAll(info: AppInfo & { readonly problem: ProblemData }): LibraryHandle {
  return {
    call: async (name) => (name === 'app.info' ? { ok: true, value: info } : { ok: false, problem: info.problem }),
    listen: () => () => {},
    importPaths: () => Promise.reject(Problem.from(info.problem)),
    close: async () => {},
  };
}
