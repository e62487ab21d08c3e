/** What stands at the head and the foot of an English paper's pages and is no article: its name, the day, the folio, the number, the price. */
import { readEnglishDay } from '../english-date';
import type { EnglishDay } from '../english-date';

const LONGEST = 140;

/** What the trade calls its papers; a name has one of them at its end, or two. */
const PAPER_WORD =
  'advertiser|advocate|age|argus|banner|beacon|bee|bugle|bulletin|chronicle|citizen|clarion|constitution|courant|courier|daily|democrat|dispatch|eagle|echo|enquirer|era|examiner|express|gazette|gleaner|globe|guardian|herald|independent|inquirer|intelligencer|item|journal|leader|ledger|mail|mercury|messenger|mirror|monitor|nation|news|observer|outlook|patriot|pilot|pioneer|post|press|record|recorder|register|reporter|republican|review|sentinel|spectator|standard|star|statesman|sun|telegraph|telegram|times|transcript|tribune|union|voice|weekly|world';
const PAPER_NAME = new RegExp(String.raw`^(?:the\s+)?(?:[\p{L}.'’&-]+\s+){0,4}?(?:${PAPER_WORD})(?:[\s-](?:${PAPER_WORD}))?$`, 'iu');
const NAMED_BY_TIME = /^(?:the\s+)?(?:daily|evening|morning|sunday)\s+\p{Lu}[\p{L}'’-]+$/iu;
const FOLIO =
  /^(?:(?:page|p\.?|pg\.?)\s*[A-Z]{0,2}-?\d{1,3}|[A-Z]{1,2}-?\d{1,3}|page (?:one|two|three|four|five|six|seven|eight|nine|ten)|\d{1,2})$/iu;
const IMPRINT =
  /^(?:vol(?:ume)?\.?\s*[^\s,]{1,8}(?:,?\s*(?:no|number|issue)\.?\s*\d{1,6})?|(?:no|number|issue)\.?\s*[\d,]{1,8}|[$£€₹]\s?\d[\d.]*|\d{1,3}\s?(?:cents|¢|p)|price\s.{2,16}|est(?:ablished|\.)?\s*\d{4}|(?:www\.)?[\w-]+\.[a-z]{2,8}|section\s\w|\p{L}+ edition)$/iu;
const WEB_ADDRESS = /^(?:https?:\/\/)?www\.[\w.-]+(?:\/\S*)?$/iu;
/** The paper's address behind the day. */
const ADDRESS_BEHIND = /\s((?:[\w-]+\.)+[a-z]{2,8})$/iu;
const NUMBERED = /^(?:vol|no|number|issue)/iu;
const ISO_DAY = /^(?:1[6-9]|20)\d{2}-\d{2}-\d{2}$/u;
/** The days of a weekly: Week of June 3-9, 2021. */
const WEEK = /^week of \p{L}{3,9}\.? \d{1,2}.{0,24}$/iu;
/** What a day has right before it. */
const WEEKDAY_BEFORE = /(?:[\s,]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|afternoon))+[\s,.]*$/iu;
/** The name of a section, a town, a motto: short, and no sentence. */
const LONGEST_PIECE = 40;

/** A newspaper's name and nothing else, every word with a capital: THE SPRINGFIELD GAZETTE, The Valley Observer. */
export function isEnglishPaperName(line: string): boolean {
  if (line.length > 48) return false;
  const words = line.split(/\s+/u);
  return (
    words.length > 1 && (PAPER_NAME.test(line) || NAMED_BY_TIME.test(line)) && words.every((word) => /^(?:\p{Lu}|of$|and$|&$)/u.test(word))
  );
}

type Piece = 'day' | 'folio' | 'name' | 'imprint' | 'other';

/** The pieces of a running head, set far apart or parted by marks, each with what it is. */
function piecesOf(line: string): readonly { readonly text: string; readonly is: Piece }[] {
  return line
    .replace(ADDRESS_BEHIND, ' | $1')
    .split(/\s{2,}|\s+(?=[$£€₹]\s?\d[\d.]*$)|\s+[-/]\s+|\s*[|•·■◆—–]\s*|\t|,\s*(?=(?:no|vol)\.?\s)/iu)
    .map((part) => part.replace(/^[\s,/]+|[\s,/]+$/gu, ''))
    .filter((part) => part !== '')
    .flatMap((text) => {
      const day = readEnglishDay(text);
      return day ? [...besideDay(text, day), { text, is: 'day' as const }] : besideFolio(text);
    })
    .map(({ text, is }) => ({ text, is: is ?? kindOf(text) }));
}

interface Unread {
  readonly text: string;
  readonly is?: Piece;
}

/** What stands before the day in one piece with it: DAILY BEACON, Saturday, June 8, 2024. */
function besideDay(text: string, { start }: EnglishDay): readonly Unread[] {
  const before = text
    .slice(0, start)
    .replace(WEEKDAY_BEFORE, '')
    .replaceAll(/^[\s,.]+|[\s,.]+$/gu, '');
  return before === '' ? [] : besideFolio(before);
}

/** A folio in one piece with a name: 06 THE WIMMERA MAIL, NEWS 5. */
function besideFolio(text: string): readonly Unread[] {
  const found =
    /^(?<first>[A-D]?\d{1,2})\s+(?<behind>\p{Lu}[\p{Lu} &'’]{3,40})$|^(?<before>\p{Lu}[\p{Lu}&'’]{3,20})\s+(?<last>[A-D]?\d{1,2})$/u.exec(
      text,
    )?.groups;
  if (!found) return [{ text }];
  const [folio, other] = [found['first'] ?? found['last'], found['behind'] ?? found['before']];
  return [{ text: folio!, is: 'folio' }, { text: other! }];
}

function kindOf(text: string): Piece {
  if (ISO_DAY.test(text) || WEEK.test(text)) return 'day';
  if (FOLIO.test(text)) return 'folio';
  if (isEnglishPaperName(text)) return 'name';
  return IMPRINT.test(text) ? 'imprint' : 'other';
}

/**
 * A line that holds nothing else, be it in one piece or in several: Tuesday, May 14, 2024; Page 1; B2 | The Harbor Times | STATE.
 * A paper's name by itself is none: it may be a title's, and says so only by where it stands.
 */
export function isEnglishRunningHead(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (WEB_ADDRESS.test(line)) return true;
  if (!/\d/.test(line)) return false;
  const pieces = piecesOf(line);
  const has = (kind: Piece): boolean => pieces.some(({ is }) => is === kind);
  const others = pieces.filter(({ is }) => is === 'other');
  if (others.some(({ text }) => text.length > LONGEST_PIECE || !/^[\p{Lu}\p{N}'’"“]/u.test(text) || /[.!?,;:]$/u.test(text))) return false;
  if (pieces.length === 1) return has('day') || (has('folio') && !/^\d+$/.test(line));
  if (has('day')) return others.length <= 2;
  if (has('folio')) return has('name') || (others.length === 1 && pieces.length === 2 && /^[\p{Lu}\s&'’]{3,24}$/u.test(others[0]!.text));
  return has('imprint') && others.length <= 2 && (has('name') || pieces.some(({ text }) => NUMBERED.test(text)));
}

/** The days in it, be it one line of a day alone or of several pieces. */
export function daysInHead(line: string): readonly EnglishDay[] {
  const whole = readEnglishDay(line);
  return whole ? [whole] : piecesOf(line).flatMap(({ text, is }) => (is === 'day' ? (readEnglishDay(text) ?? []) : []));
}

/** What of a running head is the paper's name; null where it has none. */
export function paperInHead(line: string): string | null {
  return piecesOf(line).find(({ is }) => is === 'name')?.text ?? null;
}

/** What of it is the folio, without the word for it. */
export function folioInHead(line: string): string | null {
  const folio = piecesOf(line).find(({ is }) => is === 'folio')?.text;
  return folio === undefined ? null : folio.replace(/^(?:page|pg?\.?)\s*/iu, '').replace(/^0+(?=\d)/u, '');
}

/** A section and the page it is on: Obituaries B6. */
export function isIndexLine(line: string): boolean {
  return /^\p{Lu}[\p{L}&' ]{2,24}[\s.]+[A-H]-?\d{1,2}(?:[-–,]\s?\d{1,2})?$/u.test(line) && !/^(?:page|see)\s/i.test(line);
}

/** The word over a row of these. */
export function isIndexTitle(line: string, below: string): boolean {
  return isIndexLine(below) && /^(?:index|inside|today|contents|what['’]s inside|in this (?:issue|section))$/iu.test(line);
}

/** What the paper costs, at its head: PRICE 7d, Price Sixpence. The same under an advertisement is that of a book. */
const PRICE = /^price\s+(?:[£$]?\d{1,3}\s?(?:[dscp¢]|cents?|pence)?|\w{3,6}\s?(?:pence|penny|cents))\.?$/i;

export function isPrice(line: string): boolean {
  return PRICE.test(line);
}
