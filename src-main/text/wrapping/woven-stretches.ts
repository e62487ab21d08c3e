/**
 * Where lines of two or three columns take turns, as they do when a page is read straight across.
 * One best reading of the whole run: each line follows the line before it, or the one two or three before it, and turns never skip.
 */

/** Lines `from` to `to` (exclusive) hold `columns` columns in rotation, the first line the first column's. */
export interface WovenStretch {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** Nats by which turns must beat plain reading before they are believed, at the stretch's start and over the whole of it. */
const START_COST = 12;
const LEAST_GAIN = 10;
/** No single line that fits badly may break up a stretch. */
const LEAST_LINK = -6;
const WIDEST = 3;
const HEAD_OF_COLUMN = 1;
const HEAD_INSIDE = -0.5;

interface State {
  /** 1 where lines follow one another. */
  readonly columns: number;
  /** Columns that have begun. */
  readonly begun: number;
}

const STATES: readonly State[] = [
  { columns: 1, begun: 1 },
  ...[2, 3].flatMap((columns) => Array.from({ length: columns }, (_, index) => ({ columns, begun: index + 1 }))),
];
const PLAIN = 0;

/**
 * @param length number of lines
 * @param link nats for line `after` following line `before` in its column, against any line
 * @param isHead whether a line is a title or the like, and no running text
 */
export function findWovenStretches(
  length: number,
  link: (before: number, after: number) => number,
  isHead: (at: number) => boolean,
): readonly WovenStretch[] {
  if (length < 4) return [];
  const links = linksOf(length, link);
  if (!links) return [];
  const scores = STATES.map(() => new Float64Array(length).fill(-Infinity));
  const cameFrom = STATES.map(() => new Uint8Array(length));
  (scores[PLAIN] as Float64Array)[0] = 0;
  for (const [place, state] of STATES.entries())
    if (state.columns > 1 && state.begun === 1) (scores[place] as Float64Array)[0] = -START_COST;
  for (let at = 1; at < length; at += 1)
    for (let place = 0; place < STATES.length; place += 1) {
      const state = STATES[place] as State;
      const bonus = headBonus(state, at, isHead);
      const row = scores[place] as Float64Array;
      for (let earlier = 0; earlier < STATES.length; earlier += 1) {
        const step = stepScore(STATES[earlier] as State, state, at, links);
        const score = ((scores[earlier] as Float64Array)[at - 1] as number) + step + bonus;
        if (score <= (row[at] as number)) continue;
        row[at] = score;
        (cameFrom[place] as Uint8Array)[at] = earlier;
      }
    }
  return worthwhile(trace(scores, cameFrom, length), links);
}

/** Plain links this bad come in crowds where columns are woven; elsewhere they stand alone. */
const BAD_LINK = -1;
const CROWD = 3;

/** `links[d][i]`: line i follows line i - d. Null where plain reading is good throughout. */
function linksOf(length: number, link: (before: number, after: number) => number): readonly Float32Array[] | null {
  const plain = new Float32Array(length);
  for (let at = 1; at < length; at += 1) plain[at] = Math.max(LEAST_LINK, link(at - 1, at));
  const doubtful = new Uint8Array(length);
  let bad = 0;
  for (let at = 0; at < length; at += 1) {
    if ((plain[at] as number) < BAD_LINK) bad += 1;
    if (at >= 2 * WIDEST && (plain[at - 2 * WIDEST] as number) < BAD_LINK) bad -= 1;
    if (bad >= CROWD) doubtful.fill(1, Math.max(0, at - 4 * WIDEST), Math.min(length, at + 2 * WIDEST));
  }
  if (!doubtful.includes(1)) return null;
  const links = [new Float32Array(length), plain];
  for (let distance = 2; distance <= WIDEST; distance += 1) {
    const row = new Float32Array(length).fill(-4);
    for (let at = distance; at < length; at += 1) if (doubtful[at]) row[at] = Math.max(LEAST_LINK, link(at - distance, at));
    links.push(row);
  }
  return links;
}

function stepScore(before: State, state: State, at: number, links: readonly Float32Array[]): number {
  if (before.columns > 1 && before.columns === state.columns && state.begun > 1) {
    if (before.begun === before.columns) return state.begun === state.columns ? linkAt(links, state.columns, at) : -Infinity;
    return state.begun === before.begun + 1 ? 0 : -Infinity;
  }
  if (before.begun !== before.columns || state.begun !== 1) return -Infinity;
  return bestLink(links, before.columns, at) - (state.columns > 1 ? START_COST : 0);
}

/** Columns take in the heads that stand over them: plain reading cannot say which of them a head belongs to. */
function headBonus({ columns, begun }: State, at: number, isHead: (at: number) => boolean): number {
  if (columns === 1 || !isHead(at)) return 0;
  return begun < columns || at < columns || isHead(at - columns) ? HEAD_OF_COLUMN : HEAD_INSIDE;
}

function linkAt(links: readonly Float32Array[], distance: number, at: number): number {
  return (links[distance] as Float32Array)[at] as number;
}

/** After a woven stretch a line may go on with any of its columns. */
function bestLink(links: readonly Float32Array[], columns: number, at: number): number {
  let best = -Infinity;
  for (let distance = 1; distance <= columns; distance += 1) best = Math.max(best, linkAt(links, distance, at));
  return best;
}

function trace(scores: readonly Float64Array[], cameFrom: readonly Uint8Array[], length: number): readonly WovenStretch[] {
  let place = PLAIN;
  for (const [index, state] of STATES.entries())
    if (
      state.begun === state.columns &&
      ((scores[index] as Float64Array)[length - 1] as number) > ((scores[place] as Float64Array)[length - 1] as number)
    )
      place = index;
  const stretches: WovenStretch[] = [];
  let to = -1;
  for (let at = length - 1; at >= 0; at -= 1) {
    const state = STATES[place] as State;
    if (state.columns > 1) {
      if (to < 0) to = at + 1;
      if (state.begun === 1) {
        stretches.push({ from: at, to, columns: state.columns });
        to = -1;
      }
    }
    place = (cameFrom[place] as Uint8Array)[at] as number;
  }
  return stretches.reverse();
}

function worthwhile(stretches: readonly WovenStretch[], links: readonly Float32Array[]): readonly WovenStretch[] {
  return stretches.filter(({ from, to, columns }) => {
    let gain = 0;
    for (let at = from + columns; at < to; at += 1) gain += linkAt(links, columns, at);
    for (let at = from + 1; at < to; at += 1) gain -= linkAt(links, 1, at);
    return to - from >= 2 * columns && gain >= LEAST_GAIN;
  });
}
