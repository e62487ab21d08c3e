/** What both ways of setting an article share: their properties, its paragraphs, and the place in view. Not a setting itself. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Article, Place, Settings, MatchSpan } from '../../../src-main/contract/model';
import type { ArticleLine } from '../compose/set-article';
import type { TextMarks } from '../page/text-marks';
import { ArticleLineView } from './article-line';
import { lineOfPlace, placeInView } from './place-in-view';

export type ArticleSettings = Pick<Settings, 'typeSize' | 'measure' | 'lineHeight' | 'direction' | 'justify'>;

export interface ArticleSettingProps {
  readonly article: Article;
  readonly settings: ArticleSettings;
  readonly marks?: readonly MatchSpan[];
  readonly currentMark?: MatchSpan | null;
  /** Where to be; a new value goes there. Null is the beginning. */
  readonly place?: Place | null;
  /** Where the view stood when it was left: gone to, it is the first in view again, and not in the middle. */
  readonly leftAt?: Place | null;
  /** The first place in view, while scrolling, at most every 150 ms. */
  readonly onPlaceChange?: (place: Place) => void;
  /** What the view adds at the end of the byline's row. */
  readonly facts?: ReactNode;
  /** What stands there on paper instead. */
  readonly clipping?: ReactNode;
  /** What stands before the first line of the text, and after its last, as lines of it. */
  readonly opens?: ReactNode;
  readonly closes?: ReactNode;
  /** What follows the text: previous and next article, say. */
  readonly children?: ReactNode;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface SetArticleProps extends ArticleSettingProps {
  readonly room: Room;
  readonly textMarks: TextMarks;
  readonly view: RefObject<HTMLDivElement | null>;
}

/** The article is set a little larger than the page, for its lines are longer. */
const LARGER = 2;

export function articleTypeSize(settings: ArticleSettings): number {
  return settings.typeSize + LARGER;
}

/** Keeps the given place in view when the lines change, and reports the place in view while scrolling. */
export function useArticlePlace(view: RefObject<HTMLDivElement | null>, lines: readonly ArticleLine[], props: ArticleSettingProps): void {
  const { place = null, leftAt = null, onPlaceChange } = props;
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
    const align = own || place === leftAt ? 'start' : 'center';
    lineOfPlace(view.current, wanted)?.scrollIntoView({ block: align, inline: align });
  }, [view, lines, place, leftAt]);
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
