import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Article, LineChange, Notice, NoticeKind } from '../../src-main/contract/model';
import { words as app } from '../../src-renderer/app/words';
import { joinsAmong, markOfNotice, noticeWords } from '../../src-renderer/reader/notice-words';
import { answerWords, correctionWords, offsetBefore, ruleOf } from '../../src-renderer/reader/source/correction-words';
import { words as reader } from '../../src-renderer/reader/words';

let t: TFunction<string>;
beforeAll(async () => {
  const instance = createInstance();
  await instance.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { app: app['zh-CN'], reader: reader['zh-CN'] } },
    interpolation: { escapeValue: false },
  });
  t = instance.getFixedT('zh-CN', 'reader');
});

const text = '他们补齐金融、电\n信、燃气等短板\n平台and窗口';
const textOf = (source: number) => (source === 1 ? text : null);
const lineOf = ({ source, start }: { source: number; start: number }) => (source === 1 ? text.slice(0, start).split('\n').length : 7);
const alone = { shown: 1, files: [] };
const ofPage = (id: number, page: string | null) => ({ id, name: `${id}.txt`, page: { value: page, judgement } });
const judgement = { rule: 'test', confidence: 'likely' } as const;

test('a join shows the words on both sides of the joint, and both lines', () => {
  const notice: Notice = {
    kind: 'join',
    judgement,
    spans: [
      { source: 1, start: 0, end: 8 },
      { source: 1, start: 9, end: 16 },
    ],
  };
  expect(noticeWords(t, notice, { ...alone, textOf, lineOf })).toEqual({
    mark: 'join',
    quote: '补齐金融、电｜信、燃气等短',
    finding: '第1行接第2行',
  });
});

test('what was moved is said to have come after what it now stands behind, not the other way round', () => {
  const notice: Notice = {
    kind: 'order',
    judgement,
    spans: [
      { source: 1, start: 0, end: 8 },
      { source: 1, start: 17, end: 24 },
    ],
  };
  expect(noticeWords(t, notice, { ...alone, textOf, lineOf })).toEqual({
    mark: 'moved',
    quote: '补齐金融、电｜平台and窗口',
    finding: '第3行移至第1行之后',
  });
});

/** Of two pieces that were joined. */
function quoteOfJoin(before: string, behind: string): string {
  const [first, second] = [
    { source: 1, start: 0, end: before.length },
    { source: 1, start: before.length + 1, end: before.length + 1 + behind.length },
  ];
  const notice: Notice = { kind: 'join', judgement, spans: [first, second] };
  return noticeWords(t, notice, { ...alone, textOf: () => `${before}\n${behind}`, lineOf }).quote;
}

test('what is quoted begins and ends with whole words and numbers, and with the quotation it is from', () => {
  expect(quoteOfJoin('机器人使用量达到12860台套，', '数控化率超过九成。')).toBe('12860台套，｜数控化率超过');
  expect(quoteOfJoin('首批“洮陵老字号”出炉', '本报讯 近日，洮陵公布名单。')).toBe('“洮陵老字号”出炉｜本报讯 近日');
});

test('a doubted word is quoted as it stands, and said to be unchanged', () => {
  const at = text.indexOf('and');
  const notice: Notice = { kind: 'intrusion', judgement, spans: [{ source: 1, start: at, end: at + 3 }] };
  expect(noticeWords(t, notice, { ...alone, textOf, lineOf })).toEqual({ mark: 'doubt', quote: 'and', finding: '第3行疑为混入，未改' });
});

test('of a story on several pages every finding has its lines, and names the page of those in another file', () => {
  const spans = [
    { source: 1, start: 0, end: 8 },
    { source: 3, start: 0, end: 8 },
  ];
  const files = [ofPage(1, '1'), ofPage(3, 'A03')];
  const join = (shown: number, order: readonly (typeof spans)[0][] = spans, of = files) =>
    noticeWords(t, { kind: 'join', judgement, spans: order }, { shown, files: of, textOf, lineOf }).finding;
  expect(join(1)).toBe('第1行接A03版第7行');
  expect(join(3)).toBe('1版第1行接A03版第7行');
  expect(join(1, [spans[1]!, { source: 3, start: 20, end: 30 }])).toBe('A03版第7行接第7行');
  // A page of two files does not tell them apart, nor one that is not known.
  expect(join(1, spans, [...files, ofPage(4, 'A03')])).toBe('第1行接3.txt第7行');
  expect(join(1, spans, [ofPage(1, '1'), ofPage(3, null)])).toBe('第1行接3.txt第7行');
});

test('a source that is not at hand costs the quotation, not the finding', () => {
  const notice: Notice = { kind: 'duplicate', judgement, spans: [{ source: 2, start: 0, end: 8 }] };
  const { quote, finding } = noticeWords(t, notice, { ...alone, textOf, lineOf: () => null });
  expect(quote).toBe('');
  expect(finding).toContain('已略');
});

test('every kind of finding is worded, with one piece of evidence and with two, in both languages', () => {
  const unworded = (Object.keys(markOfNotice) as NoticeKind[]).flatMap((kind) =>
    [`notice-${kind}`, `notice-${kind}-pair`, `notice-mark-${markOfNotice[kind]}`].filter((form) =>
      (['zh-CN', 'en'] as const).some((language) => !(reader[language] as Readonly<Record<string, string>>)[form]),
    ),
  );
  expect(unworded).toEqual([]);
});

test('what was joined or moved counts as a join, and nothing else', () => {
  const kinds: readonly NoticeKind[] = ['join', 'order', 'lost-characters', 'duplicate', 'orphan', 'encoding', 'intrusion'];
  expect(joinsAmong(kinds.map((kind) => ({ kind, judgement, spans: [] })))).toBe(2);
});

test.each([
  ['sentence-broken-off', '第1行话没有说完，找不到下文'],
  ['sentence-without-beginning', '第1行从半句话开始，找不到上文'],
  ['belongs-nowhere', '第1行归属不明，原样保留'],
])('text that stands alone says why: %s', (rule, words) => {
  const notice: Notice = { kind: 'orphan', judgement: { rule, confidence: 'likely' }, spans: [{ source: 1, start: 0, end: 8 }] };
  expect(noticeWords(t, notice, { ...alone, textOf, lineOf }).finding).toBe(words);
});

test('what the reader answered is told in the words of its button and of the finding itself', () => {
  const confirmed = (notice: NoticeKind, rule?: string) => answerWords(t, { notice, answer: 'confirmed' }, rule);
  expect(confirmed('orphan', 'sentence-broken-off')).toBe('“话没有说完”确有问题，留着标记');
  expect(confirmed('orphan', 'sentence-without-beginning')).toBe('“从半句话开始”确有问题，留着标记');
  // Of a correction made earlier it is not known why it was found.
  expect(confirmed('orphan')).toBe('“存疑的一段”确有问题，留着标记');
  expect(confirmed('join', 'any')).toBe('“接排”核对无误');
  expect(confirmed('jump-open')).toBe('“缺另一部分”知道了');
  expect(answerWords(t, { notice: 'orphan', answer: 'dismissed' }, 'sentence-broken-off')).toBe('“话没有说完”原文如此，去掉标记');
  expect(answerWords(t, { notice: 'stray-caption', answer: 'dismissed' })).toBe('“图片说明”的提示去掉');
  expect(answerWords(t, { notice: 'order', answer: 'dismissed' })).toBe('“移来的一段”放回原处');
});

test('every answer that takes a finding away has words of its own', () => {
  for (const notice of Object.keys(markOfNotice) as NoticeKind[])
    expect(answerWords(t, { notice, answer: 'dismissed' })).toMatch(/^“.+”.+/u);
});

test.each([
  ['where the reader named a line', { after: 3 }, '第27行移到“青石新桥”第21行之后'],
  ['where they named the beginning', { after: null }, '第27行移到“青石新桥”正文最前面'],
  ['with what follows', { after: 3, rest: true }, '第27行及其后移到“青石新桥”第21行之后'],
  ['where the order of the file says', {}, '第27行移到“青石新桥”'],
] as const)('a line that was moved is told with its place: %s', (_where, named, words) => {
  const into = { headline: '青石新桥' } as Article;
  const change: LineChange = { kind: 'move', to: 9, ...named };
  const after = offsetBefore(change) === 3 ? 21 : null;
  expect(correctionWords(t, change, { line: 27, into, after })).toBe(words);
});

test('an answer given earlier is told by what its finding still says', () => {
  const notice: Notice = {
    kind: 'orphan',
    judgement: { rule: 'sentence-broken-off', confidence: 'likely' },
    spans: [{ source: 1, start: 9, end: 16 }],
  };
  const contents = [{ notices: [notice] }] as unknown as readonly Article[];
  const change = { kind: 'notice', notice: 'orphan', answer: 'confirmed' } as const;
  expect(ruleOf(contents, { source: 1, offset: 9 }, change)).toBe('sentence-broken-off');
  expect(ruleOf(contents, { source: 1, offset: 3 }, change)).toBeUndefined();
  expect(ruleOf(contents, { source: 1, offset: 9 }, { kind: 'join' })).toBeUndefined();
});
