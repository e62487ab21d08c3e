/** What each article is about, kept as counts, so that a stretch can be held against an article with or without itself. */
import type { ParagraphDraft, TopicWords } from './document';
import type { Stretch } from './match-breaks';

/** Share of an article's word pairs that it takes over from what it said before; topic.ts of the language model uses the same. */
const REPEATED_SHARE = 0.04;

export interface TopicIndex {
  readonly counts: Map<number, number>;
  length: number;
}

export function emptyTopic(): TopicIndex {
  return { counts: new Map(), length: 0 };
}

export function addTopic(index: TopicIndex, words: TopicWords, sign: 1 | -1 = 1): void {
  for (const pair of words.pairs.keys()) {
    const count = (index.counts.get(pair) ?? 0) + sign;
    if (count > 0) index.counts.set(pair, count);
    else index.counts.delete(pair);
  }
  index.length += sign * words.length;
}

/**
 * Nats by which these words are likelier in that article than anywhere. `own` says that the words are counted in it already.
 * Pairs overlap and tell the same thing twice, hence the half.
 */
export function topicFit(index: TopicIndex, words: TopicWords, own: boolean): number {
  const length = index.length - (own ? words.length : 0);
  if (length < 5) return 0;
  let score = 0;
  for (const [pair, logShare] of words.pairs) {
    const count = (index.counts.get(pair) ?? 0) - (own ? 1 : 0);
    score += count > 0 ? Math.log(1 - REPEATED_SHARE + REPEATED_SHARE / (length * Math.exp(logShare))) : Math.log(1 - REPEATED_SHARE);
  }
  return score / 2;
}

/** A running text with what it is about. */
export interface Piece extends Stretch {
  readonly paragraph: ParagraphDraft;
  /** Null where it is too short to tell. */
  readonly words: TopicWords | null;
}
