/** Where choosing a suggestion leads: a headline to its article, a name to all that carries it. Pure. */
import type { EditionId, Suggestion } from '../../src-main/contract/model';
import type { View } from '../app/navigation';
import { queryOfSuggestion } from './query-words';

/** @param within the edition that a search stays within */
export function viewOfSuggestion(suggestion: Suggestion, within: EditionId | null): View {
  const { article } = suggestion;
  return article
    ? { kind: 'article', edition: article.edition, article: article.id, place: null, marked: null }
    : { kind: 'search', text: queryOfSuggestion(suggestion), edition: within };
}
