/** Articles in JSON -> their text, with each article where the file says it is. The form is documented in README.md beside this file. */
import * as v from 'valibot';
import type { ArticleKind, Fact } from '../../contract/model';
import type { ParsedArticle, ParsedHeading, ParsedParagraph } from '../../contract/parsed';
import { Problem } from '../../contract/problem';
import { decodeSource, isBlank } from '../../text/decode-source';
import type { Extracted, ExtractTask } from './extract-text';
import { wellFormed } from '../well-formed';

const words = v.nullish(v.string());
const stated = v.nullish(v.union([v.string(), v.object({ value: v.nullable(v.string()) })]));
const role = v.optional(v.picklist(['body', 'subhead', 'caption']), 'body');
const paragraphs = v.array(v.union([v.string(), v.object({ text: v.string(), role })]));

const jsonArticle = v.object({
  column: words,
  section: words,
  kicker: words,
  locality: words,
  headline: words,
  title: words,
  deck: words,
  byline: words,
  author: words,
  credit: words,
  kind: v.fallback(v.optional(v.picklist(['feature', 'brief', 'photo', 'jump', 'signed', 'fragment'])), undefined),
  paragraphs: v.optional(paragraphs),
  body: words,
  text: words,
  content: words,
  paper: stated,
  date: stated,
  page: stated,
});
const jsonPage = v.object({ paper: stated, date: stated, page: stated, articles: v.array(jsonArticle) });

type JsonArticle = v.InferOutput<typeof jsonArticle>;
type JsonPage = v.InferOutput<typeof jsonPage>;

const HEADING_FIELDS = ['column', 'kicker', 'locality', 'headline', 'deck', 'byline', 'credit'] as const;
/** UAX #14: every character after which a line must end. */
// oxlint-disable-next-line no-control-regex -- line tabulation is one of them
const LINE_ENDS = /[\r\n\u000b\f\u0085\u2028\u2029]+/u;
/** Printed characters from which a story is no brief. */
const FEATURE_CHARACTERS = 300;

/** @throws Problem file-damaged {name} where it begins as JSON and does not go on as such; file-other-form {name} where it is no JSON, or JSON of something else */
export function jsonArticles({ bytes, encoding, fileName }: ExtractTask): Extracted {
  const decoded = decodeSource(bytes, encoding);
  if (isBlank(decoded.text)) throw new Problem('file-empty', { name: fileName });
  const whole = parseJson(decoded.text);
  const value = whole === undefined ? parseLines(decoded.text) : whole;
  if (value === undefined && /^\s*[{[]/u.test(decoded.text)) throw new Problem('file-damaged', { name: fileName });
  const page = readPage(value);
  if (!page) throw new Problem('file-other-form', { name: fileName });
  const { text, articles } = writeOut(page.articles);
  return {
    text,
    encoding: decoded.encoding,
    encodingJudgement: decoded.judgement,
    facts: { paper: factOf(page, 'paper'), date: factOf(page, 'date'), page: factOf(page, 'page') },
    articles,
  };
}

function readPage(value: unknown): JsonPage | null {
  const page = v.safeParse(jsonPage, value);
  if (page.success) return page.output;
  const list = v.safeParse(v.array(jsonArticle), Array.isArray(value) ? value : [value]);
  return list.success && list.output.some(isArticle) ? { articles: list.output.filter(isArticle) } : null;
}

/** An object of anything fits a schema of nothing but what may be there. */
function isArticle(article: JsonArticle): boolean {
  return headlineOf(article) !== null || paragraphsOf(article).length > 0;
}

/** JSON can escape half a character that no file in UTF-8 could hold. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value));
  } catch {
    return undefined;
  }
}

function parseLines(text: string): unknown {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const values = lines.map(parseJson);
  return values.length > 0 && values.every((value) => typeof value === 'object' && value !== null) ? values : undefined;
}

/** What the file says of itself, else what all its articles agree on. */
function factOf(page: JsonPage, name: 'paper' | 'date' | 'page'): Fact<string> {
  const said = valueOf(page[name]) ?? agreed(page.articles.map((article) => valueOf(article[name])));
  const isDay = name !== 'date' || /^\d{4}-\d\d-\d\d$/u.test(said ?? '');
  return said !== null && isDay
    ? { value: said, judgement: { rule: 'stated-in-file', confidence: 'certain' } }
    : { value: null, judgement: { rule: 'not-said', confidence: 'certain' } };
}

function valueOf(said: v.InferOutput<typeof stated>): string | null {
  return oneLine(typeof said === 'object' && said !== null ? said.value : said);
}

function agreed(values: readonly (string | null)[]): string | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

function oneLine(text: string | null | undefined): string | null {
  return text?.replace(/\s+/gu, ' ').trim() || null;
}

function headlineOf(article: JsonArticle): string | null {
  return oneLine(article.headline ?? article.title);
}

function paragraphsOf(article: JsonArticle): readonly { readonly text: string; readonly role: ParsedParagraph['role'] }[] {
  const given = article.paragraphs?.map((one) => (typeof one === 'string' ? { text: one, role: 'body' as const } : one));
  const all = given ?? [{ text: article.body ?? article.text ?? article.content ?? '', role: 'body' as const }];
  return all.flatMap(({ text, role }) =>
    text
      .split(LINE_ENDS)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ text: line, role })),
  );
}

/** Heading lines, then paragraphs, a blank line between any two: as a person would write them down. */
function writeOut(given: readonly JsonArticle[]): { readonly text: string; readonly articles: readonly ParsedArticle[] } {
  let text = '';
  const write = (line: string) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += line;
    return { start, end: text.length };
  };
  const articles = given.filter(isArticle).map((article, index): ParsedArticle => {
    const fields = {
      column: oneLine(article.column ?? article.section),
      kicker: oneLine(article.kicker),
      locality: oneLine(article.locality),
      headline: headlineOf(article),
      deck: oneLine(article.deck),
      byline: oneLine(article.byline ?? article.author),
      credit: oneLine(article.credit),
    };
    const heading: ParsedHeading[] = [];
    for (const field of HEADING_FIELDS) {
      const line = fields[field];
      if (line !== null) heading.push({ role: field, ...write(line) });
    }
    const paragraphs = paragraphsOf(article).map(({ text: line, role }): ParsedParagraph => ({
      role,
      text: line,
      spans: [{ kind: 'text', glue: '', ...write(line) }],
    }));
    return {
      ...fields,
      id: `a${index + 1}`,
      kind: kindOf(article, paragraphs),
      jump: null,
      judgement: { rule: 'stated-in-file', confidence: 'certain' },
      heading,
      paragraphs,
    };
  });
  return { text, articles };
}

function kindOf(article: JsonArticle, paragraphs: readonly ParsedParagraph[]): ArticleKind {
  if (article.kind) return article.kind;
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0) >= FEATURE_CHARACTERS ? 'feature' : 'brief';
}
