/** Where the app opens, and what is read there first. Pure. */
import type { Edition, EditionId } from '../../src-main/contract/model';
import type { TextOfFaces } from '../reader/page/load-faces';
import type { View } from './navigation';

/** @param latest the edition opened last, or the first there is; null where there is none */
export function firstView(latest: EditionId | null): View {
  return latest === null ? { kind: 'shelf' } : { kind: 'edition', edition: latest, place: null, marked: null };
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
