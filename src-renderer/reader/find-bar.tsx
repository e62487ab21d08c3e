/** Finding in the article in front. Not for the search of the library. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceSpan } from '../../src-main/contract/model';
import { useCommand } from '../app/use-command';
import './find-bar.css';
import { hitBeside } from './hits';

interface Props {
  readonly text: string;
  /** Each match once. */
  readonly hits: readonly SourceSpan[];
  readonly current: SourceSpan | null;
  /** Raised each time the reader asks to find: the field takes focus again. */
  readonly asked: number;
  readonly onText: (text: string) => void;
  readonly onGo: (hit: SourceSpan) => void;
  readonly onClose: () => void;
}

export function FindBar({ text, hits, current, asked, onText, onGo, onClose }: Props) {
  const { t } = useTranslation('reader');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);
  const step = (by: 1 | -1) => {
    const hit = hitBeside(hits, current, by);
    if (hit) onGo(hit);
    return hit !== null;
  };
  useCommand('search.next', () => step(1));
  useCommand('search.previous', () => step(-1));
  useCommand('go.up', onClose);
  return (
    <search className="find-bar">
      <input
        ref={field}
        className="app-field"
        aria-label={t('find-label')}
        placeholder={t('find-label')}
        value={text}
        maxLength={200}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <span aria-live="polite">
        {text.trim() === ''
          ? ''
          : hits.length === 0
            ? t('find-none')
            : t('find-count', { index: current ? hits.indexOf(current) + 1 : '–', count: hits.length })}
      </span>
      <button type="button" className="app-button" disabled={hits.length === 0} onClick={() => step(-1)}>
        {t('find-previous')}
      </button>
      <button type="button" className="app-button" disabled={hits.length === 0} onClick={() => step(1)}>
        {t('find-next')}
      </button>
      <button type="button" className="app-button" onClick={onClose}>
        {t('find-close')}
      </button>
    </search>
  );
}
