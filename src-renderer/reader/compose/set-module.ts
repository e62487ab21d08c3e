/**
 * Sets one piece into its place on the page: every line, rule, slot and link with its position, and what is left over.
 * Not for deciding the place.
 */
import type { Article, ArticleId } from '../../../src-main/contract/model';
import { LABEL_FACE } from './advances';
import type { ModulePart, OpenEndLink, PageElement, PageModule, TextLine } from './composed-page';
import { fill, balance } from './flow';
import type { Columns, FlowLine } from './flow';
import { fragmentsOf } from './fragments';
import { columnLeft, lineTop, spanWidth } from './geometry';
import { headingLine } from './headline-block';
import type { Slot } from './page-cost';
import { marksOf } from './parser-marks';
import { boxOf, cutBox, headLines, headOf, heightsOf, newMemo } from './pieces';
import type { Piece } from './pieces';
import type { Setting } from './setting';

export interface Placed {
  readonly module: PageModule;
  /** What goes on at the next page. */
  readonly rest: readonly Piece[];
}

/** A subhead and a line, and the jump. */
const FEWEST_LINES = 4;

interface Draft {
  readonly parts: Map<ArticleId | null, PageElement[]>;
  readonly rest: Piece[];
}

function add(draft: Draft, article: ArticleId | null, element: PageElement): void {
  const list = draft.parts.get(article);
  if (list) list.push(element);
  else draft.parts.set(article, [element]);
}

/** `pageIndex` is this page's, from 0; `top` the page line on which body lines begin. */
export function setModule(slot: Slot, pageIndex: number, top: number, setting: Setting): Placed {
  const { geometry } = setting;
  const draft: Draft = { parts: new Map(), rest: [] };
  const x = columnLeft(geometry, slot.column);
  const y = lineTop(geometry, top + slot.line);
  if (slot.piece.kind === 'column') setBox(draft, slot, pageIndex, top, setting);
  else setPiece(draft, slot, pageIndex, top, setting);
  const parts: ModulePart[] = [...draft.parts].map(([article, elements]) => ({ article, elements }));
  const module: PageModule = {
    kind: slot.piece.kind,
    level: slot.piece.level,
    continued: slot.piece.cameFrom !== null,
    x,
    y,
    width: spanWidth(geometry, slot.span),
    height: slot.height * geometry.lineHeight,
    parts,
  };
  return { module, rest: draft.rest };
}

function setPiece(draft: Draft, slot: Slot, pageIndex: number, top: number, setting: Setting): void {
  const { piece, span } = slot;
  const { geometry } = setting;
  const x = columnLeft(geometry, slot.column);
  let line = top + slot.line;
  const article = piece.articles[0];
  const group = piece.kind === 'briefs' || piece.kind === 'unplaced';
  const head = headOf(piece, span, setting).elements;
  for (const element of head)
    add(draft, group && piece.cameFrom === null ? null : (article?.id ?? null), shifted(element, x, lineTop(geometry, line)));
  line += headLines(piece, span, setting);
  let room = slot.height - headLines(piece, span, setting);
  if (piece.kind === 'photo' && piece.cameFrom === null && article) {
    const credit = article.credit === null ? 0 : 1;
    const text = (heightsOf(piece, span, setting)?.least ?? 0) - headLines(piece, span, setting) - credit;
    const fixed = text - (heightsOf(piece, span, setting) ? leastSlot(span) : 0);
    const slotLines = Math.max(2, room - credit - Math.max(0, fixed));
    const white = Math.round(geometry.lineHeight * AROUND_PICTURE);
    // The picture gives way to a headline that comes down to it.
    const foot = head.reduce((most, element) => Math.max(most, element.y + element.height), 0);
    const lower = Math.max(0, Math.round(foot) + white - headLines(piece, span, setting) * geometry.lineHeight);
    const slotHeight = slotLines * geometry.lineHeight - white - lower;
    add(draft, article.id, {
      kind: 'photo-slot',
      x,
      y: lineTop(geometry, line) + lower,
      width: spanWidth(geometry, span),
      height: slotHeight,
    });
    line += slotLines;
    room -= slotLines + credit;
    if (article.credit !== null)
      add(
        draft,
        article.id,
        headingLine(article, article.credit, 0, article.credit.length, {
          role: 'credit',
          size: Math.round(geometry.typeSize * 0.87),
          face: LABEL_FACE,
          tone: 'ink-2',
          x,
          y: lineTop(geometry, line + room),
          width: spanWidth(geometry, span),
          height: geometry.lineHeight,
          align: 'end',
        }),
      );
  }
  setBody(draft, piece, slot.column, line, span, room, slot.cut, pageIndex, setting);
}

/** White above and below a picture, in lines. */
const AROUND_PICTURE = 0.4;

function leastSlot(span: number): number {
  return span === 1 ? 5 : 6;
}

function shifted(element: PageElement, x: number, y: number): PageElement {
  return { ...element, x: element.x + x, y: element.y + y };
}

function setBody(
  draft: Draft,
  piece: Piece,
  column: number,
  line: number,
  span: number,
  room: number,
  cut: boolean,
  pageIndex: number,
  setting: Setting,
): void {
  const { geometry } = setting;
  const left = piece.flow.lines.length - piece.from;
  if (left <= 0) return;
  // However little room a heading leaves, a page takes the story on by some lines: else it would never end.
  const columns: Columns = cut
    ? fill(piece.flow, piece.from, span, Math.max(room, FEWEST_LINES), 1)
    : balance(piece.flow, piece.from, Math.min(span, left));
  for (let index = 0; index + 1 < columns.cuts.length; index += 1) {
    const from = columns.cuts[index] ?? 0;
    const to = columns.cuts[index + 1] ?? from;
    const base = piece.flow.heights[from] ?? 0;
    const x = columnLeft(geometry, column + index);
    if (index > 0 && to > from)
      add(draft, null, {
        kind: 'rule',
        x: Math.round(x - geometry.gutter / 2),
        y: lineTop(geometry, line) + Math.round(geometry.lineHeight * 0.15),
        width: 1,
        height: Math.round((cut ? room : columns.height) * geometry.lineHeight - geometry.lineHeight * 0.3),
        tone: 'hairline',
      });
    for (let at = from; at < to; at += 1) {
      const flowLine = piece.flow.lines[at] as FlowLine;
      const offset = (piece.flow.heights[at] ?? 0) - base + flowLine.lead;
      add(draft, flowLine.article.id, lineOf(flowLine, x, lineTop(geometry, line) + Math.round(offset * geometry.lineHeight), setting));
    }
  }
  const end = columns.cuts.at(-1) ?? piece.from;
  if (end >= piece.flow.lines.length) return;
  const article = piece.flow.lines[end]?.article as Article;
  const last = columnLeft(geometry, column + span - 1);
  add(draft, piece.articles[0]?.id ?? article.id, {
    kind: 'jump',
    direction: 'to',
    page: pageIndex + 1,
    article: article.id,
    x: last,
    y: lineTop(geometry, line + room - 1),
    width: geometry.columnWidth,
    height: geometry.lineHeight,
    size: Math.round(geometry.typeSize * 0.87),
    align: 'end',
  });
  draft.rest.push({ ...piece, from: end, cameFrom: pageIndex, level: 4, inBox: false, memo: newMemo() });
}

/** A measured line with its place on the page and in the source. */
function lineOf(flowLine: FlowLine, x: number, y: number, setting: Setting): TextLine | OpenEndLink {
  const { heading, open, line, article } = flowLine;
  if (open !== null) {
    const { columnWidth: width, lineHeight: height, typeSize } = setting.geometry;
    return { kind: 'open-end', open, article: article.id, x, y, width, height, size: Math.round(typeSize * 0.87) };
  }
  if (heading === null) return bodyLine(flowLine, x, y, setting);
  const { columnWidth, lineHeight, typeSize } = setting.geometry;
  const { role, text, face, tone } = heading;
  const size = Math.round(typeSize * heading.size);
  return headingLine(article, text, line.start, line.end, { role, size, face, tone, x, y, width: columnWidth, height: lineHeight });
}

function bodyLine(flowLine: FlowLine, x: number, y: number, setting: Setting): TextLine {
  const { geometry } = setting;
  const { line, article, role } = flowLine;
  const paragraph = article.paragraphs[flowLine.paragraph];
  if (!paragraph) throw new Error('a measured line lies in its article');
  const indent = line.indent * geometry.typeSize;
  return {
    kind: 'line',
    role,
    x: x + indent,
    y,
    width: geometry.columnWidth - indent,
    height: geometry.lineHeight,
    text: paragraph.text.slice(line.start, line.end),
    runs: line.runs.map((run) => ({ ...run, start: run.start - line.start, end: run.end - line.start })),
    fragments: fragmentsOf(paragraph, line.start, line.end),
    size: geometry.typeSize,
    face: flowLine.face,
    tone: 'ink',
    align: 'start',
    article: article.id,
    paragraph: flowLine.paragraph,
    start: line.start,
    end: line.end,
    lastOfParagraph: line.last,
    mark:
      marksOf(article).find((mark) => mark.paragraph === flowLine.paragraph && mark.offset >= line.start && mark.offset < line.end)?.mark ??
      null,
    markX: x,
  };
}

function setBox(draft: Draft, slot: Slot, pageIndex: number, top: number, setting: Setting): void {
  const { piece, span } = slot;
  const { geometry } = setting;
  const box = slot.cut ? cutBox(piece, span, slot.height, setting) : boxOf(piece, span, setting);
  if (!box) return;
  // Rules stand in the gutters; at the page's edge, where there is none, the box is open and its rules end with the page's own.
  const half = Math.round(geometry.gutter / 2);
  const before = slot.column > 0 ? half : 0;
  const after = slot.column + span < geometry.columns ? half : 0;
  const x = columnLeft(geometry, slot.column);
  const y = lineTop(geometry, top + slot.line);
  const width = spanWidth(geometry, span);
  const bottom = slot.height * geometry.lineHeight + Math.round(geometry.lineHeight * 0.35);
  add(draft, null, { kind: 'rule', x: x - before, y: y - 4, width: width + before + after, height: 4, tone: 'red' });
  if (before > 0) add(draft, null, { kind: 'rule', x: x - before, y, width: 1, height: bottom, tone: 'ink-3' });
  if (after > 0) add(draft, null, { kind: 'rule', x: x + width + after - 1, y, width: 1, height: bottom, tone: 'ink-3' });
  add(draft, null, { kind: 'rule', x: x - before, y: y + bottom, width: width + before + after, height: 1, tone: 'ink-3' });
  for (const element of headOf(piece, span, setting).elements) add(draft, null, shifted(element, x, y));
  const finishes: Slot[] = box.places.map((place) => ({
    piece: place.child,
    column: slot.column + place.column,
    line: slot.line + place.line,
    span: place.span,
    height: place.height,
    cut: slot.cut && (heightsOf(place.child, place.span, setting)?.least ?? Infinity) > place.height,
    spare: 0,
    uneven: 0,
  }));
  for (const [index, child] of finishes.entries()) {
    if (child.column > slot.column)
      add(draft, null, {
        kind: 'rule',
        x: Math.round(columnLeft(geometry, child.column) - geometry.gutter / 2),
        y: lineTop(geometry, top + child.line),
        width: 1,
        height: child.height * geometry.lineHeight,
        tone: 'hairline',
      });
    else if (index > 0)
      add(draft, null, {
        kind: 'rule',
        x,
        y: lineTop(geometry, top + child.line) - Math.round(geometry.lineHeight / 2),
        width,
        height: 1,
        tone: 'hairline',
      });
    setPiece(draft, child, pageIndex, top, setting);
  }
}
