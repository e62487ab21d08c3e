/** The CLI's output: answers on standard output, one line each; everything else on standard error. */
import { once } from 'node:events';

/** Writes each value as one line of JSON. Waits where the reader is slower than we are. */
export async function printLines(values: Iterable<unknown>): Promise<void> {
  for (const value of values) await print(`${JSON.stringify(value)}\n`);
}

export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export function printError(message: string): void {
  process.stderr.write(`newsroom: ${message}\n`);
}
