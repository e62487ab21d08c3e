/**
 * The library at work: every operation of the contract, answered from the store, the parser and the search index.
 * Not for SQL (store/), for reading text (text/), or for transport (hosts/).
 */
import { join } from 'node:path';
import * as v from 'valibot';
import type { JobSnapshot, ProblemData } from '../contract/model';
import { operations } from '../contract/operations';
import type { Events, Input } from '../contract/operations';
import type { Reply } from '../contract/problem';
import { listBackups, makeBackup, restoreBackup } from '../store/backups';
import { LIBRARY_FILE } from '../store/open-database';
import { createChangeGatherer } from './gather-changes';
import type { Tell } from './handlers';
import { isOver } from './jobs';
import type { EventHandler, LibraryHandle, LibraryOptions } from './library-handle';
import { problemOf } from './problem-of';
import { openSession } from './session';

/** Opens or makes the library in `options.directory`, in this thread. Never rejects: see `LibraryHandle`. */
export async function openLibrary(options: LibraryOptions): Promise<LibraryHandle> {
  const handlers = new Set<EventHandler>();
  const send: Tell = (event, value) => {
    for (const handler of handlers) handler(event, value);
  };
  const changes = createChangeGatherer((change) => send('library.changed', change));
  const tell: Tell = (event, value) => {
    if (event === 'library.changed') return changes.add(value as Events['library.changed']);
    // Whoever hears that a job is over may look at once.
    if (event === 'job' && isOver(value as JobSnapshot)) changes.flush();
    send(event, value);
  };
  const path = join(options.directory, LIBRARY_FILE);
  let session = openSession(path, options, tell);
  await session;

  /** The session ends before the file is replaced, and another begins with the new one whether or not that went well. */
  async function restore(name: string): Promise<void> {
    const old = await session;
    const replaced = (async () => {
      await old.close();
      if (old.problem === null) await makeBackup(path, 'before-restore');
      await restoreBackup(path, name);
    })();
    session = replaced.then(
      () => openSession(path, options, tell),
      () => openSession(path, options, tell),
    );
    await replaced;
    await session;
    tell('library.changed', { editions: null });
  }

  return {
    async call(name, input) {
      const checked = v.safeParse(operations[name].input, input);
      if (!checked.success) return refusal({ code: 'bad-input', values: { field: v.getDotPath(checked.issues[0]) ?? '' } });
      try {
        if (name === 'backup.list') return { ok: true, value: await listBackups(path) };
        if (name === 'backup.restore') {
          await restore((checked.output as Input<'backup.restore'>).name);
          return { ok: true, value: null };
        }
        return { ok: true, value: await (await session).answer(name, checked.output) };
      } catch (error) {
        return refusal(problemOf(error, options.log));
      }
    },
    listen(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    importPaths: async (paths, options = {}) => (await session).importPaths(paths, options),
    exportTo: async (folder) => (await session).exportTo(folder),
    async close() {
      await (await session).close();
      changes.flush();
      handlers.clear();
    },
  };
}

function refusal(problem: ProblemData): Reply<unknown> {
  return { ok: false, problem };
}
