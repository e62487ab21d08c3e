// `npm run bench:parse`: how well and how fast text becomes articles.
// How well: ../shared/eval's scorer over its pages with known answers, through the command line as anybody would call it. `-- dev` scores that folder alone.
// How fast, on one core: decoding and every pass. Promised: 5 MB of UTF-8 a second of the sample, 3 of the pages whose lines are paragraphs.
// The sample by itself many times over, files of up to 64 MB with the memory they take, and the development pages of ../shared where they are;
// each kind in a process of its own, as the engine compiles a program for what it has met. `-- speed` measures that alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { inRoot } from './setup.mjs';

const evaluation = inRoot('..', 'shared', 'eval');
const seed = inRoot('seeds', 'guizhou-daily-2023-11-25.txt');
/** MB of UTF-8 a second. */
const promised = { sample: 5, para: 3 };
/** Times the file's size. */
const mostMemory = 30;
/** Seconds of work the speed at first is measured over, at least one round. */
const longest = 4;
/** Seconds in which the engine compiles what one kind of text needs and shows its best second: other programs slow down most of them on a shared machine. */
const warming = 16;

const asked = process.argv.slice(2);
if (asked[0] === '--measure') await measure(asked[1]);
else {
  const folders = asked.length > 0 ? asked.filter((name) => name !== 'speed') : ['seed', 'dev', 'check', 'english'];
  if (existsSync(join(evaluation, 'score.py'))) folders.forEach(score);
  else console.log('  ../shared/eval is not here: skipping how well articles are recovered');
  const pages = existsSync(join(evaluation, 'dev')) ? readdirSync(join(evaluation, 'dev')) : [];
  for (const kind of ['sample', '1', '8', '64', ...pages.filter((name) => textFiles(join(evaluation, 'dev', name)).length > 0)])
    if (spawnSync(process.execPath, [import.meta.filename, '--measure', kind], { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
}

/** Prints the scorer's table; a loss of text or a crash fails the bench. */
function score(folder) {
  console.log(`\n  ${folder}`);
  const command = `${process.execPath} ${inRoot('scripts', 'newsroom.mjs')} parse --json {files}`;
  const { status } = spawnSync(
    'python3',
    [join(evaluation, 'score.py'), '--gold-dir', join(evaluation, folder), '--batch', command, '--strict'],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}

/** The sample, so many MB of it in one file, or a folder of the development pages. */
async function measure(kind) {
  const { decodeSource } = await import(await bundle('src-main/text/decode-source.ts'));
  const { parseBriefing } = await import(await bundle('src-main/text/parse-briefing.ts'));
  const { loadLanguageModel } = await import(await bundle('src-main/text/language/language-model.ts'));
  const modelFile = inRoot('resources', 'language-model.bin');
  const language = existsSync(modelFile) ? loadLanguageModel(readFileSync(modelFile)) : null;
  const parse = (bytes) => {
    const { text, encoding } = decodeSource(bytes);
    return parseBriefing(text, { encoding, fileName: null, path: null, language });
  };
  if (kind === '64') measureLarge(parse);
  else if (kind === 'sample') measureSpeed('the sample', [readFileSync(seed)], parse, promised.sample);
  else if (/^[0-9]+$/.test(kind)) measureSpeed(`${kind} MB in one file`, [repeated(Number(kind))], parse);
  else measureSpeed(`development pages, ${kind}`, textFiles(join(evaluation, 'dev', kind)), parse, promised[kind]);
}

/** Once while the engine still compiles what it finds to be hot, which takes it some ten seconds of a kind of text, and the best second after that. */
function measureSpeed(name, sources, parse, least) {
  const first = speedOver(longest, sources, parse);
  const seconds = Array.from({ length: warming }, () => speedOver(1, sources, parse));
  const compiled = Math.max(...seconds);
  const promise = least === undefined ? '' : `   promised ${least}: ${compiled >= least ? 'kept' : 'NOT KEPT'}`;
  console.log(`  ${name.padEnd(34)} ${first.toFixed(1).padStart(6)} MB/s at first, ${compiled.toFixed(2)} compiled${promise}`);
}

/** Speed, and the most memory ever held beyond what was held before, the file itself and its text included. */
function measureLarge(parse) {
  const before = process.memoryUsage().rss;
  const file = repeated(64);
  console.log(`  ${'64 MB in one file'.padEnd(34)} ${speedOver(0, [file], parse).toFixed(1).padStart(6)} MB/s`);
  const times = (process.resourceUsage().maxRSS * 1024 - before) / 64e6;
  const mark = times <= mostMemory ? 'kept' : 'NOT KEPT';
  console.log(`  ${'memory for 64 MB'.padEnd(34)} ${times.toFixed(1).padStart(6)} times the file   promised ${mostMemory}: ${mark}`);
}

/** MB a second of processor time, so that whatever else this machine does is not counted; the collector's and the compiler's own threads are. */
function speedOver(least, sources, parse) {
  const before = process.cpuUsage();
  const seconds = () => Object.values(process.cpuUsage(before)).reduce((sum, part) => sum + part, 0) / 1e6;
  let rounds = 0;
  do {
    for (const source of sources) parse(source);
    rounds += 1;
  } while (seconds() < least);
  return (sources.reduce((sum, source) => sum + source.length, 0) * rounds) / 1e6 / seconds();
}

function repeated(megabytes) {
  const source = readFileSync(seed);
  return Buffer.concat(Array.from({ length: Math.ceil((megabytes * 1e6) / source.length) }, () => source));
}

function textFiles(folder) {
  if (!statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file)));
}
