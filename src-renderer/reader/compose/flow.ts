/**
 * The body of a story as a run of lines at column width, and how it falls into columns of equal height.
 * Keeps paragraphs' last lines off column tops and subheads off column ends. Not for headlines or pages.
 */
import type { Article } from '../../../src-main/contract/model';
import { openEnds } from '../open-ends';
import type { OpenEnd } from '../open-ends';
import { LABEL_FACE } from './advances';
import type { Advances, Face } from './advances';
import type { MeasuredLine } from './break-lines';
import { breakParagraph } from './break-paragraph';
import { flowingHeadings } from './heading-in-flow';
import type { FlowingHeading } from './heading-in-flow';

export interface FlowLine {
  readonly article: Article;
  /** Its heading stands in the flow; null for a line of the body. */
  readonly heading: FlowingHeading | null;
  /** What is said where the text lacks its beginning or its end; null for all other lines. */
  readonly open: OpenEnd | null;
  /** −1 for a heading, and for what is said. */
  readonly paragraph: number;
  readonly role: 'body' | 'subhead' | 'caption' | FlowingHeading['role'] | 'jump';
  readonly line: MeasuredLine;
  readonly face: Face;
  /** In page lines; the first and last line of a subhead, or of a heading in the flow, carry half a line of space. */
  readonly height: number;
  /** Space above the type, in page lines. */
  readonly lead: number;
}

export interface Flow {
  readonly lines: readonly FlowLine[];
  /** Height before each line, in page lines. */
  readonly heights: Float64Array;
  /** 1 where a column may begin. */
  readonly starts: Uint8Array;
  /** Found columns by start and span. */
  readonly balanced: Map<number, Columns>;
}

export interface Columns {
  /** First line of each column, and the line after the last: one more than there are columns. */
  readonly cuts: readonly number[];
  /** Of the tallest column, in page lines. */
  readonly height: number;
}

export interface FlowRules {
  readonly characters: number;
  readonly justify: boolean;
  /** Whether what stands over each story flows with its text: so in a box of several. */
  readonly headings?: boolean;
}

export function flowOf(articles: readonly Article[], rules: FlowRules, advances: Advances): Flow {
  const lines: FlowLine[] = [];
  for (const article of articles) {
    const headings = rules.headings ? flowingHeadings(article, rules.characters, advances) : [];
    headings.forEach(({ heading, line }, at) => {
      const lead = at === 0 ? 0.5 : 0;
      const tail = at === headings.length - 1 ? 0.5 : 0;
      lines.push({
        article,
        heading,
        open: null,
        paragraph: -1,
        role: heading.role,
        line,
        face: heading.face,
        lead,
        height: 1 + lead + tail,
      });
    });
    const ends = article.paragraphs.length === 0 ? [] : openEnds(article);
    // A story without a headline says in its place where it comes from.
    if (rules.headings || article.headline !== null) lines.push(...endLines(article, ends, 'from'));
    article.paragraphs.forEach((paragraph, index) => {
      const subhead = paragraph.role === 'subhead';
      const { face, lines: measured } = breakParagraph(paragraph, rules.characters, rules.justify, advances);
      measured.forEach((line, at) => {
        const lead = subhead && at === 0 ? 0.5 : 0;
        const tail = subhead && at === measured.length - 1 ? 0.5 : 0;
        lines.push({
          article,
          heading: null,
          open: null,
          paragraph: index,
          role: paragraph.role,
          line,
          face,
          lead,
          height: 1 + lead + tail,
        });
      });
    });
    lines.push(...endLines(article, ends, 'to'));
  }
  const heights = new Float64Array(lines.length + 1);
  const starts = new Uint8Array(lines.length + 1).fill(1);
  lines.forEach((line, index) => {
    heights[index + 1] = (heights[index] ?? 0) + line.height;
    if (index > 0) starts[index] = mayStart(lines, index) ? 1 : 0;
  });
  return { lines, heights, starts, balanced: new Map() };
}

/** The line that says what is missing: its words are the interface's, and take one line however they are worded. */
function endLines(article: Article, ends: readonly OpenEnd[], direction: OpenEnd['direction']): readonly FlowLine[] {
  return ends
    .filter((open) => open.direction === direction)
    .map((open) => ({
      article,
      heading: null,
      open,
      paragraph: -1,
      role: 'jump',
      line: { start: 0, end: 0, indent: 0, first: true, last: true, runs: [] },
      face: LABEL_FACE,
      lead: 0,
      height: 1,
    }));
}

function mayStart(lines: readonly FlowLine[], index: number): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  if (!line || !before) return true;
  if (isHeading(before) || line.open?.direction === 'to') return false;
  if (isHeading(line)) return line.line.first;
  if (line.line.last && !line.line.first) return false;
  const twoBefore = lines[index - 2];
  return !(twoBefore && isHeading(twoBefore) && before.line.first && !line.line.first);
}

function isHeading({ role, heading, open }: FlowLine): boolean {
  return role === 'subhead' || heading !== null || open?.direction === 'from';
}

export function flowHeight(flow: Flow, from: number): number {
  return (flow.heights[flow.lines.length] ?? 0) - (flow.heights[from] ?? 0);
}

/** Where a cut may fall near a wished height: how far the search looks to both sides, in lines. */
const REACH = 4;

/** All lines from `from` in `span` columns of nearly equal height, the first ones at least as tall as the last. */
export function balance(flow: Flow, from: number, span: number): Columns {
  const key = from * 16 + span;
  const known = flow.balanced.get(key);
  if (known) return known;
  const found = balanceAfresh(flow, from, span);
  flow.balanced.set(key, found);
  return found;
}

interface Trial {
  readonly cuts: readonly number[];
  readonly cost: number;
  readonly tallest: number;
  readonly shortest: number;
}

function balanceAfresh(flow: Flow, from: number, span: number): Columns {
  const end = flow.lines.length;
  const total = flowHeight(flow, from);
  if (span === 1) return { cuts: [from, end], height: total };
  const ideal = total / span;
  let trials: Trial[] = [{ cuts: [from], cost: 0, tallest: 0, shortest: Infinity }];
  for (let column = 1; column <= span; column += 1) {
    const next = new Map<string, Trial>();
    for (const trial of trials) {
      const begin = trial.cuts.at(-1) ?? from;
      const ends = column === span ? [end] : cutsNear(flow, from, ideal * column, begin, end - (span - column));
      for (const cut of ends) {
        const height = (flow.heights[cut] ?? 0) - (flow.heights[begin] ?? 0);
        const tallest = Math.max(trial.tallest, height);
        const shortest = Math.min(trial.shortest, height);
        const forbidden = column < span && flow.starts[cut] === 0 ? 500 : 0;
        const rising = trial.tallest > 0 && height > trial.shortest ? 0.1 : 0;
        const cost = trial.cost + forbidden + rising + (height - ideal) ** 2 * 0.01;
        const key = `${cut} ${tallest} ${shortest}`;
        const rival = next.get(key);
        if (!rival || rival.cost > cost) next.set(key, { cuts: [...trial.cuts, cut], cost, tallest, shortest });
      }
    }
    trials = [...next.values()].sort((one, other) => rankOf(one) - rankOf(other)).slice(0, 40);
  }
  const best = trials[0];
  return best ? { cuts: best.cuts, height: best.tallest } : { cuts: [from, end], height: total };
}

function rankOf(trial: Trial): number {
  return trial.cost + Math.max(0, trial.tallest - trial.shortest - 1) * 20 + trial.tallest * 0.5;
}

function cutsNear(flow: Flow, from: number, wished: number, after: number, before: number): readonly number[] {
  const base = flow.heights[from] ?? 0;
  const found: number[] = [];
  let low = after + 1;
  let high = before;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((flow.heights[middle] ?? 0) - base < wished - REACH) low = middle + 1;
    else high = middle;
  }
  for (let cut = low; cut <= before; cut += 1) {
    if ((flow.heights[cut] ?? 0) - base > wished + REACH && found.length > 0) break;
    found.push(cut);
  }
  return found;
}

/** As many lines from `from` as fit into `span` columns of `height` lines, the last column keeping `reserve` lines free. */
export function fill(flow: Flow, from: number, span: number, height: number, reserve: number): Columns {
  const cuts = [from];
  let tallest = 0;
  let at = from;
  for (let column = 0; column < span; column += 1) {
    const room = height - (column === span - 1 ? reserve : 0);
    const cut = fillColumn(flow, at, room);
    tallest = Math.max(tallest, (flow.heights[cut] ?? 0) - (flow.heights[at] ?? 0));
    cuts.push(cut);
    at = cut;
  }
  return { cuts, height: tallest };
}

function fillColumn(flow: Flow, from: number, room: number): number {
  const base = flow.heights[from] ?? 0;
  let end = from;
  while (end < flow.lines.length && (flow.heights[end + 1] ?? 0) - base <= room) end += 1;
  let cut = end;
  while (cut > from + 1 && cut < flow.lines.length && flow.starts[cut] === 0) cut -= 1;
  return cut < flow.lines.length && flow.starts[cut] === 0 ? end : cut;
}
