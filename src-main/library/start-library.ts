/** Runs a library in a worker thread, so that parsing, indexing and the database never block a window. */
import { Worker } from 'node:worker_threads';
import type { JobSnapshot } from '../contract/model';
import type { OperationName } from '../contract/operations';
import { Problem } from '../contract/problem';
import type { Reply } from '../contract/problem';
import type { EventHandler, ImportPathsOptions, LibraryHandle, LibraryOptions } from './library-handle';
import { HOST_LOST } from './worker-messages';
import type { Message, Request, WorkerOptions } from './worker-messages';

export interface StartOptions extends Omit<LibraryOptions, 'parser'> {
  /** The built `library-worker` entry. */
  readonly worker: URL | string;
}

type Asked = { [Kind in Request['kind']]: Omit<Extract<Request, { kind: Kind }>, 'id'> }[Request['kind']];

/**
 * Resolves once the library is open, or once it is known that it cannot be (see `LibraryHandle`).
 * @throws Problem host-lost where the worker itself does not start
 */
export async function startLibrary({ worker: entry, log, ...options }: StartOptions): Promise<LibraryHandle> {
  const workerData: WorkerOptions = options;
  const worker = new Worker(entry, { workerData, name: 'library' });
  const handlers = new Set<EventHandler>();
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let nextId = 1;
  let lost = false;

  worker.on('error', (error) =>
    log({ level: 'error', message: `the library's thread failed: ${error.message}`, stack: error.stack ?? '' }),
  );
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      lost = true;
      for (const answer of waiting.values()) answer({ ok: false, problem: HOST_LOST });
      waiting.clear();
      resolve();
    });
  });

  await new Promise<void>((resolve, reject) => {
    const failed = (cause?: unknown) => reject(new Problem('host-lost', undefined, { cause }));
    worker.once('error', failed);
    worker.once('exit', failed);
    worker.on('message', (message: Message) => {
      switch (message.kind) {
        case 'ready':
          worker.off('error', failed);
          worker.off('exit', failed);
          resolve();
          break;
        case 'reply':
          waiting.get(message.id)?.(message.reply);
          waiting.delete(message.id);
          break;
        case 'event':
          for (const handler of handlers) handler(message.event, message.value);
          break;
        case 'log':
          log(message.entry);
          break;
      }
    });
  });

  function ask(asked: Asked, transfer: readonly ArrayBuffer[] = []): Promise<Reply<unknown>> {
    if (lost) return Promise.resolve({ ok: false, problem: HOST_LOST });
    return new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      worker.postMessage({ ...asked, id } satisfies Request, [...transfer]);
    });
  }

  return {
    call: (name: OperationName, input: unknown) => ask({ kind: 'call', name, input }, name === 'import.add' ? ownBuffers(input) : []),
    listen(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    importPaths: async (paths: readonly string[], options: ImportPathsOptions = {}) =>
      jobOf(await ask({ kind: 'import-paths', paths, options })),
    exportTo: async (folder: string) => jobOf(await ask({ kind: 'export', folder })),
    async close() {
      await ask({ kind: 'close' });
      await exited;
      handlers.clear();
    },
  };
}

function jobOf(reply: Reply<unknown>): JobSnapshot {
  if (!reply.ok) throw Problem.from(reply.problem);
  return reply.value as JobSnapshot;
}

/** Buffers that hold the bytes of one file and nothing else may change hands; a slice of a shared one is copied. */
function ownBuffers(input: unknown): readonly ArrayBuffer[] {
  const files = (input as { readonly files?: unknown } | null)?.files;
  if (!Array.isArray(files)) return [];
  const buffers = new Set<ArrayBuffer>();
  for (const file of files as readonly ({ readonly bytes?: unknown } | null)[]) {
    const bytes = file?.bytes;
    if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) continue;
    if (bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength) buffers.add(bytes.buffer);
  }
  return [...buffers];
}
