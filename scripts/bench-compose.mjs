/** Prints how fast pages are composed and how much of them stays white. Composing alone: no window, plain widths. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
// Inside the project, where the packages that the parts leave outside are found.
const out = join(root, 'node_modules', '.cache', 'newsroom-bench-compose');
const entries = {
  compose: 'src-renderer/reader/compose/compose-edition.ts',
  geometry: 'src-renderer/reader/compose/geometry.ts',
  advances: 'src-renderer/reader/compose/advances.ts',
  lines: 'src-renderer/reader/compose/break-lines.ts',
  invented: 'test/reader/invented-edition.ts',
  seed: 'test/reader/seed-edition.ts',
};

async function load() {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: true, outDir: out, target: 'es2023', rolldownOptions: { input: entries, output: { entryFileNames: '[name].mjs' } } },
  });
  return Object.fromEntries(
    await Promise.all(Object.keys(entries).map(async (name) => [name, await import(pathToFileURL(join(out, `${name}.mjs`)).href)])),
  );
}

const { compose, geometry, advances, lines, invented, seed } = await load();
const { plainAdvances, BODY_FACE } = advances;
const page = { width: 1040, height: 732, size: 15 };

function open(edition, width = page.width, height = page.height) {
  return compose.composeEdition(edition, geometry.pageGeometry(width, height, page.size), { justify: true }, plainAdvances);
}

/** Processor time where other programs keep the machine busy, clock time where none does: the less of the two. */
function timed(work) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const value = work();
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { ms: Math.min(clock, (user + system) / 1000), value };
}

function allPages(composition) {
  const pages = [];
  let slowest = 0;
  for (;;) {
    const { ms, value } = timed(() => composition.page(pages.length));
    if (!value) return { pages, slowest };
    slowest = Math.max(slowest, ms);
    pages.push(value);
  }
}

function white(editions, width, height) {
  const shares = editions.map((edition) => {
    const { pages } = allPages(open(edition, width, height));
    return pages.reduce((sum, { empty }) => sum + empty, 0) / pages.reduce((sum, { capacity }) => sum + capacity, 0);
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

const print = (name, value, target) => console.log(`${name.padEnd(52)} ${value.padStart(12)}   ${target}`);

const sample = seed.seedEdition(await readFile(join(root, 'seeds/guizhou-daily-2023-11-25.txt'), 'utf8'));
const long = invented.inventPaper(500, 1);
allPages(open(invented.inventPaper(60, 2)));

const first = timed(() => open(long).page(0));
const paragraphs = long.contents.flatMap((article) => article.paragraphs);
const measuring = timed(() => {
  for (const paragraph of paragraphs)
    lines.breakLines(paragraph.text, { face: BODY_FACE, measure: 15, indent: 2, justify: true }, plainAdvances);
});
const whole = timed(() => allPages(open(long)));
const { pages, slowest } = whole.value;
const composing = Math.max(1, whole.ms - measuring.ms);
const opening = timed(() => open(sample).page(0));
const editions = [sample, ...Array.from({ length: 10 }, (_, index) => seed.scrambled(sample, index + 1))];

print('first page of 500 articles', `${first.ms.toFixed(0)} ms`, '<= 150 ms');
print('slowest page of 500 articles', `${slowest.toFixed(0)} ms`, '<= 100 ms');
print(`measuring a paragraph (mean of ${paragraphs.length})`, `${(measuring.ms / paragraphs.length).toFixed(3)} ms`, '<= 0.2 ms');
print(`composing once measured (${pages.length} pages)`, `${((pages.length / composing) * 1000).toFixed(0)} pages/s`, '>= 200 pages/s');
print('the sample to its first page, fitted', `${opening.ms.toFixed(0)} ms`, '');
for (const [width, height] of [
  [1040, 732],
  [840, 1012],
  [800, 532],
])
  print(`white, sample and ten scrambled, ${width}x${height}`, `${(white(editions, width, height) * 100).toFixed(1)} %`, '< 6 %');
await rm(out, { recursive: true });
