import { isBlank, isLineBreak } from './document';
import type { Document } from './document';
import type { Span } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';

/**
 * Says what is wrong with a document between passes; an empty list means its invariants hold:
 * every non-blank character lies in exactly one line, in exactly one block once blocks are formed, and every block in exactly one
 * place of one article once articles are grouped; spans never hold a line break.
 */
export function checkDocument(document: Document): readonly string[] {
  const { text, lines, blocks, articles } = document;
  const faults = [...checkCover(text, lines, 'lines')];
  if (blocks.length > 0) {
    faults.push(
      ...checkCover(
        text,
        blocks.flatMap((block) => block.spans),
        'blocks',
      ),
    );
    for (const [index, block] of blocks.entries()) if (block.spans.length === 0) faults.push(`block ${index} has no spans`);
  } else if (lines.length > 0 && articles.length > 0) faults.push('articles without blocks');
  if (articles.length > 0) {
    const uses = new Uint32Array(blocks.length);
    for (const article of articles) {
      for (const block of article.heading) uses[block]!++;
      for (const paragraph of article.paragraphs) {
        if (paragraph.blocks.length === 0) faults.push('a paragraph has no blocks');
        if (paragraph.joins.length !== Math.max(0, paragraph.blocks.length - 1)) faults.push('a join has no judgement');
        for (const block of paragraph.blocks) uses[block]!++;
      }
    }
    for (const [block, count] of uses.entries()) if (count !== 1) faults.push(`block ${block} is used ${count} times`);
  }
  return faults;
}

/** The same promise for what leaves the parser: nothing lost, nothing twice, texts equal to their spans, ids unique. */
export function checkParsed(text: string, parsed: ParsedSource): readonly string[] {
  const spans: Span[] = [];
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const article of parsed.articles) {
    if (ids.has(article.id)) faults.push(`article id ${article.id} is used twice`);
    ids.add(article.id);
    spans.push(...article.heading);
    for (const paragraph of article.paragraphs) {
      let printed = '';
      for (const span of paragraph.spans) {
        spans.push(span);
        if (span.kind === 'text') printed += span.glue + text.slice(span.start, span.end);
      }
      if (printed !== paragraph.text) faults.push(`a paragraph of ${article.id} does not equal its spans`);
      if (paragraph.spans.length === 0) faults.push(`a paragraph of ${article.id} has no spans`);
    }
  }
  for (const notice of parsed.notices)
    for (const span of notice.spans)
      if (!(span.start >= 0 && span.start < span.end && span.end <= text.length)) faults.push(`notice ${notice.kind} has a bad span`);
  return [...faults, ...checkCover(text, spans, 'parsed')];
}

function* checkCover(text: string, spans: readonly Span[], what: string): Generator<string> {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of ordered) {
    if (start >= end || end > text.length) yield `${what}: bad span ${start}-${end}`;
    if (start < at) yield `${what}: ${start}-${Math.min(end, at)} lies in two spans`;
    for (; at < start; at++) if (!isBlank(text.charCodeAt(at))) yield `${what}: character ${at} lies in no span`;
    for (let index = start; index < end; index++)
      if (isLineBreak(text.charCodeAt(index))) yield `${what}: span ${start}-${end} holds a line break`;
    at = Math.max(at, end);
  }
  for (; at < text.length; at++) if (!isBlank(text.charCodeAt(at))) yield `${what}: character ${at} lies in no span`;
}
