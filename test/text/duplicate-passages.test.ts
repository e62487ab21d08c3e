import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../src-main/text/language/language-model';
import { parseBriefing } from '../../src-main/text/parse-briefing';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../resources/language-model.bin', import.meta.url))));

const first =
  '清晨六点，渡口的第一班船已经靠岸，菜农们挑着担子排队上船，船工一边收缆绳一边同熟人打招呼，江面上的雾气还没有散尽。去年秋天，县里筹资改造了三处老码头，装上了栏杆和路灯，老人和孩子上下船再也不用人搀扶。到了傍晚，对岸的学生放学回来，船上又是一片笑声。';
const second =
  '造船厂的老厂房如今成了陈列馆，墙上挂着六十年前的图纸，玻璃柜里摆着铆钉和木尺，退休的老师傅每逢周末都来讲一讲当年怎样用土办法把第一条铁壳船送下水，年轻人听得入神，常常围着他们问个不停。';
const passage = '县里筹资改造了三处老码头，装上了栏杆和路灯，老人和孩子上下船再也不用人搀扶';

function marked(lines: readonly string[]): { readonly copies: readonly string[]; readonly evidence: readonly string[] } {
  const text = lines.join('\n\n');
  const parsed = parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
  return {
    copies: parsed.articles.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'duplicate').map(({ start, end }) => text.slice(start, end))),
    ),
    evidence: parsed.notices
      .filter(({ kind }) => kind === 'duplicate')
      .flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end))),
  };
}

function notice(name: string, matter: string, number: number): string {
  return `${name}：本院受理原告沈亦诉你${matter}一案，现已审理终结。现依法向你公告送达（2024）临0102民初${number}号民事判决书。自公告之日起30日内来本院领取民事判决书，逾期则视为送达。临江县人民法院`;
}

describe('a passage pasted twice is marked, and its notice shows both places', () => {
  it('in the middle of another sentence', () => {
    const at = second.indexOf('师傅');
    const { copies, evidence } = marked(['渡口的早晨', first, second.slice(0, at) + passage + second.slice(at)]);
    expect(copies).toEqual([passage]);
    expect(evidence.filter((shown) => shown.includes('改造了三处老码头'))).toHaveLength(2);
  });

  it('at the foot of a column, behind a paragraph broken off', () => {
    const { copies } = marked(['渡口的早晨', first, second.slice(0, 40) + passage, second.slice(40)]);
    expect(copies).toEqual([passage]);
  });

  it('right behind itself', () => {
    const end = first.indexOf(passage) + passage.length;
    const { copies } = marked(['渡口的早晨', first.slice(0, end) + passage + first.slice(end), second]);
    expect(copies).toEqual([passage]);
  });

  it('but not a sentence that two articles quote', () => {
    const quoted = `县长在会上说：“${passage}。”`;
    const { copies } = marked(['渡口的早晨', first, '造船厂里的陈列馆', `${second}${quoted}会议开了一个上午，各镇的代表都发了言。`]);
    expect(copies).toEqual([]);
  });

  it('but not a form filled in for one case after another, nor blanks', () => {
    const notices = [notice('韩松', '民间借贷纠纷', 318), notice('程砚', '买卖合同纠纷', 402), notice('罗玲', '房屋租赁合同纠纷', 577)];
    expect(marked(['法院公告', ...notices]).copies).toEqual([]);
    const told = parseBriefing(['法院公告', ...notices].join('\n'), { encoding: 'utf-8', fileName: null, language });
    expect(told.articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual(notices);
    expect(marked(['渡口的早晨', first, `Monday, March 18, 2024${' '.repeat(40)}No. 4,512`, second]).copies).toEqual([]);
  });
});
