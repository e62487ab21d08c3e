/**
 * How loudly a story speaks: four levels of headline, from what it weighs.
 * Not for sizes in pixels.
 */
import type { Article, ArticleId, Edition } from '../../../src-main/contract/model';
import { isNoticeTitle } from '../../../src-main/contract/notice-title';
import { isOnLaterPage, storyWeight } from '../../../src-main/contract/story-weight';

export type Level = 1 | 2 | 3 | 4;

/** The lead is level 1; one story in five or so, and none under 400 characters, is level 2; short notices are level 4. */
export function weighStories(edition: Edition): ReadonlyMap<ArticleId, Level> {
  const weighed = edition.contents
    .map((article, order) => ({
      article,
      weight: storyWeight(article, { order, count: edition.contents.length, later: isLater(article, edition) }),
    }))
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

/** Told by the page it begins on. */
export function isLater(article: Article, edition: Edition): boolean {
  return isOnLaterPage(article.parts[0]?.page ?? null, edition.pages);
}

export function isNotice({ headline }: Article): boolean {
  return headline !== null && isNoticeTitle(headline);
}

function levelOf(article: Article, rank: number, secondsLeft: boolean): Level {
  if (
    article.headline === null ||
    isNotice(article) ||
    article.kind === 'brief' ||
    article.kind === 'fragment' ||
    article.kind === 'furniture'
  )
    return 4;
  if (article.kind === 'photo') return 3;
  if (rank === 0) return 1;
  if (secondsLeft && article.characters >= 400) return 2;
  return article.characters >= 160 ? 3 : 4;
}
