import { randomBytes } from 'node:crypto';
import type { ProblemData } from '../contract/model';
import { Problem } from '../contract/problem';
import type { Log } from './library-handle';

/** What may be told of an error. Those nobody foresaw go to the log, under a reference that the reader can quote. */
export function problemOf(error: unknown, log: Log): ProblemData {
  if (error instanceof Problem) {
    if (error.cause instanceof Error) log({ level: 'warning', message: error.message, stack: error.cause.stack ?? error.cause.message });
    return error.data;
  }
  const reference = randomBytes(4).toString('hex');
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  log({ level: 'error', message, reference, ...(stack === undefined ? {} : { stack }) });
  return { code: 'unexpected', reference };
}
