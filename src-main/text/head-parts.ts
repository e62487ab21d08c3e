/**
 * What running heads are made of, word by word: days, numbers of the issue, folios, and the names of papers and sections.
 * Pure, one line at a time. Not for deciding roles: elsewhere on a page such words may be a title or a notice's day.
 */
import { narrowDigits, widthOf } from './line-ends';
import { DATE, ISSUE_AMONG_WORDS, WEEKDAY } from './line-grammar';
import { SET_WIDE } from './lone-title';

export type HeadPartKind = 'day' | 'weekday' | 'issue' | 'folio' | 'spread' | 'name';

export interface HeadPart {
  readonly kind: HeadPartKind;
  /** In figures of half width; a name set wide is drawn together. */
  readonly text: string;
}

/** A weekly's days, the last of them without what it shares with the first: 2014年3月18日—24日, 2009.10.22—10.28. */
const DAYS = new RegExp(`${DATE.source}(?:\\s*(?:[-~～至]|[—–]{1,2})\\s*(?:[0-9]{1,2}\\s*[月./·])?\\s*[0-9]{1,2}日?(?![0-9]))?`, 'gu');
const LUNAR_DAY =
  /(?:农历|夏历|阴历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?/gu;
const FOLIO = /^(?:第?[A-Z]{0,2}[0-9]{1,3}版?|第[一二三四五六七八九十]{1,3}版)$/u;
/** Two pages side by side, the one behind the other: 06-07, A4—A5版. */
const SPREAD = /^([A-Z]?)([0-9]{1,2})[-—–]{1,2}\1([0-9]{1,2})版?$/u;
const NAME = /^《?\p{Script=Han}{1,9}》?$/u;
const BETWEEN_WORDS = /[\s\u3000/／|｜│丨·]+/u;

/** What is taken out of a line before it is read word by word. */
const PATTERNS = [
  ['day', DAYS],
  ['day', LUNAR_DAY],
  ['weekday', new RegExp(WEEKDAY.source, 'gu')],
  ['issue', ISSUE_AMONG_WORDS],
] as const;

/** Longest line of a running head that is read word by word. */
const LONGEST = 60;

/** The parts of a line, days and issues first; null where a word is none of them. Several questions are asked of one line in a row. */
export function readHeadParts(line: string): readonly HeadPart[] | null {
  if (line !== lastRead.line) lastRead = { line, parts: partsOf(line) };
  return lastRead.parts;
}

let lastRead: { readonly line: string; readonly parts: readonly HeadPart[] | null } = { line: '', parts: [] };

function partsOf(line: string): readonly HeadPart[] | null {
  if (line.length > LONGEST) return null;
  if (SET_WIDE.test(line)) return [{ kind: 'name', text: line.replace(/[\s\u3000]/gu, '') }];
  const parts: HeadPart[] = [];
  let rest = narrowDigits(line);
  for (const [kind, pattern] of PATTERNS)
    rest = rest.replace(pattern, (text) => {
      parts.push({ kind, text });
      return ' ';
    });
  for (const text of rest.split(BETWEEN_WORDS).filter((word) => word !== '')) {
    const kind = kindOfWord(text);
    if (kind === null) return null;
    parts.push({ kind, text });
  }
  return parts;
}

function kindOfWord(word: string): HeadPartKind | null {
  if (FOLIO.test(word)) return 'folio';
  const [, , left, right] = SPREAD.exec(word) ?? [];
  if (left !== undefined) return Number(right) === Number(left) + 1 ? 'spread' : null;
  return NAME.test(word) ? 'name' : null;
}

/** Names of paper, supplement and section; more words are a title set with blanks. */
const MOST_NAMES = 3;

/** Nothing but such parts, and one of them that hardly anything but a running head has: the day, a spread, a lettered folio, how many pages there are. */
export function isMadeOfHeadParts(line: string): boolean {
  const parts = readHeadParts(line);
  return parts !== null && parts.filter(({ kind }) => kind === 'name').length <= MOST_NAMES && parts.some(tellsOfHead);
}

function tellsOfHead({ kind, text }: HeadPart): boolean {
  if (kind === 'folio') return /[A-Z版]/u.test(text);
  return kind === 'day' || kind === 'spread' || (kind === 'issue' && /[0-9〇○零一二三四五六七八九]{3}|版/u.test(text));
}

/** Widest name of a section, in full-width characters. */
const WIDEST_SECTION = 5;

/** One short name, perhaps set wide: 影 视. */
export function isSectionName(line: string): boolean {
  const [name, ...more] = readHeadParts(line) ?? [];
  return name?.kind === 'name' && more.length === 0 && widthOf(name.text) <= WIDEST_SECTION;
}

const SYLLABLE =
  '(?:ZH|CH|SH|[BPMFDTNLGKHJQXRZCSYW])?(?:IANG|UANG|IONG|ANG|ENG|ING|ONG|IAN|IAO|UAI|UAN|AI|EI|AO|OU|AN|EN|IN|IA|IE|IU|UA|UI|UN|UO|UE|ER|[AOEIU])';
/** What a Chinese paper calls itself in Latin capitals, the name in pinyin and perhaps what it is in English: TONGHENG FINANCIAL, LINGDONG RIBAO. */
const NAME_IN_PINYIN = new RegExp(`^(?:${SYLLABLE}){2,4}(?: [A-Z]{3,}){1,3}$`, 'u');

export function isNameInPinyin(line: string): boolean {
  return line.length <= LONGEST && NAME_IN_PINYIN.test(line);
}
