/** What is written like a word typed but for one Han character: a slip of an input method, 贵洲日报 for 贵州日报. Not for letters. */

const HAN_WORD = /^\p{Script=Han}{3,}$/u;
const HAN = /^\p{Script=Han}$/u;

/** Long enough that one character less still tells which word was meant. */
export function mayBeOneOff(word: string): boolean {
  return HAN_WORD.test(word);
}

/** The first stretch of a folded text that differs from the word in one Han character; null where there is none. */
export function oneCharacterOff(text: string, word: string): string | null {
  const letters = Array.from(text);
  const wanted = Array.from(word);
  for (let at = 0; at + wanted.length <= letters.length; at += 1) {
    const stretch = letters.slice(at, at + wanted.length);
    const off = stretch.filter((letter, index) => letter !== wanted[index]);
    if (off.length === 1 && HAN.test(off[0]!)) return stretch.join('');
  }
  return null;
}
