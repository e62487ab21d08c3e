/** The sample edition as a reader opens it, made from its parsed source; and the same with its articles in another order. */
import type { Article, Edition } from '../../src-main/contract/model';
import type { ParsedArticle, ParsedSource } from '../../src-main/contract/parsed';
import { editionSections } from '../../src-main/library/edition-sections';
import { parseBriefing } from '../../src-main/text/parse-briefing';
import { chanceFrom } from './invented-edition';

const SOURCE = 1;

export function seedEdition(text: string): Edition {
  const parsed = parseBriefing(text, { encoding: 'utf-8', fileName: 'guizhou-daily-2023-11-25.txt', language: null });
  const contents = parsed.articles
    .filter((article) => article.kind !== 'furniture')
    .map((article, index) => asArticle(article, index + 1, parsed));
  return editionOf(contents, parsed);
}

function asArticle(article: ParsedArticle, id: number, parsed: ParsedSource): Article {
  const inSource = <Span>(span: Span): Span & { readonly source: number } => ({ ...span, source: SOURCE });
  const spans = [...article.heading, ...article.paragraphs.flatMap((paragraph) => paragraph.spans)];
  const own = parsed.notices.filter((notice) =>
    spans.some((span) => (notice.spans[0]?.start ?? -1) >= span.start && (notice.spans[0]?.start ?? -1) < span.end),
  );
  return {
    ...article,
    id,
    edition: 1,
    heading: article.heading.map(inSource),
    paragraphs: article.paragraphs.map((paragraph) => ({ ...paragraph, spans: paragraph.spans.map(inSource) })),
    parts: [{ article: id, source: SOURCE, page: null, file: 'guizhou-daily-2023-11-25.txt', firstParagraph: 0 }],
    notices: own.map((notice) => ({ ...notice, spans: notice.spans.map(inSource) })),
    characters: article.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.replace(/\s/gu, '').length, 0),
  };
}

function editionOf(contents: readonly Article[], parsed: Pick<ParsedSource, 'facts'>): Edition {
  return {
    id: 1,
    paper: parsed.facts.paper,
    date: parsed.facts.date,
    pages: [],
    articles: contents.length,
    characters: contents.reduce((sum, article) => sum + article.characters, 0),
    sources: 1,
    importedAt: '2023-11-25T00:00:00Z',
    openedAt: null,
    readState: 'unread',
    progress: 0,
    headlines: [],
    fileNames: [],
    files: [],
    sections: editionSections(contents),
    contents,
    position: null,
  };
}

/** The same articles in another order, one in five left out. */
export function scrambled(edition: Edition, seed: number): Edition {
  const chance = chanceFrom(seed * 31 + 7);
  const contents = edition.contents
    .map((article) => ({ article, at: chance() }))
    .sort((one, other) => one.at - other.at)
    .map(({ article }) => article)
    .filter(() => chance() > 0.2);
  return editionOf(contents, { facts: { paper: edition.paper, date: edition.date, page: edition.paper } });
}
