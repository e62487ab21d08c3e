/**
 * The sign of each of the parser's marks at the edge of a line, and what it means: keys of their words. The list of findings beside an article
 * shows them together. Chinese has a character for each; English what proof-readers write.
 */
import type { ParserMark } from './compose/composed-page';

export const markWords = {
  join: { sign: 'markJoin', means: 'markJoinTitle' },
  moved: { sign: 'markMoved', means: 'markMovedTitle' },
  doubt: { sign: 'markDoubt', means: 'markDoubtTitle' },
  omit: { sign: 'markOmit', means: 'markOmitTitle' },
  split: { sign: 'markSplit', means: 'markSplitTitle' },
} as const satisfies Readonly<Record<ParserMark, { readonly sign: string; readonly means: string }>>;
