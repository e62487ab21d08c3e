/** Where texts are parsed: in this thread, or in one of its own, so that a hard file holds up neither reading nor the other files for ever. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EncodingName, ProblemData } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';
import { assertNever, Problem } from '../contract/problem';
import { loadLanguageModel } from '../text/language/language-model';
import type { LanguageModel } from '../text/language/language-model';
import { parseBriefing } from '../text/parse-briefing';
import { extractText } from './forms/extract-text';
import type { Extracted, ExtractTask } from './forms/extract-text';
import type { Log, LogEntry } from './library-handle';

export interface ParseTask {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly fileName: string;
  readonly path: string;
}

export interface Parser {
  /** Takes the text out of a file that is not plain text. @throws Problem as `extractText` says */
  extract(task: ExtractTask): Promise<Extracted>;
  /** @throws Problem file-unreadable {name} where the thread gave up or took far too long */
  parse(task: ParseTask): Promise<ParsedSource>;
  /** For what else asks of language than the parse itself. Read when first asked for; null where it cannot be had. */
  language(): Promise<LanguageModel | null>;
  /** Makes ready what the first text would have to wait for. */
  warm(): void;
  close(): Promise<void>;
}

/** What a parser's thread is started with, and what goes to and fro. */
export interface ParserThreadOptions {
  readonly role: 'parse';
  readonly resources: string;
}
export type ParseRequest = { readonly id: number } & (ParseTask | ExtractTask);
export type ParseMessage =
  | { readonly kind: 'parsed'; readonly id: number; readonly parsed: ParsedSource }
  | { readonly kind: 'extracted'; readonly id: number; readonly extracted: Extracted }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: ProblemData }
  | { readonly kind: 'log'; readonly entry: LogEntry };

/** Many times what any newspaper text takes, and an end for those that would take for ever. */
const PATIENCE_MILLISECONDS = 60_000;
const PATIENCE_PER_CHARACTER = 0.05;
const PATIENCE_PER_PACKED_BYTE = 0.005;

export async function createParser(resources: string, log: Log): Promise<Parser> {
  const language = await readLanguageModel(resources, log);
  return {
    extract: (task) => extractText(task, resources),
    parse: async ({ text, ...options }) => parseBriefing(text, { ...options, language }),
    language: async () => language,
    warm: () => {},
    close: async () => {},
  };
}

async function readLanguageModel(resources: string, log: Log): Promise<LanguageModel | null> {
  try {
    return loadLanguageModel(await readFile(join(resources, 'language-model.bin')));
  } catch (error) {
    log({ level: 'warning', message: `no language model: ${error instanceof Error ? error.message : String(error)}` });
    return null;
  }
}

interface Waiting {
  readonly task: ParseTask | ExtractTask;
  readonly resolve: (result: ParsedSource | Extracted) => void;
  readonly reject: (problem: Problem) => void;
}

/** @param entry the built `library-worker`, which knows this part too; the thread starts with the first text, and again after it gave up */
export function createParserThread(entry: URL | string, resources: string, log: Log, patience = PATIENCE_MILLISECONDS): Parser {
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let nextId = 1;
  let language: Promise<LanguageModel | null> | undefined;

  function start(): Worker {
    const workerData: ParserThreadOptions = { role: 'parse', resources };
    const worker = new Worker(entry, { workerData, name: 'parser' });
    worker.on('message', (message: ParseMessage) => {
      if (message.kind === 'log') log(message.entry);
      else if (message.id === nextId - 1) finish((waiting) => settle(waiting, message));
    });
    worker.on('error', (error) =>
      log({ level: 'error', message: `the parser's thread failed: ${error.message}`, stack: error.stack ?? '' }),
    );
    worker.on('exit', () => {
      if (thread !== worker) return;
      thread = undefined;
      finish(giveUp);
    });
    return worker;
  }

  function finish(end: (waiting: Waiting) => void): void {
    clearTimeout(timer);
    const ended = current;
    current = undefined;
    if (ended) end(ended);
    next();
  }

  function next(): void {
    current = queue.shift();
    if (!current) return;
    const { task } = current;
    thread ??= start();
    thread.postMessage({ ...task, id: nextId++ } satisfies ParseRequest, []);
    timer = setTimeout(() => void thread?.terminate(), patience + lengthOf(task));
    timer.unref();
  }

  function ask(task: ParseTask | ExtractTask): Promise<ParsedSource | Extracted> {
    return new Promise((resolve, reject) => {
      queue.push({ task, resolve, reject });
      if (!current) next();
    });
  }

  return {
    extract: (task) => ask(task) as Promise<Extracted>,
    parse: (task) => ask(task) as Promise<ParsedSource>,
    language: () => (language ??= readLanguageModel(resources, log)),
    warm() {
      thread ??= start();
    },
    async close() {
      const worker = thread;
      thread = undefined;
      for (const waiting of queue.splice(0)) giveUp(waiting);
      finish(giveUp);
      await worker?.terminate();
    },
  };
}

function settle({ resolve, reject }: Waiting, message: Exclude<ParseMessage, { kind: 'log' }>): void {
  switch (message.kind) {
    case 'parsed':
      return resolve(message.parsed);
    case 'extracted':
      return resolve(message.extracted);
    case 'refused':
      return reject(Problem.from(message.problem));
    default:
      return assertNever(message);
  }
}

/** Milliseconds that a task may take beyond what any may. */
function lengthOf(task: ParseTask | ExtractTask): number {
  return 'text' in task ? task.text.length * PATIENCE_PER_CHARACTER : task.bytes.length * PATIENCE_PER_PACKED_BYTE;
}

function giveUp({ task, reject }: Waiting): void {
  reject(new Problem('file-unreadable', { name: task.fileName }));
}
