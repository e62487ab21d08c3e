import { blockText, revised } from '../document';
import type { Block, Document, LanguageScores } from '../document';
import { findRepeats, lengthOf } from '../find-repeats';
import type { Passage, Repeat } from '../find-repeats';
import { splitBlock } from '../split-block';
import type { ParsedNotice } from '../../contract/parsed';
import type { Judgement, Span } from '../../contract/model';

/** Shorter repeats are turns of phrase. */
const SHORTEST = 36;
/** Blanks do not count. */
const LEAST_PRINTED = 12;
const CONTEXT = 12;
/** Nats by which one of two passages must follow its text better to be the original although it stands later. */
const FOLLOWS_BETTER = 6;
const MOST_FOR_CLOSING = 5;
/** Nats below which a passage in the middle of a text stands so ill, against what it parts going together, that it has no place there. */
const STANDS_ILL = -4;

/**
 * Finds passages pasted twice: what stands in one block stands word for word in another, but for small slips, and one of them ends its
 * block or has no place in its sentence. The copy is cut out and marked; it keeps its place and is not printed.
 */
export function markDuplicates(document: Document): Document {
  const texts = document.blocks.map((block) => (block.role === null || block.role === 'body' ? blockText(document, block) : ''));
  const found = withoutForms(findRepeats(texts));
  const repeats = new Map<number, Repeat>();
  for (const both of found) {
    const repeat = withCopyChosen(document.language, texts, both);
    if (!repeat) continue;
    const known = repeats.get(repeat.copy.block);
    if (!repeats.has(repeat.original.block) && (!known || lengthOf(repeat.copy) > lengthOf(known.copy)))
      repeats.set(repeat.copy.block, repeat);
  }
  if (repeats.size === 0) return document;
  const passages = passagesIn(found, repeats);
  for (const [block, repeat] of repeats) repeats.set(block, withRest(repeat, passages.get(block) ?? [], texts));
  const notices: ParsedNotice[] = [];
  const blocks = document.blocks.flatMap((block, index): readonly Block[] => {
    const repeat = repeats.get(index);
    if (!repeat) return [block];
    const { before, passage, after } = cutOut(document, block, repeat.copy, texts[index]!.length);
    if (!passage) return [block];
    const judgement: Judgement = { rule: 'passage-pasted-twice', confidence: 'certain' };
    const marked: Block = {
      spans: passage.spans.map(({ start, end }) => ({ start, end, kind: 'duplicate', glue: '' })),
      indent: passage.indent,
      blankLinesBefore: passage.blankLinesBefore,
      role: 'body',
      judgement,
    };
    notices.push({ kind: 'duplicate', spans: [...passage.spans.map(bare), ...originalSpans(document, repeat)], judgement });
    return [...before, marked, ...after];
  });
  return revised(document, { blocks, notices: [...document.notices, ...notices] });
}

/** Characters that two texts must differ in between two passages which they share, to be one form filled in twice. */
const LEAST_FILLED_IN = 4;

function pairOf({ original, copy }: Repeat): number {
  return original.block * 2 ** 22 + copy.block;
}

/** Texts that share one passage after another, with something else between them in both, are notices of one form and no print error. */
function withoutForms(found: readonly Repeat[]): readonly Repeat[] {
  const last = new Map<number, Repeat>();
  const forms = new Set<number>();
  for (const repeat of found) {
    const pair = pairOf(repeat);
    const before = last.get(pair);
    const apart = before
      ? Math.min(repeat.copy.at - before.copy.end, repeat.original.at - before.original.end, lengthOf(repeat.copy), lengthOf(before.copy))
      : 0;
    if (apart >= LEAST_FILLED_IN) forms.add(pair);
    if (!before || repeat.copy.end > before.copy.end) last.set(pair, repeat);
  }
  return forms.size === 0 ? found : found.filter((repeat) => !forms.has(pairOf(repeat)));
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

/**
 * Of two like passages the copy is the one that follows less well from what stands around it; else the later one, where it ends its text.
 * Null where both stand well within their texts: a turn of phrase, or a sentence that two articles quote.
 */
function withCopyChosen(language: LanguageScores | null, texts: readonly string[], repeat: Repeat): Repeat | null {
  const first = toEdges(texts, repeat.original);
  const second = toEdges(texts, repeat.copy);
  if (texts[second.block]!.slice(second.at, second.end).replace(/[\s\u3000]/gu, '').length < LEAST_PRINTED) return null;
  if (first.block === second.block && Math.abs(second.at - first.end) <= FRAYED) return { copy: second, original: first };
  if (lengthOf(first) < SHORTEST) return null;
  const ends = [first, second].map(({ block, end }) => end >= texts[block]!.length);
  const [seams, others] = [first, second].map((passage) => seamsOf(language, texts, passage)) as [Seams, Seams];
  const better = difference(seams.before, others.before) + difference(seams.after, others.after) - closing(seams) + closing(others);
  const [chosen, kept, stands] = better < 0 ? [first, second, seams] : [second, first, others];
  const ill = Math.min(0, stands.before ?? 0) + Math.min(0, stands.after ?? 0) - Math.max(0, closing(stands)) < STANDS_ILL;
  if (Math.abs(better) > FOLLOWS_BETTER && (ends[0] || ends[1] || ill)) return { copy: chosen, original: kept };
  if (ends[1]) return { copy: second, original: first };
  return ends[0] ? { copy: first, original: second } : null;
}

function overlap(a: Passage, b: Passage): boolean {
  return a.at < b.end && b.at < a.end;
}

/** How well the text closes over the passage once it is out; what is read into it is bounded, as any two phrases may suit. */
function closing({ without }: Seams): number {
  return without === null ? 0 : Math.max(-MOST_FOR_CLOSING, Math.min(MOST_FOR_CLOSING, without));
}

/** Where only one of two passages has a seam, it tells nothing of the other. */
function difference(a: number | null, b: number | null): number {
  return a === null || b === null ? 0 : a - b;
}

/** A copy whose original is itself cut in two: what is left of its text before or behind it is found again elsewhere, however short. */
function withRest(repeat: Repeat, passages: readonly Passage[], texts: readonly string[]): Repeat {
  let { copy } = repeat;
  const { length } = texts[copy.block]!;
  for (const passage of passages) {
    if (passage.block === repeat.original.block && overlap(passage, repeat.original)) continue;
    const rest = toEdges(texts, passage);
    if (rest.end === length && Math.abs(rest.at - copy.end) <= FRAYED) copy = { ...copy, end: length };
    else if (rest.at === 0 && Math.abs(rest.end - copy.at) <= FRAYED) copy = { ...copy, at: 0 };
  }
  return { ...repeat, copy };
}

/** What was found twice, by the block it stands in, for these blocks. */
function passagesIn(found: readonly Repeat[], blocks: ReadonlyMap<number, Repeat>): ReadonlyMap<number, readonly Passage[]> {
  const passages = new Map<number, Passage[]>();
  for (const { copy, original } of found)
    for (const passage of [copy, original]) {
      if (!blocks.has(passage.block)) continue;
      const list = passages.get(passage.block);
      if (list) list.push(passage);
      else passages.set(passage.block, [passage]);
    }
  return passages;
}

/** A copy may differ in its last characters. */
const FRAYED = 2;

function toEdges(texts: readonly string[], passage: Passage): Passage {
  const { length } = texts[passage.block]!;
  return length - passage.end <= FRAYED ? { ...passage, end: length } : passage;
}

interface Seams {
  /** Nats for the passage following what stands before it in its text; null where nothing does. */
  readonly before: number | null;
  readonly after: number | null;
  /** Nats for what stands before and behind going together without it. */
  readonly without: number | null;
}

function seamsOf(language: LanguageScores | null, texts: readonly string[], { block, at, end }: Passage): Seams {
  const text = texts[block]!;
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  const after = text.slice(end, end + CONTEXT);
  if (!language) return { before: null, after: null, without: null };
  return {
    before: before === '' ? null : language.affinity(before, text.slice(at, at + CONTEXT)),
    after: after === '' ? null : language.affinity(text.slice(end - CONTEXT, end), after),
    without: before === '' || after === '' ? null : language.affinity(before, after),
  };
}
