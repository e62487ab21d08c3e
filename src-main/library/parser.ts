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
import { problemOf } from './problem-of';

export interface ParseTask {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly fileName: string;
  readonly path: string;
}

export interface Parser {
  /** Takes the text out of a file that is not plain text. @throws Problem as `extractText` says */
  extract(task: ExtractTask): Promise<Extracted>;
  /** @throws Problem file-too-hard {name} where it took far too long, or more memory than there is */
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
/** Patience ends by as many turns of a clock: a machine that slept for hours, or a thread that had no turn itself, has missed all but one of them. */
const TURNS = 20;

const CLOSED: ProblemData = { code: 'cancelled' };

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

/** Tasks a thread is given at once: that which it works on, and the one it goes on with before this thread has had its turn. */
const GIVEN_AT_ONCE = 2;

interface Waiting {
  readonly id: number;
  readonly task: ParseTask | ExtractTask;
  readonly resolve: (result: ParsedSource | Extracted) => void;
  readonly reject: (problem: Problem) => void;
}

/** @param entry the built `library-worker`, which knows this part too; the thread starts with the first text, and again after it gave up */
export function createParserThread(entry: URL | string, resources: string, log: Log, patience = PATIENCE_MILLISECONDS): Parser {
  const queue: Waiting[] = [];
  /** What the thread has, in the order in which it answers. */
  const given: Waiting[] = [];
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** Why the thread is about to end by itself, where that is known. */
  let ending: ProblemData | undefined;
  let nextId = 1;
  let language: Promise<LanguageModel | null> | undefined;

  function start(): Worker {
    const workerData: ParserThreadOptions = { role: 'parse', resources };
    const worker = new Worker(entry, { workerData, name: 'parser' });
    worker.on('message', (message: ParseMessage) => {
      if (message.kind === 'log') log(message.entry);
      else if (thread === worker && message.id === given[0]?.id) finish((waiting) => settle(waiting, message));
    });
    worker.on('error', (error) => {
      if (thread !== worker) return;
      ending = isOutOfMemory(error) ? tooHard('needed more memory than there is') : problemOf(error, log);
    });
    worker.on('exit', (code) => {
      if (thread !== worker) return;
      thread = undefined;
      const why = ending ?? problemOf(new Error(`the parser's thread ended by itself (${code})`), log);
      ending = undefined;
      finish((waiting) => giveUp(waiting, why));
    });
    return worker;
  }

  function tooHard(why: string): ProblemData {
    log({ level: 'warning', message: `${given[0]?.task.fileName ?? 'a file'} was given up: it ${why}` });
    return { code: 'file-too-hard' };
  }

  /** What the thread still says is heard by nobody: the next file has another. */
  function leaveThread(): void {
    const left = thread;
    thread = undefined;
    void left?.terminate();
    const why = tooHard('took too long');
    finish((waiting) => giveUp(waiting, why));
  }

  function finish(end: (waiting: Waiting) => void): void {
    clearInterval(timer);
    const ended = given.shift();
    if (!thread) queue.unshift(...given.splice(0));
    if (ended) end(ended);
    giveMore();
    if (given[0]) beginPatience(given[0].task);
  }

  function giveMore(): void {
    while (given.length < GIVEN_AT_ONCE) {
      const waiting = queue.shift();
      if (!waiting) return;
      thread ??= start();
      thread.postMessage({ ...waiting.task, id: waiting.id } satisfies ParseRequest, []);
      given.push(waiting);
    }
  }

  function beginPatience(task: ParseTask | ExtractTask): void {
    let turns = 0;
    const turn = () => {
      turns += 1;
      if (turns === TURNS) leaveThread();
    };
    timer = setInterval(turn, (patience + lengthOf(task)) / TURNS).unref();
  }

  function ask(task: ParseTask | ExtractTask): Promise<ParsedSource | Extracted> {
    return new Promise((resolve, reject) => {
      queue.push({ id: nextId++, task, resolve, reject });
      giveMore();
      if (given.length === 1) beginPatience(task);
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
      clearInterval(timer);
      for (const waiting of [...given.splice(0), ...queue.splice(0)]) giveUp(waiting, CLOSED);
      await worker?.terminate();
    },
  };
}

/**
 * Two threads where there are processors enough: the second starts with the first text that would have to wait, and no text waits behind
 * a hard one while the other thread has nothing to do. Language and warming are the first's.
 */
export function createParserThreads(entry: URL | string, resources: string, log: Log, processors: number): Parser {
  if (processors < LEAST_FOR_TWO) return createParserThread(entry, resources, log);
  const threads = [createParserThread(entry, resources, log), createParserThread(entry, resources, log)] as const;
  const idle = [...threads];
  const waiting: (() => void)[] = [];
  let isClosed = false;

  async function give<Result>({ fileName }: { readonly fileName: string }, work: (thread: Parser) => Promise<Result>): Promise<Result> {
    while (idle.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    if (isClosed) throw Problem.from({ ...CLOSED, values: { name: fileName } });
    const thread = idle.shift()!;
    try {
      return await work(thread);
    } finally {
      idle.unshift(thread);
      waiting.shift()?.();
    }
  }

  return {
    extract: (task) => give(task, (thread) => thread.extract(task)),
    parse: (task) => give(task, (thread) => thread.parse(task)),
    language: () => threads[0].language(),
    warm: () => threads[0].warm(),
    async close() {
      isClosed = true;
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Processors from which two threads parse: the window, the library and the parser have work enough for fewer. */
const LEAST_FOR_TWO = 4;

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

function giveUp({ task, reject }: Waiting, why: ProblemData): void {
  reject(Problem.from({ ...why, values: { name: task.fileName } }));
}

/** A thread that needs more memory than it may have is ended by Node alone (nodejs.org/api/errors.html#err_worker_out_of_memory). */
function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
