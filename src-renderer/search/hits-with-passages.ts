/** What an export holds of each hit: every passage that matches, with page, section and the line of the file it stands on. Not for the list on screen: see excerpts.ts. */
import type { Edition, MatchSpan, SearchHit, SourceId, Span } from '../../src-main/contract/model';
import { excerptsOf } from './excerpts';

export interface ExportedPassage {
  readonly text: string;
  /** In UTF-16 code units of `text`. */
  readonly matches: readonly Span[];
  /** 1 for the first paragraph; null for a heading, and where only the hit's own extract is known. */
  readonly paragraph: number | null;
  readonly page: string | null;
  /** As it was imported, with its folders. */
  readonly file: string;
  /** 1 for the first line of the file's text. */
  readonly line: number;
}

/** Its `file`, too, is told with its folders. */
export interface ExportedHit extends SearchHit {
  readonly passages: readonly ExportedPassage[];
}

export interface PassageSources {
  readonly edition: (edition: number) => Promise<Edition>;
  readonly marks: (edition: number) => Promise<readonly MatchSpan[]>;
  /** A source's whole text. */
  readonly text: (source: SourceId) => Promise<string>;
}

/** In the order of the hits. One edition is held at a time, and read once. @throws what `sources` throw */
export async function hitsWithPassages(hits: readonly SearchHit[], sources: PassageSources): Promise<readonly ExportedHit[]> {
  const found = new Map<SearchHit, ExportedHit>();
  const byEdition = new Map<number, SearchHit[]>();
  for (const hit of hits) {
    const ofEdition = byEdition.get(hit.edition);
    if (ofEdition) ofEdition.push(hit);
    else byEdition.set(hit.edition, [hit]);
  }
  for (const [edition, ofEdition] of byEdition) {
    const [read, marks] = await Promise.all([sources.edition(edition), sources.marks(edition)]);
    const starts = new Map<SourceId, readonly number[]>();
    const lineOf = async (source: SourceId, offset: number): Promise<number> => {
      const known = starts.get(source) ?? lineStarts(await sources.text(source));
      starts.set(source, known);
      return lineAt(known, offset);
    };
    const pathOf = (source: SourceId) => read.files.find(({ id }) => id === source)?.path;
    for (const hit of ofEdition) {
      const article = read.contents.find(({ parts }) => parts.some((part) => part.article === hit.articleId));
      const excerpts = article ? excerptsOf(article, marks) : [];
      const passages: ExportedPassage[] = [];
      for (const { text, matches, paragraph, place } of excerpts.length > 0 ? excerpts : [{ ...hit, text: hit.snippet, paragraph: null }]) {
        passages.push({
          text,
          matches,
          paragraph,
          page: article?.parts.find(({ source }) => source === place.source)?.page ?? hit.page,
          file: pathOf(place.source) ?? hit.file,
          line: await lineOf(place.source, place.offset),
        });
      }
      const section = hit.section ?? read.sections.find(({ articles }) => article && articles.includes(article.id))?.title ?? null;
      found.set(hit, { ...hit, file: pathOf(hit.place.source) ?? hit.file, section, passages });
    }
  }
  return hits.flatMap((hit) => found.get(hit) ?? []);
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/gu), ({ index, 0: end }) => index + end.length)];
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
