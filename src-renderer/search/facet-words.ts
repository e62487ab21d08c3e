/** What a value of a facet is called. Pure. */
import type { TFunction } from 'i18next';
import type { FacetName } from '../../src-main/contract/model';
import { formatMonth } from '../language/format-period';
import { plainLabel } from '../sections/plain-label';
import { facetNames } from './search-session';
import type { Facets } from './search-session';

export function facetWords(t: TFunction<'search'>, language: string, name: FacetName, value: string): string {
  if (name === 'kind') return t(`article-${value}`, { defaultValue: value });
  if (value === '' && name === 'paper') return t('shelf:paper-unknown');
  if (value === '' && name === 'month') return t('no-date');
  if (name === 'month') return formatMonth(value, language);
  if (value === '') return t(name === 'section' ? 'no-section' : 'no-place');
  return name === 'section' ? plainLabel(value) : value;
}

/** Everything that narrows, in the order the facets are shown in; empty where nothing does. */
export function narrowedWords(t: TFunction<'search'>, language: string, facets: Facets): readonly string[] {
  return facetNames.flatMap((name) => (facets[name] ?? []).map((value) => facetWords(t, language, name, value)));
}
