/** What is said at the edge of a text whose other part is elsewhere, and that pages keep a line for it. */
import { expect, test } from 'vitest';
import type { Edition } from '../../src-main/contract/model';
import { plainAdvances } from '../../src-renderer/reader/compose/advances';
import { composeEdition } from '../../src-renderer/reader/compose/compose-edition';
import type { PageElement } from '../../src-renderer/reader/compose/composed-page';
import { pageGeometry, verticalGeometry } from '../../src-renderer/reader/compose/geometry';
import { missedPage, openEnds } from '../../src-renderer/reader/open-ends';
import { seedEdition } from './seed-edition';

const long = '上世纪九十年代，澜江两岸有大小造纸厂47家。黑水顺着排污口流进江里，江面上漂着白沫，鱼虾绝迹。';
const goesOn = `一条河的三十年\n本报记者 沈墨白\n\n${long}\n\n三年里，铺设管网312公里，新建污水处理厂6座，\n\n（下转第4版）\n`;
const cameFrom = `澜江日报\n2025年3月20日 星期四\n第4版 综合\n\n（上接第1版）\n\n沿江乡镇的生活污水第一次有了去处。\n\n${long}\n`;

const storyOf = (edition: Edition) => {
  const story = edition.contents.find(({ headline }) => headline === '一条河的三十年');
  if (!story) throw new Error('the story is found');
  return story;
};

function elementsOf(edition: Edition, vertical: boolean): readonly PageElement[] {
  const geometry = (vertical ? verticalGeometry : pageGeometry)(1040, 732, 15);
  const page = composeEdition(edition, geometry, { justify: true }, plainAdvances).page(0);
  return page?.modules.flatMap(({ parts }) => parts.flatMap(({ elements }) => elements)) ?? [];
}

test.each([
  ['goes on', goesOn, 'to', '4', -1],
  ['began', cameFrom, 'from', '1', 0],
] as const)(
  'a story that %s on another page says so on a line of its own at that end of its text',
  (_what, text, direction, missed, at) => {
    const read = seedEdition(text);
    // The sample of a second part has the headline that readers may give it.
    const contents = read.contents.map((article) => ({ ...article, headline: article.headline ?? '一条河的三十年' }));
    const edition = { ...read, contents };
    const [end] = openEnds(storyOf(edition));
    expect(end).toMatchObject({ direction, page: missed });
    expect(storyOf(edition).notices[end?.finding ?? -1]?.kind).toBe('jump-open');
    for (const vertical of [false, true]) {
      const body = elementsOf(edition, vertical).filter((one) => one.kind === 'open-end' || (one.kind === 'line' && one.paragraph >= 0));
      expect(body.filter(({ kind }) => kind === 'open-end')).toHaveLength(1);
      expect(body.at(at)).toMatchObject({ kind: 'open-end', open: { direction, page: missed } });
      const places = body.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(body.length);
    }
  },
);

test('nothing is said once the reader has dismissed the finding', () => {
  const edition = seedEdition(goesOn);
  const contents = edition.contents.map((article) => ({ ...article, notices: [] }));
  expect(openEnds(storyOf({ ...edition, contents }))).toEqual([]);
  expect(elementsOf({ ...edition, contents }, false).some(({ kind }) => kind === 'open-end')).toBe(false);
});

test.each([
  ['4', ['1'], 'missing'],
  ['四', ['1', '4'], 'there'],
  ['4', ['A1', 'A4'], 'there'],
  ['A4', ['A1', 'B4'], 'missing'],
  [null, ['1'], 'elsewhere'],
] as const)('page %s of an edition with pages %j is %s', (page, pages, expected) => {
  expect(missedPage({ pages }, { direction: 'to', page, finding: 0 })).toBe(expected);
});
