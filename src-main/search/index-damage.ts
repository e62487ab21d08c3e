/** Tells an index that cannot be used (to be built anew) from a library that cannot (to be reported). */
import { Problem } from '../contract/problem';
import type { IndexDatabase } from './search';

export class IndexDamage extends Error {
  constructor(cause: unknown) {
    super('the search index cannot be used', { cause });
    this.name = 'IndexDamage';
  }
}

/** What says something of the disk or of another process, and would not go away with a new index. */
const NOT_OURS = new Set(['library-busy', 'library-unwritable', 'disk-full']);

async function watch<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && NOT_OURS.has(error.data.code)) throw error;
    throw new IndexDamage(error);
  }
}

/** The same database; a statement on it that fails for reasons of the index rejects with `IndexDamage`. Only for search's own tables. */
export function watchForDamage(database: IndexDatabase): IndexDatabase {
  return {
    all: (sql, parameters) => watch(database.all(sql, parameters)),
    get: (sql, parameters) => watch(database.get(sql, parameters)),
    run: (sql, parameters) => watch(database.run(sql, parameters)),
    exec: (sql) => watch(database.exec(sql)),
    // Work inside may read the library's tables too, whose failures are its own.
    transaction: (work) => database.transaction(work),
    snapshot: (work) => database.snapshot(work),
  };
}
