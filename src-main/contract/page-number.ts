/** What an edition page is called, however it is printed: 4, ４, 四, 第4版, A04. Pure. */

const DIGITS = '零一二三四五六七八九';

/** Null where no number stands in it. */
export function pageNumber(printed: string | null): number | null {
  if (printed === null) return null;
  const digits = /[0-9０-９]+/u.exec(printed)?.[0];
  if (digits) return Number(digits.normalize('NFKC'));
  const han = /[〇零一二三四五六七八九十]+/u.exec(printed)?.[0];
  if (!han) return null;
  const ten = han.indexOf('十');
  if (ten < 0) return [...han].reduce((sum, character) => sum * 10 + value(character), 0);
  return (ten === 0 ? 1 : value(han[ten - 1])) * 10 + (ten === han.length - 1 ? 0 : value(han[ten + 1]));
}

function value(character: string | undefined): number {
  return Math.max(0, DIGITS.indexOf(character === undefined || character === '〇' ? '零' : character));
}

/** The letter of "A4", in capitals; empty where there is none. */
export function pageLetters(printed: string | null): string {
  return /[A-Za-z]+/u.exec(printed?.normalize('NFKC') ?? '')?.[0].toUpperCase() ?? '';
}

/** The same for every way to print a page; what has no number is what it is. */
export function pageKey(printed: string): string {
  const number = pageNumber(printed);
  return number === null ? printed.normalize('NFKC').trim().toLowerCase() : `${pageLetters(printed)}${number}`;
}

/** As pages lie: A2, A10, B1; what has no number comes last. */
export function comparePrintedPages(a: string | null, b: string | null): number {
  const [first, second] = [pageNumber(a), pageNumber(b)];
  if ((first === null) !== (second === null)) return first === null ? 1 : -1;
  return pageLetters(a).localeCompare(pageLetters(b)) || (first ?? 0) - (second ?? 0);
}
