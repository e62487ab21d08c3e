/** Names of printed pages as one list: neighbours as a range, all others one by one. Pure. */
import { printedNumeral } from './printed-numeral';

interface NamedPage {
  /** What stands before the number: A in A03. */
  readonly letters: string;
  readonly number: number;
}

/** `['1', '2', '3', '8']` as 1至3、8 or 1–3, 8: no page is named that is not there. `pages` in page order. */
export function listPages(pages: readonly string[], language: string): string {
  const chinese = language.startsWith('zh');
  const [range, comma] = chinese ? ['至', '、'] : ['–', ', '];
  const runs: string[][] = [];
  for (const page of chinese ? pages : pages.map(printedNumeral)) {
    const run = runs.at(-1);
    if (run && follows(run.at(-1) ?? '', page)) run.push(page);
    else runs.push([page]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0]}${range}${run.at(-1)}`])).join(comma);
}

function follows(before: string, page: string): boolean {
  const [one, other] = [named(before), named(page)];
  return one !== null && other !== null && one.letters === other.letters && other.number === one.number + 1;
}

function named(page: string): NamedPage | null {
  const [, letters, digits] = /^([A-Za-z]*)(\d+)$/u.exec(page) ?? [];
  return digits === undefined ? null : { letters: letters ?? '', number: Number(digits) };
}
