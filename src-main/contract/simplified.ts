/** Traditional characters and the simplified ones that stand for them, by opencc-js. Not for words: every character by itself. */
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Simplified unit of each traditional one of the basic plane, 0 for all others; the few pairs beyond it are in the map. */
const simplifiedUnits = new Uint16Array(0x10000);
const simplifiedPairs = new Map<string, string>();
// Read by position: splitting the dictionary's 4,000 entries would cost every start 10 ms.
for (let at = 0; at < traditionalToSimplified.length;) {
  const bar = traditionalToSimplified.indexOf('|', at);
  const end = bar === -1 ? traditionalToSimplified.length : bar;
  if (end === at + 3) simplifiedUnits[traditionalToSimplified.charCodeAt(at)] = traditionalToSimplified.charCodeAt(at + 2);
  else {
    const [from, to] = traditionalToSimplified.slice(at, end).split(' ');
    if (from && to) simplifiedPairs.set(from, to);
  }
  at = end + 1;
}

/** Undefined for what has no simplified form, or is one. */
export function simplifiedOf(character: string): string | undefined {
  const unit = character.length === 1 ? simplifiedUnits[character.charCodeAt(0)]! : 0;
  return unit === 0 ? simplifiedPairs.get(character) : String.fromCharCode(unit);
}

/** `simplifiedText(text).length === text.length`. For lines: a text of many megabytes would be put together piece by piece. */
export function simplifiedText(text: string): string {
  let changed = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = simplifiedUnits[text.charCodeAt(at)]!;
    if (unit === 0) continue;
    changed += text.slice(from, at) + String.fromCharCode(unit);
    from = at + 1;
  }
  return from === 0 ? text : changed + text.slice(from);
}
