/** The library as front pages on a shelf. Not for narrowing it: see shelf-rail.tsx. */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId, EditionSummary } from '../../src-main/contract/model';
import { wishForPdf } from '../app/pdf-wish';
import { ProblemNotice } from '../app/problem-notice';
import { useEditions } from '../app/queries';
import { useGiveStatus } from '../app/status';
import { useCommand } from '../app/use-command';
import { useFocusWhenDrawn } from '../app/use-focus-when-drawn';
import { useMainList } from '../app/use-main-list';
import { BookmarksStrip } from '../bookmarks/bookmarks-strip';
import { formatMonth } from '../language/format-period';
import { arrangeEditions, filterEditions, isNewcomer } from './arrange-editions';
import { EditionCell, openEdition } from './edition-cell';
import { EditionMenu, useMarkRead, useThrowAway } from './edition-menu';
import { EmptyShelf } from './empty-shelf';
import type { MenuPlace } from './menu-place';
import { rowsOf, stepFrom } from './shelf-rows';
import type { ShelfRow, Step } from './shelf-rows';
import { changeShelf, isNarrowing, noFilter, useShelfSession } from './shelf-session';
import type { ShelfOrder } from './shelf-session';
import './shelf-view.css';
import { useRoom } from './use-room';
import type { Room } from './use-room';
import { useShelfExtent } from './use-shelf-extent';

const orders: readonly ShelfOrder[] = ['recent', 'date', 'paper'];
/** Rows of the most recent editions that stand before everything else. */
const recentRows = 2;
const titleHeight = 56;
/** How long what nobody has opened counts as new, in ms. */
const newFor = 24 * 60 * 60 * 1000;

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

export function ShelfView() {
  const { t } = useTranslation('shelf');
  const { data: editions, error, refetch } = useEditions();
  const extent = useShelfExtent(editions ?? []);
  useGiveStatus(editions ? extent : '', editions?.length ? [t('hint-keys'), t('hint-open')] : [], null);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!editions) return null;
  return editions.length === 0 ? <EmptyShelf /> : <Shelf editions={editions} />;
}

const showAll = () => changeShelf({ filter: noFilter });

function Shelf({ editions }: { readonly editions: readonly EditionSummary[] }) {
  const { t, i18n } = useTranslation('shelf');
  const { order, filter, current } = useShelfSession();
  const [room, measured] = useRoom();
  const shelf = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [newSince] = useState(() => new Date(Date.now() - newFor).toISOString());
  const throwAway = useThrowAway();
  const mark = useMarkRead();
  const bringKeyboard = useFocusWhenDrawn();
  const narrowed = isNarrowing(filter);

  const rows = useMemo(
    () => rowsOf(arrangeEditions(filterEditions(editions, filter), order, room.columns * recentRows, newSince), room.columns),
    [editions, filter, order, room.columns, newSince],
  );
  // The first title stands beside the choice of order; the most recent rows are few enough to stand as they are.
  const [first] = rows;
  const inFront = order === 'recent' ? rows.findIndex((row, index) => index > 0 && row.kind === 'title') : 1;
  const frontRows = rows.slice(1, inFront < 0 ? rows.length : inFront);
  const restRows = rows.slice(inFront < 0 ? rows.length : inFront);
  const { virtualizer, scrollMargin } = useMainList(rest, {
    count: restRows.length,
    estimateSize: (index) => (restRows[index]?.kind === 'title' ? titleHeight : room.rowHeight),
    overscan: 2,
    getItemKey: (index) => restRows[index]?.key ?? index,
  });
  // Heights follow the window's width, and rows what narrows the shelf.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, room.rowHeight, rows]);
  const items = virtualizer.getVirtualItems();
  const shown = [...frontRows, ...items.map((item) => restRows[item.index])].flatMap((row) =>
    row?.kind === 'editions' ? row.editions : [],
  );
  const tabStop = shown.some((edition) => edition.id === current) ? current : (shown[0]?.id ?? null);

  /** The one that the keyboard stands on, if it is still among those shown. */
  const chosen = rows.some((row) => holds(row, current)) ? editions.find(({ id }) => id === current) : undefined;

  function focusOn(edition: number): boolean {
    const cell = () => shelf.current?.querySelector<HTMLElement>(`[data-edition="${edition}"]`);
    if (!bringKeyboard(cell)) return false;
    cell()?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  function move(step: Step): boolean {
    const next = stepFrom(rows, current, step);
    if (!next) return false;
    // At once: the next key may come before the keyboard has arrived.
    changeShelf({ current: next.edition });
    if (!focusOn(next.edition)) virtualizer.scrollToIndex(next.row - 1 - frontRows.length, { align: 'center' });
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = steps[event.key];
    const onCell = event.target instanceof HTMLElement && event.target.dataset['edition'] !== undefined;
    // Beside its edition an arrow goes on from that.
    const onMore = event.target instanceof HTMLElement && event.target.dataset['editionMenu'] !== undefined;
    // The keyboard arrives at the title; an arrow takes it to the editions.
    const onTitle = event.target instanceof HTMLHeadingElement;
    const edition = onCell && event.key === 'Delete' ? editions.find((one) => one.id === current) : undefined;
    if (edition) {
      event.preventDefault();
      event.stopPropagation();
      // The keyboard goes on to the next one, for this one is about to leave the shelf.
      if (!move('right') || stepFrom(rows, current, 'right') === null) move('left');
      throwAway(edition);
      return;
    }
    if (!step || !(onCell || onMore || onTitle) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (onTitle && tabStop !== null) focusOn(tabStop);
    else move(step);
  }

  useCommand('shelf.show-all', showAll, narrowed);
  useCommand('go.up', showAll, narrowed);
  useCommand('item.next', () => move('right'));
  useCommand('item.previous', () => move('left'));
  useCommand('edition.mark-read', () => chosen && mark(chosen, 'read'), chosen !== undefined);
  useCommand('edition.mark-unread', () => chosen && mark(chosen, 'unread'), chosen !== undefined);
  useCommand('item.open', () => {
    const edition = editions.find((one) => one.id === current);
    if (!edition) return false;
    openEdition(edition);
    return true;
  });
  useCommand('pdf.edition', () => wishForPdf(chosen?.id ?? null));

  return (
    // The keys are those of the editions inside; the shelf itself takes none.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={shelf} className="shelf" onKeyDown={onKeyDown}>
      <header ref={measured} className="shelf-head">
        <h1 className="shelf-title" tabIndex={-1}>
          <span className="visually-hidden">{t('title')}</span>
          <span lang="zh-CN">{first ? titleOf(first.group, t, i18n.language) : t('none')}</span>
        </h1>
        <fieldset className="shelf-orders" aria-label={t('order')}>
          {orders.map((each) => (
            <button
              key={each}
              type="button"
              className="shelf-order"
              aria-pressed={order === each}
              onClick={() => changeShelf({ order: each })}
            >
              {t(`order-${each}`)}
            </button>
          ))}
        </fieldset>
      </header>
      {rows.length === 0 && (
        <p className="shelf-none">
          {t('none-advice')}{' '}
          <button type="button" className="app-button" onClick={showAll}>
            {t('show-all')}
          </button>
        </p>
      )}
      {frontRows.map((row) => (
        <Row key={row.key} row={row} room={room} tabStop={tabStop} newSince={newSince} onMenu={setMenu} />
      ))}
      {order === 'recent' && !narrowed && <BookmarksStrip />}
      <div ref={rest} className="shelf-rest" style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = restRows[item.index];
          if (!row) return null;
          return (
            <div key={item.key} className="shelf-place" style={{ transform: `translateY(${item.start - scrollMargin}px)` }}>
              <Row row={row} room={room} tabStop={tabStop} newSince={newSince} onMenu={setMenu} />
            </div>
          );
        })}
      </div>
      <EditionMenu place={menu} hasOthers={editions.length > 1} onClose={() => setMenu(null)} />
    </div>
  );
}

function holds(row: ShelfRow, edition: EditionId | null): boolean {
  return row.kind === 'editions' && row.editions.some(({ id }) => id === edition);
}

function titleOf(group: string, t: (key: string) => string, language: string): string {
  if (group === 'recent' || group === 'earlier') return t(`group-${group}`);
  return group === '' ? t('group-unknown') : formatMonth(group, language);
}

interface RowProps {
  readonly row: ShelfRow;
  readonly room: Room;
  readonly tabStop: number | null;
  readonly newSince: string;
  readonly onMenu: (place: MenuPlace) => void;
}

function Row({ row, room, tabStop, newSince, onMenu }: RowProps) {
  const { t, i18n } = useTranslation('shelf');
  if (row.kind === 'title')
    return (
      <div className="shelf-head">
        <h2 className="shelf-title">
          <span lang="zh-CN">{titleOf(row.group, t, i18n.language)}</span>
        </h2>
        <p className="shelf-count">{t('count', { count: row.count })}</p>
      </div>
    );
  return (
    <ul
      className="shelf-row"
      style={
        {
          blockSize: room.rowHeight,
          '--columns': room.columns,
          '--page-height': `${room.pageHeight}px`,
          '--unit': `${room.cell / 100}px`,
        } as CSSProperties
      }
    >
      {row.editions.map((edition) => (
        <li key={edition.id}>
          <EditionCell
            edition={edition}
            width={room.cell}
            height={room.pageHeight}
            isTabStop={edition.id === tabStop}
            isNew={isNewcomer(edition, newSince)}
            onMenu={onMenu}
          />
        </li>
      ))}
    </ul>
  );
}
