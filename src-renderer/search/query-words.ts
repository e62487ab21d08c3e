/** Queries as text: what a suggestion or a facet looks like when it is typed. Pure. The language itself is the library's (src-main/search). */
import type { Suggestion } from '../../src-main/contract/model';

const fieldOf: Readonly<Record<Suggestion['kind'], string>> = {
  headline: '标题',
  byline: '记者',
  column: '栏目',
  place: '地',
  paper: '报',
};

/** A value of several words, or one with a sign of the language in it, goes between quotes. */
function quoted(value: string): string {
  return /[\s:："“”\-()（）]/u.test(value) ? `"${value.replace(/["“”]/gu, ' ').trim()}"` : value;
}

export function queryOfSuggestion({ kind, text }: Suggestion): string {
  return `${fieldOf[kind]}:${quoted(text)}`;
}

/** What the library would find for the query anyway needs no suggestion. */
export function isUseful(suggestion: Suggestion, typed: string): boolean {
  return suggestion.kind !== 'headline' || !suggestion.text.toLowerCase().includes(typed.trim().toLowerCase());
}
