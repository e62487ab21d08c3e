/** What the reader puts right in how a file is cut into articles: it holds, is searched, survives every reading anew, and can be taken back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, boolean, constantFrom, nat, oneof, property, record, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, Edition, LineChange, LineRole } from '../../src-main/contract/model';
import type { ParsedNotice, ParsedSource } from '../../src-main/contract/parsed';
import { applyCorrections } from '../../src-main/library/apply-corrections';
import type { PlacedChange } from '../../src-main/library/apply-corrections';
import { paragraphOf } from '../../src-main/library/article-lines';
import { bareArticle } from '../../src-main/library/bare-article';
import { openConnection } from '../../src-main/store/database';
import { parseBriefing } from '../../src-main/text/parse-briefing';
import { importFiles, importTexts, jobEnd, libraryIn, onlyEdition, SEED_FILE, temporaryFolder } from './library-in-folder';
import type { TestLibrary } from './library-in-folder';

const text = [
  '青石新桥建成通车',
  '',
  '　　本报讯（记者 张三）昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，周边十二个村寨的山货从此可以当天运进县城。',
  '　　白水茶园喜获丰收',
  '　　今年白水村种下千亩茶园，村民说日子越过越好，合作社还请来技术员手把手教大家修剪和采摘。',
  '　　新桥全长八百米，双向四车道，茶园的路也通到桥头，村民采摘的茶叶当天下山。',
  '',
].join('\n');
const offsetOf = (words: string) => text.indexOf(words);

async function libraryWithText(): Promise<{ readonly library: TestLibrary; readonly source: number }> {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: '云岭日报-2024-05-06-01.txt', text });
  const [file] = (await onlyEdition(library)).files;
  return { library, source: file?.id ?? 0 };
}

const add = (library: TestLibrary, source: number, words: string, change: LineChange) =>
  library.ask('correction.add', { place: { source, offset: offsetOf(words) }, change });

function articleWith(edition: Edition, words: string): Article {
  const found = edition.contents.find((article) => printed(article).includes(words));
  if (!found) throw new Error(`no article holds ${words}`);
  return found;
}

function printed(article: Article): string {
  return [article.headline, ...article.paragraphs.map((paragraph) => paragraph.text)].join('\n');
}

/** What a reader sees of an edition, without the numbers that each reading gives anew. */
function seen(edition: Edition): unknown {
  return edition.contents.map((article) => [
    article.kind,
    article.headline,
    article.byline,
    article.paragraphs.map(({ role, text: words }) => [role, words]),
  ]);
}

test('a line that ends in a picture credit begins an article, and what is printed before it keeps its headline', async () => {
  const library = await libraryIn(temporaryFolder());
  const story = [
    '青石新桥建成通车',
    '本报记者 张三',
    '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，周边十二个村寨的山货从此可以当天运进县城。',
    '　　在白水村的田里，村民驾驶插秧机抢插早稻，今年的春播比往年提前了五天。 本报记者 李四 摄',
  ].join('\n');
  await importTexts(library, { name: '云岭日报-2024-05-06-01.txt', text: story });
  const [file] = (await onlyEdition(library)).files;
  await library.ask('correction.add', {
    place: { source: file!.id, offset: story.indexOf('在白水村') },
    change: { kind: 'begin-article', role: 'body' },
  });
  const [bridge, field] = (await onlyEdition(library)).contents;
  expect(bridge).toMatchObject({ headline: '青石新桥建成通车', credit: null });
  expect(bridge!.paragraphs.map((paragraph) => paragraph.text.slice(0, 4))).toEqual(['昨日上午']);
  expect(field).toMatchObject({ headline: null, credit: '本报记者 李四 摄' });
  expect(field!.paragraphs.map((paragraph) => paragraph.text.slice(0, 4))).toEqual(['在白水村']);
});

test('a line begins an article: it is a headline, is found by search, and is as before when taken back', async () => {
  const { library, source } = await libraryWithText();
  const before = seen(await onlyEdition(library));
  const { correction, article } = await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  const edition = await onlyEdition(library);
  const tea = articleWith(edition, '千亩茶园');
  expect(tea.headline).toBe('白水茶园喜获丰收');
  expect(tea.id).toBe(article);
  expect(printed(articleWith(edition, '十二个村寨'))).not.toContain('千亩茶园');
  const found = await library.ask('search.query', { text: '标题:白水茶园' });
  expect(found.hits.map((hit) => hit.headline)).toEqual(['白水茶园喜获丰收']);
  expect((await library.ask('correction.list', { source })).map(({ quote }) => quote)).toEqual(['白水茶园喜获丰收']);

  await library.ask('correction.remove', { correction });
  expect(seen(await onlyEdition(library))).toEqual(before);
});

test('lines are joined, parted, left out, moved to another article and given another part to play', async () => {
  const { library, source } = await libraryWithText();
  await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  await add(library, source, '新桥全长八百米', { kind: 'move', to: offsetOf('青石新桥建成通车') });
  let edition = await onlyEdition(library);
  expect(printed(articleWith(edition, '十二个村寨'))).toContain('新桥全长八百米');
  expect(printed(articleWith(edition, '千亩茶园'))).not.toContain('新桥全长八百米');

  await add(library, source, '新桥全长八百米', { kind: 'join' });
  edition = await onlyEdition(library);
  const joined = articleWith(edition, '十二个村寨').paragraphs.find((paragraph) => paragraph.text.includes('新桥全长八百米'));
  expect(joined?.text).toContain('当天运进县城。新桥全长');
  await add(library, source, '新桥全长八百米', { kind: 'split' });
  edition = await onlyEdition(library);
  expect(articleWith(edition, '十二个村寨').paragraphs.some((paragraph) => paragraph.text.startsWith('新桥全长八百米'))).toBe(true);

  await add(library, source, '新桥全长八百米', { kind: 'role', role: 'deck' });
  expect(articleWith(await onlyEdition(library), '十二个村寨').deck).toMatch(/^新桥全长八百米/u);
  await add(library, source, '新桥全长八百米', { kind: 'leave-out' });
  edition = await onlyEdition(library);
  const loose = articleWith(edition, '新桥全长八百米');
  expect(loose.kind).toBe('fragment');
  expect(edition.sections.find((section) => section.kind === 'unplaced')?.articles).toContain(loose.id);
});

test('a line is moved with all that follows it; an article goes into another whole, its title a subhead there', async () => {
  const { library, source } = await libraryWithText();
  const whole = printed(articleWith(await onlyEdition(library), '十二个村寨'));
  await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  const tea = articleWith(await onlyEdition(library), '千亩茶园');
  expect(tea.headline).toBe('白水茶园喜获丰收');
  await add(library, source, '白水茶园喜获丰收', { kind: 'move', to: offsetOf('青石新桥建成通车'), rest: true });
  const edition = await onlyEdition(library);
  expect(edition.contents.map(({ headline }) => headline)).not.toContain('白水茶园喜获丰收');
  const bridge = articleWith(edition, '十二个村寨');
  expect(printed(bridge)).toContain('千亩茶园');
  expect(printed(bridge).length).toBeGreaterThanOrEqual(whole.length);
  expect(bridge.paragraphs.filter(({ role }) => role === 'subhead').map(({ text }) => text)).toContain('白水茶园喜获丰收');
});

test('what a line was said to be it is still where it is moved to, alone, with all that follows it, or with its article', () => {
  const begin: PlacedChange = { offset: offsetOf('白水茶园'), change: { kind: 'begin-article', role: 'headline' } };
  const said = (role: LineRole): PlacedChange => ({ offset: offsetOf('白水茶园'), change: { kind: 'role', role } });
  const to = offsetOf('青石新桥');
  const moves: readonly LineChange[] = [
    { kind: 'move', to },
    { kind: 'move', to, rest: true },
    { kind: 'move', to, rest: true, after: offsetOf('昨日上午') },
    { kind: 'merge', to },
  ];
  for (const change of moves) {
    const { articles } = correctedIn(text, begin, said('column'), { offset: offsetOf('白水茶园'), change });
    const [bridge] = articles;
    expect(bridge).toMatchObject({ headline: '青石新桥建成通车', column: '白水茶园喜获丰收' });
    expect(bridge!.paragraphs.map(({ role }) => role)).not.toContain('subhead');
  }
  // An article that has its headline gets no other by what comes to it.
  const { articles } = correctedIn(text, begin, said('headline'), {
    offset: offsetOf('白水茶园'),
    change: { kind: 'move', to, rest: true },
  });
  expect(articles.map(({ headline, paragraphs }) => [headline, ...paragraphs.map(({ role }) => role)])).toEqual([
    ['青石新桥建成通车', 'body', 'subhead', 'body', 'body'],
  ]);
});

test('a line sent to another article by itself is there what the parser had read it as, whatever is sent after it', () => {
  const page = [
    '石潼区',
    '',
    '九百名网格员绣出城区精细活',
    '',
    '老茶厂变身研学基地',
    '',
    '本报讯（记者 温岚）11月28日，云雾镇老茶厂迎来一批特殊的客人，他们在这里学采茶、看制茶、品茶香。',
    '',
    '本报讯（通讯员 项小舟）11月30日，前进街道网格员柯美玲在手机上点击办结，距离居民报修仅过去两个小时。',
    '',
  ].join('\n');
  const at = (words: string) => page.indexOf(words);
  const said: readonly PlacedChange[] = [
    { offset: at('本报讯（通讯员'), change: { kind: 'begin-article', role: 'body' } },
    { offset: at('石潼区'), change: { kind: 'role', role: 'locality' } },
    { offset: at('九百名'), change: { kind: 'role', role: 'headline' } },
    { offset: at('老茶厂'), change: { kind: 'role', role: 'headline' } },
  ];
  // What was read so, by whichever rule, before anything is put right.
  const read = correctedIn(page, ...said);
  const moved = (...lines: readonly string[]) => {
    const changes = lines.map((words): PlacedChange => ({ offset: at(words), change: { kind: 'move', to: at('本报讯（通讯员') } }));
    return applyCorrections(read, page, changes).articles.at(-1);
  };
  expect(moved('九百名')).toMatchObject({ headline: '九百名网格员绣出城区精细活' });
  for (const lines of [
    ['九百名', '石潼区'],
    ['石潼区', '九百名'],
  ]) {
    const grid = moved(...lines);
    expect(grid).toMatchObject({ headline: '九百名网格员绣出城区精细活', locality: '石潼区' });
    expect(grid?.paragraphs.map(({ text: words }) => words.slice(0, 3))).toEqual(['本报讯']);
  }
  // An article that has its headline gets no other: what is printed over it is its kicker, what is printed under it a subhead.
  expect(moved('老茶厂', '九百名')).toMatchObject({ headline: '老茶厂变身研学基地', kicker: '九百名网格员绣出城区精细活' });
  expect(moved('九百名', '老茶厂')?.paragraphs.map(({ role }) => role)).toEqual(['subhead', 'body']);
});

test('a piece of a story that was read as the column of another is text of the story it is taken into, unless the reader had said what it is', () => {
  const page = [
    '社区食堂飘香',
    '　　食堂负责人算了一笔账，每份套餐成本十元，差额由街道补贴，食',
    '',
    '堂自己还要',
    '公租房配租下月启动',
    '　　本报讯（记者 方园）今年第一批公租房配租将于四月启动，共推出房源一千二百套。',
    '',
  ].join('\n');
  const at = (words: string) => page.indexOf(words);
  const said: readonly PlacedChange[] = [
    { offset: at('公租房'), change: { kind: 'begin-article', role: 'headline' } },
    { offset: at('堂自己'), change: { kind: 'move', to: at('公租房') } },
    { offset: at('堂自己'), change: { kind: 'role', role: 'column' } },
  ];
  const read = correctedIn(page, ...said);
  expect(read.articles.map(({ column }) => column)).toEqual([null, '堂自己还要']);
  for (const after of [undefined, null, at('食堂负责人')]) {
    const move: PlacedChange = {
      offset: at('堂自己'),
      change: { kind: 'move', to: at('社区'), ...(after === undefined ? {} : { after }) },
    };
    const [canteen, housing] = applyCorrections(read, page, [move]).articles;
    expect([canteen!.column, housing!.column]).toEqual([null, null]);
    const words = canteen!.paragraphs.map(({ role, text: printedThere }) => `${role} ${printedThere.slice(0, 5)}`);
    expect(words.toSorted()).toEqual(['body 堂自己还要', 'body 食堂负责人']);
    // What the reader has said themselves it stays.
    expect(correctedIn(page, ...said, move).articles[0]!.column).toBe('堂自己还要');
  }
});

test('an article goes into the one before it whole: found under it at once, its bookmark on its words, and apart again when taken back', async () => {
  const { library, source } = await libraryWithText();
  await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  const apart = await onlyEdition(library);
  const place = { source, offset: offsetOf('今年白水村') };
  await library.ask('bookmark.add', { place });
  await library.ask('position.save', { edition: apart.id, place });
  const { correction, article } = await add(library, source, '白水茶园喜获丰收', { kind: 'merge', to: offsetOf('昨日上午') });
  const edition = await onlyEdition(library);
  expect(edition.contents).toHaveLength(apart.contents.length - 1);
  const bridge = articleWith(edition, '千亩茶园');
  expect(bridge.id).toBe(article);
  expect([bridge.headline, ...bridge.paragraphs.map(({ role, text: words }) => `${role} ${words.slice(0, 4)}`)]).toEqual([
    '青石新桥建成通车',
    'body 本报讯（',
    'subhead 白水茶园',
    'body 今年白水',
    'body 新桥全长',
  ]);
  const found = await library.ask('search.query', { text: '千亩茶园' });
  expect(found.hits.map(({ headline, place: at }) => [headline, at])).toEqual([
    ['青石新桥建成通车', { source, offset: offsetOf('千亩茶园') }],
  ]);
  expect((await library.ask('search.query', { text: '标题:白水茶园' })).total).toBe(0);
  expect((await library.ask('bookmark.list', {})).map((mark) => [mark.place, mark.article, mark.quote.slice(0, 5)])).toEqual([
    [place, bridge.id, '今年白水村'],
  ]);
  expect(edition.position).toEqual(place);

  await library.ask('correction.remove', { correction });
  expect(seen(await onlyEdition(library))).toEqual(seen(apart));
  expect((await library.ask('search.query', { text: '标题:白水茶园' })).total).toBe(1);
});

const judgement = { rule: 'test', confidence: 'guess' } as const;

const correctedIn = (story: string, ...changes: readonly PlacedChange[]) =>
  applyCorrections(parseBriefing(story, { encoding: 'utf-8', fileName: null, language: null }), story, changes);

test('an article without a headline gets that of what comes to it, and nothing comes of merging one with itself', () => {
  const begin = (words: string, role: 'headline' | 'body'): PlacedChange => ({
    offset: offsetOf(words),
    change: { kind: 'begin-article', role },
  });
  const cut = [begin('本报讯', 'body'), begin('白水茶园', 'headline'), begin('新桥全长', 'body')];
  const { articles: apart } = correctedIn(text, ...cut);
  expect(apart.map(({ headline }) => headline)).toEqual([null, null, '白水茶园喜获丰收', null]);
  const { articles } = correctedIn(text, ...cut, { offset: offsetOf('白水茶园'), change: { kind: 'merge', to: offsetOf('本报讯') } });
  expect(articles.map(({ headline, paragraphs }) => [headline, ...paragraphs.map(({ text: words }) => words.slice(0, 4))])).toEqual([
    [null, '青石新桥'],
    ['白水茶园喜获丰收', '本报讯（', '今年白水'],
    [null, '新桥全长'],
  ]);
  const { articles: same } = correctedIn(text, ...cut, {
    offset: offsetOf('白水茶园'),
    change: { kind: 'merge', to: offsetOf('今年白水') },
  });
  expect(same).toEqual(apart);
});

const openingsOf = ({ articles }: ParsedSource) =>
  articles.map(({ id, paragraphs }) => [id, ...paragraphs.map(({ text: words }) => words.slice(0, 2))]);

test('of two articles on one line the one goes that has the words, and a fragment that has come to an article is none any more', () => {
  const story = '昨日上午，青石新桥正式建成通车。\n新桥全长八百米。了出去，去年就有四十多人返乡种茶。\n';
  const spanOf = (words: string) => ({ start: story.indexOf(words), end: story.indexOf(words) + words.length });
  const holding = (id: string, kind: 'brief' | 'fragment', words: string) => ({
    ...bareArticle(id, kind, judgement),
    paragraphs: [paragraphOf('body', [{ ...spanOf(words), kind: 'text', glue: '' }], story)],
  });
  const orphan: ParsedNotice = { kind: 'orphan', spans: [spanOf('了出去，去年就有四十多人返乡种茶。')], judgement };
  const parsed: ParsedSource = {
    ...parseBriefing(story, { encoding: 'utf-8', fileName: null, language: null }),
    articles: [
      holding('bridge', 'brief', '昨日上午，青石新桥正式建成通车。'),
      holding('length', 'brief', '新桥全长八百米。'),
      holding('rest', 'fragment', '了出去，去年就有四十多人返乡种茶。'),
    ],
    notices: [orphan],
  };
  const merge = (words: string) => applyCorrections(parsed, story, [{ offset: story.indexOf(words), change: { kind: 'merge', to: 0 } }]);
  expect(openingsOf(merge('新桥全长'))).toEqual([
    ['bridge', '昨日', '新桥'],
    ['rest', '了出'],
  ]);
  expect(merge('新桥全长').notices).toEqual([orphan]);
  expect(openingsOf(merge('了出去'))).toEqual([
    ['bridge', '昨日', '了出'],
    ['length', '新桥'],
  ]);
  expect(merge('了出去').notices).toEqual([]);
});

test('a line that came back to its article begins another once more, beside what it was the beginning of before', () => {
  const begin: PlacedChange = { offset: offsetOf('白水茶园'), change: { kind: 'begin-article', role: 'headline' } };
  const back: PlacedChange = {
    offset: offsetOf('白水茶园'),
    change: { kind: 'move', to: offsetOf('昨日上午'), after: offsetOf('青石新桥') },
  };
  const { articles } = correctedIn(text, begin, back, begin);
  expect(articles).toHaveLength(3);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(3);
});

test('what is merged goes on where its last part does', () => {
  const story = [
    '青石新桥建成通车',
    '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷。',
    '白水茶园喜获丰收',
    '　　今年白水村种下千亩茶园，村民说日子越过越好。（下转第四版）',
    '',
  ].join('\n');
  const at = (words: string) => story.indexOf(words);
  const begin: PlacedChange = { offset: at('白水茶园'), change: { kind: 'begin-article', role: 'headline' } };
  const { articles: apart } = correctedIn(story, begin);
  expect(apart.map(({ jump }) => jump?.to)).toEqual([undefined, '四']);
  const { articles } = correctedIn(story, begin, { offset: at('白水茶园'), change: { kind: 'merge', to: at('青石新桥') } });
  expect(articles.map(({ headline, jump }) => [headline, jump?.to])).toEqual([['青石新桥建成通车', '四']]);
});

test('what goes on from another page still does when a fragment above it is merged with it', () => {
  const story = [
    '　　了出去，村民们都说好，还要再种五百亩。',
    '',
    '（上接第一版）',
    '青石新桥建成通车',
    '　　新桥全长八百米，双向四车道，由县里自行设计。',
    '',
  ].join('\n');
  const at = (words: string) => story.indexOf(words);
  const { articles } = correctedIn(story, { offset: at('新桥全长'), change: { kind: 'merge', to: at('了出去') } });
  expect(articles.map(({ headline, jump }) => [headline, jump?.from])).toEqual([['青石新桥建成通车', '一']]);
});

test('what was printed in the wrong order is put behind another line, alone or with all that follows it', () => {
  const story = [
    '青石新桥建成通车',
    '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷。',
    '　　新桥全长八百米，双向四车道，由县里自行设计。',
    '　　新桥工期两年，建设者克服了汛期的困难。',
    '　　通车当天，村民们在新桥上合影。',
    '',
  ].join('\n');
  const at = (words: string) => story.indexOf(words);
  const parsed = parseBriefing(story, { encoding: 'utf-8', fileName: null, language: null });
  const orderAfter = (...changes: readonly PlacedChange[]) =>
    applyCorrections(parsed, story, changes).articles.map(({ paragraphs }) => paragraphs.map(({ text: words }) => words.slice(0, 4)));
  const to = at('昨日上午');
  expect(orderAfter()).toEqual([['昨日上午', '新桥全长', '新桥工期', '通车当天']]);
  const rest: PlacedChange = { offset: at('新桥工期'), change: { kind: 'move', to, after: null, rest: true } };
  expect(orderAfter(rest)).toEqual([['新桥工期', '通车当天', '昨日上午', '新桥全长']]);
  const alone: PlacedChange = { offset: to, change: { kind: 'move', to, after: at('新桥工期') } };
  expect(orderAfter(rest, alone)).toEqual([['新桥工期', '昨日上午', '通车当天', '新桥全长']]);
  // Behind what goes with it there is no place; behind the headline is before all text.
  expect(orderAfter({ offset: to, change: { kind: 'move', to, after: at('通车当天'), rest: true } })).toEqual(orderAfter());
  expect(orderAfter({ offset: at('通车当天'), change: { kind: 'move', to, after: 0 } })).toEqual([
    ['通车当天', '昨日上午', '新桥全长', '新桥工期'],
  ]);
  // In the middle of a paragraph, where a line of it ends.
  const joined: PlacedChange = { offset: at('新桥工期'), change: { kind: 'join' } };
  expect(orderAfter(joined, { offset: to, change: { kind: 'move', to, after: at('新桥全长') } })).toEqual([
    ['新桥全长', '昨日上午', '新桥工期', '通车当天'],
  ]);
});

test('a line that comes into an article stands where it does in the file, in the midst of a paragraph too', () => {
  const page = [
    '青石新桥建成通车',
    '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷。',
    '　　新桥全长八百米，双向四车道，由县里自行设计。',
    '　　白水茶园喜获丰收',
    '　　今年白水村种下千亩茶园，村民说日子越过越好。',
    '　　新桥工期两年，建设者克服了汛期的困难。',
    '',
  ].join('\n');
  const at = (words: string) => page.indexOf(words);
  const parsed = parseBriefing(page, { encoding: 'utf-8', fileName: null, language: null });
  const corrected = (...changes: readonly PlacedChange[]) =>
    applyCorrections(parsed, page, changes).articles.map(({ headline, paragraphs }) => [
      headline?.slice(0, 4) ?? null,
      ...paragraphs.map(({ text: words }) => words.slice(0, 4)),
    ]);
  const out = ['白水茶园', '今年白水'].map((words): PlacedChange => ({ offset: at(words), change: { kind: 'leave-out' } }));
  const joined: PlacedChange = { offset: at('新桥工期'), change: { kind: 'join' } };
  const into = ['今年白水', '白水茶园'].map((words): PlacedChange => ({ offset: at(words), change: { kind: 'move', to: at('昨日上午') } }));
  const whole = ['青石新桥', '昨日上午', '新桥全长', '白水茶园', '今年白水', '新桥工期'];
  expect(corrected(...out, joined, ...into)).toEqual([whole]);
  const begin: PlacedChange = { offset: at('白水茶园'), change: { kind: 'begin-article', role: 'headline' } };
  expect(corrected(...out, joined, ...into, begin)).toEqual([whole.slice(0, 3), whole.slice(3)]);
});

test('an article that is begun is never empty, nor is what stays before it', () => {
  const parsed = parseBriefing(text, { encoding: 'utf-8', fileName: null, language: null });
  const bodies = (words: string, role: 'headline' | 'body') =>
    applyCorrections(parsed, text, [{ offset: offsetOf(words), change: { kind: 'begin-article', role } }]).articles.map(({ paragraphs }) =>
      paragraphs.map(({ text: printedText }) => printedText.slice(0, 4)),
    );
  expect(bodies('新桥全长', 'headline').at(-1)).toEqual(['新桥全长']);
  expect(bodies('本报讯', 'body')[0]).toEqual(['青石新桥']);
});

test('a line goes to a place of another article that is named', async () => {
  const { library, source } = await libraryWithText();
  await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  await add(library, source, '昨日上午', { kind: 'move', to: offsetOf('白水茶园喜获丰收'), after: offsetOf('今年白水村') });
  const tea = articleWith(await onlyEdition(library), '千亩茶园');
  expect(tea.paragraphs.map(({ text: words }) => words.slice(0, 2))).toEqual(['今年', '本报', '新桥']);
});

test('a line that is said to be furniture is in no article and is not found; said to be text it comes back', async () => {
  const { library, source } = await libraryWithText();
  const found = async () => (await library.ask('search.query', { text: '双向四车道' })).total;
  expect(await found()).toBe(1);
  await add(library, source, '新桥全长八百米', { kind: 'role', role: 'furniture' });
  const edition = await onlyEdition(library);
  expect(edition.contents.map(printed).join('\n')).not.toContain('新桥全长');
  expect(await found()).toBe(0);
  expect((await library.ask('source.read', { source })).furniture).toContainEqual(
    expect.objectContaining({ start: offsetOf('新桥全长八百米') }),
  );
  await add(library, source, '新桥全长八百米', { kind: 'move', to: offsetOf('昨日上午') });
  expect(printed(articleWith(await onlyEdition(library), '十二个村寨'))).toContain('新桥全长');
  expect(await found()).toBe(1);
});

test('an article of which only a column is left stands on no page and in no contents, every character kept, and is back when that is undone', async () => {
  const library = await libraryIn(temporaryFolder());
  const page = `青石新桥建成通车\n　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷。\n\n热线来电\n　　读者遇到烦心事，可以随时拨打本报电话，记者将第一时间为您跑腿。\n`;
  await importTexts(library, { name: '云岭日报-2024-05-06-01.txt', text: page });
  const source = (await onlyEdition(library)).files[0]!.id;
  const put = (words: string, change: LineChange) =>
    library.ask('correction.add', { place: { source, offset: page.indexOf(words) }, change });
  await put('热线来电', { kind: 'begin-article', role: 'body' });
  await put('热线来电', { kind: 'role', role: 'column' });
  const before = await onlyEdition(library);
  expect(before.contents.map(({ column }) => column)).toEqual([null, '热线来电']);

  const { correction } = await put('读者遇到', { kind: 'role', role: 'furniture' });
  const edition = await onlyEdition(library);
  expect(edition.contents.map(({ headline }) => headline)).toEqual(['青石新桥建成通车']);
  expect(edition.sections.map(({ title }) => title)).not.toContain('热线来电');
  const furniture = (await library.ask('source.read', { source })).furniture.map(({ start, end }) => page.slice(start, end).trim());
  expect(furniture).toEqual(expect.arrayContaining(['热线来电', '读者遇到烦心事，可以随时拨打本报电话，记者将第一时间为您跑腿。']));

  await library.ask('correction.remove', { correction });
  expect(seen(await onlyEdition(library))).toEqual(seen(before));

  // What is moved away or left out may leave as little behind.
  const { correction: moved } = await put('读者遇到', { kind: 'move', to: page.indexOf('昨日上午') });
  expect((await onlyEdition(library)).contents.map(({ headline }) => headline)).toEqual(['青石新桥建成通车']);
  await library.ask('correction.remove', { correction: moved });
  await put('读者遇到', { kind: 'leave-out' });
  expect((await onlyEdition(library)).contents.map(({ column }) => column)).toEqual([null, null]);
});

test('what goes with a line takes the signature behind it along', async () => {
  const signed = [
    '青石新桥建成通车',
    '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷。',
    '　　白水村种下千亩茶园，村民说日子越过越好。',
    '（石磊）',
    '',
  ].join('\n');
  const parsed = parseBriefing(signed, { encoding: 'utf-8', fileName: null, language: null });
  const [before, after] = applyCorrections(parsed, signed, [
    { offset: signed.indexOf('白水村'), change: { kind: 'begin-article', role: 'body' } },
  ]).articles;
  expect(parsed.articles[0]?.byline).toBe('（石磊）');
  expect([before?.byline, after?.byline]).toEqual([null, '（石磊）']);
});

test('a line is made the column or the place of its article, and no longer is when it is made something else', async () => {
  const { library, source } = await libraryWithText();
  await add(library, source, '新桥全长八百米', { kind: 'role', role: 'column' });
  expect(articleWith(await onlyEdition(library), '千亩茶园').column).toMatch(/^新桥全长八百米/u);
  await add(library, source, '新桥全长八百米', { kind: 'role', role: 'locality' });
  expect(articleWith(await onlyEdition(library), '千亩茶园')).toMatchObject({ column: null });
  await add(library, source, '新桥全长八百米', { kind: 'role', role: 'body' });
  expect(articleWith(await onlyEdition(library), '千亩茶园')).toMatchObject({ column: null, locality: null });
});

test('a merge holds when the file is read again in another encoding and back, and in an export', async () => {
  const { library, source } = await libraryWithText();
  await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  await add(library, source, '白水茶园喜获丰收', { kind: 'merge', to: offsetOf('昨日上午') });
  const merged = seen(await onlyEdition(library));
  await library.ask('source.reread', { source, encoding: 'gb18030' });
  await library.ask('source.reread', { source, encoding: 'utf-8' });
  expect(seen(await onlyEdition(library))).toEqual(merged);
  const folder = `${temporaryFolder()}/out`;
  await library.exportTo(folder);
  const other = await libraryIn(temporaryFolder());
  await other.importPaths([folder]);
  expect(seen(await onlyEdition(other))).toEqual(merged);
});

test('corrections hold when the library is read again, in another encoding and back, when it is looked through, and from a backup of it', async () => {
  const { library, source } = await libraryWithText();
  await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  await add(library, source, '新桥全长八百米', { kind: 'move', to: offsetOf('青石新桥建成通车') });
  const corrected = seen(await onlyEdition(library));
  await library.ask('source.reread', { source, encoding: 'gb18030' });
  await library.ask('source.reread', { source, encoding: 'utf-8' });
  expect(seen(await onlyEdition(library))).toEqual(corrected);
  expect(await library.ask('library.check', {})).toEqual({ whole: true, files: [] });
  expect(seen(await onlyEdition(library))).toEqual(corrected);
  await library.close();
  const again = await libraryIn(library.directory);
  expect(seen(await onlyEdition(again))).toEqual(corrected);
});

test.each(['told by its articles', 'told by its version'])(
  'a correction made by hand outlives newer recognition, when the library is looked through and when it is read again: %s',
  async (told) => {
    const { library, source } = await libraryWithText();
    await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
    await add(library, source, '新桥全长八百米', { kind: 'role', role: 'deck' });
    const corrected = seen(await onlyEdition(library));
    await library.close();

    // As older recognition would have left it: sound, and told apart otherwise.
    const connection = await openConnection(join(library.directory, 'library.sqlite'), 'write');
    await connection.exec(`UPDATE articles SET kind = 'photo'`);
    if (told === 'told by its version') await connection.exec(`UPDATE sources SET parser_version = 'older'`);
    await connection.close();

    const again = await libraryIn(library.directory);
    const check = await again.ask('library.check', {});
    if (told === 'told by its articles') expect(check).toMatchObject({ whole: true, files: [{ source, fault: 'recognition' }] });
    else await jobEnd(again, (await again.ask('library.reread', {})).job);
    expect(seen(await onlyEdition(again))).toEqual(corrected);
    expect(await again.ask('library.check', {})).toEqual({ whole: true, files: [] });
  },
);

test('an exported library is taken back in with its corrections', async () => {
  const { library, source } = await libraryWithText();
  await add(library, source, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  const corrected = seen(await onlyEdition(library));
  const folder = temporaryFolder();
  const exported = `${folder}/out`;
  await library.exportTo(exported);
  const other = await libraryIn(temporaryFolder());
  await other.importPaths([exported]);
  expect(seen(await onlyEdition(other))).toEqual(corrected);
});

test('a finding that is dismissed is undone in the article, one that is confirmed says so; both hold when read again', async () => {
  const library = await libraryIn(temporaryFolder());
  await importFiles(library, { name: 'guizhou-daily-2023-11-25.txt', bytes: readFileSync(SEED_FILE) });
  let edition = await onlyEdition(library);
  const article = edition.contents.find((one) => one.notices.some(({ kind }) => kind === 'join'));
  const join = article?.notices.find(({ kind }) => kind === 'join');
  const [first, second] = join?.spans ?? [];
  if (!first || !second) throw new Error('the sample has joins');
  const place = { source: first.source, offset: first.start };
  const { correction } = await library.ask('correction.add', { place, change: { kind: 'notice', notice: 'join', answer: 'confirmed' } });
  const noticeAt = (of: Edition) =>
    of.contents.flatMap(({ notices }) => notices).find(({ kind, spans }) => kind === 'join' && spans[0]?.start === first.start);
  expect(noticeAt(await onlyEdition(library))?.confirmed).toBe(true);
  await library.ask('correction.remove', { correction });
  expect(noticeAt(await onlyEdition(library))?.confirmed).toBeUndefined();

  await library.ask('correction.add', { place, change: { kind: 'notice', notice: 'join', answer: 'dismissed' } });
  edition = await onlyEdition(library);
  expect(noticeAt(edition)).toBeUndefined();
  const opens = edition.contents.flatMap(({ paragraphs }) => paragraphs).some((paragraph) => paragraph.spans[0]?.start === second.start);
  expect(opens).toBe(true);
});

const holding = (edition: Edition, place: number) =>
  edition.contents.find(({ paragraphs }) => paragraphs.some(({ spans }) => spans.some(({ start }) => start === place)));

test('what the app had moved goes back to where it lay once that is said to be wrong', async () => {
  const library = await libraryIn(temporaryFolder());
  await importFiles(library, { name: 'guizhou-daily-2023-11-25.txt', bytes: readFileSync(SEED_FILE) });
  let edition = await onlyEdition(library);
  const order = edition.contents.flatMap(({ notices }) => notices).find(({ kind }) => kind === 'order');
  const [title, moved] = order?.spans ?? [];
  if (!title || !moved) throw new Error('the sample has a piece that was moved');
  const wentTo = holding(edition, moved.start);
  const { correction } = await library.ask('correction.add', {
    place: { source: title.source, offset: title.start },
    change: { kind: 'notice', notice: 'order', answer: 'dismissed' },
  });
  edition = await onlyEdition(library);
  const lies = holding(edition, moved.start);
  expect(lies?.headline).not.toBe(wentTo?.headline);
  const starts = lies?.paragraphs.flatMap(({ spans }) => spans.map(({ start }) => start)) ?? [];
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(edition.contents.flatMap(({ notices }) => notices).some(({ kind }) => kind === 'order')).toBe(false);
  await library.ask('correction.remove', { correction });
  expect(holding(await onlyEdition(library), moved.start)?.headline).toBe(wentTo?.headline);
});

test('what is said of a line again is listed once, the newest first; taken back it is as before, withdrawn it was never said', async () => {
  const { library, source } = await libraryWithText();
  const said = (role: LineRole) => add(library, source, '白水茶园', { kind: 'role', role });
  const list = async () => (await library.ask('correction.list', { source })).map(({ change }) => change);
  const roleOf = async () =>
    articleWith(await onlyEdition(library), '白水茶园').paragraphs.find((one) => one.text.includes('白水茶园'))?.role;
  const asRead = seen(await onlyEdition(library));
  await said('subhead');
  await add(library, source, '新桥全长', { kind: 'split' });
  const last = await said('caption');
  expect(await list()).toEqual([{ kind: 'role', role: 'caption' }, { kind: 'split' }]);
  await library.ask('correction.remove', { correction: last.correction });
  expect(await roleOf()).toBe('subhead');
  expect(await list()).toEqual([{ kind: 'split' }, { kind: 'role', role: 'subhead' }]);

  const { correction } = await said('caption');
  await library.ask('correction.remove', { correction, withEarlier: true });
  expect(await list()).toEqual([{ kind: 'split' }]);
  expect(seen(await onlyEdition(library))).toEqual(asRead);
});

test('a place without text is refused, and nothing is kept of it', async () => {
  const { library, source } = await libraryWithText();
  await expect(library.ask('correction.add', { place: { source, offset: 99_999 }, change: { kind: 'join' } })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
  expect(await library.ask('correction.list', { source })).toEqual([]);
});

const brokenOff = ({ notices }: ParsedSource) => notices.filter(({ judgement }) => judgement.rule === 'sentence-broken-off').length;

test('a sentence that the reader has put together is no longer said to be broken off', () => {
  const halves = [
    '青石新桥建成通车',
    '　　昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，周边十二个村寨的山货',
    '1 香菇 27筐17等6级4斤 57元',
    '　　新桥全长八百米，双向四车道，工期两年，由县里自行设计。',
  ].join('\n');
  const parsed = parseBriefing(halves, { encoding: 'utf-8', fileName: null, language: null });
  expect(brokenOff(parsed)).toBe(1);
  expect(
    brokenOff(applyCorrections(parsed, halves, [{ offset: halves.indexOf('新桥全长'), change: { kind: 'role', role: 'subhead' } }])),
  ).toBe(1);
  expect(brokenOff(applyCorrections(parsed, halves, [{ offset: halves.indexOf('1 香菇'), change: { kind: 'join' } }]))).toBe(0);
});

test('whatever is put right, every run of the text stays in exactly one place', () => {
  const seed = readFileSync(SEED_FILE, 'utf8').replace(/^\uFEFF/u, '');
  const parsed = parseBriefing(seed, { encoding: 'utf-8', fileName: 'seed.txt', language: null });
  const changes: Arbitrary<LineChange> = oneof(
    constantFrom<LineChange>(
      { kind: 'begin-article', role: 'headline' },
      { kind: 'begin-article', role: 'body' },
      { kind: 'join' },
      { kind: 'split' },
      { kind: 'leave-out' },
    ),
    constantFrom('column', 'locality', 'kicker', 'headline', 'deck', 'byline', 'credit', 'subhead', 'caption', 'body', 'furniture').map(
      (role): LineChange => ({
        kind: 'role',
        role: role as 'body',
      }),
    ),
    nat(seed.length - 1).map((to): LineChange => ({ kind: 'move', to })),
    nat(seed.length - 1).map((to): LineChange => ({ kind: 'move', to, rest: true })),
    nat(seed.length - 1).map((to): LineChange => ({ kind: 'merge', to })),
    tuple(nat(seed.length - 1), nat(2000), boolean()).map(([to, further, rest]): LineChange => ({
      kind: 'move',
      to,
      after: further === 0 ? null : Math.min(seed.length - 1, to + further),
      ...(rest ? { rest } : {}),
    })),
    constantFrom(...parsed.notices).map((notice): LineChange => ({ kind: 'notice', notice: notice.kind, answer: 'dismissed' })),
  );
  const placed: Arbitrary<PlacedChange> = record({ offset: nat(seed.length - 1), change: changes });
  assert(
    property(array(placed, { minLength: 1, maxLength: 12 }), (list) => {
      const corrected = applyCorrections(parsed, seed, list);
      expect(runsIn(corrected)).toEqual(runsIn(parsed));
      for (const article of corrected.articles) {
        expect(article.heading.length + article.paragraphs.length).toBeGreaterThan(0);
        for (const { spans, text: words } of article.paragraphs)
          expect(words).toBe(spans.map((span) => (span.kind === 'text' ? span.glue + seed.slice(span.start, span.end) : '')).join(''));
      }
      expect(new Set(corrected.articles.map(({ id }) => id)).size).toBe(corrected.articles.length);
    }),
    { numRuns: 300 },
  );
});

function runsIn({ articles }: ParsedSource): readonly string[] {
  return articles
    .flatMap(({ heading, paragraphs }) => [...heading, ...paragraphs.flatMap(({ spans }) => spans)])
    .map(({ start, end }) => `${String(start).padStart(8, '0')}-${end}`)
    .sort();
}

test('the correction made last in an edition is known, whichever of its files it is in, and the one before once that is gone', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: '云岭日报-2024-05-06-01.txt', text }, { name: '云岭日报-2024-05-06-02.txt', text: `${text}\n二版` });
  const { id: edition, files } = await onlyEdition(library);
  const latest = () => library.ask('correction.latest', { edition });
  expect(await latest()).toBeNull();
  const [one, two] = files.map(({ id }) => id);
  await add(library, two ?? 0, '白水茶园喜获丰收', { kind: 'begin-article', role: 'headline' });
  const last = await add(library, one ?? 0, '新桥全长', { kind: 'leave-out' });
  expect(await latest()).toMatchObject({ id: last.correction, place: { source: one } });
  await library.ask('correction.remove', { correction: last.correction });
  expect(await latest()).toMatchObject({ place: { source: two } });
});
