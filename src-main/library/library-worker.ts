/** The worker thread that a library lives in: hands requests to it, and its answers, events and log entries back. */
import { parentPort, workerData } from 'node:worker_threads';
import { assertNever, Problem } from '../contract/problem';
import type { Reply } from '../contract/problem';
import { openLibrary } from './library';
import type { LibraryHandle } from './library-handle';
import { HOST_LOST } from './worker-messages';
import type { Message, Request, WorkerOptions } from './worker-messages';

const port = parentPort;
if (!port) throw new Error('the library worker runs as a worker thread only');

const send = (message: Message) => port.postMessage(message);
const options = workerData as WorkerOptions;
const library = await openLibrary({ ...options, log: (entry) => send({ kind: 'log', entry }) });
library.listen((event, value) => send({ kind: 'event', event, value }));
port.on('message', (request: Request) => void serve(request));
send({ kind: 'ready' });

async function serve(request: Request): Promise<void> {
  const reply = await answer(library, request);
  send({ kind: 'reply', id: request.id, reply });
  if (request.kind === 'close') port?.close();
}

async function answer(library: LibraryHandle, request: Request): Promise<Reply<unknown>> {
  try {
    switch (request.kind) {
      case 'call':
        return await library.call(request.name, request.input);
      case 'import-paths':
        return { ok: true, value: await library.importPaths(request.paths, request.options) };
      case 'export':
        return { ok: true, value: await library.exportTo(request.folder) };
      case 'close':
        await library.close();
        return { ok: true, value: null };
      default:
        return assertNever(request);
    }
  } catch (error) {
    return { ok: false, problem: error instanceof Problem ? error.data : HOST_LOST };
  }
}
