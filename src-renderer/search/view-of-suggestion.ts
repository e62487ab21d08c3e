/** Where choosing a suggestion leads: a headline to its article, a name to all that carries it. Pure. */
import type { EditionId, Suggestion } from '../../src-main/contract/model';
import type { View } from '../app/navigation';
import { queryOfSuggestion } from './query-words';

/** Key of the word that says what is suggested: a headline is not called one for what its article only begins with. */
export function kindOfSuggestion({ kind, holds }: Suggestion): `kind-of-${Suggestion['kind'] | 'lead'}` {
  return `kind-of-${holds === 'lead' ? 'lead' : kind}`;
}

/**
 * An article that holds what was typed opens with it marked; one that is only called alike has nothing to mark.
 * @param within the edition that a search stays within
 */
export function viewOfSuggestion(suggestion: Suggestion, typed: string, within: EditionId | null): View {
  const { article, holds } = suggestion;
  return article
    ? { kind: 'article', edition: article.edition, article: article.id, place: null, marked: holds === undefined ? null : typed.trim() }
    : { kind: 'search', text: queryOfSuggestion(suggestion), edition: within };
}
