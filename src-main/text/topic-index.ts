/**
 * What the articles of a page are about, kept as counts of word pairs, so that a stretch can be held against an article with or without itself.
 * Pairs are numbered within one page: counting is then plain array work, which is where a parse would otherwise spend its time.
 */
import { blockText } from './document';
import type { Document, LanguageScores, ParagraphDraft } from './document';
import type { Stretch } from './match-breaks';

/** Share of an article's word pairs that it takes over from what it said before; topic.ts of the language model uses the same. */
const REPEATED_SHARE = 0.04;
const LOG_NOT_SHARED = Math.log(1 - REPEATED_SHARE);
/** Far from where numbers end, at either side. */
const LARGEST_PRODUCT = 1e100;
/** An article of fewer pairs says nothing of itself. */
const LEAST_PAIRS = 5;

/** Distinct word pairs of a text, by their numbers in the space: among all pairs of the page, or, after `sharedWords`, among the shared ones. */
export interface Words {
  readonly pairs: Int32Array;
  /** Further pairs that no other text of the page has: they are only ever counted. */
  readonly alone: number;
  /** Pairs in the text, repeats counted. */
  readonly length: number;
}

/** A running text with what it is about. */
export interface Piece extends Stretch {
  readonly paragraph: ParagraphDraft;
  /** Null where it is too short to tell. */
  readonly words: Words | null;
}

export interface TopicSpace {
  readonly language: LanguageScores;
  readonly numbers: PairNumbers;
  /** Texts numbered so far. */
  texts: number;
  /** By number: texts that have the pair, and the last of them. */
  readonly uses: number[];
  readonly lastText: number[];
  /** By number: the pair's number among those that several texts have, most pairs being in one text only; NOT_SHARED where none was given. */
  readonly sharedNumbers: number[];
  /** By shared number: the repeated share over the pair's share of the language. */
  readonly gains: number[];
}

const NOT_SHARED = -1;

export interface TopicIndex {
  readonly counts: Uint16Array;
  length: number;
}

export function newTopicSpace(language: LanguageScores): TopicSpace {
  return { language, numbers: pairNumbers(), texts: 0, uses: [], lastText: [], sharedNumbers: [], gains: [] };
}

export function wordsOf(space: TopicSpace, text: string): Words {
  const { numbers, uses, lastText, sharedNumbers } = space;
  const pairs = space.language.pairsAsTheyStand(text);
  const numbered = new Int32Array(pairs.length);
  const own = space.texts++;
  let size = 0;
  for (let at = 0; at < pairs.length; at++) {
    const number = numbers.of(pairs[at]!);
    if (number === uses.length) {
      uses.push(1);
      lastText.push(own);
      sharedNumbers.push(NOT_SHARED);
    } else if (lastText[number] === own) continue;
    else {
      uses[number]!++;
      lastText[number] = own;
    }
    numbered[size++] = number;
  }
  return { pairs: numbered.subarray(0, size), alone: 0, length: pairs.length };
}

/** The same words without the pairs that no other text has, most of them; make it after every text of the page has been numbered. */
export function sharedWords({ language, numbers, uses, sharedNumbers, gains }: TopicSpace, words: Words): Words {
  const shared = new Int32Array(words.pairs.length);
  let size = 0;
  for (let at = 0; at < words.pairs.length; at++) {
    const pair = words.pairs[at]!;
    if (uses[pair]! < 2) continue;
    if (sharedNumbers[pair] === NOT_SHARED)
      sharedNumbers[pair] = gains.push(REPEATED_SHARE * Math.exp(-language.logShare(numbers.pairs[pair]!))) - 1;
    shared[size++] = sharedNumbers[pair]!;
  }
  const pairs = shared.subarray(0, size);
  return { pairs, alone: words.alone + words.pairs.length - pairs.length, length: words.length };
}

/**
 * The words numbered anew, those alone that several of the texts have: an article's counts are then a fraction of its page's.
 * `numbers` is working space, a zero for each shared pair of the page, and is left as it was.
 */
export function narrowedTo(
  space: TopicSpace,
  texts: readonly (Words | null)[],
  numbers: Int32Array,
): { readonly space: TopicSpace; readonly words: readonly (Words | null)[] } {
  for (const text of texts) if (text) for (const pair of text.pairs) numbers[pair]!++;
  const gains: number[] = [];
  /** Below zero: a number, counted from -1 down. */
  const words = texts.map((text): Words | null => {
    if (!text) return null;
    const pairs = new Int32Array(text.pairs.length);
    let size = 0;
    for (const pair of text.pairs) {
      if (numbers[pair] === 1) continue;
      if (numbers[pair]! > 0) numbers[pair] = -gains.push(space.gains[pair]!);
      pairs[size++] = -numbers[pair]! - 1;
    }
    return { pairs: pairs.subarray(0, size), alone: text.alone + text.pairs.length - size, length: text.length };
  });
  for (const text of texts) if (text) for (const pair of text.pairs) numbers[pair] = 0;
  return { space: { ...space, gains }, words };
}

/** Pairs numbered as they are met, from 0 on. */
interface PairNumbers {
  readonly of: (pair: number) => number;
  /** By number. */
  readonly pairs: readonly number[];
}

/** Open addressing over typed arrays that double at half full; a pair is never 0. */
function pairNumbers(): PairNumbers {
  let bits = 12;
  let keys = new Int32Array(2 ** bits);
  let numbers = new Int32Array(2 ** bits);
  const met: number[] = [];

  function slotOf(pair: number): number {
    let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits);
    while (keys[slot] !== 0 && keys[slot] !== pair) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }

  function grow(): void {
    const [oldKeys, oldNumbers] = [keys, numbers];
    bits += 1;
    keys = new Int32Array(2 ** bits);
    numbers = new Int32Array(2 ** bits);
    for (let at = 0; at < oldKeys.length; at++) {
      if (oldKeys[at] === 0) continue;
      const slot = slotOf(oldKeys[at]!);
      keys[slot] = oldKeys[at]!;
      numbers[slot] = oldNumbers[at]!;
    }
  }

  return {
    of(pair) {
      let slot = slotOf(pair);
      if (keys[slot] === pair) return numbers[slot]!;
      if (met.length * 2 >= keys.length) {
        grow();
        slot = slotOf(pair);
      }
      keys[slot] = pair;
      numbers[slot] = met.length;
      return met.push(pair) - 1;
    },
    pairs: met,
  };
}

/** What the headline, deck and kicker of an article say. */
export function headingWords(space: TopicSpace, document: Document, article: number): Words {
  const text = document.articles[article]!.heading.filter((block) =>
    ['headline', 'deck', 'kicker'].includes(document.blocks[block]!.role ?? ''),
  )
    .map((block) => blockText(document, document.blocks[block]!))
    .join('\n');
  return wordsOf(space, text);
}

/** Make it after the shared words of every text of the page. */
export function emptyTopic(space: TopicSpace): TopicIndex {
  return { counts: new Uint16Array(space.gains.length), length: 0 };
}

/** Empties a topic for another use: a new one costs more than all that is counted in it. */
export function clearTopic(index: TopicIndex): void {
  index.counts.fill(0);
  index.length = 0;
}

export function addTopic(index: TopicIndex, words: Words, sign: 1 | -1 = 1): void {
  const { counts } = index;
  const { pairs } = words;
  for (let at = 0; at < pairs.length; at++) counts[pairs[at]!]! += sign;
  index.length += sign * words.length;
}

/**
 * Nats by which these words are likelier in that article than anywhere. `own` says that the words are counted in it already.
 * Pairs overlap and tell the same thing twice, hence the half; and one that several paragraphs have comes in bursts, hence the root of its count.
 */
export function topicFit(space: TopicSpace, index: TopicIndex, words: Words, own: boolean): number {
  const length = index.length - (own ? words.length : 0);
  if (length < LEAST_PAIRS) return 0;
  const { counts } = index;
  const { pairs } = words;
  const { gains } = space;
  const least = own ? 1 : 0;
  let score = 0;
  // A logarithm of a product where there would be one for each factor: logarithms are most of the work.
  let product = 1;
  let apart = words.alone;
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at]!;
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
