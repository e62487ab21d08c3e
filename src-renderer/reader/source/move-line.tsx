/** To which article of the same file a line belongs. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../src-main/contract/model';
import { useEdition } from '../../app/queries';
import { Slip } from '../../app/slip';
import '../../shelf/edition-slips.css';
import { titleOf } from '../title-of';
import type { ChosenLine } from './line-menu';

interface Props {
  readonly article: Article;
  readonly line: ChosenLine;
  /** A place of the article it goes to; and whether all that comes after the line goes with it. */
  readonly onMove: (to: number, withRest: boolean) => void;
  readonly onClose: () => void;
}

export function MoveLine({ article, line, onMove, onClose }: Props) {
  const { t } = useTranslation('reader');
  const { data: edition } = useEdition(article.edition);
  const others = (edition?.contents ?? []).flatMap((one) => {
    const place = [...one.heading, ...one.paragraphs.flatMap(({ spans }) => spans)].find((run) => run.source === line.source);
    return one.id === article.id || !place
      ? []
      : [{ id: one.id, title: titleOf(one, (page) => t('jump-from', { page })), to: place.start }];
  });
  const [chosen, setChosen] = useState<number | null>(null);
  const [withRest, setWithRest] = useState(false);
  const target = others.find(({ id }) => id === chosen);
  return (
    <Slip title={t('move-line-title', { line: line.number })} className="dialog-wide" onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!target) return;
            close();
            onMove(target.to, withRest);
          }}
        >
          {others.length === 0 ? (
            <p className="edition-slip-what">{t('move-line-none')}</p>
          ) : (
            <select
              className="edition-choice-list"
              size={Math.min(12, Math.max(2, others.length))}
              data-first
              lang="zh-CN"
              aria-label={t('move-line-to')}
              onChange={(event) => setChosen(Number(event.target.value))}
            >
              {others.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
          {others.length > 0 && (
            <label className="edition-slip-check">
              <input type="checkbox" checked={withRest} onChange={(event) => setWithRest(event.target.checked)} />
              {t('move-line-rest')}
            </label>
          )}
          <div className="dialog-actions">
            <button type="submit" className="app-button" disabled={!target}>
              {t('move-line-yes')}
            </button>
            <button type="button" className="app-button" onClick={close}>
              {t('app:correct-cancel')}
            </button>
          </div>
        </form>
      )}
    </Slip>
  );
}
