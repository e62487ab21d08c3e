/** The built web host as a process of its own, for tests of any runner. Not for a page: see app.ts. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const seedFile = join(root, 'seeds', 'guizhou-daily-2023-11-25.txt');

export interface WebHostProcess {
  readonly process: ChildProcess;
  /** As it was printed, key and all. */
  readonly url: string;
}

/** Resolves once the host answers. */
export async function startWebHost(library: string, words: readonly string[] = []): Promise<WebHostProcess> {
  const child = spawn(process.execPath, [join(root, 'out/main/web.js'), '--library', library, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('http://')) return { process: child, url: line };
  throw new Error('the web host ended before it printed its address');
}

export async function stopWebHost(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
