/** A page's name as printed, for a language without Chinese numerals: 一 is 1, 十二 is 12; A03 and whatever else stay as they are. Pure. */

const digits = '零一二三四五六七八九';
const numeral = /^[〇○零一二三四五六七八九十百]+$/u;

const value = (character: string, none: number): number => (character === '' ? none : digits.indexOf(character));

export function printedNumeral(printed: string): string {
  if (!numeral.test(printed)) return printed;
  const plain = printed.replaceAll(/[〇○]/gu, '零');
  if (!/[十百]/u.test(plain)) return [...plain].map((character) => digits.indexOf(character)).join('');
  const [tens = '', hundreds = ''] = plain.split('百').toReversed();
  const [ones = '', ten] = tens.replaceAll('零', '').split('十').toReversed();
  return String((plain.includes('百') ? value(hundreds, 1) * 100 : 0) + (ten === undefined ? 0 : value(ten, 1) * 10) + value(ones, 0));
}
