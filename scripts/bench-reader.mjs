// `npm run bench:reader [-- --editions N]`: what a person waits for, in the real app: Electron where its runtime is at hand, else Chromium on the web host.
// Promised: a dropped file's first page in 300 ms, 16 ms of main-thread work a turn, a window of use in 2 s with 1,000 editions in the library.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { _electron, chromium } from 'playwright';
import { findBrowser } from './find-browser.mjs';
import { graphicsSwitches } from './graphics.mjs';
import { inRoot, root } from './setup.mjs';

const { values } = parseArgs({ options: { editions: { type: 'string', default: '1000' } } });
const editions = Number(values.editions);
const sizes = [
  [1280, 800],
  [1920, 1080],
];
const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const seed = readFileSync(inRoot('seeds', 'guizhou-daily-2023-11-25.txt'), 'utf8');
let browser;
const folder = mkdtempSync(join(tmpdir(), 'newsroom-bench-'));

try {
  console.log(`  in ${runtime ? 'Electron' : 'Chromium on the web host'}; medians, with the worst in brackets`);
  await reading();
  await starting();
} finally {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}

async function reading() {
  const app = await open(join(folder, 'small'));
  await app.page.getByRole('region', { name: '第 1 页', exact: true }).waitFor();
  await app.page.waitForTimeout(3000);
  const drops = [];
  for (let count = 0; count < 7; count++) {
    // Another day's paper each time, so that nothing of it is there yet.
    const day = String(count + 1).padStart(2, '0');
    drops.push(await app.page.evaluate(dropAndWait, { name: `guizhou-daily-2024-01-${day}.txt`, text: `${seed}\n第${count}次付印。\n` }));
    await app.page.waitForTimeout(1000);
  }
  tell('drop to first readable page', drops.slice(1), 300);

  await turning(app.page);
  await app.close();
}

/** Processor time of the main thread: what else the machine does meanwhile is not counted. */
async function turning(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.keyboard.press('Home');
    await page.waitForTimeout(3000);
    const drawn = [];
    const whole = [];
    for (let count = 0; count < 28; count++) {
      const before = await mainThreadMs(session);
      await page.keyboard.press(count % 4 < 2 ? 'ArrowRight' : 'ArrowLeft');
      await page.evaluate(untilDrawn);
      drawn.push((await mainThreadMs(session)) - before);
      await page.waitForTimeout(700);
      whole.push((await mainThreadMs(session)) - before);
    }
    tell(`main-thread work to turn a page, ${width}x${height}`, drawn.slice(4), 16);
    tell('  … with drawing the next one beforehand, in pieces', whole.slice(4));
  }
  const before = await heapMegabytes(session);
  for (let count = 0; count < 1000; count++) {
    await page.keyboard.press(count % 4 < 2 ? 'ArrowRight' : 'ArrowLeft');
    await page.evaluate(untilDrawn);
  }
  await page.waitForTimeout(1000);
  const after = await heapMegabytes(session);
  const grown = (key) => `${before[key].toFixed(1)} -> ${after[key].toFixed(1)}`;
  console.log(`  1,000 turns: heap ${grown('heap')} MB, nodes ${grown('nodes')}`);
}

async function heapMegabytes(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
  return { heap: read('JSHeapUsedSize') / 1e6, nodes: read('Nodes') };
}

/** Runs in the page: two frames after what was asked for, it has been drawn. */
function untilDrawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

async function starting() {
  const library = join(folder, 'large');
  const papers = join(folder, 'papers');
  mkdirSync(papers);
  const pieces = seed.split('\n\n');
  for (let count = 0; count < editions; count++) {
    const day = new Date(Date.UTC(2015, 0, 1 + count)).toISOString().slice(0, 10);
    const shift = count % pieces.length;
    writeFileSync(join(papers, `云岭日报-${day}.txt`), [`云岭日报 ${day}`, ...pieces.slice(shift), ...pieces.slice(0, shift)].join('\n\n'));
  }
  const began = performance.now();
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('out', 'main', 'cli.js'), 'import', papers, '--library', library], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the import ended with ${code}`))));
  });
  console.log(`  (${editions} editions imported in ${((performance.now() - began) / 1000).toFixed(1)} s)`);
  const starts = [];
  const windows = [];
  for (let count = 0; count < 5; count++) {
    const opened = await open(library);
    starts.push(opened.ms);
    windows.push(opened.window);
    await opened.close();
  }
  tell(`window to interactive, ${editions} editions`, windows, 2000);
  tell('  the same from the start of the process', starts);
}

/**
 * Opens the app and waits until a page or the shelf is drawn and a key is answered. `ms` counts from the start of the process, `window` from
 * when the window began to load its page.
 */
async function open(library) {
  const began = performance.now();
  const opened = await (runtime ? openElectron(library) : openWeb(library));
  await opened.page.locator('main [role=region], main button[data-edition], main [aria-label^="第"]').first().waitFor();
  // Drawn before, but behind the curtain (src-renderer/app/curtain.ts).
  await opened.page.locator('html:not([data-starting])').waitFor();
  await opened.page.keyboard.press('Tab');
  const window = await opened.page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      }),
  );
  return { ...opened, ms: performance.now() - began, window };
}

async function openElectron(library) {
  const app = await _electron.launch({
    executablePath: join(runtime, 'electron'),
    args: [...graphicsSwitches(), `--user-data-dir=${join(folder, 'user-data')}`, '--lang=zh-CN', root, '--library', library],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return { page: await app.firstWindow(), close: () => app.close() };
}

async function openWeb(library) {
  const child = spawn(process.execPath, [inRoot('out', 'main', 'web.js'), '--library', library], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = new Promise((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  browser ??= await chromium.launch({
    executablePath: await findBrowser(),
    args: [...graphicsSwitches(), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 860 } });
  await page.goto(await address);
  return {
    page,
    async close() {
      await page.close();
      const ended = new Promise((resolve) => {
        child.on('exit', resolve);
      });
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Lets a file go over the window and waits until its first page is drawn. Runs in the page; milliseconds. */
async function dropAndWait({ name, text }) {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, { type: 'text/plain' }));
  const target = document.querySelector('main');
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page must be sent there
  const titleOf = () => document.querySelector('main h1')?.textContent ?? '';
  const before = titleOf();
  const began = performance.now();
  for (const type of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  const shown = () =>
    titleOf() !== before && document.querySelector('[aria-label="第 1 页"] article p, [aria-label="第 1 页"] article h2') !== null;
  while (!shown()) {
    if (performance.now() - began > 20_000) throw new Error('no page appeared within 20 s');
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  return performance.now() - began;
}

/** Script, style and layout of the page so far. */
async function mainThreadMs(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].map(
    (name) => metrics.find((one) => one.name === name)?.value ?? 0,
  );
  return seconds.reduce((sum, part) => sum + part, 0) * 1000;
}

function tell(name, figures, promised) {
  const sorted = figures.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const worst = sorted.at(-1);
  const mark = promised === undefined ? '' : `   promised ${promised}: ${median <= promised ? 'kept' : 'NOT KEPT'}`;
  console.log(`  ${name.padEnd(52)} ${median.toFixed(0).padStart(6)} ms (${worst.toFixed(0)})${mark}`);
}
