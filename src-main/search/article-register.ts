/**
 * What facets, filters and order need of every article, in memory: two numbers each, 100,000 articles in about 1 MB and read in 50 ms.
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
  readonly page: string | null;
}

type GroupingKey = [paper: string | null, section: string | null, place: string | null, kind: ArticleKind, page: string | null];

/** Columns of equal length, by ascending document number. Never changed in place. */
export interface Register {
  readonly documents: Float64Array;
  /** Index into `groupings`. */
  readonly groups: Uint32Array;
  readonly groupings: readonly Grouping[];
}

export interface ArticleRegister {
  /** The register as of the last committed change. */
  current(): Promise<Register>;
  /** Calls back after each change with the documents touched; null where anything may have changed. */
  onChange(handler: (documents: readonly DocumentNumber[] | null) => void): void;
  forget(): void;
  /** Keeps a copy in the file where that saves the next start from reading every row: what was kept is then brought up to date. */
  save(): Promise<void>;
}

interface Columns {
  readonly documents: string;
  readonly groups: string;
}

const EMPTY: Register = {
  documents: new Float64Array(),
  groups: new Uint32Array(),
  groupings: [],
};

/** Below this, reading the rows takes no longer than reading the copy. */
const SAVED_FROM = 5000;
/** Changes after which the copy is written again; well below the number that the log of changes keeps. */
const SAVED_EVERY = 300;
/** Rows in one statement: some 15 ms of reading, and what is spent on one chunk overlaps with the reading of the next. */
const CHUNK = 25_000;

export function createArticleRegister(database: IndexDatabase): ArticleRegister {
  const handlers: ((documents: readonly DocumentNumber[] | null) => void)[] = [];
  let register = EMPTY;
  let generation: number | null = null;
  let savedGeneration = 0;
  let following: Promise<Register> = Promise.resolve(EMPTY);

  async function readRows(where: string, parameters: readonly (string | number)[]): Promise<Register> {
    // One row of two JSON arrays crosses from the driver's thread far faster than a row an article.
    const row = (await database.get<Columns>(
      `SELECT json_group_array(document) AS documents, json_group_array(grouping) AS groups
       FROM (SELECT document, grouping FROM search_article WHERE ${where})`,
      parameters,
    ))!;
    return {
      documents: Float64Array.from(JSON.parse(row.documents) as number[]),
      groups: Uint32Array.from(JSON.parse(row.groups) as number[]),
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
      const [paper, section, place, kind, page] = JSON.parse(key) as GroupingKey;
      groupings[id] = { paper, section, place, kind, page };
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

  async function readSaved(): Promise<void> {
    const saved = await database.get<{ generation: number; documents: Uint8Array; groups: Uint8Array }>(
      'SELECT generation, documents, groups FROM search_register ORDER BY generation DESC LIMIT 1',
    );
    if (saved === undefined) return;
    const documents = new Float64Array(copyOf(saved.documents));
    register = { documents, groups: new Uint32Array(copyOf(saved.groups)), groupings: [] };
    generation = saved.generation;
    savedGeneration = saved.generation;
  }

  async function follow(): Promise<Register> {
    const now = (await readState(database, 'generation')) ?? 0;
    if (now === generation) return register;
    if (generation === null) await readSaved();
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
    async save() {
      const { documents, groups } = await this.current();
      if (generation === null || documents.length < SAVED_FROM || Math.abs(generation - savedGeneration) < SAVED_EVERY) return;
      const saved = generation;
      await database.transaction(async () => {
        await database.run('DELETE FROM search_register');
        await database.run('INSERT INTO search_register (generation, documents, groups) VALUES (?, ?, ?)', [
          saved,
          bytesOf(documents),
          bytesOf(groups),
        ]);
      });
      savedGeneration = saved;
    },
  };
}

const bytesOf = (column: Float64Array | Uint32Array): Uint8Array => new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/** A buffer of its own: what the driver gives need not begin where numbers may. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

function concatenate(parts: readonly Register[]): Register {
  if (parts.length === 1) return parts[0]!;
  const length = parts.reduce((sum, part) => sum + part.documents.length, 0);
  const joined = {
    documents: new Float64Array(length),
    groups: new Uint32Array(length),
  };
  let at = 0;
  for (const part of parts) {
    for (const name of ['documents', 'groups'] as const) joined[name].set(part[name], at);
    at += part.documents.length;
  }
  return { ...joined, groupings: [] };
}

function slice(register: Register, start: number, end: number): Register {
  return {
    documents: register.documents.subarray(start, end),
    groups: register.groups.subarray(start, end),
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
