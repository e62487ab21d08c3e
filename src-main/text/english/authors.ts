/** Who wrote an English story, as lines of their own say it: bylines, offices, agencies, addresses. Pure recognisers over one line. */

/** A person's name as it is printed: O'Brien, de la Cruz, JONES Jr. */
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|della|der|di|du|la|le|van|von|bin|al|y)){0,5}`;
const DESK =
  'staff|special|senior|contributing|chief|sports|city|business|news|foreign|national|political|education|science|arts|wire|rural|transport';
const OFFICE = String.raw`(?:(?:\p{Lu}[\p{L}'’.&]*\s+){0,3}(?:${DESK})(?:\s+and\s+wire)?\s+(?:writers?|reporters?|correspondents?|editors?|columnists?|photographers?|reports?))`;
const AGENCY = String.raw`(?:(?:from\s+)?(?:the\s+)?(?:associated|united|canadian|press) (?:press|association)|press trust of india|(?:\p{Lu}[\p{L}'’.&]*\s+){0,3}(?:news|wire|press) service|(?:\p{Lu}[\p{L}'’.&]*\s+){1,3}bureau|reuters|agence france-presse|special to (?:the\s+)?\p{Lu}[\p{L}'’ -]{2,40}|contributed|submitted|from (?:staff|wire|our)[\p{L} ]{0,20} reports?)`;
const BYLINE = new RegExp(String.raw`^(?:By|BY|From|FROM)\s+(?:The\s+)?${NAME}(?:\s*(?:,|and|AND|&)\s*(?:and\s+)?${NAME}){0,4}$`, 'u');
const BARE_NAME = new RegExp(String.raw`^${NAME}$`, 'u');
const OFFICE_LINE = new RegExp(String.raw`^[(—–-]?\s*(?:${OFFICE}|${AGENCY})\)?$`, 'iu');
const OFFICE_UNDER_NAME =
  /^(?:of\s+|for\s+the\s+)?(?:\p{Lu}[\p{L}'’.&-]*\s+){0,4}(?:writers?|reporters?|correspondents?|editors?|columnists?|economist|staff|bureau|sports|gazette|times|herald|news|tribune|post|journal)$/iu;
const ADDRESS = String.raw`(?:[\w.+-]+@[\w-]+\.[\w.-]+|(?:twitter|x):?\s*@\w+|@\w{3,})`;
const ADDRESS_LINE = new RegExp(String.raw`^${ADDRESS}$`, 'iu');
const BEHIND_NAME = new RegExp(
  String.raw`\s*[,|/]\s*(?:${OFFICE}|${AGENCY}|${ADDRESS}|\p{Lu}[\p{L}'’ ]{2,30}(?:editor|reporter|writer))$|\s*[|/]\s*(?:The\s)?\p{Lu}[\p{L}'’ ]{2,40}$`,
  'iu',
);
/** Where an author wrote from: TUNDE ADELEKE (Ibadan), Qin Moran in Wuhe, Donghai. */
const IN_TOWN = /\s*\([^()]{2,20}\)|\s+in\s+\p{Lu}[\p{L}'’.-]+(?:[\s,]+\p{Lu}[\p{L}'’.-]+){0,3}$/gu;
const PICTURES_BY = new RegExp(String.raw`^(?:photographs?|photos?|pictures?|illustrations?|graphics?)\s+by\s+${NAME}$`, 'iu');

/** Nothing but who wrote it, with or without the office: By Maria Lopez and Kevin O'Brien, Staff Writers. */
export function isEnglishByline(line: string): boolean {
  if (line.length > 90) return false;
  if (/^by\s/.test(line)) return BEHIND_NAME.test(line) && BYLINE.test(line.replace('by', 'By').replace(BEHIND_NAME, ''));
  if (!/^(?:B[Yy]|From|FROM)\s/.test(line)) return false;
  const names = line.replace(BEHIND_NAME, '').replaceAll(IN_TOWN, '');
  return BYLINE.test(names) && (line.startsWith('B') || names.split(/\s+/u).length > 2);
}

/** The line under an author's name, or an agency's in its place: Staff Writer, Special to The Observer, ASSOCIATED PRESS. */
export function isEnglishOffice(line: string): boolean {
  return line.length <= 60 && (OFFICE_LINE.test(line.replace(BEHIND_NAME, '')) || PLACE_WITH_AGENCY.test(line));
}

/** The same where a name stands right above it: Transport Correspondent, Of The Gazette Staff, an address. */
export function isOfficeUnderName(line: string): boolean {
  return line.length <= 60 && (OFFICE_UNDER_NAME.test(line) || ADDRESS_LINE.test(line) || PICTURES_BY.test(line));
}

/** Two to four words with capitals, as a name has. */
export function isBareLatinName(line: string): boolean {
  if (line.length > 40) return false;
  const words = line.split(/\s+/u).length;
  return words >= 2 && words <= 4 && BARE_NAME.test(line);
}

const PLACE = String.raw`\p{Lu}[\p{Lu}'’.-]+(?:\s\p{Lu}[\p{Lu}'’.-]*){0,3}`;
const DATELINE = new RegExp(
  String.raw`^(?:${PLACE}(?:,\s[\p{L}.\s\d]{2,24})?\s*(?:\([\p{L} ]{2,24}\))?\s*(?:—|–|--|-\s|:\s)|${PLACE}\s*\([\p{L} ]{2,24}\)\s)`,
  'u',
);

/** The beginning of a story's text with the place it was written at: HARBOR CITY, Ore. (AP) — The state…, PATNA: The court… */
export function opensWithDateline(line: string): boolean {
  return line.length >= 24 && DATELINE.test(line);
}

/** LONDON (Reuters) on a line of its own. */
const PLACE_WITH_AGENCY = new RegExp(String.raw`^${PLACE}\s*\([\p{L} ]{2,24}\)$`, 'u');
const PLACE_LINE = new RegExp(String.raw`^${PLACE}$`, 'u');

/** The place a story was written at, on a line of its own under its author. */
export function isPlaceLine(line: string): boolean {
  return line.length <= 30 && PLACE_LINE.test(line);
}

/** Whom a letter is written to, on a line of its own: Dear Editor, — Sir: */
export function isSalutation(line: string): boolean {
  return (
    line.length <= 40 &&
    /^(?:Dear\s(?:\p{L}+\s?){1,4}|To the Editor|Sirs?|Madam|Sir or Madam|Editor)[,:.]?$/u.test(line) &&
    /[,:]$|^To/u.test(line)
  );
}

const SIGNED_WITH_PLACE = new RegExp(String.raw`^(?<name>${NAME}),\s\p{Lu}[\p{L}’'.-]+(?:[\s,]+\p{Lu}[\p{L}’'.-]+){0,2}$`, 'u');

/** Who wrote a letter and where he lives, in one line under it: Peter Vance, Donglin. */
export function isSignedWithPlace(line: string): boolean {
  const name = line.length <= 45 ? SIGNED_WITH_PLACE.exec(line)?.groups!['name'] : undefined;
  return name !== undefined && isBareLatinName(name);
}

/** The author's name in a byline. */
export function nameInByline(line: string): string {
  return line
    .replace(/^(?:by|from)\s+/iu, '')
    .replace(BEHIND_NAME, '')
    .replaceAll(IN_TOWN, '');
}

/** A note below a signed piece, which begins with its author: Clara Whitcombe is a writer who lives in Jiangbei. */
export function tellsOfAuthor(text: string, author: string): boolean {
  if (text.length > 300 || text.slice(0, author.length).toLowerCase() !== author.toLowerCase()) return false;
  return /^,?\s(?:[^.]{0,60},\s)?(?:is|was|has been|teaches|writes|works|covers|lives)\s/u.test(text.slice(author.length));
}

/** Who the author of a signed piece is, set below it. */
export function isEnglishAuthorNote(text: string): boolean {
  return text.length <= 300 && /^\(?(?:The|Our) (?:author|writer|columnist)s? (?:is|are|was|were|has|teaches|writes)\s/u.test(text);
}
