/**
 * An edition as pages one turns: measures its room, shows one page or a spread, keeps the words in view when the room changes.
 * Not for composing, nor for what opens when an article is chosen.
 */
import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Ref, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ArticleId, Edition, Place, MatchSpan } from '../../../src-main/contract/model';
import type { Composition } from '../compose/compose-edition';
import type { ComposedPage } from '../compose/composed-page';
import type { Direction } from '../compose/geometry';
import type { FindingPlace } from '../finding-walk';
import { isPrinting } from './on-paper';
import './page.css';
import { PageOpenings } from './page-openings';
import { ARTICLE_HINT } from './page-sheet';
import type { SheetActions } from './page-sheet';
import { useComposition } from './use-composition';
import type { PageSettings } from './use-composition';
import { useFacesThere } from './use-faces-there';
import { useLatest } from '../../app/use-latest';
import { useOpening } from './use-opening';
import { useCopying, usePicking } from './use-picking';
import { useTurning } from './use-turning';

export interface PageStatus {
  /** Pages in view, from 1. */
  readonly first: number;
  readonly last: number;
  /** Null until the whole edition has been composed. */
  readonly total: number | null;
  readonly mayGoBack: boolean;
  readonly mayGoOn: boolean;
  /** Articles with words on the pages in view, in reading order. */
  readonly articles: readonly ArticleId[];
  readonly pages: readonly ComposedPage[];
  /** All pages, for miniatures. */
  readonly composition: Composition;
}

export interface EditionPagesHandle {
  next(): void;
  previous(): void;
  first(): void;
  last(): void;
  goToPlace(place: Place): void;
  /** From 0. */
  goToPage(index: number): void;
}

export interface EditionPagesProps {
  readonly edition: Edition;
  /** Where to be; a new value goes there. Null is page one. */
  readonly place: Place | null;
  readonly settings: PageSettings;
  readonly marks?: readonly MatchSpan[];
  readonly currentMark?: MatchSpan | null;
  readonly bookmarked?: ReadonlySet<ArticleId>;
  readonly currentArticle?: ArticleId | null;
  /** The first place in view, after every turn. */
  readonly onPlaceChange?: (place: Place) => void;
  readonly onOpenArticle: (article: ArticleId) => void;
  readonly onOpenFinding: (finding: FindingPlace) => void;
  readonly onStatus?: (status: PageStatus) => void;
  readonly handle?: Ref<EditionPagesHandle>;
}

/** From this width two pages stand side by side. */
const SPREAD_WIDTH = 1400;
const NO_ARTICLES: ReadonlySet<ArticleId> = new Set();
const NO_SPANS: readonly MatchSpan[] = [];
const NO_PAGES: readonly ComposedPage[] = [];

interface Room {
  readonly width: number;
  readonly height: number;
}

export function EditionPages(props: EditionPagesProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  // Of the pages in view: those set before stay until the new ones are ready.
  const [direction, setDirection] = useState(props.settings.direction);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const measure = (): void => {
      if (isPrinting()) return;
      const width = Math.floor(element.clientWidth);
      const height = Math.floor(element.clientHeight);
      setRoom((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const beforePrint = (): void => flushSync(measure);
    window.addEventListener('beforeprint', beforePrint);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', beforePrint);
    };
  }, []);
  return (
    <div ref={stage} className={direction === 'vertical' ? 'page-stage page-stage-vertical' : 'page-stage'}>
      {room && room.width > 0 && room.height > 0 ? <Turner {...props} room={room} stage={stage} onDirection={setDirection} /> : null}
    </div>
  );
}

function articlesOn(pages: readonly ComposedPage[]): readonly ArticleId[] {
  const found = new Set<ArticleId>();
  for (const page of pages)
    for (const module of page.modules) for (const part of module.parts) if (part.article !== null) found.add(part.article);
  return [...found];
}

interface TurnerProps extends EditionPagesProps {
  readonly room: Room;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly onDirection: (direction: Direction) => void;
}

function Turner(props: TurnerProps) {
  const { edition, room, settings, onOpenArticle, onOpenFinding, onStatus } = props;
  const { t } = useTranslation('reader');
  const spread = room.width >= SPREAD_WIDTH && room.width > room.height * 1.3;
  const shown = spread ? 2 : 1;
  const composition = useComposition(edition, Math.floor(room.width / shown), room.height, settings);
  const opening = useOpening(composition, shown, props.place, props.onPlaceChange);
  const { waiting, known, goToPage, goToPlace } = opening;
  const open = useFacesThere(opening.open?.pages ?? NO_PAGES) ? opening.open : null;
  const first = open?.first ?? 0;
  const hasNext = open?.more ?? false;
  const turning = { next: opening.next, previous: opening.previous, first: () => goToPage(0), last: opening.last };
  const direction = (open?.composition ?? composition).geometry.direction;
  const { onDirection } = props;
  useLayoutEffect(() => onDirection(direction), [onDirection, direction]);
  useTurning(props.stage, turning, direction);
  usePicking(props.stage, onOpenArticle, onOpenFinding);
  useCopying(props.stage);
  useImperativeHandle(props.handle, () => ({ ...turning, goToPage, goToPlace }));

  // The same for every turn: new ones would have every page drawn again.
  const doing = useLatest({ onOpenArticle, onOpenFinding, goToPage, goToPlace });
  const actions: SheetActions = useMemo(
    () => ({
      openArticle: (article) => doing.current.onOpenArticle(article),
      openFinding: (finding) => doing.current.onOpenFinding(finding),
      openPage: (index) => doing.current.goToPage(index),
      openPlace: (place) => doing.current.goToPlace(place),
      pageOfArticle: (article) => (composition.known.complete ? composition.pageOfArticle(article) : null),
    }),
    [composition, doing],
  );
  const total = known.complete ? known.pages : null;
  // Nothing lies beside the only page: it stands in the middle.
  const alone = spread && total === 1;
  const pages = open?.pages ?? NO_PAGES;
  const last = first + Math.max(1, pages.length);
  const articles = useMemo(() => articlesOn(pages), [pages]);
  // Before it is seen: what stands around the pages comes with them.
  useLayoutEffect(() => {
    if (pages.length > 0)
      onStatus?.({ first: first + 1, last, total, mayGoBack: first > 0, mayGoOn: hasNext, articles, pages, composition });
  }, [onStatus, first, last, total, hasNext, articles, composition, pages]);
  const where =
    last > first + 1
      ? t(total === null ? 'pagesOfUnknown' : 'pagesOf', { first: first + 1, last, total })
      : t(total === null ? 'pageOfUnknown' : 'pageOf', { page: first + 1, total });
  return (
    <section aria-label={t('pages')} aria-busy={waiting} className={alone ? 'page-alone' : spread ? 'page-spread' : 'page-single'}>
      <span id={ARTICLE_HINT} hidden>
        {t('articleOpens')}
      </span>
      {open ? (
        <PageOpenings
          open={open}
          shown={shown}
          turn={opening.turn}
          marks={props.marks ?? NO_SPANS}
          currentMark={props.currentMark ?? null}
          bookmarked={props.bookmarked ?? NO_ARTICLES}
          currentArticle={props.currentArticle ?? null}
          actions={actions}
          pagesKnown={known.pages}
        />
      ) : null}
      {spread && !alone ? <span className="page-fold" aria-hidden="true" /> : null}
      <button
        type="button"
        className="page-edge page-edge-back"
        aria-label={t('pagePrevious')}
        disabled={first === 0}
        onClick={turning.previous}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <button type="button" className="page-edge page-edge-on" aria-label={t('pageNext')} disabled={!hasNext} onClick={turning.next}>
        <span aria-hidden="true">›</span>
      </button>
      <p className="page-announcement" aria-live="polite">
        {pages.length > 0 ? where : ''}
      </p>
    </section>
  );
}
