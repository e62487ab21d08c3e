/**
 * What can be said of one line of a heading: how it reads, how it is set, what stands around it, and whether it tells of the text below.
 * Not for deciding: read-heading.ts weighs it.
 */
import type { Block, LanguageScores } from './document';
import { isBareName, isByline, isLocality } from './line-grammar';
import { endsFinished, widthOf } from './line-ends';
import { BRIEFS_COLUMN, DATELINE, NUMBERED } from './lone-title';

/** A run of lines that may be headings, with the texts around it. */
export interface Stack {
  readonly blocks: readonly Block[];
  readonly texts: readonly string[];
  readonly begin: number;
  readonly end: number;
  /** Running text above and below, and whether the text below is set in short lines. */
  readonly above: string;
  readonly below: string;
  readonly narrow: boolean;
  /** Running texts since the last headline. */
  readonly textsSince: number;
  /** No line of the page is known for a column, a kicker or a jump by its grammar: mere titles over texts, as in a document that is no newspaper page. */
  readonly plain: boolean;
  /** How often each ornament stands before a short line of the page. */
  readonly marks: ReadonlyMap<string, number>;
}

/** Printers' marks set before titles and briefs. */
const ORNAMENT = /^[■□◆◇●○◎▲△▼▽▶►★☆◀◁▷·•※▌▍▎【〖[［｜|『]/u;
/** How a caption begins that says what the picture shows. */
const OPENS_CAPTION = /^(?:[▲▼◀▶←→↑↓]\s*)?(?:[上下左右]?图(?:[一二三四①②③④0-9])?|图片)(?:为|：|:|中)/u;
const DASHED = /^(?:——|──|—)/u;

export function markOf(text: string): string {
  return ORNAMENT.exec(text)?.[0] ?? '';
}

/** In the order of the rows of `HEADING_WEIGHTS`. */
export function headingEvidence(language: LanguageScores | null, stack: Stack, index: number): readonly number[] {
  const { blocks, texts, begin, end, above, below } = stack;
  const text = texts[index]!;
  const bare = text.replace(/[^\p{Script=Han}]/gu, '');
  const width = widthOf(text);
  const before = index > begin ? texts[index - 1]! : null;
  const after = index + 1 < end ? texts[index + 1]! : null;
  const afterRole = index + 1 < end ? blocks[index + 1]!.role : null;
  const beforeRole = index > begin ? blocks[index - 1]!.role : null;
  const opening = roleBefore(blocks, begin);
  const lone = end - begin === 1;
  const mark = markOf(text);
  const nextText = texts[end] ?? '';
  const widest = Math.max(...texts.slice(Math.max(begin, index - 3), Math.min(end, index + 4)).map(widthOf));
  const titlesBelow = countTitles(stack, index + 1, end);
  const titlesAbove = countTitles(stack, begin, index);
  const own = [
    1,
    Math.min(width, 24) / 10,
    flag(width <= 6),
    flag(width > 20),
    width / widest,
    flag(DASHED.test(text)),
    flag(mark !== ''),
    mark === '' ? 0 : Math.min(stack.marks.get(mark) ?? 0, 4) / 2,
    flag(BRIEFS_COLUMN.test(bare) && width <= 10),
    flag(isLocality(text)),
    flag(isBareName(text)),
    flag(NUMBERED.test(text)),
    flag(/[：:]/u.test(text)),
    flag(/[：:]$/u.test(text)),
    flag(/[0-9]/.test(text)),
    flag(/\S[\s\u3000]\S/u.test(text) && mark === ''),
    flag(endsFinished(text)),
    flag(/[，,]/u.test(text)),
  ];
  const around = [
    flag(lone),
    flag(index === begin),
    flag(titlesBelow === 0),
    flag(titlesBelow === 1),
    flag(titlesAbove === 0),
    flag(titlesAbove === 1),
    flag(afterRole === 'byline' || (after !== null && isBareName(after))),
    flag(after !== null && DASHED.test(after)),
    flag(after !== null && isLocality(after)),
    flag(afterRole === 'kicker'),
    flag(afterRole === 'column'),
    flag(beforeRole === 'byline'),
    flag(beforeRole === 'column'),
    flag(beforeRole === 'kicker'),
    flag(before !== null && DASHED.test(before)),
    flag(before !== null && isLocality(before)),
    after === null ? 0 : Math.max(-1, Math.min(1, (width - widthOf(after)) / 10)),
    before === null ? 0 : Math.max(-1, Math.min(1, (width - widthOf(before)) / 10)),
    flag(index > begin && blocks[index]!.blankLinesBefore === 0),
    flag(stack.narrow),
    flag(opening === null),
    flag(opening === 'body'),
    flag(opening === 'credit'),
    flag(opening === 'jump-to'),
    flag(opening === 'jump-from'),
    flag(opening === 'furniture'),
    flag(opening === 'body' && !endsFinished(above)),
    flag(index + 1 === end && DATELINE.test(nextText)),
    flag(index + 1 === end && ORNAMENT.test(nextText)),
    flag(index + 1 === end && (blocks[end]?.role === 'caption' || OPENS_CAPTION.test(nextText))),
    flag(blocks[end]?.role !== 'body'),
    flag(nextText.length >= 40 && blocks[end + 1]?.role === 'credit'),
    Math.min(stack.textsSince, 6) / 3,
    flag(lone) * (Math.min(width, 24) / 10),
    flag(before !== null && !isByline(text) && isByline(before + text) && text.length <= 24),
    flag(after !== null && !isByline(text) && isByline(text + after) && !isByline(after)),
  ];
  if (!language) return [...own, ...around, ...Array.from({ length: SPOKEN + PLAIN }, () => 0)];
  const spaceless = (other: string): boolean => !/[\s\u3000]/u.test(text + other);
  const spoken = [
    clamp(language.titleScore(text), -5, 5) / 2,
    clamp(language.standingScore(bare), -6, 5) / 2,
    clamp(language.topicSimilarity(below, text), -3, 25) / 5,
    flag(lone) * (clamp(language.topicSimilarity(above, text), -3, 15) / 5),
    flag(lone) * (clamp(language.topicSimilarity(above, below), -10, 35) / 10),
    flag(lone) * (clamp(language.topicSimilarity(below, text), -3, 25) / 5),
    after !== null && spaceless(after) ? clamp(language.joinScore(text.slice(-12), after.slice(0, 12)), -4, 12) / 4 : 0,
    before !== null && spaceless(before) ? clamp(language.joinScore(before.slice(-12), text.slice(0, 12)), -4, 12) / 4 : 0,
    after === null ? 0 : clamp(language.topicSimilarity(after, text), -2, 12) / 4,
    before === null ? 0 : clamp(language.topicSimilarity(before, text), -2, 12) / 4,
    after === null ? 0 : clamp(language.standingScore(after) - language.standingScore(bare), -6, 6) / 3,
    before === null ? 0 : clamp(language.standingScore(before) - language.standingScore(bare), -6, 6) / 3,
    lone && nextText ? clamp(language.startScore(nextText.slice(0, 12)), -4, 4) / 2 : 0,
    flag(stack.narrow) * (clamp(language.topicSimilarity(below, text), -3, 25) / 5),
  ];
  const plainly =
    stack.plain && standsAlone(stack, index)
      ? [
          1,
          flag(lone),
          flag(lone && (opening === null || opening === 'furniture')),
          flag(lone && below.length < 60),
          flag(lone && below.length < 150),
          flag(lone && opening === 'body' && above.length < 120),
          flag(lone && opening === 'body' && stack.textsSince <= 1),
          flag(lone) * (Math.min(stack.textsSince, 6) / 3),
          flag(index + 1 === end && blocks[index]!.blankLinesBefore > (blocks[end]?.blankLinesBefore ?? 0)),
          flag(index + 1 === end && (blocks[end]?.indent ?? 0) > blocks[index]!.indent),
          flag(text.endsWith('？')),
          flag(afterRole === 'byline'),
          flag(lone && width > 9),
          flag(lone) * (clamp(language.topicSimilarity(above, below), -10, 35) / 10),
          flag(lone) * (clamp(language.topicSimilarity(below, text), -3, 25) / 5),
          flag(lone) * (clamp(language.topicSimilarity(above, text), -3, 15) / 5),
          clamp(language.standingScore(bare), -6, 5) / 2,
          flag(mark !== ''),
        ]
      : Array.from({ length: PLAIN }, () => 0);
  return [...own, ...around, ...spoken, ...plainly];
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

/** Number of features asked of the language. */
const SPOKEN = 14;
/** Number of features that only plain pages have. */
const PLAIN = 18;

function countTitles({ blocks, texts }: Stack, from: number, to: number): number {
  let titles = 0;
  for (let at = from; at < to; at++)
    if (blocks[at]!.role === null && !DASHED.test(texts[at]!) && !isLocality(texts[at]!) && !isBareName(texts[at]!)) titles++;
  return titles;
}

/** No other title in the heading, numbered ones aside: those are subheads under it. */
function standsAlone({ blocks, texts, begin, end }: Stack, index: number): boolean {
  for (let at = begin; at < end; at++)
    if (at !== index && blocks[at]!.role !== 'byline' && !isBareName(texts[at]!) && !NUMBERED.test(texts[at]!)) return false;
  return true;
}

function roleBefore(blocks: readonly Block[], index: number): string | null {
  const before = blocks[index - 1];
  if (!before) return null;
  if (before.role === 'jump') return before.judgement.rule === 'jump-from' ? 'jump-from' : 'jump-to';
  return before.role;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
