/** A library behind a message port: hands requests to it, and its answers, events and log entries back. */
import type { MessagePort } from 'node:worker_threads';
import { assertNever, Problem } from '../contract/problem';
import type { Reply } from '../contract/problem';
import { openLibrary } from './library';
import type { LibraryHandle, LibraryOptions } from './library-handle';
import { HOST_LOST } from './worker-messages';
import type { Message, Request } from './worker-messages';

export async function serveLibrary(port: MessagePort, options: Omit<LibraryOptions, 'log'>): Promise<void> {
  const send = (message: Message) => port.postMessage(message);
  const library = await openLibrary({ ...options, log: (entry) => send({ kind: 'log', entry }) });
  library.listen((event, value) => send({ kind: 'event', event, value }));
  const serve = async (request: Request) => {
    const reply = await answer(library, request);
    send({ kind: 'reply', id: request.id, reply });
    if (request.kind === 'close') port.close();
  };
  port.on('message', (request: Request) => void serve(request));
  send({ kind: 'ready' });
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
