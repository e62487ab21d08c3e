/** One article for reading alone: what stands around its setting, what keys do there, and the source beside it. Not for setting type. */
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, ArticleId, Edition, Place, SourceSpan } from '../../src-main/contract/model';
import { back, currentView, go, replace, viewBefore } from '../app/navigation';
import type { View } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useChangeSettings, useEdition, useSettings } from '../app/queries';
import { useGiveStatus } from '../app/status';
import { useCommand } from '../app/use-command';
import { useLatest } from '../app/use-latest';
import { useNarrow } from '../app/use-narrow';
import { useExportArticle, useExportEdition } from '../exporting/use-export-commands';
import { sectionTitle } from '../sections/section-title';
import { ArticleClipping } from './article/article-clipping';
import { OpenEndMark } from './article/open-end-mark';
import { ArticleSetting } from './article/article-setting';
import { ArticleFacts } from './article-facts';
import { ArticlePath } from './article-path';
import { articleAt, beginningOf } from './beginning-of';
import { FindBar } from './find-bar';
import { pointedOut } from './compose/parser-marks';
import { findInArticle } from './find-in-article';
import { firstPieces, hitsWithin } from './hits';
import { shownOf } from './notice-words';
import { openEnds } from './open-ends';
import type { OpenEnd } from './open-ends';
import { readTextInFront, textOf } from './read-text';
import { articleWithId, neighboursOf } from './reading-order';
import { setReading } from './reading-state';
import { emptyHand } from './source/line-in-hand';
import type { Hand } from './source/line-in-hand';
import { SourceDivider } from './source/source-divider';
import { SourcePane } from './source/source-pane';
import { useEarlierUndo } from './source/use-earlier-undo';
import { useMergeCommands } from './source/use-merges';
import { titleOf } from './title-of';
import { useBookmarkToggle } from './use-bookmark-toggle';
import { useCopyCitation } from './use-copy-citation';
import { useFindingWalk } from './use-finding-walk';
import { useHits } from './use-hits';
import { useHitWalk } from './use-hit-walk';
import { useMovesByHand } from './use-moves-by-hand';
import { useNoticePress } from './use-notice-press';
import { useTextRead } from './use-pages-read';
import { useReadingPosition } from './use-reading-position';
import { useScrolling } from './use-scrolling';
import './views.css';

/** Drawn again only when something about its text changes, not with every line that scrolls by. */
const Setting = memo(ArticleSetting);

/** Places that scrolling reported: keeping them in the view is no wish to go there. */
const reported = new WeakSet<Place>();
/** Places that were pointed to beside the text: the source stays as it is. */
const pointed = new WeakSet<Place>();

type ArticleViewState = Extract<View, { kind: 'article' }>;

export function ArticleView({ view }: { readonly view: ArticleViewState }) {
  const { t } = useTranslation('reader');
  const edition = useEdition(view.edition);
  const [stood, setStood] = useState<Standing | null>(null);
  const known = edition.data ? articleWithId(edition.data, view.article) : null;
  const anchor = known ? anchorOf(known) : null;
  /** Numbered anew it is where the reader stood; else they have gone to another. */
  const isStillAt = ({ place }: Standing) => edition.data !== undefined && articleAt(edition.data.contents, place)?.id === view.article;
  if (anchor && (stood?.article !== view.article || stood.place.source !== anchor.source || stood.place.offset !== anchor.offset))
    setStood({ article: view.article, place: anchor, hand: stood && isStillAt(stood) ? stood.hand : emptyHand() });
  const again = !known && edition.data && stood?.article === view.article ? articleAt(edition.data.contents, stood.place) : null;
  useEffect(() => {
    const now = currentView();
    if (again && now.kind === 'article' && now.article === stood?.article) replace({ ...now, article: again.id });
  }, [again, stood]);
  if (edition.error && !edition.data) return <ProblemNotice problem={edition.error} onRetry={() => void edition.refetch()} />;
  if (!edition.data) return <h1 className="visually-hidden">{t('opening')}</h1>;
  const article = known ?? again;
  if (!article) return <MissingArticle edition={edition.data} />;
  const at = anchorOf(article);
  const hand = stood?.hand ?? nothingInHand;
  return (
    <OpenArticle key={at ? `${at.source} ${at.offset}` : article.id} edition={edition.data} article={article} view={view} hand={hand} />
  );
}

/** Beside an article without text there is nothing to put right. */
const nothingInHand = emptyHand();

/** Articles are numbered anew whenever their source is read again; an article is then found where its text stands. */
interface Standing {
  readonly article: ArticleId;
  readonly place: Place;
  readonly hand: Hand;
}

/** Its text more than its heading, which the reader may give to another. */
function anchorOf(article: Article): Place | null {
  const run = article.paragraphs[0]?.spans[0];
  return run ? { source: run.source, offset: run.start } : beginningOf(article);
}

function MissingArticle({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation('reader');
  return (
    <div className="problem">
      <h1 className="problem-what">{t('article-missing')}</h1>
      <p className="problem-advice">{t('article-missing-advice')}</p>
      <button
        type="button"
        className="app-button"
        onClick={() => replace({ kind: 'edition', edition: edition.id, place: null, marked: null })}
      >
        {t('to-edition')}
      </button>
    </div>
  );
}

interface Finding {
  readonly text: string;
  /** How often it was asked for: each time the field takes focus. */
  readonly asked: number;
  /** Of the match in front. */
  readonly index: number;
}

interface Props {
  readonly edition: Edition;
  readonly article: Article;
  readonly view: ArticleViewState;
  /** The line of its source that is put right. */
  readonly hand: Hand;
}

function OpenArticle({ edition, article, view, hand }: Props) {
  const { t } = useTranslation('reader');
  const settings = useSettings();
  const narrow = useNarrow();
  const { mutate: change } = useChangeSettings();
  // On a narrow window the source takes the article's place, so it is asked for anew with every article.
  const [switched, setSwitched] = useState(view.notice !== undefined);
  const sourceOpen = narrow ? switched : settings.sourceView;
  const showSource = useCallback((open: boolean) => (narrow ? setSwitched(open) : change({ sourceView: open })), [narrow, change]);
  const read = readTextInFront(edition);
  // Who comes for a search's match looks something up.
  const looking = view.marked !== null;
  const savePosition = useReadingPosition(edition, read, 'article');
  const [finding, setFinding] = useState<Finding | null>(null);
  const [chosenNotice, setChosenNotice] = useState(view.notice ?? null);
  const side = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(view.place);
  // Read before, whether in this run or the one before it; a match or a finding that was come for is shown with what stands around it.
  const [leftAt] = useState(
    view.place !== null && ((view.marked === null && view.notice === undefined) || reported.has(view.place)) ? view.place : null,
  );
  // What the source beside it shows: it goes along with scrolling, not with what was pointed to in it.
  const [followed, setFollowed] = useState(view.place);
  const sentTo = view.place !== null && view.place !== asked && !reported.has(view.place) ? view.place : null;
  if (sentTo) {
    setAsked(sentTo);
    if (!pointed.has(sentTo)) setFollowed(sentTo);
  }
  const moves = useMovesByHand(side, view.notice === undefined && hand.line() === null);
  // It comes to where it is opened before the reader has moved in it.
  useLayoutEffect(() => {
    if (asked !== null) moves.send();
  }, [asked, moves]);
  const handBeside = useMemo(
    (): Hand => ({
      ...hand,
      take: (line) => {
        // What the text then does it does by itself.
        moves.send();
        hand.take(line);
      },
    }),
    [hand, moves],
  );
  const [cameFor, setCameFor] = useState(view.notice);
  if (view.notice !== cameFor) {
    setCameFor(view.notice);
    if (view.notice !== undefined) setChosenNotice(view.notice);
  }
  useLayoutEffect(() => {
    if (view.notice === undefined) return;
    moves.send();
    hand.letGo();
  }, [view.notice, moves, hand]);
  const inFront = useMemo(() => view.place ?? beginningOf(article), [view.place, article]);

  const searched = useHits(edition.id, view.marked, view.place);
  const found = useMemo(() => (finding ? findInArticle(article, finding.text) : null), [article, finding]);
  const marks = useMemo(() => found ?? hitsWithin(article, searched.hits), [found, article, searched.hits]);
  const hits = useMemo(() => firstPieces(marks), [marks]);
  const marked = searched.current !== null && hits.includes(searched.current) ? searched.current : null;
  const current = finding ? (hits[finding.index] ?? null) : marked;

  const goTo = useCallback(
    (place: Place) => {
      const now = currentView();
      if (now.kind !== 'article' || now.article !== view.article) return;
      const { notice: _, ...there } = now;
      replace({ ...there, place });
    },
    [view.article],
  );
  /** Goes where something outside the text pointed; the scrolling that follows is its doing, and moves nothing else. */
  const pointTo = (place: Place) => {
    moves.send();
    pointed.add(place);
    goTo(place);
  };
  const goToHit = (hit: SourceSpan) => {
    const place = { source: hit.source, offset: hit.start };
    hand.letGo();
    setFollowed(place);
    pointTo(place);
    if (finding) setFinding({ ...finding, index: hits.indexOf(hit) });
  };
  const onPlaceChange = useCallback(
    (place: Place) => {
      reported.add(place);
      goTo(place);
      savePosition(place);
      if (!moves.byHand()) return;
      hand.letGo();
      setChosenNotice(null);
      setFollowed(place);
    },
    [goTo, savePosition, moves, hand],
  );
  const saveHere = useCallback(() => {
    const now = currentView();
    // Opened where it was left, it is not begun anew.
    const at = (now.kind === 'article' ? now.place : null) ?? beginningOf(article);
    if (at) savePosition(at);
  }, [article, savePosition]);
  useEffect(saveHere, [saveHere]);
  useTextRead(
    read,
    useMemo(() => (looking ? null : textOf(article)), [looking, article]),
    saveHere,
  );
  useEffect(() => {
    setReading(edition.id, { place: inFront, article: article.id });
  }, [edition.id, inFront, article.id]);

  const { previous, next, section, index } = useMemo(() => neighboursOf(edition, article.id), [edition, article.id]);
  const jumpLine = (page: string) => t('jump-from', { page });
  const openBeside = (beside: Article | null) => {
    if (beside) go({ kind: 'article', edition: edition.id, article: beside.id, place: null, marked: view.marked });
  };
  const toPage = () => {
    const before = viewBefore();
    // Not a line read: back to the very page it was opened from. Else to the page of the line in front.
    const from = before?.kind === 'edition' && before.edition === edition.id ? before : null;
    const atMatch = view.place?.source === from?.place?.source && view.place?.offset === from?.place?.offset;
    if (from && (view.place === null || atMatch)) back();
    else go({ kind: 'edition', edition: edition.id, place: inFront, marked: view.marked });
  };
  const { bookmarked, toggle } = useBookmarkToggle(
    edition.id,
    inFront,
    article.parts.map((part) => part.article),
  );
  useScrolling(side, settings.direction);
  useEarlierUndo(edition.id);
  useMergeCommands(edition, article, inFront?.source ?? null);
  useCommand('item.next', () => openBeside(next), next !== null);
  useCommand('item.previous', () => openBeside(previous), previous !== null);
  useCommand('go.up', toPage);
  useCommand('bookmark.toggle', toggle);
  useCopyCitation(edition, article);
  useExportArticle(edition, article);
  useExportEdition(edition);
  useCommand('source.toggle', () => showSource(!sourceOpen));
  useCommand('search.find', () => setFinding((now) => ({ text: now?.text ?? '', index: now?.index ?? 0, asked: (now?.asked ?? 0) + 1 })));

  const walk = useHitWalk({
    text: searched.known && !finding ? view.marked : null,
    hits,
    current,
    place: inFront,
    within: { articles: article.parts.map((part) => part.article) },
    onGo: goToHit,
    onClose: () => replace({ ...view, marked: null }),
  });
  const chooseNotice = (notice: number) => {
    hand.letGo();
    setChosenNotice(notice);
    const chosen = article.notices[notice];
    const span = chosen && shownOf(chosen);
    if (span) pointTo({ source: span.source, offset: span.start });
  };
  const showNotice = (notice: number) => {
    showSource(true);
    chooseNotice(notice);
  };
  const toCheck = useFindingWalk(edition, article.id, { article: article.id, chosen: chosenNotice, onChoose: showNotice });
  useGiveStatus(
    section ? t('section-place', { section: sectionTitle(t, section), index, count: section.articles.length }) : '',
    [
      ...walk.facts,
      ...(previous && !walk.tellsNews
        ? [{ label: t('previous', { title: titleOf(previous, jumpLine) }), command: 'item.previous' as const }]
        : []),
      ...(toCheck.at !== null && !walk.tellsNews
        ? [{ label: t('to-check-at', { at: toCheck.at, count: toCheck.count }), command: 'finding.next' as const }]
        : []),
      ...(toCheck.elsewhere > 0 && !walk.tellsNews
        ? [{ label: t('to-check-elsewhere', { count: toCheck.elsewhere }), command: 'finding.next' as const }]
        : []),
      ...(next && !walk.tellsNews ? [{ label: t('next', { title: titleOf(next, jumpLine) }), command: 'item.next' as const }] : []),
    ],
    progressIn(article, inFront),
  );

  const chosen = chosenNotice === null ? undefined : article.notices[chosenNotice];
  const shown = useMemo(() => (chosen ? pointedOut(article, chosen) : []), [article, chosen]);
  const facts = useMemo(
    () => <ArticleFacts edition={edition} article={article} bookmarked={bookmarked} sourceOpen={sourceOpen} />,
    [edition, article, bookmarked, sourceOpen],
  );
  const clipping = useMemo(() => <ArticleClipping edition={edition} article={article} />, [edition, article]);
  useNoticePress(side, article, showNotice);
  const show = useLatest(showNotice);
  const vertical = settings.direction === 'vertical';
  const [opens, closes] = useMemo(() => {
    const ends = openEnds(article);
    const markAt = (direction: OpenEnd['direction']) => {
      const end = ends.find((one) => one.direction === direction);
      return (
        end && <OpenEndMark edition={edition} article={article} end={end} vertical={vertical} onNotice={(notice) => show.current(notice)} />
      );
    };
    return [markAt('from'), markAt('to')];
  }, [edition, article, vertical, show]);
  const pane = (
    <SourcePane
      article={article}
      place={followed ?? beginningOf(article)}
      chosenNotice={chosenNotice}
      hand={handBeside}
      onPlace={pointTo}
      onNotice={chooseNotice}
      onAnswer={(answer) => {
        const at = anchorOf(article);
        if (at) void toCheck.goOn(answer, at);
      }}
      onClose={() => showSource(false)}
    />
  );
  return (
    <div
      className="reader-article"
      data-source-open={sourceOpen || undefined}
      style={settings.sourceWidth === undefined ? undefined : { ['--source-width' as string]: `${settings.sourceWidth}px` }}
    >
      {narrow && sourceOpen ? (
        <h1 className="visually-hidden">{titleOf(article, jumpLine)}</h1>
      ) : (
        <div ref={side} className="reader-side">
          {finding && (
            <FindBar
              text={finding.text}
              hits={hits}
              current={current}
              asked={finding.asked}
              onText={(text) => {
                const [first] = findInArticle(article, text);
                setFinding({ ...finding, text, index: 0 });
                if (first) pointTo({ source: first.source, offset: first.start });
              }}
              onGo={goToHit}
              onClose={() => setFinding(null)}
            />
          )}
          <ArticlePath edition={edition} article={article} section={section} onPage={toPage}>
            {settings.direction === 'vertical' && facts}
          </ArticlePath>
          <Setting
            article={article}
            settings={settings}
            marks={marks.length > 0 ? marks : shown}
            currentMark={current}
            place={asked}
            leftAt={leftAt}
            onPlaceChange={onPlaceChange}
            facts={settings.direction === 'vertical' ? undefined : facts}
            clipping={clipping}
            opens={opens}
            closes={closes}
          />
        </div>
      )}
      {sourceOpen && !narrow && <SourceDivider width={settings.sourceWidth ?? null} onWidth={(sourceWidth) => change({ sourceWidth })} />}
      {sourceOpen && pane}
    </div>
  );
}

/** Share of the article's text before a place, 0 to 1. */
function progressIn(article: Article, place: Place | null): number {
  if (!place) return 0;
  let before = 0;
  let whole = 0;
  let passed = false;
  for (const { spans } of article.paragraphs)
    for (const span of spans) {
      if (span.kind !== 'text') continue;
      const length = span.end - span.start;
      whole += length;
      if (passed) continue;
      if (span.source === place.source && span.start <= place.offset && place.offset < span.end) {
        before += place.offset - span.start;
        passed = true;
      } else before += length;
    }
  return whole === 0 || !passed ? 0 : before / whole;
}
