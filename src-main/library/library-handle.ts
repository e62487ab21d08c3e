/**
 * What a host holds of a library: the same four functions whether it runs in this thread or in a worker.
 * Types only; not for opening (library.ts) or starting (start-library.ts).
 */
import type { JobSnapshot } from '../contract/model';
import type { EventName, Events, OperationName } from '../contract/operations';
import type { Reply } from '../contract/problem';

export interface WatchTimes {
  /** Milliseconds that a file must lie in a watched folder unchanged to count as written. */
  readonly settled: number;
  /** Milliseconds between looks while nothing is heard of a folder; longer where a look takes long. */
  readonly again: number;
}

export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
  /** The same reference that an `unexpected` problem carries to the reader. */
  readonly reference?: string;
  readonly stack?: string;
}

export type Log = (entry: LogEntry) => void;

export interface LibraryOptions {
  /** Folder that holds `library.sqlite`; made if it is missing. */
  readonly directory: string;
  /** Folder with `language-model.bin`; the parser does without where the file is absent. */
  readonly resources: string;
  /** Folder whose files become the sample edition of a library made just now; null for none. */
  readonly seeds: string | null;
  readonly host: 'electron' | 'web';
  readonly version: string;
  /** What `app.info` tells the page, as in `process.platform`. */
  readonly platform: string;
  /** For tests, which do not wait for minutes. */
  readonly watchTimes?: WatchTimes;
  readonly log: Log;
  /** The built `library-worker` entry, to parse in a thread of its own; without it parsing takes turns with everything else. */
  readonly parser?: URL | string;
}

export type EventHandler = (event: EventName, value: Events[EventName]) => void;

/**
 * A library at work. If the file could not be opened the handle still answers: `app.info` reports the problem
 * and every other call fails with it.
 */
export interface LibraryHandle {
  /** Never rejects. `input` is checked against the operation's schema; `Uint8Array`s in it are handed over, not copied. */
  call(operation: OperationName, input: unknown): Promise<Reply<unknown>>;
  /** Hands on every event until the returned function is called. */
  listen(handler: EventHandler): () => void;
  /** Imports files and folders (recursive, sorted), or an exported library, and resolves with the finished job. Rejects with a `Problem` only where no job could be opened. */
  importPaths(paths: readonly string[], options?: ImportPathsOptions): Promise<JobSnapshot>;
  /**
   * Writes the original files, the articles as JSON and Markdown, and what the reader added into a folder that is not there yet; `importPaths`
   * of that folder takes it all back. Rejects with a `Problem`: not-allowed where something stands there, library-unwritable, disk-full.
   */
  exportTo(folder: string): Promise<JobSnapshot>;
  /** Ends running jobs after the file at hand, then closes the database. */
  close(): Promise<void>;
}

export interface ImportPathsOptions {
  readonly encoding?: 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';
  /** The reader named them to the host and wants to see them: pages open what comes in. */
  readonly awaited?: true;
}
