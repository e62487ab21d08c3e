import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

const lamps = '本报讯 昨天傍晚，白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。';
const kitchen = '本报讯 社区食堂从本周起添了夜宵窗口，晚上十点以前，值夜班的护士和司机都能吃上一碗热汤面。';

function printed(lines: readonly string[]) {
  const { articles } = parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language });
  return articles
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ headline, paragraphs }) => [headline, ...paragraphs.map(({ text }) => text)]);
}

const stories = [
  ['渡口添了两盏航标灯', lamps],
  ['社区食堂添了夜宵窗口', kitchen],
];

describe('at the head of a page', () => {
  it.each([
    ['lunar day, pages and issue behind the day', ['松江晨报', '2024年3月15日 星期五', '甲辰年二月初六　今日12版　第9046号']],
    ['a section set wide between the name and the day', ['松江晨报', '戏 曲', '2024年3月15日 第38期']],
    ['name and section over a spread', ['松江观察报　调查', '04—05']],
    ['who publishes it', ['松江晨报', '2024年3月15日 星期五', '中共松江县委机关报　总第1583期']],
    ['the day’s weather', ['松江晨报', '2024年3月15日 星期五', '今天：小雨转多云　22℃～28℃　东南风二到三级']],
    ['a section called so', ['松江晨报', '2024年3月15日 星期五', '本市新闻']],
    ['a paper of any name over the day, issue and section', ['今日松江', '2024年3月15日　总第3107期　　　综合新闻　2']],
  ])('is no text: %s', (_, head) => expect(printed([...head, ...stories.flat()])).toEqual(stories));

  it('is one section and not also the column below it', () => {
    const { articles } = parseBriefing(['松江晨报', '产业纵深', '2024年3月15日 B2', '深度', ...stories[0]!].join('\n'), {
      encoding: 'utf-8',
      fileName: null,
      language,
    });
    expect(articles[0]!.column).toBe('深度');
  });
});

describe('in the middle of a page', () => {
  it.each([
    ['the paper’s name and the section', '松江晨报　读者之声'],
    ['the paper’s name alone', '松江晨报'],
    ['the hotline of the section', '读者之声热线：68001110'],
    ['the paper, section and spread', '松江晚报　新闻综合　1-2'],
    ['the section and its editor', '综合新闻　责任编辑　麦　芒'],
    ['folio and section', '1版　要闻'],
    ['how the page is rung', '本版电话：四七二九一'],
    ['the paper’s name in pinyin', 'SONGJIANG MORNING'],
  ])('is said again: %s', (_, line) => {
    const head = ['松江晨报', '读者之声', '2024年3月15日 星期五'];
    expect(printed([...head, ...stories[0]!, line, ...stories[1]!])).toEqual(stories);
  });

  it('the page’s own day is none of a story’s, and the day of a notice is', () => {
    const notice = ['停水通知', '因环城东路供水主管改造，今晚十时起停水六小时，请提前储水。', '服务热线：6260116', '2024年3月14日'];
    const head = ['松江晨报', '2024年3月15日 星期五'];
    expect(printed([...head, ...stories[0]!, '2024年3月15日', ...notice, '编辑：洪波　校对：倪朵'])).toEqual([
      stories[0],
      notice.slice(0, -1),
    ]);
  });
});

describe('at the foot of a page', () => {
  it.each([
    ['where the paper is found', ['责任编辑：卢茵　版式：谷雨', '客户端：松江新闻']],
    ['where to send what one writes', ['投稿邮箱：songjiang@example.cn　文责自负']],
    ['who prints it', ['责任编辑：卢茵　版式：谷雨', '印刷：松江日报印务中心']],
    ['how it is rung', ['印刷质量投诉：2180016']],
    ['what may be done with it', ['本版内容仅供参考，不构成投资建议。投资者据此操作，风险自担。']],
  ])('stands %s', (_, foot) => expect(printed([...stories.flat(), ...foot])).toEqual(stories));

  it('a call for papers keeps the address it is to be sent to', () => {
    const call = ['征稿启事', '本刊征集乡土故事，一事一议，千字以内，谢绝一稿多投。', '投稿邮箱：songjiang@example.cn'];
    expect(printed([...stories[0]!, ...call])).toEqual([stories[0], call]);
  });
});
