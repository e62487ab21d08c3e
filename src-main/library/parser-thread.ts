/** The parser's own thread: files and texts come in, and texts and articles go back in the same order, one at a time. */
import type { MessagePort } from 'node:worker_threads';
import { Problem } from '../contract/problem';
import { createParser } from './parser';
import type { ParseMessage, Parser, ParseRequest, ParserThreadOptions } from './parser';
import { problemOf } from './problem-of';

export async function serveParser(port: MessagePort, { resources }: ParserThreadOptions): Promise<void> {
  const send = (message: ParseMessage) => port.postMessage(message);
  const parser = await createParser(resources, (entry) => send({ kind: 'log', entry }));
  const refused = (id: number, error: unknown): ParseMessage => ({
    kind: 'refused',
    id,
    problem: error instanceof Problem ? error.data : problemOf(error, (entry) => send({ kind: 'log', entry })),
  });
  let before = Promise.resolve();
  port.on('message', ({ id, ...task }: ParseRequest) => {
    before = before
      .then(() => answer(parser, id, task as Omit<ParseRequest, 'id'> as ParseRequest))
      .catch((error: unknown) => refused(id, error))
      .then(send);
  });
}

async function answer(parser: Parser, id: number, task: ParseRequest): Promise<ParseMessage> {
  return 'text' in task
    ? { kind: 'parsed', id, parsed: await parser.parse(task) }
    : { kind: 'extracted', id, extracted: await parser.extract(task) };
}
