/** Papers on the shelf that a query is the name of: their name is in no article's text, and is what many look for. Pure. */
import type { EditionSummary } from '../../src-main/contract/model';
import { simplifiedText } from '../../src-main/contract/simplified';

export interface PaperNamed {
  readonly paper: string;
  /** Latest first. */
  readonly editions: readonly EditionSummary[];
}

/** Fewer characters are in too many names. */
const fewestCharacters = 2;

const plain = (name: string): string => simplifiedText(name.toLowerCase()).replace(/[\s《》"“”]/gu, '');

const latestFirst = (a: EditionSummary, b: EditionSummary) => (b.date.value ?? '').localeCompare(a.date.value ?? '') || b.id - a.id;

/** Traditional and simplified characters are alike. Part of a name is enough unless it has to be `whole`. */
export function papersNamed(editions: readonly EditionSummary[], text: string, whole: boolean): readonly PaperNamed[] {
  const asked = plain(text);
  if (asked.length < fewestCharacters) return [];
  const found = new Map<string, EditionSummary[]>();
  for (const edition of editions) {
    const paper = edition.paper.value;
    if (paper === null || !(whole ? plain(paper) === asked : plain(paper).includes(asked))) continue;
    const known = found.get(paper);
    if (known) known.push(edition);
    else found.set(paper, [edition]);
  }
  return [...found].map(([paper, own]) => ({ paper, editions: own.toSorted(latestFirst) }));
}
