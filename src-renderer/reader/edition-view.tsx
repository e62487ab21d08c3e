/** An edition as pages: where the reader is on them, what is marked on them, and what keys do there. Not for drawing pages. */
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleId, Edition, Place } from '../../src-main/contract/model';
import { raiseCurtain } from '../app/curtain';
import { back, go, replace, viewBefore } from '../app/navigation';
import type { View } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useBookmarks, useEdition, useSettings } from '../app/queries';
import { useGiveStatus } from '../app/status';
import { useCommand } from '../app/use-command';
import { useLatest } from '../app/use-latest';
import { useExportEdition } from '../exporting/use-export-commands';
import { formatDay } from '../language/format-date';
import { articleAt, beginningOf } from './beginning-of';
import { whereToBegin } from './finding-walk';
import { firstPieces, hitsWithin } from './hits';
import { joinsAmong } from './notice-words';
import { EditionPages } from './page/edition-pages';
import type { EditionPagesHandle, PageStatus } from './page/edition-pages';
import { useChosenFocus } from './page/use-chosen-focus';
import { readTextInFront } from './read-text';
import { articleWithId, readingOrder } from './reading-order';
import { setReading } from './reading-state';
import { useEarlierUndo } from './source/use-earlier-undo';
import { useBookmarkToggle } from './use-bookmark-toggle';
import { useCopyCitation } from './use-copy-citation';
import { useFindingWalk } from './use-finding-walk';
import { useHits } from './use-hits';
import { useHitWalk } from './use-hit-walk';
import { usePagesRead } from './use-pages-read';
import { placeLeft, useReadingPosition } from './use-reading-position';
import { useTakenUp } from './use-taken-up';
import './views.css';

type EditionViewState = Extract<View, { kind: 'edition' }>;

export function EditionView({ view }: { readonly view: EditionViewState }) {
  const { t } = useTranslation('reader');
  const edition = useEdition(view.edition);
  if (edition.error && !edition.data) return <ProblemNotice problem={edition.error} onRetry={() => void edition.refetch()} />;
  if (!edition.data) return <h1 className="visually-hidden">{t('opening')}</h1>;
  return <OpenEdition key={edition.data.id} edition={edition.data} view={view} />;
}

function OpenEdition({ edition, view }: { readonly edition: Edition; readonly view: EditionViewState }) {
  const { t } = useTranslation('reader');
  const settings = useSettings();
  const pages = useRef<EditionPagesHandle>(null);
  const area = useRef<HTMLDivElement>(null);
  const [status, setStatus] = useState<PageStatus | null>(null);
  const drawn = status !== null;
  useLayoutEffect(() => {
    if (drawn) raiseCurtain();
  }, [drawn]);
  const [chosen, setChosen] = useState<ArticleId | null>(null);
  // Opened without a place it opens where it was left; what is saved later is not a wish to go there.
  const [left] = useState(() => placeLeft(edition));
  const place = view.place ?? left;
  const { hits: marks, current, known } = useHits(edition.id, view.marked, view.place);
  const hits = useMemo(() => firstPieces(marks), [marks]);
  const text = readTextInFront(edition);
  const takenUp = useTakenUp(area, view.cameByItself === true);
  const savePosition = useReadingPosition(edition, text, 'pages');

  const total = status?.total ?? null;
  /** What the line at the foot shows. */
  const share = status && total !== null ? status.last / total : null;
  /** Before the first turn nobody has said where the reader is: at the beginning of the page that is shown. */
  const placeInFront = place ?? status?.pages[0]?.place ?? null;
  const saveHere = useLatest(() => {
    if (placeInFront) savePosition(placeInFront);
  });
  // Who opened it has looked at it, however soon they turn to something else.
  useEffect(() => {
    if (takenUp && drawn) saveHere.current();
  }, [takenUp, drawn, saveHere]);
  usePagesRead(text, takenUp ? (status?.pages ?? null) : null, () => saveHere.current());

  const goTo = useCallback((to: Place) => replace({ ...view, place: to }), [view]);
  const onPlaceChange = useCallback(
    (to: Place) => {
      goTo(to);
      savePosition(to);
    },
    [goTo, savePosition],
  );
  const open = useCallback(
    (article: ArticleId) => {
      const opened = articleWithId(edition, article);
      // At the match that one came for, where the article holds it: it may stand in another file than the article's beginning.
      const [match] = current && opened ? hitsWithin(opened, [current]) : [];
      const place = match ? { source: match.source, offset: match.start } : null;
      go({ kind: 'article', edition: edition.id, article, place, marked: view.marked });
    },
    [edition, current, view.marked],
  );

  const inView = status?.articles ?? [];
  const here = useMemo(() => (place && articleAt(edition.contents, place)?.id) ?? null, [edition.contents, place]);
  const chosenInView = chosen !== null && inView.includes(chosen) ? chosen : null;
  const leading = chosenInView ?? (here !== null && inView.includes(here) ? here : (inView[0] ?? null));
  useEffect(() => {
    setReading(edition.id, { place, article: leading, pages: status });
  }, [edition.id, place, leading, status]);

  useEarlierUndo(edition.id);
  const takeKeyboard = useChosenFocus(area, chosen, status);
  const step = (by: 1 | -1) => {
    const order = readingOrder(edition);
    const at = order.findIndex(({ id }) => id === leading);
    const next = order[at + by];
    if (!next) return;
    takeKeyboard();
    setChosen(next.id);
    const beginning = beginningOf(next);
    if (beginning && !inView.includes(next.id)) pages.current?.goToPlace(beginning);
  };
  // Pages of vertical text go on to the left: there the left arrow is the way forward.
  const turn = (by: 1 | -1, key: string | undefined) => {
    const mirrored = settings.direction === 'vertical' && (key === 'ArrowLeft' || key === 'ArrowRight');
    if (mirrored === (by === 1)) pages.current?.previous();
    else pages.current?.next();
  };
  useCommand('page.next', (key) => turn(1, key));
  useCommand('page.previous', (key) => turn(-1, key));
  useCommand('page.first', () => pages.current?.first());
  useCommand('page.last', () => pages.current?.last());
  useCommand('item.next', () => step(1));
  useCommand('item.previous', () => step(-1));
  useCommand('item.open', () => {
    if (leading === null) return false;
    open(leading);
    return true;
  });
  const { bookmarked, toggle } = useBookmarkToggle(edition.id, placeInFront, null);
  useCommand('bookmark.toggle', toggle, placeInFront !== null);
  useExportEdition(edition);
  useCopyCitation(edition, leading === null ? null : articleWithId(edition, leading));

  const { data: bookmarks } = useBookmarks();
  const markedArticles = useMemo(
    () =>
      new Set(
        (bookmarks ?? []).flatMap(({ edition: of, article }) =>
          of === edition.id && article !== null ? [articleWithId(edition, article)?.id ?? article] : [],
        ),
      ),
    [bookmarks, edition],
  );

  // Once the marks are gone, the same key leads back to the list they came from.
  const fromSearch = view.marked === null && viewBefore()?.kind === 'search';
  useCommand('go.up', back, fromSearch);
  const walk = useHitWalk({
    text: known ? view.marked : null,
    hits,
    current,
    place,
    within: { edition: edition.id },
    onGo: (hit) => goTo({ source: hit.source, offset: hit.start }),
    onClose: () => replace({ ...view, marked: null }),
  });
  const joins = useMemo(() => joinsAmong(edition.contents.flatMap(({ notices }) => notices)), [edition]);
  const { count: toCheck, openFinding } = useFindingWalk(edition, chosenInView ?? (status && whereToBegin(edition, status)), null);
  useGiveStatus(
    status ? pageWords(t, status) : '',
    [
      ...walk.facts,
      ...(fromSearch ? [{ label: t('to-results'), command: 'go.up' as const }] : []),
      ...(joins > 0 && walk.facts.length === 0 ? [t('joins', { count: joins })] : []),
      ...(toCheck > 0 && walk.facts.length === 0 ? [{ label: t('to-check', { count: toCheck }), command: 'finding.next' as const }] : []),
      ...(walk.tellsNews
        ? []
        : [{ label: `${bookmarked ? '● ' : ''}${t('bookmark-page')}`, command: 'bookmark.toggle' as const }, t('turn-hint')]),
    ],
    share,
  );

  return (
    <div className="reader-edition">
      <EditionHeading edition={edition} />
      <div ref={area} className="reader-pages" lang="zh-CN">
        <EditionPages
          edition={edition}
          place={place}
          settings={settings}
          marks={marks}
          currentMark={current}
          bookmarked={markedArticles}
          currentArticle={chosen}
          onPlaceChange={onPlaceChange}
          onOpenArticle={open}
          onOpenFinding={openFinding}
          onStatus={setStatus}
          handle={pages}
        />
      </div>
    </div>
  );
}

/** The same from turn to turn. */
const EditionHeading = memo(function EditionHeading({ edition }: { readonly edition: Edition }) {
  const { t, i18n } = useTranslation('reader');
  const date = edition.date.value === null ? t('app:date-unknown') : formatDay(edition.date.value, i18n.language);
  return <h1 className="visually-hidden">{t('edition-heading', { paper: edition.paper.value ?? t('app:paper-unknown'), date })}</h1>;
});

function pageWords(t: ReturnType<typeof useTranslation>['t'], { first, last, total }: PageStatus): string {
  return last > first
    ? t(total === null ? 'pagesOfUnknown' : 'pagesOf', { first, last, total })
    : t(total === null ? 'pageOfUnknown' : 'pageOf', { page: first, total });
}
