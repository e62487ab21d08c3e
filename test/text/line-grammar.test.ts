import { describe, expect, it } from 'vitest';
import {
  isAuthorKicker,
  isAuthorNote,
  isByline,
  isContactLine,
  isCredit,
  isFurniture,
  isLocality,
  isMarkedColumn,
  isPictureNote,
  isSignedDay,
  readJump,
} from '../../src-main/text/line-grammar';
import { signsOff } from '../../src-main/text/person-lines';
import { isFiguresRow } from '../../src-main/text/title-cues';

describe('a line that says what it is', () => {
  it.each([
    '本报记者 向秋穗',
    '临江晚报全媒体记者 陶文 李晓雨 通讯员 欧阳青',
    '文/沈亦　图/韩松',
    '沈亦/文 韩松/摄',
    '执笔：沈亦',
    '（采写：沈亦）',
    '（沈亦、韩松林）',
    '□ 沈亦',
    '本报记者　张　敏',
    '本报记者　丛　玉　通讯员　孙满屯',
    '（本刊记者 栗 子 整理）',
    '〔记者庄文彬／屏东报道〕',
    '文图 本报见习记者　沈亦',
    '阿依古丽·艾山 通讯员 沈亦',
    '本报评论员',
    '本报评论员文章',
    '中共临江市委党校副教授 羊舌文渊',
    '临江市农业局 沈亦 韩松',
    '答复律师 沈亦',
    '答疑专家 韩松 整理 沈亦',
    '■ 问诊人：大四学生 小K　坐诊人：职业规划师 佟 语',
    '坐诊医生：东港银行理财师　滕　越',
    '□临江药市信息站 曹建',
    '文：德叔',
    '本报特派记者 沈亦 发自临江',
    '□ 本报记者　沈 亦　□ 本报通讯员　韩 松',
    '□　韩 松 林',
    '本报记者　阿 依 古',
  ])('%s names who wrote', (line) => {
    expect(isByline(line)).toBe(true);
    expect(isCredit(line)).toBe(false);
  });

  it.each([
    '韩松 摄',
    '图/韩松',
    '（图片由临江县融媒体中心提供）',
    '本报资料图片',
    '（韩松 摄）',
    '图片来源：临江县档案馆',
    '韩松 作',
    '韩 松 林　画',
    '新华社发（沈亦 摄）',
    '新华社发　柴有方作',
    '插图：韩松林',
    '版画：韩松',
    '新华社/江海图片社',
    '中新社/法新',
    '云岭图片库供图',
  ])('%s names whose picture it is', (line) => {
    expect(isCredit(line)).toBe(true);
    expect(isByline(line)).toBe(false);
  });

  it.each([
    '总理会见中外记者',
    '★ 春耕备耕·案例',
    '◆ 简讯',
    '国新办举行记者会',
    '本报讯（记者 沈亦',
    '老街 新生',
    '沈亦走进社区',
    '深化务实合作',
    '剪纸：指尖上的春天',
    '（附照片）',
  ])('%s names nobody', (line) => {
    expect(isByline(line)).toBe(false);
    expect(isCredit(line)).toBe(false);
  });

  it.each(['渡口（版画）　韩松 作', '《秋江》（国画）沈亦林', '（照片）', '（附图）', '韩松（右二）在渡口给航标灯换灯泡。'])(
    '%s stands under its picture',
    (line) => {
      expect(isPictureNote(line)).toBe(true);
      expect(isCredit(line)).toBe(false);
    },
  );

  it.each(['渡口（组诗）　韩松', '渡口（国画）', '（资料照片）', '“他（左）来了。”韩松说。', '渡口往事（中）'])(
    '%s does not say what a picture is',
    (line) => expect(isPictureNote(line)).toBe(false),
  );

  it('an author before a headline is a person; a sentence that leads on is not', () => {
    expect(isAuthorKicker('临江县委书记沈亦：')).toBe(true);
    expect(isAuthorKicker('临江自治州农业农村局局长买买提·艾山：')).toBe(true);
    expect(isAuthorKicker('双方就下一步合作提出三点意见：')).toBe(false);
    expect(isAuthorKicker('柳溪镇：')).toBe(false);
  });

  it('a marked place is a place, and a marked name of a person is not', () => {
    for (const place of ['■临江县', '◎ 云岭市', '云岭市']) {
      expect(isLocality(place)).toBe(true);
      expect(isByline(place)).toBe(false);
      expect(isMarkedColumn(place)).toBe(false);
    }
    expect(isByline('■ 沈国州')).toBe(true);
    expect(isMarkedColumn('■ 县区快讯')).toBe(true);
  });

  it.each(['清泉流进石板村', '产业兴县', '书声琅琅满山乡', '干部下村', '一曲山歌唱红小镇'])(
    '%s is a title that ends like a place',
    (title) => expect(isLocality(title)).toBe(false),
  );

  it.each(['临江县', '云岭市临江区', '临江苗族侗族自治州', '河东新区', '石板村', '临江县石板村'])('%s is a place', (place) =>
    expect(isLocality(place)).toBe(true),
  );

  it.each(['·县区短讯·', '—县区短讯—', '【县区短讯】'])('%s is a standing title', (column) => expect(isMarkedColumn(column)).toBe(true));

  it('what an author is stands under the text', () => {
    expect(isAuthorNote('（作者：市政协委员）')).toBe(true);
    expect(isAuthorNote('（作者系省农业科学院研究员）')).toBe(true);
    expect(isAuthorNote('（作者：沈亦）')).toBe(false);
  });

  it('whence a piece comes stands under the text, too', () => {
    for (const note of [
      '（均据新华社电）',
      '（摘自《养蜂月刊》）',
      '（来源：市发展和改革委员会）',
      '（案例提供：城西区法院 沈亦）',
      '（青榆市农业信息中心提供）',
      '市消费者协会 供稿',
    ])
      expect(isAuthorNote(note)).toBe(true);
    for (const text of ['据新华社电', '（据了解，去年已有三家单位撤出）', '镇里把种子免费提供', '欢迎广大读者踊跃供稿'])
      expect(isAuthorNote(text)).toBe(false);
  });

  it('jumps are read with the arrows and hands that point there', () => {
    expect(readJump('→下转第二版')).toEqual({ from: null, to: '二' });
    expect(readJump('☞下转6版')).toEqual({ from: null, to: '6' });
    expect(readJump('←上接A01版')).toEqual({ from: 'A01', to: null });
    expect(readJump('（文转第08版）')).toEqual({ from: null, to: '08' });
    expect(readJump('（相关报道详见第五版）')).toEqual({ from: null, to: '五' });
    expect(readJump('（相关评论见本版）')).toEqual({ from: null, to: null });
  });

  it.each([
    '临江日报',
    'B4│科教',
    '２０２３年４月１３日　星期四',
    '2023年4月13日/星期四 责编：沈亦 第12版 教育',
    '临江日报社出版 零售每份2.00元',
    '2023-04-13 教育 A06',
    '2023年4月13日 县区新闻 03',
    '2024年9月3日 星期二 第03版 责任编辑：柳依 热线：0578-600 1234',
    '2024年5月12日 星期日 责任编辑／顾青禾 电子信箱 huanxi@jzwh.example 07',
    'LINJIANG WANBAO',
    'Linjiang Ribao',
    'T3 足球·综合 临江体育周刊',
    '临江晚报 / 城事 / A05',
    'A05 城事·民生',
    '2026年6月10日 农历四月廿五 第3872期',
    '第18236期　今日8版',
    '代号23—106',
    '临江晚刊',
    '农历甲辰年二月初三',
    '甲辰年闰六月廿一',
    '西部茶业周报 2025年3月6日 第9期（总第704期） 市场 03',
    '02 政策 西部茶业周刊 2025年3月6日 总第704期',
    '2025年3月6日 第9期（总第704期） 本期16版 西部茶业导报 市场',
    '6版 案与法 责任编辑：沈亦 E-mail:faan@ljfz.example',
    '内部资料 免费交流 临江县融媒体中心主办',
    '2025年2月26日 星期三 第6版 本版编辑 芮秋 来信请寄：和平路88号颐和生活周报“信箱”栏目 邮编 310500',
  ])('%s belongs to the page, not to an article', (line) => expect(isFurniture(line)).toBe(true));

  it.each([
    '要闻快报',
    'KAFFEE BAOBAB',
    '临江 12 名志愿者',
    '县里办起新日报社',
    '2025年3月6日，第9期（总第704期）培训班在西部茶业学校开课',
    '4月13日 星期四 晴',
    '第12期',
    '行动代号7—1小组',
    '八月十五',
    '农历二月初三赶庙会',
    '2024年5月12日 星期日，责任编辑把热线电话放在案头，等第一位读者打进来',
  ])('%s does not', (line) => expect(isFurniture(line)).toBe(false));
});

describe('what a page says of itself and of its notices', () => {
  it.each(['本版热线：0733-8866112', '地址：临江市学府路100号　邮箱：xb@ljdx.example', '读者俱乐部微信扫一扫'])(
    '%s says where to write',
    (line) => {
      expect(isContactLine(line)).toBe(true);
    },
  );

  it.each(['扫码点餐、扫码挂号、扫码上厕所……', '联系人：郭良　电话：0499-2233118', '热线响了三十年'])('%s is of an article', (line) => {
    expect(isContactLine(line)).toBe(false);
  });

  it('who gives a notice and the day may stand on one line', () => {
    expect(isSignedDay('青榆县供电公司　2024年3月5日')).toBe(true);
    expect(isSignedDay('青榆日报 2024年3月5日')).toBe(false);
  });

  it.each(['41口锅', '03 谁来接班', '岭东日报·党报热线'])('%s is no folio', (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it.each([
    'B2　地方新闻　台南·高雄·屏东',
    '中华民国一○六年三月二十八日　星期二',
    '中華民國一○六年三月二十八日　星期二',
    'HAIYU METROPOLIS DAILY',
    'HAIYU METRO NEWS',
    '岭东日报　　乡村振兴',
    '今日四版　第三版国际新闻　第四版副刊',
  ])('%s is of the running head', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    '阳川　14℃～22℃　　临淇　12℃～20℃',
    '晴间多云　西北风2～3级',
    '6月27日9:00　第三法庭',
    '１　青峰队　１１战８胜２平１负　２６分',
    '地点：市图书馆一楼',
  ])('%s is a row of figures', (line) => {
    expect(isFiguresRow(line)).toBe(true);
  });

  it.each([
    '翠园小区业主 林女士',
    '（退休职工 老 宫）',
    '河湾县古渡镇　李有福等十二户',
    '中文系2012级 阮小满',
    '（市中医院药剂科 主管药师 路明远）',
    '（本期由市医院内科副主任医师 韩松解答）',
    '临江县第二中学　闾丘明',
  ])('%s signs off', (line) => {
    expect(signsOff(line)).toBe(true);
  });

  it.each(['老街换新颜 日子有奔头', '一渠清水到田头', '村里来了大学生 张家湾变样'])('%s does not', (line) => {
    expect(signsOff(line)).toBe(false);
  });
});
