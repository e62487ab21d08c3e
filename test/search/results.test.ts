import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FacetChoice, Hit, MatchPlace, SearchableArticle } from '../../src-main/search/search';
import { article, openTestLibrary } from './test-library';
import type { TestLibrary } from './test-library';

const padding = '本地今日多云转晴，气温略有回升，市民出行请注意添衣。'.repeat(8);

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
  await library.add(
    article(1, {
      date: '2020-05-01',
      headline: '冷链进山',
      column: '乡村振兴',
      locality: '水城区',
      paragraphs: ['开头。', `${padding}冷链在这里。`],
    }),
    article(2, { date: '2023-05-01', headline: '天气', column: '乡村振兴', paragraphs: ['开头。', `${padding}说到冷链只有一次。`] }),
    article(3, { date: '2021-05-01', headline: '蔬菜', paper: '凉都晚报', kind: 'brief', paragraphs: ['冷链是导语里的词。', padding] }),
    article(4, { date: '2023-05-01', headline: '又一天', locality: '水城区', paragraphs: ['开头。', `冷链，冷链，还是冷链。${padding}`] }),
    article(5, { date: null, headline: '无日期', paragraphs: ['开头。', `${padding}冷链`] }),
    article(6, { date: '2022-02-02', headline: '远', paragraphs: ['甲乙。', `基地${padding}仓储`] }),
    article(7, { date: '2019-02-02', headline: '近', paragraphs: ['甲乙。', `${padding}仓储基地`] }),
  );
});
afterAll(() => library.close());

const order = async (text: string, sort?: 'relevance' | 'newest' | 'oldest'): Promise<number[]> =>
  (await library.search.query({ text, ...(sort ? { sort } : {}) })).hits.map((hit) => hit.article.id);

describe('quotation marks of the text', () => {
  it('are sought as they are printed, and what the words without them find is told', async () => {
    await library.add(article(2001, { headline: '“稻鱼共生”样板' }), article(2002, { headline: '稻鱼共生' }));
    const quoted = await library.search.query({ text: '“稻鱼共生”' });
    expect([quoted.total, quoted.plain]).toEqual([1, { text: '稻鱼共生', total: 2 }]);
    expect((await library.search.query({ text: '标题:「稻鱼共生」' })).plain).toEqual({ text: '标题:稻鱼共生', total: 2 });
    expect((await library.search.query({ text: '稻鱼共生' })).plain).toBeUndefined();
    await library.remove(2001, 2002);
  });
});

describe('the order of hits', () => {
  it('puts headlines first, then leads, then bodies with more of it, then the newer', async () => {
    expect(await order('冷链')).toEqual([1, 3, 4, 2, 5]);
  });

  it('puts words that stand together first', async () => {
    expect((await order('仓储 基地')).slice(0, 2)).toEqual([7, 6]);
  });

  it('sorts by date both ways, undated last, an edition in its own order', async () => {
    expect(await order('冷链', 'newest')).toEqual([2, 4, 3, 1, 5]);
    expect(await order('冷链', 'oldest')).toEqual([1, 3, 4, 2, 5]);
  });

  it('is the same on every page, and pages join without gap or double', async () => {
    const crowd: SearchableArticle[] = Array.from({ length: 260 }, (_, at) =>
      article(1000 + at, {
        edition: 3,
        date: `2022-0${1 + (at % 9)}-10`,
        headline: at % 7 === 0 ? `药材 ${at}` : `篇 ${at}`,
        paragraphs: [at % 5 === 0 ? '药材导语' : '导语', '药材'.repeat(1 + (at % 4))],
      }),
    );
    await library.add(...crowd);
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      const whole = (await library.search.query({ text: '药材', sort, limit: 500 })).hits.map((hit) => hit.article.id);
      const paged: number[] = [];
      for (let offset = 0; offset < 300; offset += 45)
        paged.push(...(await library.search.query({ text: '药材', sort, limit: 45, offset })).hits.map((hit) => hit.article.id));
      expect(paged).toEqual(whole);
      expect(new Set(whole).size).toBe(260);
    }
    const newest = await library.search.hits({ text: '药材', sort: 'newest', limit: 45, offset: 45 });
    expect(newest.map((hit) => hit.article.id)).toEqual(
      (await library.search.query({ text: '药材', sort: 'newest', limit: 45, offset: 45 })).hits.map((hit) => hit.article.id),
    );
    await library.remove(...crowd.map(({ id }) => id));
  });
});

describe('facets', () => {
  it('count the whole result and narrow it; each counts as if its own choice were not made', async () => {
    const all = await library.search.query({ text: '冷链', limit: 0 });
    expect(all.total).toBe(5);
    expect(all.facets.section).toEqual([
      { value: '乡村振兴', count: 2 },
      { value: '', count: 3 },
    ]);
    expect(all.facets.place).toEqual([
      { value: '水城区', count: 2 },
      { value: '', count: 3 },
    ]);
    expect(all.facets.month).toEqual([
      { value: '', count: 1 },
      { value: '2020-05', count: 1 },
      { value: '2021-05', count: 1 },
      { value: '2023-05', count: 2 },
    ]);
    const narrowed = await library.search.query({ text: '冷链', facets: { section: ['乡村振兴'], kind: ['feature'] } });
    expect(narrowed.hits.map((hit) => hit.article.id)).toEqual([1, 2]);
    expect(narrowed.total).toBe(2);
    expect(narrowed.facets.paper).toEqual([{ value: '贵州日报', count: 2 }]);
    expect(narrowed.facets.section).toContainEqual({ value: '乡村振兴', count: 2 });
    const without = await library.search.query({ text: '冷链', sort: 'oldest', facets: { section: [''] } });
    expect(without.total).toBe(3);
    expect(without.hits.map((hit) => hit.article.column)).toEqual([null, null, null]);
    const brief = await library.search.query({ text: '冷链', facets: { kind: ['brief'] } });
    expect(brief.facets.kind).toEqual([
      { value: 'feature', count: 4 },
      { value: 'brief', count: 1 },
    ]);
    const may = await library.search.query({ text: '冷链', facets: { month: ['2023-05'] } });
    expect(may.hits.map((hit) => hit.article.id)).toEqual([4, 2]);
    expect(may.facets.month).toHaveLength(4);
  });

  it('count articles of no known paper or day as well, so that the rows come to the total, and narrow to them', async () => {
    await library.add(
      article(60, { paper: null, date: null, paragraphs: ['腊肉'] }),
      article(61, { paper: null, paragraphs: ['腊肉'] }),
      article(62, { paragraphs: ['腊肉'] }),
    );
    const { total, facets } = await library.search.query({ text: '腊肉' });
    const sum = (name: 'paper' | 'month') => facets[name].reduce((all, { count }) => all + count, 0);
    expect([total, sum('paper'), sum('month')]).toEqual([3, 3, 3]);
    expect(facets.paper.at(-1)).toEqual({ value: '', count: 2 });
    expect(facets.month[0]).toEqual({ value: '', count: 1 });
    const narrowedTo = async (choice: FacetChoice) =>
      (await library.search.query({ text: '腊肉', sort: 'oldest', facets: choice })).hits
        .map((hit) => hit.article.id)
        .toSorted((a, b) => a - b);
    expect(await narrowedTo({ paper: [''] })).toEqual([60, 61]);
    expect(await narrowedTo({ month: [''] })).toEqual([60]);
    await library.remove(60, 61, 62);
  });

  it('ask nothing of a section or place where no article has one', async () => {
    await library.add(article(63, { paragraphs: ['腊肉'] }));
    const { facets } = await library.search.query({ text: '腊肉' });
    expect([facets.section, facets.place]).toEqual([[], []]);
    await library.remove(63);
  });

  it('hold within one edition too', async () => {
    await library.add(article(50, { edition: 77, paragraphs: ['冷链又一处'] }));
    const { hits, total } = await library.search.query({ text: '冷链', edition: 77 });
    expect([total, hits[0]!.article.id]).toEqual([1, 50]);
    await library.remove(50);
  });
});

const marked = ({ snippet, matches }: Hit): string[] => matches.map(({ start, end }) => snippet.slice(start, end));
const textAt = (one: SearchableArticle, place: MatchPlace): string => {
  const text = place.field === 'paragraph' ? one.paragraphs[place.paragraph]! : one[place.field]!;
  return text.slice(place.start, place.end);
};

describe('what a hit shows', () => {
  it('marks the original characters, whatever form was typed', async () => {
    await library.add(
      article(60, { headline: '物流体系「村ＢＡ」𠮷', paragraphs: ['𠮷野家，𠮷𠮷物流体系，完善Village ＢＡ', '导语之后'] }),
    );
    for (const [typed, shown] of [
      ['物流體系', '物流体系'],
      ['“村ba”', '「村ＢＡ」'],
      ['村BA', '村ＢＡ'],
      ['𠮷', '𠮷'],
    ] as const) {
      const [hit] = (await library.search.query({ text: typed })).hits;
      expect(hit!.headlineMatches.map(({ start, end }) => hit!.article.headline!.slice(start, end))).toContain(shown);
      expect(textAt(hit!.article, hit!.place!)).toBe(shown);
    }
    const [hit] = (await library.search.query({ text: 'village 體系' })).hits;
    expect(marked(hit!)).toEqual(['体系', 'Village']);
    await library.remove(60);
  });

  it('cuts the snippet around the best match, at character borders, and says where it was cut', async () => {
    const { hits } = await library.search.query({ text: '冷链' });
    for (const hit of hits) expect(hit.snippet.length).toBeLessThan(120);
    expect(new Set(hits.flatMap(marked))).toEqual(new Set(['冷链']));
    expect(hits.find((hit) => hit.article.id === 2)!.snippet).toMatch(/^….*说到冷链只有一次。$/u);
    expect(hits.find((hit) => hit.article.id === 4)!.matchCount).toBe(3);
    const long = '长'.repeat(500);
    await library.add(article(61, { paragraphs: [`${'😀'.repeat(200)}${long}`] }));
    const [hit] = (await library.search.query({ text: long })).hits;
    expect(hit!.snippet).not.toMatch(/\p{Surrogate}/u);
    expect(hit!.matches).toHaveLength(1);
    await library.remove(61);
  });

  it('counts and marks every match in an edition, in printed order', async () => {
    const one = article(70, {
      edition: 70,
      kicker: '酸汤',
      headline: '酸汤出山',
      paragraphs: ['酸汤酸汤，', '无', '一碗酸湯'],
      credit: '酸汤社',
    });
    const other = article(71, { edition: 70, headline: '无关', paragraphs: ['只有酸'] });
    await library.add(one, other);
    const marks = await library.search.marks('酸汤', 70);
    expect(marks.map((mark) => mark.article)).toEqual([70]);
    expect(marks[0]!.places.map((place) => [place.field, textAt(one, place)])).toEqual([
      ['kicker', '酸汤'],
      ['headline', '酸汤'],
      ['credit', '酸汤'],
      ['paragraph', '酸汤'],
      ['paragraph', '酸汤'],
      ['paragraph', '酸湯'],
    ]);
    const [hit] = (await library.search.query({ text: '酸汤' })).hits;
    expect(hit!.matchCount).toBe(6);
    expect(await library.search.marks('酸汤', 1)).toEqual([]);
    expect(await library.search.marks('酸汤', 70, { section: ['别的栏目'] })).toEqual([]);
    await library.remove(70, 71);
  });

  it('has no match to show where the query asks for no text', async () => {
    library.flags.bookmarked = [3];
    const [hit] = (await library.search.query({ text: 'is:bookmarked' })).hits;
    expect([hit!.article.id, hit!.place, hit!.matches, hit!.matchCount]).toEqual([3, null, [], 0]);
  });
});
