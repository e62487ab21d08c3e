/**
 * The bytes of a file -> its text and its articles, by the form it is in: for the library and for whoever has none. Loads no form before its first file.
 * Not for what is already kept in a library (read-source.ts).
 */
import { createHash } from 'node:crypto';
import type { EncodingName, Judgement, SourceForm, Span } from '../contract/model';
import type { ParsedArticle, ParsedSource } from '../contract/parsed';
import { decodeSource } from '../text/decode-source';
import { PARSER_VERSION } from '../text/parse-briefing';
import { bareArticle } from './bare-article';
import type { Extracted } from './forms/extract-text';
import type { Parser } from './parser';
import { wellFormed } from './well-formed';

export interface ReadableText {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly judgement: Judgement;
}

/** @throws Problem file-empty, file-binary */
export function readableText(bytes: Uint8Array, encoding?: EncodingName): ReadableText {
  const decoded = decodeSource(bytes, encoding);
  return { ...decoded, text: wellFormed(decoded.text) };
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
  parser: Pick<Parser, 'extract'>,
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
  parser: Pick<Parser, 'parse'>,
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
