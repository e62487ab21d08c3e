/** The line above page or article that counts matches and walks them: of the search that led here, or of finding in the article. */
import { useTranslation } from 'react-i18next';
import type { SourceSpan } from '../../src-main/contract/model';
import { useCommand } from '../app/use-command';
import './hit-bar.css';

interface Props {
  readonly text: string;
  readonly hits: readonly SourceSpan[];
  readonly current: SourceSpan | null;
  readonly onGo: (hit: SourceSpan) => void;
  readonly onClose: () => void;
}

/** The match `step` away from the current one, around the ends. */
export function hitBeside(hits: readonly SourceSpan[], current: SourceSpan | null, step: 1 | -1): SourceSpan | null {
  const at = current ? hits.indexOf(current) : -1;
  const next = at < 0 ? (step === 1 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length;
  return hits[next] ?? null;
}

export function HitBar({ text, hits, current, onGo, onClose }: Props) {
  const { t } = useTranslation('reader');
  const step = (by: 1 | -1) => {
    const hit = hitBeside(hits, current, by);
    if (hit) onGo(hit);
    return hit !== null;
  };
  useCommand('search.next', () => step(1));
  useCommand('search.previous', () => step(-1));
  return (
    <div className="hit-bar">
      <span aria-live="polite">
        {hits.length === 0
          ? t('hit-none', { text })
          : t('hit-count', { text, index: current ? hits.indexOf(current) + 1 : '–', count: hits.length })}
      </span>
      <button type="button" className="app-button" disabled={hits.length === 0} onClick={() => step(-1)}>
        {t('find-previous')}
      </button>
      <button type="button" className="app-button" disabled={hits.length === 0} onClick={() => step(1)}>
        {t('find-next')}
      </button>
      <button type="button" className="app-button" onClick={onClose}>
        {t('hits-close')}
      </button>
    </div>
  );
}
