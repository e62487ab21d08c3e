/**
 * Finds what stands twice in the texts of a page, word for word but for small slips. Not for telling copy from original.
 * Work is linear in the texts and bounded where everything repeats itself.
 */
import { kept } from './scratch';

/** Characters that must agree before a passage is looked at. */
const PROBE = 10;
/** Repeats this short count where one follows the other at once, or where they go on from a longer one. */
const SHORTEST_REST = 14;
/** A run of characters that differ (an OCR slip, a changed name) and what must agree again before it. */
const LONGEST_SLIP = 5;
const AGREE_AGAIN = 6;
/** Comparisons spent for each character of the text, on average, before the search is given up: what repeats itself all over is no print error. */
const STEPS_PER_CHARACTER = 64;

/** Offsets are into the printed text of the block. */
export interface Passage {
  readonly block: number;
  readonly at: number;
  readonly end: number;
}

export interface Repeat {
  readonly copy: Passage;
  readonly original: Passage;
}

/** Two like passages at a time; the later one is called the copy for now. */
export function findRepeats(texts: readonly string[]): readonly Repeat[] {
  const repeats: Repeat[] = [];
  const probes = probesOf(texts);
  const top = power(PROBE - 1);
  const effort = { left: STEPS_PER_CHARACTER * texts.reduce((sum, text) => sum + text.length, 0) };
  for (const [block, text] of texts.entries()) {
    if (text.length < PROBE) continue;
    /** By text and distance between the two passages: where the last one found there ends. */
    let found: Map<number, number> | null = null;
    let key = hashOf(text, 0);
    for (let at = 0; ; at++) {
      if (probes.mayHold(key))
        for (const probe of probes.before(key, block, at + PROBE)) {
          const track = probe.block * 2 ** 22 + (((at + PROBE - probe.end) & (2 ** 22 - 1)) >>> 0);
          if ((found?.get(track) ?? -1) >= at + PROBE) continue;
          if (effort.left <= 0) return repeats;
          const repeat = extended(texts, probe, block, at + PROBE, effort);
          (found ??= new Map()).set(track, repeat ? repeat.copy.end : at + PROBE);
          if (repeat && lengthOf(repeat.copy) >= SHORTEST_REST) repeats.push(repeat);
        }
      if (at + PROBE >= text.length) break;
      key = (Math.imul(key - Math.imul(text.charCodeAt(at), top), BASE) + text.charCodeAt(at + PROBE)) | 0;
    }
  }
  return repeats;
}

interface Probe {
  readonly block: number;
  /** Offset of its end. */
  readonly end: number;
}

interface Probes {
  readonly mayHold: (key: number) => boolean;
  /** Those with this key that stand before a place in the texts. */
  readonly before: (key: number, block: number, end: number) => readonly Probe[];
}

/** Characters from one probe to the next in a text. */
const PROBE_STEP = 8;
/** Of the probes with one key as many are looked at. */
const MOST_ALIKE = 8;

const NO_PROBES: readonly Probe[] = [];

const lastRows = kept(Int32Array);
const keyRows = kept(Int32Array);
const blockRows = kept(Int32Array);
const endRows = kept(Int32Array);
const earlierRows = kept(Int32Array);

/** Stretches of every text at even distances, by their key; in chains over typed arrays, as a large file has millions. */
function probesOf(texts: readonly string[]): Probes {
  let count = 0;
  for (const text of texts) if (text.length >= SHORTEST_REST) count += Math.floor((text.length - PROBE) / PROBE_STEP) + 1;
  const bits = Math.min(26, Math.max(10, Math.ceil(Math.log2(count + 1)) + 3));
  const last = lastRows(2 ** bits).fill(-1, 0, 2 ** bits);
  const keys = keyRows(count);
  const blocks = blockRows(count);
  const ends = endRows(count);
  const earlier = earlierRows(count);
  let size = 0;
  for (const [block, text] of texts.entries()) {
    if (text.length < SHORTEST_REST) continue;
    for (let at = 0; at + PROBE <= text.length; at += PROBE_STEP) {
      const key = hashOf(text, at);
      const slot = slotOf(key, bits);
      keys[size] = key;
      blocks[size] = block;
      ends[size] = at + PROBE;
      earlier[size] = last[slot]!;
      last[slot] = size++;
    }
  }
  return {
    mayHold: (key) => last[slotOf(key, bits)]! >= 0,
    before(key, block, end) {
      let found: Probe[] | null = null;
      for (let at = last[slotOf(key, bits)]!, seen = 0; at >= 0 && seen < MOST_ALIKE; at = earlier[at]!) {
        if (keys[at] !== key) continue;
        seen++;
        if (blocks[at]! > block || (blocks[at] === block && ends[at]! >= end)) continue;
        (found ??= []).push({ block: blocks[at]!, end: ends[at]! });
      }
      return found ?? NO_PROBES;
    },
  };
}

const BASE = 0x01000193;
function slotOf(key: number, bits: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - bits);
}

function power(exponent: number): number {
  let value = 1;
  for (let step = 0; step < exponent; step++) value = Math.imul(value, BASE);
  return value;
}

function hashOf(text: string, from: number): number {
  let key = 0;
  for (let at = from; at < from + PROBE; at++) key = (Math.imul(key, BASE) + text.charCodeAt(at)) | 0;
  return key;
}

/** Walks both passages out from where they agree, over small slips. */
function extended(texts: readonly string[], probe: Probe, block: number, end: number, effort: { left: number }): Repeat | null {
  const earlier = texts[probe.block]!;
  const later = texts[block]!;
  const apart = probe.block === block ? end - probe.end : Infinity;
  const back = reach(Math.min(probe.end, end), (step) => earlier[probe.end - 1 - step] === later[end - 1 - step]);
  const on = reach(Math.min(earlier.length - probe.end, later.length - end), (step) => earlier[probe.end + step] === later[end + step]);
  effort.left -= back + on;
  if (back + on > apart || tellOtherFigures(earlier.slice(probe.end - back, probe.end + on), later.slice(end - back, end + on)))
    return null;
  return {
    copy: { block, at: end - back, end: end + on },
    original: { block: probe.block, at: probe.end - back, end: probe.end + on },
  };
}

/** Where figures differ the same is said of something else: a form filled in, the numbers of two cases. */
function tellOtherFigures(one: string, other: string): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at] && isFigure(one, at) && isFigure(other, at)) return true;
  return false;
}

function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** How far two passages go on alike, slips and all; what is left of both at `limit` may differ a little. */
function reach(limit: number, same: (step: number) => boolean): number {
  let at = 0;
  while (at < limit) {
    if (same(at)) {
      at++;
      continue;
    }
    let slip = 1;
    while (slip <= LONGEST_SLIP && !agreeFor(AGREE_AGAIN, at + slip, limit, same)) slip++;
    if (slip > LONGEST_SLIP) break;
    at += slip;
  }
  return at;
}

function agreeFor(count: number, from: number, limit: number, same: (offset: number) => boolean): boolean {
  if (from + count > limit) return false;
  for (let offset = from; offset < from + count; offset++) if (!same(offset)) return false;
  return true;
}

export function lengthOf({ at, end }: Passage): number {
  return end - at;
}
