/** Pinyin of names and headlines, and the ways that typed letters can be read as pinyin. */

export interface PinyinForms {
  /** First letters of all characters in order: 六盘水 -> "lps". */
  readonly initials: string;
  /** Syllables without tones, each after a space: " liu pan shui". ü is v. */
  readonly syllables: string;
}

export type PinyinOf = (folded: string) => PinyinForms;

export const NO_PINYIN: PinyinForms = { initials: '', syllables: '' };

/** The dictionary takes a tenth of a second to load: not before it is needed. */
export async function loadPinyin(known: Set<string>): Promise<PinyinOf> {
  const { pinyin } = await import('pinyin-pro');
  return (folded) => {
    if (!/\p{Script=Han}/u.test(folded)) return NO_PINYIN;
    const parts = pinyin(folded, { toneType: 'none', type: 'array', v: true }).filter((part) => /^[a-z0-9]+$/u.test(part));
    for (const part of parts) if (part.length > 1) known.add(part);
    return { initials: parts.map((part) => part[0]).join(''), syllables: parts.map((part) => ` ${part}`).join('') };
  };
}

const LONGEST_SYLLABLE = 6;
const MOST_READINGS = 6;

/**
 * Letters read as syllables: "liupansh" -> [["liu", "pan", "sh"]], "xian" -> [["xian"], ["xi", "an"]]. The last may be unfinished.
 * Fewest syllables first; empty where the letters are no pinyin.
 */
export function readAsPinyin(letters: string, known: ReadonlySet<string>): readonly (readonly string[])[] {
  const readings: string[][] = [];
  const walk = (at: number, read: readonly string[]): void => {
    if (readings.length >= MOST_READINGS) return;
    if (at === letters.length) {
      readings.push([...read]);
      return;
    }
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - at); length >= 1; length -= 1) {
      const part = letters.slice(at, at + length);
      const unfinished = at + length === letters.length && at > 0;
      if (known.has(part) || (unfinished && startsSyllable(part, known))) walk(at + length, [...read, part]);
    }
  };
  walk(0, []);
  return readings.sort((a, b) => a.length - b.length);
}

function startsSyllable(part: string, known: ReadonlySet<string>): boolean {
  for (const syllable of known) if (syllable.startsWith(part)) return true;
  return false;
}
