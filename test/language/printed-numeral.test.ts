import { expect, test } from 'vitest';
import { printedNumeral } from '../../src-renderer/language/printed-numeral';

test('the page of an English sentence is a numeral, whichever way the paper prints it', () => {
  const printed = ['一', '九', '十', '十二', '二十', '二十三', '一〇', '一百零二', '一百一十', 'A03', '4', '头'];
  expect(printed.map(printedNumeral)).toEqual(['1', '9', '10', '12', '20', '23', '10', '102', '110', 'A03', '4', '头']);
});
