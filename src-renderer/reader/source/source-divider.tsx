/** The edge between an article and its source, to be drawn to either side: by pointer, or by the arrows while it has the keyboard. */
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import './source-divider.css';

/** Of article and source alike, in CSS pixels: what still holds a line of print. */
const narrowest = 320;
/** A character of the source. */
const step = 13;

interface Props {
  /** Of the source, in CSS pixels; null where the reader has not drawn it. */
  readonly width: number | null;
  /** Told once the reader has let go. */
  readonly onWidth: (width: number) => void;
}

export function SourceDivider({ width, onWidth }: Props) {
  const { t } = useTranslation('reader');
  const drawn = useRef<number | null>(null);

  function fit(divider: HTMLElement, wanted: number): number {
    const room = divider.parentElement?.clientWidth ?? 0;
    return Math.round(Math.max(narrowest, Math.min(wanted, room - narrowest)));
  }

  function widthNow(divider: HTMLElement): number {
    return divider.parentElement?.querySelector('.source-pane')?.clientWidth ?? narrowest;
  }

  /** At once, for the next key goes on from what is drawn; and not through the view above: it would be drawn anew for every pixel. */
  function draw(divider: HTMLElement, wanted: number): number {
    const fitting = fit(divider, wanted);
    divider.parentElement?.style.setProperty('--source-width', `${fitting}px`);
    return fitting;
  }

  function onPointerMove({ currentTarget, clientX }: PointerEvent<HTMLElement>): void {
    if (drawn.current === null) return;
    const right = currentTarget.parentElement?.getBoundingClientRect().right ?? 0;
    drawn.current = draw(currentTarget, right - clientX);
  }

  function letGo(): void {
    if (drawn.current !== null) onWidth(drawn.current);
    drawn.current = null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onWidth(draw(event.currentTarget, widthNow(event.currentTarget) + by));
  }

  return (
    // A separator that moves takes the keyboard (ARIA Authoring Practices, window splitter).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      className="source-divider"
      aria-orientation="vertical"
      aria-label={t('source-divider')}
      aria-valuemin={narrowest}
      aria-valuenow={width ?? narrowest}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drawn.current = widthNow(event.currentTarget);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    />
  );
}
