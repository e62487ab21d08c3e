/** Articles with their paragraphs, as the parser made them: rows here are replaced whole whenever a source is read again. */
import type { ArticleFields, ArticleId, ArticleKind, Confidence, EditionId, Fact, ParagraphRole, SourceId } from '../contract/model';
import type { ParsedArticle } from '../contract/parsed';
import type { Database } from './database';
import { decodeSpans, encodeSpans } from './span-code';

export interface StoredArticle {
  readonly id: ArticleId;
  readonly source: SourceId;
  /** Its place in the source's reading order, from 0. */
  readonly ordinal: number;
  readonly characters: number;
  readonly parsed: ParsedArticle;
}

interface ArticleRow {
  readonly id: number;
  readonly source: number;
  readonly ordinal: number;
  readonly parsed_id: string;
  readonly kind: ArticleKind;
  readonly column_title: string | null;
  readonly kicker: string | null;
  readonly locality: string | null;
  readonly headline: string | null;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly credit: string | null;
  readonly has_jump: number;
  readonly jump_from: string | null;
  readonly jump_to: string | null;
  readonly rule: string;
  readonly confidence: Confidence;
  readonly heading: string;
  readonly characters: number;
  readonly page: string | null;
  readonly section: string | null;
}

interface ParagraphRow {
  readonly id: number;
  readonly role: ParagraphRole;
  readonly text: string;
  readonly spans: string;
}

/** Paragraph ids are `article * PARAGRAPHS + ordinal`. */
export const PARAGRAPHS = 2 ** 20;

/** Must run inside a transaction. What is then stored, in the order given. */
export async function insertArticles(
  database: Database,
  source: SourceId,
  articles: readonly ParsedArticle[],
): Promise<readonly StoredArticle[]> {
  const sequence = await database.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'articles'");
  const first = (sequence?.seq ?? 0) + 1;
  const stored = articles.map((parsed, ordinal): StoredArticle => ({
    id: first + ordinal,
    source,
    ordinal,
    characters: printedCharacters(parsed),
    parsed,
  }));
  const rows = stored.map(({ id, ordinal, characters, parsed: article }) => [
    id,
    ordinal,
    article.id,
    article.kind,
    article.column,
    article.kicker,
    article.locality,
    article.headline,
    article.deck,
    article.byline,
    article.credit,
    article.jump ? 1 : 0,
    article.jump?.from ?? null,
    article.jump?.to ?? null,
    article.judgement.rule,
    article.judgement.confidence,
    JSON.stringify(article.heading),
    characters,
    article.page ?? null,
    article.section ?? null,
  ]);
  await database.run(
    `INSERT INTO articles (source, id, ordinal, parsed_id, kind, column_title, kicker, locality, headline, deck, byline, credit,
       has_jump, jump_from, jump_to, rule, confidence, heading, characters, page, section)
     SELECT ?1, ${columnsOf(20)} FROM json_each(?2)`,
    [source, JSON.stringify(rows)],
  );
  const paragraphs = stored.flatMap(({ id, parsed }) =>
    parsed.paragraphs.map((paragraph, ordinal) => [
      id * PARAGRAPHS + ordinal,
      paragraph.role,
      paragraph.text,
      encodeSpans(paragraph.spans),
    ]),
  );
  await database.run(`INSERT INTO paragraphs (id, role, text, spans) SELECT ${columnsOf(4)} FROM json_each(?1)`, [
    JSON.stringify(paragraphs),
  ]);
  return stored;
}

function columnsOf(count: number): string {
  return Array.from({ length: count }, (_, index) => `value ->> ${index}`).join(', ');
}

function printedCharacters(article: ParsedArticle): number {
  let count = 0;
  for (const paragraph of article.paragraphs) count += paragraph.text.replace(/\s+/gu, '').length;
  return count;
}

export async function deleteArticles(database: Database, source: SourceId): Promise<void> {
  await database.run('DELETE FROM articles WHERE source = ?', [source]);
}

/** In the order of source, then reading order. */
export async function articlesOfEdition(database: Database, edition: EditionId): Promise<readonly StoredArticle[]> {
  const where = 'source IN (SELECT id FROM sources WHERE edition = ?)';
  const rows = await database.all<ArticleRow>(`SELECT * FROM articles WHERE ${where} ORDER BY source, ordinal`, [edition]);
  return withParagraphs(database, rows);
}

export async function articlesOfSource(database: Database, source: SourceId): Promise<readonly StoredArticle[]> {
  const rows = await database.all<ArticleRow>('SELECT * FROM articles WHERE source = ? ORDER BY ordinal', [source]);
  return withParagraphs(database, rows);
}

/** In the order of the ids given; those that do not exist are left out. */
export async function readArticles(database: Database, ids: readonly ArticleId[]): Promise<readonly StoredArticle[]> {
  const rows = await database.all<ArticleRow>('SELECT articles.* FROM json_each(?1) JOIN articles ON articles.id = value ORDER BY key', [
    JSON.stringify(ids),
  ]);
  return withParagraphs(database, rows);
}

/** What their paragraphs print, run together: of many at once, and without what else is known of them. Those that do not exist print nothing. */
export async function printedTexts(
  database: Database,
  ids: readonly ArticleId[],
): Promise<readonly { readonly article: ArticleId; readonly text: string }[]> {
  return database.all(
    `SELECT value AS article, coalesce((SELECT group_concat(text, '' ORDER BY id) FROM paragraphs
       WHERE id >= value * ${PARAGRAPHS} AND id < (value + 1) * ${PARAGRAPHS}), '') AS text FROM json_each(?)`,
    [JSON.stringify(ids)],
  );
}

/** Those of the ids that there are. */
export async function existingArticles(database: Database, ids: readonly ArticleId[]): Promise<readonly ArticleId[]> {
  const rows = await database.all<{ id: number }>('SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);
  return rows.map((row) => row.id);
}

export async function articleIdsOfSource(database: Database, source: SourceId): Promise<readonly ArticleId[]> {
  const rows = await database.all<{ id: number }>('SELECT id FROM articles WHERE source = ? ORDER BY ordinal', [source]);
  return rows.map((row) => row.id);
}

/** Those that say that they go on, or come from, elsewhere. */
export async function jumpsOfEdition(database: Database, edition: EditionId): Promise<readonly StoredArticle[]> {
  const rows = await database.all<ArticleRow>(
    'SELECT * FROM articles WHERE has_jump = 1 AND source IN (SELECT id FROM sources WHERE edition = ?) ORDER BY source, ordinal',
    [edition],
  );
  return withParagraphs(database, rows);
}

/** Pages named by an edition's articles themselves, for they come of sources that hold several; in the order in which they are printed. */
export async function pagesOfArticles(
  database: Database,
  edition: EditionId,
): Promise<readonly { readonly source: SourceId; readonly page: string }[]> {
  return database.all(
    `SELECT source, page FROM articles WHERE page IS NOT NULL AND kind <> 'furniture' AND source IN (SELECT id FROM sources WHERE edition = ?)
     GROUP BY source, page ORDER BY source, min(ordinal)`,
    [edition],
  );
}

/** The edition page that an article stands on; null where it is not known. */
export function pageOfArticle(
  { parsed }: Pick<StoredArticle, 'parsed'>,
  source: { readonly page: Fact<string> } | undefined,
): string | null {
  return parsed.page ?? source?.page.value ?? null;
}

export interface ArticleOutline {
  readonly id: ArticleId;
  readonly source: SourceId;
  readonly ordinal: number;
  /** As the article itself names it. */
  readonly page: string | null;
  readonly kind: ArticleKind;
  readonly headline: string | null;
  readonly deck: string | null;
  readonly characters: number;
}

/** Enough of each article for a shelf; furniture is left out. In no particular order. */
export async function outlinesOfEdition(database: Database, edition: EditionId): Promise<readonly ArticleOutline[]> {
  return database.all(
    `SELECT articles.id, source, ordinal, articles.page, kind, headline, deck, articles.characters FROM articles JOIN sources ON sources.id = articles.source
     WHERE sources.edition = ? AND kind <> 'furniture'`,
    [edition],
  );
}

async function withParagraphs(database: Database, rows: readonly ArticleRow[]): Promise<readonly StoredArticle[]> {
  const paragraphs = await database.all<ParagraphRow>(
    `SELECT paragraphs.* FROM json_each(?1) JOIN paragraphs ON paragraphs.id >= value * ${PARAGRAPHS} AND paragraphs.id < (value + 1) * ${PARAGRAPHS}
     ORDER BY key, paragraphs.id`,
    [JSON.stringify(rows.map((row) => row.id))],
  );
  const byArticle = new Map<ArticleId, ParagraphRow[]>();
  for (const paragraph of paragraphs) {
    const article = Math.floor(paragraph.id / PARAGRAPHS);
    const known = byArticle.get(article);
    if (known) known.push(paragraph);
    else byArticle.set(article, [paragraph]);
  }
  return rows.map((row) => articleOf(row, byArticle.get(row.id) ?? []));
}

function articleOf(row: ArticleRow, paragraphs: readonly ParagraphRow[]): StoredArticle {
  const fields: ArticleFields = {
    column: row.column_title,
    kicker: row.kicker,
    locality: row.locality,
    headline: row.headline,
    deck: row.deck,
    byline: row.byline,
    credit: row.credit,
  };
  return {
    id: row.id,
    source: row.source,
    ordinal: row.ordinal,
    characters: row.characters,
    parsed: {
      id: row.parsed_id,
      kind: row.kind,
      jump: row.has_jump === 1 ? { from: row.jump_from, to: row.jump_to } : null,
      judgement: { rule: row.rule, confidence: row.confidence },
      heading: JSON.parse(row.heading) as ParsedArticle['heading'],
      paragraphs: paragraphs.map(({ role, text, spans }) => ({ role, text, spans: decodeSpans(spans) })),
      ...fields,
      ...(row.page === null ? {} : { page: row.page }),
      ...(row.section === null ? {} : { section: row.section }),
    },
  };
}

/** What the articles of a page are called, one list for each file that is that page. */
export async function headlinesOfPage(database: Database, edition: EditionId, page: string): Promise<readonly (readonly string[])[]> {
  const rows = await database.all<{ source: SourceId; headline: string }>(
    `SELECT source, headline FROM articles
     WHERE headline IS NOT NULL AND source IN (SELECT id FROM sources WHERE edition = ? AND coalesce(page_confirmed, page) = ?)`,
    [edition, page],
  );
  const byFile = new Map<SourceId, string[]>();
  for (const { source, headline } of rows) {
    const headlines = byFile.get(source);
    if (headlines) headlines.push(headline);
    else byFile.set(source, [headline]);
  }
  return [...byFile.values()];
}
