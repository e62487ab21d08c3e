/** How much of the shelf is in sight: all of it, or what some choice has left of it, which is then said and can be taken back. */
import { useTranslation } from 'react-i18next';
import type { EditionSummary } from '../../src-main/contract/model';
import type { StatusFact } from '../app/status';
import { filterEditions } from './arrange-editions';
import { isNarrowing, useShelfSession } from './shelf-session';

export function useShelfExtent(editions: readonly EditionSummary[]): StatusFact {
  const { t } = useTranslation('shelf');
  const { filter } = useShelfSession();
  if (!isNarrowing(filter)) return t('count', { count: editions.length });
  const { paper, year, state, text } = filter;
  const choices = [
    paper === '' ? t('paper-unknown') : paper,
    year === '' ? t('date-unknown') : year,
    state && t(`state-${state}`),
    text.trim() === '' ? null : t('quoted', { text: text.trim() }),
  ];
  const shown = filterEditions(editions, filter).length;
  return {
    label: [t('count-of', { shown, count: editions.length }), ...choices.filter((choice) => choice !== null)].join(' · '),
    command: 'shelf.show-all',
    clears: true,
  };
}
