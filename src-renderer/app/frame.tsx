/** The window: bar, side panel, the view in front, footer. Knows which part shows which view, and nothing of what is in them. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../src-main/contract/problem';
import type { EditionId } from '../../src-main/contract/model';
import { client } from '../link';
import { ArticleView } from '../reader/article-view';
import { EditionView } from '../reader/edition-view';
import { SettingsView } from '../settings/settings-view';
import { setAnnouncer } from './announce';
import './app.css';
import { commandNamed } from './commands';
import { DamageNote } from './damage-note';
import './dialog.css';
import { ErrorBoundary } from './error-boundary';
import { Footer } from './footer';
import { KeyList } from './key-list';
import { back, currentView, forward, go, useOfView, useView } from './navigation';
import type { View } from './navigation';
import { Palette } from './palette';
import { PdfDesk } from './pdf-desk';
import { BookmarksView } from '../bookmarks/bookmarks-view';
import { DropZone } from '../importing/drop-zone';
import { SearchView } from '../search/search-view';
import { ShelfView } from '../shelf/shelf-view';
import { TrashView } from '../shelf/trash-view';
import { useEdition, useSettings } from './queries';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { identityOf, useArrival, usePlaces } from './use-arrival';
import { tellDone } from './undo';
import { run, useCommand } from './use-command';
import { editField, useKeyboard } from './use-keyboard';
import { useSettingsCommands } from './use-settings-commands';
import { useWindowTitle } from './use-window-title';

function ViewInFront() {
  const view = useView();
  switch (view.kind) {
    case 'shelf':
      return <ShelfView />;
    case 'search':
      return <SearchView />;
    case 'bookmarks':
      return <BookmarksView />;
    case 'settings':
      return <SettingsView />;
    case 'trash':
      return <TrashView />;
    case 'edition':
      return <EditionView view={view} />;
    case 'article':
      return <ArticleView view={view} />;
    default:
      return assertNever(view);
  }
}

/** The edition that bar and side panel speak of: the one in front, or the last one that was. */
function useOpenEdition(inFront: EditionId | null): EditionId | null {
  const [last, setLast] = useState(inFront);
  if (inFront !== null && inFront !== last) setLast(inFront);
  return inFront ?? last;
}

type Over = 'palette' | 'keys' | null;

export function Frame() {
  const { t } = useTranslation('app');
  const settings = useSettings();
  const kind = useOfView((view) => view.kind);
  const identity = useOfView(identityOf);
  const inFront = useOfView((view) => ('edition' in view ? view.edition : null));
  const article = useOfView((view) => (view.kind === 'article' ? view.article : null));
  const { data: edition } = useEdition(useOpenEdition(inFront));
  const [over, setOver] = useState<Over>(null);
  const [railOpenOn, setRailOpenOn] = useState<View | null>(null);
  // Opened over one view, it closes when another comes.
  const railOpen = useOfView((view) => railOpenOn === view);
  const main = useRef<HTMLElement>(null);
  useKeyboard(settings);
  useSettingsCommands(settings);
  useArrival(main, identity);
  usePlaces(main, identity);
  useWindowTitle(kind, article, edition ?? null);
  useEffect(
    () =>
      client.listen('command', ({ name }) => {
        const command = commandNamed(name);
        if (command && !editField(command.name)) run(command.name);
      }),
    [],
  );

  useCommand('go.back', back);
  useCommand('go.forward', forward);
  useCommand('go.shelf', () => go({ kind: 'shelf' }));
  useCommand('go.bookmarks', () => go({ kind: 'bookmarks' }));
  useCommand('go.trash', () => go({ kind: 'trash' }));
  useCommand('go.settings', () => go({ kind: 'settings' }));
  useCommand('go.keys', () => setOver('keys'));
  useCommand('go.palette', () => setOver((now) => (now === 'palette' ? null : 'palette')));
  useCommand('print', () => window.print());
  // Asked before all that can take something back or do it again, so they answer last: what was told before is no answer to this press.
  useCommand('edit.undo', () => tellDone(t('none-to-undo')));
  useCommand('edit.redo', () => tellDone(t('none-to-redo')));
  useCommand('go.up', back, kind === 'search' || kind === 'bookmarks' || kind === 'settings' || kind === 'trash');

  return (
    <DropZone>
      <div className="app">
        <a
          className="app-skip"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {t('skip')}
        </a>
        <TopBar edition={edition ?? null} railOpen={railOpen} onRail={() => setRailOpenOn(railOpen ? null : currentView())} />
        <Rail kind={kind} edition={edition ?? null} open={railOpen} onClose={() => setRailOpenOn(null)} />
        <main ref={main} id="main" className="app-main" tabIndex={-1}>
          <ErrorBoundary resetOn={identity} onShelf={() => go({ kind: 'shelf' })}>
            <ViewInFront />
          </ErrorBoundary>
        </main>
        <PdfDesk kind={kind} article={article} edition={edition ?? null} settings={settings} />
        <DamageNote />
        <Footer />
        <output ref={setAnnouncer} className="visually-hidden" aria-live="polite" />
        {over === 'palette' && (
          <Palette edition={edition ?? null} inFront={inFront !== null} settings={settings} onClose={() => setOver(null)} />
        )}
        {over === 'keys' && <KeyList settings={settings} onClose={() => setOver(null)} />}
      </div>
    </DropZone>
  );
}
