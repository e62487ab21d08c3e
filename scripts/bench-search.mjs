// `npm run bench:search -- [--articles N] [--library FILE]`: look-up at the size of an archive, each figure next to a plain scan of the folded and squeezed text.
// Articles are drawn from ../shared/data with a fixed seed. --library keeps the file that was built, or uses it if it is there already.
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'node_modules', '.cache', 'newsroom-bench-search');
const data = join(root, '..', 'shared', 'data', 'news-2012-2026.jsonl.gz');

const SEED = 20231125;
const ARTICLE_LENGTH = 780;
const BATCH = 500;
const PAGE = 50;
const SINGLES = 300;
const WORST = ['贵州', '经济', '国', '的', '中国', '一'];
const MIXED = [
  '5+N',
  '村BA',
  '20GW',
  'GDP',
  '5G',
  'A股',
  'B',
  '2.5',
  '10%',
  '“',
  '，“',
  '——',
  '第1',
  'G2',
  'CCTV',
  '＋',
  '物流體系',
  '。',
  '00',
  '3D',
  '记者　王',
  '本报 记者李',
];

/** Mulberry32: the same articles and queries at every run. */
function randomFrom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { below: (end) => Math.floor(next() * end), pick: (list) => list[Math.floor(next() * list.length)] };
}

const FAMILY = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰梅');
const PLACES = [
  '贵阳市',
  '遵义市',
  '六盘水市',
  '安顺市',
  '毕节市',
  '铜仁市',
  '黔东南州',
  '黔南州',
  '黔西南州',
  '凯里市',
  '都匀市',
  '兴义市',
];
const PAPERS = ['甲报', '乙报', '丙晨报', '丁晚报', '戊日报'];
const COLUMNS = Array.from(
  { length: 40 },
  (_, at) =>
    `${'经济文化社会民生科技教育卫生体育'.slice((at % 8) * 2, (at % 8) * 2 + 2)}${['观察', '速览', '纵横', '在线', '周刊'][at % 5]}`,
);

/** Yields articles one by one; every call begins with the same one. */
function* drawArticles(count) {
  const items = gunzipSync(readFileSync(data))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const pool = items.flatMap((item) => item.paragraphs);
  const random = randomFrom(SEED);
  for (let id = 1; id <= count; id += 1) {
    const item = random.pick(items);
    const paragraphs = [];
    for (let length = 0; length < ARTICLE_LENGTH; length += paragraphs.at(-1).length) paragraphs.push(random.pick(pool));
    yield {
      id,
      edition: Math.ceil(id / 40),
      paper: random.pick(PAPERS),
      date: item.date,
      page: null,
      kind: random.below(5) === 0 ? 'brief' : 'feature',
      column: random.below(3) === 0 ? random.pick(COLUMNS) : null,
      kicker: null,
      locality: random.below(4) === 0 ? random.pick(PLACES) : null,
      headline: item.title,
      deck: null,
      byline: `本报记者 ${random.pick(FAMILY)}${random.pick(GIVEN)}${random.below(2) ? random.pick(GIVEN) : ''}`,
      credit: null,
      paragraphs,
    };
  }
}

const passagesOf = (article) => [article.column, article.locality, article.headline, article.byline, ...article.paragraphs].filter(Boolean);

const importParts = () => import(pathToFileURL(join(built, 'bench-search-parts.mjs')).href);

function articlesOf(rows) {
  return rows.map(({ fields, text }) => ({ ...JSON.parse(fields), paragraphs: text.split('\n') }));
}

async function openLibrary(path) {
  const { joinConnections, openConnection, openSearch } = await importParts();
  const isNew = !existsSync(path);
  const writer = await openConnection(path, 'write');
  if (isNew) await writer.exec('PRAGMA page_size = 8192');
  await writer.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 2000',
  );
  if (isNew) await writer.exec('CREATE TABLE article (id INTEGER PRIMARY KEY, fields TEXT NOT NULL, text TEXT NOT NULL) STRICT');
  const openReader = async (cache) => {
    const reader = await openConnection(path, 'read');
    await reader.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${cache}; PRAGMA mmap_size = 0`);
    return reader;
  };
  const database = joinConnections(path, writer, await openReader(4096), await openReader(24_576));
  const articles = {
    read: async (ids) =>
      articlesOf(
        await database.all('SELECT fields, text FROM article WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]),
      ),
    after: async (after, limit) =>
      articlesOf(await database.all('SELECT fields, text FROM article WHERE id > ? ORDER BY id LIMIT ?', [after, limit])),
    count: async () => (await database.get('SELECT count(*) AS count FROM article')).count,
  };
  const search = await openSearch({ database, articles, flagged: async () => [] });
  const add = (batch) =>
    database.transaction(async () => {
      const rows = batch.map(({ paragraphs, ...fields }) => [fields.id, JSON.stringify(fields), paragraphs.join('\n')]);
      await database.run('INSERT INTO article SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)', [JSON.stringify(rows)]);
      await search.add(batch);
    });
  const removeAbove = (last, count) =>
    database.transaction(async () => {
      await database.run('DELETE FROM article WHERE id > ?', [last]);
      await search.remove(Array.from({ length: count }, (_, at) => last + 1 + at));
    });
  return { database, search, add, removeAbove };
}

/** Stores and indexes all articles, then some one by one. */
async function build({ path, count }) {
  const { database, add } = await openLibrary(path);
  let bytes = 0;
  let seconds = 0;
  let processor = 0;
  let batch = [];
  const write = async () => {
    const { times, processor: spent } = await time([batch], add);
    seconds += times[0] / 1000;
    processor += spent / 1000;
    batch = [];
  };
  for (const article of drawArticles(count)) {
    bytes += passagesOf(article).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    batch.push(article);
    if (batch.length === BATCH) await write();
  }
  if (batch.length > 0) await write();
  await database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const size = statSync(path).size;
  await database.close();
  return { bytes, seconds, processor, size };
}

/** Does what the app does in a quiet moment; then adds articles one by one, after a file's worth of them at once, and takes them away again. */
async function addSingly({ path, count, articles }) {
  const { database, search, add, removeAbove } = await openLibrary(path);
  const quiet = await time(['tidy', 'warm'], (step) => search[step]());
  await database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const { size } = statSync(path);
  const numbered = articles.map((article) => ({ ...article, id: count + article.id }));
  await add(numbered.splice(0, articles.length - SINGLES));
  const singles = await time(numbered, (article) => add([article]));
  await removeAbove(count, articles.length);
  await search.tidy();
  await database.close();
  return { singles, quiet, size };
}

/** Milliseconds of each piece of work, and of processor time per piece: the latter is comparable where the machine is busy. */
async function time(texts, work) {
  const times = [];
  const before = process.cpuUsage();
  for (const text of texts) {
    const began = performance.now();
    await work(text);
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  return { times, processor: (user + system) / 1000 / texts.length };
}

async function measure({ path, queries, exactness, prefixes }) {
  const { database, search } = await openLibrary(path);
  // Once to warm the page cache, as the scan has its texts in memory.
  await time(queries, (text) => search.query({ text, limit: PAGE }));
  const memory = { searching: process.memoryUsage.rss() };
  const newest = await time(queries, (text) => search.hits({ text, sort: 'newest', limit: PAGE }));
  const total = await time(queries, (text) => search.query({ text, limit: 0 }));
  const ranked = await time(queries, (text) => search.query({ text, limit: PAGE }));
  const worst = await time(WORST, (text) => search.query({ text, limit: PAGE }));
  const began = performance.now();
  await search.suggest('a', 8);
  await search.warm();
  memory.lexiconSeconds = (performance.now() - began) / 1000;
  const suggestions = await time(prefixes, (text) => search.suggest(text, 8));
  memory.withLexicon = process.memoryUsage.rss();
  const answers = [];
  for (const text of exactness) {
    const { total: count, hits } = await search.query({ text: `"${text}"`, sort: 'newest', limit: 500 });
    answers.push({ text, count, ids: hits.map((hit) => hit.article.id) });
  }
  memory.highest = process.resourceUsage().maxRSS * 1024;
  await database.close();
  return { newest, total, ranked, worst, suggestions, memory, answers };
}

async function answerOnce({ path, text }) {
  const { database, search } = await openLibrary(path);
  const { total } = await search.query({ text, limit: PAGE });
  parentPort.postMessage(total, []);
  await database.close();
}

const jobs = { build, addSingly, measure };

if (!isMainThread) await answerOnce(workerData);
else if (process.send) {
  process.once('message', async ({ job, input }) => {
    process.send(await jobs[job](input), () => process.disconnect());
  });
} else await main();

/** In a process of its own, so that memory is that of the job alone. */
function inProcess(job, input) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), []);
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${job} ended with code ${code} and no result`)));
    child.send({ job, input });
  });
}

async function main() {
  const { values } = parseArgs({ options: { articles: { type: 'string', default: '100000' }, library: { type: 'string' } } });
  if (!existsSync(data)) {
    console.log('bench:search skipped: ../shared/data/news-2012-2026.jsonl.gz is not there');
    return;
  }
  const count = Number(values.articles);
  await bundle();
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-bench-search-'));
  const path = values.library ?? join(folder, 'library.sqlite');
  try {
    console.log(
      `${count} articles, Node ${process.version}, ${cpus().length} cores (${cpus()[0].model}), load before the run ${loadavg()[0].toFixed(1)}`,
    );
    if (!existsSync(path)) reportBuild(await inProcess('build', { path, count }));
    reportSingles(await inProcess('addSingly', { path, count, articles: [...drawArticles(BATCH + SINGLES)] }));
    const { texts, queries, exactness, prefixes } = await drawQueries(count);
    reportStart(await startTimes(path, queries));
    await reportSearch(await inProcess('measure', { path, queries, exactness, prefixes }), texts, queries, await importParts());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle() {
  mkdirSync(built, { recursive: true });
  // Not wanted where a worker is measured from its start.
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: join(root, 'scripts/bench-search-parts.ts'),
    platform: 'node',
    external: ['sqlite3'],
    logLevel: 'silent',
  });
  await build.write({ dir: built, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  await build.close();
}

/** Folded and squeezed passages of each article, and queries cut from them. */
async function drawQueries(count) {
  const { foldText, squeezeText } = await importParts();
  const texts = [];
  const names = [];
  for (const article of drawArticles(count)) {
    texts.push(
      passagesOf(article)
        .map((passage) => squeezeText(foldText(passage)))
        .join('\n'),
    );
    if (article.id % 500 === 1) names.push(article.headline, article.byline.slice(5), article.column ?? PLACES[0]);
  }
  const random = randomFrom(SEED + 1);
  const cut = (length, allowed) => {
    for (;;) {
      const text = random.pick(texts);
      const from = random.below(text.length - length);
      const piece = text.slice(from, from + length);
      if (allowed.test(piece)) return piece;
    }
  };
  const queries = Array.from({ length: 50 }, (_, at) => cut(2 + (at % 5), /^\p{Script=Han}+$/u));
  const exactness = [
    ...MIXED,
    ...WORST,
    ...Array.from({ length: 500 - MIXED.length - WORST.length }, (_, at) => cut(1 + (at % 8), /^[^\s"\ud800-\udfff]+$/u)),
  ];
  // As typed: every beginning of some names and headlines, and of pinyin initials.
  const prefixes = names.slice(0, 60).flatMap((name) => [1, 2, 3, 4, 6].map((length) => name.slice(0, length)));
  prefixes.push('l', 'lp', 'lps', 'gy', 'gysh', 'guiyang', 'zunyi', 'jjgc', 'wang', 'liming', 'cctv', 'ctv', 'xinhua');
  return { texts, queries, exactness, prefixes };
}

async function startTimes(path, queries) {
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    await new Promise((resolve, reject) => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { path, text: queries[round] } });
      worker.once('message', () => times.push(performance.now() - began));
      worker.once('exit', resolve);
      worker.once('error', reject);
    });
  }
  return times;
}

function scanTimes(texts, queries) {
  return time(queries, (query) => texts.filter((text) => text.includes(query)).length);
}

function reportBuild({ bytes, seconds, processor, size }) {
  row('text, UTF-8', megabytes(bytes));
  row(
    'bulk, store and index',
    `${(bytes / 1e6 / seconds).toFixed(1)} MB/s, ${(bytes / 1e6 / processor).toFixed(1)} a second of processor`,
    '',
    '>= 7 MB/s',
  );
  row('database and indexes on disk', `${megabytes(size)}, ${(size / bytes).toFixed(2)} x the text`, '', '<= 2.6 x');
}

function reportSingles({ singles, quiet, size }) {
  row(
    'tidying and warming in a quiet moment',
    `${quiet.times.map((time) => (time / 1000).toFixed(1)).join(' and ')} s, then ${megabytes(size)} on disk`,
  );
  row('adding one article', `${both(singles)}, max ${Math.max(...singles.times).toFixed(1)} ms`, '', 'p95 <= 5, max <= 50 ms');
}

function reportStart(times) {
  row(
    'worker start to first result',
    `median ${quantile(times, 0.5).toFixed(0)}, max ${Math.max(...times).toFixed(0)} ms`,
    '',
    '<= 150 ms',
  );
}

async function reportSearch({ newest, total, ranked, worst, suggestions, memory, answers }, texts, queries, { foldText, squeezedForms }) {
  await scanTimes(texts, queries.slice(0, 5));
  const scanned = await scanTimes(texts, queries);
  const scan = both(scanned);
  row('newest first, 50 hits', both(newest), scan, 'p95 <= 10 ms');
  row('exact total with facets', both(total), scan, 'p95 <= 20 ms');
  row('ranked, 50 hits, total, facets', both(ranked), scan, 'p95 <= 50 ms');
  row(
    'ranked, worst of ' + WORST.join(' '),
    `max ${Math.max(...worst.times).toFixed(0)} ms, processor ${worst.processor.toFixed(1)} ms`,
    both(await scanTimes(texts, WORST)),
    '<= 150 ms',
  );
  row('suggestions while typing', both(suggestions), '', 'p95 <= 20 ms');
  row('lexicon filled in the background', `${memory.lexiconSeconds.toFixed(1)} s`);
  row(
    'memory searching / with lexicon / highest',
    [memory.searching, memory.withLexicon, memory.highest].map(megabytes).join(' / '),
    '',
    '<= 300 MB',
  );
  row('newest first to scan', (quantile(newest.times, 0.95) / quantile(scanned.times, 0.95)).toFixed(3), '', '<= 0.2');
  let wrong = 0;
  for (const { text, count, ids } of answers) {
    const sought = squeezedForms(foldText(text).trim());
    const truth = new Set();
    for (const [at, passages] of texts.entries()) if (sought.some((form) => passages.includes(form))) truth.add(at + 1);
    if (count === truth.size && ids.length === Math.min(500, count) && ids.every((id) => truth.has(id))) continue;
    wrong += 1;
    console.log(`  differs: ${JSON.stringify(text)}: ${count} found, ${truth.size} by scan`);
  }
  row(`exactness, ${answers.length} queries against the scan`, `${wrong} differ`, '', '0');
}

function quantile(times, share) {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
}

function both({ times, processor }) {
  return `median ${quantile(times, 0.5).toFixed(1)}, p95 ${quantile(times, 0.95).toFixed(1)}, processor ${processor.toFixed(1)} ms`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function row(name, figure, scan = '', target = '') {
  console.log(
    `${name.padEnd(44)} ${figure.padEnd(52)} ${scan === '' ? '' : `scan ${scan}`.padEnd(52)} ${target === '' ? '' : `target ${target}`}`.trimEnd(),
  );
}
