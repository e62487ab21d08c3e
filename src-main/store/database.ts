/**
 * The SQLite file behind promises: one connection that writes, one that reads what is committed, one for reads that must agree among themselves.
 * The only importer of the driver. Knows nothing of tables (migrations/, one file per kind of record).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import sqlite3 from 'sqlite3';
import { Problem } from '../contract/problem';
import { problemOfDriver } from './driver-problem';

export type SqlValue = string | number | bigint | boolean | Uint8Array | null;

export interface RunResult {
  readonly changes: number;
  readonly lastId: number;
}

/** Rejects with a `Problem` (library-busy, library-damaged, library-unwritable, disk-full) or the driver's error for a fault in the SQL. */
export interface Database {
  readonly path: string;
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  get<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>;
  run(sql: string, parameters?: readonly SqlValue[]): Promise<RunResult>;
  exec(sql: string): Promise<void>;
  /**
   * Runs `work` in one write transaction, after those asked for before it; rolls back if it rejects.
   * Every call made while `work` runs and by `work` belongs to the transaction; a transaction within it joins it.
   */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` on one unchanging picture of what was committed when it began. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
  /** A number that changes whenever another process has written to the file. */
  foreignChanges(): Promise<number>;
  close(): Promise<void>;
}

export type OpenMode = 'read' | 'write';

export interface Connection {
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  run(sql: string, parameters?: readonly SqlValue[]): Promise<RunResult>;
  exec(sql: string): Promise<void>;
  /** Overwrites everything in this database with what is in the file, in one transaction. */
  copyFrom(path: string): Promise<void>;
  close(): Promise<void>;
}

/** SQLite's online backup (sqlite.org/backup.html), which the driver has and its types lack. */
interface BackupHandle {
  step(pages: number, callback: (error: Error | null, completed: boolean) => void): void;
  finish(callback: () => void): void;
}
type BackupMaker = (
  path: string,
  destination: string,
  source: string,
  fileIsDestination: boolean,
  callback: (error: Error | null) => void,
) => BackupHandle;

/** Long enough to outlast another process's transaction of one file; then `library-busy`. */
const BUSY_MILLISECONDS = 15_000;
const STATEMENTS_KEPT = 128;

/** `read` never creates the file and never writes to it. */
export function openConnection(path: string, mode: OpenMode): Promise<Connection> {
  const flags = mode === 'read' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
  return new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(path, flags | sqlite3.OPEN_FULLMUTEX, (error) => {
      if (error) return reject(problemOfDriver(error, path));
      handle.configure('busyTimeout', BUSY_MILLISECONDS);
      resolve(connectionOf(handle, path));
    });
  });
}

interface Prepared {
  readonly statement: sqlite3.Statement;
  fault?: Error;
  /** Calls made before the statement was prepared: the driver drops them without a word where it cannot be. Null afterwards. */
  refusals: ((error: Error) => void)[] | null;
}

function connectionOf(handle: sqlite3.Database, path: string): Connection {
  const statements = new Map<string, Prepared>();

  function prepared(sql: string): Prepared {
    const known = statements.get(sql);
    if (known) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const fresh: Prepared = {
      // Calls on a statement that could not be prepared are told only that it is gone: the reason is kept for them.
      statement: handle.prepare(sql, (error: Error | null) => {
        const { refusals } = fresh;
        fresh.refusals = null;
        if (!error) return;
        fresh.fault = error;
        const told = failure(sql, fresh, error);
        for (const refuse of refusals ?? []) refuse(told);
      }),
      refusals: [],
    };
    statements.set(sql, fresh);
    if (statements.size > STATEMENTS_KEPT) for (const oldest of [...statements.keys()].slice(0, 1)) drop(oldest);
    return fresh;
  }

  function drop(sql: string): void {
    const old = statements.get(sql);
    statements.delete(sql);
    if (old && !old.fault) old.statement.finalize();
  }

  function failure(sql: string, failed: Prepared, error: Error): Error {
    if (statements.get(sql) === failed) drop(sql);
    return problemOfDriver(failed.fault ?? error, path);
  }

  return {
    all(sql, parameters = []) {
      return new Promise((resolve, reject) => {
        const asked = prepared(sql);
        asked.refusals?.push(reject);
        asked.statement.all(parameters, (error: Error | null, rows: never[]) =>
          error ? reject(failure(sql, asked, error)) : resolve(rows),
        );
      });
    },
    run(sql, parameters = []) {
      return new Promise((resolve, reject) => {
        const asked = prepared(sql);
        asked.refusals?.push(reject);
        asked.statement.run(parameters, function onRun(this: sqlite3.RunResult, error: Error | null) {
          if (error) reject(failure(sql, asked, error));
          else resolve({ changes: this.changes, lastId: this.lastID });
        });
      });
    },
    exec(sql) {
      return new Promise((resolve, reject) => {
        handle.exec(sql, (error) => (error ? reject(problemOfDriver(error, path)) : resolve()));
      });
    },
    async copyFrom(from) {
      const backup = await new Promise<BackupHandle>((resolve, reject) => {
        const make = (handle as unknown as { readonly backup: BackupMaker }).backup.bind(handle);
        const made: BackupHandle = make(from, 'main', 'main', false, (error) =>
          error ? reject(problemOfDriver(error, path)) : resolve(made),
        );
      });
      const wait = Date.now() + BUSY_MILLISECONDS;
      try {
        // All pages in one step: readers elsewhere see either what was or what is.
        while (!(await stepBackup(backup, path)))
          if (Date.now() > wait) throw new Problem('library-busy', { path });
          else await new Promise((resolve) => setTimeout(resolve, 50));
      } finally {
        await new Promise<void>((resolve) => backup.finish(resolve));
      }
    },
    async close() {
      for (const sql of statements.keys()) drop(sql);
      await new Promise<void>((resolve, reject) => {
        handle.close((error) => (error ? reject(problemOfDriver(error, path)) : resolve()));
      });
    },
  };
}

/** Whether everything was copied; false where another process holds the file. */
function stepBackup(backup: BackupHandle, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    backup.step(-1, (error, completed) => (error ? reject(problemOfDriver(error, path)) : resolve(completed)));
  });
}

/**
 * Joins a writing and two reading connections into one database. All must be open on `path`, in WAL mode. Snapshots have a connection of their own:
 * a read beside one must see what was committed just now, and not the snapshot's picture of it.
 */
export function joinConnections(path: string, writer: Connection, reader: Connection, snapshots: Connection): Database {
  const ambient = new AsyncLocalStorage<Scope>();
  const writing = createQueue();
  const reading = createQueue();

  /** The connection whose transaction the caller belongs to; work that outlives its transaction belongs to none. */
  function current(): Connection | undefined {
    const scope = ambient.getStore();
    return scope?.open ? scope.connection : undefined;
  }

  async function within<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    const scope: Scope = { connection, open: true };
    try {
      return await ambient.run(scope, work);
    } finally {
      scope.open = false;
    }
  }

  function transaction<T>(work: () => Promise<T>): Promise<T> {
    if (current() === writer) return work();
    return writing(async () => {
      await writer.run('BEGIN IMMEDIATE');
      try {
        const result = await within(writer, work);
        await writer.run('COMMIT');
        return result;
      } catch (error) {
        // SQLite has already rolled back after some errors (disk full); a second rollback then fails, and the first error is the one to tell.
        await writer.run('ROLLBACK').catch(() => {});
        throw error;
      }
    });
  }

  return {
    path,
    all: (sql, parameters) => (current() ?? reader).all(sql, parameters),
    async get<Row>(sql: string, parameters?: readonly SqlValue[]) {
      // The driver's own `get` leaves the statement standing on its row, which would pin an old picture of the file.
      return (await (current() ?? reader).all<Row>(sql, parameters))[0];
    },
    run(sql, parameters) {
      const connection = current();
      return connection ? connection.run(sql, parameters) : writing(() => writer.run(sql, parameters));
    },
    exec(sql) {
      const connection = current();
      return connection ? connection.exec(sql) : writing(() => writer.exec(sql));
    },
    transaction,
    snapshot(work) {
      if (current()) return work();
      return reading(async () => {
        await snapshots.run('BEGIN');
        try {
          return await within(snapshots, work);
        } finally {
          await snapshots.run('COMMIT').catch(() => {});
        }
      });
    },
    foreignChanges: () =>
      // Asked of the writer, so that its own transactions do not count (sqlite.org/pragma.html#pragma_data_version).
      writing(async () => (await writer.all<{ data_version: number }>('PRAGMA data_version'))[0]?.data_version ?? 0),
    async close() {
      await writing(async () => {});
      await reading(async () => {});
      await snapshots.close();
      await reader.close();
      await writer.close();
    },
  };
}

interface Scope {
  readonly connection: Connection;
  open: boolean;
}

type Queue = <T>(work: () => Promise<T>) => Promise<T>;

function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}
