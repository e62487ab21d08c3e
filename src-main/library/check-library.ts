/** Looks through the whole library: the file's structure, every source's bytes against their hash, every article against those bytes. */
import { isDeepStrictEqual } from 'node:util';
import type { LibraryCheck } from '../contract/model';
import type { ParsedArticle } from '../contract/parsed';
import { Problem } from '../contract/problem';
import { articlesOfSource } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import { isDatabaseWhole } from '../store/open-database';
import { readBytes, sourcesAfter } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { PARSER_VERSION } from '../text/parse-briefing';
import { correctReading } from './corrected-reading';
import type { Desk } from './desk';
import { isPacked } from './forms/source-form';
import { parseReading, readForm, sha256Of } from './read-form';
import { textOfSource } from './read-source';
import { rereadSource } from './reread-source';

const SOURCES_AT_ONCE = 50;

/** Articles that are not what the bytes say are made again from them; bytes that have changed can only be named. */
export async function checkLibrary(desk: Desk): Promise<LibraryCheck> {
  const { database } = desk;
  const whole = await isDatabaseWhole(database.path);
  const files: LibraryCheck['files'][number][] = [];
  let after = 0;
  for (
    let batch = await sourcesAfter(database, after, SOURCES_AT_ONCE);
    batch.length > 0;
    batch = await sourcesAfter(database, after, SOURCES_AT_ONCE)
  ) {
    for (const source of batch) {
      const fault = await faultOf(desk, source);
      if (fault) files.push({ source: source.id, name: source.name, fault });
      // A file that is not whole is not written to: its reader is to put a backup in its place.
      if (fault !== null && fault !== 'bytes' && whole) await rereadSource(desk, source.id, null).catch(letRefusedBe);
    }
    after = batch.at(-1)?.id ?? after;
  }
  return { whole, files };
}

/** What another version has taken in and this one refuses stays as it was read. */
function letRefusedBe(error: unknown): void {
  if (!(error instanceof Problem) || !error.data.code.startsWith('file-')) throw error;
}

async function faultOf({ database, parser }: Desk, source: StoredSource): Promise<LibraryCheck['files'][number]['fault'] | null> {
  try {
    const bytes = await readBytes(database, source.id);
    if (!bytes || sha256Of(bytes) !== source.sha256) return 'bytes';
    const text = await textOfSource(database, source.id);
    const articles = await articlesOfSource(database, source.id);
    if (source.parserVersion !== PARSER_VERSION) return articles.every((article) => isPrinted(article, text)) ? null : 'articles';
    const { form, encoding, name, path } = source;
    const reading = await readForm(parser, form, bytes, name, isPacked(form) ? undefined : encoding);
    const otherwise = articles.every((article) => isPrinted(article, text) && isHeaded(article, text)) ? 'recognition' : 'articles';
    if (reading.text !== text) return otherwise;
    const parsed = await correctReading(database, source.id, await parseReading(parser, reading, name, path), text);
    return areSame(articles, parsed.articles) ? null : otherwise;
  } catch (error) {
    if (error instanceof Problem && error.data.code === 'library-damaged') return 'bytes';
    // Spans that are no longer JSON, an encoding that there is none of: what stands in the row is not what was written.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof Problem) return 'articles';
    throw error;
  }
}

function areSame(stored: readonly StoredArticle[], parsed: readonly ParsedArticle[]): boolean {
  return isDeepStrictEqual(plain(stored.map((article) => article.parsed)), plain(parsed));
}

/** Without the difference between a key that is missing and one that is undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** What can be asked of articles that another parser has made. */
function isPrinted({ parsed }: StoredArticle, text: string): boolean {
  return parsed.paragraphs.every(({ spans, text: printed }) => {
    let said = '';
    for (const span of spans) if (span.kind === 'text') said += span.glue + text.slice(span.start, span.end);
    return said === printed;
  });
}

const HEADING_FIELDS = ['column', 'kicker', 'locality', 'headline', 'deck', 'byline', 'credit'] as const;

function isHeaded({ parsed }: StoredArticle, text: string): boolean {
  return HEADING_FIELDS.every((field) => {
    const lines = parsed.heading.filter(({ role }) => role === field).map(({ start, end }) => text.slice(start, end));
    return lettersOf(lines.join('')).includes(lettersOf(parsed[field] ?? ''));
  });
}

/** Marks that only set a field off are not printed with it. */
function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}]/gu, '');
}
