/** How a part of the window is drawn on a sheet of paper: upright or across, and how much smaller. Not for paging. */
import type { CSSProperties } from 'react';

/** A4 inside its margins of 8 mm, in CSS pixels, and a little less, for rounding. */
const LONG = 1050;
const SHORT = 722;

/** Sizes in CSS pixels. */
export function liesAcross(width: number, height: number): boolean {
  return width > height;
}

/** What the style sheets for print make use of: the factor by which `width` by `height` pixels fit A4. */
export function onPaper(width: number, height: number): CSSProperties {
  const across = liesAcross(width, height);
  const fit = Math.min((across ? LONG : SHORT) / width, (across ? SHORT : LONG) / height);
  const style: CSSProperties & { '--on-paper': string } = { '--on-paper': String(Math.round(fit * 1000) / 1000) };
  return style;
}

/** While it is printed, a part of the window keeps the size it had there: paper is not a window to set text for. */
export function isPrinting(): boolean {
  return matchMedia('print').matches;
}
