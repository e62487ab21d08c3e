import { blockText } from '../document';
import type { Block, Document, LanguageScores } from '../document';
import { splitBlock } from '../split-block';
import type { ParsedNotice } from '../../contract/parsed';
import type { Judgement, Span } from '../../contract/model';

/** Characters that must agree at a block's end before a passage is looked at. */
const PROBE = 10;
/** Shorter repeats are turns of phrase. */
const SHORTEST = 36;
/** A run of characters that differ (an OCR slip, a changed name) and what must agree again before it. */
const LONGEST_SLIP = 5;
const CONTEXT = 12;
const AGREE_AGAIN = 6;
/** Comparisons spent for each character of the text, on average, before the search is given up: what repeats itself all over is no print error. */
const STEPS_PER_CHARACTER = 64;
/** Nats by which one of two passages must follow its text better to be the original although it stands later. */
const FOLLOWS_BETTER = 6;

/** Offsets are into the printed text of the block. */
interface Passage {
  readonly block: number;
  readonly at: number;
  readonly end: number;
}

interface Repeat {
  readonly copy: Passage;
  readonly original: Passage;
}

/**
 * Finds passages pasted twice: what ends one block stands word for word in another, but for small slips.
 * The copy is cut off and marked; it keeps its place and is not printed.
 */
export function markDuplicates(document: Document): Document {
  const texts = document.blocks.map((block) => (block.role === null || block.role === 'body' ? blockText(document, block) : ''));
  const repeats = new Map<number, Repeat>();
  for (const found of findRepeats(texts)) {
    const repeat = withCopyChosen(document.language, texts, found);
    const known = repeats.get(repeat.copy.block);
    if (!repeats.has(repeat.original.block) && (!known || repeat.copy.at < known.copy.at)) repeats.set(repeat.copy.block, repeat);
  }
  if (repeats.size === 0) return document;
  const notices: ParsedNotice[] = [];
  const blocks = document.blocks.flatMap((block, index): readonly Block[] => {
    const repeat = repeats.get(index);
    if (!repeat) return [block];
    const { before, passage, after } = cutOut(document, block, repeat.copy, texts[index]!.length);
    if (!passage) return [block];
    const judgement: Judgement = { rule: 'passage-pasted-twice', confidence: 'certain' };
    const marked: Block = {
      ...passage,
      role: 'body',
      judgement,
      spans: passage.spans.map((span) => ({ ...span, kind: 'duplicate', glue: '' })),
    };
    notices.push({ kind: 'duplicate', spans: [...passage.spans.map(bare), ...originalSpans(document, repeat)], judgement });
    return [...before, marked, ...after];
  });
  return { ...document, blocks, notices: [...document.notices, ...notices] };
}

function cutOut(
  document: Document,
  block: Block,
  { at, end }: Passage,
  length: number,
): { readonly before: readonly Block[]; readonly passage: Block | undefined; readonly after: readonly Block[] } {
  const [before, rest] = at === 0 ? [[], block] : halves(document, block, at);
  if (!rest) return { before: [], passage: undefined, after: [] };
  if (end >= length) return { before, passage: rest, after: [] };
  const [passage, after] = splitBlock(document, rest, end - at);
  return { before, passage, after: after ? [after] : [] };
}

function halves(document: Document, block: Block, at: number): readonly [readonly Block[], Block | undefined] {
  const [first, second] = splitBlock(document, block, at);
  return [first ? [first] : [], second];
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

function originalSpans(document: Document, { original }: Repeat): readonly Span[] {
  const block = document.blocks[original.block]!;
  const tail = original.at === 0 ? block : splitBlock(document, block, original.at)[1];
  return tail ? tail.spans.map(bare).slice(0, 1) : [];
}

function* findRepeats(texts: readonly string[]): Generator<Repeat> {
  const probes = new Map<number, { readonly block: number; readonly end: number }[]>();
  for (const [block, text] of texts.entries()) {
    if (text.length < SHORTEST) continue;
    for (const end of [text.length, text.length - PROBE]) {
      const key = hashOf(text, end - PROBE);
      const known = probes.get(key);
      if (known) known.push({ block, end });
      else probes.set(key, [{ block, end }]);
    }
  }
  const mayBeProbe = new Uint8Array(2 ** FILTER_BITS);
  for (const key of probes.keys()) mayBeProbe[filterOf(key)] = 1;
  const top = power(PROBE - 1);
  const effort = { left: STEPS_PER_CHARACTER * texts.reduce((sum, text) => sum + text.length, 0) };
  for (const [block, text] of texts.entries()) {
    if (text.length < PROBE) continue;
    let key = hashOf(text, 0);
    for (let at = 0; ; at++) {
      if (mayBeProbe[filterOf(key)] === 1)
        for (const probe of probes.get(key)?.slice(0, 8) ?? []) {
          if (probe.block === block && probe.end === at + PROBE) continue;
          if (effort.left <= 0) return;
          const repeat = extended(texts, probe, block, at + PROBE, effort);
          if (repeat) yield repeat;
        }
      if (at + PROBE >= text.length) break;
      key = (Math.imul(key - Math.imul(text.charCodeAt(at), top), BASE) + text.charCodeAt(at + PROBE)) | 0;
    }
  }
}

const BASE = 0x01000193;
/** Most stretches of a text are told from all probes by these bits of their key alone. */
const FILTER_BITS = 14;

function filterOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - FILTER_BITS);
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

/** Walks both passages back from where they agree, over small slips, and gives the passage if it is long enough. */
function extended(
  texts: readonly string[],
  probe: { readonly block: number; readonly end: number },
  block: number,
  end: number,
  effort: { left: number },
): Repeat | null {
  const copy = texts[probe.block]!;
  const original = texts[block]!;
  const rest = copy.length - probe.end;
  if (rest > 0 && !agreesNearly(copy.slice(probe.end), original.slice(end, end + rest))) return null;
  let back = 0;
  const limit = Math.min(probe.end, end);
  const same = (offset: number): boolean => copy[probe.end - 1 - offset] === original[end - 1 - offset];
  const apart = probe.block === block ? Math.abs(probe.end - end) : Infinity;
  while (back < limit && back <= apart) {
    if (same(back)) {
      back++;
      continue;
    }
    let slip = 1;
    while (slip <= LONGEST_SLIP && !agreeFor(AGREE_AGAIN, back + slip, limit, same)) slip++;
    if (slip > LONGEST_SLIP) break;
    back += slip;
  }
  effort.left -= back + rest;
  if (back + rest < SHORTEST || back > apart) return null;
  return {
    copy: { block: probe.block, at: probe.end - back, end: copy.length },
    original: { block, at: end - back, end: Math.min(original.length, end + rest) },
  };
}

function agreeFor(count: number, from: number, limit: number, same: (offset: number) => boolean): boolean {
  if (from + count > limit) return false;
  for (let offset = from; offset < from + count; offset++) if (!same(offset)) return false;
  return true;
}

function agreesNearly(a: string, b: string): boolean {
  let differing = Math.abs(a.length - b.length);
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) differing++;
  return differing <= 2;
}

/** Of two like passages the copy is the one that follows less well from what stands around it; else the later one. */
function withCopyChosen(language: LanguageScores | null, texts: readonly string[], repeat: Repeat): Repeat {
  const swapped: Repeat = { copy: repeat.original, original: repeat.copy };
  const atEnd = repeat.original.end >= texts[repeat.original.block]!.length;
  const difference = language ? fitOf(language, texts, repeat.copy) - fitOf(language, texts, repeat.original) : 0;
  if (Math.abs(difference) > FOLLOWS_BETTER) return difference < 0 ? repeat : swapped;
  if (!atEnd) return repeat;
  return repeat.copy.block > repeat.original.block ? repeat : swapped;
}

/** Nats for the passage standing where it does, against its being left out there. */
function fitOf(language: LanguageScores, texts: readonly string[], { block, at, end }: Passage): number {
  const text = texts[block]!;
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  const after = text.slice(end, end + CONTEXT);
  let fit = 0;
  if (before !== '') fit += language.affinity(before, text.slice(at, at + CONTEXT));
  if (after !== '') fit += language.affinity(text.slice(end - CONTEXT, end), after);
  if (before !== '' && after !== '') fit -= language.affinity(before, after);
  return fit;
}
