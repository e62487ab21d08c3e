/** From a place in the text to the line that shows it, and back. Not for composed pages. */
import type { Place } from '../../../src-main/contract/model';

/** The element of the run that holds a place; the nearest run before it otherwise, for what is folded away. */
export function lineOfPlace(view: HTMLElement | null, place: Place): Element | null {
  let nearest: HTMLElement | null = null;
  for (const run of view?.querySelectorAll<HTMLElement>(`[data-source="${place.source}"]`) ?? []) {
    const start = Number(run.dataset.start);
    if (start > place.offset) continue;
    if (place.offset < Number(run.dataset.end)) return run;
    if (!nearest || start > Number(nearest.dataset.start)) nearest = run;
  }
  return nearest;
}

/** The place that begins the first line wholly in view. */
export function placeInView(view: HTMLElement | null): Place | null {
  if (!view) return null;
  const frame = view.getBoundingClientRect();
  for (const run of view.querySelectorAll<HTMLElement>('.article-line [data-source]')) {
    const box = run.getBoundingClientRect();
    if (box.top >= frame.top - 1 && box.left >= frame.left - 1 && box.right <= frame.right + 1)
      return { source: Number(run.dataset.source), offset: Number(run.dataset.start) };
  }
  return null;
}
