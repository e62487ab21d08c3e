// `npm run bench:import -- [--files N] [--articles N] [--keep]`: files into a library and out again, with the figures that are promised.
// News text is drawn from ../shared/data where that is there, else invented; another process builds the parts and writes the files, so that memory and work here are the library's.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    articles: { type: 'string', default: '10' },
    keep: { type: 'boolean', default: false },
    make: { type: 'string' },
  },
});
const files = Number(values.files);
const articlesPerFile = Number(values.articles);

const built = join(root, 'node_modules', '.cache', 'newsroom-bench');
mkdirSync(built, { recursive: true });
const parts = { 'start-library.mjs': 'src-main/library/start-library.ts', 'library-worker.mjs': 'src-main/library/library-worker.ts' };
if (values.make !== undefined) {
  for (const [name, entry] of Object.entries(parts)) await bundle(entry, name);
  await writeFiles(values.make);
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), 'newsroom-bench-'));
const [papers, directory] = [join(folder, 'papers'), join(folder, 'library')];
const making = spawnSync(
  process.execPath,
  [fileURLToPath(import.meta.url), '--make', papers, '--files', values.files, '--articles', values.articles],
  { stdio: 'inherit' },
);
if (making.status !== 0) throw new Error('the files could not be written');
const { startLibrary } = await import(pathToFileURL(join(built, 'start-library.mjs')).href);
const worker = pathToFileURL(join(built, 'library-worker.mjs'));

const delay = monitorEventLoopDelay({ resolution: 5 });
let highestMemory = 0;
const memory = setInterval(() => (highestMemory = Math.max(highestMemory, process.memoryUsage.rss())), 50);
try {
  await main();
} finally {
  clearInterval(memory);
  if (values.keep) print('library kept', directory);
  else rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const textBytes = readdirSync(papers).reduce((sum, name) => sum + statSync(join(papers, name)).size, 0);
  const before = process.memoryUsage.rss();
  let library = await open();
  delay.enable();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await library.importPaths([papers]);
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  const failed = result.outcomes.filter((outcome) => outcome.kind === 'failed');
  if (result.state !== 'done' || failed.length > 0) throw new Error(`import ended ${result.state}: ${JSON.stringify(failed.slice(0, 3))}`);

  print('imported', `${files} files, ${result.articles} articles, ${megabytes(textBytes)} in ${seconds.toFixed(1)} s`);
  print('import', `${Math.round((files * articlesPerFile) / seconds)} articles/s written, ${(textBytes / 1e6 / seconds).toFixed(2)} MB/s`);
  print(
    'work of all threads',
    `${((user + system) / 1e6).toFixed(1)} s of processor, ${Math.round((files * articlesPerFile) / ((user + system) / 1e6))} articles a second of it`,
  );
  print('longest pause of this thread', `${(delay.max / 1e6).toFixed(0)} ms`);
  print('highest memory', `${megabytes(highestMemory)} (${megabytes(before)} before the library was opened)`);
  await library.close();
  const size = readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
  print('size on disk', `${megabytes(size)}, ${(size / textBytes).toFixed(2)} x the UTF-8 text`);

  const opening = performance.now();
  library = await open();
  print('open', `${(performance.now() - opening).toFixed(0)} ms`);
  const editions = await timed('library.editions, first', () => ask(library, 'library.editions', {}));
  await timed(`library.editions, again (${editions.length})`, () => ask(library, 'library.editions', {}));
  const times = [];
  for (const edition of editions.slice(0, 20)) {
    const from = performance.now();
    await ask(library, 'edition.read', { edition: edition.id });
    times.push(performance.now() - from);
  }
  print('edition.read, middle of 20', `${times.sort((a, b) => a - b)[10]?.toFixed(1)} ms`);
  const similar = await timed('library.similar, first', () => ask(library, 'library.similar', { limit: 0 }));
  print('articles that several editions have', `${similar.total} groups among ${similar.compared}`);
  await timed('search.query 物流', () => ask(library, 'search.query', { text: '物流', limit: 20 }));
  await library.close();
}

function open() {
  return startLibrary({
    directory,
    resources: join(root, 'resources'),
    seeds: null,
    worker,
    host: 'web',
    version: '0',
    platform: process.platform,
    log: (entry) => entry.level !== 'info' && console.error(entry.message, entry.stack ?? ''),
  });
}

async function ask(library, name, input) {
  const reply = await library.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

async function timed(what, work) {
  const from = performance.now();
  const result = await work();
  print(what, `${(performance.now() - from).toFixed(1)} ms`);
  return result;
}

function print(what, figure) {
  console.log(`${what.padEnd(36)} ${figure}`);
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function bundle(entry, name) {
  const build = await rolldown({ input: join(root, entry), platform: 'node', external: ['sqlite3'], logLevel: 'silent' });
  const file = join(built, name);
  await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
  return file;
}

async function writeFiles(folder) {
  const drawArticle = await articleSource();
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < files; index += 1) {
    const articles = Array.from({ length: articlesPerFile }, (_, article) => drawArticle(index * articlesPerFile + article));
    writeFileSync(join(folder, `page-${'abcdefghij'[index % 10]}${index}.txt`), articles.join('\n\n'));
  }
}

/** Articles of a headline, a byline and six paragraphs, drawn at random with a fixed seed, so that the vocabulary is a newspaper's. */
async function articleSource() {
  const corpus = join(root, '..', 'shared', 'data', 'news-2012-2026.jsonl.gz');
  if (!existsSync(corpus)) {
    const { articleOfNews } = await import(pathToFileURL(await bundle('test/library/invented-news.ts', 'invented-news.mjs')).href);
    return articleOfNews;
  }
  const items = gunzipSync(readFileSync(corpus))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const paragraphs = items.flatMap((item) => item.paragraphs);
  let state = 20231125;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return (index) =>
    [
      items[random(items.length)].title,
      `本报记者 甲${index}`,
      ...Array.from({ length: 6 }, () => paragraphs[random(paragraphs.length)]),
    ].join('\n\n');
}
