import { expect, test } from 'vitest';
import { parseBriefing } from '../../src-main/text/parse-briefing';

const factsOf = (text: string, fileName: string | null = null) =>
  parseBriefing(text, { encoding: 'utf-8', fileName, language: null }).facts;

const ARTICLE = '大桥合龙\n\n本报记者 林一舟\n\n';

test('a morning paper is of the day after the latest day its articles open with', () => {
  const { date } = factsOf(`${ARTICLE}2024年3月1日清晨，工人们做完最后的检查。\n\n3月2日，沿线公交同时开通，老人们围坐在榕树下聊天。\n`);
  expect(date).toEqual({ value: '2024-03-03', judgement: { rule: 'day-after-latest-dateline', confidence: 'guess' } });
});

test.each([
  ['the end of a plan', '6月26日，当地印发2024—2028年规划，志愿者在入口处发放地图。'],
  ['a year cited in passing', '6月26日，人们想起1990年4月4日的那场大水，久久没有说话。'],
  ['no year at all', '6月26日，人们在江边散步。'],
])('%s gives a paper no day', (_, paragraph) => {
  expect(factsOf(`${ARTICLE}${paragraph}\n`).date.value).toBeNull();
});

test('a running head says the day for certain', () => {
  expect(factsOf(`2024年3月2日　星期六\n2 要闻\n\n${ARTICLE}2024年2月1日，桥墩完工。\n`).date).toMatchObject({
    value: '2024-03-02',
    judgement: { confidence: 'certain' },
  });
});

test.each([
  ['below the month', '2024年3月\n18\n星期一'],
  ['above the month', '18\n2024年3月\n星期一'],
  ['in words', '二〇二四年三月\n十八日\n星期一'],
])('the day that a masthead sets on a line of its own is no page number: %s', (_, day) => {
  const above = '滨江日报\nBINJIANG DAILY\n中共滨江市委主管主办';
  const below = '农历甲辰年二月初九\n国内统一连续出版物号 CN 41-0073\n邮发代号 35-73\n第15982期\n今日8版\n滨江网：www.example.com';
  const text = `${above}\n${day}\n${below}\n\n${ARTICLE}工人们做完最后的检查。\n`;
  const { facts, articles } = parseBriefing(text, { encoding: 'utf-8', fileName: '2024-03-18_01.txt', language: null });
  expect(facts.date).toEqual({ value: '2024-03-18', judgement: { rule: 'running-head-date', confidence: 'certain' } });
  expect(facts.page.value).toBe('1');
  expect(articles.filter(({ kind }) => kind !== 'furniture').map(({ headline, column }) => [headline, column])).toEqual([
    ['大桥合龙', null],
  ]);
});

test('a number that no month stands beside is the page', () => {
  expect(factsOf(`2024年3月2日\n18\n\n${ARTICLE}工人们做完最后的检查。\n`).page.value).toBe('18');
  expect(factsOf(`2024年3月\n要闻\n18\n\n${ARTICLE}工人们做完最后的检查。\n`).page.value).toBe('18');
});

test('no page is numbered nought', () => {
  expect(factsOf(`${ARTICLE}工人们做完最后的检查。\n`, 'p000.txt').page.value).toBeNull();
});

test.each([
  ['WEDNESDAY EVENING. MAY 12, 1830.', '1830-05-12', 'certain'],
  ['LONDON, MAY 121830.', '1830-05-12', 'likely'],
  ['The Harbour Post, 5 March 2024', '2024-03-05', 'likely'],
  ['Friday, Dec. 1st, 2023', '2023-12-01', 'certain'],
])('an English paper is of the day its head tells: %s', (head, value, confidence) => {
  expect(factsOf(`${head}\n\nThe ferry left the harbour early and came back late.\n`).date).toMatchObject({
    value,
    judgement: { confidence },
  });
});

test.each(['Monday, Dec. 1st, 2023', 'February 30, 2023', 'The bridge was opened by the mayor on 5 March 2024'])(
  'a line that contradicts itself or tells a story gives no day: %s',
  (head) => {
    expect(factsOf(`${head}\n\nThe ferry left the harbour early and came back late.\n`).date.value).toBeNull();
  },
);

test('the name of a file tells a day of any century since papers are printed', () => {
  expect(factsOf('The ferry left the harbour early.\n', 'courier-1830-05-12.txt').date).toMatchObject({ value: '1830-05-12' });
});

test('no paper has seven hundred pages, and a number among the marks of a bad scan is none', () => {
  const story = 'The ferry left the harbour early and came back late, and the crew went home.';
  expect(factsOf(`711\n\n${story}\n`).page.value).toBeNull();
  expect(factsOf(`.. ~ , ":•,---1,..,m, . • -\n71\n.. • . . .........,,, .1 i..,1\n\n${story}\n`).page.value).toBeNull();
  expect(factsOf(`71\n\n${story}\n`).page.value).toBe('71');
});

test.each([
  ['环 球 导 报\n2024年5月22日　星期三　第3版', '环球导报', '2024-05-22', '3'],
  ['南瀛時報\nB2　地方新聞　台南·高雄·屏東\n中華民國一○六年三月二十八日　星期二', '南瀛時報', '2017-03-28', 'B2'],
  ['維城日報\n二零零八年四月廿三日　星期三', '維城日報', '2008-04-23', null],
  ['清源报\n１９８８年６月８日\n第２版', '清源报', '1988-06-08', '2'],
  ['生态导刊\n2020年6月5日 星期五 4版 绿色家园', '生态导刊', '2020-06-05', '4'],
  ['东河报\n2012年11月6日　星期二　壬辰年九月廿三　（周二、周五出版）', '东河报', '2012-11-06', null],
  ['榕湾晚报　2024年4月23日　星期二\nA14　文化·悦读', '榕湾晚报', '2024-04-23', 'A14'],
  ['2　综合　　2024年3月6日　星期三\n青榆报　　责任编辑：贺兰芝　　校对：唐琪', '青榆报', '2024-03-06', '2'],
  ['中原工业报\n产业纵深\n2023年3月30日 B2', '中原工业报', '2023-03-30', 'B2'],
])('paper, day and page are read from the running head: %s', (head, paper, date, page) => {
  const facts = factsOf(`${head}\n\n${ARTICLE}工人们做完最后的检查，大桥将在下月通车。\n`);
  expect([facts.paper.value, facts.date.value, facts.page.value]).toEqual([paper, date, page]);
});

test.each(['西部茶业周报 2025年3月6日 第9期（总第704期） 市场 03', '03 市场 西部茶业周报 2025年3月6日 总第704期'])(
  'paper, day and page are read from a running head that counts its issues: %s',
  (head) => {
    const { paper, date, page } = factsOf(`${head}\n\n${ARTICLE}工人们做完最后的检查。\n`);
    expect([paper.value, date.value, page.value]).toEqual(['西部茶业周报', '2025-03-06', '3']);
  },
);
