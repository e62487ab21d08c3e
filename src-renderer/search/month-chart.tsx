/** Hits over time as a row of bars: one stop for the keyboard, arrows from bar to bar; pressing one narrows to it. Not for counting: see months.ts. */
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetCount } from '../../src-main/contract/model';
import { formatMonth } from '../language/format-period';
import { focusResultsAfterMouse } from './focus-results';
import './month-chart.css';
import { periodsOf } from './months';
import type { Period } from './months';
import { changeSession, clearFacet, useSearchSession } from './search-session';

/** Two bars say less than the two numbers in the side panel. */
const fewestBars = 3;

export function MonthChart({ counts }: { readonly counts: readonly FacetCount[] }) {
  const { t, i18n } = useTranslation('search');
  const { facets } = useSearchSession();
  const bars = useRef<HTMLDivElement>(null);
  /** Labels of the bar last walked to, and of the one that is told about. */
  const [walkedTo, setWalkedTo] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const periods = periodsOf(counts);
  if (periods.length < fewestBars) return null;
  const most = Math.max(...periods.map(({ count }) => count));
  const undated = counts.find(({ value }) => value === '')?.count ?? 0;
  const chosen = new Set(facets.month ?? []);
  const isChosen = ({ months }: Period) => months.some((month) => chosen.has(month));
  const first = periods[0];
  const last = periods.at(-1);
  // Periods without hits cannot be chosen.
  const within = periods.filter(({ count }) => count > 0);
  const stop = (within.find(({ label }) => label === walkedTo) ?? within.find(isChosen) ?? within.at(-1))?.label;
  const wordsOf = ({ label, count }: Period) => t('chart-bar', { period: formatMonth(label, i18n.language), count });
  const toldAbout = periods.find(({ label }) => label === told);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = within.findIndex(({ label }) => label === stop);
    const next = { ArrowLeft: within[at - 1], ArrowRight: within[at + 1], Home: within[0], End: within.at(-1) }[event.key];
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    if (!next) return;
    setWalkedTo(next.label);
    bars.current?.querySelector<HTMLElement>(`[data-period="${next.label}"]`)?.focus();
  }

  return (
    <figure className="months" aria-label={t('chart', { count: periods.length, most })}>
      <div ref={bars} className="months-bars" role="toolbar" tabIndex={-1} aria-label={t('chart-bars')} onKeyDown={onKeyDown}>
        {periods.map((period) => {
          const { label, count, months } = period;
          const pressed = isChosen(period);
          return (
            <button
              key={label}
              type="button"
              className="months-bar"
              data-period={label}
              aria-pressed={pressed}
              tabIndex={label === stop ? 0 : -1}
              disabled={count === 0}
              aria-label={wordsOf(period)}
              title={wordsOf(period)}
              onFocus={() => {
                setWalkedTo(label);
                setTold(label);
              }}
              onBlur={() => setTold(null)}
              onClick={(event) => {
                changeSession({ facets: pressed ? clearFacet(facets, 'month') : { ...facets, month: months } });
                focusResultsAfterMouse(event);
              }}
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
        {undated > 0 && <span>{t('chart-undated', { count: undated })}</span>}
        {/* The bar's own name says it to a screen reader. */}
        {toldAbout && (
          <span className="months-told" aria-hidden="true">
            {wordsOf(toldAbout)}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
