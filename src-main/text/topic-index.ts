/**
 * What the articles of a page are about, kept as counts of word pairs, so that a stretch can be held against an article with or without itself.
 * Pairs are numbered within one page: counting is then plain array work, which is where a parse would otherwise spend its time.
 */
import type { LanguageScores, ParagraphDraft } from './document';
import type { Stretch } from './break-links';
import { cut, kept } from './scratch';
import { NO_TEXT, addRow, setRow, rowLength } from './text-vectors';
import type { TextVectors } from './text-vectors';

/** Share of an article's word pairs that it takes over from what it said before; topic.ts of the language model uses the same. */
export const REPEATED_SHARE = 0.04;
export const LOG_NOT_SHARED = Math.log(1 - REPEATED_SHARE);
/** Far from where numbers end, at either side. */
export const LARGEST_PRODUCT = 1e100;
/** An article of fewer pairs says nothing of itself. */
export const LEAST_PAIRS = 5;

/** Distinct word pairs of a text, by their numbers in the space: among all pairs of the page, or, after `sharedWords`, among the shared ones. */
export interface Words {
  /** Its pairs stand in `row` from `start` to `end`; other texts share the row. */
  readonly row: Int32Array;
  readonly start: number;
  readonly end: number;
  /** Further pairs that no other text of the page has: they are only ever counted. */
  readonly alone: number;
  /** Pairs in the text, repeats counted. */
  readonly length: number;
  /** Its number among the texts of the page; NO_TEXT for no words. */
  readonly text: number;
}

export const NO_WORDS: Words = { row: new Int32Array(0), start: 0, end: 0, alone: 0, length: 0, text: NO_TEXT };

/** A running text with what it is about. */
export interface Piece extends Stretch {
  /** The lines it is made of, which surely go on in each other; `block` is the first of them. */
  readonly blocks: readonly number[];
  readonly paragraph: ParagraphDraft;
  /** Null where it is too short to tell. */
  readonly words: Words | null;
}

export interface Gains {
  /** By shared number: the repeated share over the pair's share of the language. */
  readonly gains: Float64Array;
  /** Pairs that several texts have. */
  shared: number;
  readonly vectors: TextVectors;
}

export interface TopicSpace extends Gains {
  readonly language: LanguageScores;
  readonly numbers: PairNumbers;
  /** The pairs of all texts, one text behind the other, and how far it is filled. */
  readonly row: Int32Array;
  filled: number;
  /** Texts numbered so far. */
  texts: number;
  /** By number: texts that have the pair, and the last of them. */
  readonly uses: Int32Array;
  readonly lastText: Int32Array;
  /** By number: the pair's number among those that several texts have, most pairs being in one text only; NOT_SHARED where none was given. */
  readonly sharedNumbers: Int32Array;
  /** By number: where the language model has the pair's vector. */
  readonly matterPlaces: Int32Array;
}

const NOT_SHARED = -1;

export interface TopicIndex {
  readonly counts: Uint16Array;
  /** Sum of the rows of its texts. */
  readonly vector: Float64Array;
  length: number;
}

const rows = kept(Int32Array);
const useRows = kept(Int32Array);
const lastTextRows = kept(Int32Array);
const sharedNumberRows = kept(Int32Array);
const matterPlaceRows = kept(Int32Array);
const gainRows = kept(Float64Array);
const vectorRows = kept(Float64Array);
const matterRows = kept(Int32Array);
const placeRows = kept(Int32Array);

/** For so many texts of one page, of so many characters in all; the page before it cannot be asked about any more. */
export function newTopicSpace(language: LanguageScores, characters: number, texts: number): TopicSpace {
  const size = language.matterSize;
  return {
    language,
    numbers: pairNumbers(characters),
    row: rows(characters),
    filled: 0,
    texts: 0,
    uses: useRows(characters),
    lastText: lastTextRows(characters),
    sharedNumbers: sharedNumberRows(characters),
    matterPlaces: matterPlaceRows(characters),
    gains: gainRows(characters),
    shared: 0,
    vectors: { size, rows: vectorRows(texts * rowLength(size)) },
  };
}

export function wordsOf(space: TopicSpace, text: string): Words {
  const { language, numbers, row, uses, lastText, sharedNumbers, matterPlaces, vectors } = space;
  const pairs = language.pairsAsTheyStand(text);
  const own = space.texts++;
  const places = placeRows(pairs.length);
  let withVector = 0;
  const start = space.filled;
  let end = start;
  for (let at = 0; at < pairs.length; at++) {
    const known = numbers.count();
    const number = numbers.of(pairs[at]!);
    if (number === known) {
      uses[number] = 1;
      lastText[number] = own;
      sharedNumbers[number] = NOT_SHARED;
      matterPlaces[number] = language.matterPlace(pairs[at]!);
    } else if (lastText[number] === own) continue;
    else {
      uses[number]!++;
      lastText[number] = own;
    }
    row[end++] = number;
    const place = matterPlaces[number]!;
    if (place >= 0) places[withVector++] = place;
  }
  const matter = matterRows(vectors.size);
  language.sumMatter(places, withVector, matter);
  space.filled = end;
  setRow(vectors, own, matter, withVector, end - start);
  return { row, start, end, alone: 0, length: pairs.length, text: own };
}

/** The same words without the pairs that no other text has, most of them, in their place; make it after every text of the page has been numbered. */
export function sharedWords(space: TopicSpace, words: Words): Words {
  const { language, numbers, uses, sharedNumbers, gains } = space;
  const { row, start } = words;
  let end = start;
  for (let at = start; at < words.end; at++) {
    const pair = row[at]!;
    if (uses[pair]! < 2) continue;
    if (sharedNumbers[pair] === NOT_SHARED) {
      gains[space.shared] = REPEATED_SHARE * Math.exp(-language.logShare(numbers.pairs[pair]!));
      sharedNumbers[pair] = space.shared++;
    }
    row[end++] = sharedNumbers[pair]!;
  }
  return { row, start, end, alone: words.alone + words.end - end, length: words.length, text: words.text };
}

const narrowRows = kept(Int32Array);
const narrowGainRows = kept(Float64Array);
const narrowNumberRows = kept(Int32Array);

/** The words numbered anew, those alone that several of the texts have: an article's counts are then a fraction of its page's. Only the last such texts can be asked about. */
export function narrowedTo(
  space: TopicSpace,
  texts: readonly (Words | null)[],
): { readonly space: Gains; readonly words: readonly (Words | null)[] } {
  /** By shared number: texts that have it, then, below zero, its number here, counted from -1 down. */
  const numbers = narrowNumberRows(space.shared).fill(0, 0, space.shared);
  let most = 0;
  for (const text of texts) {
    if (!text) continue;
    most += text.end - text.start;
    for (let at = text.start; at < text.end; at++) numbers[text.row[at]!]!++;
  }
  const row = narrowRows(most);
  const gains = narrowGainRows(most);
  let shared = 0;
  let end = 0;
  const words = texts.map((text): Words | null => {
    if (!text) return null;
    const start = end;
    for (let at = text.start; at < text.end; at++) {
      const pair = text.row[at]!;
      if (numbers[pair] === 1) continue;
      if (numbers[pair]! > 0) {
        gains[shared++] = space.gains[pair]!;
        numbers[pair] = -shared;
      }
      row[end++] = -numbers[pair]! - 1;
    }
    return { ...text, row, start, end, alone: text.alone + text.end - text.start - (end - start) };
  });
  return { space: { gains, shared, vectors: space.vectors }, words };
}

/** Pairs numbered as they are met, from 0 on. */
interface PairNumbers {
  readonly of: (pair: number) => number;
  readonly count: () => number;
  /** By number. */
  readonly pairs: Int32Array;
}

const slotRows = kept(Int32Array);
const pairRows = kept(Int32Array);

/** For at most so many pairs. Open addressing; of a text's pairs so many are met again that half of the slots stay empty: a pair, which is never 0, and behind it its number. */
function pairNumbers(most: number): PairNumbers {
  const bits = Math.max(4, Math.ceil(Math.log2(most + 1)));
  const slots = slotRows(2 ** (bits + 1)).fill(0, 0, 2 ** (bits + 1));
  const mask = 2 ** (bits + 1) - 1;
  const pairs = pairRows(most);
  let count = 0;
  return {
    of(pair) {
      let slot = (Math.imul(pair, 0x9e3779b1) >>> (32 - bits)) * 2;
      while (slots[slot] !== pair) {
        if (slots[slot] === 0) {
          slots[slot] = pair;
          slots[slot + 1] = count;
          pairs[count] = pair;
          return count++;
        }
        slot = (slot + 2) & mask;
      }
      return slots[slot + 1]!;
    },
    count: () => count,
    pairs,
  };
}

const countRows = cut(Uint16Array);
const sumRows = cut(Float64Array);

/** Make it after the shared words of every text of the page. */
export function emptyTopic({ shared, vectors }: Gains): TopicIndex {
  return { counts: countRows(shared), vector: sumRows(rowLength(vectors.size)), length: 0 };
}

export function addTopic({ vectors }: Gains, index: TopicIndex, words: Words): void {
  const { counts } = index;
  const { row, start, end } = words;
  for (let at = start; at < end; at++) counts[row[at]!]!++;
  index.length += words.length;
  addVector(vectors, words, index.vector, 1);
}

/** Adds what a text is about to a sum, or takes it away. */
export function addVector(vectors: TextVectors, { text }: Words, sum: Float64Array, sign: 1 | -1): void {
  if (text !== NO_TEXT) addRow(vectors, text, sum, sign);
}

/** The least that `topicFit` can say of these words. */
export function leastFit({ start, end, alone }: Words): number {
  return ((end - start + alone) * LOG_NOT_SHARED) / 2;
}

/**
 * Nats by which these words are likelier in that article than anywhere. `own` says that the words are counted in it already.
 * Pairs overlap and tell the same thing twice, hence the half; and one that several paragraphs have comes in bursts, hence the root of its count.
 */
export function topicFit({ gains }: Gains, index: TopicIndex, words: Words, own: boolean): number {
  const length = index.length - (own ? words.length : 0);
  if (length < LEAST_PAIRS) return 0;
  const { counts } = index;
  const { row, start, end } = words;
  const least = own ? 1 : 0;
  let score = 0;
  // A logarithm of a product where there would be one for each factor: logarithms are most of the work.
  let product = 1;
  let apart = words.alone;
  for (let at = start; at < end; at++) {
    const pair = row[at]!;
    if (counts[pair]! > least) {
      product *= 1 - REPEATED_SHARE + (gains[pair]! * Math.sqrt(counts[pair]! - least)) / length;
      if (product > LARGEST_PRODUCT || product < 1 / LARGEST_PRODUCT) {
        score += Math.log(product);
        product = 1;
      }
    } else apart++;
  }
  return (score + Math.log(product) + apart * LOG_NOT_SHARED) / 2;
}
