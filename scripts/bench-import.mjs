// `npm run bench:import -- [--files N] [--articles N] [--keep]`: files into a library and out again, with the figures that are promised.
// News text is drawn from ../shared/data where that is there, else invented.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
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
  },
});
const files = Number(values.files);
const articlesPerFile = Number(values.articles);

const built = join(root, 'node_modules', '.cache', 'newsroom-bench');
mkdirSync(built, { recursive: true });
const { startLibrary } = await import(pathToFileURL(await bundle('src-main/library/start-library.ts', 'start-library.mjs')).href);
const worker = pathToFileURL(await bundle('src-main/library/library-worker.ts', 'library-worker.mjs'));
const drawArticle = await articleSource();

const directory = mkdtempSync(join(tmpdir(), 'newsroom-bench-'));
const delay = monitorEventLoopDelay({ resolution: 5 });
let highestMemory = 0;
const memory = setInterval(() => (highestMemory = Math.max(highestMemory, process.memoryUsage.rss())), 50);
try {
  await main();
} finally {
  clearInterval(memory);
  if (values.keep) print('library kept', directory);
  else rmSync(directory, { recursive: true, force: true });
}

async function main() {
  let library = await open();
  const ended = new Promise((resolve) => {
    library.listen((event, value) => {
      if (event === 'job' && value.kind === 'import' && value.state !== 'running') resolve(value);
    });
  });
  const job = await ask(library, 'import.open', { total: files });
  let textBytes = 0;
  let waited = 0;
  delay.enable();
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let index = 0; index < files; index += 1) {
    // Making the text is not importing it.
    const making = performance.now();
    const bytes = new TextEncoder().encode(
      Array.from({ length: articlesPerFile }, (_, article) => drawArticle(index * articlesPerFile + article)).join('\n\n'),
    );
    textBytes += bytes.length;
    waited += performance.now() - making;
    await ask(library, 'import.add', { job: job.job, files: [{ name: `page-${'abcdefghij'[index % 10]}${index}.txt`, bytes }] });
  }
  await ask(library, 'import.close', { job: job.job });
  const result = await ended;
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  const failed = result.outcomes.filter((outcome) => outcome.kind === 'failed');
  if (result.state !== 'done' || failed.length > 0) throw new Error(`import ended ${result.state}: ${JSON.stringify(failed.slice(0, 3))}`);

  print('imported', `${files} files, ${result.articles} articles, ${megabytes(textBytes)} in ${seconds.toFixed(1)} s`);
  print(
    'import',
    `${Math.round((files * articlesPerFile) / seconds)} articles/s written, ${(textBytes / 1e6 / seconds).toFixed(2)} MB/s (making the text took ${(waited / 1000).toFixed(1)} s of it)`,
  );
  print(
    'work of all threads',
    `${((user + system) / 1e6).toFixed(1)} s of processor, ${Math.round((files * articlesPerFile) / ((user + system) / 1e6))} articles a second of it`,
  );
  print('longest pause of this thread', `${(delay.max / 1e6).toFixed(0)} ms`);
  print('highest memory', megabytes(highestMemory));
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
