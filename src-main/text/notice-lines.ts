/** Which lines stand in a notice, told by the title above them. Not for who signs it (label-signatures.ts). */
import { NOTICE } from './heading-evidence';
import { endsWithFullStop } from './line-ends';

/** Blocks above a line in which the title of its notice stands. */
const LONGEST_NOTICE = 8;

/** Only running text stands between a line and the title of a notice above it. */
export function isInNotice(texts: readonly string[], index: number): boolean {
  let at = index - 1;
  while (at > 0 && index - at < LONGEST_NOTICE && endsWithFullStop(texts[at]!)) at--;
  return NOTICE.test(texts[at] ?? '');
}
