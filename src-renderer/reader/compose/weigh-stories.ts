/**
 * How loudly a story speaks: four levels of headline from its length, its place in the edition and its kind.
 * Not for sizes in pixels.
 */
import type { Article, ArticleId, Edition } from '../../../src-main/contract/model';

export type Level = 1 | 2 | 3 | 4;

function weightOf(article: Article, order: number, count: number): number {
  if (article.headline === null) return 0;
  const length = Math.log2(Math.max(16, article.characters)) - 4;
  const place = 1.5 * (1 - order / Math.max(1, count));
  const kind = { feature: 1.2, photo: 0.2, signed: 0, jump: -1, brief: -3, fragment: -9, furniture: -9 }[article.kind];
  const deck = article.deck === null ? 0 : 0.8;
  return length + place + kind + deck;
}

/** The lead is level 1; one story in five or so, and none under 400 characters, is level 2; short notices are level 4. */
export function weighStories(edition: Edition): ReadonlyMap<ArticleId, Level> {
  const weighed = edition.contents
    .map((article, order) => ({ article, weight: weightOf(article, order, edition.contents.length) }))
    .sort((one, other) => other.weight - one.weight);
  const levels = new Map<ArticleId, Level>();
  const seconds = Math.max(1, Math.round(edition.contents.length * 0.2));
  let given = 0;
  weighed.forEach(({ article }, rank) => {
    levels.set(article.id, levelOf(article, rank, given < seconds));
    if (levels.get(article.id) === 2) given += 1;
  });
  return levels;
}

function levelOf(article: Article, rank: number, secondsLeft: boolean): Level {
  if (article.headline === null || article.kind === 'brief' || article.kind === 'fragment' || article.kind === 'furniture') return 4;
  if (article.kind === 'photo') return 3;
  if (rank === 0) return 1;
  if (secondsLeft && article.characters >= 400) return 2;
  return article.characters >= 160 ? 3 : 4;
}
