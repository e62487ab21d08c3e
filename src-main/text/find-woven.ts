/**
 * Finds articles that are two: printed side by side and read by turns, with one heading known between them and the other taken for a
 * subhead, for text, or lost. The paragraphs are parted by what they are about, whatever stands over them; two halves that have little
 * in common are two articles. Not for two that both have their headings (untangle-articles.ts).
 */
import type { Document } from './document';
import { piecesByArticle } from './find-remainders';
import type { PlacedPage } from './find-remainders';
import { NUMBERED } from './lone-title';
import { likeliestSides, neighbourhoodOf, worthOfNeighbours } from './likeliest-sides';
import { isTitleLike } from './title-cues';
import { addTopic, emptyTopic, topicFit } from './topic-index';
import type { Gains, Piece, Words } from './topic-index';
import { unityOf } from './text-vectors';
import { NEITHER, keyOf, partingOdds, twoTopics } from './two-topics';
import type { Sides, TwoTopics } from './two-topics';

/** One article's text that is found to be another's. */
export interface WovenArticle {
  readonly from: number;
  /** Indices of the pieces that go. */
  readonly members: readonly number[];
  /** The line over them: a subhead or a text of the article for all that was known; null where there is none. */
  readonly title: number | null;
}

/** Nats by which two matters must explain the text better than one; articles of many places gain as much, so that this alone tells nothing. */
const NEEDED = 10;
/**
 * What tells two matters from the parts of one article, in log odds, fitted to pages with known answers: the nats gained by parting
 * them, how like the halves are, the nats they share for each pair of words of the shorter, and whether the second is a run at the end.
 */
const ODDS = { always: -2.05, gain: 0.029, likeness: -3.6, sharedAPair: -35, run: 2.14 };
/** The same where what the halves are about is known by their words alone. */
const ODDS_BY_WORDS = { always: -2.83, gain: 0.034, sharedAPair: -53, run: 2.11 };
const LEAST_ODDS = 0.2;
/** Characters of the shorter half without which it says too little of itself. */
const LEAST_TEXT = 100;
/** Pieces an article must have to be looked at, and may have at most; bounds the work. */
const FEWEST = 3;
const MOST = 80;
/** How like an article's texts must be to each other, on the mean, for it not to be looked at any closer: of 540 pages none comes out otherwise with .55, two with .4. */
const PLAINLY_ONE = 0.45;
const ROUNDS = 6;
/** Pairs of a piece's words without which it is no matter of its own to begin with. */
const LEAST_SEED = 15;
/** Nats by which a title must answer the second matter rather than the first. */
const ANSWERS = 1;

export function findWoven(document: Document, page: PlacedPage, labels: readonly number[]): readonly WovenArticle[] {
  const found: WovenArticle[] = [];
  for (const [from, list] of piecesByArticle(labels)) {
    if (list.length < FEWEST || list.length > MOST || document.articles[from]!.kind === 'brief') continue;
    const woven = partedByMatter(document, page, from, list);
    if (woven) found.push(woven);
  }
  return found;
}

function partedByMatter(document: Document, page: PlacedPage, from: number, list: readonly number[]): WovenArticle | null {
  const { language } = page.space;
  const pieces = list.map((index) => page.pieces[index]!);
  if (pieces.reduce((sum, { text }) => sum + text.length, 0) < LEAST_TEXT * 2) return null;
  const texts = pieces.flatMap(({ words }) => (words ? [words.text] : []));
  if (unityOf(page.space.vectors, texts) > PLAINLY_ONE) return null;
  const text = textOf(page, pieces, from);
  const parted = text.bestSides(NEEDED);
  if (!parted) return null;
  const { sides, gain } = parted;
  const halfOf = (half: number): readonly string[] => pieces.filter((_, at) => sides[at] === half).map((piece) => piece.text);
  const halves = [halfOf(0), halfOf(1)] as const;
  if (halves.some((half) => half.reduce((sum, { length }) => sum + length, 0) < LEAST_TEXT)) return null;
  const isRun = sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length === 1;
  const { likeness, belief } = text.likenessOf(sides);
  const oddsBy = (weights: typeof ODDS_BY_WORDS, shared: number): number =>
    weights.always + weights.gain * gain + weights.sharedAPair * shared + (isRun ? weights.run : 0);
  const odds = partingOdds(
    language,
    halves,
    (shared) => belief * oddsBy(ODDS, shared) + (1 - belief) * oddsBy(ODDS_BY_WORDS, shared) + ODDS.likeness * likeness,
    LEAST_ODDS,
  );
  if (odds === null) return null;
  const title = text.titleOf(document, sides);
  return { from, members: list.filter((_, at) => sides[at] === 1), title };
}

interface PartableText {
  /** Which of two matters each piece is of, 0 being the one that the headline answers, and the nats that gains; null where it is less than needed. */
  readonly bestSides: (needed: number) => { readonly sides: Sides; readonly gain: number } | null;
  readonly likenessOf: TwoTopics['likenessOf'];
  readonly titleOf: (document: Document, sides: Sides) => number | null;
}

function textOf(page: PlacedPage, printed: readonly Piece[], article: number): PartableText {
  const { links } = page;
  const topics = twoTopics(
    page.space,
    [page.headings.get(article)!, null],
    printed.map(({ words }) => words),
  );
  const { words } = topics;
  const around = neighbourhoodOf(printed, links);

  function bestSides(needed: number): { readonly sides: Sides; readonly gain: number } | null {
    const reached = new Map(
      seeds(topics.space, words).map(([mine, theirs]) => {
        const sides = quickSides(mine, theirs);
        return [keyOf(sides), sides];
      }),
    );
    const starts = [...reached.values()].filter((sides) => sharedBy(sides) < MAY_BE_STRANGERS);
    if (starts.length === 0) return null;
    let best: Sides | null = null;
    const whole = new Int8Array(words.length);
    const before = worthOf(whole, fitsOf(whole));
    let most = before + needed;
    const met = new Set<string>();
    for (const start of starts.flatMap((sides) => [sides, sides.map((side) => 1 - side)])) {
      let current = start;
      for (let round = 0, key = keyOf(current); round < ROUNDS && !met.has(key); round++, key = keyOf(current)) {
        met.add(key);
        const fits = fitsOf(current);
        const worth = worthOf(current, fits);
        if (worth > most) {
          most = worth;
          best = current;
        }
        current = likeliestSides(around, fits.pieces, current);
      }
    }
    return best && { sides: best, gain: most - before };
  }

  /** Each piece with the one of the two that it answers better, and again with all that was given to either. */
  function quickSides(mine: number, theirs: number): Sides {
    let sides: Sides = new Int8Array(words.length).fill(NEITHER);
    sides[mine] = 0;
    sides[theirs] = 1;
    for (let round = 0; round < QUICK_ROUNDS; round++) {
      const next = answeredBetter(sides);
      if (!next) break;
      sides = next;
    }
    return sides;
  }

  /** Each piece with the matter that it answers better; null where that is how they are parted already. */
  function answeredBetter(sides: Sides): Sides | null {
    const fits = topics.fitsOf(sides);
    const better: Sides = new Int8Array(sides.length);
    let changed = false;
    for (let at = 0; at < sides.length; at++) {
      better[at] = fits[at * 2 + 1]! > fits[at * 2]! ? 1 : 0;
      if (better[at] !== sides[at]) changed = true;
    }
    return changed ? better : null;
  }

  /** About the nats that the two halves have in common. */
  function sharedBy(sides: Sides): number {
    topics.count(sides);
    const { space, counts, lengths } = topics;
    const longer = Math.max(lengths[0]!, lengths[1]!);
    const told = [0, 0];
    for (const [at, own] of words.entries()) told[sides[at]!]! += own ? own.end - own.start + own.alone : 0;
    let shared = 0;
    for (let pair = 0; pair < space.shared; pair++)
      if (counts[pair * 2]! > 0 && counts[pair * 2 + 1]! > 0) shared += Math.log(1 + (RARE_PAIR * space.gains[pair]!) / longer);
    return (shared - UNSHARED_PAIR * Math.min(told[0]!, told[1]!)) / 2;
  }

  /** Nats by which each piece fits the first matter and the second, with those of the title. */
  function fitsOf(sides: Sides): Fits {
    return { pieces: topics.fitsOf(sides), title: topics.titlesFit() };
  }

  function worthOf(sides: Sides, fits: Fits): number {
    let worth = fits.title + worthOfNeighbours(around, sides);
    for (let at = 0; at < sides.length; at++) worth += fits.pieces[at * 2 + sides[at]!]!;
    return worth;
  }

  /** The line without a sentence's punctuation that answers the second matter best; a numbered one counts parts of a text. */
  function titleOf(document: Document, sides: Sides): number | null {
    topics.count(sides);
    const [away, within] = [new Float64Array(2), new Float64Array(2)];
    let best: number | null = null;
    let most = ANSWERS;
    for (const [at, { block, text }] of printed.entries()) {
      if (!words[at] || !isTitleLike(text) || NUMBERED.test(text) || document.blocks[block]!.role === 'caption') continue;
      topics.fit(at, 1, away, 0);
      topics.fit(at, 0, within, 0);
      const answers = away[1]! - Math.max(away[0]!, within[0]!);
      if (answers <= most) continue;
      most = answers;
      best = block;
    }
    return best;
  }

  return { bestSides, likenessOf: topics.likenessOf, titleOf };
}

interface Fits {
  /** Two for each piece. */
  readonly pieces: Float64Array;
  readonly title: number;
}

/** The longest pieces, each with those that have least to do with it. */
function seeds(space: Gains, words: readonly (Words | null)[]): readonly (readonly [number, number])[] {
  const places = [...words.keys()].filter((at) => (words[at]?.length ?? 0) > LEAST_SEED);
  const longest = places.toSorted((a, b) => words[b]!.length - words[a]!.length).slice(0, SEEDS);
  return longest.flatMap((mine) => {
    const topic = emptyTopic(space);
    addTopic(space, topic, words[mine]!);
    return places
      .filter((at) => at !== mine)
      .map((at) => ({ at, strange: topicFit(space, topic, words[at]!, false) / Math.sqrt(words[at]!.length) }))
      .toSorted((a, b) => a.strange - b.strange)
      .slice(0, SEEDS)
      .map(({ at }) => [mine, at] as const);
  });
}

/** Pieces that are tried as the beginning of either matter. */
const SEEDS = 2;

/** Rounds of a quick look at each beginning, and the nats in common above which a closer look is not worth its time: most articles are one. */
const QUICK_ROUNDS = 3;
const MAY_BE_STRANGERS = 0;
/** What a pair in common, and one that is not, count in the quick look, as topic.ts of the language model has them. */
const RARE_PAIR = 2.5;
const UNSHARED_PAIR = 0.1;
