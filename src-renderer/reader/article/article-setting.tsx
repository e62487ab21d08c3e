/**
 * One article set for reading: across, one comfortable measure that scrolls down; or down, in tiers that scroll to the left.
 * Not for what stands around it.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { MatchSpan } from '../../../src-main/contract/model';
import { piecesOf } from '../hits';
import { doubtedSpans } from '../compose/parser-marks';
import { isPrinting } from '../page/on-paper';
import '../page/page.css';
import type { TextMarks } from '../page/text-marks';
import { useCopying } from '../page/use-picking';
import type { ArticleSettingProps, Room } from './article-parts';
import './article.css';
import { HorizontalArticle } from './horizontal-article';
import { VerticalArticle } from './vertical-article';

const NO_SPANS: readonly MatchSpan[] = [];

export function ArticleSetting(props: ArticleSettingProps) {
  const { article, settings, marks = NO_SPANS, currentMark = null } = props;
  const view = useRef<HTMLDivElement>(null);
  const room = useRoom(view);
  const vertical = settings.direction === 'vertical';
  const textMarks: TextMarks = useMemo(
    () => ({ hits: marks, current: piecesOf(marks, currentMark), doubts: doubtedSpans(article) }),
    [marks, currentMark, article],
  );
  useCopying(view);
  useEffect(() => {
    if (currentMark !== null) view.current?.querySelector('.page-hit-now')?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [currentMark]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <div ref={view} className={vertical ? 'article-view article-view-vertical' : 'article-view'} tabIndex={0}>
      {room === null ? null : vertical ? (
        <VerticalArticle {...props} room={room} textMarks={textMarks} view={view} />
      ) : (
        <HorizontalArticle {...props} room={room} textMarks={textMarks} view={view} />
      )}
    </div>
  );
}

function useRoom(view: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    const measure = (): void => {
      if (isPrinting()) return;
      const width = element.clientWidth;
      const height = element.clientHeight;
      setRoom((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [view]);
  return room;
}
