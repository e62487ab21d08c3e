/** Where the reader confirms an edition's paper and date or puts them right. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { EditionSummary, Fact } from '../../src-main/contract/model';
import { filesWithInferredPage, isFromName, isInferred } from '../reader/inferred-facts';
import { listPages } from '../language/list-pages';
import { correctEdition, merge } from '../shelf/edition-deeds';
import { editionName } from '../shelf/edition-name';
import { currentView, editionOf, replace } from './navigation';
import { ProblemNotice } from './problem-notice';
import { useEdition, useEditions } from './queries';
import { Slip } from './slip';

/** Before the first newspaper there is; after the last year of four digits a field takes on as many as are typed. */
const earliest = '1605-01-01';
const latest = '9999-12-31';

export function CorrectDialog({ edition: given, onClose }: { readonly edition: EditionSummary; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('app');
  const { data: editions = [] } = useEditions();
  // Right after something was taken back the list it was chosen from may not say so yet.
  const edition = editions.find(({ id }) => id === given.id) ?? given;
  const { data: whole } = useEdition(given.id);
  const supposed = filesWithInferredPage(whole?.files ?? []);
  const day = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const [paper, setPaper] = useState(edition.paper.value ?? '');
  const [date, setDate] = useState(edition.date.value ?? '');
  const [work, setWork] = useState<{ readonly busy: boolean; readonly problem: unknown }>({ busy: false, problem: null });
  async function act(deed: () => Promise<void>, onDone: () => void): Promise<void> {
    if (work.busy) return;
    setWork({ busy: true, problem: null });
    try {
      await deed();
    } catch (problem) {
      setWork({ busy: false, problem });
      return;
    }
    onDone();
  }
  const save = (change: { readonly paper: string | null; readonly date: string | null }, onDone: () => void) =>
    void act(() => correctEdition(edition, change, change.paper === null && change.date === null ? [] : supposed), onDone);
  const [typedPaper, typedDate] = [paper.trim(), date];
  const twin =
    typedPaper === '' || typedDate === ''
      ? undefined
      : editions.find((one) => one.id !== edition.id && one.paper.value === typedPaper && one.date.value === typedDate);
  /** Once it bears the name and day of the other: taken back, the two stand side by side; once more, it is called as before. */
  async function join(into: EditionSummary): Promise<void> {
    await correctEdition(edition, { paper: typedPaper, date: typedDate });
    await merge(edition, into);
    if (editionOf(currentView()) === edition.id) replace({ kind: 'edition', edition: into.id, place: null, marked: null });
  }
  const unchanged = paper === (edition.paper.value ?? '') && date === (edition.date.value ?? '');
  const confirms = unchanged && (isInferred(edition.paper) || isInferred(edition.date) || supposed.length > 0);
  const because = (fact: Fact<string>, words: string) =>
    fact.value !== null &&
    isInferred(fact) && (
      <p className="dialog-note">{t(isFromName(fact) ? `${words}-name` : words, { confidence: t(fact.judgement.confidence) })}</p>
    );
  return (
    <Slip title={t('correct-title')} onClose={onClose}>
      {(onDone) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            // A day that is not in the calendar leaves the field without a value, which alone would mean: no date.
            if (day.current && !day.current.validity.valid) {
              setRefused(true);
              day.current.focus();
              return;
            }
            if (unchanged && !confirms) return onDone();
            save({ paper: paper.trim() === '' ? null : paper.trim(), date: date === '' ? null : date }, onDone);
          }}
        >
          <label className="dialog-row">
            <span>{t('correct-paper')}</span>
            <input
              data-first
              className="app-field"
              lang="zh-CN"
              value={paper}
              maxLength={100}
              onChange={(event) => setPaper(event.target.value)}
            />
          </label>
          {because(edition.paper, 'correct-because-paper')}
          <label className="dialog-row">
            <span>{t('correct-date')}</span>
            <input
              ref={day}
              className="app-field"
              type="date"
              min={earliest}
              max={latest}
              value={date}
              aria-invalid={refused}
              aria-describedby={refused ? 'correct-refused' : undefined}
              onChange={(event) => {
                setDate(event.target.value);
                setRefused(false);
              }}
              onBlur={(event) => setRefused(!event.target.validity.valid)}
            />
          </label>
          {refused && (
            <p id="correct-refused" className="dialog-note" role="alert">
              {t('correct-no-such-day')}
            </p>
          )}
          {because(edition.date, 'correct-because-date')}
          {(['name', 'text'] as const).map((from) => {
            const files = supposed.filter(({ page }) => isFromName(page) === (from === 'name'));
            const pages = listPages(
              files.flatMap(({ page }) => page.value ?? []),
              i18n.language,
            );
            return (
              files.length > 0 && (
                <p key={from} className="dialog-note">
                  {t(from === 'name' ? 'correct-because-page-name' : 'correct-because-page', { pages })}
                </p>
              )
            );
          })}
          {twin && (
            <p className="dialog-note">
              <output>{t('correct-twin', { name: editionName(t, twin, i18n.language), count: twin.articles })}</output>{' '}
              <button type="button" className="app-button" disabled={work.busy} onClick={() => void act(() => join(twin), onDone)}>
                {t('correct-join')}
              </button>
            </p>
          )}
          {work.problem !== null && <ProblemNotice problem={work.problem} />}
          <div className="dialog-actions">
            <button type="submit" className="app-button">
              {t(confirms ? 'correct-confirm' : 'correct-save')}
            </button>
            {[edition.paper, edition.date].some((fact) => fact.judgement.rule === CONFIRMED_RULE) && (
              <button type="button" className="app-button" onClick={() => save({ paper: null, date: null }, onDone)}>
                {t('correct-restore')}
              </button>
            )}
            <button type="button" className="app-button" onClick={onDone}>
              {t('correct-cancel')}
            </button>
          </div>
        </form>
      )}
    </Slip>
  );
}
