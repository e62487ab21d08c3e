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
const AGREE_AGAIN = 6;

interface Repeat {
  readonly block: number;
  /** Offsets in the printed text of the block: the passage runs from here to the block's end. */
  readonly at: number;
  readonly original: { readonly block: number; readonly at: number; readonly end: number };
}

/**
 * Finds passages pasted twice: the end of a block, or a whole block, that stands word for word elsewhere on the page, but for small slips.
 * The copy is cut off and marked; it keeps its place and is not printed.
 */
export function markDuplicates(document: Document): Document {
  const texts = document.blocks.map((block) => (block.role === null || block.role === 'body' ? blockText(document, block) : ''));
  const repeats = new Map<number, Repeat>();
  for (const repeat of findRepeats(texts)) {
    const copy = whichIsCopy(document.language, texts, repeat);
    const known = repeats.get(copy.block);
    if (!repeats.has(copy.original.block) && (!known || copy.at < known.at)) repeats.set(copy.block, copy);
  }
  if (repeats.size === 0) return document;
  const notices: ParsedNotice[] = [];
  const blocks = document.blocks.flatMap((block, index): readonly Block[] => {
    const repeat = repeats.get(index);
    if (!repeat) return [block];
    const [kept, copy] = repeat.at === 0 ? [null, block] : splitBlock(document, block, repeat.at);
    if (!copy) return [block];
    const judgement: Judgement = { rule: 'passage-pasted-twice', confidence: 'certain' };
    const marked: Block = { ...copy, role: 'body', judgement, spans: copy.spans.map((span) => ({ ...span, kind: 'duplicate', glue: '' })) };
    notices.push({ kind: 'duplicate', spans: [...copy.spans.map(bare), ...originalSpans(document, repeat)], judgement });
    return kept ? [kept, marked] : [marked];
  });
  return { ...document, blocks, notices: [...document.notices, ...notices] };
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
  const top = power(PROBE - 1);
  for (const [block, text] of texts.entries()) {
    if (text.length < PROBE) continue;
    let key = hashOf(text, 0);
    for (let at = 0; ; at++) {
      for (const probe of probes.get(key)?.slice(0, 8) ?? []) {
        if (probe.block === block && probe.end === at + PROBE) continue;
        const repeat = extended(texts, probe, block, at + PROBE);
        if (repeat) yield repeat;
      }
      if (at + PROBE >= text.length) break;
      key = (Math.imul(key - Math.imul(text.charCodeAt(at), top), BASE) + text.charCodeAt(at + PROBE)) | 0;
    }
  }
}

const BASE = 0x01000193;

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
): Repeat | null {
  const copy = texts[probe.block]!;
  const original = texts[block]!;
  const rest = copy.length - probe.end;
  if (rest > 0 && !agreesNearly(copy.slice(probe.end), original.slice(end, end + rest))) return null;
  let back = 0;
  const limit = Math.min(probe.end, end);
  const same = (offset: number): boolean => copy[probe.end - 1 - offset] === original[end - 1 - offset];
  while (back < limit) {
    if (same(back)) {
      back++;
      continue;
    }
    let slip = 1;
    while (slip <= LONGEST_SLIP && !agreeFor(AGREE_AGAIN, back + slip, limit, same)) slip++;
    if (slip > LONGEST_SLIP) break;
    back += slip;
  }
  if (back + rest < SHORTEST) return null;
  const overlap = probe.block === block && Math.abs(probe.end - end) < back;
  return overlap ? null : { block: probe.block, at: probe.end - back, original: { block, at: end - back, end: end + rest } };
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

/** Of two passages that both end a block, the copy is the one that follows less well from what stands before it; else the later one. */
function whichIsCopy(language: LanguageScores | null, texts: readonly string[], repeat: Repeat): Repeat {
  const { block, at, original } = repeat;
  if (original.end < texts[original.block]!.length) return repeat;
  const swapped: Repeat = {
    block: original.block,
    at: original.at,
    original: { block, at, end: texts[block]!.length },
  };
  const fit = (where: { block: number; at: number }): number =>
    where.at === 0 || !language
      ? 0
      : language.affinity(texts[where.block]!.slice(0, where.at).slice(-12), texts[where.block]!.slice(where.at, where.at + 12));
  const difference = fit(repeat) - fit(original);
  if (Math.abs(difference) > 2) return difference < 0 ? repeat : swapped;
  return block > original.block ? repeat : swapped;
}
