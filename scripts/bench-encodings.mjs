// `npm run bench:encodings [-- --files N]`: how often a file's encoding is told rightly, over files of 60 bytes and up made from real text.
// Promised: 99 in 100, over UTF-8, GBK, GB18030, Big5 and UTF-16, with and without byte-order mark. Text is drawn from ../shared/data where that is there, else from seeds/.
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import * as OpenCC from 'opencc-js';
import { bundle } from './bundle.mjs';
import { inRoot } from './setup.mjs';

const { values } = parseArgs({ options: { files: { type: 'string', default: '5000' } } });
const { decodeSource } = await import(await bundle('src-main/text/decode-source.ts'));

const SHORTEST = 60;
const LONGEST = 20_000;
const toTraditional = OpenCC.Converter({ from: 'cn', to: 'tw' });
const plain = (name) => (text) => iconv.encode(text, name);
const marked = (name) => (text) => iconv.encode(text, name, { addBOM: true });
const forms = [
  { name: 'UTF-8', encoding: 'utf-8', encode: plain('utf-8') },
  { name: 'UTF-8, marked', encoding: 'utf-8', encode: marked('utf-8') },
  { name: 'GBK', encoding: 'gb18030', encode: plain('gbk') },
  { name: 'GB18030', encoding: 'gb18030', encode: plain('gb18030') },
  { name: 'GBK, traditional', encoding: 'gb18030', encode: plain('gbk'), convert: toTraditional },
  { name: 'Big5', encoding: 'big5', encode: plain('big5'), convert: toTraditional },
  { name: 'UTF-16 LE', encoding: 'utf-16le', encode: plain('utf-16le') },
  { name: 'UTF-16 LE, marked', encoding: 'utf-16le', encode: marked('utf-16le') },
  { name: 'UTF-16 BE', encoding: 'utf-16be', encode: plain('utf-16be') },
  { name: 'UTF-16 BE, marked', encoding: 'utf-16be', encode: marked('utf-16be') },
];

let state = 20231125;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const articles = readArticles();
const total = { right: 0, files: 0, certainAndWrong: 0 };
const began = performance.now();
for (const form of forms) {
  let right = 0;
  const count = Math.ceil(Number(values.files) / forms.length);
  const wrong = new Map();
  for (let file = 0; file < count; file++) {
    const bytes = drawFile(form);
    const { encoding, judgement } = decodeSource(bytes);
    if (encoding === form.encoding) right++;
    else {
      const what = `${encoding} (${judgement.confidence}, ${bytes.length} bytes)`;
      wrong.set(what, (wrong.get(what) ?? 0) + 1);
      if (judgement.confidence === 'certain') total.certainAndWrong++;
    }
  }
  total.right += right;
  total.files += count;
  const taken = [...wrong.keys()].slice(0, 4).join(', ');
  console.log(`  ${form.name.padEnd(20)} ${((100 * right) / count).toFixed(2).padStart(6)} %${taken && `   taken for ${taken}`}`);
}
const share = (100 * total.right) / total.files;
console.log(
  `  ${'all'.padEnd(20)} ${share.toFixed(2).padStart(6)} % of ${total.files} files; wrong and called certain: ${total.certainAndWrong}; ${(performance.now() - began).toFixed(0)} ms`,
);
console.log(`  promised 99: ${share >= 99 ? 'kept' : 'NOT KEPT'}`);

/** A stretch of an article, of a length drawn evenly on a logarithmic scale: as many short files as long ones. */
function drawFile({ encode, convert = (text) => text }) {
  const wanted = SHORTEST * (LONGEST / SHORTEST) ** (random(1000) / 1000);
  for (;;) {
    const article = articles[random(articles.length)];
    const start = random(Math.max(1, article.length - 20));
    const text = convert(article.slice(start, start + Math.ceil(wanted)));
    let bytes = encode(text);
    for (
      let length = text.length;
      bytes.length > wanted && length > 1;
      length = Math.floor(length * Math.min(0.95, wanted / bytes.length))
    ) {
      const shorter = encode(text.slice(0, length));
      if (shorter.length < Math.max(SHORTEST, wanted * 0.5)) break;
      bytes = shorter;
    }
    if (bytes.length >= SHORTEST) return new Uint8Array(bytes);
  }
}

function readArticles() {
  const corpus = inRoot('..', 'shared', 'data', 'news-2012-2026.jsonl.gz');
  if (!existsSync(corpus))
    return readFileSync(inRoot('seeds', 'guizhou-daily-2023-11-25.txt'), 'utf8')
      .split('\n\n')
      .filter((text) => text.length > 80);
  return gunzipSync(readFileSync(corpus))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ title, paragraphs }) => [title, ...paragraphs].join('\n\n'))
    .filter((text) => text.length > 80);
}
