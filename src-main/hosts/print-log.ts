/** Log entries on standard error, one line each: standard output belongs to the answer. */
import type { LogEntry } from '../library/library-handle';

export function printLog({ level, message, reference, stack }: LogEntry): void {
  if (level === 'info') return;
  const mark = reference === undefined ? '' : ` [${reference}]`;
  process.stderr.write(`${level}${mark}: ${message}\n${stack === undefined ? '' : `${stack}\n`}`);
}
