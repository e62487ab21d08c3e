/** Where the app opens, and what is read there first. Pure. */
import type { Edition } from '../../src-main/contract/model';
import { articleAt } from '../reader/beginning-of';
import type { TextOfFaces } from '../reader/page/load-faces';
import type { View } from './navigation';

export interface LatestRead {
  /** The one opened last, or the first there is. */
  readonly edition: Edition;
  /** Of which an article was being read alone. */
  readonly inArticle: boolean;
}

/** @param latest null where there is no edition */
export function firstView(latest: LatestRead | null): View {
  if (latest === null) return { kind: 'shelf' };
  const { id: edition, contents, position: place } = latest.edition;
  const article = latest.inArticle && place !== null ? articleAt(contents, place) : null;
  return article === null
    ? // What nobody has looked at yet, as the sample at the very first start, is not looked at by standing there.
      { kind: 'edition', edition, place: null, marked: null, ...(place === null ? { cameByItself: true } : {}) }
    : { kind: 'article', edition, article: article.id, place, marked: null };
}

/** More than two pages hold, and few enough to look through in no time. */
const CHARACTERS_SEEN_FIRST = 6000;
const ARTICLES_LISTED_FIRST = 80;

/** About what is read where an edition opens: `around` the pages, as the list of its articles, and on them, from where the reader left it. */
export function textOfFirstView({ paper, sections, contents, position }: Edition): {
  readonly around: string;
  readonly onPages: TextOfFaces;
} {
  const around = [
    paper.value,
    ...sections.map(({ title }) => title),
    ...contents.slice(0, ARTICLES_LISTED_FIRST).map(({ headline }) => headline),
  ].join('');
  const at = position === null ? 0 : contents.findIndex(({ parts }) => parts.some(({ source }) => source === position.source));
  let serif = '';
  let sans = '';
  for (const { column, kicker, locality, byline, credit, deck, paragraphs } of contents.slice(Math.max(0, at))) {
    if (serif.length > CHARACTERS_SEEN_FIRST) break;
    sans += [column, kicker, locality, byline, credit].join('');
    serif += [deck, ...paragraphs.map((paragraph) => paragraph.text)].join('');
  }
  return { around, onPages: { serif: serif.slice(0, CHARACTERS_SEEN_FIRST), sans } };
}
