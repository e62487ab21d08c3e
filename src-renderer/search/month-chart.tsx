/** Hits over time as a row of bars. Pressing one narrows to it; the side panel's dates say and do the same by keyboard. */
import { useTranslation } from 'react-i18next';
import type { FacetCount } from '../../src-main/contract/model';
import { formatMonth } from '../language/format-period';
import './month-chart.css';
import { periodsOf } from './months';
import { changeSession, clearFacet, useSearchSession } from './search-session';

/** Two bars say less than the two numbers in the side panel. */
const fewestBars = 3;

export function MonthChart({ counts }: { readonly counts: readonly FacetCount[] }) {
  const { t, i18n } = useTranslation('search');
  const { facets } = useSearchSession();
  const periods = periodsOf(counts);
  if (periods.length < fewestBars) return null;
  const most = Math.max(...periods.map(({ count }) => count));
  const chosen = new Set(facets.month ?? []);
  const first = periods[0];
  const last = periods.at(-1);
  return (
    <figure
      className="months"

      aria-label={t('chart', { count: periods.length, most })}
    >
      <div className="months-bars" aria-hidden="true">
        {periods.map(({ label, count, months }) => {
          const isChosen = months.some((month) => chosen.has(month));
          return (
            <button
              key={label}
              type="button"
              className="months-bar"
              data-chosen={isChosen || undefined}
              tabIndex={-1}
              disabled={count === 0}
              aria-label={t('chart-bar', { period: formatMonth(label, i18n.language), count })}
              title={t('chart-bar', { period: formatMonth(label, i18n.language), count })}
              onClick={() => changeSession({ facets: isChosen ? clearFacet(facets, 'month') : { ...facets, month: months } })}
            >
              <span style={{ blockSize: `${(count / most) * 100}%` }} />
            </button>
          );
        })}
      </div>
      <figcaption className="months-ends">
        <span>
          {formatMonth(first?.label ?? '', i18n.language)} – {formatMonth(last?.label ?? '', i18n.language)}
        </span>
        <span>{t('chart-most', { count: most })}</span>
      </figcaption>
    </figure>
  );
}
