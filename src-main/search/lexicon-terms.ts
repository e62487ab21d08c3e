/** How the lexicon's entries and what is typed become MiniSearch terms. */

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A Han character as three letters. MiniSearch's radix tree looks through the children of a node one by one, and Han text gives
 * thousands of children at the root; spelt so there are 26, and indexing is 2.4 times as fast. The first letter is a capital, which no
 * folded word holds.
 */
function spell(unit: number): string {
  return ALPHABET[unit % 26]! + ALPHABET[Math.floor(unit / 26) % 62]! + ALPHABET[Math.floor(unit / 1612) % 62]!;
}

/** For MiniSearch's `processTerm`. */
export function spellTerm(term: string): string {
  if (!HAN.test(term)) return term;
  let spelt = '';
  for (let at = 0; at < term.length; at += 1) spelt += spell(term.charCodeAt(at));
  return spelt;
}

/** Overlapping pairs of Han characters (the last one also alone, so that a prefix finds every character), words of other scripts whole. */
export function termsOfText(folded: string): string[] {
  return runsOf(folded, true);
}

/** The same for what is typed: a lone character is searched as a prefix, so the last of a run needs no term of its own. */
export function termsOfQuery(folded: string): string[] {
  return runsOf(folded, false);
}

function runsOf(folded: string, withLast: boolean): string[] {
  const terms: string[] = [];
  for (const [run] of folded.matchAll(RUNS)) {
    if (!HAN.test(run)) {
      terms.push(run);
      continue;
    }
    const characters = Array.from(run);
    for (let at = 0; at + 1 < characters.length; at += 1) terms.push(characters[at]! + characters[at + 1]!);
    if (withLast || characters.length === 1) terms.push(characters.at(-1)!);
  }
  return terms;
}

/** Letters of initials that one term holds: enough to be selective, few enough to share terms. */
export const WINDOW = 3;

/** "lpssws" -> lps, pss, ssw, sws, ws, s: what is typed may begin at any character. */
export function termsOfInitials(initials: string): string[] {
  return Array.from(initials, (_, at) => initials.slice(at, at + WINDOW));
}
