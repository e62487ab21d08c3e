/** One import: how far it is, what came of it, and what can be done with it as a whole. Not for its files: see import-results.tsx. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { arrivedEditions, joinedEditions, onlyEdition } from '../../src-main/contract/job-news';
import type { EditionId, FileOutcome } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { editionOf, go, useOfView } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useEditions } from '../app/queries';
import { stillRunning } from './import-desk';
import type { Import } from './import-desk';
import { nameOf, namesNow, outcomeFigures, runningFigures } from './import-figures';
import type { NamedEdition } from './import-figures';
import { shareDone } from './import-pace';
import { ImportResults } from './import-results';
import { endOf, filesLeft, holdsBegun, linesOf } from './result-lines';
import type { ImportGroup } from './result-lines';
import { importDesk } from './use-imports';
import { useLeavingGoodNews } from './use-leaving-good-news';

interface Props {
  readonly group: ImportGroup;
  /** Its list is open. */
  readonly isOpen: boolean;
  /** Others stand beside it, from which its time tells it apart. */
  readonly isDated: boolean;
  readonly onOpen: (wanted: boolean) => void;
  /** What can be done beside it, with all imports. */
  readonly children: ReactNode;
}

export function ImportStrip({ group, isOpen, isDated, onOpen, children }: Props) {
  const { t, i18n } = useTranslation('importing');
  const { key, first, parts, running } = group;
  const lines = useMemo(() => linesOf(parts), [parts]);
  const left = useMemo(() => (running || first.state === 'done' ? [] : filesLeft(parts)), [running, first, parts]);
  const paused = running?.state === 'running' && running.snapshot?.paused === true;
  const failed = lines.some(({ outcome }) => outcome.kind === 'failed');
  const end = endOf(group, left.length);
  const outcomes = useMemo(() => lines.map(({ outcome }) => outcome), [lines]);
  const joined = useMemo(() => joinedEditions(outcomes), [outcomes]);
  const { data: editions } = useEditions();
  const names = useMemo(() => namesNow(editions ?? []), [editions]);
  const figures = running
    ? runningFigures(running, t, i18n.language)
    : outcomeFigures(outcomes, joined, names, end.state, t, i18n.language);
  const problem = running ? null : end.problem;
  const fold = useRef<HTMLButtonElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const isGood = !running && end.state === 'done' && problem === null && !failed && left.length === 0;
  const leave = useCallback(() => importDesk.dismiss(key), [key]);
  useLeavingGoodNews(strip, isGood && !isOpen, leave);

  function close(): void {
    leave();
    // The button is gone: who works by keyboard goes on with what is read.
    document.getElementById('main')?.focus();
  }

  function foldWithEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
    event.preventDefault();
    fold.current?.focus();
    onOpen(false);
  }

  return (
    // Keys of the controls within it come by here.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={strip} className="import-strip" onKeyDown={foldWithEscape}>
      {parts.map((part) => (
        <Announced key={part.key} part={part} joined={joined} names={names} />
      ))}
      {running && (
        <progress
          className="import-progress"
          aria-label={t('progress')}
          max={1}
          value={running.snapshot ? (shareDone(running.snapshot) ?? undefined) : 0}
        />
      )}
      <div className="import-line">
        <p className="import-what">
          {isDated && first.snapshot && (
            <time dateTime={first.snapshot.startedAt}>
              {new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' }).format(new Date(first.snapshot.startedAt))}
            </time>
          )}
          {running && <b>{t(paused ? 'paused' : running.state === 'cancelling' ? 'cancelling' : 'running')}</b>}
          {figures.map((figure, index) => (index === 0 && !running ? <b key={figure}>{figure}</b> : <span key={figure}>{figure}</span>))}
        </p>
        {children}
        {!running && <WaysIn outcomes={outcomes} names={names} />}
        {lines.length > 0 && (
          <button ref={fold} type="button" className="app-button" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
            {isOpen ? t('hide-results') : failed ? t('show-failed') : t('show-results')}
          </button>
        )}
        {running?.state === 'running' && running.job !== null && (
          <button type="button" className="app-button" onClick={() => importDesk.pause(running.key, !paused)}>
            {t(paused ? 'go-on' : 'wait')}
          </button>
        )}
        {left.length > 0 && (
          <button type="button" className="app-button" onClick={() => void importDesk.hand(left, { of: key, tries: [] })}>
            {holdsBegun(left, lines) ? t('cut-resume') : t('import-rest', { count: left.length })}
          </button>
        )}
        {running ? (
          <button
            type="button"
            className="app-button"
            disabled={running.state === 'cancelling'}
            onClick={() => importDesk.cancel(running.key)}
          >
            {t('cancel')}
          </button>
        ) : (
          <button type="button" className="app-button" onClick={close}>
            {t('close')}
          </button>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {isOpen && lines.length > 0 && <ImportResults group={group} lines={lines} joined={joined} startWith={failed ? 'failed' : 'all'} />}
    </div>
  );
}

interface WaysInProps {
  readonly outcomes: readonly FileOutcome[];
  readonly names: ReadonlyMap<EditionId, NamedEdition>;
}

/** To what has come in, or was there already, where it is not in front: to the first of several, and to the shelf, where they all stand. */
function WaysIn({ outcomes, names }: WaysInProps) {
  const { t, i18n } = useTranslation('importing');
  const arrived = useMemo(() => {
    const came = arrivedEditions(outcomes);
    const known = came.length === 0 ? onlyEdition({ outcomes }) : null;
    return known === null ? came : [known];
  }, [outcomes]);
  const inFront = useOfView(editionOf);
  const onShelf = useOfView(({ kind }) => kind === 'shelf');
  const [first] = arrived;
  if (first === undefined) return null;
  const isOne = arrived.length === 1;
  const now = names.get(first);
  const name = now && nameOf(now, t, i18n.language);
  const words = t(isOne ? 'open' : 'open-first');
  return (
    <>
      {first !== inFront && (
        <button
          type="button"
          className="app-button"
          aria-label={name ? t('open-named', { open: words, name }) : undefined}
          title={name ?? undefined}
          onClick={() => go({ kind: 'edition', edition: first, place: null, marked: null })}
        >
          {words}
        </button>
      )}
      {!isOne && !onShelf && (
        <button type="button" className="app-button" onClick={() => go({ kind: 'shelf' })}>
          {t('to-shelf')}
        </button>
      )}
    </>
  );
}

/** Quarter by quarter while it runs, and how it ended: enough to follow without a flood. */
function Announced({
  part,
  joined,
  names,
}: {
  readonly part: Import;
  readonly joined: ReadonlySet<EditionId>;
  readonly names: WaysInProps['names'];
}) {
  const { t, i18n } = useTranslation('importing');
  const said = useRef(0);
  const quarter = Math.floor((part.snapshot ? (shareDone(part.snapshot) ?? 0) : 0) * 4);
  const running = stillRunning(part.state);
  const ended = running ? '' : outcomeFigures(part.snapshot?.outcomes ?? [], joined, names, part.state, t, i18n.language).join(t('pause'));
  const long = (part.snapshot?.total ?? 0) >= 20;
  useEffect(() => {
    if (!running || !long || quarter <= said.current || quarter >= 4) return;
    said.current = quarter;
    announce(t('progress-said', { percent: quarter * 25 }));
  }, [quarter, running, long, t]);
  useEffect(() => {
    if (ended !== '') announce(ended);
  }, [ended]);
  return null;
}
