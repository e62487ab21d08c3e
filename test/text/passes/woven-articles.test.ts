import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import type { ParsedArticle } from '../../../src-main/contract/parsed';
import { opera, salt } from './salt-and-opera';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function articlesOf(lines: readonly string[]): readonly ParsedArticle[] {
  return parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language }).articles;
}

function openings(article: ParsedArticle | undefined): readonly string[] {
  return article?.paragraphs.map((paragraph) => paragraph.text.slice(0, 5)) ?? [];
}

describe('two articles printed side by side and read row by row', () => {
  it('are told apart though both their headings stand over all of the text', () => {
    const articles = articlesOf([
      '晒盐人的手机屏',
      '本报记者 周航嘉',
      '旧粮仓里唱新戏',
      '本报记者 罗玲梅',
      opera[0]!,
      salt[0]!,
      salt[1]!,
      opera[1]!,
      opera[2]!,
      salt[2]!,
      opera[3]!,
      salt[3]!,
    ]);
    expect(articles.map(({ headline }) => headline)).toEqual(['晒盐人的手机屏', '旧粮仓里唱新戏']);
    expect(openings(articles[0])).toEqual(salt.map((text) => text.slice(0, 5)));
    expect(openings(articles[1])).toEqual(opera.map((text) => text.slice(0, 5)));
  });

  it('are told apart where the headlines say little of what the texts tell', () => {
    const articles = articlesOf([
      '看云的本事传下来',
      '本报记者 周航嘉',
      '水袖甩出新天地',
      '本报记者 罗玲梅',
      salt[0]!,
      salt[1]!,
      opera[0]!,
      salt[2]!,
      opera[1]!,
      opera[2]!,
      salt[3]!,
      opera[3]!,
    ]);
    expect(articles.map(openings)).toEqual([salt, opera].map((texts) => texts.map((text) => text.slice(0, 5))));
  });

  it('are told apart where the first article has no more than its opening before the second heading', () => {
    const articles = articlesOf([
      '看云的本事',
      '本报记者 周航嘉',
      salt[0]!,
      '水袖甩出新天地',
      '本报记者 罗玲梅',
      opera[0]!,
      salt[1]!,
      opera[1]!,
      opera[2]!,
      salt[2]!,
      salt[3]!,
      opera[3]!,
    ]);
    expect(articles.map(openings)).toEqual([salt, opera].map((texts) => texts.map((text) => text.slice(0, 5))));
  });

  it('are not made of one that tells of the same people from first to last, though another headline stands over it', () => {
    const museum = [
      '盐场场长林海生说，盐滩有三百年历史，盐工大多是本村人，林海生自己也是盐工的儿子。',
      '林海生介绍，盐场计划把盐滩边的老盐仓改成博物馆，盐工的木耙、盐筐都要收进去。',
      '盐工陈阿婆把家里的三把木耙捐给了博物馆，她说，盐滩养活了一家四代人。',
    ];
    const story = [museum[1]!, museum[0]!, museum[2]!, salt[0]!, salt[3]!, salt[1]!, salt[2]!];
    const articles = articlesOf(['青年演员登台', '本报记者 罗玲梅', '盐场盖上雨棚', '本报记者 周航嘉', ...story]);
    expect(articles.map(openings)).toEqual([[], story.map((text) => text.slice(0, 5))]);
  });

  it('are told apart where the headlines say nothing of either text', () => {
    const lines = [
      '凌晨三点的守望',
      '本报记者 周航嘉',
      '一招一式见功夫',
      '本报记者 罗玲梅',
      salt[0]!,
      salt[1]!,
      ...opera,
      salt[2]!,
      salt[3]!,
    ];
    expect(articlesOf(lines).map(openings)).toEqual([salt, opera].map((texts) => texts.map((text) => text.slice(0, 5))));
  });
});

describe('a deck and a byline parted from their headline by lines of the article beside', () => {
  it('stay with the headline, and begin no article of their own', () => {
    const articles = articlesOf([
      '【海边见闻】',
      '海盐产区给卤水池盖上雨棚',
      '本报记者 周航嘉',
      '旧粮仓里唱响新戏',
      salt[0]!,
      '——临江市剧团培养年轻演员见闻',
      '本报记者 罗玲梅',
      salt[1]!,
      opera[0]!,
      opera[1]!,
      salt[2]!,
      salt[3]!,
      opera[2]!,
      opera[3]!,
    ]);
    expect(articles.map(({ headline, deck, byline }) => [headline, deck, byline])).toEqual([
      ['海盐产区给卤水池盖上雨棚', null, '本报记者 周航嘉'],
      ['旧粮仓里唱响新戏', '——临江市剧团培养年轻演员见闻', '本报记者 罗玲梅'],
    ]);
  });
});

describe('a picture with its text set into the head of a longer article', () => {
  const picture = [
    '山村小学迎来流动图书车',
    '3日，流动图书车开进了云雾山里的小学，孩子们围着书架挑选喜爱的图画书。这辆车载着两千册图书，每月上山两次。',
  ];

  it('takes its credit back from under the headline of the other, whose standing title and place it leaves to it', () => {
    const articles = articlesOf([
      '【海边见闻】',
      '临江市',
      ...picture,
      '海盐产区给卤水池盖上雨棚',
      '（周航嘉 摄）',
      '本报记者 罗玲梅',
      ...salt,
    ]);
    expect(articles.map(({ kind, headline }) => [kind, headline])).toEqual([
      ['photo', '山村小学迎来流动图书车'],
      ['feature', '海盐产区给卤水池盖上雨棚'],
    ]);
    expect(articles.map(({ credit }) => credit)).toEqual(['（周航嘉 摄）', null]);
    expect(articles.map(({ column }) => column)).toEqual([null, '【海边见闻】']);
    expect(articles.map(({ locality }) => locality)).toEqual([null, '临江市']);
  });

  it('takes it back from within the text of the other, which stays one article', () => {
    const articles = articlesOf([...picture, '晒盐人的手机屏', salt[0]!, '罗玲梅 摄', salt[1]!, salt[2]!, salt[3]!]);
    expect(articles.map(({ headline, credit }) => [headline, credit])).toEqual([
      ['山村小学迎来流动图书车', '罗玲梅 摄'],
      ['晒盐人的手机屏', null],
    ]);
    expect(openings(articles[1])).toEqual(salt.map((text) => text.slice(0, 5)));
  });

  it('but a picture story right behind another brief stays as it is', () => {
    const articles = articlesOf(['少年宫招收新学员', opera[3]!, ...picture, '罗玲梅 摄', '晒盐人的手机屏', '本报记者 周航嘉', ...salt]);
    expect(articles.map(({ headline, credit }) => [headline, credit])).toEqual([
      ['少年宫招收新学员', null],
      ['山村小学迎来流动图书车', '罗玲梅 摄'],
      ['晒盐人的手机屏', null],
    ]);
  });
});

describe('what stands within a text that is put back to another article', () => {
  const heads = [
    ['海盐产区给卤水池盖上雨棚', '本报记者 周航嘉'],
    ['旧粮仓里的剧团排新戏', '本报记者 罗玲梅'],
  ] as const;

  it('goes with it: a picture, its caption and its credit', () => {
    const articles = articlesOf([
      ...heads[0],
      salt[0]!,
      salt[1]!,
      ...heads[1],
      opera[0]!,
      opera[1]!,
      salt[2]!,
      '图为盐工在滩上收盐。',
      '罗玲梅 摄',
      salt[3]!,
      opera[2]!,
      opera[3]!,
    ]);
    expect(articles.map(({ headline, credit }) => [headline, credit])).toEqual([
      [heads[0][0], '罗玲梅 摄'],
      [heads[1][0], null],
    ]);
    expect(openings(articles[0])).toContain('图为盐工在');
  });

  it('goes with it: the line that says where it is continued', () => {
    const articles = articlesOf([...heads[0], salt[0]!, salt[1]!, ...heads[1], ...opera, `${salt[2]!}（下转第4版）`]);
    expect(articles.map(({ headline, jump }) => [headline, jump?.to ?? null])).toEqual([
      [heads[0][0], '4'],
      [heads[1][0], null],
    ]);
  });

  it('goes with it: who signed it below', () => {
    const signed = '（临江市盐业公司 周航嘉）';
    const articles = articlesOf([heads[0][0], salt[0]!, salt[1]!, ...heads[1], ...opera, salt[2]!, salt[3]!, signed]);
    expect(articles.map(({ headline, byline }) => [headline, byline])).toEqual([
      [heads[0][0], signed],
      [heads[1][0], heads[1][1]],
    ]);
  });

  it('a credit alone goes to the picture story whose text lies before it', () => {
    const articles = articlesOf([
      '海盐产区给卤水池盖上雨棚',
      '【梨园见闻】',
      ...heads[1],
      opera[0]!,
      salt[2]! + salt[3]!,
      opera[1]!,
      '周航嘉 摄',
      opera[2]!,
      opera[3]!,
    ]);
    expect(articles.map(({ headline, credit, kind }) => [headline, credit, kind])).toEqual([
      ['海盐产区给卤水池盖上雨棚', '周航嘉 摄', 'photo'],
      [heads[1][0], null, 'feature'],
    ]);
  });
});

describe('text that nothing stands over, behind an article that is over', () => {
  const closed = ['旧粮仓里的剧团排新戏', '本报记者 罗玲梅', opera[0]!, opera[1]!, '（作者系临江市戏剧家协会理事）'];

  it('is the rest of that article where it tells of the same matter', () => {
    const articles = articlesOf([...closed, opera[2]!, `${opera[3]!}团长和年轻演员把旧粮仓里的排练厅让给了戏迷，清晨谁都能来吊嗓。`]);
    expect(articles.map(({ headline }) => headline)).toEqual(['旧粮仓里的剧团排新戏']);
    expect(articles[0]!.paragraphs).toHaveLength(4);
  });

  it('stays by itself where it tells of something else', () => {
    const articles = articlesOf([...closed, salt[0]!, salt[1]!]);
    expect(articles.map(({ headline }) => headline)).toEqual(['旧粮仓里的剧团排新戏', null]);
  });
});

describe('neighbours in an article whose fragments lie in disorder', () => {
  it('are not put together on slight evidence', () => {
    const [lesson, stage] = [opera[1]!, opera[2]!];
    const articles = articlesOf([
      '旧粮仓里的剧团排新戏',
      '本报记者 周航嘉',
      opera[0]!.slice(0, 11),
      opera[0]!.slice(11),
      lesson.slice(0, 28),
      opera[3]!,
      lesson.slice(28),
      stage.slice(0, 24),
      stage.slice(24),
    ]);
    const texts = articles.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text));
    expect(texts).toContain(opera[3]!);
    expect(texts).toContain(stage);
  });
});

describe('an article read by turns with another whose title was not known for one', () => {
  const saltWork = [
    '盐场的卤水池一格连着一格，盐工把卤水从头一格放到末一格，卤水一天天变浓，浓到能浮起鸡蛋，盐工就知道可以收盐了。',
    '盐滩上的雨棚由盐场改造，雨点一落，卤水池上的雨棚就合拢，盐工不用再摸黑抢盐，卤水也不会被雨水冲淡。',
    '盐工的手机连着卤水池的仪表，卤水多浓、雨棚开没开，一看便知，盐场说明年要把仪表装满整片盐滩。',
  ];
  const stageWork = [
    '剧团的花旦和武生同台排练，花旦的水袖甩得又高又远，武生的锣鼓点子一声紧似一声，排练厅里的年轻演员看得出神。',
    '年轻演员跟着花旦练水袖，跟着鼓师学锣鼓，剧团给每个年轻演员都请了师父，排练厅的灯常常亮到夜深。',
    '新戏里的花旦由年轻演员来唱，水袖是团长亲手缝的，锣鼓换成了小乐队，剧团盼着新戏能留住年轻观众。',
  ];
  const turns = [
    salt[0]! + saltWork[0]!,
    stageWork[0]!,
    salt[1]!,
    opera[1]!,
    opera[2]! + stageWork[1]!,
    saltWork[1]!,
    stageWork[2]!,
    salt[3]! + saltWork[2]!,
  ];

  const news = ['端午假期旅游热', '本报讯（记者 沈亦）记者从市文旅局获悉，端午假期全市接待游客八十万人次，同比增长两成。'];

  it('has its own text alone, and the other is an article without a headline', () => {
    const articles = articlesOf([...news, '晒盐人的手机屏', '本报记者 周航嘉', ...turns]);
    expect(articles.map(({ headline }) => headline)).toEqual(['端午假期旅游热', '晒盐人的手机屏', null]);
    expect(openings(articles[1])).toEqual([0, 2, 5, 7].map((turn) => turns[turn]!.slice(0, 5)));
    expect(openings(articles[2])).toEqual([1, 3, 4, 6].map((turn) => turns[turn]!.slice(0, 5)));
  });

  it('gives the other the title that was held to be a subhead', () => {
    const articles = articlesOf([...news, '晒盐人的手机屏', '本报记者 周航嘉', turns[0]!, '剧团的水袖和锣鼓', ...turns.slice(1)]);
    expect(articles.map(({ headline }) => headline)).toEqual(['端午假期旅游热', '晒盐人的手机屏', '剧团的水袖和锣鼓']);
    expect(openings(articles[2])).toEqual([1, 3, 4, 6].map((turn) => turns[turn]!.slice(0, 5)));
  });

  it('stays whole where its parts tell of one place, however differently', () => {
    const village = ['盐场', '剧团', '学校'].flatMap((what) => [
      `石板村的${what}今年添了不少新东西，石板村的村民说起来都很高兴。`,
      `在石板村，${what}的负责人黄松告诉记者，石板村合作社出了一半的钱。`,
    ]);
    const articles = articlesOf([...news, '石板村的新鲜事', '本报记者 周航嘉', ...village]);
    expect(articles).toHaveLength(2);
  });
});

describe('a paragraph with a picture’s credit under it', () => {
  const orchardStory = [
    '石桥村蜜桃喜获丰收',
    '本报记者 沈亦',
    '眼下正是蜜桃成熟的季节，临江县石桥村的果园里，村民们忙着采摘、分拣、装箱，一派丰收景象。',
    '石桥村种植蜜桃已有二十多年，全村果园面积达到一千八百亩，去年蜜桃销售收入超过六百万元。',
  ];

  it('is an article by itself where it tells of something else', () => {
    const articles = articlesOf([
      ...orchardStory,
      '4月16日，望江跨海大桥西航道桥钢箱梁完成首片吊装，大桥建成后海岛群众出行时间将缩短至二十分钟。',
      '本报记者　宋楷　摄',
    ]);
    expect(articles.map(({ headline, kind, credit }) => [headline, kind, credit])).toEqual([
      ['石桥村蜜桃喜获丰收', 'feature', null],
      [null, 'photo', '本报记者　宋楷　摄'],
    ]);
    expect(articles[1]!.paragraphs.map(({ role }) => role)).toEqual(['caption']);
  });

  it('stays where it tells of the same', () => {
    const articles = articlesOf([
      ...orchardStory,
      '7月6日，石桥村的村民在果园里采摘蜜桃，今年全村蜜桃产量预计达到三百万公斤。',
      '本报记者　宋楷　摄',
    ]);
    expect(articles).toHaveLength(1);
  });
});
