import { describe, expect, it } from 'vitest';
import { isMadeOfHeadParts, isNameInPinyin, isSectionName, readHeadParts } from '../../src-main/text/head-parts';

describe('a line made of a running head’s parts', () => {
  it.each([
    ['the year by stems and branches, pages and issue', '乙巳年二月初六　今日16版　第9046号'],
    ['supplement, section and folio', '芦荡　随笔　B07'],
    ['a weekly’s days', '2015年6月2日—8日'],
    ['a weekly’s days in figures, issue and section', '2011.3.28—4.3　第12期　城乡'],
    ['two pages side by side', '12-13　特别报道'],
    ['day, issue, section and bare folio', '2022年7月5日　总第418期　　镇街新闻　3'],
  ])('is one: %s', (_, line) => expect(isMadeOfHeadParts(line)).toBe(true));

  it.each([
    ['a result', '3-2　主场'],
    ['a title set with blanks', '投入少　见效快　不闲置'],
    ['a column’s number', '口述往事　第36期'],
    ['a sentence with a day', '2015年6月2日，渡口重新开航'],
    ['a section alone', '乡村'],
  ])('is none: %s', (_, line) => expect(isMadeOfHeadParts(line)).toBe(false));

  it('names a section, also set wide', () => {
    expect(isSectionName('戏 曲')).toBe(true);
    expect(isSectionName('渡口添了两盏航标灯')).toBe(false);
    expect(readHeadParts('戏 曲')).toEqual([{ kind: 'name', text: '戏曲' }]);
  });

  it('names the paper in Latin capitals by its syllables', () => {
    expect(isNameInPinyin('BAIHE ECONOMIC')).toBe(true);
    expect(isNameInPinyin('BLACK FRIDAY')).toBe(false);
    expect(isNameInPinyin('BAIHE')).toBe(false);
  });
});
