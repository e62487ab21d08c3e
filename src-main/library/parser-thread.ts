/** The parser's own thread: texts come in one by one, articles go back. */
import type { MessagePort } from 'node:worker_threads';
import { createParser } from './parser';
import type { ParseMessage, ParseRequest, ParserThreadOptions } from './parser';

export async function serveParser(port: MessagePort, { resources }: ParserThreadOptions): Promise<void> {
  const send = (message: ParseMessage) => port.postMessage(message);
  const parser = await createParser(resources, (entry) => send({ kind: 'log', entry }));
  port.on('message', ({ id, ...task }: ParseRequest) => {
    void parser.parse(task).then((parsed) => send({ kind: 'parsed', id, parsed }));
  });
}
