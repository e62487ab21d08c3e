/** The section printed beside a page's folio is that of its articles. */
import { expect, test } from 'vitest';
import { parseBriefing } from '../../src-main/text/parse-briefing';
import { sectionInHead } from '../../src-main/text/section-in-file';

const bridge = '青石新桥建成通车\n　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，十二个村寨的山货当天运进县城。';
const tea = '白水茶园喜获丰收\n　　今年白水村种下千亩茶园，村民说日子越过越好，合作社请来技术员手把手教大家修剪。';

function sectionsOf(...lines: readonly string[]): readonly (readonly [string | null, string | undefined])[] {
  const { articles } = parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language: null });
  return articles.filter(({ kind }) => kind !== 'furniture').map(({ headline, section }) => [headline, section]);
}

const head = (page: string, section: string) => `河湾晚报　2024年5月6日　星期一　${page}　${section}`;

test.each([
  ['华阳日报 2024年3月18日 星期一 第三版 文化', '文化'],
  ['中華民國113年3月18日 星期一 A3 社會', '社會'],
  ['第02版：本市', '本市'],
  ['A2版 县区', '县区'],
  ['民生　A14', '民生'],
  ['2024年3月18日 星期一 第三版', null],
  ['A3 星期一', null],
  ['第3版 责编王明', null],
  ['河湾晚报　A3', null],
])('%s names the section %s', (head, section) => {
  expect(sectionInHead(head)).toBe(section);
});

test('articles are of the section their page’s head names', () => {
  expect(sectionsOf('河湾晚报', '2024年3月18日 星期一', '第02版：本市', '', bridge)).toEqual([['青石新桥建成通车', '本市']]);
});

test('of a file of several pages each article is of its own page’s section', () => {
  expect(sectionsOf(head('A1', '要闻'), '', bridge, '', head('A2', '县区'), '', tea)).toEqual([
    ['青石新桥建成通车', '要闻'],
    ['白水茶园喜获丰收', '县区'],
  ]);
});

test('no section is named where none is printed', () => {
  expect(sectionsOf('河湾晚报 2024年3月18日 第3版', '', bridge)).toEqual([['青石新桥建成通车', undefined]]);
});
