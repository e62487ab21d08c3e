/** Which result of a list comes after the one that is read, or before it. Pure. */
import type { ArticleId, EditionId, SearchHit } from '../../src-main/contract/model';

/** Whose matches have all been walked: an edition's on its pages, or one story's, by the ids of its parts. */
export type Walked =
  | { readonly kind: 'edition'; readonly edition: EditionId }
  | { readonly kind: 'story'; readonly articles: readonly ArticleId[]; readonly opened: number | null };

type Result = Pick<SearchHit, 'articleId' | 'edition'>;

/**
 * Its index; null where the list as far as it is known holds none. An edition stands where its best result does, however its others are
 * strewn over the list, so that each comes once. A story may stand in the list by several of its parts: `opened` says at which one is.
 */
export function resultBeside(results: readonly Result[], walked: Walked, step: 1 | -1): number | null {
  if (walked.kind === 'edition') {
    const seen = new Set<EditionId>();
    const firsts = results.flatMap(({ edition }, index) => {
      if (seen.has(edition)) return [];
      seen.add(edition);
      return [index];
    });
    const at = firsts.findIndex((index) => results[index]?.edition === walked.edition);
    return at < 0 ? null : (firsts[at + step] ?? null);
  }
  const { articles, opened } = walked;
  const isOfStory = (index: number) => articles.includes(results[index]?.articleId ?? -1);
  let at = opened !== null && isOfStory(opened) ? opened : results.findIndex((_result, index) => isOfStory(index));
  // One that was come to by another way stands nowhere in the list: it goes on from the result that was opened.
  if (at < 0) at = opened ?? -1;
  for (let index = at + step; index >= 0 && index < results.length; index += step) if (!isOfStory(index)) return index;
  return null;
}
