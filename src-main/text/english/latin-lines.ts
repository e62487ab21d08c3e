/**
 * What a line of English (or other Latin-script) newspaper text says about itself: script, capitals, ends, hyphens.
 * Pure recognisers over one line; not for deciding roles or paragraphs.
 */

/** Mostly Latin letters: running text, titles and the noise of bad scans between them. */
export function isLatinText(text: string): boolean {
  let latin = 0;
  let other = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x250)) latin += 1;
    else if (code >= 0x2e80) other += 1;
  }
  return latin > other * 4 && latin > 0;
}

const LEAST_LETTERS = 5;
const CAPITALS_SHARE = 0.75;
const LONGEST_HEADING = 40;

/**
 * A heading in capitals, as newspapers set them over an article: POLICE., COURT OF KING'S BENCH.—MONDAY.
 * Lines of an advertisement in capitals run on (a comma or a hyphen at the end) and do not count.
 */
export function isCapitalHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || /[-,;]$/.test(line) || /^(?:by|from|printed)\s/i.test(line)) return false;
  if (/,/.test(line) && !DATE.test(line)) return false;
  const letters = line.replaceAll(/[^A-Za-z]/g, '');
  if (letters.length < LEAST_LETTERS || letters.length < line.replaceAll(/\s/g, '').length * 0.6) return false;
  return letters.replaceAll(/[^A-Z]/g, '').length >= letters.length * CAPITALS_SHARE;
}

const DATE = /\b(?:MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)/i;

/** A line mostly in capitals, however long and whatever its marks. */
export function isInCapitals(line: string): boolean {
  const letters = line.replaceAll(/[^A-Za-z]/g, '');
  return letters.length >= LEAST_LETTERS && letters.replaceAll(/[^A-Z]/g, '').length >= letters.length * CAPITALS_SHARE;
}

/** Ends in a word that no title ends in, or in a mark that leads on: the next line belongs to it. */
export function leadsOn(line: string): boolean {
  return /(?:[,-]|\b(?:the|an?|of|in|on|at|to|for|by|with|from|and|or|nor|that|which|who|is|are|was|were|be|will|shall))$/i.test(line);
}

/** A title with capitals at the beginning of its words and no full stop: Storm Leaves Thousands Without Power. */
export function isCapitalisedTitle(line: string): boolean {
  if (line.length > 100 || /[.,;:-]$/.test(line)) return false;
  const words = line.match(/[A-Za-z][A-Za-z'’]{3,}/g) ?? [];
  return words.length >= 2 && words.filter((word) => /^[A-Z]/.test(word)).length >= words.length * 0.7;
}

/** Small words that a title leaves without a capital though they are not short. */
const SMALL_WORD = /^(?:with|from|over|into|than|that|amid|upon|when|this)$/;

/** Every word with its capital and no mark of a sentence, nor an end that leads on: surely no line of running text, as long as it is not a list of names. */
export function isTitleLine(line: string): boolean {
  if (line.length > 100 || isInCapitals(line) || /[.,;:-]$|[.;:]\s|—/.test(line) || leadsOn(line)) return false;
  const words = (line.match(/[A-Za-z][A-Za-z'’]{3,}/g) ?? []).filter((word) => !SMALL_WORD.test(word));
  return words.length >= 2 && words.every((word) => /^[A-Z]/.test(word));
}

/** A short line that may be a title in the letters of a sentence, with no mark at its end: New bridge opens over the river. */
export function isSentenceCaseTitle(line: string): boolean {
  const words = line.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  return line.length <= 100 && words.length >= 2 && words.length <= 15 && /^[“"'‘]?[\p{Lu}\p{N}]/u.test(line) && !/[.!,;:-]$/.test(line);
}

/** A sentence may be over here. */
export function endsSentence(line: string): boolean {
  return /[.!?][)\]"'”’»]*(?:\s*[—–-]+)?$/.test(line);
}

/** More marks than letters: rules, ornaments and what scanning makes of them. */
export function isNoise(line: string): boolean {
  const ink = line.replaceAll(/\s/g, '');
  return ink.replaceAll(/[^\p{L}\p{N}]/gu, '').length < Math.max(3, ink.length * 0.5);
}

/** A word was parted here by a hyphen at the line's end. */
export function endsWithPartedWord(line: string): boolean {
  return /[A-Za-z\u00c0-\u024f][-\u00ad\u2010]$/.test(line);
}

export function startsLowerCase(line: string): boolean {
  return /^[("'“‘[]?\p{Ll}/u.test(line);
}

/** A person's name as it is printed: O'Brien, de la Cruz, JONES Jr. */
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|della|der|di|du|la|le|van|von|bin|al|y)){0,5}`;
const OFFICE = String.raw`(?:(?:[\p{Lu}][\p{L}'’.&]*\s+){0,3}(?:staff|special|senior|contributing|chief|sports|city|business|news|foreign|national|political|education|science|arts)\s+(?:writers?|reporters?|correspondents?|editors?|columnists?|photographers?|reports?))`;
const AGENCY = String.raw`(?:(?:from\s+)?(?:the\s+)?(?:associated|united|canadian)\s+press|reuters|agence france-presse|special to (?:the\s+)?\p{Lu}[\p{L}'’ -]{2,40})`;
const BYLINE = new RegExp(String.raw`^(?:By|BY)\s+${NAME}(?:\s*(?:,|and|AND|&)\s*(?:and\s+)?${NAME}){0,4}$`, 'u');
const BARE_NAME = new RegExp(String.raw`^${NAME}$`, 'u');
const OFFICE_LINE = new RegExp(String.raw`^(?:${OFFICE}|${AGENCY})$`, 'iu');
const OFFICE_UNDER_NAME =
  /^(?:of\s+)?(?:\p{Lu}[\p{L}'’.&-]*\s+){0,4}(?:writers?|reporters?|correspondents?|editors?|columnists?|staff|bureau)$/iu;
const OFFICE_BEHIND = new RegExp(String.raw`[,|]\s*(?:${OFFICE}|${AGENCY})$`, 'iu');

/** Nothing but who wrote it, with or without the office: By Maria Lopez and Kevin O'Brien, Staff Writers. */
export function isEnglishByline(line: string): boolean {
  return line.length <= 90 && BYLINE.test(line.replace(OFFICE_BEHIND, ''));
}

/** The line under an author's name, or an agency's in its place: Staff Writer, Special to The Observer, ASSOCIATED PRESS. */
export function isEnglishOffice(line: string): boolean {
  return line.length <= 60 && OFFICE_LINE.test(line);
}

/** The same where a name stands right above it: Transport Correspondent, Of The Gazette Staff. */
export function isOfficeUnderName(line: string): boolean {
  return line.length <= 60 && OFFICE_UNDER_NAME.test(line);
}

/** Two to four words with capitals, as a name has. */
export function isBareLatinName(line: string): boolean {
  const words = line.split(/\s+/u).length;
  return line.length <= 40 && words >= 2 && words <= 4 && BARE_NAME.test(line);
}

/** What the trade calls its papers; a name has one of them at its end, or two. */
const PAPER_WORD =
  'advertiser|advocate|argus|bee|bugle|bulletin|chronicle|citizen|courant|courier|democrat|dispatch|echo|enquirer|examiner|express|gazette|globe|guardian|herald|independent|inquirer|intelligencer|journal|leader|ledger|mail|mercury|mirror|monitor|news|observer|post|press|record|register|republican|reporter|review|sentinel|standard|star|sun|telegraph|times|tribune|union|weekly|world';
const PAPER_NAME = new RegExp(String.raw`^(?:the\s+)?(?:[\p{L}.'’&-]+\s+){0,4}?(?:${PAPER_WORD})(?:[\s-](?:${PAPER_WORD}))?$`, 'iu');

/** A newspaper's name and nothing else, every word with a capital: THE SPRINGFIELD GAZETTE, The Valley Observer. */
export function isEnglishPaperName(line: string): boolean {
  return line.length <= 48 && PAPER_NAME.test(line) && line.split(/\s+/u).every((word) => /^(?:\p{Lu}|of$|and$|&$)/u.test(word));
}

const FOLIO = /^(?:(?:page|p\.?|pg\.?)\s*[A-Z]{0,2}-?\d{1,3}|[A-Z]{1,2}-?\d{1,3})$/iu;
const IMPRINT =
  /^(?:vol(?:ume)?\.?\s*\S{1,8}|no\.?\s*[\d,]{1,8}|[$£€]\s?\d[\d.]*|\d{1,3}\s?(?:cents|¢)|est(?:ablished|\.)?\s*\d{4}|www\.\S+|\p{L}+ edition)$/iu;

/** `Page A4`, `p. 12`, `B1`. */
export function isEnglishFolio(line: string): boolean {
  return FOLIO.test(line);
}

/** The pieces of a running head: set far apart, or parted by marks. */
export function runningHeadParts(line: string): readonly string[] {
  return line
    .split(/\s{2,}|\s*[|•·■◆—–]\s*|\t|,\s*(?=(?:no|vol)\.?\s)/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function isEnglishImprint(line: string): boolean {
  return IMPRINT.test(line);
}
