/**
 * Copyfitting: a short edition rarely ends at the foot of its last page, so its lines are drawn a little closer or further
 * apart until it nearly does. Long editions are left alone: their last page weighs little.
 */
import type { ComposedPage, Composing } from './composed-page';
import { withColumns, withLineHeight } from './geometry';
import type { PageGeometry } from './geometry';

/** More text than this is not fitted: it would have to be composed to its end before its first page shows. */
export const MOST_FITTED_CHARACTERS = 30_000;
/** CLREQ 3.1.1 has between half and a whole character between lines; the page keeps well inside. */
const CLOSEST = 1.5;
const WIDEST = 1.84;
const GOOD_ENOUGH = 0.025;
const MOST_TRIALS = 4;
/** Emptiness that a pixel more or less between lines is worth. */
const PIXEL_OF_LEADING = 0.006;

interface Trial {
  readonly geometry: PageGeometry;
  readonly pages: readonly ComposedPage[];
  readonly cost: number;
}

function emptiness(pages: readonly ComposedPage[]): number {
  let empty = 0;
  let capacity = 0;
  for (const page of pages) {
    empty += page.empty;
    capacity += page.capacity;
  }
  return capacity === 0 ? 0 : empty / capacity;
}

/** A page emptier than this is set narrower. */
const MOST_EMPTY = 0.5;
/** One column is set as an article read alone is, in characters. */
const ARTICLE_MEASURE = 34;

/** For the little text that would leave most of a page white: its columns fewer, in the middle of the page; in the end one, as of an article. */
function* narrower(
  wide: Trial,
  geometry: PageGeometry,
  trialAt: (geometry: PageGeometry) => Generator<null, Trial>,
): Generator<null, Trial> {
  const room = geometry.columns * geometry.columnWidth + (geometry.columns - 1) * geometry.gutter;
  const measure = Math.min(ARTICLE_MEASURE, Math.floor(room / geometry.typeSize));
  let best = wide;
  for (let columns = geometry.columns - 1; columns >= 1; columns -= 1) {
    const trial = yield* trialAt(withColumns(geometry, columns, columns === 1 ? measure : geometry.characters));
    if (trial.pages.length > 1) return best;
    best = trial;
    if (emptiness(trial.pages) <= MOST_EMPTY) return best;
  }
  return best;
}

/** All pages of a composing that pauses; pauses with it. */
function* gathered(composing: Composing): Generator<null, readonly ComposedPage[]> {
  const pages: ComposedPage[] = [];
  for (const page of composing)
    if (page) pages.push(page);
    else yield null;
  return pages;
}

/** The pages of a short edition at the line height that fills them best, all at once, after pauses. */
export function* fitEdition(geometry: PageGeometry, compose: (geometry: PageGeometry) => Composing): Composing {
  const trialAt = function* (tried: PageGeometry): Generator<null, Trial> {
    const pages = yield* gathered(compose(tried));
    return { geometry: tried, pages, cost: emptiness(pages) + Math.abs(tried.lineHeight - geometry.lineHeight) * PIXEL_OF_LEADING };
  };
  let best = yield* trialAt(geometry);
  const used = best.pages.reduce((sum, page) => sum + page.capacity - page.empty, 0);
  const seen = new Set([geometry.lines]);
  const candidates: { readonly geometry: PageGeometry; readonly expected: number }[] = [];
  for (let height = Math.ceil(geometry.typeSize * CLOSEST); height <= geometry.typeSize * WIDEST; height += 1) {
    const candidate = withLineHeight(geometry, height);
    if (seen.has(candidate.lines)) continue;
    seen.add(candidate.lines);
    const each = candidate.columns * (candidate.lines - 2);
    const pages = Math.max(1, Math.ceil(used / each));
    const expected = 1 - used / (pages * each) + Math.abs(height - geometry.lineHeight) * PIXEL_OF_LEADING;
    candidates.push({ geometry: candidate, expected });
  }
  if (best.pages.length === 1 && emptiness(best.pages) > MOST_EMPTY && geometry.direction === 'horizontal') {
    yield* (yield* narrower(best, geometry, trialAt)).pages;
    return;
  }
  candidates.sort((one, other) => one.expected - other.expected);
  for (const candidate of candidates.slice(0, MOST_TRIALS)) {
    if (best.cost <= GOOD_ENOUGH || candidate.expected > best.cost) break;
    const trial = yield* trialAt(candidate.geometry);
    if (trial.cost < best.cost) best = trial;
  }
  yield* best.pages;
}
