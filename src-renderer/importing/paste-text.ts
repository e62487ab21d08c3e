/** Pasted text as a file. Pure. Not for the clipboard itself: see use-intake.ts. */
import type { GatheredFile } from './gathered-file';

/** A word or two on the clipboard is a slip of the fingers, not a page. */
const fewestCharacters = 10;
const longestName = 40;

const two = (value: number) => String(value).padStart(2, '0');

/** The first line where it is short enough to be a title, else the day and minute of pasting; always `.txt`. */
export function nameOfPaste(text: string, now: Date): string {
  const first = text
    .split(/[\r\n\u2028\u2029]/u)
    .map((line) =>
      line
        .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .find((line) => line !== '');
  if (first !== undefined && Array.from(first).length <= longestName) return `${first}.txt`;
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}.txt`;
}

/** Null where there is too little text to be a newspaper's. Half a surrogate pair becomes U+FFFD: a clipboard has no bytes to keep. */
export function fileOfPaste(text: string, now: Date): GatheredFile | null {
  if (Array.from(text.replace(/\s/gu, '')).length < fewestCharacters) return null;
  const name = nameOfPaste(text, now);
  const blob = new Blob([text], { type: 'text/plain' });
  return { name, path: name, open: () => Promise.resolve(blob), encoding: 'utf-8' };
}
