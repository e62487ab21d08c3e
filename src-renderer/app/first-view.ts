/** Where the app opens, and what is read there first. Pure. */
import type { Edition, EditionId } from '../../src-main/contract/model';
import type { View } from './navigation';

/** @param latest the edition opened last, or the first there is; null where there is none */
export function firstView(latest: EditionId | null): View {
  return latest === null ? { kind: 'shelf' } : { kind: 'edition', edition: latest, place: null, marked: null };
}

/** More than two pages hold, and few enough to look through in no time. */
const CHARACTERS_SEEN_FIRST = 6000;
const ARTICLES_LISTED_FIRST = 80;

/** About what is read where an edition opens: `around` the pages, as the list of its articles, and on them, from where the reader left it. */
export function textOfFirstView({ paper, sections, contents, position }: Edition): { readonly around: string; readonly text: string } {
  const around = [
    paper.value,
    ...sections.map(({ title }) => title),
    ...contents.slice(0, ARTICLES_LISTED_FIRST).map(({ headline }) => headline),
  ].join('');
  const at = position === null ? 0 : contents.findIndex(({ parts }) => parts.some(({ source }) => source === position.source));
  let text = '';
  for (const { kicker, deck, byline, paragraphs } of contents.slice(Math.max(0, at))) {
    if (text.length > CHARACTERS_SEEN_FIRST) break;
    text += [kicker, deck, byline, ...paragraphs.map((paragraph) => paragraph.text)].join('');
  }
  return { around, text: text.slice(0, CHARACTERS_SEEN_FIRST) };
}
