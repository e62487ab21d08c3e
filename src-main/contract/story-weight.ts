/** How much a story weighs among those of its edition: by its length, its place and its kind. What weighs most is the lead. Pure. */
import type { Article } from './model';
import { isNoticeTitle } from './notice-title';
import { pageKey, pageNumber } from './page-number';

export interface StoryPlace {
  /** Among the edition's `count` stories, from 0. */
  readonly order: number;
  readonly count: number;
  /** See `isOnLaterPage`. */
  readonly later: boolean;
}

/** So much that hardly a story from inside the paper outweighs one of its first page. */
const LATER = -5;
const NOTICE = -4;

export function storyWeight(
  { headline, deck, kind, characters }: Pick<Article, 'headline' | 'deck' | 'kind' | 'characters'>,
  { order, count, later }: StoryPlace,
): number {
  if (headline === null) return 0;
  const length = Math.log2(Math.max(16, characters)) - 4;
  const place = 1.5 * (1 - order / Math.max(1, count)) + (later ? LATER : 0);
  const ofKind = { feature: 1.2, photo: 0.2, signed: 0, jump: -1, brief: -3, fragment: -9, furniture: -9 }[kind];
  return length + place + ofKind + (deck === null ? 0 : 0.8) + (isNoticeTitle(headline) ? NOTICE : 0);
}

/** Whether a story is printed farther in than on the paper's front page: where the edition has that page, and both are known. */
export function isOnLaterPage(page: string | null, pages: readonly string[]): boolean {
  const [first] = pages;
  return page !== null && first !== undefined && pageNumber(first) === 1 && pageKey(page) !== pageKey(first);
}
