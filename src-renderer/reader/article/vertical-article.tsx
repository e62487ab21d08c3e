/** An article set down the page, lines from right to left, in tiers; goes on to the left. Not for horizontal setting. */
import { useEffect, useMemo } from 'react';
import { HEADLINE_FACE } from '../compose/advances';
import { breakHeadline } from '../compose/break-headline';
import { setArticle } from '../compose/set-article';
import type { ArticleLine } from '../compose/set-article';
import { verticalAdvances } from '../compose/vertical-advances';
import { onPaper } from '../page/on-paper';
import { useAdvances } from '../page/use-advances';
import { ArticleHeading } from './article-heading';
import { articleTypeSize, Paragraph, paragraphsOf, useArticlePlace } from './article-parts';
import type { SetArticleProps } from './article-parts';
import { spreadsOf, tiersFor } from './tiers';

const SIDE = 34;
const TOP = 26;
/** Vertical lines stand a little further apart than the reader's line height for horizontal ones. */
const WIDER = 0.06;
const WHEEL_LINE = 32;

/** A line of the text, or one that stands before or after it. */
type Row = ArticleLine | 'opens' | 'closes';

export function VerticalArticle(props: SetArticleProps) {
  const { article, settings, room, textMarks, view, facts, clipping, opens, closes, children } = props;
  const plain = useAdvances();
  const advances = useMemo(() => verticalAdvances(plain), [plain]);
  const size = articleTypeSize(settings);
  const pitch = Math.round(size * (settings.lineHeight + WIDER));
  const height = room.height - 2 * TOP;
  const headlineSize = Math.round(size * 2.6);
  const headlineMeasure = height / headlineSize;
  const headlineLines =
    article.headline === null ? 1 : (breakHeadline(article.headline, headlineMeasure, 3, HEADLINE_FACE, advances)?.length ?? 3);
  const labels = [article.column ?? article.locality, article.kicker, article.deck].filter((label) => label !== null).length;
  const headingWidth = Math.round(headlineLines * headlineSize * 1.25 + (labels + 1) * size * 1.6 + pitch * 1.5);
  const tiers = tiersFor({ width: room.width - 2 * SIDE, height, typeSize: size, pitch, headingWidth });
  const lines = useMemo(
    () => setArticle(article, { measure: tiers.characters, justify: settings.justify }, advances),
    [article, tiers.characters, settings.justify, advances],
  );
  useArticlePlace(view, lines, props);
  useEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    // A wheel that only goes up and down moves along the text.
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.deltaX !== 0) return;
      event.preventDefault();
      element.scrollLeft -= event.deltaMode === 0 ? event.deltaY : event.deltaY * WHEEL_LINE;
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [view]);
  return (
    <article className="article-vertical" lang="zh-CN" data-article={article.id} style={{ fontSize: size, padding: `${TOP}px ${SIDE}px` }}>
      {spreadsOf<Row>([...(opens ? (['opens'] as const) : []), ...lines, ...(closes ? (['closes'] as const) : [])], tiers).map(
        (spread, index) => (
          <div
            key={index}
            className="article-spread"
            style={{
              width: room.width - 2 * SIDE,
              height,
              marginInlineStart: index === 0 ? 0 : SIDE * 2,
              ...onPaper(room.width - 2 * SIDE, height),
            }}
          >
            {index === 0 ? (
              <div className="article-vertical-heading" style={{ width: headingWidth - pitch / 2 }}>
                <ArticleHeading
                  article={article}
                  marks={textMarks}
                  vertical
                  headlineMeasure={headlineMeasure}
                  advances={advances}
                  facts={facts}
                  clipping={clipping}
                />
              </div>
            ) : null}
            <div className="article-tiers" style={{ gap: tiers.gap }}>
              {spread.map((tier, at) => (
                <div key={at} className="article-tier" style={{ height: tiers.characters * size, lineHeight: `${pitch}px` }}>
                  {tier.includes('opens') ? opens : null}
                  {paragraphsOf(tier.filter((row) => typeof row !== 'string')).map((paragraph) => (
                    <Paragraph key={`${paragraph[0]?.paragraph}.${paragraph[0]?.start}`} lines={paragraph} marks={textMarks} vertical />
                  ))}
                  {tier.includes('closes') ? closes : null}
                </div>
              ))}
            </div>
          </div>
        ),
      )}
      {children === undefined ? null : <div className="article-after">{children}</div>}
    </article>
  );
}
