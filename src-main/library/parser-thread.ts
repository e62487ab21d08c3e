/** The parser's own thread: files and texts come in one by one, texts and articles go back. */
import type { MessagePort } from 'node:worker_threads';
import { Problem } from '../contract/problem';
import { createParser } from './parser';
import type { ParseMessage, Parser, ParseRequest, ParserThreadOptions } from './parser';
import { problemOf } from './problem-of';

export async function serveParser(port: MessagePort, { resources }: ParserThreadOptions): Promise<void> {
  const send = (message: ParseMessage) => port.postMessage(message);
  const parser = await createParser(resources, (entry) => send({ kind: 'log', entry }));
  port.on('message', ({ id, ...task }: ParseRequest) => {
    void answer(parser, id, task as Omit<ParseRequest, 'id'> as ParseRequest).then(send, (error: unknown) =>
      send({
        kind: 'refused',
        id,
        problem: error instanceof Problem ? error.data : problemOf(error, (entry) => send({ kind: 'log', entry })),
      }),
    );
  });
}

async function answer(parser: Parser, id: number, task: ParseRequest): Promise<ParseMessage> {
  return 'text' in task
    ? { kind: 'parsed', id, parsed: await parser.parse(task) }
    : { kind: 'extracted', id, extracted: await parser.extract(task) };
}
