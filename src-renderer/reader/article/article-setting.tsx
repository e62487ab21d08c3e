/**
 * One article set for reading: across, one comfortable measure that scrolls down; or down, in tiers that scroll to the left.
 * Not for what stands around it.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Article, Place, Settings, SourceSpan } from '../../../src-main/contract/model';
import { doubtedSpans } from '../compose/parser-marks';
import { setArticle } from '../compose/set-article';
import type { ArticleLine } from '../compose/set-article';
import '../page/page.css';
import type { TextMarks } from '../page/text-marks';
import { useAdvances } from '../page/use-advances';
import { useCopying } from '../page/use-picking';
import { ArticleHeading } from './article-heading';
import { ArticleLineView } from './article-line';
import './article.css';
import { lineOfPlace, placeInView } from './place-in-view';
import { VerticalArticle } from './vertical-article';

export type ArticleSettings = Pick<Settings, 'typeSize' | 'measure' | 'lineHeight' | 'direction' | 'justify'>;

export interface ArticleSettingProps {
  readonly article: Article;
  readonly settings: ArticleSettings;
  readonly marks?: readonly SourceSpan[];
  readonly currentMark?: SourceSpan | null;
  /** Where to be; a new value goes there. Null is the beginning. */
  readonly place?: Place | null;
  /** The first place in view, while scrolling, at most every 150 ms. */
  readonly onPlaceChange?: (place: Place) => void;
  /** What the view adds at the end of the byline's row. */
  readonly facts?: ReactNode;
  /** What follows the text: previous and next article, say. */
  readonly children?: ReactNode;
}

const NO_SPANS: readonly SourceSpan[] = [];
/** The article is set a little larger than the page, for its lines are longer. */
const LARGER = 2;
const SIDE = 48;
const FEWEST = 12;

export function ArticleSetting(props: ArticleSettingProps) {
  const { article, settings, marks = NO_SPANS, currentMark = null } = props;
  const view = useRef<HTMLDivElement>(null);
  const room = useRoom(view);
  const vertical = settings.direction === 'vertical';
  const textMarks: TextMarks = useMemo(
    () => ({ hits: marks, current: currentMark, doubts: doubtedSpans(article) }),
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

export interface Room {
  readonly width: number;
  readonly height: number;
}

function useRoom(view: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    const measure = (): void => {
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

export interface SetArticleProps extends ArticleSettingProps {
  readonly room: Room;
  readonly textMarks: TextMarks;
  readonly view: RefObject<HTMLDivElement | null>;
}

export function articleTypeSize(settings: ArticleSettings): number {
  return settings.typeSize + LARGER;
}

/** Keeps the given place in view when the lines change, and reports the place in view while scrolling. */
export function useArticlePlace(view: RefObject<HTMLDivElement | null>, lines: readonly ArticleLine[], props: ArticleSettingProps): void {
  const { place = null, onPlaceChange } = props;
  const seen = useRef<Place | null>(null);
  const report = useRef(onPlaceChange);
  useEffect(() => {
    report.current = onPlaceChange;
  });
  useLayoutEffect(() => {
    // What the scrolling itself reported is not a wish to go anywhere.
    const own = seen.current !== null && place !== null && seen.current.source === place.source && seen.current.offset === place.offset;
    const wanted = own ? seen.current : place;
    if (wanted === null || lines.length === 0) return;
    lineOfPlace(view.current, wanted)?.scrollIntoView({ block: own ? 'start' : 'center', inline: own ? 'start' : 'center' });
  }, [view, lines, place]);
  useEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      waiting = undefined;
      const found = placeInView(element);
      if (!found || (seen.current?.source === found.source && seen.current.offset === found.offset)) return;
      seen.current = found;
      report.current?.(found);
    };
    const onScroll = (): void => {
      waiting ??= setTimeout(look, 150);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(waiting);
      element.removeEventListener('scroll', onScroll);
    };
  }, [view]);
}

function HorizontalArticle(props: SetArticleProps) {
  const { article, settings, room, textMarks, view, facts, children } = props;
  const advances = useAdvances();
  const size = articleTypeSize(settings);
  const measure = Math.max(FEWEST, Math.min(settings.measure, Math.floor((room.width - 2 * SIDE) / size)));
  const lines = useMemo(
    () => setArticle(article, { measure, justify: settings.justify }, advances),
    [article, measure, settings.justify, advances],
  );
  useArticlePlace(view, lines, props);
  const headlineSize = Math.round(size * 1.88);
  return (
    <article
      className="article-setting"
      lang="zh-CN"
      data-article={article.id}
      style={{ width: measure * size, fontSize: size, lineHeight: settings.lineHeight }}
    >
      <ArticleHeading
        article={article}
        marks={textMarks}
        vertical={false}
        headlineMeasure={(measure * size) / headlineSize}
        advances={advances}
        facts={facts}
      />
      {paragraphsOf(lines).map((paragraph) => (
        <Paragraph key={paragraph[0]?.paragraph} lines={paragraph} marks={textMarks} vertical={false} />
      ))}
      {children}
    </article>
  );
}

export function paragraphsOf(lines: readonly ArticleLine[]): readonly (readonly ArticleLine[])[] {
  const paragraphs: ArticleLine[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last?.[0]?.paragraph === line.paragraph) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

export function Paragraph({
  lines,
  marks,
  vertical,
}: {
  readonly lines: readonly ArticleLine[];
  readonly marks: TextMarks;
  readonly vertical: boolean;
}) {
  const content = lines.map((line) => <ArticleLineView key={line.start} line={line} marks={marks} vertical={vertical} />);
  const role = lines[0]?.role;
  if (role === 'subhead') return <h2 className="article-subhead">{content}</h2>;
  return <p className={role === 'caption' ? 'article-caption' : 'article-paragraph'}>{content}</p>;
}
