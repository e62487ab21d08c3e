/**
 * The source beside the article: its lines as they came, and which of them went where. Draws only the rows in sight.
 * A line's number opens what can be put right about it.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Place, SourceText } from '../../../src-main/contract/model';
import { opensMenu } from '../../app/opens-menu';
import { useFocusWhenDrawn } from '../../app/use-focus-when-drawn';
import { lineFacts } from './line-facts';
import type { Hand, LineInHand } from './line-in-hand';
import { LineMenu } from './line-menu';
import type { ChosenLine } from './line-menu';
import { rowOfOffset, sourceRows } from './source-rows';
import { segmentsOfRow, sourceTints } from './source-tints';
import type { RowSegment, Tint } from './source-tints';
import './source-view.css';

const rowHeight = 20;
const charactersPerRow = 24;
/** What stands above the place that is asked for: the column over a headline, the end of a text that has its headline below. */
const rowsAbove = 3;

function classOf(tint: Tint | null): string {
  if (tint === null) return 'source-plain';
  return tint.kind === 'paragraph' ? `source-paragraph source-paragraph-${tint.colour}` : `source-${tint.kind}`;
}

interface Props {
  readonly source: SourceText;
  readonly article: Article;
  /** Scrolls there when it changes. */
  readonly place: Place | null;
  readonly chosenNotice: number | null;
  /** The line that is put right: it stays where it is. */
  readonly hand: Hand;
  readonly onPlace: (place: Place) => void;
  readonly onNotice: (notice: number) => void;
}

export function SourceView({ source, article, place, chosenNotice, hand, onPlace, onNotice }: Props) {
  const { t, i18n } = useTranslation('reader');
  const scroller = useRef<HTMLDivElement>(null);
  const bringKeyboard = useFocusWhenDrawn();
  const rows = useMemo(() => sourceRows(source.text), [source.text]);
  const tints = useMemo(() => sourceTints(article, source.id, source.furniture), [article, source.id, source.furniture]);
  const inHand = () => {
    const held = hand.line();
    return held?.source === source.id ? held : null;
  };
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here and goes nowhere else
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => rowHeight * Math.max(1, Math.ceil(((rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0)) / charactersPerRow)),
    overscan: 12,
    initialOffset: () => inHand()?.scrolled ?? 0,
    initialMeasurementsCache: [...(inHand()?.measured ?? [])],
  });
  const row = place && place.source === source.id ? rowOfOffset(rows, place.offset) : null;
  useEffect(() => {
    if (row !== null && hand.line()?.source !== source.id) virtualizer.scrollToIndex(Math.max(0, row - rowsAbove), { align: 'start' });
  }, [row, virtualizer, hand, source.id]);
  useLayoutEffect(() => {
    const held = hand.line();
    if (held?.source === source.id) {
      const shift = held.top === null ? 0 : (topOf(scroller.current, held.row) ?? held.top) - held.top;
      if (scroller.current && shift !== 0) scroller.current.scrollTop += shift;
      // With the view drawn before, the line's number lost the keyboard.
      if (document.activeElement === document.body) bringKeyboard(() => numberOf(scroller.current, held.row));
    }
    // What is said below the source may need more room than before: the line is not pushed out of sight by it.
    let height = held?.source === source.id && held.top !== null ? Infinity : 0;
    const watching = new ResizeObserver(() => {
      const before = height;
      height = scroller.current?.clientHeight ?? 0;
      const last = hand.line();
      const below = last?.source === source.id ? belowEdge(scroller.current, last.row) : null;
      if (below !== null && below > 0 && below <= before - height) scroller.current?.scrollBy(0, below);
    });
    if (scroller.current) watching.observe(scroller.current);
    return () => {
      watching.disconnect();
      const last = hand.line();
      if (last?.source === source.id) hand.take(lineInHand(last.row));
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, as the view comes and goes
  }, []);

  function lineInHand(index: number): LineInHand {
    return {
      source: source.id,
      row: index,
      top: topOf(scroller.current, index),
      scrolled: scroller.current?.scrollTop ?? 0,
      measured: virtualizer.measurementsCache,
    };
  }

  const items = virtualizer.getVirtualItems();
  const [line, setLine] = useState<ChosenLine | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  /** Where a line begins that something stands in. */
  const opensLine = (index: number) =>
    rows.lines[index - 1] !== rows.lines[index] && /\S/u.test(source.text.slice(rows.starts[index], rows.starts[index + 1]));
  // Tab reaches one line; the arrows go on from there.
  const stop =
    items.find((item) => item.index === current)?.index ??
    items.find((item) => item.index === row)?.index ??
    items.find((item) => opensLine(item.index))?.index;

  function choose(index: number, at: HTMLElement): void {
    const number = rows.lines[index] ?? 1;
    const start = rows.starts[index] ?? 0;
    let last = index;
    while (rows.lines[last + 1] === number && last + 1 < rows.count) last += 1;
    const span = { start, end: rows.starts[last + 1] ?? source.text.length };
    const facts = lineFacts(article, source.id, source.text, span);
    if (facts && (facts.role !== null || facts.into !== null)) setLine({ source: source.id, row: index, number, span, facts, at });
  }

  function onKeyDown(event: KeyboardEvent, from: number): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    let to = from + step;
    while (to > 0 && to < rows.count && !opensLine(to)) to += step;
    if (to < 0 || to >= rows.count) return;
    setCurrent(to);
    bringKeyboard(() => numberOf(scroller.current, to));
    virtualizer.scrollToIndex(to, { align: 'auto' });
  }

  return (
    // A stretch that scrolls has to take focus, or the keyboard could not scroll it (axe: scrollable-region-focusable).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroller} className="source-scroll" tabIndex={0} aria-label={t('source-text', { file: source.name })} lang="zh-CN">
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const start = rows.starts[item.index] ?? 0;
          const end = rows.starts[item.index + 1] ?? start;
          const opener = opensMenu((at) => choose(item.index, at));
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="source-row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {opensLine(item.index) ? (
                <button
                  type="button"
                  className="source-line-number"
                  data-line={item.index}
                  tabIndex={item.index === stop ? 0 : -1}
                  aria-haspopup="menu"
                  aria-label={t('line-menu', { line: rows.lines[item.index] })}
                  lang={i18n.language}
                  onFocus={() => setCurrent(item.index)}
                  onClick={opener.onClick}
                  onKeyDown={(event) => {
                    opener.onKeyDown(event);
                    onKeyDown(event, item.index);
                  }}
                >
                  {rows.lines[item.index]}
                </button>
              ) : (
                <span className="source-line-number" aria-hidden="true">
                  {rows.lines[item.index - 1] === rows.lines[item.index] ? '' : rows.lines[item.index]}
                </span>
              )}
              <span className="source-line">
                {segmentsOfRow(tints, start, end).map((segment) => (
                  <Segment
                    key={segment.start}
                    segment={segment}
                    text={source.text.slice(segment.start, segment.end).replace(/[\r\n\u2028\u2029]+$/u, '')}
                    chosen={chosenNotice !== null && segment.notices.includes(chosenNotice)}
                    onPress={() => {
                      const [notice] = segment.notices;
                      if (notice !== undefined) onNotice(notice);
                      onPlace({ source: source.id, offset: segment.start });
                    }}
                  />
                ))}
              </span>
            </div>
          );
        })}
      </div>
      <LineMenu article={article} line={line} onPutRight={(of) => hand.take(lineInHand(of.row))} onClose={() => setLine(null)} />
    </section>
  );
}

function numberOf(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-line="${index}"]`) ?? null;
}

/** How far a row's number is below the upper edge of what is seen; null where it is not drawn. */
function topOf(scroller: HTMLElement | null, index: number): number | null {
  const number = numberOf(scroller, index);
  return scroller && number ? number.getBoundingClientRect().top - scroller.getBoundingClientRect().top : null;
}

/** How far a row's number is below the lower edge of what is seen; negative where it is above it, null where it is not drawn. */
function belowEdge(scroller: HTMLElement | null, index: number): number | null {
  const number = numberOf(scroller, index);
  return scroller && number ? number.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom : null;
}

interface SegmentProps {
  readonly segment: RowSegment;
  readonly text: string;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

/** Pressing is a short cut for the mouse: the same ways are open by keyboard through article and notices. */
function Segment({ segment, text, chosen, onPress }: SegmentProps) {
  const { t } = useTranslation('reader');
  const { tint, notices } = segment;
  if (text === '') return null;
  const label =
    segment.opens && tint !== null && tint.kind !== 'furniture'
      ? tint.kind === 'paragraph'
        ? String(tint.paragraph + 1)
        : t(tint.kind === 'heading' ? `role-${tint.role}` : 'role-duplicate')
      : null;
  const classes = [classOf(tint), notices.length > 0 ? 'source-noticed' : '', chosen ? 'source-chosen' : ''].join(' ').trim();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- see above
    <span className={classes} onClick={tint && tint.kind !== 'furniture' ? onPress : undefined}>
      {label !== null && <span className="source-label">{label}</span>}
      {text}
    </span>
  );
}
