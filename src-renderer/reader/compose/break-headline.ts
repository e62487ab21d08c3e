/**
 * Breaks a headline at sense: at its own spaces first, else at word boundaries, never leaving one character alone.
 * Not for body text.
 */
import { wordMeasure } from './advances';
import type { Advances, Face } from './advances';
import { squeezed } from './heading-runs';

export interface HeadlineLine {
  /** UTF-16 offsets into the headline. */
  readonly start: number;
  readonly end: number;
  /** Natural width in em. */
  readonly width: number;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const NEVER_FIRST = /^[\s的了着过地得之者们等吗呢吧。，、；：？！”’）》〉」』】·…—%％,.;:!?)\]}]/u;
const NEVER_LAST = /[“‘（《〈「『【([{]$/u;
const WEAK_LAST = /[的和与及在向从为把被让将以对于]$/u;
const AFTER_MARK = /[。，、；：？！”’）》」』】\s—…]$/u;
/** What is quoted may go on: “咔咔”响, “打卡”打垮了热爱. */
const AFTER_QUOTE = /[^。，、；：？！…\s][”’）》」』】]$/u;
/** One character, and the headline pauses: it belongs to what is before it. */
const ALONE_BEFORE_PAUSE = /^\p{Script=Han}[。，、；：？！…\s]/u;
const OPENS = /^[“‘（《「『【]/u;
/** A figure stays with what it counts, 12户 and 72小时, and a number in words is one: 三十一. */
const FIGURE = /[\d\uff10-\uff19]$/u;
const NUMERAL_LAST = /[一二三四五六七八九十百千万亿]$/u;
const NUMERAL_FIRST = /^[一二三四五六七八九十百千万亿]/u;
/** Characters that spell foreign names: a break between two of them is most likely inside one. */
const SPELLING =
  /[阿埃艾巴贝彼宾波伯布查茨戴丹德蒂厄恩尔菲芬弗福冈戈格哈汉霍基吉贾杰卡凯坎柯科克肯库拉莱朗劳勒雷里利鲁伦罗洛迈曼梅蒙姆穆纳奈尼涅诺帕佩皮普奇乔切钦萨塞桑莎舍什史施斯索塔泰坦汤特滕提图托瓦维韦沃乌希夏谢休雅亚耶伊因尤约泽扎詹兹佐]/u;

/** A dictionary that does not know a word parts it: 主 基调, 迈 向, 配送 员. What is left alone is no word of its own unless it is one of these. */
const STANDS_ALONE = /^[的了着过地得之和与及在向从为把被让将以对于是不也都就还又再更最很而但或因如到上下中里外内前后]$/u;
/** Of these, those that end no word either, as 向 does in 迈向 and 为 in 成为. */
const BEGINS_PHRASE = /^[和与及从把被让将对不也都就还又再更最很而但或因]$/u;
/** Ends a word, or counts what the number before it says. */
const ENDS_WORD =
  /^[员化性率度型式队器家者界区县市省镇乡村路站厂院校部局会党台观力长军人机代年月日次届名个万亿岁元米号级期版类种项座条业国海湾山河湖岛户]$/u;

interface Joint {
  readonly at: number;
  readonly cost: number;
}

function widthOf(text: string, face: Face, advances: Advances): number {
  let width = 0;
  let latin = '';
  const measure = wordMeasure(text, face, advances);
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x2e80 || character === '\u3000') {
      width += latin === '' ? 1 : 1 + measure(latin);
      latin = '';
    } else latin += character;
  }
  const natural = latin === '' ? width : width + measure(latin);
  return advances.imposed
    ? natural + advances.imposed.letters * text.length + advances.imposed.words * (text.split(' ').length - 1)
    : natural - squeezed(text);
}

let latest: { readonly text: string; readonly joints: readonly Joint[] } | null = null;

/** Kept for the latest headline, which is tried at one size after another. */
function jointsOf(text: string): readonly Joint[] {
  if (latest?.text !== text) latest = { text, joints: jointsAfresh(text) };
  return latest.joints;
}

function jointsAfresh(text: string): readonly Joint[] {
  const joints: Joint[] = [];
  let quoted = 0;
  let last = '';
  for (const { segment, index } of segmenter.segment(text)) {
    const before = text.slice(0, index);
    if (index > 0 && !NEVER_FIRST.test(segment) && !NEVER_LAST.test(before))
      joints.push({ at: index, cost: jointCost(before, text.slice(index), quoted) + (inWord(last, segment) ? 5 : 0) });
    else if (index > 0 && /^\s/u.test(segment)) joints.push({ at: index, cost: 0 });
    for (const character of segment) {
      if ('“‘（《「『【'.includes(character)) quoted += 1;
      else if ('”’）》」』】'.includes(character)) quoted = Math.max(0, quoted - 1);
    }
    last = segment;
  }
  return joints;
}

const ONE_CHARACTER = /^\p{Script=Han}$/u;
const BEGINS_HAN = /^\p{Script=Han}/u;

/** Whether two neighbours look like parts of one word. */
function inWord(last: string, next: string): boolean {
  if (!BEGINS_HAN.test(next) || BEGINS_PHRASE.test(next)) return false;
  const begun = ONE_CHARACTER.test(last) && !STANDS_ALONE.test(last) && !ENDS_WORD.test(last);
  return begun || (ENDS_WORD.test(next) && /[\p{Script=Han}\p{N}]$/u.test(last));
}

function jointCost(before: string, after: string, quoted: number): number {
  if (/\s$/u.test(before)) return 0;
  const alone = ALONE_BEFORE_PAUSE.test(after) ? 12 : 0;
  if (AFTER_MARK.test(before)) return (AFTER_QUOTE.test(before) && !OPENS.test(after) ? 3 : 1) + alone;
  const inName = SPELLING.test(before.at(-1) ?? '') && SPELLING.test(after[0] ?? '');
  const counts = (FIGURE.test(before) && BEGINS_HAN.test(after)) || (NUMERAL_LAST.test(before) && NUMERAL_FIRST.test(after));
  return 6 + (quoted > 0 ? 6 : 0) + (WEAK_LAST.test(before) ? 4 : 0) + (inName ? 10 : 0) + (counts ? 12 : 0) + alone;
}

/** Whether every line ends where the headline itself pauses: at a space or after a mark. */
export function breaksAtPauses(text: string, lines: readonly HeadlineLine[]): boolean {
  return lines.slice(0, -1).every(({ end }) => /^\s/u.test(text.slice(end)) || AFTER_MARK.test(text.slice(0, end)));
}

/** Lines of at most `measure` em; null where `most` lines cannot hold it. */
export function breakHeadline(text: string, measure: number, most: number, face: Face, advances: Advances): readonly HeadlineLine[] | null {
  const whole = trimmed(text, 0, text.length, face, advances);
  if (whole.width <= measure) return [whole];
  const joints = jointsOf(text);
  for (let count = 2; count <= most; count += 1) {
    const found = bestBreak(text, joints, measure, count, face, advances);
    if (found) return found;
  }
  return null;
}

/** Of a break where two characters meet that no sense parts. */
const ANYWHERE = 40;
/** One line more is worse than any break. */
const LINE = 1000;

/**
 * For words that need more lines than a headline has: as few lines as hold them, broken at sense as far as that goes, else wherever a character
 * may stand; no line begins with a mark, and the last one never is a single character where the one before has any to give.
 */
export function breakAnywhere(text: string, measure: number, face: Face, advances: Advances): readonly HeadlineLine[] {
  const places = placesIn(text);
  /** The best way to set the text from each place on: its cost, and the place where its first line ends. */
  const ways: { readonly cost: number; readonly next: number }[] = [];
  ways[places.length - 1] = { cost: 0, next: places.length - 1 };
  for (let from = places.length - 2; from >= 0; from -= 1) {
    let best: { readonly cost: number; readonly next: number } | null = null;
    for (let to = from + 1; to < places.length; to += 1) {
      const line = trimmed(text, places[from]?.at ?? 0, places[to]?.at ?? text.length, face, advances);
      // A single character wider than its line stands there all the same.
      if (line.width > measure && to > from + 1) break;
      const last = to === places.length - 1;
      const alone = last && from > 0 && line.end - line.start < 2;
      const spare = last ? 0 : unevenness(line.width, measure);
      const cost = (ways[to]?.cost ?? 0) + LINE + (alone ? LINE : 0) + (places[to]?.cost ?? 0) + spare;
      if (!best || cost < best.cost) best = { cost, next: to };
    }
    ways[from] = best ?? { cost: Infinity, next: from + 1 };
  }
  const lines: HeadlineLine[] = [];
  for (let from = 0; from < places.length - 1;) {
    const to = ways[from]?.next ?? places.length - 1;
    lines.push(trimmed(text, places[from]?.at ?? 0, places[to]?.at ?? text.length, face, advances));
    from = to;
  }
  return lines.filter((line) => line.end > line.start);
}

/** Everywhere a line may begin or end, first and last place included. */
function placesIn(text: string): readonly Joint[] {
  const costs = new Map(jointsOf(text).map(({ at, cost }) => [at, cost]));
  const places: Joint[] = [{ at: 0, cost: 0 }];
  let at = 0;
  for (const character of text) {
    if (at > 0 && !NEVER_FIRST.test(character) && !NEVER_LAST.test(text[at - 1] ?? ''))
      places.push({ at, cost: costs.get(at) ?? ANYWHERE });
    at += character.length;
  }
  if (at > 0) places.push({ at, cost: 0 });
  return places;
}

function trimmed(text: string, start: number, end: number, face: Face, advances: Advances): HeadlineLine {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/u.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to, width: widthOf(text.slice(from, to), face, advances) };
}

function bestBreak(
  text: string,
  joints: readonly Joint[],
  measure: number,
  count: number,
  face: Face,
  advances: Advances,
): readonly HeadlineLine[] | null {
  let best: { readonly cost: number; readonly lines: readonly HeadlineLine[] } | null = null;
  const mean = widthOf(text, face, advances) / count;
  const search = (start: number, firstJoint: number, lines: readonly HeadlineLine[], cost: number): void => {
    if (best && cost >= best.cost) return;
    if (lines.length === count - 1) {
      const line = trimmed(text, start, text.length, face, advances);
      if (line.width > measure || line.end - line.start < 2) return;
      const total = cost + unevenness(line.width, mean);
      if (!best || total < best.cost) best = { cost: total, lines: [...lines, line] };
      return;
    }
    for (let index = firstJoint; index < joints.length; index += 1) {
      const joint = joints[index];
      if (!joint || joint.at <= start) continue;
      const line = trimmed(text, start, joint.at, face, advances);
      if (line.width > measure) break;
      if (line.end - line.start < 2) continue;
      search(joint.at, index + 1, [...lines, line], cost + joint.cost + unevenness(line.width, mean));
    }
  };
  search(0, 0, [], 0);
  return (best as { readonly lines: readonly HeadlineLine[] } | null)?.lines ?? null;
}

function unevenness(width: number, mean: number): number {
  return ((width - mean) / Math.max(mean, 1)) ** 2 * 14;
}
