/** Where a line of a source belongs: to which article of the same file, and behind which of its lines. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, LineChange } from '../../../src-main/contract/model';
import { useEdition, useSource } from '../../app/queries';
import { Slip } from '../../app/slip';
import '../../shelf/edition-slips.css';
import { readingOrder } from '../reading-order';
import { titleOf } from '../title-of';
import type { ChosenLine } from './line-menu';
import { placesIn } from './places-in';
import { lineIn } from './source-rows';

type Move = Omit<LineChange & { readonly kind: 'move' }, 'kind'>;

/** Where the file's order says, before all text, or behind the line at an offset. */
type Where = 'by-file' | 'first' | number;

interface Props {
  readonly article: Article;
  readonly line: ChosenLine;
  readonly onMove: (move: Move) => void;
  readonly onClose: () => void;
}

export function MoveLine({ article, line, onMove, onClose }: Props) {
  const { t } = useTranslation('reader');
  const { data: edition } = useEdition(article.edition);
  const { data: source } = useSource(line.source);
  // Its own first: what is wrong with a line is more often its place than its article.
  const others = edition ? readingOrder(edition).filter(({ id }) => id !== article.id) : [];
  const articles = [article, ...others].flatMap((one) => {
    const place = [...one.heading, ...one.paragraphs.flatMap(({ spans }) => spans)].find((run) => run.source === line.source);
    return place ? [{ article: one, title: titleOf(one, (page) => t('jump-from', { page })), to: place.start }] : [];
  });
  /** With the line it begins in where another is called the same. */
  const nameOf = ({ article: one, title, to }: (typeof articles)[number]): string => {
    const isTold = !source || articles.every((other) => other.article.id === one.id || other.title !== title);
    const named = isTold ? title : t('move-line-begins', { title, line: lineIn(source, to) });
    return one.id === article.id ? t('move-line-own', { title: named }) : named;
  };
  const [chosen, setChosen] = useState<number | null>(null);
  const [where, setWhere] = useState<Where | null>(null);
  const [withRest, setWithRest] = useState(false);
  const target = articles.find((one) => one.article.id === chosen);
  const isOwn = chosen === article.id;
  const places = target && source ? placesIn(target.article, source, isOwn ? { from: line.facts.offset, withRest } : null) : [];
  const wanted = where ?? (isOwn ? null : 'by-file');
  // What goes along leaves no place to go behind.
  const after = typeof wanted !== 'number' || places.some(({ offset }) => offset === wanted) ? wanted : null;
  return (
    <Slip title={t('move-line-title', { line: line.number })} className="dialog-wide" onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!target || after === null) return;
            close();
            const rest = withRest ? { rest: true as const } : {};
            onMove({ to: target.to, ...rest, ...(after === 'by-file' ? {} : { after: after === 'first' ? null : after }) });
          }}
        >
          <select
            className="edition-choice-list"
            size={Math.min(8, Math.max(2, articles.length))}
            data-first
            lang="zh-CN"
            aria-label={t('move-line-to')}
            onChange={(event) => {
              setChosen(Number(event.target.value));
              setWhere(null);
            }}
          >
            {articles.map((one) => (
              <option key={one.article.id} value={one.article.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
          <label className="edition-slip-check">
            <input type="checkbox" checked={withRest} onChange={(event) => setWithRest(event.target.checked)} />
            {t('move-line-rest')}
          </label>
          {target && (
            <label className="edition-slip-field">
              <span>{t('move-line-after')}</span>
              <select
                className="edition-choice-list"
                size={Math.min(8, places.length + 2)}
                lang="zh-CN"
                value={after ?? ''}
                onChange={({ target: { value } }) => setWhere(value === 'by-file' || value === 'first' ? value : Number(value))}
              >
                {!isOwn && <option value="by-file">{t('move-line-by-file')}</option>}
                <option value="first">{t('move-line-first')}</option>
                {places.map(({ offset, number, words }) => (
                  <option key={offset} value={offset}>
                    {t('move-line-place', { line: number, words })}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div className="dialog-actions">
            <button type="submit" className="app-button" disabled={!target || after === null}>
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
