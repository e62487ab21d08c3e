/** One line a file: what came of it, and what the reader can do about it. Not for progress: see import-status.tsx. */
import { memo, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EncodingName, FileOutcome } from '../../src-main/contract/model';
import { assertNever } from '../../src-main/contract/problem';
import { announce } from '../app/announce';
import { go } from '../app/navigation';
import { problemWords } from '../app/problem-words';
import { useRereadSource } from '../app/queries';
import type { GatheredFile } from './gathered-file';
import { filesOfOutcomes, withEncoding } from './import-desk';
import type { Import } from './import-desk';
import './import-results.css';
import { hasNoEncoding, mayBeEncoding, mayWorkAgain } from './second-try';
import { useTakeIn } from './use-take-in';

type Filter = 'all' | FileOutcome['kind'];
const filters: readonly Filter[] = ['all', 'imported', 'unchanged', 'failed'];
const encodings: readonly EncodingName[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];
const encodingLabels: Readonly<Record<EncodingName, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 / GBK',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};
const rowHeight = 32;

interface Line {
  readonly outcome: FileOutcome;
  /** Null where the bytes are no longer in this window's hands. */
  readonly file: GatheredFile | null;
}

const noOutcomes: readonly FileOutcome[] = [];

interface SortedOut {
  readonly lines: readonly Line[];
  readonly counts: Readonly<Record<Filter, number>>;
  /** What may come in if it is handed in again. */
  readonly again: readonly GatheredFile[];
}

function sortOut(handedIn: readonly GatheredFile[], outcomes: readonly FileOutcome[]): SortedOut {
  const files = filesOfOutcomes(handedIn, outcomes);
  const lines = outcomes.map((outcome, index): Line => ({ outcome, file: files[index] ?? null }));
  const counts = { all: lines.length, imported: 0, unchanged: 0, failed: 0 };
  for (const { kind } of outcomes) counts[kind] += 1;
  const again = lines.flatMap(({ outcome, file }) => (outcome.kind === 'failed' && file && mayWorkAgain(outcome.problem) ? [file] : []));
  return { lines, counts, again };
}

export function ImportResults({ one, startWith }: { readonly one: Import; readonly startWith: Filter }) {
  const { t } = useTranslation('importing');
  const takeIn = useTakeIn();
  const [filter, setFilter] = useState<Filter>(startWith);
  const outcomes = one.snapshot?.outcomes ?? noOutcomes;
  // Scrolling draws anew, and must not look through ten thousand files each time.
  const { lines, counts, again } = useMemo(() => sortOut(one.files, outcomes), [one.files, outcomes]);
  const shown = useMemo(() => (filter === 'all' ? lines : lines.filter(({ outcome }) => outcome.kind === filter)), [lines, filter]);
  const scroll = useRef<HTMLDivElement>(null);
  // Nothing here is memoized by a compiler, so the virtualizer's own functions are safe to use.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  return (
    <div className="import-results">
      <div className="import-results-head">
        <fieldset className="import-filters" aria-label={t('filter-label')}>
          {filters.map((each) => {
            const count = counts[each];
            if (count === 0 && each !== filter) return null;
            return (
              <button key={each} type="button" className="import-filter" aria-pressed={filter === each} onClick={() => setFilter(each)}>
                {t(`filter-${each}`)} <span className="import-number">{count}</span>
              </button>
            );
          })}
        </fieldset>
        {again.length > 0 && (
          <button type="button" className="app-button" onClick={() => takeIn(again)}>
            {t('again-all', { count: again.length })}
          </button>
        )}
      </div>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="import-list" ref={scroll} tabIndex={0}>
        <ul className="import-list-all" aria-label={t('results-label')} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const line = shown[item.index];
            if (!line) return null;
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className="import-row"
                aria-setsize={shown.length}
                aria-posinset={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <ResultLine line={line} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

const ResultLine = memo(function ResultLine({ line: { outcome, file } }: { readonly line: Line }) {
  const { t } = useTranslation('importing');
  const takeIn = useTakeIn();
  const said = wordsOf(outcome, t);
  const path = file?.path ?? outcome.path ?? outcome.name;
  return (
    <>
      <span className="import-name" title={path}>
        {path !== outcome.name && path.endsWith(outcome.name) && (
          <span className="import-folder">{path.slice(0, -outcome.name.length)}</span>
        )}
        <span className="import-file">{outcome.name}</span>
      </span>
      <span className={outcome.kind === 'failed' ? 'import-said import-said-failed' : 'import-said'} title={said}>
        {said}
      </span>
      <EncodingChoice outcome={outcome} file={file} />
      {outcome.kind === 'failed' ? (
        file &&
        mayWorkAgain(outcome.problem) && (
          <button type="button" className="app-button" aria-label={t('again-label', { name: outcome.name })} onClick={() => takeIn([file])}>
            {t('again')}
          </button>
        )
      ) : (
        <button
          type="button"
          className="app-button"
          aria-label={t('open-label', { name: outcome.name })}
          onClick={() => go({ kind: 'edition', edition: outcome.edition, place: { source: outcome.source, offset: 0 }, marked: null })}
        >
          {t('open')}
        </button>
      )}
    </>
  );
});

/** A file in the library is read again from its kept bytes; one that failed is handed in again, where it is still in hand. */
function EncodingChoice({ outcome, file }: Line) {
  const { t } = useTranslation('importing');
  const takeIn = useTakeIn();
  const reread = useRereadSource();
  const [chosen, setChosen] = useState<EncodingName | null>(null);
  if (outcome.kind === 'failed' ? !file || !mayBeEncoding(outcome.problem) : hasNoEncoding(outcome.name)) return <span />;

  function choose(encoding: EncodingName): void {
    setChosen(encoding);
    if (outcome.kind === 'failed') {
      if (file) takeIn([withEncoding(file, encoding)]);
      return;
    }
    reread.mutate(
      { source: outcome.source, encoding },
      {
        onSuccess: () => announce(t('reread-done', { name: outcome.name, encoding: encodingLabels[encoding] })),
        onError: (problem) => {
          setChosen(null);
          const { what, advice } = problemWords(t, problem);
          announce(`${what} ${advice}`);
        },
      },
    );
  }

  const now = chosen ?? (outcome.kind === 'imported' ? outcome.encoding : '');
  return (
    <select
      className="import-encoding"
      aria-label={t('encoding-label', { name: outcome.name })}
      value={now}
      disabled={reread.isPending}
      onChange={(event) => {
        const encoding = encodings.find((each) => each === event.target.value);
        if (encoding) choose(encoding);
      }}
    >
      {now === '' && <option value="">{t('encoding-choose')}</option>}
      {encodings.map((encoding) => (
        <option key={encoding} value={encoding}>
          {encodingLabels[encoding]}
        </option>
      ))}
    </select>
  );
}

function wordsOf(outcome: FileOutcome, t: TFunction<'importing'>): string {
  switch (outcome.kind) {
    case 'imported':
      return t('count-articles', { count: outcome.articles });
    case 'unchanged':
      return t('unchanged');
    case 'failed': {
      // The line names the file already.
      const { name: _name, ...values } = outcome.problem.values ?? {};
      const { what, advice } = problemWords(t, { ...outcome.problem, values });
      return [what, advice].filter((part) => part !== '').join(t('pause'));
    }
    default:
      return assertNever(outcome);
  }
}
