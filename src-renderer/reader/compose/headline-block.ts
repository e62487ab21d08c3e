/**
 * Sets what stands above a story: column, kicker, headline, deck, byline; whole lines high, from the module's top left.
 * Not for the body.
 */
import type { Article, HeadingRole } from '../../../src-main/contract/model';
import { isLatinText } from '../../../src-main/contract/latin-text';
import { headingRunsOf } from '../../../src-main/contract/printed-text';
import { openEnds } from '../open-ends';
import { BODY_FACE, LABEL_FACE, STRONG_LABEL_FACE } from './advances';
import type { Advances, Face } from './advances';
import { breakAnywhere, breakHeadline, breaksAtPauses } from './break-headline';
import type { HeadlineLine } from './break-headline';
import type { Fragment, LineRole, PageElement, TextLine, Tone } from './composed-page';
import { spanWidth } from './geometry';
import type { PageGeometry } from './geometry';
import { headingRuns, leadingBlank } from './heading-runs';
import type { Level } from './weigh-stories';

export interface HeadlineBlock {
  /** Whole page lines. */
  readonly lines: number;
  readonly elements: readonly PageElement[];
}

export interface BlockStyle {
  readonly level: Level;
  readonly face: Face;
  /** The column's title stands above the module already. */
  readonly inBox: boolean;
}

/** Headline size of each level as a multiple of the body's: a little under one and a half between neighbours. */
const LEVEL_SIZE: Readonly<Record<Level, number>> = { 1: 3.35, 2: 2.27, 3: 1.55, 4: 1.2 };
const SMALLER = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.42];
/** A headline is drawn so much smaller, at most, to break where it pauses. */
const SMALLER_FOR_PAUSE = 0.8;
const HEADLINE_LEADING = 1.18;

export interface SetHeadline {
  readonly size: number;
  readonly lines: readonly HeadlineLine[];
}

/** A short headline over the lead is drawn larger, as far as it has room. */
function leadGrowth(characters: number): number {
  return characters >= 12 ? 1.06 : Math.min(1.28, 1.06 * (12 / characters) ** 0.4);
}

/** The largest size at which a headline of this level stands well over `width` pixels. */
export function setHeadline(text: string, level: Level, face: Face, width: number, typeSize: number, advances: Advances): SetHeadline {
  const full = LEVEL_SIZE[level] * typeSize;
  const least = Math.max(typeSize * 1.07, 12);
  const oneLine = breakHeadline(text, Infinity, 1, face, advances)?.[0];
  if (oneLine && oneLine.width > 0) {
    // A headline that nearly fits one line is drawn to fill its span.
    const fitted = Math.floor((width * 0.985) / oneLine.width);
    const floor = level === 1 ? 0.7 : level === 4 ? 0.95 : 0.86;
    if (fitted >= full * floor && fitted >= least)
      return { size: Math.min(Math.round(full * (level === 1 ? leadGrowth(oneLine.width) : 1)), fitted), lines: [oneLine] };
  }
  for (const most of [2, 3]) {
    let largest: SetHeadline | null = null;
    for (const factor of SMALLER) {
      const size = Math.round(full * factor);
      if (size < least || (most === 2 && factor < 0.6) || size < (largest?.size ?? 0) * SMALLER_FOR_PAUSE) break;
      const lines = breakHeadline(text, width / size, most, face, advances);
      if (lines && breaksAtPauses(text, lines)) return { size, lines };
      if (lines) largest ??= { size, lines };
    }
    if (largest) return largest;
  }
  const size = Math.round(least);
  return { size, lines: breakHeadline(text, width / size, 3, face, advances) ?? breakAnywhere(text, width / size, face, advances) };
}

/** Kept with the article: the same headline is asked for at every line height that is tried, and by every page the story may go on at. */
const headlinesKnown = new WeakMap<Article, { readonly advances: Advances; readonly set: Map<string, SetHeadline> }>();

/** `setHeadline` for a headline of the article, or what stands over it. */
export function headlineOf(
  article: Article,
  text: string,
  level: Level,
  face: Face,
  width: number,
  typeSize: number,
  advances: Advances,
): SetHeadline {
  let known = headlinesKnown.get(article);
  if (known?.advances !== advances) headlinesKnown.set(article, (known = { advances, set: new Map() }));
  const key = `${level} ${face.family} ${face.weight} ${width} ${typeSize} ${text}`;
  const found = known.set.get(key) ?? setHeadline(text, level, face, width, typeSize, advances);
  known.set.set(key, found);
  return found;
}

/** Where a stretch of a heading's words lies in the source; empty where the parser kept no span for it. */
export function headingFragments(article: Article, role: HeadingRole, text: string, start: number, end: number): readonly Fragment[] {
  return headingRunsOf(article.heading, role, text).flatMap(({ source, start: begins, end: ends, at }) => {
    const from = Math.max(start, at);
    const to = Math.min(end, at + ends - begins);
    return from < to ? [{ source, start: begins + from - at, end: begins + to - at, from: from - start, to: to - start }] : [];
  });
}

export interface HeadingLineStyle {
  readonly role: LineRole;
  readonly size: number;
  readonly face: Face;
  readonly tone: Tone;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly spacing?: number;
  readonly align?: 'start' | 'end';
}

export function headingLine(
  article: Article,
  text: string,
  start: number,
  end: number,
  style: HeadingLineStyle,
  fragments = true,
): TextLine {
  const slice = text.slice(start, end);
  return {
    kind: 'line',
    role: style.role,
    // The ink begins at the edge, not the blank of an opening mark.
    x: style.align === 'end' ? style.x : style.x - Math.round(leadingBlank(slice) * style.size),
    y: style.y,
    width: style.width,
    height: style.height,
    text: slice,
    runs: headingRuns(slice, style.spacing ?? 0),
    fragments: fragments ? headingFragments(article, style.role as HeadingRole, text, start, end) : [],
    size: style.size,
    face: style.face,
    tone: style.tone,
    align: style.align ?? 'start',
    article: article.id,
    paragraph: -1,
    start,
    end,
    lastOfParagraph: end === text.length,
    mark: null,
    markX: 0,
  };
}

export function headlineBlock(
  article: Article,
  span: number,
  style: BlockStyle,
  geometry: PageGeometry,
  advances: Advances,
): HeadlineBlock {
  const { typeSize, lineHeight } = geometry;
  const width = spanWidth(geometry, span);
  const elements: PageElement[] = [];
  const label = Math.round(typeSize * 0.87);
  let y = 0;
  const setLabel = (
    role: 'column' | 'kicker' | 'locality' | 'byline' | 'credit' | 'jump',
    text: string,
    tone: Tone,
    face: Face,
    x = 0,
  ): void => {
    const lines = breakHeadline(text, (width - x) / label, 3, face, advances) ?? breakAnywhere(text, (width - x) / label, face, advances);
    for (const line of lines) {
      elements.push(
        headingLine(article, text, line.start, line.end, { role, size: label, face, tone, x, y, width: width - x, height: lineHeight }),
      );
      y += lineHeight;
    }
  };
  if (!style.inBox && article.column !== null) {
    setLabel('column', article.column, 'ink', STRONG_LABEL_FACE);
    if (article.locality !== null) {
      const widthOf = (text: string, face: Face): number => breakHeadline(text, Infinity, 1, face, advances)?.[0]?.width ?? Infinity;
      const x = Math.ceil(label * (widthOf(article.column, STRONG_LABEL_FACE) + 1));
      if (x + widthOf(article.locality, LABEL_FACE) * label <= width && y === lineHeight) y -= lineHeight;
      setLabel('locality', article.locality, 'ink-3', LABEL_FACE, y === 0 ? x : 0);
    }
  } else if (article.locality !== null) setLabel('locality', article.locality, 'ink-3', LABEL_FACE);
  if (article.kicker !== null) setLabel('kicker', article.kicker, 'ink-2', LABEL_FACE);
  if (style.inBox && saysByline(article)) setLabel('byline', article.byline, 'ink-2', LABEL_FACE);
  const headlineTop = y;
  if (article.headline !== null) {
    const { size, lines } = headlineOf(
      article,
      article.headline,
      levelOnPage(style.level, geometry),
      style.face,
      width,
      typeSize,
      advances,
    );
    const height = Math.round(size * HEADLINE_LEADING);
    for (const line of lines) {
      const place = { role: 'headline', size, face: style.face, tone: 'ink', x: 0, y, width, height } as const;
      elements.push(headingLine(article, article.headline, line.start, line.end, place));
      y += height;
    }
    if (article.deck !== null && isLatinText(article.headline)) y += Math.round(size * DESCENDERS);
  } else if (article.jump !== null) setJumpHeading(article, width, lineHeight, label, y, elements, (next) => (y = next));
  if (article.deck !== null) {
    const size = Math.round(typeSize * (style.level <= 2 && span > 1 ? 1.33 : 1.07));
    const lines =
      breakHeadline(article.deck, width / size, 3, BODY_FACE, advances) ?? breakAnywhere(article.deck, width / size, BODY_FACE, advances);
    for (const line of lines) {
      const height = Math.round(size * 1.35);
      elements.push(
        headingLine(article, article.deck, line.start, line.end, {
          role: 'deck',
          size,
          face: BODY_FACE,
          tone: 'ink-2',
          x: 0,
          y,
          width,
          height,
        }),
      );
      y += height;
    }
  }
  if (!style.inBox && saysByline(article)) setLabel('byline', article.byline, 'ink-2', LABEL_FACE);
  if (article.credit !== null && article.kind !== 'photo') setLabel('credit', article.credit, 'ink-2', LABEL_FACE);
  return wholeLines(elements, y, headlineTop, lineHeight);
}

/** A kicker that names the author is the byline. */
export function saysByline(article: Article): article is Article & { readonly byline: string } {
  return article.byline !== null && !(article.kicker?.includes(article.byline) ?? false);
}

/** Low pages have no room for the largest headlines. */
function levelOnPage(level: Level, geometry: PageGeometry): Level {
  const lower = geometry.lines < 15 ? 2 : geometry.lines < 19 ? 1 : 0;
  return Math.min(4, level + lower) as Level;
}

/** Han characters stand on their line; Latin letters reach so many em below it, into a deck. */
const DESCENDERS = 0.16;

/** In em of the label: narrower than this, where a story comes from and that its headline is not here take a line each. */
const BOTH_ON_A_LINE = 16;

function setJumpHeading(
  article: Article,
  width: number,
  lineHeight: number,
  label: number,
  y: number,
  elements: PageElement[],
  moveTo: (y: number) => void,
): void {
  elements.push({
    kind: 'label',
    name: 'from-page',
    values: { page: article.jump?.from ?? '' },
    x: 0,
    y,
    width,
    height: lineHeight,
    size: label,
    face: STRONG_LABEL_FACE,
    tone: 'red',
    align: 'start',
  });
  const fits = width >= BOTH_ON_A_LINE * label;
  const open = openEnds(article).find(({ direction }) => direction === 'from');
  const noteY = fits ? y : y + lineHeight;
  elements.push({
    kind: 'label',
    name: 'headline-elsewhere',
    ...(open ? { finding: { article: article.id, index: open.finding } } : {}),
    values: { page: article.jump?.from ?? '' },
    x: 0,
    y: noteY,
    width,
    height: lineHeight,
    size: Math.round(label * 0.85),
    face: LABEL_FACE,
    tone: 'ink-3',
    align: fits ? 'end' : 'start',
  });
  moveTo(noteY + lineHeight);
}

/** By so much of a line a block may be too high for its lines. */
const OVERHANG = 0.08;
/** A block that fills its lines stands as close to its text as that text's own lines: it rises so much of a line. */
const RISE = 0.16;

/** Rounds a block up to whole lines; what is left over goes around the headline, a little more below it. */
function wholeLines(elements: readonly PageElement[], height: number, headlineTop: number, lineHeight: number): HeadlineBlock {
  const lines = Math.ceil(height / lineHeight - OVERHANG);
  const spare = Math.max(0, lines * lineHeight - height);
  const above = Math.round(spare * 0.4);
  const rise = spare < lineHeight * 2 * RISE ? Math.round(lineHeight * RISE) : 0;
  return {
    lines,
    elements: elements.map((element) => ({ ...element, y: element.y - rise + (element.y >= headlineTop ? above : 0) })),
  };
}
