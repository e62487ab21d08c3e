/** Who took a picture, as English papers print it: on a line of its own under the caption, or behind its last word. Pure recognisers over one line. */

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|der|di|du|la|le|van|von|bin|al)){0,3}`;
const GIVER = String.raw`(?:(?:the|for|of)\s+)?${NAME}(?:\s*[/|,]\s*(?:(?:the|for)\s+)?${NAME})?`;
/** Photo by Ken Abara, PHOTO: K.Y. CHEUNG, Courtesy of the Harlow family, Photo courtesy the museum. */
const SAID = new RegExp(
  String.raw`^[([]?(?:(?:file\s+)?(?:photo|photograph|picture|image|illustration|graphic)s?\s*(?::|/|by\b|courtesy(?:\s+of)?\b|provided by\b)|courtesy(?:\s+of|:))\s*${GIVER}[)\]]?$`,
  'iu',
);
/** Name and paper with a stroke between: LEI JUN / FOR LANXI MORNING POST, Ruth Osgood/The Sentinel. */
const WITH_PAPER = new RegExp(String.raw`^(?<name>${NAME})\s*[/|]\s*(?:(?:[Ff]or|FOR|[Tt]he|THE)\s+){0,2}${NAME}$`, 'u');
const LONGEST = 70;

/** Nothing but who took the picture. A name before a stroke may also sign a text, and says which only by where it stands. */
export function isPictureCredit(line: string): boolean {
  if (line.length > LONGEST || /[\d@]/.test(line)) return false;
  if (SAID.test(line)) return true;
  const name = WITH_PAPER.exec(line)?.groups!['name'];
  return name !== undefined && !/^by\s/i.test(name) && /\s/u.test(name.trim());
}

const IN_CAPTION =
  /(?:\((?:\p{Lu}[\p{L}’']+ )?(?:file )?(?:photo|picture|image|photograph)s?(?:\s*(?:by|courtesy(?: of)?|:)|\/)[^()]{2,60}\)|(?:photo|picture|image)s?(?::| by)\s[\p{L} .'’/]{3,40})$/iu;

/** Ends in who took the picture, so that it tells of one. */
export function endsInPictureCredit(text: string): boolean {
  return text.length <= 400 && IN_CAPTION.test(text);
}
