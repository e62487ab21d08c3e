/** Which match holds a place, and which one comes next. Pure. */
import type { Place, SourceSpan } from '../../src-main/contract/model';

/** The match that holds a place, if one does. */
export function hitAt(hits: readonly SourceSpan[], place: Place | null): SourceSpan | null {
  return hits.find((hit) => place !== null && hit.source === place.source && hit.start <= place.offset && place.offset < hit.end) ?? null;
}

/** The match `step` away from the current one, around the ends. */
export function hitBeside(hits: readonly SourceSpan[], current: SourceSpan | null, step: 1 | -1): SourceSpan | null {
  const at = current ? hits.indexOf(current) : -1;
  const next = at < 0 ? (step === 1 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length;
  return hits[next] ?? null;
}
