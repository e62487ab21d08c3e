/** Titles, standing titles and lines of running text as pages show them, out of a corpus of items with titles. Training only. */
import { numbersFrom } from './train-lines';

export interface LineExamples {
  /** Of one story: whole titles and the parts of those set in two. */
  readonly titles: readonly string[];
  /** Of a series or a section: what items carry in brackets before their own title. */
  readonly standing: readonly string[];
  /** Pieces of paragraphs as long as titles are. */
  readonly text: readonly string[];
}

/** Standing titles before an item's own: 【十八大代表风采录】. */
export const BRACKETED = /[【[]([^】\]]+)[】\]]/gu;
/** Lines of text for each title. */
const TEXT_SHARE = 2;
const SHORTEST = 4;
const LONGEST_STANDING = 24;

export function lineExamples(items: readonly { readonly title: string; readonly paragraphs: readonly string[] }[]): LineExamples {
  const titles = new Set<string>();
  const standing = new Set<string>();
  for (const { title } of items) {
    for (const [, name] of title.matchAll(BRACKETED)) {
      const trimmed = name!.trim();
      if (trimmed.length >= 2 && trimmed.length <= LONGEST_STANDING) standing.add(trimmed);
    }
    const own = title.replace(BRACKETED, '').trim();
    for (const part of [own, ...own.split(/\s+/u), ...own.split('——')]) if (part.length >= SHORTEST) titles.add(part);
  }
  const sorted = [...titles].sort();
  return {
    titles: sorted,
    standing: [...standing].sort(),
    text: piecesOf(
      items.flatMap(({ paragraphs }) => paragraphs),
      sorted,
    ),
  };
}

/** Half of them a paragraph's beginning, half from anywhere; none with a sentence's end inside, nor ends that no title has. */
function piecesOf(paragraphs: readonly string[], titles: readonly string[]): readonly string[] {
  const below = numbersFrom(7);
  const long = paragraphs.filter((paragraph) => paragraph.length > 12);
  const pieces: string[] = [];
  if (long.length === 0) return pieces;
  for (let tried = 0; tried < titles.length * TEXT_SHARE * 8 && pieces.length < titles.length * TEXT_SHARE; tried += 1) {
    const paragraph = long[below(long.length)]!;
    const length = below(10) < 7 ? titles[below(titles.length)]!.length : 5 + below(30);
    const opens = below(2) === 0;
    const from = opens ? 0 : below(paragraph.length);
    const sentences = paragraph.slice(from, from + length).split(/[。；！？…]/u);
    let piece = sentences.at(opens ? 0 : -1)!;
    if (below(2) === 0) piece = piece.replace(/[，、：“]+$/u, '');
    piece = piece.trim();
    if (piece.length >= SHORTEST && !/[，、]$/u.test(piece) && !/^[，、。；”）》]/u.test(piece)) pieces.push(piece);
  }
  return pieces;
}
