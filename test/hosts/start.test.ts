/** `npm start` where no window can be had. The window itself is opened by test/e2e. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../e2e/web-host-process';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsroom-start-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts, waits for the address, asks it for the page, stops as Ctrl+C does. */
async function start(...words: string[]): Promise<{ url: string; status: number; said: string; code: number | null }> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--library', join(folder, 'library'), ...words], {
    cwd: root,
    env: { ...environment, INIT_CWD: root },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  const { status } = await fetch(url);
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  child.kill('SIGINT');
  return { url, status, said, code: await ended };
}

test.runIf(process.platform === 'linux')('without a display it says so in one line and prints the address', async () => {
  const { url, status, said, code } = await start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]+$/);
  expect([status, code]).toEqual([200, 0]);
  const spoken = said.split('\n').filter((line) => line.includes('newsroom reader'));
  expect(spoken).toEqual(['There is no display for a window here: the newsroom reader is at this address instead.']);
});

test('asked for the web it makes no words about it and prints the address', async () => {
  const { status, said, code } = await start('--web');
  expect([status, code]).toEqual([200, 0]);
  expect(said).not.toContain('newsroom reader');
});
