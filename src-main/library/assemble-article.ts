/** Puts stored articles into the form a reader opens: one story with its parts, every span naming its source. */
import type { Article, ArticleFields, ArticlePart, HeadingSpan, Jump, Notice, SourceSpan } from '../contract/model';
import { pageOfArticle } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { StoredNotice } from '../store/notices';
import type { StoredSource } from '../store/sources';
import { storyParagraphs } from './story-paragraphs';

/** @param parts the story's articles in reading order, at least one */
export function assembleArticle(
  parts: readonly StoredArticle[],
  sources: ReadonlyMap<number, StoredSource>,
  notices: readonly Notice[],
): Article {
  const head = firstOf(parts);
  const { paragraphs, begins } = storyParagraphs(parts);
  return {
    id: head.id,
    edition: sources.get(head.source)?.edition ?? 0,
    kind: head.parsed.kind,
    jump: openJump(parts),
    heading: parts.flatMap((part) => part.parsed.heading.map((span): HeadingSpan => ({ source: part.source, ...span }))),
    paragraphs,
    parts: parts.map((part, at): ArticlePart => {
      const source = sources.get(part.source);
      return {
        article: part.id,
        source: part.source,
        page: pageOfArticle(part, source),
        file: source?.name ?? '',
        firstParagraph: begins[at] ?? 0,
      };
    }),
    notices,
    ...(head.parsed.section === undefined ? {} : { section: head.parsed.section }),
    characters: parts.reduce((sum, part) => sum + part.characters, 0),
    ...joinedFields(parts),
  };
}

/** A later part's heading fills in only what the part before it lacks: its printed repeat of the headline is not a second headline. */
export function joinedFields(parts: readonly StoredArticle[]): ArticleFields {
  const first = <Name extends keyof ArticleFields>(name: Name) => parts.find((part) => part.parsed[name] !== null)?.parsed[name] ?? null;
  return {
    column: first('column'),
    kicker: first('kicker'),
    locality: first('locality'),
    headline: first('headline'),
    deck: first('deck'),
    byline: first('byline'),
    credit: first('credit'),
  };
}

/** What is still missing before and after the parts at hand. */
function openJump(parts: readonly StoredArticle[]): Jump | null {
  const from = firstOf(parts).parsed.jump?.from ?? null;
  const to = parts.at(-1)?.parsed.jump?.to ?? null;
  if (parts.length === 1) return firstOf(parts).parsed.jump;
  return from === null && to === null ? null : { from, to };
}

function firstOf(parts: readonly StoredArticle[]): StoredArticle {
  const head = parts[0];
  if (!head) throw new Error('a story has at least one article');
  return head;
}

/** The notices of each article, by its id: a notice belongs to the article that holds the start of its first span. */
export function noticesByArticle(
  articles: readonly StoredArticle[],
  notices: readonly StoredNotice[],
): ReadonlyMap<number, readonly Notice[]> {
  const holders = new Map<number, (SourceSpan & { readonly article: number })[]>();
  for (const { id, source, parsed } of articles) {
    const spans = holders.get(source) ?? [];
    for (const { start, end } of [...parsed.heading, ...parsed.paragraphs.flatMap((paragraph) => paragraph.spans)])
      spans.push({ source, start, end, article: id });
    holders.set(source, spans);
  }
  for (const spans of holders.values()) spans.sort((a, b) => a.start - b.start);
  const found = new Map<number, Notice[]>();
  for (const { source, kind, spans, judgement, values, confirmed } of notices) {
    const at = spans[0]?.start;
    const article = at === undefined ? undefined : holderAt(holders.get(source) ?? [], at);
    if (article === undefined) continue;
    const notice = {
      kind,
      judgement,
      spans: spans.map((span) => ({ source, ...span })),
      ...(values ? { values } : {}),
      ...(confirmed ? { confirmed } : {}),
    };
    const known = found.get(article);
    if (known) known.push(notice);
    else found.set(article, [notice]);
  }
  return found;
}

function holderAt(spans: readonly (SourceSpan & { readonly article: number })[], at: number): number | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span && at < span.end ? span.article : undefined;
}
