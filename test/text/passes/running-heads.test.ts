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
    ['a section set wide over the day and the name', ['理 论', '2024年3月15日 星期五', '松江晨报　7']],
    ['the weather of a named place', ['松江晨报', '2024年3月15日 星期五', '省会今天多云转阵雨　偏南风2～3级　22℃～31℃']],
    ['days in words, of both calendars', ['松江日报', '公历一九五六年一月二十一日', '星期六', '农历乙未年十二月初九　第二二○四号']],
    ['a day in traditional words', ['A8 港聞', '松江日報 Sung Kong Daily　二零零八年四月廿三日　星期三　戊子年三月十八']],
    ['places behind the day', ['松江日報　B3', '2011.9.14／星期三　　嵐浦．石鯤新聞']],
    ['a slogan that counts the days', ['松江钢铁报', '第2版　2003年9月12日　星期五', '安全是天 质量是命　　距全年无重伤目标还有110天']],
    ['a paper and a section of any name over the day and the folio', ['松江茶话', '人物·往事', '2024年3月15日 星期五 第6版']],
    ['a section of an English page', ['A4 | THE HARROW VALLEY COURIER', 'Thursday, October 11, 2018', 'LOCAL & STATE']],
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
    ['the hotline of the paper', '松江晨报 热线 96200'],
    ['the section and its editor', '综合新闻　责任编辑　麦　芒'],
    ['folio and section', '1版　要闻'],
    ['how the page is rung', '本版电话：四七二九一'],
    ['the paper’s name in pinyin', 'SONGJIANG MORNING'],
    ['how the paper is rung, in words', '松江晨报编辑部　电话　二二七一'],
    ['what it calls for', '【歡迎來稿，每篇四百字內，傳真：2×××-0918】'],
  ])('is said again: %s', (_, line) => {
    const head = ['松江晨报', '读者之声', '2024年3月15日 星期五'];
    expect(printed([...head, ...stories[0]!, line, ...stories[1]!])).toEqual(stories);
  });

  it('is a section over those who made its page, and a column over its article', () => {
    const head = ['松江晨报', '2024年3月15日 星期五'];
    const staff = '值班总编：洪波　责编：倪朵';
    const rest = '食堂还添了两名帮厨，都是退休的老师傅，夜里十点收工后由社区的车送回家。';
    expect(printed([...head, ...stories[1]!, '要闻', staff, rest])).toEqual([[...stories[1]!, rest]]);
    const page = [...head, ...stories[0]!, '快评', ...stories[1]!, staff].join('\n');
    expect(parseBriefing(page, { encoding: 'utf-8', fileName: null, language }).articles[1]!.column).toBe('快评');
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
    ['what the paper gives for news', ['有奖报料　拨打96200　最高奖1000元', '松江晨报　2024.3.15']],
    ['how it is rung', ['印刷质量投诉：2180016']],
    ['who advises it', ['本报法律顾问　陈守义律师　广告许可证：松工商广字002号']],
    ['who made it and who advises', ['本期责编　靳南　　本报法律顾问　闻正　　印刷　松江日报印刷厂']],
    ['where notices are ordered', ['刊登热线：2165203　订版中心：松江市环城南路108号报业大厦一楼']],
    ['whose pictures it has', ['本版图文除署名外均为资料　刊头题字：谈　墨']],
    ['what an English page says', ['How to reach us: Newsroom 555-0110', '© 2018 Harrow Valley Publishing Co. All rights reserved.']],
    ['what may be done with it', ['本版内容仅供参考，不构成投资建议。投资者据此操作，风险自担。']],
  ])('stands %s', (_, foot) => expect(printed([...stories.flat(), ...foot])).toEqual(stories));

  it('a call for papers keeps the address it is to be sent to', () => {
    const call = ['征稿启事', '本刊征集乡土故事，一事一议，千字以内，谢绝一稿多投。', '投稿邮箱：songjiang@example.cn'];
    expect(printed([...stories[0]!, ...call])).toEqual([stories[0], call]);
  });
});
