/** One line a file: what came of it, and what the reader can do about it. Not for progress: see import-status.tsx. */
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EditionId, EncodingName, FileOutcome } from '../../src-main/contract/model';
import { assertNever } from '../../src-main/contract/problem';
import { announce } from '../app/announce';
import { EncodingList, encodingNames, useEncodingPick, UseEncoding } from '../app/encoding-field';
import type { EncodingPick } from '../app/encoding-field';
import { go } from '../app/navigation';
import { problemWords } from '../app/problem-words';
import { useEditions, useRereadSource } from '../app/queries';
import { isTwin, joinsWhat, namesNow, takenFor, twinOf, whereKnown } from './import-figures';
import type { NamedEdition } from './import-figures';
import './import-results.css';
import { mayBeTried, triedNow } from './result-lines';
import type { ImportGroup, ResultLine } from './result-lines';
import { FilesSlip } from '../shelf/files-slip';
import { hasNoEncoding, mayBeEncoding } from './second-try';
import { useTryAgain } from './use-try-again';

type Filter = 'all' | FileOutcome['kind'];
const filters: readonly Filter[] = ['all', 'imported', 'unchanged', 'failed'];
const rowHeight = 32;

interface SortedOut {
  readonly counts: Readonly<Record<Filter, number>>;
  /** What may come in if it is tried again. */
  readonly again: readonly ResultLine[];
}

function sortOut(lines: readonly ResultLine[], tried: ReadonlySet<string>): SortedOut {
  const counts = { all: lines.length, imported: 0, unchanged: 0, failed: 0 };
  for (const { outcome } of lines) counts[outcome.kind] += 1;
  return { counts, again: lines.filter((line) => mayBeTried(line) && !tried.has(line.id)) };
}

interface Props {
  readonly group: ImportGroup;
  readonly lines: readonly ResultLine[];
  /** Editions that were in the library before. */
  readonly joined: ReadonlySet<EditionId>;
  readonly startWith: Filter;
}

export function ImportResults({ group: { key, parts }, lines, joined, startWith }: Props) {
  const { t } = useTranslation('importing');
  const tryAgain = useTryAgain(key, lines);
  const [chosen, setChosen] = useState<Filter>(startWith);
  const [filesOf, setFilesOf] = useState<EditionId | null>(null);
  const { data: editions = [] } = useEditions();
  const names = useMemo(() => namesNow(editions), [editions]);
  const shownFiles = editions.find(({ id }) => id === filesOf);
  const tried = useMemo(() => triedNow(parts), [parts]);
  // Scrolling draws anew, and must not look through ten thousand files each time.
  const { counts, again } = useMemo(() => sortOut(lines, tried), [lines, tried]);
  // What failed may have come in since.
  const filter = counts[chosen] === 0 ? 'all' : chosen;
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

  const tryHere = useCallback(
    (wanted: readonly ResultLine[], encoding?: EncodingName) => {
      // The button may be gone when the file is in: who works by keyboard stays in the list.
      scroll.current?.focus();
      tryAgain(wanted, encoding);
    },
    [tryAgain],
  );

  return (
    <div className="import-results">
      <div className="import-results-head">
        <fieldset className="import-filters" aria-label={t('filter-label')}>
          {filters.map((each) => {
            const count = counts[each];
            if (count === 0) return null;
            return (
              <button key={each} type="button" className="import-filter" aria-pressed={filter === each} onClick={() => setChosen(each)}>
                {t(`filter-${each}`)} <span className="import-number">{count}</span>
              </button>
            );
          })}
        </fieldset>
        {again.length > 0 && (filter === 'all' || filter === 'failed') && (
          <button type="button" className="app-button" onClick={() => tryHere(again)}>
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
                <LineOfResult
                  line={line}
                  joined={joined}
                  now={nowOf(line, names)}
                  isTried={tried.has(line.id)}
                  onTry={tryHere}
                  onFiles={setFilesOf}
                />
              </li>
            );
          })}
        </ul>
      </div>
      {shownFiles && <FilesSlip edition={shownFiles} onClose={() => setFilesOf(null)} />}
    </div>
  );
}

interface LineProps {
  readonly line: ResultLine;
  readonly joined: ReadonlySet<EditionId>;
  /** What its edition is called. */
  readonly now: NamedEdition | null;
  /** Again, now. */
  readonly isTried: boolean;
  readonly onTry: (wanted: readonly ResultLine[], encoding?: EncodingName) => void;
  /** To the files of an edition. */
  readonly onFiles: (edition: EditionId) => void;
}

const LineOfResult = memo(function LineOfResult({ line, joined, now, isTried, onTry, onFiles }: LineProps) {
  const { t, i18n } = useTranslation('importing');
  const { outcome, file } = line;
  const edition = isTwin(outcome)
    ? twinOf(outcome, now, t, i18n.language)
    : (joinsWhat(outcome, joined, now, t, i18n.language) ??
      takenFor(outcome, now, t, i18n.language) ??
      whereKnown(outcome, now, t, i18n.language));
  const said = isTried ? t('trying') : wordsOf(outcome, edition, t);
  const path = outcome.path ?? file?.path ?? outcome.name;
  const choice = useEncodingChoice(line, onTry);
  return (
    <>
      <span className="import-name" title={path}>
        {path !== outcome.name && path.endsWith(outcome.name) && (
          <span className="import-folder">{path.slice(0, -outcome.name.length)}</span>
        )}
        <span className="import-file">{outcome.name}</span>
      </span>
      <span className={`import-said import-said-${outcome.kind === 'failed' && isTried ? 'tried' : outcome.kind}`} title={said}>
        {said}
      </span>
      <EncodingChoice line={line} choice={choice} isTried={isTried} />
      {choice.picked !== null ? (
        <UseEncoding encoding={choice.picked} name={outcome.name} onUse={choice.use} />
      ) : outcome.kind === 'failed' ? (
        mayBeTried(line) && (
          <button
            type="button"
            className="app-button"
            aria-label={t('again-label', { name: outcome.name })}
            aria-disabled={isTried}
            onClick={() => {
              if (!isTried) onTry([line]);
            }}
          >
            {t('again')}
          </button>
        )
      ) : (
        <span className="import-ways">
          {isTwin(outcome) && (
            <button
              type="button"
              className="app-button"
              aria-haspopup="dialog"
              aria-label={t('twin-show-label', { name: outcome.name })}
              onClick={() => onFiles(outcome.edition)}
            >
              {t('twin-show')}
            </button>
          )}
          <button
            type="button"
            className="app-button"
            aria-label={t('open-label', { name: outcome.name })}
            onClick={() => go({ kind: 'edition', edition: outcome.edition, place: { source: outcome.source, offset: 0 }, marked: null })}
          >
            {t('open')}
          </button>
        </span>
      )}
    </>
  );
});

function nowOf({ outcome }: ResultLine, names: ReadonlyMap<EditionId, NamedEdition>): NamedEdition | null {
  return outcome.kind === 'failed' ? null : (names.get(outcome.edition) ?? null);
}

/** A file in the library is read again from its kept bytes; one that failed is tried again, where it is still to be had. */
function useEncodingChoice(line: ResultLine, onTry: LineProps['onTry']): EncodingPick {
  const { t } = useTranslation('importing');
  const reread = useRereadSource();
  const [chosen, setChosen] = useState<EncodingName | null>(null);
  const { outcome } = line;

  function read(encoding: EncodingName): void {
    if (outcome.kind === 'failed') {
      onTry([line], encoding);
      return;
    }
    setChosen(encoding);
    reread.mutate(
      { source: outcome.source, encoding },
      {
        onSuccess: () => announce(t('reread-done', { name: outcome.name, encoding: encodingNames[encoding] })),
        onError: () => setChosen(null),
      },
    );
  }

  return useEncodingPick(chosen ?? (outcome.kind === 'imported' ? outcome.encoding : ''), reread.isPending, read);
}

interface EncodingProps {
  readonly line: ResultLine;
  readonly choice: EncodingPick;
  readonly isTried: boolean;
}

function EncodingChoice({ line: { outcome, file, found }, choice, isTried }: EncodingProps) {
  // Nothing was read: where it is has the room.
  if (outcome.kind === 'unchanged') return null;
  if (outcome.kind === 'failed' ? (!file && !found) || !mayBeEncoding(outcome.problem) : hasNoEncoding(outcome.name)) return <span />;
  return <EncodingList choice={choice} name={outcome.name} disabled={isTried} />;
}

function wordsOf(outcome: FileOutcome, edition: string | null, t: TFunction<'importing'>): string {
  switch (outcome.kind) {
    case 'imported':
      return [t('count-articles', { count: outcome.articles }), ...(edition === null ? [] : [edition])].join(t('pause'));
    case 'unchanged':
      return [t(outcome.restored ? 'restored' : 'unchanged'), ...(edition === null ? [] : [edition])].join(t('pause'));
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
