/** The bar: back and forward, shelf, what is open, search, and how it looks. */
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../src-main/contract/model';
import { EditionTitle } from './edition-title';
import { LookControls } from './look-controls';
import { back, forward, go, useMayGo, useOfView } from './navigation';
import { useEditions } from './queries';
import { SearchField } from '../search/search-field';
import { useShelfExtent } from '../shelf/use-shelf-extent';
import { StatusPart } from './status-part';
import './top-bar.css';
import { useNarrow } from './use-narrow';

interface Props {
  readonly edition: Edition | null;
  readonly railOpen: boolean;
  readonly onRail: () => void;
}

export function TopBar({ edition, railOpen, onRail }: Props) {
  const { t } = useTranslation('app');
  const kind = useOfView((view) => view.kind);
  const searchesAll = useOfView((view) => view.kind === 'search' && view.edition === null);
  const mayGoBack = useMayGo(-1);
  const mayGoForward = useMayGo(1);
  const narrow = useNarrow();
  const { data: editions } = useEditions(kind === 'shelf' || searchesAll);
  const extent = useShelfExtent(editions ?? []);
  return (
    <header className="bar">
      <nav className="bar-history" aria-label={t('toolbar')}>
        <button type="button" className="bar-arrow" aria-label={t('back')} disabled={!mayGoBack} onClick={back}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3.5 5.5 8l4.5 4.5" />
          </svg>
        </button>
        <button type="button" className="bar-arrow" aria-label={t('forward')} disabled={!mayGoForward} onClick={forward}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3.5 10.5 8 6 12.5" />
          </svg>
        </button>
        <button
          type="button"
          className="bar-word"
          aria-current={kind === 'shelf' ? 'page' : undefined}
          onClick={() => go({ kind: 'shelf' })}
        >
          {t('shelf')}
        </button>
        <button type="button" className="bar-word bar-rail" aria-expanded={railOpen} aria-controls="rail" onClick={onRail}>
          {t('rail-open')}
        </button>
      </nav>
      <div className="bar-title">
        {kind === 'shelf' || kind === 'trash' || kind === 'settings' || searchesAll || !edition ? (
          <span className="edition-title">
            <span className="edition-paper">
              {t(searchesAll ? 'search:scope-all' : kind === 'settings' || kind === 'trash' ? `view-${kind}` : 'shelf')}
            </span>
            {editions && kind === 'shelf' && <StatusPart fact={extent} className="edition-facts" />}
            {editions && searchesAll && <span className="edition-facts">{t('shelf:count', { count: editions.length })}</span>}
          </span>
        ) : (
          <EditionTitle edition={edition} />
        )}
      </div>
      <SearchField />
      <button type="button" className="bar-word bar-look-open" popoverTarget="look" aria-haspopup="dialog">
        {t('look')}
      </button>
      <div id="look" className="bar-look" popover={narrow ? 'auto' : undefined}>
        <LookControls />
        <button
          type="button"
          className="bar-word"
          aria-current={kind === 'settings' ? 'page' : undefined}
          onClick={() => go({ kind: 'settings' })}
        >
          {t('view-settings')}
        </button>
      </div>
    </header>
  );
}
