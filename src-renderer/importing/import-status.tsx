/** News in the footer’s row: how imports go and what came of them. Empty while there is nothing to say. */
import { useEffect, useRef, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FileOutcome } from '../../src-main/contract/model';
import { assertNever } from '../../src-main/contract/problem';
import { announce } from '../app/announce';
import { ProblemNotice } from '../app/problem-notice';
import { filesLeft } from './import-desk';
import type { Import } from './import-desk';
import { secondsLeft, shareDone } from './import-pace';
import { ImportResults } from './import-results';
import { InterruptedStrip, useInterrupted } from './interrupted-imports';
import './import-status.css';
import { importDesk, useImports } from './use-imports';
import { useTakeIn } from './use-take-in';

/** What comes from a watched folder is told of only where something is to be done about it. */
function isNews({ snapshot }: Import): boolean {
  return snapshot?.watched === undefined || snapshot.outcomes.some((outcome) => outcome.kind === 'failed');
}

export function ImportStatus() {
  const imports = useImports().filter(isNews);
  const cut = useInterrupted(imports.filter(({ state, files }) => state === 'cancelled' && files.length === 0).length);
  if (imports.length === 0 && cut.length === 0) return null;
  return (
    <div className="import-strips">
      {cut.map((one) => (
        <InterruptedStrip key={one.id} cut={one} />
      ))}
      {imports.map((one) => (
        <ImportStrip key={one.key} one={one} />
      ))}
    </div>
  );
}

function ImportStrip({ one }: { readonly one: Import }) {
  const { t, i18n } = useTranslation('importing');
  const [open, setOpen] = useState(false);
  const takeIn = useTakeIn();
  useAnnouncements(one);
  const running = one.state === 'running' || one.state === 'cancelling';
  const paused = one.state === 'running' && one.snapshot?.paused === true;
  const outcomes = one.snapshot?.outcomes ?? [];
  const failed = outcomes.some((outcome) => outcome.kind === 'failed');
  const share = one.snapshot ? shareDone(one.snapshot) : 0;
  const left = running || one.state === 'done' ? [] : filesLeft(one);
  return (
    <section className="import-strip" aria-label={t('strip-label')}>
      {running && <Progress share={share} label={t('progress')} />}
      <div className="import-line">
        <p className="import-what">
          {running ? (
            <>
              <b>{t(paused ? 'paused' : one.state)}</b>
              {runningFigures(one, t, i18n.language).map((figure) => (
                <span key={figure}>{figure}</span>
              ))}
            </>
          ) : (
            outcomeFigures(one, t).map((figure, index) => (index === 0 ? <b key={figure}>{figure}</b> : <span key={figure}>{figure}</span>))
          )}
        </p>
        {outcomes.length > 0 && (
          <button type="button" className="app-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('hide-results') : failed ? t('show-failed') : t('show-results')}
          </button>
        )}
        {one.state === 'running' && one.job !== null && (
          <button type="button" className="app-button" onClick={() => importDesk.pause(one.key, !paused)}>
            {t(paused ? 'go-on' : 'wait')}
          </button>
        )}
        {left.length > 0 && (
          <button
            type="button"
            className="app-button"
            onClick={() => {
              importDesk.dismiss(one.key);
              takeIn(left);
            }}
          >
            {t('import-rest', { count: left.length })}
          </button>
        )}
        {running ? (
          <button type="button" className="app-button" disabled={one.state === 'cancelling'} onClick={() => importDesk.cancel(one.key)}>
            {t('cancel')}
          </button>
        ) : (
          <button type="button" className="app-button" onClick={() => importDesk.dismiss(one.key)}>
            {t('close')}
          </button>
        )}
      </div>
      {one.problem && <ProblemNotice problem={one.problem} />}
      {open && outcomes.length > 0 && <ImportResults one={one} startWith={failed && !running ? 'failed' : 'all'} />}
    </section>
  );
}

function Progress({ share, label }: { readonly share: number | null; readonly label: string }) {
  return <progress className="import-progress" aria-label={label} max={1} value={share ?? undefined} />;
}

function runningFigures({ snapshot, files, since }: Import, t: TFunction<'importing'>, language: string): readonly string[] {
  if (!snapshot) return [t('count-of', { count: files.length, done: 0, total: files.length })];
  const number = new Intl.NumberFormat(language);
  const left = secondsLeft(snapshot, Date.now(), since);
  return [
    snapshot.total === null
      ? t('count-files', { count: snapshot.done })
      : t('count-of', { count: snapshot.total, done: number.format(snapshot.done), total: number.format(snapshot.total) }),
    t('megabytes', { size: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(snapshot.bytes / 1e6) }),
    t('count-articles', { count: snapshot.articles }),
    ...(left === null ? [] : [left < 60 ? t('seconds-left', { count: left }) : t('minutes-left', { count: Math.ceil(left / 60) })]),
  ];
}

/** What the end of an import says, most important first. One file is named; several are counted. */
export function outcomeFigures({ snapshot, state }: Import, t: TFunction<'importing'>): readonly string[] {
  const outcomes = snapshot?.outcomes ?? [];
  const [only] = outcomes;
  const stopped = state === 'cancelled' ? [t('cancelled')] : state === 'failed' ? [t('failed')] : [];
  if (outcomes.length === 1 && only && stopped.length === 0) return [sentenceOf(only, t)];
  const count = (kind: FileOutcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const tell = (kind: FileOutcome['kind'], words: string) => (count(kind) > 0 ? [t(words, { count: count(kind) })] : []);
  return [
    ...(stopped.length > 0 ? stopped : [t('done')]),
    ...tell('imported', 'outcome-imported'),
    ...tell('unchanged', 'outcome-unchanged'),
    ...tell('failed', 'outcome-failed'),
  ];
}

function sentenceOf(outcome: FileOutcome, t: TFunction<'importing'>): string {
  switch (outcome.kind) {
    case 'imported':
      return t('one-imported', { name: outcome.name, count: outcome.articles });
    case 'unchanged':
      return t('one-unchanged', { name: outcome.name });
    case 'failed':
      return t('one-failed', { name: outcome.name });
    default:
      return assertNever(outcome);
  }
}

/** Quarter by quarter while it runs, and how it ended: enough to follow without a flood. */
function useAnnouncements(one: Import): void {
  const { t } = useTranslation('importing');
  const said = useRef(0);
  const share = one.snapshot ? (shareDone(one.snapshot) ?? 0) : 0;
  const quarter = Math.floor(share * 4);
  const running = one.state === 'running' || one.state === 'cancelling';
  const ended = running ? '' : outcomeFigures(one, t).join(t('pause'));
  const long = (one.snapshot?.total ?? 0) >= 20;
  useEffect(() => {
    if (!running || !long || quarter <= said.current || quarter >= 4) return;
    said.current = quarter;
    announce(t('progress-said', { percent: quarter * 25 }));
  }, [quarter, running, long, t]);
  useEffect(() => {
    if (ended !== '') announce(ended);
  }, [ended]);
}
