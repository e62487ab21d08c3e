/**
 * What facets, filters and order need of every article, in memory: a few numbers each, 100,000 articles in about 3 MB.
 * Follows the tables by the generation written with each change; reads only committed data, so a rollback cannot falsify it.
 */
import type { ArticleKind } from '../contract/model';
import type { DocumentNumber } from './document-number';
import { readState } from './index-tables';
import type { IndexDatabase } from './search';

export interface Grouping {
  readonly paper: string | null;
  readonly section: string | null;
  readonly place: string | null;
  readonly kind: ArticleKind;
}

/** Columns of equal length, by ascending document number. Never changed in place. */
export interface Register {
  readonly documents: Float64Array;
  readonly articles: Float64Array;
  readonly editions: Float64Array;
  /** Index into `groupings`. */
  readonly groups: Uint32Array;
  /** Names in byline and credit as a JSON array; null where there are none. */
  readonly people: readonly (string | null)[];
  readonly groupings: readonly Grouping[];
}

export interface ArticleRegister {
  /** The register as of the last committed change. */
  current(): Promise<Register>;
  /** Calls back after each change with the documents touched; null where anything may have changed. */
  onChange(handler: (documents: readonly DocumentNumber[] | null) => void): void;
  forget(): void;
}

interface Columns {
  readonly documents: string;
  readonly articles: string;
  readonly editions: string;
  readonly groups: string;
  readonly people: string;
}

const EMPTY: Register = {
  documents: new Float64Array(),
  articles: new Float64Array(),
  editions: new Float64Array(),
  groups: new Uint32Array(),
  people: [],
  groupings: [],
};

/** Rows in one statement: about 15 ms of reading, so that a query in between waits no longer. */
const CHUNK = 20_000;

export function createArticleRegister(database: IndexDatabase): ArticleRegister {
  const handlers: ((documents: readonly DocumentNumber[] | null) => void)[] = [];
  let register = EMPTY;
  let generation: number | null = null;
  let following: Promise<Register> = Promise.resolve(EMPTY);

  async function readRows(where: string, parameters: readonly (string | number)[]): Promise<Register> {
    // One row of five JSON arrays crosses from the driver's thread far faster than a row an article.
    const row = (await database.get<Columns>(
      `SELECT json_group_array(document) AS documents, json_group_array(article) AS articles, json_group_array(edition) AS editions,
              json_group_array(grouping) AS groups, json_group_array(people) AS people
       FROM (SELECT * FROM search_article WHERE ${where})`,
      parameters,
    ))!;
    return {
      documents: Float64Array.from(JSON.parse(row.documents) as number[]),
      articles: Float64Array.from(JSON.parse(row.articles) as number[]),
      editions: Float64Array.from(JSON.parse(row.editions) as number[]),
      groups: Uint32Array.from(JSON.parse(row.groups) as number[]),
      people: JSON.parse(row.people) as (string | null)[],
      groupings: [],
    };
  }

  async function readAll(): Promise<Register> {
    const chunks: Register[] = [];
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const chunk = await readRows('document > ? ORDER BY document LIMIT ?', [after, CHUNK]);
      chunks.push(chunk);
      if (chunk.documents.length < CHUNK) return concatenate(chunks);
      after = chunk.documents.at(-1)!;
    }
  }

  async function readGroupings(known: readonly Grouping[]): Promise<readonly Grouping[]> {
    const rows = await database.all<{ id: number; key: string }>('SELECT id, key FROM search_grouping WHERE id >= ?', [known.length]);
    if (rows.length === 0) return known;
    const groupings = [...known];
    for (const { id, key } of rows) {
      const [paper, section, place, kind] = JSON.parse(key) as [string | null, string | null, string | null, ArticleKind];
      groupings[id] = { paper, section, place, kind };
    }
    return groupings;
  }

  /** Null where the log of changes does not reach back to `since`. */
  async function documentsChanged(since: number, until: number): Promise<readonly DocumentNumber[] | null> {
    const rows = await database.all<{ generation: number; documents: string }>(
      'SELECT generation, documents FROM search_change WHERE generation >= ? ORDER BY generation',
      [since],
    );
    if (rows[0]?.generation !== since || rows.at(-1)!.generation !== until) return null;
    return [...new Set(rows.slice(1).flatMap((row) => JSON.parse(row.documents) as number[]))].sort((a, b) => a - b);
  }

  async function follow(): Promise<Register> {
    const now = (await readState(database, 'generation')) ?? 0;
    if (now === generation) return register;
    const changed = generation === null ? null : await documentsChanged(generation, now);
    const rows =
      changed === null
        ? await readAll()
        : replaceRows(
            register,
            changed,
            await readRows('document IN (SELECT value FROM json_each(?)) ORDER BY document', [JSON.stringify(changed)]),
          );
    register = { ...rows, groupings: await readGroupings(changed === null ? [] : register.groupings) };
    generation = now;
    for (const handler of handlers) handler(changed);
    return register;
  }

  return {
    current() {
      // One after another: what a caller has just committed or read must be in what it gets.
      following = following.catch(() => EMPTY).then(follow);
      return following;
    },
    onChange(handler) {
      handlers.push(handler);
    },
    forget() {
      generation = null;
    },
  };
}

function concatenate(parts: readonly Register[]): Register {
  if (parts.length === 1) return parts[0]!;
  const length = parts.reduce((sum, part) => sum + part.documents.length, 0);
  const joined = {
    documents: new Float64Array(length),
    articles: new Float64Array(length),
    editions: new Float64Array(length),
    groups: new Uint32Array(length),
  };
  let at = 0;
  for (const part of parts) {
    for (const name of ['documents', 'articles', 'editions', 'groups'] as const) joined[name].set(part[name], at);
    at += part.documents.length;
  }
  return { ...joined, people: parts.flatMap((part) => part.people), groupings: [] };
}

function slice(register: Register, start: number, end: number): Register {
  return {
    documents: register.documents.subarray(start, end),
    articles: register.articles.subarray(start, end),
    editions: register.editions.subarray(start, end),
    groups: register.groups.subarray(start, end),
    people: register.people.slice(start, end),
    groupings: [],
  };
}

/** `register` without the documents named, with `rows` in their place; both lists ascend. */
function replaceRows(register: Register, gone: readonly DocumentNumber[], rows: Register): Register {
  const pieces: Register[] = [];
  let from = 0;
  let fresh = 0;
  for (const document of gone) {
    const at = lowerBound(register.documents, document);
    if (at > from) pieces.push(slice(register, from, at));
    from = Math.max(from, register.documents[at] === document ? at + 1 : at);
    if (rows.documents[fresh] === document) {
      pieces.push(slice(rows, fresh, fresh + 1));
      fresh += 1;
    }
  }
  pieces.push(slice(register, from, register.documents.length));
  return concatenate(pieces);
}

/** Index of the first document not below `document`. */
export function lowerBound(documents: Float64Array, document: DocumentNumber): number {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (documents[middle]! < document) low = middle + 1;
    else high = middle;
  }
  return low;
}
