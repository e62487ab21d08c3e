/** One line of an article, across or down, with what is marked in it. Not for breaking lines. */
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../compose/break-lines';
import type { Fragment, ParserMark } from '../compose/composed-page';
import type { ArticleLine } from '../compose/set-article';
import { combinedNumbers } from '../compose/vertical-advances';
import { markWords } from '../mark-words';
import { stretchesOf } from '../page/text-marks';
import type { TextMarks } from '../page/text-marks';
import { verticalText } from '../page/vertical-text';

function GutterMark({ mark }: { readonly mark: ParserMark }) {
  const { t, i18n } = useTranslation('reader');
  const { sign, means } = markWords[mark];
  return (
    <span className="article-mark" lang={i18n.language} title={t(means)} aria-hidden="true">
      {t(sign)}
    </span>
  );
}

function em(value: number): string {
  return `${Math.round(value * 10_000) / 10_000}em`;
}

function setRuns(text: string, runs: readonly Run[], from: number, to: number, vertical: boolean): readonly ReactNode[] {
  const nodes: ReactNode[] = [];
  for (const run of runs) {
    const start = Math.max(from, run.start);
    const end = Math.min(to, run.end);
    if (start >= end) continue;
    const content = vertical ? verticalText(text, start, end) : text.slice(start, end);
    const after = end === run.end ? run.after : 0;
    if (run.spacing === 0 && after === 0) {
      nodes.push(content);
      continue;
    }
    const style: CSSProperties = {};
    if (run.spacing !== 0) style.letterSpacing = em(run.spacing);
    if (after !== 0) style.marginInlineEnd = em(after);
    nodes.push(
      <span key={start} style={style}>
        {content}
      </span>,
    );
  }
  return nodes;
}

function setFragment(line: ArticleLine, fragment: Fragment, marks: TextMarks, vertical: boolean): readonly ReactNode[] {
  return stretchesOf(fragment, marks, vertical ? combinedNumbers(line.text) : []).map(({ from, to, emphasis }) => {
    const nodes = setRuns(line.text, line.runs, from, to, vertical);
    if (emphasis === 'none') return nodes;
    const name = { doubt: 'page-doubt', hit: 'page-hit', 'hit-now': 'page-hit page-hit-now' }[emphasis];
    const key = `${emphasis}${from}`;
    if (emphasis === 'doubt')
      return (
        <span key={key} className={name}>
          {nodes}
        </span>
      );
    return (
      <mark key={key} className={name} aria-current={emphasis === 'hit-now' || undefined}>
        {nodes}
      </mark>
    );
  });
}

export function ArticleLineView({
  line,
  marks,
  vertical,
}: {
  readonly line: ArticleLine;
  readonly marks: TextMarks;
  readonly vertical: boolean;
}) {
  const nodes: ReactNode[] = [];
  let at = 0;
  for (const fragment of line.fragments) {
    if (fragment.from > at) nodes.push(...setRuns(line.text, line.runs, at, fragment.from, vertical));
    nodes.push(
      <span key={`fragment${fragment.from}`} data-source={fragment.source} data-start={fragment.start} data-end={fragment.end}>
        {setFragment(line, fragment, marks, vertical)}
      </span>,
    );
    at = fragment.to;
  }
  if (at < line.text.length) nodes.push(...setRuns(line.text, line.runs, at, line.text.length, vertical));
  return (
    <span
      className="page-line article-line"
      style={line.indent === 0 ? undefined : { paddingInlineStart: em(line.indent) }}
      data-line={`${line.paragraph}:${line.start}`}
      data-breaks={line.last || undefined}
    >
      {line.mark === null ? null : <GutterMark mark={line.mark} />}
      {nodes}
    </span>
  );
}
