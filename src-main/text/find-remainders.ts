/**
 * Finds the rest of one article behind the end of another: from some paragraph on, a run is about something else,
 * and that something is another article of the page. Not for articles that lie interleaved (untangle-articles.ts).
 */
import type { BreakLink } from './match-breaks';
import { addTopic, emptyTopic, topicFit } from './topic-index';
import type { Piece, TopicIndex, TopicSpace, Words } from './topic-index';

/** Nats that must speak for a remainder before the file's order is left. */
const LEAVE = 12;
/** Less where the sentence before is broken off, or the first of the rest begins in mid-sentence. */
const LEAVE_AT_BREAK = 6;
/** More where the rest would stand before the article it belongs to. */
const BEFORE_ITS_ARTICLE = 8;
const LINK_CAP = 9;
/** A link this strong between neighbours is not cut. */
const HOLDS = 4;
/** An article of fewer word pairs says too little of itself to be told from what follows it. */
const LEAST_HEAD = 80;
/** Articles farther apart in the file than this never exchange text, and longer runs are looked through at their end only: bounds the work. */
const NEIGHBOURS = 12;
const LONGEST_RUN = 80;
const MOST_MOVES = 8;

interface Move {
  readonly indices: readonly number[];
  readonly to: number;
  readonly worth: number;
}

interface Holder {
  readonly article: number;
  readonly members: readonly number[];
  readonly topic: TopicIndex;
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
      (top, [rank, move]) => (move && (!top || move.worth > top[1].worth) ? [rank, move] : top),
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
    const { article, members } = holders[rank]!;
    const others = holders.slice(Math.max(0, rank - NEIGHBOURS), rank + NEIGHBOURS + 1).filter((holder) => holder.article !== article);
    const whole = page.headless.has(article);
    if (others.length === 0 || members.length < (whole ? 1 : 2)) return null;
    const head = emptyTopic(space);
    addTopic(head, page.headings.get(article)!);
    const early = Math.max(whole ? 0 : 1, members.length - LONGEST_RUN);
    for (const index of members.slice(0, early)) if (pieces[index]!.words) addTopic(head, pieces[index]!.words);
    const elsewhere = suffixSums(members.slice(early).map((index) => others.map((other) => fitElsewhere(index, other))));
    let best: Move | null = null;
    for (let cut = early; cut < members.length; cut++) {
      if (cut > early && pieces[members[cut - 1]!]!.words) addTopic(head, pieces[members[cut - 1]!]!.words!);
      const tail = cut === 0 ? -1 : pieces[members[cut - 1]!]!.block;
      const link = into.get(pieces[members[cut]!]!.block);
      if (link && link.tail === tail && link.weight > HOLDS) continue;
      if (cut > 0 && head.length < LEAST_HEAD) continue;
      const broken = (link && link.tail !== tail) || from.has(tail);
      const sums = elsewhere[cut - early]!;
      let own: number | null = null;
      for (const [place, other] of others.entries()) {
        const cost =
          (broken ? LEAVE_AT_BREAK : LEAVE) + (other.members[0] !== undefined && other.members[0] > members[cut]! ? BEFORE_ITS_ARTICLE : 0);
        const least = (best?.worth ?? 0) + cost;
        const otherwise = bestBut(sums, place);
        if (sums[place]! - otherwise <= least) continue;
        own ??= ownFit(head, members.slice(cut));
        const worth = sums[place]! - Math.max(own, otherwise) - cost;
        if (worth > (best?.worth ?? 0)) best = { indices: members.slice(cut), to: other.article, worth };
      }
    }
    return best;
  }

  function ownFit(head: TopicIndex, rest: readonly number[]): number {
    let sum = 0;
    for (const index of rest) {
      const { words } = pieces[index]!;
      if (words) sum += topicFit(space, head, words, false);
    }
    return sum;
  }

  function fitElsewhere(index: number, other: Holder): number {
    const piece = pieces[index]!;
    let score = piece.words ? topicFit(space, other.topic, piece.words, false) : 0;
    const before = into.get(piece.block);
    if (before && !before.adjacent && next[indexOf.get(before.tail)!] === other.article) score += Math.min(LINK_CAP, before.weight);
    const after = from.get(piece.block);
    if (after && !after.adjacent && next[indexOf.get(after.head)!] === other.article) score += Math.min(LINK_CAP, after.weight);
    return score;
  }
}

function suffixSums(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sums: (readonly number[])[] = [];
  let after: readonly number[] = rows[0]?.map(() => 0) ?? [];
  for (let index = rows.length - 1; index >= 0; index--) {
    after = rows[index]!.map((value, column) => value + after[column]!);
    sums[index] = after;
  }
  return sums;
}

/** The greatest of the values but for the one at `place`; -Infinity where there is no other. */
function bestBut(values: readonly number[], place: number): number {
  let best = -Infinity;
  for (let at = 0; at < values.length; at++) if (at !== place && values[at]! > best) best = values[at]!;
  return best;
}

function holdersOf(page: PlacedPage, labels: readonly number[]): Holder[] {
  const members = new Map<number, number[]>();
  for (const [index, label] of labels.entries()) {
    const list = members.get(label);
    if (list) list.push(index);
    else members.set(label, [index]);
  }
  const rank = new Map([...page.headings.keys()].map((article, place) => [article, place]));
  return [...members]
    .toSorted(([a], [b]) => rank.get(a)! - rank.get(b)!)
    .map(([article, list]) => ({ article, members: list, topic: topicOf(page, article, list) }));
}

function holderOf(page: PlacedPage, labels: readonly number[], before: Holder, move: Move): Holder {
  const { article } = before;
  const members = [...new Set([...before.members, ...move.indices])].filter((index) => labels[index] === article).toSorted((a, b) => a - b);
  return { article, members, topic: topicOf(page, article, members) };
}

export function topicOf({ space, pieces, headings }: PlacedPage, article: number, members: readonly number[]): TopicIndex {
  const topic = emptyTopic(space);
  addTopic(topic, headings.get(article)!);
  for (const index of members) if (pieces[index]!.words) addTopic(topic, pieces[index]!.words);
  return topic;
}
