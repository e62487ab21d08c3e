// `npm run bench:parse`: how well and how fast text becomes articles.
// How well: ../shared/eval's scorer over its pages with known answers, through the command line as anybody would call it. `-- dev` scores that folder alone.
// How fast, on one core: decoding, every pass, jumps. Promised: at least 5 MB of UTF-8 a second.
// The sample by itself many times over, files of up to 64 MB with the memory they take, and the development pages of ../shared where they are.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { inRoot } from './setup.mjs';

const evaluation = inRoot('..', 'shared', 'eval');
if (existsSync(join(evaluation, 'score.py')))
  for (const folder of process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['seed', 'dev', 'check', 'english']) score(folder);
else console.log('  ../shared/eval is not here: skipping how well articles are recovered');

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

const { decodeSource } = await import(await bundle('src-main/text/decode-source.ts'));
const { parseBriefing } = await import(await bundle('src-main/text/parse-briefing.ts'));
const { loadLanguageModel } = await import(await bundle('src-main/text/language/language-model.ts'));

/** MB of UTF-8 a second. */
const promised = 5;
/** Times the file's size. */
const mostMemory = 30;
/** Seconds of work the speed at first is measured over, at least one round. */
const longest = 4;
/** Seconds in which the engine compiles what one kind of text needs and shows its best second: other programs slow down most of them on a shared machine. */
const warming = 16;
const modelFile = inRoot('resources', 'language-model.bin');
const language = existsSync(modelFile) ? loadLanguageModel(readFileSync(modelFile)) : null;
const seed = readFileSync(inRoot('seeds', 'guizhou-daily-2023-11-25.txt'));

measure('the sample', [seed]);
measure('1 MB in one file', [repeated(seed, 1)]);
measure('8 MB in one file', [repeated(seed, 8)]);
const before64 = process.memoryUsage().rss;
const large = repeated(seed, 64);
console.log(`  ${'64 MB in one file'.padEnd(34)} ${speedOver(0, [large], large.length).toFixed(1).padStart(6)} MB/s`);
remember(64e6, process.resourceUsage().maxRSS * 1024 - before64);
const pages = inRoot('..', 'shared', 'eval', 'dev');
if (existsSync(pages))
  for (const kind of readdirSync(pages)) {
    const files = textFiles(join(pages, kind));
    if (files.length > 0) measure(`development pages, ${kind}`, files);
  }

/** Once while the engine still compiles what it finds to be hot, which takes it some ten seconds of a kind of text, and the best second after that. */
function measure(name, sources) {
  const bytes = sources.reduce((sum, source) => sum + source.length, 0);
  const first = speedOver(longest, sources, bytes);
  const seconds = Array.from({ length: warming }, () => speedOver(1, sources, bytes));
  const compiled = Math.max(...seconds);
  const mark = compiled >= promised ? 'kept' : 'NOT KEPT';
  console.log(
    `  ${name.padEnd(34)} ${first.toFixed(1).padStart(6)} MB/s at first, ${compiled.toFixed(1)} compiled   promised ${promised}: ${mark}`,
  );
}

/** MB a second of processor time, so that whatever else this machine does is not counted; the collector's and the compiler's own threads are. */
function speedOver(least, sources, bytes) {
  const before = process.cpuUsage();
  const seconds = () => Object.values(process.cpuUsage(before)).reduce((sum, part) => sum + part, 0) / 1e6;
  let rounds = 0;
  do {
    for (const source of sources) parse(source);
    rounds += 1;
  } while (seconds() < least);
  return (bytes * rounds) / 1e6 / seconds();
}

/** The most memory ever held beyond what was held before, the file itself and its text included. */
function remember(size, held) {
  const times = held / size;
  const mark = times <= mostMemory ? 'kept' : 'NOT KEPT';
  console.log(`  ${'memory for 64 MB'.padEnd(34)} ${times.toFixed(1).padStart(6)} times the file   promised ${mostMemory}: ${mark}`);
}

function parse(bytes) {
  const { text, encoding } = decodeSource(bytes);
  return parseBriefing(text, { encoding, fileName: null, path: null, language });
}

function repeated(source, megabytes) {
  return Buffer.concat(Array.from({ length: Math.ceil((megabytes * 1e6) / source.length) }, () => source));
}

function textFiles(folder) {
  if (!statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file)));
}
