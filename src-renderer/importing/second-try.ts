/** What may come of handing a failed file in again. Pure. Not for how it is offered: see import-results.tsx. */
import type { ProblemData } from '../../src-main/contract/model';

/** The same bytes fail in the same way where what is in them, or how many they are, was the reason. */
const forGood: ReadonlySet<ProblemData['code']> = new Set([
  'file-empty',
  'file-binary',
  'file-other-form',
  'file-old-form',
  'file-locked',
  'file-no-text',
  'file-too-large',
  'file-too-hard',
  'file-not-text',
]);

export function mayWorkAgain({ code }: ProblemData): boolean {
  return !forGood.has(code);
}

/** Another encoding helps what could not be read as text; it makes no file smaller or fuller, and no picture a page. */
export function mayBeEncoding({ code, values }: ProblemData): boolean {
  return code === 'file-not-text' || (code === 'file-binary' && values?.['signature'] === undefined);
}

/** Of these the text is taken out; their bytes are none that could be read in another encoding. */
export function hasNoEncoding(name: string): boolean {
  return /\.(?:docx|pdf)$/iu.test(name);
}
