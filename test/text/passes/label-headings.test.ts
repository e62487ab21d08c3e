import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParsedArticle } from '../../../src-main/contract/parsed';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

function articlesOf(lines: readonly string[]): readonly ParsedArticle[] {
  return parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language }).articles;
}

const orchard = [
  '眼下正是蜜桃成熟的季节，临江县石桥村的果园里，村民们忙着采摘、分拣、装箱，一派丰收景象。',
  '石桥村种植蜜桃已有二十多年，全村果园面积达到一千八百亩，去年销售收入超过六百万元。',
];
const library = [
  '记者从市文化和旅游局获悉，新建的市图书馆将于下月初试运行，馆内设有阅览座位两千余个，藏书一百二十万册。',
  '图书馆有关负责人介绍，试运行期间，读者可凭身份证免费入馆，每日开放十二个小时。',
];

describe('headings', () => {
  it('a title over running text begins an article, though the text could go on from it', () => {
    const articles = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, '市图书馆新馆下月试运行', '本报记者 韩松', ...library]);
    expect(articles.map(({ headline }) => headline)).toEqual(['石桥村蜜桃喜获丰收', '市图书馆新馆下月试运行']);
  });

  it('that a meeting was held stands over what it came to, and is no story of its own', () => {
    const flood = [
      '全市防汛工作会议召开',
      '坚持人民至上 生命至上 筑牢防汛安全堤坝',
      '陈志强主持并讲话',
      '本报讯（记者 王丹）6月4日，全市防汛工作会议召开，贯彻落实全省防汛抗旱工作视频会议精神，部署重点任务。市长陈志强主持会议并讲话。',
      '陈志强强调，要坚持人民至上、生命至上，压紧压实各级责任，对水库、河道、城市低洼地等重点部位再排查，发现隐患立即整改。',
      '会议要求，各县区要健全直达基层的预警叫应机制，备足抢险物资，加强应急演练，确保一旦出现险情能够第一时间处置。',
    ];
    const [first] = articlesOf([...flood, '石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard]);
    expect([first?.kicker, first?.headline, first?.deck, first?.paragraphs.length]).toEqual([flood[0], flood[1], flood[2], 3]);
  });

  it('a line over one that begins with where the news came from is its title, though the line could go on in it', () => {
    const strays = [
      ['走丢九天，“馒头”自己坐船回来了', '本报讯（通讯员 郑舒 记者 余晓棠）3月9日零时刚过，一条金毛犬在江北的渡口上了末班船。'],
      ['请给老人的药盒印大一点的字', '编辑同志：我今年七十四岁，药盒上的小字一个也看不清，只好请邻居念给我听。'],
    ] as const;
    for (const [title, story] of strays) {
      const articles = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, title, story]);
      expect(articles.map(({ headline }) => headline)).toEqual(['石桥村蜜桃喜获丰收', title]);
      expect(articles[1]!.paragraphs.map(({ text }) => text)).toEqual([story]);
    }
  });

  it('the commentator over a title, below another story, is the author of what follows', () => {
    const articles = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, '本报评论员', '把书读进日子里', ...library]);
    expect(articles.map(({ headline, byline }) => [headline, byline])).toEqual([
      ['石桥村蜜桃喜获丰收', '本报记者 沈亦'],
      ['把书读进日子里', '本报评论员'],
    ]);
  });

  it('the title said again over a text that comes from another page is its headline, however it reads, and what a dash opens its deck', () => {
    const rest = ['（上接第1版）', ...orchard];
    expect(articlesOf(['澜江日报', '第4版 综合', '一条河的三十年', ...rest]).map(({ kind, headline }) => [kind, headline])).toContainEqual([
      'jump',
      '一条河的三十年',
    ]);
    const [, second] = articlesOf(['市图书馆新馆下月试运行', ...library, '一条河的三十年', '——澜江治理记', ...rest]);
    expect([second!.headline, second!.deck]).toEqual(['一条河的三十年', '——澜江治理记']);
  });

  it('a story that goes on elsewhere on its page ends there, though no page is named', () => {
    const articles = articlesOf([
      '石桥村蜜桃喜获丰收',
      '本报记者 沈亦',
      ...orchard,
      '（下转本版左下）',
      '市图书馆新馆下月试运行',
      '本报记者 韩松',
      ...library,
    ]);
    expect(articles.map(({ kind, headline }) => [kind, headline])).toEqual([
      ['feature', '石桥村蜜桃喜获丰收'],
      ['feature', '市图书馆新馆下月试运行'],
    ]);
  });

  it('a kicker on two lines is one, though a comma ends the first', () => {
    const second = ['我县实行果农结对帮扶，', '三年来选派农技员三百多人', '石桥村蜜桃喜获丰收', '甜了一村人', '本报记者 沈亦', ...orchard];
    const article = articlesOf(['市图书馆新馆试运行', ...library, ...second]).find(({ headline }) => headline?.includes('石桥村'));
    expect(article?.kicker).toBe('我县实行果农结对帮扶， 三年来选派农技员三百多人');
  });

  it('what stands alone over a headline on two lines is its kicker', () => {
    const heading = ['石桥村卖桃走了条新路', '三百个网友下单，', '一车蜜桃半天到家'];
    const articles = articlesOf(['市图书馆新馆试运行', ...library, ...heading, ...orchard]);
    expect(articles.map(({ kicker, headline }) => [kicker, headline])).toEqual([
      [null, '市图书馆新馆试运行'],
      [heading[0], heading.slice(1).join(' ')],
    ]);
  });

  it('what papers call a standing section is no headline, on a page that has no other column', () => {
    for (const section of ['读者来信', '短评', '图片新闻', '专家门诊', '市场信息']) {
      const articles = articlesOf(['市图书馆新馆试运行', ...library, section, ...orchard]);
      expect(articles.map(({ column, headline, paragraphs }) => [column, headline, paragraphs.length])).toEqual([
        [null, '市图书馆新馆试运行', 2],
        [section, null, 2],
      ]);
    }
  });

  it('who asked stands between the question and the answer', () => {
    const question = '我在石桥村承包了二十亩果园，今年蜜桃落果特别厉害，打过两遍药也不见好，请问是什么缘故？';
    const answer = '答：多半是浇水忽多忽少。果实膨大期要小水勤浇，雨后及时排水，落果就会慢慢止住。';
    const [letter] = articlesOf(['蜜桃落果怎么防', question, '平山路　小　云', answer]);
    expect([letter!.headline, letter!.byline, letter!.paragraphs.length]).toEqual(['蜜桃落果怎么防', '平山路　小　云', 2]);
  });

  it('what was held, and when, over the news of it is its kicker', () => {
    for (const kicker of ['今年前三季度', '十年来', '省青年游泳锦标赛落幕', '全国男排联赛第三轮', '市级机关象棋赛']) {
      const articles = articlesOf(['市图书馆新馆试运行', ...library, kicker, '石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard]);
      expect([articles[1]?.kicker, articles[1]?.headline]).toEqual([kicker, '石桥村蜜桃喜获丰收']);
    }
    const alone = articlesOf(['全省男排联赛落幕', '本报记者 沈亦', ...orchard]);
    expect(alone.map(({ headline }) => headline)).toEqual(['全省男排联赛落幕']);
  });

  it('an author before the headline is known by office and colon, though the name be rare or set wide', () => {
    for (const author of ['临江农商银行行长 亓官敏', '市人大代表、石桥村党支部书记 沈 亦']) {
      const articles = articlesOf([`${author}：`, '把蜜桃产业做成富民产业', ...orchard]);
      expect(articles.map(({ headline, byline }) => [headline, byline])).toEqual([['把蜜桃产业做成富民产业', author]]);
    }
  });

  it('a line that tells whose words the next one gives is its kicker, wherever it stands', () => {
    const heading = ['孟怀岳在临江调研时强调', '把蜜桃产业做成富民产业'];
    const articles = articlesOf(['市图书馆新馆下月试运行', '本报记者 韩松', ...library, ...heading, ...orchard]);
    expect(articles.map(({ kicker, headline }) => [kicker, headline])).toEqual([[null, '市图书馆新馆下月试运行'], heading]);
  });

  it('a short line that leads on to a headline is its first line, and with a dash its kicker', () => {
    const twoLines = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, '上班途中买菜被撞，', '算不算工伤？', ...library]);
    expect(twoLines.map(({ headline }) => headline)).toEqual(['石桥村蜜桃喜获丰收', '上班途中买菜被撞， 算不算工伤？']);
    const dashed = ['五年前，人背马驮；五年后，货车开到地头——', '乌蒙深处一条路'];
    const led = articlesOf(['市图书馆新馆下月试运行', '本报记者 韩松', ...library, ...dashed, ...orchard]);
    expect(led.map(({ kicker, headline }) => [kicker, headline])).toEqual([[null, '市图书馆新馆下月试运行'], dashed]);
  });

  it('the name of any paper over the day is its running head', () => {
    const articles = articlesOf([
      '青岙报 乡里乡亲',
      '2024年9月3日 星期二 第03版 责任编辑：柳依',
      '石桥村蜜桃喜获丰收',
      '本报记者 沈亦',
      ...orchard,
    ]);
    expect(articles.filter(({ kind }) => kind !== 'furniture').map(({ headline }) => headline)).toEqual(['石桥村蜜桃喜获丰收']);
  });

  it('a paper of any name is its running head where other running heads are beside it', () => {
    for (const name of ['石桥报', '果园周刊']) {
      const page = [name, '第1216期 2026年5月28日 星期四 本期四版', '石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard];
      const headlines = articlesOf(page).flatMap(({ kind, headline }) => (kind === 'furniture' ? [] : [headline]));
      expect(headlines).toEqual(['石桥村蜜桃喜获丰收']);
    }
  });

  it('a headline may ask, and may have a comma, where who wrote it stands under it', () => {
    for (const title of ['蜜桃怎样卖得远、卖得好？', '石桥蜜桃，一夜卖到三省', '“今年的桃子最甜！”']) {
      const articles = articlesOf(['市图书馆新馆下月试运行', '本报记者 韩松', ...library, title, '本报记者 沈亦', ...orchard]);
      expect(articles.map(({ headline }) => headline)).toEqual(['市图书馆新馆下月试运行', title]);
    }
  });

  it('a deck needs no dash', () => {
    const [article] = articlesOf(['石桥村蜜桃喜获丰收', '一千八百亩果园陆续开摘，五家电商驻村收购', '本报记者 沈亦', ...orchard]);
    expect(article!.headline).toBe('石桥村蜜桃喜获丰收');
    expect(article!.deck).toBe('一千八百亩果园陆续开摘，五家电商驻村收购');
  });

  it('a pen name under the title of a column signs it', () => {
    for (const name of ['南窗客', '闻 笛']) {
      const articles = articlesOf([
        '市图书馆新馆下月试运行',
        '本报记者 韩松',
        ...library,
        '临江夜话',
        '留一盏灯给晚归的人',
        name,
        ...orchard,
      ]);
      expect(articles.map(({ headline, byline }) => [headline, byline])).toEqual([
        ['市图书馆新馆下月试运行', '本报记者 韩松'],
        ['留一盏灯给晚归的人', name],
      ]);
    }
  });

  it('a piece broken off a sentence is no title', () => {
    const articles = articlesOf([
      '石桥村蜜桃喜获丰收',
      orchard[0]!,
      '石桥村种植蜜桃已有二十多年，全',
      '村果园面积达到一千八百亩，去年销售收入超过六百万元。',
    ]);
    expect(articles).toHaveLength(1);
    expect(articles[0]!.paragraphs.map(({ role }) => role)).toEqual(['body', 'body']);
  });

  it('column, place, headline, deck and byline over one article are told apart', () => {
    const [article] = articlesOf([
      '■ 乡村振兴进行时',
      '临江县',
      '石桥村蜜桃喜获丰收',
      '——一个果园村的致富路',
      '□ 本报记者 沈亦',
      ...orchard,
    ]);
    expect(article).toMatchObject({
      column: '■ 乡村振兴进行时',
      locality: '临江县',
      headline: '石桥村蜜桃喜获丰收',
      deck: '——一个果园村的致富路',
      byline: '□ 本报记者 沈亦',
    });
  });

  it.each([
    ['民生直通车①', ['民生直通车', '①']],
    ['一线见闻（下）', ['一线见闻', '（下）']],
    ['一线见闻——来自水利工地的报道', ['一线见闻', '——来自水利工地的报道']],
    ['·水利观察·', ['·水利观察·']],
    ['山乡新事·饮水篇', ['山乡新事·饮水篇']],
  ])('%s is the column of the one article it stands over, with what counts or explains its parts', (column, lines) => {
    const articles = articlesOf(['市图书馆新馆下月试运行', ...library, ...lines, '桃香飘满石板村', '本报记者 沈亦', ...orchard]);
    expect(articles.map((article) => [article.column, article.headline])).toEqual([
      [null, '市图书馆新馆下月试运行'],
      [column, '桃香飘满石板村'],
    ]);
  });

  it('marked titles inside one story are its subheads, and what follows them stays with it', () => {
    const articles = articlesOf([
      '石桥村蜜桃喜获丰收',
      '本报记者 沈亦',
      orchard[0]!,
      '■ 老果园焕发新活力',
      '石桥村种植蜜桃已有二十多年，果园面积达到一千八百亩，村民们对老果园进行了品种改良。',
      '■ 蜜桃销往全国',
      '石桥村还建起冷库和分拣中心，蜜桃通过电商平台销往全国，去年销售收入超过六百万元。',
    ]);
    expect(articles).toHaveLength(1);
    expect(articles[0]!.column).toBeNull();
    expect(articles[0]!.paragraphs.filter(({ role }) => role === 'subhead')).toHaveLength(2);
  });

  it('a column over marked briefs is that of each of them and of no later article', () => {
    const articles = articlesOf([
      '市县短讯',
      '◆ 10月16日，青岭县在河口镇举行秋季农机检修现场会，二十多名农机手参加。',
      '◆ 白石湖灌区开始今年第三次放水，预计灌溉麦田三万亩。',
      '市图书馆新馆下月试运行',
      '本报记者 韩松',
      ...library,
    ]);
    expect(articles.map(({ column }) => column)).toEqual(['市县短讯', '市县短讯', null]);
  });
});

const market = ['入夜，滨河路上灯火通明，二百多个摊位沿街排开，烤串、凉粉、手工艺品应有尽有，市民说这里比白天还热闹。'];

describe('lines that are broken off, or stand over the place', () => {
  it('what a column had room for before its story goes on elsewhere is text, however like a title it reads', () => {
    const end = '新品种试种成功';
    const articles = articlesOf([
      '石桥村蜜桃喜获丰收',
      '本报记者 沈亦',
      ...orchard,
      end,
      '（下转第三版）',
      '市图书馆新馆下月试运行',
      ...library,
    ]);
    expect(articles.map(({ headline }) => headline)).toEqual(['石桥村蜜桃喜获丰收', '市图书馆新馆下月试运行']);
    expect(articles[0]!.paragraphs.map(({ role, text }) => [role, text]).at(-1)).toEqual(['body', end]);
  });

  it('a title that says where its text is found stays one', () => {
    const articles = articlesOf([
      '石桥村蜜桃喜获丰收',
      '本报记者 沈亦',
      ...orchard,
      '市图书馆新馆下月试运行',
      '详见第三版',
      '夜市开张',
      ...market,
    ]);
    expect(articles.map(({ headline }) => headline)).toContain('市图书馆新馆下月试运行');
  });

  it('whatever its name, what stands over the place that a headline is from is the column', () => {
    for (const column of ['善作善成 接续奋斗', '蜜桃熟了的时候']) {
      const [article] = articlesOf([
        '市图书馆新馆下月试运行',
        ...library,
        column,
        '临江县',
        '石桥村蜜桃喜获丰收',
        '本报记者 沈亦',
        ...orchard,
      ]).slice(-1);
      expect([article!.column, article!.locality, article!.headline]).toEqual([column, '临江县', '石桥村蜜桃喜获丰收']);
    }
  });
});

describe('what stands on a page beside articles', () => {
  it('the rows of a table are no column and no headline', () => {
    const table = ['指标    一季度    同比', '规上工业增加值    128.6亿元    8.2%', '工业用电量    36.2亿千瓦时    11.5%'];
    const articles = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, ...table]);
    expect(articles.map(({ headline, column }) => [headline, column])).toEqual([['石桥村蜜桃喜获丰收', null]]);
    const printed = articles[0]!.paragraphs.map(({ text }) => text).join('\n');
    for (const row of table) expect(printed).toContain(row);
  });

  it('results and standings are no headlines', () => {
    const table = [
      '名次 球队 胜 平 负 积分',
      '1 石桥飞鱼 8 4 2 28',
      '2 临江灯塔 7 5 2 26',
      '石桥飞鱼 1∶1 临江灯塔',
      '临江渔歌 2∶0 石桥雪豹',
    ];
    const articles = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, ...table]);
    expect(articles.map(({ headline, column }) => [headline, column])).toEqual([['石桥村蜜桃喜获丰收', null]]);
  });

  it('who gives a notice, and the day, stand under it and are no running head', () => {
    const notice = [
      '为方便群众就医，我院定于6月3日至12日组织专家赴各乡镇开展巡回义诊，义诊期间免收挂号费和检查费，请群众携带身份证和以往病历。',
      '临江县人民医院',
      '2026年5月25日',
    ];
    const articles = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, '临江县人民医院关于开展夏季义诊的公告', ...notice]);
    expect(articles.map(({ headline }) => headline)).toEqual(['石桥村蜜桃喜获丰收', '临江县人民医院关于开展夏季义诊的公告']);
    expect(articles[1]!.paragraphs.map(({ text }) => text)).toEqual(notice.slice(0, 1));
    expect(articles[1]!.byline).toBe('临江县人民医院 2026年5月25日');
  });

  it('no row of a table is joined with the next', () => {
    const rows = ['1 石桥飞鱼 9 2 3 29', '2 临江灯塔 8 4 2 28', '3 临江渔歌 7 5 2 26'];
    const paragraphs = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', ...orchard, ...rows]).flatMap((article) => article.paragraphs);
    for (const row of rows) expect(paragraphs.map(({ text }) => text)).toContain(row);
  });

  it('paragraphs run together on a line are told by the indents between them', () => {
    const [article] = articlesOf(['石桥村蜜桃喜获丰收', '本报记者 沈亦', `${orchard[0]}　　${orchard[1]}`]);
    expect(article!.paragraphs.map(({ text }) => text)).toEqual(orchard);
  });

  it('names set apart by wide gaps still sign', () => {
    const [article] = articlesOf(['石桥村蜜桃喜获丰收', '沈亦  韩松  周明', ...orchard]);
    expect(article!.byline).toBe('沈亦  韩松  周明');
  });

  it('a brief behind its mark is no fragment, whatever its first words', () => {
    const articles = articlesOf([
      '【简讯】',
      '◆ 石桥县5月6日启动“送法进企业”活动，首日走访企业二十六家。',
      '◆ 临江海关一季度验放进出口货物十二万吨，同比增长百分之九。',
      '遗失声明',
      '临江市石板食品有限公司遗失公章一枚，声明作废。',
    ]);
    expect(articles.map(({ kind }) => kind)).not.toContain('fragment');
  });

  it('a line that tells who came to it is a deck below the title', () => {
    for (const who of ['罗文彬出席并讲话', '市水务局等部门参加', '陈刚主持 李敏讲话']) {
      const page = `青河日报
2024年4月2日 星期二 第2版 要闻

丁国平在北湖调研时强调
守护一湖碧水 造福一方百姓
${who}

　　本报讯（记者 赵一鸣）昨日，记者
从市水务局获悉，北湖清淤工程全面完工，
累计清淤四十六万立方米，湖区水质由五
类提升到三类。
　　市水务局局长丁国平介绍，下一步将
实施环湖绿道二期工程，计划今年十月底
前建成开放。`;
      const [article] = parseBriefing(page, { encoding: 'utf-8', fileName: null, language }).articles;
      expect([article?.headline, article?.deck]).toEqual(['守护一湖碧水 造福一方百姓', who]);
    }
  });

  it('lines set between blank ones, with none inside, are the heading of one article', () => {
    const page = `洄水镇召开春耕动员会议
部署农机检修有关工作
镇长谷长青出席

本报讯 3月2日，洄水镇召开春耕动
员会议，部署全镇农机检修、种子检测和
水渠清淤等工作。
会议要求，各村要在惊蛰以前完成
农机检修，合作社要把种子备足备齐，不
误农时。

老渡口新添航标灯

本报讯 昨天傍晚，白茅渡口新添的
两盏航标灯第一次亮起，夜里过江的货船
不必再绕行北汊。`;
    const { articles } = parseBriefing(page, { encoding: 'utf-8', fileName: null, language });
    expect(articles.map(({ headline, deck }) => [headline, deck])).toEqual([
      ['洄水镇召开春耕动员会议', '部署农机检修有关工作 镇长谷长青出席'],
      ['老渡口新添航标灯', null],
    ]);
  });
});

describe('half a sentence where a column ended, above the next headline', () => {
  const harbour = [
    '白鹭港的老码头上个月拆掉了最后一座吊机，取而代之的是三台自动化岸桥，司机坐在两公里外的操作室里，就能把集装箱稳稳放到无人驾驶的货车上。',
    '操作员方晓梅从前在吊机上一坐就是八个小时，夏天闷热，冬天漏风，如今她一个人看着六块屏幕，遇到大雾天气，系统会自动降低速度并发出提醒。',
  ];
  const peaches = [
    '石桥村的蜜桃今年又是一个丰收年，一千八百亩果园里，村民们天不亮就上山采摘，装满竹筐的桃子沿着新修的机耕道运到山下的冷库，当天就能发往省城。',
    '村里的合作社去年添置了分拣设备，过去靠人工一个一个地称重，如今流水线按照大小和甜度把桃子分成五个等级，价钱也拉开了差距，最好的一斤能卖到十二元。',
  ];
  const page = (half: string, rest: string): readonly ParsedArticle[] =>
    articlesOf(['白鹭港换了新面貌', '本报记者 沈亦', ...harbour, half, '石桥村的桃子红了', '本报记者 方越', ...peaches, rest]);

  it('is no heading, and its other half is found below the other article', () => {
    for (const [half, rest] of [
      ['参加这次改造的四十名青年技', '术人员来自全国各地，他们把家安在了海边，到那时，全年的货物吞吐量有望超过一千万吨。'],
      ['新码头旁边的冷链物流中心投', '入使用以后，周边三个县的水产有了新的出路，到那时，全年的货物吞吐量有望超过一千万吨。'],
    ] as const) {
      const articles = page(half, rest);
      expect(articles.map(({ headline, kicker }) => [headline, kicker])).toEqual([
        ['白鹭港换了新面貌', null],
        ['石桥村的桃子红了', null],
      ]);
      expect(articles[0]!.paragraphs.at(-1)!.text).toBe(half + rest);
    }
  });

  it('is no heading where its other half stands right below, be it without its first character', () => {
    for (const [half, rest] of [
      ['对于码头搬迁以后的安置', '，港务集团已经有了方案，老职工可以留在新港区，也可以到内河的分公司工作。'],
      ['白鹭港管理委员会', '、市交通运输局和三家船公司昨天签了协议，今年内再开三条通往东南亚的航线。'],
      ['新港区启用以来货物吞吐', '比去年同期增长三成，进出口的冷藏货物达到十二万吨。'],
    ] as const) {
      const [article] = articlesOf(['白鹭港换了新面貌', '本报记者 沈亦', ...harbour, half, rest]);
      expect(article!.paragraphs.map(({ role, text }) => [role, text]).at(-1)).toEqual(['body', half + rest]);
    }
  });

  it('does not make half sentences of titles', () => {
    const [, second] = page('推进港口绿色发展', '海港口的绿色评价结果，白鹭港名列第五，到那时，全年的货物吞吐量有望超过一千万吨。');
    expect([second?.kicker, second?.headline]).toEqual(['推进港口绿色发展', '石桥村的桃子红了']);
  });
});
