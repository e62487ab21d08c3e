import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function articlesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const text = lines.join('\n\n');
  return parseBriefing(text, { encoding: 'utf-8', fileName: null, language }).articles.map(({ paragraphs }) =>
    paragraphs.map((paragraph) => paragraph.text.slice(0, 6)),
  );
}

/** Column, byline and text of every article. */
function fieldsOf(lines: readonly string[]): readonly (readonly (string | null)[])[] {
  const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
  return articles.map(({ column, byline, paragraphs }) => [column, byline, paragraphs.map(({ text }) => text).join('')]);
}

describe('a brief behind its mark', () => {
  it('keeps the signature behind its last sentence, where it is printed', () => {
    const items = [
      '▲县第二小学举行“小小粮仓”开仓仪式，四百名学生用自己种的麦子烤出第一炉面包。（罗蒙）',
      '▲县交警大队在国道桐木岭段增设爆闪灯十二组、凸面镜八面，消除一处多年的事故隐患。（梁坤）',
    ];
    const { articles } = parseBriefing(['简讯', ...items].join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.map(({ byline, paragraphs }) => [byline, ...paragraphs.map(({ text }) => text)])).toEqual(
      items.map((item) => [null, item]),
    );
  });
});

describe('texts that are each signed below', () => {
  const signed = [
    '○县种子站本周起为春播农户免费检测发芽率，已检测稻种四十二份、玉米种十八份。',
    '（县融媒体中心）',
    '○白茅渡口新添两盏航标灯，夜里过江的货船不必再绕行北汊。',
    '（罗 苇）',
    '○镇中心小学的风筝队在全省比赛中夺得团体第二名。',
    '（温小岚）',
  ];

  it.each(['简　讯', '简讯'])('are as many briefs under the column %s, each with its own signature', (column) => {
    expect(fieldsOf([column, ...signed])).toEqual([
      [column, '（县融媒体中心）', signed[0]],
      [column, '（罗 苇）', signed[2]],
      [column, '（温小岚）', signed[4]],
    ]);
  });

  it('are not signed by whoever signed another, whatever stands over them', () => {
    const unmarked = signed.map((line) => line.replace('○', ''));
    expect(fieldsOf(['白茅镇的三件小事', ...unmarked]).map(([, byline, text]) => [byline, text])).toEqual([
      ['（县融媒体中心）', unmarked[0]],
      ['（罗 苇）', unmarked[2]],
      ['（温小岚）', unmarked[4]],
    ]);
  });
});

describe('a mark before a line', () => {
  it('in an article of one matter stands before its subheads, and the article stays whole', () => {
    const articles = articlesOf([
      '柑橘销路是这样打开的',
      '本报记者 周航嘉',
      '石板村的柑橘园连着三座山头，今年柑橘产量超过两百万斤，可是柑橘采摘季刚到，合作社的仓库就堆满了，村民们愁的是柑橘卖不出去。',
      '◆ 柑橘有了冷库',
      '合作社用县里的补助建起了柑橘冷库，柑橘采摘下来先入库预冷，再按大小分级，柑橘的保鲜期从十天延长到了两个月。',
      '合作社理事长说，有了冷库，柑橘不再急着卖，石板村的柑橘园今年第一次等到了好价钱。',
      '◆ 柑橘上了网',
      '村里的年轻人在直播间里介绍柑橘，合作社负责打包，石板村的柑橘第二天就能发往外省。',
    ]);
    expect(articles).toHaveLength(1);
  });

  it('in a row of paragraphs about different matters makes each of them a brief', () => {
    const articles = articlesOf([
      '一周短波',
      '◎城东自来水厂昨日完成滤池改造，日供水能力提高两成，停水通知提前三天送到了用户手中。',
      '◎少年宫合唱团将在元旦登台，曲目包括民歌和童谣，观众可凭图书证领取门票。',
      '◎气象台预报，受冷空气影响，山区未来三天有霜冻，果农应及时给果树培土。',
    ]);
    expect(articles.map((paragraphs) => paragraphs[0])).toEqual(['◎城东自来水', '◎少年宫合唱', '◎气象台预报']);
  });

  it('stands before no brief any more where a headline with its deck begins a longer article', () => {
    const articles = articlesOf([
      '一周短波',
      '◎城东自来水厂昨日完成滤池改造，日供水能力提高两成，停水通知提前三天送到了用户手中。',
      '◎少年宫合唱团将在元旦登台，曲目包括民歌和童谣，观众可凭图书证领取门票。',
      '老街还在，手艺常新 ——临江市保护沿河作坊纪事',
      '本报记者 周航嘉',
      '沿河老街上有三十多家作坊，打铁的、箍桶的、做秤的，一家挨着一家，门板一卸就是一天的生意。',
      '清早五点，豆腐坊的灯先亮了，石磨转起来，豆香顺着河道飘出很远。',
      '前几年有人提议把房子拆了重建，居民们舍不得，市里请来匠人，一根梁一块砖地修，修好了再请作坊搬回来。',
    ]);
    expect(articles.map((paragraphs) => paragraphs.length)).toEqual([1, 1, 3]);
  });
});

describe('points behind their marks', () => {
  it('are one article where a firm says whom it wants, or the police what to heed', () => {
    const wanted = ['●厨师长一名，四十五岁以下；', '●前厅服务员十名，女性，包食宿；', '●保安五名，退伍军人优先。'];
    expect(articlesOf(['云岭大酒店诚聘', ...wanted])).toEqual([wanted.map((line) => line.slice(0, 6))]);
    const heed = ['●遇到陌生人谈“病”谈“灾”，不搭话、不跟走。', '●一旦受骗，请立即报警，并保留好对方用过的物品。'];
    expect(articlesOf(['警方提示', ...heed])).toEqual([heed.map((line) => line.slice(0, 6))]);
  });

  it('are briefs where each says the place it is from', () => {
    const briefs = [
      '【白竹乡】近日投入十五万元为七个村的卫生室添置了药柜和冷藏箱。',
      '【渡头镇】第三届糖蔗砍运“诚信榜”揭晓，三十二户蔗农上榜。',
    ];
    expect(articlesOf(['乡镇传真', ...briefs])).toEqual(briefs.map((line) => [line.slice(0, 6)]));
  });

  it('are over where a text without a mark stands behind a picture', () => {
    const page = ['环球短波', '▇德国 一座建于十九世纪的铁路桥在加固施工中发现一封信。', '▇智利 北部沿海五日发生地震，暂无人员伤亡报告。'];
    const rest = [
      '（均据新华社电）',
      '节日的广场上，孩子们放飞手里的风筝。',
      '（新华社记者 符遥摄）',
      '由此看来，停火既是一扇窗，也是一道考题。',
      '谈判各方下周将再次碰面。',
    ];
    expect(articlesOf([...page, ...rest]).at(-1)).toEqual(['由此看来，停', '谈判各方下周']);
  });
});

it('a place over its text is one where other briefs of the page stand under theirs, though the headline lies elsewhere', () => {
  const briefs = [
    '临江县',
    '渡口添了两盏航标灯',
    '本报讯 昨天傍晚，临江县白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊。',
    '白茅区',
    '社区食堂添了夜宵窗口',
    '本报讯 白茅区社区食堂从本周起添了夜宵窗口，晚上十点以前，值夜班的护士和司机都能吃上热汤面。',
    '松岭县',
    '松岭县残联日前为九个乡镇的六十二名残疾人免费送去轮椅，并请康复师上门教家人如何使用。',
    '六十二名残疾人用上轮椅',
  ];
  const { articles } = parseBriefing(briefs.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
  expect(articles.map(({ locality }) => locality)).toEqual(['临江县', '白茅区', '松岭县']);
  expect(articles.map(({ headline }) => headline)).not.toContain('松岭县');
});

describe('a column of briefs', () => {
  const briefs = [
    ['◆渡口添了两盏航标灯', '白茅渡口新添的两盏航标灯昨天傍晚第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。'],
    ['◆小小粮仓', '县第二小学昨天举行开仓仪式，四百名学生用自己种的麦子烤出第一炉面包，老师和家长一起尝了鲜。'],
    ['◆周明远同志逝世', '县原副县长周明远同志因病医治无效，于本月三日在临江逝世，享年九十一岁，生前参加过沂河大桥的建设。'],
    ['◆国道桐木岭段设爆闪灯', '县交警大队在国道桐木岭段增设爆闪灯十二组、凸面镜八面，消除一处多年的事故隐患。'],
  ] as const;

  it('stands over all of them, each signed, under a headline of its own', () => {
    const signed = [
      ['■我市启动春风行动招聘月', '3月18日，全市春风行动招聘月在人民广场启动，210家企业提供岗位6300个。（李欣）'],
      ['■滨河路下穿隧道通车', '3月19日零时，滨河路下穿隧道双向通车，全长1.2公里，限高4.5米。（王鹏）'],
      ['■市图书馆延长开放时间', '即日起，市图书馆周五、周六开放时间延长至22时。（周小满）'],
    ] as const;
    const { articles } = parseBriefing(['一周速览', ...signed.flat()].join('\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.map(({ kind, column, headline }) => [kind, column, headline])).toEqual(
      signed.map(([headline]) => ['brief', '一周速览', headline]),
    );
  });

  it('stands over all of them where each says where its news came from', () => {
    const dated = [
      '新华社北京3月19日电（记者 张欣）工业和信息化部19日发布数据，前两个月全国规模以上工业增加值同比增长7.0%。',
      '据新华社东京3月19日电　日本银行19日宣布结束负利率政策，为17年来首次加息。',
      '本报综合消息　欧洲航天局19日说，一颗退役卫星已于当日再入大气层烧毁。',
    ];
    const lines = ['县区短波', ...briefs.flat(), '国内外简讯', ...dated];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.slice(briefs.length).map(({ kind, column }) => [kind, column])).toEqual(dated.map(() => ['brief', '国内外简讯']));
  });

  it('has a headline for each of them where one has, however short', () => {
    const { articles } = parseBriefing(['县区短波', ...briefs.flat()].join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.map(({ headline, paragraphs }) => [headline, paragraphs.map(({ text }) => text)])).toEqual(
      briefs.map(([headline, text]) => [headline, [text]]),
    );
  });

  it('stands over all of them though a running head has strayed between', () => {
    const first = ['旧粮仓里唱新戏', '本报记者 罗玲梅', '剧团的排练厅设在旧粮仓里，二十多名年轻演员每天清晨吊嗓、压腿、跑圆场。'];
    const lines = [...first, '县区短波', '松江晨报 2024年3月15日 星期五', ...briefs.map(([, text]) => text)];
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language });
    expect(articles.filter(({ kind }) => kind === 'brief').map(({ column }) => column)).toEqual(briefs.map(() => '县区短波'));
  });
});
