/**
 * What a line of English (or other Latin-script) newspaper text says about itself: script, capitals, ends, hyphens.
 * Pure recognisers over one line; not for deciding roles or paragraphs.
 */

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

/** The same for words that a title may end in, but seldom does. */
export function ratherLeadsOn(line: string): boolean {
  return /\b(?:this|these|those|such|any|each|every|its|his|their|our|your|than|as|if|under|into|through|between|not|may|has|have|had|can|could|would|must|should|been|being)$/i.test(
    line,
  );
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

/** Ends in a mark that no title ends in, quotation marks or not; a question may be one. */
export function endsLikeText(line: string): boolean {
  return /[.!,;:-][)\]"'”’»]*$/.test(line);
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

/** One word in capitals, as a page's section bears over its first story: BUSINESS. */
export function isSectionName(line: string): boolean {
  return /^\p{Lu}{4,16}$/u.test(line);
}

const SECTION =
  /^(?:(?:local|national|world|foreign|home|regional|state|city|business|sports?|community|metro|international)\s+(?:news|briefs?|digest|roundup)|(?:news|business|sports?|world)?\s*(?:in brief|briefs|briefly|digest|round-?up)|news|local|nation(?:al)?|world|international|metro|state|region|city|community|politics|business|economy|finance|markets|money|technology|science|health|education|environment|travel|sports?|racing|football|opinions?|editorials?|comment|commentary|columns?|op-ed|(?:your |readers['’] )?letters(?: to the editor)?|arts|culture|books|entertainment|film|music|television|style|life|lifestyle|living|food|home|features?|obituaries|weather|classifieds?|notices|meetings|calendar)$/iu;
/** LOCAL & STATE: a page's, which no column is. */
export function namesTwoSections(line: string): boolean {
  const sections = line.split(/ (?:&|AND) /u);
  return sections.length === 2 && sections.every((section) => /^\p{Lu}+$/u.test(section) && namesSection(section));
}

/** The sections that papers have. */
export function namesSection(line: string): boolean {
  return line.length <= 30 && SECTION.test(line);
}
