/** Choosing one edition of many: a field that narrows, and a list. Likely ones come first. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId, EditionSummary } from '../../src-main/contract/model';
import { useNoneChosen } from '../app/use-none-chosen';
import { noFilter } from './shelf-session';
import { filterEditions } from './arrange-editions';
import { editionName, pagesName } from './edition-name';

/** More than anyone looks through: beyond, the field narrows. */
const longestList = 200;

const time = (edition: EditionSummary) => (edition.date.value === null ? Number.NaN : Date.parse(edition.date.value));

const sameDay = (edition: EditionSummary, to: EditionSummary) => edition.date.value !== null && edition.date.value === to.date.value;
const samePaper = (edition: EditionSummary, to: EditionSummary) => edition.paper.value !== null && edition.paper.value === to.paper.value;

/** The same paper on the same day first, then the same day, then the same paper by nearness in time, then the rest. Pure. */
export function byLikeness(editions: readonly EditionSummary[], to: EditionSummary): readonly EditionSummary[] {
  const rank = (edition: EditionSummary) => (sameDay(edition, to) ? 0 : 2) + (samePaper(edition, to) ? 0 : 1);
  // What has no day is nearer to nothing.
  const apart = (edition: EditionSummary) => {
    const distance = Math.abs(time(edition) - time(to));
    return Number.isNaN(distance) ? Number.MAX_VALUE : distance;
  };
  return editions.toSorted((a, b) => rank(a) - rank(b) || apart(a) - apart(b) || b.id - a.id);
}

/** What may well belong to it: of the same paper or day, and nothing that is known of the two says otherwise. Pure. */
export function isLikely(edition: EditionSummary, to: EditionSummary): boolean {
  const agrees = (fact: 'paper' | 'date') =>
    edition[fact].value === null || to[fact].value === null || edition[fact].value === to[fact].value;
  return (sameDay(edition, to) || samePaper(edition, to)) && agrees('paper') && agrees('date');
}

interface Props {
  readonly editions: readonly EditionSummary[];
  /** Not offered itself; its likes are offered first. */
  readonly to: EditionSummary;
  readonly label: string;
  readonly chosen: EditionId | null;
  /** Until the reader chooses, the first that was looked for or is likely; null where there is none such. */
  readonly onChoose: (edition: EditionId | null) => void;
}

export function EditionChoice({ editions, to, label, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('shelf');
  const [text, setText] = useState('');
  const found = useMemo(() => {
    const others = editions.filter((edition) => edition.id !== to.id);
    return byLikeness(filterEditions(others, { ...noFilter, text }), to);
  }, [editions, to, text]);
  const shown = found.slice(0, longestList);
  const held = shown.some((edition) => edition.id === chosen);
  const [likely] = shown;
  const first = likely && (text.trim() !== '' || isLikely(likely, to)) ? likely.id : null;
  const list = useNoneChosen(!held);
  useEffect(() => {
    if (!held) onChoose(first);
  }, [held, first, onChoose]);
  return (
    <div className="edition-choice">
      <input
        type="text"
        className="app-field"
        data-first
        aria-label={t('choose-filter')}
        placeholder={t('filter-hint')}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
      />
      <select
        ref={list}
        className="edition-choice-list"
        size={8}
        aria-label={label}
        value={chosen ?? ''}
        onChange={(event) => onChoose(Number(event.target.value))}
      >
        {shown.map((edition) => (
          <option key={edition.id} value={edition.id}>
            {[
              editionName(t, edition, i18n.language),
              pagesName(t, edition.pages, i18n.language),
              t('articles', { count: edition.articles }),
              edition.headlines[0],
              edition.fileNames[0],
            ]
              .filter((part) => part !== undefined && part !== '')
              .join(' · ')}
          </option>
        ))}
      </select>
      {found.length === 0 && <p className="dialog-note">{t('choose-none')}</p>}
      {found.length > shown.length && <p className="dialog-note">{t('choose-more', { count: found.length - shown.length })}</p>}
    </div>
  );
}
