/**
 * What can be said of one line of a heading: how it reads, how it is set, what stands around it, and whether it tells of the text below.
 * Not for deciding: read-heading.ts weighs it.
 */
import type { Block, LanguageScores, TopicWords } from './document';
import { clamp } from './clamp';
import { once } from './once';
import { OPENS_CAPTION, isBareName, isByline, isLocality } from './line-grammar';
import { signsOff } from './person-lines';
import { isPersonName } from './person-names';
import { endsFinished, widthOf } from './line-ends';
import { BRIEFS_COLUMN, DATELINE, NUMBERED, drawnTogether, hanOf } from './lone-title';

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
  /** Who wrote it was printed with the last headline. */
  readonly signedAbove: boolean;
  /** No line of the page is known for a column, a kicker or a jump by its grammar: mere titles over texts, as in a document that is no newspaper page. */
  readonly plain: boolean;
  /** How often each ornament stands before a short line of the page. */
  readonly marks: ReadonlyMap<string, number>;
}

/** A pen name is short, or two characters set wide apart. */
const PEN_NAME = /^[□■◇◆○◎●]?\s*(?:\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]\p{Script=Han})$/u;

/** Printers' marks set before titles and briefs. */
const ORNAMENT = /^[■□◆◇●○◎▲△▼▽▶►★☆◀◁▷·•※▌▍▎【〖[［｜|『]/u;
const DASHED = /^(?:——|──|—)/u;

export function markOf(text: string): string {
  return ORNAMENT.exec(text)?.[0] ?? '';
}

/** A line of a heading by itself, looked at once however often it and its neighbours are weighed; what takes a while, when first asked. */
interface HeadingLine {
  readonly text: string;
  /** Its Han characters. */
  readonly bare: string;
  readonly width: number;
  readonly dashed: boolean;
  readonly numbered: boolean;
  readonly locality: boolean;
  readonly bareName: boolean;
  /** Neither what notices are called nor common words. */
  readonly mayBeName: boolean;
  /** It reads like what stands under a letter. */
  readonly signsOff: boolean;
  readonly byline: () => boolean;
  /** Together with the next line of the stack it is a byline. */
  readonly bylineWithNext: () => boolean;
  /** Nats for its words, and for its Han characters alone, being a standing title. */
  readonly standing: () => number;
  readonly bareStanding: () => number;
  /** Nats for being a title, halved. */
  readonly title: () => number;
  readonly words: () => TopicWords;
  /** Neither a byline nor a subhead by its numeral. */
  readonly mayBeTitle: boolean;
}

/** A stack whose lines are weighed one by one. */
export interface StackReading {
  readonly stack: Stack;
  /** Those of the stack, in order. */
  readonly lines: readonly HeadingLine[];
  /** Titles before each line, and last those of the whole stack. */
  readonly titlesBefore: readonly number[];
  /** Lines that are neither bylines nor subheads by their numeral. */
  readonly mayBeTitles: number;
  /** Null without a language. */
  readonly matter: StackMatter | null;
}

/** Nats of shared matter. */
interface StackMatter {
  readonly above: (words: TopicWords) => number;
  readonly below: (words: TopicWords) => number;
  readonly aboveAndBelow: () => number;
}

export function readStack(language: LanguageScores | null, stack: Stack): StackReading {
  const { blocks, texts, begin, end } = stack;
  const lines: HeadingLine[] = [];
  const titlesBefore = [0];
  let mayBeTitles = 0;
  for (let index = begin; index < end; index++) {
    const { role } = blocks[index]!;
    const line = headingLine(language, texts[index]!, index + 1 < end ? texts[index + 1]! : null, role);
    lines.push(line);
    titlesBefore.push(titlesBefore.at(-1)! + flag(role === null && !line.dashed && !line.locality && !line.bareName));
    if (line.mayBeTitle) mayBeTitles++;
  }
  return { stack, lines, titlesBefore, mayBeTitles, matter: language && matterOf(language, stack) };
}

function headingLine(language: LanguageScores | null, printed: string, next: string | null, role: Block['role']): HeadingLine {
  const text = drawnTogether(printed);
  const numbered = NUMBERED.test(text);
  const bare = hanOf(text);
  const words = once(() => language?.topicPairs(text) ?? NO_WORDS);
  const mayBeName = !NOTICE.test(bare) && !(language && isMadeOfWords(language, text, words));
  const bareName = mayBeName && isBareName(text);
  return {
    text,
    bare,
    width: widthOf(text),
    dashed: DASHED.test(text),
    numbered,
    locality: isLocality(text),
    bareName,
    mayBeName,
    signsOff: signsOff(text),
    mayBeTitle: role !== 'byline' && !bareName && !numbered,
    byline: once(() => isByline(text)),
    bylineWithNext: once(() => next !== null && isByline(text + next)),
    standing: once(() => language?.standingScore(text) ?? 0),
    bareStanding: once(() => language?.standingScore(bare) ?? 0),
    words,
    title: once(() => clamp(language?.titleScore(text) ?? 0, -5, 5) / 2),
  };
}

/** A pen name of four characters, and a name of another script. */
const FOUR = /^[□■◇◆○◎●]?\s*\p{Script=Han}{4}$/u;
const DOTTED = /^\p{Script=Han}{2,6}·\p{Script=Han}{2,6}$/u;
/** Log share of a pair of characters from which on it is a word (热线, 民生) and no part of such a name. */
const WORD_IN_FOUR = -12.5;
const WORD_IN_DOTTED = -10;

/** 供求热线, 民生热线·回音: as long as a name, and made of words that the language knows. */
function isMadeOfWords(language: LanguageScores, text: string, words: () => TopicWords): boolean {
  const least = FOUR.test(text) && !isPersonName(text) ? WORD_IN_FOUR : DOTTED.test(text) ? WORD_IN_DOTTED : 0;
  return least < 0 && words().pairs.some((pair) => language.logShare(pair) > least);
}

const NO_WORDS: TopicWords = { pairs: new Int32Array(0), length: 0 };

function matterOf(language: LanguageScores, { above, below }: Stack): StackMatter {
  const wordsAbove = once(() => language.topicPairs(above));
  const wordsBelow = once(() => language.topicPairs(below));
  return {
    above: (words) => language.topicScore(wordsAbove(), words),
    below: (words) => language.topicScore(wordsBelow(), words),
    aboveAndBelow: once(() => language.topicScore(wordsAbove(), wordsBelow())),
  };
}

/** In the order of the rows of `HEADING_WEIGHTS`. */
export function headingEvidence(language: LanguageScores | null, reading: StackReading, index: number): readonly number[] {
  const { stack, lines, titlesBefore, matter } = reading;
  const { blocks, texts, begin, end, above, below } = stack;
  const place = index - begin;
  const line = lines[place]!;
  const { text, bare, width } = line;
  const before = lines[place - 1] ?? null;
  const after = lines[place + 1] ?? null;
  const afterRole = index + 1 < end ? blocks[index + 1]!.role : null;
  const beforeRole = index > begin ? blocks[index - 1]!.role : null;
  const opening = roleBefore(blocks, begin);
  const lone = end - begin === 1;
  const mark = markOf(text);
  const nextText = texts[end] ?? '';
  const widest = Math.max(...lines.slice(Math.max(0, place - 3), place + 4).map((near) => near.width));
  const titlesBelow = titlesBefore.at(-1)! - titlesBefore[place + 1]!;
  const titlesAbove = titlesBefore[place]!;
  const own = [
    1,
    Math.min(width, 24) / 10,
    flag(width <= 6),
    flag(width > 20),
    width / widest,
    flag(line.dashed),
    flag(mark !== ''),
    mark === '' ? 0 : Math.min(stack.marks.get(mark) ?? 0, 4) / 2,
    flag(BRIEFS_COLUMN.test(bare) && width <= 10),
    flag(line.locality),
    flag(line.bareName),
    flag(line.numbered),
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
    flag(afterRole === 'byline' || (after !== null && after.bareName)),
    flag(after !== null && after.dashed),
    flag(after !== null && after.locality),
    flag(afterRole === 'kicker'),
    flag(afterRole === 'column'),
    flag(beforeRole === 'byline'),
    flag(beforeRole === 'column'),
    flag(beforeRole === 'kicker'),
    flag(before !== null && before.dashed),
    flag(before !== null && before.locality),
    after === null ? 0 : Math.max(-1, Math.min(1, (width - after.width) / 10)),
    before === null ? 0 : Math.max(-1, Math.min(1, (width - before.width) / 10)),
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
    flag(before !== null && text.length <= 24 && !line.byline() && before.bylineWithNext()),
    flag(after !== null && !line.byline() && line.bylineWithNext() && !after.byline()),
  ];
  if (!language || !matter) return [...own, ...around, ...UNSPOKEN, ...NOT_PLAIN, ...NOT_OF_TWO, ...signing(reading, place)];
  const spaceless = (other: string): boolean => !/[\s\u3000]/u.test(text + other);
  const matterBelow = nearBelow(line, matter);
  const matterAbove = lone ? clamp(matter.above(line.words()), -3, 15) / 5 : 0;
  const matterAround = lone ? clamp(matter.aboveAndBelow(), -10, 35) / 10 : 0;
  const standing = line.bareStanding();
  const spoken = [
    line.title(),
    clamp(standing, -6, 5) / 2,
    matterBelow,
    matterAbove,
    matterAround,
    lone ? matterBelow : 0,
    after !== null && spaceless(after.text) ? clamp(language.joinScore(text.slice(-12), after.text.slice(0, 12)), -4, 12) / 4 : 0,
    before !== null && spaceless(before.text) ? clamp(language.joinScore(before.text.slice(-12), text.slice(0, 12)), -4, 12) / 4 : 0,
    after === null ? 0 : clamp(language.topicScore(after.words(), line.words()), -2, 12) / 4,
    before === null ? 0 : clamp(language.topicScore(before.words(), line.words()), -2, 12) / 4,
    after === null ? 0 : clamp(after.standing() - standing, -6, 6) / 3,
    before === null ? 0 : clamp(before.standing() - standing, -6, 6) / 3,
    lone && nextText ? clamp(language.startScore(nextText.slice(0, 12)), -4, 4) / 2 : 0,
    stack.narrow ? matterBelow : 0,
  ];
  const plainly =
    stack.plain && standsAlone(reading, place)
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
          matterAround,
          lone ? matterBelow : 0,
          matterAbove,
          clamp(standing, -6, 5) / 2,
          flag(mark !== ''),
        ]
      : NOT_PLAIN;
  return [...own, ...around, ...spoken, ...plainly, ...ofTwo(reading, place, matter), ...signing(reading, place)];
}

function nearBelow(line: HeadingLine, matter: StackMatter): number {
  return clamp(matter.below(line.words()), -3, 25) / 5;
}

/** Of the two titles of a heading, how one stands to the other: a kicker over its headline, or a headline over its deck. */
function ofTwo({ lines, mayBeTitles }: StackReading, place: number, matter: StackMatter): readonly number[] {
  const line = lines[place]!;
  if (mayBeTitles !== 2 || !line.mayBeTitle) return NOT_OF_TWO;
  const other = lines.findIndex((near, at) => at !== place && near.mayBeTitle);
  const evidence = compare(line, lines[other]!, matter);
  return other > place ? [...evidence, ...NONE_OF_TWO] : [...NONE_OF_TWO, ...evidence];
}

/** The last line of a heading could be who wrote it, whatever the name, where a title stands over it. */
export function mayBePenName({ lines, titlesBefore }: StackReading, place: number): boolean {
  return (
    place === lines.length - 1 && titlesBefore[place]! > 0 && PEN_NAME.test(lines[place]!.text) && !BRIEFS_COLUMN.test(lines[place]!.bare)
  );
}

function signing(reading: StackReading, place: number): readonly number[] {
  const { lines, stack } = reading;
  const penName = mayBePenName(reading, place);
  return [
    flag(penName),
    flag(penName && /[\s\u3000]/u.test(lines[place]!.text)),
    flag(penName && lines[place]!.bare.length === 4),
    flag(place + 1 < lines.length && mayBePenName(reading, place + 1)),
    flag(lines.length === 1 && stack.signedAbove),
    flag(lines.length > 1 && stack.signedAbove),
    flag(lines[place]!.signsOff),
    flag(lines[place]!.signsOff && place === 0),
    flag(lines[place]!.signsOff && /^[（(〔]/u.test(lines[place]!.text)),
    flag(place + 1 < lines.length && lines[place + 1]!.signsOff),
    flag(LEADS_ON.test(lines[place]!.text)),
    flag(/[？?！!]$/u.test(lines[place]!.text)),
    flag(place > 0 && LEADS_ON.test(lines[place - 1]!.text)),
    flag(NOTICE.test(lines[place]!.bare)),
    flag(place + 1 < lines.length && NOTICE.test(lines[place + 1]!.bare)),
  ];
}

/** What goes on in the line below: 秋分将至，本报记者走访六个产粮大县——. */
const LEADS_ON = /(?:[：:]|——|──)$/u;

/** What notices are called. */
export const NOTICE = /^\p{Script=Han}{0,24}(?:公告|公示|启事|通知|声明|更正|致歉|通告|招聘|征稿|预告|转让|讣告|鸣谢|寻[人物]|遗失)$/u;

const SPACED = /\S[\s\u3000]\S/u;

function compare(line: HeadingLine, other: HeadingLine, matter: StackMatter): readonly number[] {
  return [
    1,
    clamp((line.width - other.width) / 10, -1.5, 1.5),
    flag(line.text.includes('，')),
    flag(other.text.includes('，')),
    flag(SPACED.test(line.text)),
    flag(SPACED.test(other.text)),
    clamp(nearBelow(line, matter) - nearBelow(other, matter), -3, 3),
    clamp(line.title() - other.title(), -3, 3),
    flag(/[？！]/u.test(line.text)),
    flag(/[？！]/u.test(other.text)),
    flag(/[0-9]/u.test(line.text)),
    flag(/[0-9]/u.test(other.text)),
    clamp(line.bareStanding() - other.bareStanding(), -6, 6) / 3,
  ];
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

/** In place of the features asked of the language, and of those that only plain pages have. */
const UNSPOKEN: readonly number[] = Array.from({ length: 14 }, () => 0);
const NOT_PLAIN: readonly number[] = Array.from({ length: 18 }, () => 0);

const NONE_OF_TWO: readonly number[] = Array.from({ length: 13 }, () => 0);
const NOT_OF_TWO: readonly number[] = [...NONE_OF_TWO, ...NONE_OF_TWO];

/** No other title in the heading, numbered ones aside: those are subheads under it. */
function standsAlone({ lines, mayBeTitles }: StackReading, place: number): boolean {
  return mayBeTitles === flag(lines[place]!.mayBeTitle);
}

function roleBefore(blocks: readonly Block[], index: number): string | null {
  const before = blocks[index - 1];
  if (!before) return null;
  if (before.role === 'jump') return before.judgement.rule === 'jump-from' ? 'jump-from' : 'jump-to';
  return before.role;
}
