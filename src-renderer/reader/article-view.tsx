/** One article for reading alone: what stands around its setting, what keys do there, and the source beside it. Not for setting type. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Edition, Place, SourceSpan } from '../../src-main/contract/model';
import { go, replace } from '../app/navigation';
import type { View } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useChangeSettings, useEdition, useSettings } from '../app/queries';
import { useGiveStatus } from '../app/status';
import { useCommand } from '../app/use-command';
import { useNarrow } from '../app/use-narrow';
import { sectionTitle } from '../sections/section-title';
import { ArticleMeta } from './article-meta';
import { beginningOf } from './beginning-of';
import { FindBar } from './find-bar';
import { findInArticle } from './find-in-article';
import { PlainArticle } from './plain-article';
import { articleWithId, neighboursOf } from './reading-order';
import { setReading } from './reading-state';
import { SourcePane } from './source/source-pane';
import { titleOf } from './title-of';
import { useBookmarkToggle } from './use-bookmark-toggle';
import { hitAt, useHits } from './use-hits';
import { useHitWalk } from './use-hit-walk';
import { useReadingPosition } from './use-reading-position';
import './views.css';

type ArticleViewState = Extract<View, { kind: 'article' }>;

export function ArticleView({ view }: { readonly view: ArticleViewState }) {
  const { t } = useTranslation('reader');
  const edition = useEdition(view.edition);
  if (edition.error && !edition.data) return <ProblemNotice problem={edition.error} onRetry={() => void edition.refetch()} />;
  if (!edition.data) return <h1 className="visually-hidden">{t('opening')}</h1>;
  const article = articleWithId(edition.data, view.article);
  if (!article) return <MissingArticle edition={edition.data} />;
  return <OpenArticle key={article.id} edition={edition.data} article={article} view={view} />;
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

/** Only the matches that lie in this article. */
function hitsWithin(article: Article, hits: readonly SourceSpan[]): readonly SourceSpan[] {
  const spans = [...article.heading, ...article.paragraphs.flatMap((paragraph) => paragraph.spans)];
  return hits.filter((hit) => spans.some((span) => span.source === hit.source && span.start <= hit.start && hit.start < span.end));
}

interface Props {
  readonly edition: Edition;
  readonly article: Article;
  readonly view: ArticleViewState;
}

function OpenArticle({ edition, article, view }: Props) {
  const { t } = useTranslation('reader');
  const settings = useSettings();
  const narrow = useNarrow();
  const { mutate: change } = useChangeSettings();
  const savePosition = useReadingPosition(edition.id);
  const [finding, setFinding] = useState<{ readonly text: string; readonly asked: number; readonly current: SourceSpan | null } | null>(
    null,
  );
  const [chosenNotice, setChosenNotice] = useState<number | null>(null);
  // The place in front moves with every line scrolled; only a place asked for scrolls the article.
  const [inFront, setInFront] = useState<Place | null>(view.place ?? beginningOf(article));

  const searched = useHits(edition.id, view.marked, view.place);
  const found = useMemo(() => (finding ? findInArticle(article, finding.text) : null), [article, finding]);
  const hits = useMemo(() => found ?? hitsWithin(article, searched.hits), [found, article, searched.hits]);
  const current = finding ? finding.current : hitAt(hits, view.place);

  const goTo = useCallback((place: Place) => replace({ ...view, place }), [view]);
  const goToHit = (hit: SourceSpan) => {
    goTo({ source: hit.source, offset: hit.start });
    if (finding) setFinding({ ...finding, current: hit });
  };
  const onPlaceChange = useCallback(
    (place: Place) => {
      setInFront(place);
      setChosenNotice(null);
      savePosition(place);
    },
    [savePosition],
  );
  useEffect(() => {
    setReading(edition.id, { place: inFront, article: article.id });
  }, [edition.id, inFront, article.id]);

  const { previous, next, section, index } = useMemo(() => neighboursOf(edition, article.id), [edition, article.id]);
  const jumpLine = (page: string) => t('jump-from', { page });
  const openBeside = (beside: Article | null) => {
    if (beside) replace({ kind: 'article', edition: edition.id, article: beside.id, place: null, marked: view.marked });
  };
  const toPage = () => go({ kind: 'edition', edition: edition.id, place: inFront ?? beginningOf(article), marked: view.marked });
  const { bookmarked, toggle } = useBookmarkToggle(
    edition.id,
    inFront,
    article.parts.map((part) => part.article),
  );
  useCommand('item.next', () => openBeside(next), next !== null);
  useCommand('item.previous', () => openBeside(previous), previous !== null);
  useCommand('go.up', toPage);
  useCommand('bookmark.toggle', toggle);
  useCommand('source.toggle', () => change({ sourceView: !settings.sourceView }));
  useCommand('search.find', () =>
    setFinding((now) => ({ text: now?.text ?? '', current: now?.current ?? null, asked: (now?.asked ?? 0) + 1 })),
  );

  const walk = useHitWalk({
    text: searched.known && !finding ? view.marked : null,
    hits,
    current,
    onGo: goToHit,
    onClose: () => replace({ ...view, marked: null }),
  });
  useGiveStatus(
    section ? t('section-place', { section: sectionTitle(t, section), index, count: section.articles.length }) : '',
    [
      ...walk,
      ...(previous ? [{ label: t('previous', { title: titleOf(previous, jumpLine) }), command: 'item.previous' as const }] : []),
      ...(next ? [{ label: t('next', { title: titleOf(next, jumpLine) }), command: 'item.next' as const }] : []),
    ],
    progressIn(article, inFront),
  );

  const chooseNotice = (notice: number) => {
    setChosenNotice(notice);
    const [span] = article.notices[notice]?.spans ?? [];
    if (span) goTo({ source: span.source, offset: span.start });
  };
  const pane = (
    <SourcePane
      article={article}
      place={inFront}
      chosenNotice={chosenNotice}
      onPlace={goTo}
      onNotice={chooseNotice}
      onClose={() => change({ sourceView: false })}
    />
  );
  return (
    <div className="article-view" data-source-open={settings.sourceView || undefined}>
      {(!narrow || !settings.sourceView) && (
        <div className="article-side">
          {finding && (
            <FindBar
              text={finding.text}
              hits={hits}
              current={finding.current}
              asked={finding.asked}
              onText={(text) => {
                const [first] = findInArticle(article, text);
                setFinding({ ...finding, text, current: first ?? null });
                if (first) goTo({ source: first.source, offset: first.start });
              }}
              onGo={goToHit}
              onClose={() => setFinding(null)}
            />
          )}
          <PlainArticle
            article={article}
            settings={settings}
            marks={hits}
            currentMark={current}
            place={view.place}
            onPlaceChange={onPlaceChange}
            chosenNotice={chosenNotice}
            onNotice={(notice) => {
              change({ sourceView: true });
              chooseNotice(notice);
            }}
            meta={
              <ArticleMeta
                edition={edition}
                article={article}
                section={section}
                bookmarked={bookmarked}
                sourceOpen={settings.sourceView}
                onPage={toPage}
              />
            }
          />
        </div>
      )}
      {settings.sourceView && pane}
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
