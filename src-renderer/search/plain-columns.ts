/** Suggested columns as they are shown: without the ornaments printed around them, and each once. What is searched holds these words either way. Pure. */
import type { Suggestion, SuggestionList } from '../../src-main/contract/model';
import { plainLabel } from '../sections/plain-label';

export function withPlainColumns({ suggestions, complete }: SuggestionList): SuggestionList {
  const shown = new Map<string, Suggestion>();
  for (const one of suggestions) {
    const text = one.kind === 'column' ? plainLabel(one.text) : one.text;
    const key = `${one.kind} ${text}`;
    shown.set(key, { ...one, text, count: one.count + (shown.get(key)?.count ?? 0) });
  }
  return { suggestions: [...shown.values()], complete };
}
