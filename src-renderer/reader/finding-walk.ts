/** From one finding that asks for the reader's eye to the next, in reading order, over a whole edition. Pure. */
import type { ArticleId, Edition, Notice } from '../../src-main/contract/model';
import type { View } from '../app/navigation';
import { markOfNotice, shownOf } from './notice-words';
import { readingOrder } from './reading-order';

export interface FindingPlace {
  readonly article: ArticleId;
  /** Among the article's findings; -1 stands before the first of them. */
  readonly index: number;
}

/** What is not sure, or not where it lay; not what the reader has looked at and confirmed. */
export function isToCheck({ kind, judgement, confirmed }: Notice): boolean {
  const mark = markOfNotice[kind];
  return confirmed !== true && (mark === 'doubt' || mark === 'moved' || judgement.confidence !== 'certain');
}

export function findingsToCheck(edition: Edition): readonly FindingPlace[] {
  return readingOrder(edition).flatMap(({ id, notices }) =>
    notices.flatMap((notice, index) => (isToCheck(notice) ? [{ article: id, index }] : [])),
  );
}

/**
 * Whose findings come first from the pages in view; null for those of the edition's first. From page one the walk begins with the first of all,
 * wherever it was set; from any other with the first in view, in reading order.
 */
export function whereToBegin(
  edition: Edition,
  inView: { readonly first: number; readonly articles: readonly ArticleId[] },
): ArticleId | null {
  if (inView.first === 1) return null;
  const found = findingsToCheck(edition).find(({ article }) => inView.articles.includes(article));
  return found?.article ?? inView.articles[0] ?? null;
}

/** The next one after a place, or the last one before it; beyond the last comes the first. Null where there is none at all. */
export function findingBeside(edition: Edition, from: FindingPlace, step: 1 | -1): FindingPlace | null {
  const order = new Map(readingOrder(edition).map(({ id }, at) => [id, at]));
  const placeOf = ({ article }: FindingPlace) => order.get(article) ?? -1;
  const comesAfter = (one: FindingPlace, other: FindingPlace) =>
    placeOf(one) > placeOf(other) || (placeOf(one) === placeOf(other) && one.index > other.index);
  const all = findingsToCheck(edition);
  const beside = step === 1 ? all.find((one) => comesAfter(one, from)) : all.findLast((one) => comesAfter(from, one));
  return beside ?? all.at(step === 1 ? 0 : -1) ?? null;
}

/** The finding in front, beside what it is about. */
export function viewOfFinding({ id: edition, contents }: Edition, { article, index }: FindingPlace): View {
  const notice = contents.find(({ id }) => id === article)?.notices[index];
  const span = notice && shownOf(notice);
  const place = span ? { source: span.source, offset: span.start } : null;
  return { kind: 'article', edition, article, place, marked: null, notice: index };
}

/** Where an answer to a finding has led the reader, and when, in ms. */
export interface Arrival {
  readonly at: FindingPlace;
  readonly when: number;
}

/** Time enough to have looked at a finding, in ms. */
const lookedAtIn = 4_000;

/** Whoever asks for the next finding right after an answer means the one that the answer has led to: else every other one would be passed by. */
export function isStillNext(arrival: Arrival | null, inFront: FindingPlace, now: number): boolean {
  if (arrival === null || now - arrival.when >= lookedAtIn) return false;
  return arrival.at.article === inFront.article && arrival.at.index === inFront.index;
}
