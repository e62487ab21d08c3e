/** How much a story weighs among those of its edition: by its length, its place and its kind. What weighs most is the lead. Pure. */
import type { Article } from './model';

/** @param order its place among the edition's `count` stories, from 0 */
export function storyWeight(story: Pick<Article, 'headline' | 'deck' | 'kind' | 'characters'>, order: number, count: number): number {
  if (story.headline === null) return 0;
  const length = Math.log2(Math.max(16, story.characters)) - 4;
  const place = 1.5 * (1 - order / Math.max(1, count));
  const kind = { feature: 1.2, photo: 0.2, signed: 0, jump: -1, brief: -3, fragment: -9, furniture: -9 }[story.kind];
  const deck = story.deck === null ? 0 : 0.8;
  return length + place + kind + deck;
}
