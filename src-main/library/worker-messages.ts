/** What goes between `startLibrary` and its worker. */
import type { ProblemData } from '../contract/model';
import type { EventName, Events, OperationName } from '../contract/operations';
import type { Reply } from '../contract/problem';
import type { ImportPathsOptions, LibraryOptions, LogEntry } from './library-handle';

export type WorkerOptions = Omit<LibraryOptions, 'log' | 'parser'>;

export type Request =
  | { readonly kind: 'call'; readonly id: number; readonly name: OperationName; readonly input: unknown }
  | { readonly kind: 'import-paths'; readonly id: number; readonly paths: readonly string[]; readonly options: ImportPathsOptions }
  | { readonly kind: 'export'; readonly id: number; readonly folder: string }
  | { readonly kind: 'close'; readonly id: number };

export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: EventName; readonly value: Events[EventName] }
  | { readonly kind: 'log'; readonly entry: LogEntry };

export const HOST_LOST: ProblemData = { code: 'host-lost' };
