/** One line of type in its place, with the spacing composition gave it and whatever is marked in it. Not for choosing places. */
import type { CSSProperties, ReactNode } from 'react';
import type { Fragment, TextLine } from '../compose/composed-page';
import { combinedNumbers } from '../compose/vertical-advances';
import { stretchesOf } from './text-marks';
import type { TextMarks } from './text-marks';
import { verticalText } from './vertical-text';
import { textLang } from '../text-lang';

/** The spacing most of a line has, so that only the rest needs elements of its own. */
export function commonSpacing(line: TextLine): number {
  let best = 0;
  let length = 0;
  const lengths = new Map<number, number>();
  for (const run of line.runs) {
    const sum = (lengths.get(run.spacing) ?? 0) + run.end - run.start;
    lengths.set(run.spacing, sum);
    if (sum > length) {
      length = sum;
      best = run.spacing;
    }
  }
  return best;
}

function pixels(em: number, size: number): string {
  return `${Math.round(em * size * 1000) / 1000}px`;
}

function setStretch(line: TextLine, from: number, to: number, common: number, vertical: boolean): readonly ReactNode[] {
  const nodes: ReactNode[] = [];
  for (const run of line.runs) {
    const start = Math.max(from, run.start);
    const end = Math.min(to, run.end);
    if (start >= end) continue;
    const text = vertical ? verticalText(line.text, start, end) : line.text.slice(start, end);
    const after = end === run.end ? run.after : 0;
    if (run.spacing === common && after === 0) {
      nodes.push(...(typeof text === 'string' ? [text] : text));
      continue;
    }
    const style: CSSProperties = {};
    if (run.spacing !== common) style.letterSpacing = pixels(run.spacing, line.size);
    if (after !== 0) style.marginInlineEnd = pixels(after, line.size);
    nodes.push(
      <span key={start} style={style}>
        {text}
      </span>,
    );
  }
  return nodes;
}

function setFragment(line: TextLine, fragment: Fragment, marks: TextMarks, common: number, vertical: boolean): ReactNode {
  return stretchesOf(fragment, marks, vertical ? combinedNumbers(line.text) : []).map(({ from, to, emphasis }) => {
    const nodes = setStretch(line, from, to, common, vertical);
    if (emphasis === 'none') return nodes;
    if (emphasis === 'doubt')
      return (
        <span key={`doubt${from}`} className="page-doubt">
          {nodes}
        </span>
      );
    return (
      <mark
        key={`hit${from}`}
        className={emphasis === 'hit' ? 'page-hit' : 'page-hit page-hit-now'}
        aria-current={emphasis === 'hit-now' || undefined}
      >
        {nodes}
      </mark>
    );
  });
}

interface PageTextProps {
  readonly line: TextLine;
  readonly marks: TextMarks;
  readonly vertical: boolean;
}

/** Inline content of a line: fragments of the source in order, glue between them. */
function LineContent({ line, marks, vertical }: PageTextProps): ReactNode {
  const common = commonSpacing(line);
  const only = line.fragments[0];
  if (only && line.fragments.length === 1 && only.from === 0 && only.to === line.text.length)
    return setFragment(line, only, marks, common, vertical);
  const nodes: ReactNode[] = [];
  let at = 0;
  for (const fragment of line.fragments) {
    if (fragment.from > at) nodes.push(...setStretch(line, at, fragment.from, common, vertical));
    nodes.push(
      <span key={`fragment${fragment.from}`} data-source={fragment.source} data-start={fragment.start} data-end={fragment.end}>
        {setFragment(line, fragment, marks, common, vertical)}
      </span>,
    );
    at = fragment.to;
  }
  if (at < line.text.length) nodes.push(...setStretch(line, at, line.text.length, common, vertical));
  return nodes;
}

/** `data-source`, `data-start`, `data-end` of a line that lies in one run; the fragments inside carry them otherwise. */
export function sourceData(line: TextLine): Readonly<Record<string, number>> {
  const only = line.fragments[0];
  if (!only || line.fragments.length !== 1 || only.from !== 0 || only.to !== line.text.length) return {};
  return { 'data-source': only.source, 'data-start': only.start, 'data-end': only.end };
}

/** Lines one right below the other in one column: placed together, so that a page of hundreds of lines has tens of places. */
function runsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const runs: TextLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    const goesOn =
      above !== undefined &&
      line.markX === above.markX &&
      line.y === above.y + above.height &&
      line.height === above.height &&
      line.size === above.size &&
      line.align === above.align &&
      line.tone === above.tone;
    if (run && goesOn) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function Line({ line, left, marks, vertical }: PageTextProps & { readonly left: number }) {
  const common = commonSpacing(line);
  const style: CSSProperties = {};
  if (common !== 0) style.letterSpacing = pixels(common, line.size);
  if (line.x !== left) style.marginInlineStart = line.x - left;
  return (
    <span
      className="page-line"
      lang={textLang(line.text)}
      style={style}
      data-line={`${line.paragraph}:${line.start}`}
      data-breaks={line.lastOfParagraph || undefined}
      {...sourceData(line)}
    >
      <LineContent line={line} marks={marks} vertical={vertical} />
    </span>
  );
}

/** Lines of one paragraph or one headline, in order; of one role, so of one face. */
export function PageText({
  lines,
  marks,
  vertical,
}: {
  readonly lines: readonly TextLine[];
  readonly marks: TextMarks;
  readonly vertical: boolean;
}) {
  return runsOf(lines).map((run) => {
    const [line] = run;
    if (!line) return null;
    const left = run.reduce((least, { x }) => Math.min(least, x), line.x);
    const style: CSSProperties & { '--line': string } = {
      '--line': `${line.height}px`,
      insetInlineStart: left,
      insetBlockStart: line.y,
      inlineSize: run.reduce((most, { x, width }) => Math.max(most, x + width - left), 0),
      lineHeight: `${line.height}px`,
      fontSize: line.size,
    };
    if (line.align === 'end') style.textAlign = 'end';
    return (
      <span
        key={`${line.paragraph}:${line.start}:${left}`}
        className={`page-run page-${line.role} page-${line.face.family}${line.face.weight === 700 ? ' page-bold' : ''} page-tone-${line.tone}`}
        style={style}
      >
        {run.map((one) => (
          <Line key={one.start} line={one} left={left} marks={marks} vertical={vertical} />
        ))}
      </span>
    );
  });
}
