/**
 * Reads what a person typed as a query: words (all must be there), "phrases", -without, OR, fields, and brackets around several words.
 * OR joins its two neighbours before anything else: `a b OR c` is a and (b or c); AND says what standing together says anyway.
 * A field before a bracket is that of every word in it: `标题:(a OR b)`. Brackets around one unspaced run, as in （转第4版）, are text.
 * Chinese and English names of fields are alike.
 * Nothing typed is an error: what cannot be read as a query is searched as text.
 */
import type { ArticleKind, QueryFault, QueryFaultKind } from '../contract/model';
import { pageKey } from '../contract/page-number';
import { squeezedForms, squeezeText } from '../contract/squeeze';
import { foldText } from './fold';
import type { TextColumn } from './index-tables';
import type { ArticleFlag } from './search';

export type Query =
  /** `text` is folded and squeezed, not blank, and without white space at its ends; it must lie in one passage of these columns (null: of any). */
  | { readonly kind: 'text'; readonly text: string; readonly columns: readonly TextColumn[] | null }
  /** ISO days, both inclusive; empty string: open. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  /** `text` as above. */
  | { readonly kind: 'paper'; readonly text: string }
  /** `page` as pageKey has it. */
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'flag'; readonly flag: ArticleFlag }
  | { readonly kind: 'kinds'; readonly kinds: readonly ArticleKind[] }
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'and'; readonly parts: readonly Query[] }
  | { readonly kind: 'or'; readonly parts: readonly Query[] };

export interface ReadQuery {
  /** Null where nothing was typed. */
  readonly query: Query | null;
  readonly hint: 'searched-as-text' | null;
  /** Set with `hint`. */
  readonly fault?: QueryFault;
}

type FieldName = 'headline' | 'byline' | 'credit' | 'column' | 'locality' | 'body' | 'paper' | 'page' | 'date' | 'is' | 'kind';

const FIELD_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  headline: ['标题', '題', '题', 'headline', 'title'],
  byline: ['记者', '作者', '署名', '通讯员', 'byline', 'author', 'by', 'reporter'],
  credit: ['摄影', '图片', 'credit', 'photographer'],
  column: ['栏目', '版块', 'column', 'section'],
  locality: ['地', '地点', '地方', 'place', 'locality'],
  body: ['正文', 'body', 'text'],
  paper: ['报', '报纸', 'paper'],
  page: ['版', '版次', '版面', 'page'],
  date: ['日期', '时间', 'date'],
  is: ['是', 'is'],
  kind: ['类型', '类', '体裁', 'kind', 'type'],
};

const COLUMNS: Readonly<Partial<Record<FieldName, readonly TextColumn[]>>> = {
  headline: ['headline', 'deck', 'kicker'],
  byline: ['byline', 'credit', 'signature'],
  credit: ['credit'],
  column: ['column'],
  locality: ['locality'],
  body: ['lead', 'body'],
};

const FLAG_NAMES: Readonly<Record<ArticleFlag, readonly string[]>> = {
  bookmarked: ['bookmarked', 'bookmark', '收藏', '书签', '已收藏'],
  unread: ['unread', '未读'],
};

const KIND_NAMES: Readonly<Record<ArticleKind, readonly string[]>> = {
  feature: ['feature', 'article', '文章', '稿件', '报道'],
  brief: ['brief', 'briefs', '简讯', '简报', '短讯'],
  photo: ['photo', 'picture', '图片', '照片'],
  jump: ['jump', '转版', '下转', '上接', '转接'],
  signed: ['signed', '署名', '署名文章'],
  fragment: ['fragment', '残篇', '片段'],
  furniture: ['furniture', '版面'],
};

const fieldOfName = new Map<string, FieldName>();
for (const [field, names] of Object.entries(FIELD_NAMES)) for (const name of names) fieldOfName.set(foldText(name), field as FieldName);

function findNamed<Name extends string>(names: Readonly<Record<Name, readonly string[]>>, value: string): Name | null {
  const folded = foldText(value);
  for (const [name, forms] of Object.entries<readonly string[]>(names))
    if (forms.some((form) => foldText(form) === folded)) return name as Name;
  return null;
}

interface Term {
  readonly kind: 'term';
  readonly negated: boolean;
  readonly field: FieldName | null;
  readonly value: string;
}

interface Group {
  readonly kind: 'group';
  readonly negated: boolean;
  readonly pieces: readonly Piece[];
}

type Piece = Term | Group | { readonly kind: 'or' | 'and' };

class Malformed extends Error {
  readonly fault: QueryFault;
  constructor(kind: QueryFaultKind, at: string) {
    super(kind);
    this.fault = { kind, at };
  }
}

const SPACE = /\s/u;
/** What a Chinese input method types for a quotation mark. */
const CURLY_CLOSE: Readonly<Record<string, string>> = { '“': '”', '「': '」' };

const BRACKETS: ReadonlySet<string> = new Set('(（');

/** Where the bracket that opens at `at` is closed, or -1; brackets in between are counted, of either width. */
function closingBracket(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (BRACKETS.has(text[index]!)) depth += 1;
    else if (text[index] === ')' || text[index] === '）') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/**
 * @param within the field that words without one of their own are looked for in
 * @throws Malformed
 */
function readPieces(text: string, within: FieldName | null): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const skipSpace = (): void => {
    while (at < text.length && SPACE.test(text[at]!)) at += 1;
  };
  /** Up to white space or, for a value in quotation marks, to the closing one. */
  const readValue = (): string => {
    if (text[at] === '"') {
      const end = text.indexOf('"', at + 1);
      if (end < 0) throw new Malformed('quote', text.slice(at));
      const value = text.slice(at + 1, end);
      at = end + 1;
      if (at < text.length && !SPACE.test(text[at]!)) throw new Malformed('after-quote', `"${value}"`);
      return value;
    }
    const close = CURLY_CLOSE[text[at] ?? ''];
    if (close !== undefined) {
      const end = text.indexOf(close, at + 1);
      const value = end < 0 ? '' : text.slice(at + 1, end);
      // Marks around one unspaced run may well be part of what is looked for; around several words they hold them together.
      if (SPACE.test(value.trim()) && (end + 1 === text.length || SPACE.test(text[end + 1]!))) {
        at = end + 1;
        return value;
      }
    }
    const start = at;
    while (at < text.length && !SPACE.test(text[at]!)) at += 1;
    return text.slice(start, at);
  };

  for (skipSpace(); at < text.length; skipSpace()) {
    const quoted = text[at] === '"';
    const word = /^\S+/u.exec(text.slice(at))![0];
    if (!quoted && (word === 'OR' || word === 'AND')) {
      pieces.push({ kind: word === 'OR' ? 'or' : 'and' });
      at += word.length;
      continue;
    }
    // A minus of full width is one where a word stands before it; alone it may be part of what is looked for (－5℃).
    const negated = (word.startsWith('-') || (word.startsWith('－') && pieces.length > 0)) && !/^[-－]+$/u.test(word);
    if (negated) at += 1;
    const name = /^([^\s"：:]+)[：:]/u.exec(text.slice(at, at + word.length));
    const field = name ? fieldOfName.get(foldText(name[1]!)) : undefined;
    if (field !== undefined) at += name![0].length;
    const close = BRACKETS.has(text[at] ?? '') ? closingBracket(text, at) : -1;
    const inner = text.slice(at + 1, Math.max(at + 1, close));
    if (SPACE.test(inner.trim()) && (close + 1 === text.length || SPACE.test(text[close + 1]!))) {
      pieces.push({ kind: 'group', negated, pieces: readPieces(inner, field ?? within) });
      at = close + 1;
      continue;
    }
    const value = readValue();
    if (value.trim() === '') throw new Malformed('value', name && field !== undefined ? name[0] : word);
    pieces.push({ kind: 'term', negated, field: field ?? within, value });
  }
  return pieces;
}

const textOf = (value: string): string => squeezeText(foldText(value).trim());

function textQuery(value: string, columns: readonly TextColumn[] | null): Query {
  const [first, ...others] = squeezedForms(foldText(value).trim()).map((text): Query => ({ kind: 'text', text, columns }));
  return others.length === 0 ? first! : { kind: 'or', parts: [first!, ...others] };
}

/** @throws Malformed */
function queryOfTerm({ negated, field, value }: Term): Query {
  const query = field === null ? textQuery(value, null) : queryOfField(field, value);
  return negated ? { kind: 'not', part: query } : query;
}

/** @throws Malformed */
function queryOfField(field: FieldName, value: string): Query {
  const columns = COLUMNS[field];
  if (columns) return textQuery(value, columns);
  if (field === 'paper') return { kind: 'paper', text: textOf(value) };
  if (field === 'page') return { kind: 'page', page: pageKey(foldText(value)) };
  if (field === 'date') return readDates(value);
  if (field === 'is') {
    const flag = findNamed(FLAG_NAMES, value);
    if (flag === null) throw new Malformed('flag', value);
    return { kind: 'flag', flag };
  }
  const kind = findNamed(KIND_NAMES, value);
  if (kind === null) throw new Malformed('kind', value);
  return { kind: 'kinds', kinds: [kind] };
}

/** @throws Malformed */
function queryOfGroup({ negated, pieces }: Group): Query {
  // White space within brackets is around at least one word.
  const query = combine(pieces)!;
  return negated ? { kind: 'not', part: query } : query;
}

/** 2023, 2023-11, 2023-11-25, also with / . or 年月日; two of them with .. between, either end open. @throws Malformed */
function readDates(value: string): Query {
  const parts = foldText(value).split(/\.{2,}|至|~/u);
  if (parts.length > 2) throw new Malformed('date', value);
  const [first = '', last = first] = parts;
  if (first === '' && last === '') throw new Malformed('date', value);
  return { kind: 'dates', from: first === '' ? '' : dayBound(first, 'first'), to: last === '' ? '' : dayBound(last, 'last') };
}

function dayBound(value: string, end: 'first' | 'last'): string {
  const match = /^(\d{4})(?:[-/.年](?:(\d{1,2})(?:[-/.月](?:(\d{1,2})日?)?)?)?)?$/u.exec(value.trim());
  if (!match) throw new Malformed('date', value);
  const [, year, month, day] = match;
  const first = end === 'first';
  const monthNumber = month === undefined ? (first ? 1 : 12) : Number(month);
  if (monthNumber < 1 || monthNumber > 12) throw new Malformed('date', value);
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const dayNumber = day === undefined ? (first ? 1 : lastDay) : Number(day);
  if (dayNumber < 1 || dayNumber > lastDay) throw new Malformed('date', value);
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
}

/** @throws Malformed */
function combine(pieces: readonly Piece[]): Query | null {
  const parts: Query[][] = [];
  let joining: 'or' | 'and' | null = null;
  for (const piece of pieces) {
    if (piece.kind !== 'term' && piece.kind !== 'group') {
      if (joining !== null || parts.length === 0) throw new Malformed('join', piece.kind.toUpperCase());
      joining = piece.kind;
      continue;
    }
    const query = piece.kind === 'group' ? queryOfGroup(piece) : queryOfTerm(piece);
    if (joining === 'or') parts.at(-1)!.push(query);
    else parts.push([query]);
    joining = null;
  }
  if (joining !== null) throw new Malformed('join', joining.toUpperCase());
  const all = parts.map((choices): Query => (choices.length === 1 ? choices[0]! : { kind: 'or', parts: choices }));
  if (all.length === 0) return null;
  return all.length === 1 ? all[0]! : { kind: 'and', parts: all };
}

/** Every run between white space, as it stands. */
function readAsText(text: string): Query | null {
  const parts = text
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map((part) => textQuery(part, null));
  return parts.length <= 1 ? (parts[0] ?? null) : { kind: 'and', parts };
}

export function readQuery(text: string): ReadQuery {
  try {
    return { query: combine(readPieces(text, null)), hint: null };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { query: readAsText(text), hint: 'searched-as-text', fault: error.fault };
  }
}

/** The words of a query as typed, without all that is not a word: names of fields, OR and AND, quotation marks, brackets, what must not be there. */
export function plainWords(text: string): string {
  return text
    .split(/\s+/u)
    .flatMap((part) => {
      if (part === 'OR' || part === 'AND' || /^[-－]+[^-－]/u.test(part)) return [];
      const name = /^["“「(（]*([^"：:]+)[：:]/u.exec(part);
      const bare = name && fieldOfName.has(foldText(name[1]!)) ? part.slice(name[0].length) : part;
      return bare.match(/[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/u)?.[0] ?? [];
    })
    .join(' ');
}

/** What was typed without quotation marks of the text itself around one word: an input method makes them of those that hold a phrase together. */
export function withoutTextQuotes(text: string): string {
  return text.replace(
    /(?<=^|[\s：:\-－])(?:“([^\s“”]+)”|「([^\s「」]+)」)(?=\s|$)/gu,
    (_, curly?: string, corner?: string) => curly ?? corner ?? '',
  );
}

/** The texts a half-typed query looks for, for suggestions: without names of fields, and without what is no text or must not be there. */
export function wordsTyped(text: string): readonly string[] {
  return text.split(/\s+/u).flatMap((part) => {
    if (part === 'OR' || part === 'AND' || /^[-－]/u.test(part)) return [];
    const [, name = '', value = ''] = /^([^"：:]+)[：:](.*)$/u.exec(part) ?? [];
    const field = fieldOfName.get(foldText(name));
    if (field !== undefined && !(field in COLUMNS) && field !== 'paper') return [];
    const word = foldText(field === undefined ? part : value)
      .replaceAll('"', '')
      .trim();
    return word === '' ? [] : [word];
  });
}

/** The texts that a hit is marked with: all but those it must be without. */
export function textsSought(query: Query): readonly (Query & { kind: 'text' })[] {
  switch (query.kind) {
    case 'text':
      return [query];
    case 'and':
    case 'or':
      return query.parts.flatMap(textsSought);
    default:
      return [];
  }
}
