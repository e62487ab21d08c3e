/**
 * Paragraphs that are counted go on from each other: 三是… belongs where 二是… is, wherever it was printed.
 * Not for parts of a series with titles of their own (read-heading.ts).
 */
import type { Piece } from './topic-index';

/** How paragraphs are counted, each way with its numbers in its one group. */
const WAYS: readonly RegExp[] = [
  /^“?第([一二三四五六七八九])[，、：步个类是件条]/u,
  /^([一二三四五六七八九])[是要]/u,
  /^其([一二三四五六七八九])[，、：]/u,
  /^([一二三四五六七八九十])、/u,
  /^[（(]([一二三四五六七八九十])[）)]/u,
  /^([1-9])[．.、](?![0-9])/u,
  /^(首先|其次|再次|再者)/u,
  /^([①-⑩])/u,
];
const NUMBERS = '一二三四五六七八九十';
const IN_WORDS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3 };

/** Its way among WAYS and its number in one; null where nothing is counted. Numbers are from 1 to 10. */
function countOf(text: string): number | null {
  const opening = text.slice(0, 4);
  for (const [way, pattern] of WAYS.entries()) {
    const said = pattern.exec(opening)?.[1];
    if (said !== undefined) return way * WIDTH + (IN_WORDS[said] ?? (NUMBERS.indexOf(said) + 1 || Number(said.normalize('NFKC'))));
  }
  return null;
}

const WIDTH = 16;

/**
 * The articles of the pieces, each counted one with the one that it counts on from. Only where either number stands once on the page:
 * of 80 such pairs on pages with known answers all were of one article. What opens an article with a heading stays under it.
 */
export function countedOn(pieces: readonly Piece[], labels: readonly number[], headless: ReadonlySet<number>): readonly number[] {
  /** By count: the piece that has it; null where several do. */
  const counted = new Map<number, number | null>();
  for (const [index, { text }] of pieces.entries()) {
    const count = countOf(text);
    if (count !== null) counted.set(count, counted.has(count) ? null : index);
  }
  const next = [...labels];
  for (const [count, index] of [...counted].toSorted(([a], [b]) => a - b)) {
    const before = counted.get(count - 1);
    if (index === null || before === null || before === undefined || next[index] === next[before]) continue;
    const opens = !headless.has(next[index]!) && next.indexOf(next[index]!) === index;
    if (!opens) next[index] = next[before]!;
  }
  return next;
}
