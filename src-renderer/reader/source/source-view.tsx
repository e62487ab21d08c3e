/**
 * The source beside the article: its lines as they came, and which of them went where. Draws only the rows in sight.
 * Not for changing anything but the encoding.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Place, SourceText } from '../../../src-main/contract/model';
import { rowOfOffset, sourceRows } from './source-rows';
import { segmentsOfRow, sourceTints } from './source-tints';
import type { RowSegment, Tint } from './source-tints';
import './source-view.css';

/** As many soft colours as neighbouring paragraphs need to differ. */
const paragraphTints = 5;
const rowHeight = 20;
const charactersPerRow = 24;

function classOf(tint: Tint | null): string {
  if (tint === null) return 'source-plain';
  return tint.kind === 'paragraph' ? `source-paragraph source-paragraph-${tint.paragraph % paragraphTints}` : `source-${tint.kind}`;
}

interface Props {
  readonly source: SourceText;
  readonly article: Article;
  /** Scrolls there when it changes. */
  readonly place: Place | null;
  readonly chosenNotice: number | null;
  readonly onPlace: (place: Place) => void;
  readonly onNotice: (notice: number) => void;
}

export function SourceView({ source, article, place, chosenNotice, onPlace, onNotice }: Props) {
  const { t } = useTranslation('reader');
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => sourceRows(source.text), [source.text]);
  const tints = useMemo(() => sourceTints(article, source.id, source.furniture), [article, source.id, source.furniture]);
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used here and goes nowhere else
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => rowHeight * Math.max(1, Math.ceil(((rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0)) / charactersPerRow)),
    overscan: 12,
  });
  const row = place && place.source === source.id ? rowOfOffset(rows, place.offset) : null;
  useEffect(() => {
    if (row !== null) virtualizer.scrollToIndex(row, { align: 'start' });
  }, [row, virtualizer]);

  return (
    // A stretch that scrolls has to take focus, or the keyboard could not scroll it (axe: scrollable-region-focusable).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroller} className="source-scroll" tabIndex={0} aria-label={t('source-text', { file: source.name })} lang="zh-CN">
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => {
          const start = rows.starts[item.index] ?? 0;
          const end = rows.starts[item.index + 1] ?? start;
          const line = rows.lines[item.index] ?? 0;
          const opensLine = rows.lines[item.index - 1] !== line;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="source-row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span className="source-line-number" aria-hidden="true">
                {opensLine ? line : ''}
              </span>
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
    </section>
  );
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
