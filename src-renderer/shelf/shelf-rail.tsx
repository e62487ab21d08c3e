/** What narrows the shelf, and the way to add to it. Shown in the side panel beside the shelf. */
import { useTranslation } from 'react-i18next';
import { useTrash } from '../app/library-queries';
import { markCutEdges } from '../app/mark-cut-edges';
import { go, useView } from '../app/navigation';
import { useEditions } from '../app/queries';
import { ImportEntry } from '../importing/import-entry';
import { countEditions } from './arrange-editions';
import { changeFilter, useShelfSession } from './shelf-session';
import './shelf-rail.css';

interface Row {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly lang?: string;
}

export function ShelfRail() {
  const { t } = useTranslation('shelf');
  const view = useView();
  const { data: editions = [] } = useEditions();
  const { filter } = useShelfSession();
  const counts = countEditions(editions, filter);
  return (
    <>
      {editions.length > 0 && (
        <>
          <input
            type="text"
            className="app-field shelf-rail-filter"
            aria-label={t('filter-label')}
            placeholder={t('filter-hint')}
            value={filter.text}
            maxLength={200}
            onChange={(event) => {
              changeFilter({ text: event.target.value });
              if (view.kind !== 'shelf') go({ kind: 'shelf' });
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing || filter.text === '') return;
              event.stopPropagation();
              changeFilter({ text: '' });
            }}
          />
          <div ref={markCutEdges} className="shelf-rail-groups cut-edges">
            <Group
              name="paper"
              chosen={filter.paper}
              rows={counts.papers.map(({ value, count }) => ({
                value,
                label: value === '' ? t('paper-unknown') : value,
                count,
                lang: 'zh-CN',
              }))}
            />
            <Group
              name="year"
              chosen={filter.year}
              rows={counts.years.map(({ value, count }) => ({ value, label: value === '' ? t('date-unknown') : value, count }))}
            />
            <Group
              name="state"
              chosen={filter.state}
              rows={counts.states.map(({ value, count }) => ({ value, label: t(`state-${value}`), count }))}
            />
          </div>
        </>
      )}
      <div className="shelf-rail-foot">
        <TrashEntry />
        <ImportEntry />
      </div>
    </>
  );
}

/** There as soon as something lies in it. */
function TrashEntry() {
  const { t } = useTranslation('shelf');
  const view = useView();
  const { data: trash = [] } = useTrash();
  if (trash.length === 0 && view.kind !== 'trash') return null;
  return (
    <nav className="rail-group" aria-label={t('trash')}>
      <button
        type="button"
        className="rail-row"
        aria-current={view.kind === 'trash' ? 'page' : undefined}
        onClick={() => go({ kind: view.kind === 'trash' ? 'shelf' : 'trash' })}
      >
        <span>{t('trash')}</span>
        <span className="shelf-rail-count">{trash.length}</span>
      </button>
    </nav>
  );
}

function Group({
  name,
  chosen,
  rows,
}: {
  readonly name: 'paper' | 'year' | 'state';
  readonly chosen: string | null;
  readonly rows: readonly Row[];
}) {
  const { t } = useTranslation('shelf');
  const all = rows.reduce((sum, row) => sum + row.count, 0);
  const view = useView();
  const choose = (value: string | null) => {
    changeFilter({ [name]: value });
    // What narrows the shelf is seen on the shelf.
    if (view.kind !== 'shelf') go({ kind: 'shelf' });
  };
  return (
    <section>
      <h2 className="rail-heading">{t(`filter-${name}`)}</h2>
      <ul className="rail-group">
        {[{ value: null, label: t('all'), count: all, lang: undefined }, ...rows.map((row) => ({ lang: undefined, ...row }))].map(
          ({ value, label, count, lang }) => (
            <li key={value ?? 'all'}>
              <button
                type="button"
                className="rail-row"
                aria-pressed={chosen === value}
                onClick={() => choose(chosen === value ? null : value)}
              >
                <span lang={lang} className="shelf-rail-name">
                  {label}
                </span>
                <span className="shelf-rail-count">{count}</span>
              </button>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
