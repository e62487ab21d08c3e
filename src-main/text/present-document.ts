import { blockText } from './document';
import { COMMENTATOR } from './line-grammar';
import { glueBetween } from './glue-between';
import { pageInFile } from './page-in-file';
import { sectionInFile } from './section-in-file';
import type { ArticleDraft, Document } from './document';
import type { ArticleFields } from '../contract/model';
import type { ParsedArticle, ParsedNotice, ParsedParagraph, ParsedSource, ParsedSpan } from '../contract/parsed';

/** Turns the finished tree into the form the rest of the house keeps: fields as text, paragraphs as spans. */
export function presentDocument(document: Document, parserVersion: string): ParsedSource {
  const joins: ParsedNotice[] = [];
  const pageAt = pageInFile(document);
  const sectionAt = sectionInFile(document, pageAt);
  const articles = document.articles.map((article, index): ParsedArticle => ({
    id: `a${index + 1}`,
    kind: article.kind,
    ...fieldsOf(document, article),
    jump: article.jump,
    judgement: article.judgement,
    ...standingOf(document, article, pageAt, sectionAt),
    heading: article.heading.flatMap((index) => {
      const block = document.blocks[index]!;
      const role =
        block.role === null || block.role === 'body' || block.role === 'subhead' || block.role === 'caption' ? 'furniture' : block.role;
      return block.spans.map(({ start, end }) => ({ start, end, role }));
    }),
    paragraphs: article.paragraphs.map((paragraph) => presentParagraph(document, paragraph.role, paragraph.blocks, paragraph.joins, joins)),
  }));
  return {
    parserVersion,
    encoding: document.encoding,
    articles,
    notices: [...joins, ...document.notices],
    facts: document.facts,
  };
}

function standingOf(
  document: Document,
  { heading, paragraphs }: ArticleDraft,
  pageAt: ReturnType<typeof pageInFile>,
  sectionAt: ReturnType<typeof sectionInFile>,
): Pick<ParsedArticle, 'page' | 'section'> {
  const first = heading[0] ?? paragraphs[0]?.blocks[0];
  if (first === undefined) return {};
  const at = document.blocks[first]!.spans[0]!.start;
  const page = pageAt?.(at);
  const section = sectionAt?.(at);
  return { ...(page === undefined ? {} : { page }), ...(section === undefined ? {} : { section }) };
}

function presentParagraph(
  document: Document,
  role: ParsedParagraph['role'],
  blocks: readonly number[],
  judgements: ArticleDraft['paragraphs'][number]['joins'],
  notices: ParsedNotice[],
): ParsedParagraph {
  const spans: ParsedSpan[] = [];
  let text = '';
  for (const [order, index] of blocks.entries()) {
    const block = document.blocks[index]!;
    const judgement = order > 0 ? judgements[order - 1] : undefined;
    if (judgement && judgement.rule !== 'passage-pasted-twice') {
      const before = document.blocks[blocks[order - 1]!]!.spans.at(-1);
      const after = block.spans[0];
      if (before && after)
        notices.push({
          kind: 'join',
          spans: [
            { start: before.start, end: before.end },
            { start: after.start, end: after.end },
          ],
          judgement,
        });
    }
    for (const [place, span] of block.spans.entries()) {
      const glue =
        place === 0 && order > 0 && span.kind === 'text' ? glueBetween(text, document.text.slice(span.start, span.end)) : span.glue;
      const { start, end, kind } = span;
      spans.push(place === 0 && judgement ? { start, end, kind, glue, judgement } : { start, end, kind, glue });
      if (span.kind === 'text') text += glue + document.text.slice(span.start, span.end);
    }
  }
  return { role, text, spans };
}

function fieldsOf(document: Document, article: ArticleDraft): ArticleFields {
  const printed = (role: keyof ArticleFields, separator: string): string | null => {
    const texts = article.heading
      .filter((index) => document.blocks[index]!.role === role)
      .map((index) => blockText(document, document.blocks[index]!));
    return texts.length === 0 ? null : texts.join(separator);
  };
  const columns = article.columnBlocks.map((index) => blockText(document, document.blocks[index]!));
  const kicker = printed('kicker', ' ');
  return {
    column: columns.length === 0 ? null : columns.join(''),
    kicker,
    locality: printed('locality', ' '),
    headline: headlineOf(document, article),
    deck: printed('deck', ' '),
    byline: printed('byline', ' ') ?? signedBy(kicker),
    credit: printed('credit', ' '),
  };
}

/** Nats above which two lines of a headline were parted inside a phrase, so that no space belongs between them. */
const PARTED_PHRASE = 9;

function headlineOf(document: Document, article: ArticleDraft): string | null {
  const lines = article.heading
    .filter((index) => document.blocks[index]!.role === 'headline')
    .map((index) => blockText(document, document.blocks[index]!));
  const [first, ...rest] = lines;
  if (first === undefined) return null;
  const { language } = document;
  return rest.reduce((whole, line) => whole + (language && language.joinScore(whole, line) > PARTED_PHRASE ? '' : ' ') + line, first);
}

/** 黔东南州委常委、凯里市委书记谭夔： and 本报评论员 name the author of a signed piece. */
function signedBy(kicker: string | null): string | null {
  if (kicker === null) return null;
  if (COMMENTATOR.test(kicker)) return kicker;
  return /[：:]$/u.test(kicker) ? kicker.slice(0, -1) : null;
}
