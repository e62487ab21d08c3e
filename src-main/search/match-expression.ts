/**
 * Turns a text sought into an FTS5 expression for "some passage contains it".
 * The ends of the text may lie inside words, which the index holds whole; the list of words says which words those can be.
 */
import { columnName, TEXT_COLUMNS } from './index-tables';
import type { TextColumn } from './index-tables';
import type { IndexDatabase } from './search';
import { GRAM_LENGTH, gramToken, isLongWord, LONGEST_WORD, tokensOf, wordToken } from './tokens';
import type { Token } from './tokens';

export interface MatchExpression {
  readonly expression: string;
  /** False: rows that do not contain the text may be among the matches, and each must be looked at. */
  readonly exact: boolean;
}

/** More alternatives than this cost more than looking at each candidate. */
const MOST_WORDS = 800;
const MOST_PHRASES = 200;

const phrase = (tokens: readonly string[], prefix = false): string => `"${tokens.join(' ')}"${prefix ? ' *' : ''}`;
const anyOf = (expressions: readonly string[]): string => (expressions.length === 1 ? expressions[0]! : `(${expressions.join(' OR ')})`);
/** Within these columns only; null is every column of text (the grams hold no token that a text has). */
export function inColumns(columns: readonly TextColumn[] | null, expression: string): string {
  return columns === null ? expression : `{${columns.map(columnName).join(' ')}} : (${expression})`;
}

/** @param text folded, without white space at its ends, not empty */
export function matchText(database: IndexDatabase, text: string, columns: readonly TextColumn[] | null): Promise<MatchExpression> {
  const tokens = tokensOf(text);
  const insideWord = tokens.length === 1 && tokens[0]!.kind === 'word';
  return insideWord ? matchInsideWord(database, text, columns) : matchPhrase(database, tokens, columns);
}

async function matchInsideWord(database: IndexDatabase, letters: string, columns: readonly TextColumn[] | null): Promise<MatchExpression> {
  if (letters.length <= GRAM_LENGTH) return { expression: grams(letters), exact: columns === null };
  const words = await wordsWith(database, 'contains', letters, MOST_WORDS);
  if (words === null) return { expression: grams(letters), exact: false };
  // The prefix stands for all short words that begin so; a long word stands under its digest, which no prefix finds.
  const others = words.filter((word) => isLongWord(word) || !word.startsWith(letters));
  const phrases = [phrase([wordToken(letters)], true), ...others.map((word) => phrase([wordToken(word)]))];
  return { expression: inColumns(columns, anyOf(phrases)), exact: true };
}

async function matchPhrase(
  database: IndexDatabase,
  tokens: readonly Token[],
  columns: readonly TextColumn[] | null,
): Promise<MatchExpression> {
  const first = tokens[0]!;
  const rest = tokens.slice(1).map(tokenText);
  const endsInWord = tokens.length > 1 && tokens.at(-1)!.kind === 'word';
  const begins = first.kind === 'word' ? await wordsWith(database, 'ends', first.text, MOST_PHRASES) : [first.text];
  if (begins === null) {
    const restFound = inColumns(columns, phrase(rest, endsInWord));
    return { expression: `(${grams(first.text)} AND ${restFound})`, exact: false };
  }
  const starts = begins.map((word) => (first.kind === 'word' ? wordToken(word) : word));
  // No word ends so: the phrase as typed then finds nothing, which is the truth.
  if (starts.length === 0) starts.push(tokenText(first));
  const endings: (readonly string[])[] = [rest];
  if (endsInWord) {
    const longWords = (await wordsWith(database, 'begins', tokens.at(-1)!.text, MOST_PHRASES)) ?? [];
    for (const word of longWords) endings.push([...rest.slice(0, -1), wordToken(word)]);
  }
  const phrases = starts.flatMap((start) => endings.map((ending) => phrase([start, ...ending], endsInWord && ending === rest)));
  return { expression: inColumns(columns, anyOf(phrases)), exact: true };
}

const tokenText = (token: Token): string => (token.kind === 'word' ? wordToken(token.text) : token.text);

/** Rows one of whose words may have these letters in a row; up to three letters: exactly those rows. */
function grams(letters: string): string {
  const length = Math.min(GRAM_LENGTH, letters.length);
  const found = new Set<string>();
  for (let at = 0; at + length <= letters.length; at += 1) found.add(phrase([gramToken(letters.slice(at, at + length))]));
  return `{grams} : (${[...found].join(' AND ')})`;
}

const WORD_TESTS = {
  contains: 'instr(word, ?1) > 0',
  ends: 'substr(word, -length(?1)) = ?1',
  // Only long words: the others are found by prefix.
  begins: `length(word) > ${LONGEST_WORD} AND substr(word, 1, length(?1)) = ?1`,
};

/** Null where there are more than `most`. */
async function wordsWith(
  database: IndexDatabase,
  test: keyof typeof WORD_TESTS,
  letters: string,
  most: number,
): Promise<readonly string[] | null> {
  const rows = await database.all<{ word: string }>(`SELECT word FROM search_word WHERE ${WORD_TESTS[test]} LIMIT ?2`, [letters, most + 1]);
  return rows.length > most ? null : rows.map((row) => row.word);
}

/**
 * For ranking only, where a near miss costs nothing: the text as a phrase, its last word as a prefix.
 */
export function rankPhrase(text: string): string {
  const tokens = tokensOf(text);
  return phrase(tokens.map(tokenText), tokens.at(-1)!.kind === 'word');
}

export const HEAD_COLUMNS: readonly TextColumn[] = TEXT_COLUMNS.filter((column) => column !== 'body');
