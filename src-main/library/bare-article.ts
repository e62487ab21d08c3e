/** An article of which nothing is told but its kind and why it is one: what is known of it is added by whoever makes it. */
import type { Judgement } from '../contract/model';
import type { ParsedArticle } from '../contract/parsed';

export function bareArticle(id: string, kind: ParsedArticle['kind'], judgement: Judgement): ParsedArticle {
  return {
    id,
    kind,
    column: null,
    kicker: null,
    locality: null,
    headline: null,
    deck: null,
    byline: null,
    credit: null,
    jump: null,
    judgement,
    heading: [],
    paragraphs: [],
  };
}
