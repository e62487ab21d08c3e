/** Lines of an article that something can be put behind, in the article's order. Pure. */
import type { Article, SourceText } from '../../../src-main/contract/model';
import { lineIn } from './source-rows';

export interface LinePlace {
  /** UTF-16 offset of the line's last run in the article. */
  readonly offset: number;
  /** Of the line, from 1. */
  readonly number: number;
  /** Its end. */
  readonly words: string;
}

const shown = 14;

/** @param moved what goes elsewhere itself, where the article is its own: the line that begins there, or all from there on */
export function placesIn(
  article: Article,
  source: Pick<SourceText, 'id' | 'text'>,
  moved: { readonly from: number; readonly withRest: boolean } | null,
): readonly LinePlace[] {
  const runs = article.paragraphs.flatMap(({ spans }) => spans.filter((run) => run.source === source.id && run.kind === 'text'));
  const lines = runs.map(({ start, end }) => ({
    offset: start,
    number: lineIn(source, start),
    words: wordsBefore(source.text, start, end),
  }));
  const from = moved ? lines.findIndex(({ number }) => number === lineIn(source, moved.from)) : -1;
  return lines.filter(
    ({ number }, at) =>
      number !== lines[at + 1]?.number && (!moved || from < 0 || (moved.withRest ? at < from : number !== lines[from]?.number)),
  );
}

function wordsBefore(text: string, start: number, end: number): string {
  const words = Array.from(text.slice(start, end).replaceAll(/\s+/gu, ' ').trim());
  return words.slice(-shown).join('');
}
