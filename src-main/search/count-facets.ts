/** Counts a result by section, paper, place, month and kind, and narrows it by what a reader chose among them. */
import type { FacetCount, FacetName } from '../contract/model';
import { lowerBound } from './article-register';
import type { Grouping, Register } from './article-register';
import { dayOf, monthOfDay } from './document-number';
import type { DocumentSet } from './document-set';
import type { FacetChoice } from './search';

/** Values listed per facet, the most frequent first; months are all listed, in order. */
const VALUES_LISTED = 100;
/** A value that stands for none: every article counts somewhere, so that a facet's rows come to the total and each can be chosen. */
const NONE = '';
/** Where no article has one, that they have none is nothing to ask about. */
const ASKED_WHERE_SOME_HAVE = new Set<FacetName>(['section', 'place']);

const GROUP_FACETS = ['section', 'paper', 'place', 'kind'] as const satisfies readonly (keyof Grouping & FacetName)[];

export interface CountedResult {
  /** What is left after all choices. */
  readonly documents: DocumentSet;
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
}

/**
 * Each facet is counted under the choices made in the others, so that a reader sees what choosing otherwise would give.
 * @param documents ascending; those that the register does not know are left out
 */
export function countFacets(register: Register, documents: DocumentSet, choice: FacetChoice): CountedResult {
  const { groupings } = register;
  const chosen = (name: FacetName): ReadonlySet<string> | null => {
    const values = choice[name];
    return values && values.length > 0 ? new Set(values) : null;
  };
  // Bit n of a mask: choice n is not met. A facet counts what fails no choice but, at most, its own.
  const groupMasks = new Uint8Array(groupings.length);
  for (const [bit, name] of GROUP_FACETS.entries()) {
    const values = chosen(name);
    if (values === null) continue;
    for (let id = 0; id < groupings.length; id += 1) if (!values.has(groupings[id]?.[name] ?? NONE)) groupMasks[id]! |= 1 << bit;
  }
  const MONTH_BIT = 1 << GROUP_FACETS.length;
  const monthChoice = chosen('month');
  const groupCounts = GROUP_FACETS.map(() => new Uint32Array(groupings.length));
  const monthCounts = new Map<string, number>();
  const left = new Float64Array(documents.length);
  let length = 0;
  let at = 0;
  let day = -1;
  let month: string | null = null;
  for (const document of documents) {
    at = advance(register.documents, at, document);
    if (register.documents[at] !== document) continue;
    if (dayOf(document) !== day) {
      day = dayOf(document);
      month = monthOfDay(day);
    }
    const group = register.groups[at]!;
    const monthMask = monthChoice === null || monthChoice.has(month ?? NONE) ? 0 : MONTH_BIT;
    const mask = groupMasks[group]! | monthMask;
    if (mask === 0) {
      left[length] = document;
      length += 1;
    }
    for (let bit = 0; bit < groupCounts.length; bit += 1) if ((mask & ~(1 << bit)) === 0) groupCounts[bit]![group]! += 1;
    if ((mask & ~MONTH_BIT) === 0) monthCounts.set(month ?? NONE, (monthCounts.get(month ?? NONE) ?? 0) + 1);
  }
  const facets = Object.fromEntries(GROUP_FACETS.map((name, bit) => [name, sumByValue(groupings, groupCounts[bit]!, name)]));
  return {
    documents: left.slice(0, length),
    facets: {
      ...(facets as Record<(typeof GROUP_FACETS)[number], FacetCount[]>),
      month: [...monthCounts].map(([value, count]) => ({ value, count })).reverse(),
    },
  };
}

/** Both lists ascend: a step or two where hits are dense, a search where they are far between. */
function advance(documents: Float64Array, from: number, document: number): number {
  let at = from;
  for (let steps = 0; steps < 8; steps += 1) {
    if (at >= documents.length || documents[at]! >= document) return at;
    at += 1;
  }
  return lowerBound(documents, document);
}

function sumByValue(groupings: readonly Grouping[], counts: Uint32Array, name: (typeof GROUP_FACETS)[number]): FacetCount[] {
  const sums = new Map<string, number>();
  for (let id = 0; id < counts.length; id += 1) {
    const value = groupings[id]?.[name] ?? NONE;
    if (counts[id]! > 0) sums.set(value, (sums.get(value) ?? 0) + counts[id]!);
  }
  const none = sums.get(NONE);
  sums.delete(NONE);
  const named = [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, VALUES_LISTED);
  const isAsked = named.length > 0 || !ASKED_WHERE_SOME_HAVE.has(name);
  return none !== undefined && isAsked ? [...named, { value: NONE, count: none }] : named;
}
