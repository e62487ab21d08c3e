/** Of a file that holds several pages each article knows its own. */
import { expect, test } from 'vitest';
import { linkJumps } from '../../src-main/text/link-jumps';
import { parseBriefing } from '../../src-main/text/parse-briefing';

const bridge = ['青石新桥建成通车', '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，十二个村寨的山货当天运进县城。'];
const tea = ['白水茶园喜获丰收', '　　今年白水村种下千亩茶园，村民说日子越过越好，合作社请来技术员手把手教大家修剪。'];
const ferry = ['渡口夜航恢复', '　　停了三年的渡口夜航船昨晚重新开航，码头上灯火通明，不少老人带着孙辈来看热闹。'];
const head = (page: string, section: string) => `河湾晚报　2024年5月6日　星期一　${page}　${section}`;

function pagesOf(...lines: readonly (string | readonly string[])[]): readonly (readonly [string | null, string | undefined])[] {
  const { articles } = parseBriefing(lines.flat().join('\n'), { encoding: 'utf-8', fileName: null, language: null });
  return articles.filter(({ kind }) => kind !== 'furniture').map(({ headline, page }) => [headline, page]);
}

test('what stands below a running head is of its page', () => {
  expect(pagesOf(head('A1', '要闻'), '', bridge, '', head('A2', '县区'), '', ferry)).toEqual([
    ['青石新桥建成通车', 'A1'],
    ['渡口夜航恢复', 'A2'],
  ]);
});

test('folios at the foot of the page name what stands above them', () => {
  expect(pagesOf(bridge, '', '第3版', '', tea, '', '第4版')).toEqual([
    ['青石新桥建成通车', '3'],
    ['白水茶园喜获丰收', '4'],
  ]);
});

test.each([
  ['one page', [head('A1', '要闻'), '', bridge, '', tea]],
  ['pages that are not counted upwards', [head('A2', '要闻'), '', bridge, '', head('A1', '县区'), '', tea]],
  ['a first head among the text', [bridge, '', head('A1', '要闻'), '', tea, '', head('A2', '县区'), '', ferry]],
])('nothing is said of %s', (_what, lines) => {
  for (const [, page] of pagesOf(...lines)) expect(page).toBeUndefined();
});

test('a jump within a file goes on at the page it names', () => {
  const start = [...bridge, '（下转A3版）'];
  const text = [
    head('A1', '要闻'),
    '',
    start,
    '',
    head('A2', '县区'),
    '',
    '（上接A1版）',
    '　　村民们在桥上合影。',
    '',
    head('A3', '文化'),
    '',
    '（上接A1版）',
    '　　建设者在桥上合影。',
  ];
  const source = parseBriefing(text.flat().join('\n'), { encoding: 'utf-8', fileName: null, language: null });
  const [link] = linkJumps([source]);
  expect(source.articles.find(({ id }) => id === link?.to.article)?.page).toBe('A3');
});
