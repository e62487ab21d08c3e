/** The side panel: sections, bookmarks and search as three tabs. On a narrow window it opens over the page. */
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../src-main/contract/model';
import { SectionRail } from '../sections/section-rail';
import type { View } from './navigation';
import { BookmarksRail } from '../bookmarks/bookmarks-rail';
import { SearchRail } from '../search/search-rail';
import { ShelfRail } from '../shelf/shelf-rail';
import './rail.css';
import { useCommand } from './use-command';

type Tab = 'home' | 'bookmarks' | 'search';
const tabs: readonly Tab[] = ['home', 'bookmarks', 'search'];

function tabOf(kind: View['kind']): Tab {
  return kind === 'bookmarks' || kind === 'search' ? kind : 'home';
}

interface Props {
  /** Of the view in front. */
  readonly kind: View['kind'];
  readonly edition: Edition | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function Rail({ kind, edition, open, onClose }: Props) {
  const { t } = useTranslation('app');
  const [chosen, setChosen] = useState({ tab: tabOf(kind), over: kind });
  const list = useRef<HTMLDivElement>(null);
  // A tab chosen by hand holds until another kind of view comes.
  const tab = chosen.over === kind ? chosen.tab : tabOf(kind);
  const setTab = (next: Tab) => setChosen({ tab: next, over: kind });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? 'home';
    setTab(next);
    list.current?.querySelector<HTMLElement>(`#rail-tab-${next}`)?.focus();
  };

  const onShelf = kind === 'shelf' || kind === 'trash' || kind === 'settings' || !edition;
  return (
    <aside id="rail" className="rail" aria-label={t('rail')} data-open={open || undefined}>
      <div ref={list} className="rail-tabs" role="tablist" tabIndex={-1} aria-label={t('rail')} onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            key={one}
            id={`rail-tab-${one}`}
            type="button"
            role="tab"
            className="rail-tab"
            aria-selected={tab === one}
            aria-controls="rail-panel"
            tabIndex={tab === one ? 0 : -1}
            onClick={() => setTab(one)}
          >
            {t(one === 'home' ? (onShelf ? 'tab-shelf' : 'tab-sections') : `tab-${one}`)}
          </button>
        ))}
      </div>
      {open && <CloseRail onClose={onClose} />}
      <div id="rail-panel" className="rail-panel" role="tabpanel" aria-labelledby={`rail-tab-${tab}`}>
        {tab === 'home' && (onShelf ? <ShelfRail /> : <SectionRail edition={edition} />)}
        {tab === 'bookmarks' && <BookmarksRail />}
        {tab === 'search' && <SearchRail />}
      </div>
    </aside>
  );
}

/** Comes and goes with the open panel, so that Esc closes it before anything else. */
function CloseRail({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  useCommand('go.up', onClose);
  return (
    <button type="button" className="rail-close app-button" onClick={onClose}>
      {t('close')}
    </button>
  );
}
