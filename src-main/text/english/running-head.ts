/** What stands at the head of an English paper's pages and is no article: its name, the day, the folio, the number, the price. */
import { readEnglishDay } from '../english-date';
import { isEnglishFolio, isEnglishImprint, isEnglishPaperName, runningHeadParts } from './latin-lines';

const LONGEST = 140;

/**
 * A line that holds nothing else, be it in one piece or in several: Tuesday, May 14, 2024; Page 1; A4  THE HARBOR TIMES  Tuesday, May 14, 2024.
 * A paper's name by itself is none: it may be a title's, and says so only by where it stands.
 */
export function isEnglishRunningHead(line: string): boolean {
  if (line.length > LONGEST || !/\d/.test(line)) return false;
  const parts = runningHeadParts(line);
  return (
    parts.length > 0 &&
    parts.every((part) => isEnglishFolio(part) || isEnglishImprint(part) || isEnglishPaperName(part) || isEnglishDay(part)) &&
    parts.some((part) => !isEnglishPaperName(part) && !isEnglishImprint(part))
  );
}

/** What of a running head is the paper's name; null where it has none. */
export function paperInHead(line: string): string | null {
  return runningHeadParts(line).find(isEnglishPaperName) ?? null;
}

/** What of it is the folio, without the word for it. */
export function folioInHead(line: string): string | null {
  const folio = runningHeadParts(line).find(isEnglishFolio);
  return folio === undefined ? null : folio.replace(/^(?:page|pg?\.?)\s*/iu, '');
}

/** A day with hardly anything beside it. */
function isEnglishDay(part: string): boolean {
  const day = readEnglishDay(part);
  if (!day) return false;
  const rest = `${part.slice(0, day.start)} ${part.slice(day.end)}`.replace(
    /(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|afternoon/giu,
    '',
  );
  return !/\p{L}/u.test(rest);
}
