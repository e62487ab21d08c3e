import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import { isFiguresRow } from '../../../src-main/text/title-cues';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function read(lines: readonly string[]) {
  const { articles } = parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language });
  return articles
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ headline, paragraphs }) => [headline, paragraphs.filter(({ role }) => role === 'body').map(({ text }) => text)]);
}

function readSigned(lines: readonly string[]) {
  const { articles } = parseBriefing(lines.join('\n'), { encoding: 'utf-8', fileName: null, language });
  return articles
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ headline, byline, paragraphs }) => [headline, paragraphs.map(({ text }) => text), byline]);
}

const lamps = '昨天傍晚，白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。';

describe('a notice', () => {
  it('keeps all offices that sign it over the day', () => {
    const lines = ['周远山同志遗体告别仪式定于4月10日上午9时举行。', '谨此讣告。'];
    const signed = ['江城大学', '周远山同志治丧工作小组', '2024年4月8日'];
    expect(readSigned(['讣告', ...lines, ...signed])).toEqual([['讣告', lines, signed.join(' ')]]);
  });

  it('is signed without a day by an office that is no column over what is below', () => {
    const notice = '因管网改造，4月10日22时至11日6时，友谊路沿线将停水，请市民提前储水。';
    expect(readSigned(['停 水 通 知', notice, '江城水务集团', '渡口添了两盏航标灯', lamps])).toEqual([
      ['停 水 通 知', [notice], '江城水务集团'],
      ['渡口添了两盏航标灯', [lamps], null],
    ]);
  });

  it('is signed by the office it has told of, or under its last words, whatever its title', () => {
    const texts = ['8月26日起，市中心血站采血车将停靠万象广场，欢迎市民踊跃献血。', '施工期间，请用户提前储水。不便之处，敬请谅解。'];
    const offices = ['江城市中心血站', '江城自来水公司'];
    const [blood, water] = texts.map((text, index) => ['热血暖江城', text, offices[index]!]);
    expect(readSigned([...blood!, '渡口添了两盏航标灯', lamps])[0]).toEqual(['热血暖江城', [texts[0]], offices[0]]);
    expect(readSigned([...water!, '渡口添了两盏航标灯', lamps])[0]).toEqual(['热血暖江城', [texts[1]], offices[1]]);
  });

  it('for somebody lost is titled over the picture that it has', () => {
    const text = '沈阿婆，七十一岁，身高一米五，穿蓝布衫，三月四日在白茅渡口走失。有知其下落者，请电告渡口派出所。';
    const page = ['渡口添了两盏航标灯', lamps, '寻人启事', '（照片）', text];
    expect(readSigned(page).at(-1)).toEqual(['寻人启事', ['（照片）', text], null]);
  });

  it('of a court is titled by what it is, which is no name', () => {
    const text = '吴俊林：本院受理原告诉你借款合同纠纷一案，现向你公告送达起诉状副本。';
    const page = ['渡口添了两盏航标灯', lamps, '江城市人民法院', '公\u3000告', text];
    expect(readSigned(page).at(-1)).toEqual(['公\u3000告', [text], null]);
  });

  it('and a letter keeps what the editor adds under who signed it', () => {
    const note = '编者附记：接到阮老师的信后，本报记者到现场看了看，航标灯确已修好。';
    expect(readSigned(['渡口的灯何时亮', lamps, '城关小学\u3000阮淑贞', note])).toEqual([
      ['渡口的灯何时亮', [lamps, note], '城关小学\u3000阮淑贞'],
    ]);
  });

  it.each(['火车站搬运工人　孔令福', '石桥百货大楼棉布柜　殷素珍', '省政策研究室农村处　敖连山　钱维民'])(
    'or a letter is signed by %s',
    (line) => {
      expect(readSigned(['渡口添了两盏航标灯', lamps, line, '社区食堂添了夜宵窗口', lamps.replace('白茅', '青沙')])[0]).toEqual([
        '渡口添了两盏航标灯',
        [lamps],
        line,
      ]);
    },
  );

  it('keeps its number and whom to ring', () => {
    const lines = [
      '云公资拍告字〔2013〕第7号',
      '受市国土资源局委托，定于6月6日上午10时拍卖下列土地使用权。',
      '江城拍卖有限公司\u3000电话：82×××16',
    ];
    expect(read(['土地拍卖公告', ...lines])).toEqual([['土地拍卖公告', lines]]);
  });

  it('holds all that it lists', () => {
    const list = ['●江城宏发商贸有限公司遗失公章一枚，声明作废。', '●李国栋遗失身份证，声明作废。', '●王丽娟遗失护士执业证书，声明作废。'];
    expect(read(['遗失声明', ...list])).toEqual([['遗失声明', list]]);
  });
});

it('an evening paper’s own dateline opens a text under its title, also in the lines of a column', () => {
  const before = [
    '照片在墙上挂了二十年。他想当面',
    '跟姑娘说声谢谢，再给她补拍一张',
    '新照片。',
    '如果您认识照片中的“红围巾”，',
    '或者当年蹬三轮的是您的家人，请',
    '拨打本报热线66553311。',
  ];
  const story = ['晚报讯\u3000最近，不少家长被拉进', '“培训班退费群”，群里有人冒充', '教培机构客服，让家长下载软件', '“领取退款”。'];
  expect(read([...before, '骗子盯上“退费群” 又有三人中招', ...story]).at(-1)).toEqual(['骗子盯上“退费群” 又有三人中招', [story.join('')]]);
});

it.each([
  '1 云州 20 13 4 3 35/15 43',
  '1. 甘甜（南港） 2:06.33',
  '大乐透 第24092期 前区 02 09 17 24 33 后区 05 11',
  '贵宾专线：8899 6677',
  '营销中心：湖山大道与光谷路交会处',
  '临江店：湖山大道东侧人民广场',
  '松江台　18:30 动画片　19:35 新闻',
  '男排联赛：松江3比1白茅，临江2比3安平',
])('%s is a row that no sentence goes on in', (row) => expect(isFiguresRow(row)).toBe(true));

it.each([
  '1. 什么书买不到？',
  '记者：这座桥通车后，去对面的路',
  '白茅县：果农走上致富路',
  '炮兵营：本领练在夜战场',
  '第3代产品 2025年上市 首批交付100台',
  '女排联赛：松江3比1',
])('%s is no row', (line) => expect(isFiguresRow(line)).toBe(false));

describe('a running head', () => {
  it('read from a picture, with letters for figures, blanks between characters and specks beside it, is one', () => {
    const text = '本报讯 昨天傍晚，白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。';
    const source = ['松 江 晨 报', '2O24年3月l5日 星期五  第 6 版', '~~~', '渡口添了两盏航标灯', text, '|', '-6-'].join('\n');
    const { articles, facts } = parseBriefing(source, { encoding: 'utf-8', fileName: null, language });
    expect([facts.paper.value, facts.date.value, facts.page.value]).toEqual(['松江晨报', '2024-03-15', '6']);
    expect(
      articles.filter(({ kind }) => kind !== 'furniture').map(({ headline, paragraphs }) => [headline, paragraphs.map((one) => one.text)]),
    ).toEqual([['渡口添了两盏航标灯', [text]]]);
  });

  it('holds the day’s weather and a section of two words', () => {
    const story = '本报讯 昨天傍晚，白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。';
    const head = ['江南日报', '财经·消费', '2024年5月18日 星期六 05版', '今日天气：多云转阵雨 气温18℃—26℃ 东南风3级'];
    expect(read([...head, '渡口添了两盏航标灯', story])).toEqual([['渡口添了两盏航标灯', [story]]]);
  });
});
