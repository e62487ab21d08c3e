/**
 * Finds the rest of one article behind the end of another: from some paragraph on, a run is about something else,
 * and that something is another article of the page. Not for articles that lie interleaved (untangle-articles.ts).
 */
import type { BreakLink } from './break-links';
import { addTopic, addVector, emptyTopic, leastFit, topicFit } from './topic-index';
import { cut } from './scratch';
import { leaning, rowLength } from './text-vectors';
import type { Leaning } from './text-vectors';
import type { Piece, TopicIndex, TopicSpace, Words } from './topic-index';

/**
 * What tells a remainder from an article's own text, in log odds, fitted to pages with known answers: the nats by which it fits there
 * rather than at home or in any third article, more of them behind a broken sentence, how much more like it is to what is said there than
 * to what is said at home, and whether it would stand before its article or has no heading over it.
 */
const ODDS = { always: -4.2, nats: 0.073, leaning: 4.6, broken: 1.6, brokenNats: 0.094, early: -1.1, headless: 3.6 };
const LEAST_ODDS = 0.4;
const MOST_NATS = 60;
const MOST_BROKEN_NATS = 40;
/** Where what the texts are about is known by their words alone: the nats that must speak for a remainder, less of them behind a broken sentence, and for a heading that has no text at all. */
const NEEDED_BY_WORDS = 12;
const NEEDED_BY_WORDS_AT_BREAK = 6;
const MORE_BY_WORDS_IF_EARLY = 8;
const LESS_BY_WORDS_IF_BARE = 8;
const ODDS_A_NAT_BY_WORDS = 0.1;
const LINK_CAP = 9;
/** A link this strong between neighbours is not cut. */
const HOLDS = 4;
/** An article of fewer word pairs says too little of itself to be told from what follows it. */
const LEAST_HEAD = 80;
/** Nats for a broken sentence above which little need be said over where it goes on. */
const FIRM = 6;
const LEAST_HEAD_AT_BREAK = 20;
/** Articles farther apart in the file than this never exchange text, and longer runs are looked through at their end only: bounds the work. */
const NEIGHBOURS = 12;
const LONGEST_RUN = 80;
const MOST_MOVES = 8;

interface Move {
  readonly indices: readonly number[];
  readonly to: number;
  readonly odds: number;
}

interface Rest {
  readonly drop: (words: Words) => void;
  /** How much more like the first topic than the second they are, and how far that is to be believed. */
  readonly leaning: (first: TopicIndex, second: TopicIndex) => Leaning;
  /** The least nats by which it may fit anywhere. */
  readonly leastFit: () => number;
}

interface Holder {
  readonly article: number;
  readonly members: readonly number[];
  readonly topic: TopicIndex;
  /** Place among the members of the first text that may begin a remainder. */
  readonly early: number;
  /** By the topic of another article: nats for each member from `early` on by which it fits there; kept, as most moves leave both as they are. */
  readonly fits: Map<TopicIndex, Float64Array>;
}

/** One page's running texts, with what its headings say, by article. */
export interface PlacedPage {
  readonly space: TopicSpace;
  readonly pieces: readonly Piece[];
  /** In the order of the articles. */
  readonly headings: ReadonlyMap<number, Words>;
  readonly links: readonly BreakLink[];
  /** Articles that nothing stands over: all of such a text may be the rest of another. */
  readonly headless: ReadonlySet<number>;
}

const fitRows = cut(Float64Array);
const vectorRows = cut(Float64Array);

export function findRemainders(page: PlacedPage, labels: readonly number[]): readonly number[] {
  const { space, pieces, links } = page;
  const next = [...labels];
  const into = new Map(links.map((link) => [link.head, link]));
  const from = new Map(links.map((link) => [link.tail, link]));
  const indexOf = new Map(pieces.map((piece, index) => [piece.block, index]));
  const holders = holdersOf(page, next);
  const moves = new Map<number, Move | null>();
  for (let round = 0; round < holders.length * MOST_MOVES; round++) {
    for (const rank of holders.keys()) if (!moves.has(rank)) moves.set(rank, bestMove(rank));
    const best = [...moves].reduce<readonly [number, Move] | null>(
      (top, [rank, move]) => (move && (!top || move.odds > top[1].odds) ? [rank, move] : top),
      null,
    );
    if (!best) break;
    const [rank, move] = best;
    const target = holders.findIndex((holder) => holder.article === move.to);
    for (const index of move.indices) next[index] = move.to;
    for (const changed of [rank, target]) holders[changed] = holderOf(page, next, holders[changed]!, move);
    for (const near of moves.keys()) if (Math.abs(near - rank) <= NEIGHBOURS || Math.abs(near - target) <= NEIGHBOURS) moves.delete(near);
    if (round > MOST_MOVES * 4) break;
  }
  return next;

  function bestMove(rank: number): Move | null {
    const holder = holders[rank]!;
    const { article, members, early } = holder;
    const others = holders.slice(Math.max(0, rank - NEIGHBOURS), rank + NEIGHBOURS + 1).filter((other) => other.article !== article);
    if (others.length === 0 || members.length < (page.headless.has(article) ? 1 : 2)) return null;
    const elsewhere = others.map((other) => sumsElsewhere(holder, other));
    const headTo = headOf(holder);
    let headLength =
      lengthOf(page.headings.get(article)!) + members.slice(0, early).reduce((sum, index) => sum + lengthOf(pieces[index]!.words), 0);
    const rest = restOf(members.slice(early));
    const always = ODDS.always + (page.headless.has(article) ? ODDS.headless : 0);
    let best: Move | null = null;
    for (let cut = early; cut < members.length; cut++) {
      if (cut > early) {
        const passed = pieces[members[cut - 1]!]!.words;
        headLength += lengthOf(passed);
        if (passed) rest.drop(passed);
      }
      const tail = cut === 0 ? -1 : pieces[members[cut - 1]!]!.block;
      const link = into.get(pieces[members[cut]!]!.block);
      if (link && link.tail === tail && link.weight > HOLDS) continue;
      if (cut > 0 && headLength < (link && link.tail !== tail && link.weight > FIRM ? LEAST_HEAD_AT_BREAK : LEAST_HEAD)) continue;
      const place = greatest(elsewhere, cut - early);
      const other = others[place]!;
      const there = elsewhere[place]![cut - early]!;
      const otherwise = greatestBut(elsewhere, cut - early, place);
      const head = headTo(cut);
      const isBroken = (link && link.tail !== tail) || from.has(tail);
      const isEarly = other.members[0] !== undefined && other.members[0] > members[cut]!;
      const { leaning: lean, belief } = rest.leaning(other.topic, head);
      const besides = always + ODDS.leaning * lean + (isBroken ? ODDS.broken : 0) + (isEarly ? ODDS.early : 0);
      const needed =
        (isBroken ? NEEDED_BY_WORDS_AT_BREAK : NEEDED_BY_WORDS) +
        (isEarly ? MORE_BY_WORDS_IF_EARLY : 0) -
        (other.members.length === 0 ? LESS_BY_WORDS_IF_BARE : 0);
      const oddsAt = (own: number): number => {
        const nats = there - Math.max(own, otherwise);
        const brokenNats = isBroken ? Math.max(0, Math.min(MOST_BROKEN_NATS, there - own)) : 0;
        return (
          belief * (besides + ODDS.nats * Math.min(MOST_NATS, nats) + ODDS.brokenNats * brokenNats) +
          (1 - belief) * (LEAST_ODDS + ODDS_A_NAT_BY_WORDS * (nats - needed))
        );
      };
      const least = best?.odds ?? LEAST_ODDS;
      if (oddsAt(rest.leastFit()) <= least) continue;
      const odds = oddsAt(ownFit(head, members.slice(cut)));
      if (odds > least) best = { indices: members.slice(cut), to: other.article, odds };
    }
    return best;
  }

  /** What the members are about together, fewer and fewer of them. */
  function restOf(members: readonly number[]): Rest {
    const { vectors } = space;
    const sum = vectorRows(rowLength(vectors.size));
    let least = 0;
    const count = (words: Words, sign: 1 | -1): void => {
      addVector(vectors, words, sum, sign);
      least += sign * leastFit(words);
    };
    for (const index of members) if (pieces[index]!.words) count(pieces[index]!.words, 1);
    return {
      drop: (words) => count(words, -1),
      leaning: (first, second) => leaning(vectors.size, sum, first.vector, second.vector),
      leastFit: () => least,
    };
  }

  /** What the heading and so many of the members say; to be asked for ever more of them. */
  function headOf({ article, members }: Holder): (count: number) => TopicIndex {
    let head: TopicIndex | null = null;
    let counted = 0;
    return (count) => {
      head ??= topicOf(page, article, []);
      for (; counted < count; counted++) if (pieces[members[counted]!]!.words) addTopic(space, head, pieces[members[counted]!]!.words!);
      return head;
    };
  }

  function ownFit(head: TopicIndex, rest: readonly number[]): number {
    let sum = 0;
    for (const index of rest) {
      const { words } = pieces[index]!;
      if (words) sum += topicFit(space, head, words, false);
    }
    return sum;
  }

  /** Nats by which all members from each one on, the first being that at `early`, fit another article. */
  function sumsElsewhere({ members, early, fits }: Holder, other: Holder): Float64Array {
    let known = fits.get(other.topic);
    if (!known) {
      known = fitRows(members.length - early);
      for (let at = early; at < members.length; at++) {
        const { words } = pieces[members[at]!]!;
        if (words) known[at - early] = topicFit(space, other.topic, words, false);
      }
      fits.set(other.topic, known);
    }
    const sums = fitRows(known.length);
    let sum = 0;
    for (let at = known.length - 1; at >= 0; at--) {
      sum = withLinks(known[at]!, members[early + at]!, other) + sum;
      sums[at] = sum;
    }
    return sums;
  }

  /** With the nats for sentences that are broken off before or behind the text and go on in that article. */
  function withLinks(fit: number, index: number, other: Holder): number {
    const { block } = pieces[index]!;
    let score = fit;
    const before = into.get(block);
    if (before && !before.adjacent && next[indexOf.get(before.tail)!] === other.article) score += Math.min(LINK_CAP, before.weight);
    const after = from.get(block);
    if (after && !after.adjacent && next[indexOf.get(after.head)!] === other.article) score += Math.min(LINK_CAP, after.weight);
    return score;
  }
}

function lengthOf(words: Words | null): number {
  return words?.length ?? 0;
}

/** Which of the rows has the greatest value at `at`: the first of those that have. */
function greatest(rows: readonly Float64Array[], at: number): number {
  let place = 0;
  for (let row = 1; row < rows.length; row++) if (rows[row]![at]! > rows[place]![at]!) place = row;
  return place;
}

/** The greatest value at `at` of all rows but one; -Infinity where there is no other. */
function greatestBut(rows: readonly Float64Array[], at: number, but: number): number {
  let most = -Infinity;
  for (let row = 0; row < rows.length; row++) if (row !== but && rows[row]![at]! > most) most = rows[row]![at]!;
  return most;
}

/** The pieces of each article, by their numbers, from the article each piece has as its label. */
export function piecesByArticle(labels: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  for (const [index, label] of labels.entries()) {
    const list = members.get(label);
    if (list) list.push(index);
    else members.set(label, [index]);
  }
  return members;
}

function holdersOf(page: PlacedPage, labels: readonly number[]): Holder[] {
  const rank = new Map([...page.headings.keys()].map((article, place) => [article, place]));
  const members = piecesByArticle(labels);
  const bare = [...page.headings].flatMap(([article, words]) =>
    !members.has(article) && words.length > 0 ? [[article, [] as readonly number[]] as const] : [],
  );
  return [...members, ...bare].toSorted(([a], [b]) => rank.get(a)! - rank.get(b)!).map(([article, list]) => newHolder(page, article, list));
}

function holderOf(page: PlacedPage, labels: readonly number[], before: Holder, move: Move): Holder {
  const { article } = before;
  const members = [...new Set([...before.members, ...move.indices])].filter((index) => labels[index] === article).toSorted((a, b) => a - b);
  return newHolder(page, article, members);
}

function newHolder(page: PlacedPage, article: number, members: readonly number[]): Holder {
  const early = Math.max(page.headless.has(article) ? 0 : 1, members.length - LONGEST_RUN);
  return { article, members, topic: topicOf(page, article, members), early, fits: new Map() };
}

export function topicOf({ space, pieces, headings }: PlacedPage, article: number, members: readonly number[]): TopicIndex {
  const topic = emptyTopic(space);
  addTopic(space, topic, headings.get(article)!);
  for (const index of members) if (pieces[index]!.words) addTopic(space, topic, pieces[index]!.words);
  return topic;
}
