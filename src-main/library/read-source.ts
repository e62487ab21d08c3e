/** A source's bytes as text, decoded the same way whenever it is read. */
import { createHash } from 'node:crypto';
import type { EncodingName, Judgement, SourceForm, SourceId, SourceText, Span } from '../contract/model';
import type { ParsedArticle, ParsedSource } from '../contract/parsed';
import { Problem } from '../contract/problem';
import { articlesOfSource } from '../store/articles';
import type { Database } from '../store/database';
import { readBytes, readSource, readTakenText } from '../store/sources';
import { decodeSource } from '../text/decode-source';
import { PARSER_VERSION } from '../text/parse-briefing';
import { bareArticle } from './bare-article';
import type { Extracted } from './forms/extract-text';
import type { Parser } from './parser';
import { publicSource } from './read-edition';

export interface ReadableText {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly judgement: Judgement;
}

/** @throws Problem file-empty, file-binary */
export function readableText(bytes: Uint8Array, encoding?: EncodingName): ReadableText {
  const decoded = decodeSource(bytes, encoding);
  // SQLite holds text as UTF-8, which has no lone surrogates; each gives way to one U+FFFD, so that every offset stays true.
  return { ...decoded, text: decoded.text.replace(/\p{Surrogate}/gu, '\ufffd') };
}

/** A file's text as its form has it; where the form itself tells articles apart, those, and what else it states. */
export interface Reading extends ReadableText {
  readonly form: SourceForm;
  readonly extracted: Extracted | null;
}

/**
 * @param encoding the reader's choice; none where the bytes are no text
 * @throws Problem as `readableText` and `extractText`
 */
export async function readForm(
  parser: Parser,
  form: SourceForm,
  bytes: Uint8Array,
  fileName: string,
  encoding?: EncodingName,
): Promise<Reading> {
  if (form === 'text') return { ...readableText(bytes, encoding), form, extracted: null };
  const extracted = await parser.extract({ form, bytes, fileName, encoding });
  return { text: extracted.text, encoding: extracted.encoding, judgement: extracted.encodingJudgement, form, extracted };
}

/** What the parser makes of it, unless the file says itself where its articles are. */
export async function parseReading(
  parser: Parser,
  { text, encoding, form, extracted }: Reading,
  fileName: string,
  path: string,
): Promise<ParsedSource> {
  if (!extracted?.articles) {
    const margins = extracted?.margins ?? [];
    const parsed = await parser.parse({ text: text.slice(0, margins[0]?.start), encoding, fileName, path });
    return {
      ...parsed,
      articles: margins.length === 0 ? parsed.articles : [...parsed.articles, furnitureOf(margins, parsed.articles.length)],
      facts: { ...parsed.facts, ...known(extracted?.facts) },
    };
  }
  const unknown = { value: null, judgement: { rule: 'not-said', confidence: 'certain' } } as const;
  // JSON says for each of these whether it is known; elsewhere a file's text may.
  const found =
    form === 'json' ? { paper: unknown, date: unknown, page: unknown } : (await parser.parse({ text, encoding, fileName, path })).facts;
  const facts = { ...found, ...known(extracted.facts) };
  return { parserVersion: PARSER_VERSION, encoding, articles: extracted.articles, notices: [], facts };
}

/** Stays in the source view, and stands in no article. */
function furnitureOf(spans: readonly Span[], before: number): ParsedArticle {
  return {
    ...bareArticle(`a${before + 1}`, 'furniture', { rule: 'page-margin', confidence: 'likely' }),
    heading: spans.map(({ start, end }) => ({ start, end, role: 'furniture' })),
  };
}

function known(facts: Extracted['facts'] | undefined): Partial<ParsedSource['facts']> {
  return Object.fromEntries(Object.entries(facts ?? {}).filter(([, fact]) => fact.value !== null));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @throws Problem not-found */
export async function textOfSource(database: Database, id: SourceId): Promise<string> {
  const source = await readSource(database, id);
  if (!source) throw new Problem('not-found', { source: id });
  const taken = source.form === 'text' ? undefined : await readTakenText(database, id);
  if (taken !== undefined) return taken;
  const bytes = await readBytes(database, id);
  if (!bytes) throw new Problem('not-found', { source: id });
  return readableText(bytes, source.encoding).text;
}

/** @throws Problem not-found */
export function openSource(database: Database, id: SourceId): Promise<SourceText> {
  return database.snapshot(async () => {
    const source = await readSource(database, id);
    if (!source) throw new Problem('not-found', { source: id });
    const furniture: Span[] = [];
    for (const { parsed } of await articlesOfSource(database, id)) {
      const spans = parsed.heading.filter(({ role }) => role === 'furniture' || parsed.kind === 'furniture');
      for (const { start, end } of spans) furniture.push({ start, end });
      if (parsed.kind === 'furniture')
        for (const paragraph of parsed.paragraphs) for (const { start, end } of paragraph.spans) furniture.push({ start, end });
    }
    return { ...publicSource(source), text: await textOfSource(database, id), furniture: furniture.sort((a, b) => a.start - b.start) };
  });
}
