/** How numbered subheads, datelines and the titles over briefs are written. */

export const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳]|第[一二三四五六七八九十][、，：])/u;
/** 本报讯（记者…, 本报北京6月5日电 …; and in brackets, with the text behind them: 【本報訊】…, （本报商情组讯）…, 〔中央社台北二十七日電〕…. */
export const DATELINE =
  /^(?:本[报報]|据?新华社|据?中新社|据?本报|据?央视|[\p{Script=Han}]{2,4}(?:日报|晚报|早报)?讯)[^。]{0,16}?(?:[讯訊电電]|消息|报道)(?:\s|[（(，]|记者)|^\p{Script=Han}{1,6}报讯(?:\s|[（(，]|记者)|^[（(【〔［[][^，。：！？（）()【】〔〕［］[\]]{1,22}(?:[讯訊电電]|报道|報導)[）)】〕］\]]\s*[^\s。]/u;
/** Whom a letter or an announcement is to, on a line of its own: 编辑同志：, 各热用户：, 小荷姐姐：. */
export const SALUTATION =
  /^(?:尊敬的|亲爱的|各位|全体)?\p{Script=Han}{0,10}(?:同志|朋友|用户|客户|居民|市民|读者|家长|业主|乡亲|同学|网友|姐姐|编辑|编辑部)们?[：:]$/u;
/** What only a text begins with: where the news came from, or whom a letter or a court's notice is to. */
export const OPENS_TEXT = new RegExp(
  `${DATELINE.source}|^[\\p{Script=Han}·、]{2,24}[：:]本院|^(?:编辑(?:同志|老师|部)|《[^《》]{2,12}》编辑部|(?:尊敬的|亲爱的|各位)\\p{Script=Han}{1,8})[：:]`,
  'u',
);
/** Who speaks, before each turn of a printed conversation: 问：…, 记者：…. */
export const SPEAKS = /^(?:问|答|记者|主持人|编者|编者答|读者|网友|律师|专家)[：:]/u;
/** Set before each brief of a row: ▲, or the place it is from, 【渡头镇】. */
export const BRIEF_MARK =
  /^(?:[■□◆◇●○◉◎▲△▼▽▶►★☆◀◁▷·•※▇█▌▍▎]|【\p{Script=Han}{1,8}(?:[省市县区州乡镇村旗局厂院站校]|街道|社区|公司)】(?!$))/u;
/** How a standing title over briefs ends. */
export const BRIEFS_COLUMN =
  /(?:简报|简讯|短讯|快讯|速览|要闻|快报|播报|集锦|短波|一句话新闻|信息窗|快递|速递|掠影|传真|微新闻|动态|点击|一览|扫描|集装箱|纵览|回放|荟萃|撷英|新闻眼|资讯|热线|回音)$/u;

/** What papers call a standing section, whatever it holds: 图片新闻, 读者来信, 短评, 分类广告. */
const SECTION = new RegExp(
  `^(?:${[
    '(?:图片|摄影)(?:新闻|报道|故事)|新闻图片',
    '(?:简明|综合|要闻|本市|本县|国内|国际|社会|体育|文体|财经|经济|教育|法治|科技)新闻',
    '(?:新闻|记者|本报)(?:观察|调查|分析|追踪|特写|聚焦|背景|视点|透视|评论|时评)',
    '(?:记者|采访|编辑|新闻)(?:手记|札记)|编读往来|读编往来',
    '(?:今日|每日|每周|本周|一周|热点|法治|教育|经济)?(?:短评|快评|时评|社评|锐评|微评|杂谈|漫谈|漫话|观点|视点|看点|话题|论坛|人物|回音|声音)',
    '(?:读者|群众)(?:来信|之声|信箱|意见|点题|反映|论坛)|来信(?:照登|选登|摘登)|大家谈|百家言|一家之言|众说纷纭',
    '回音壁|曝光台|光荣榜|红黑榜|服务台|信息(?:窗|台|港|栏)|公告栏|广告栏|留言板|直通车|回声',
    '(?:市场|供求|便民|分类|生活|招聘|房产|就业)信息|分类广告|便民服务|知识窗|生活(?:百科|窍门|小百科)|百科',
    '(?:专家|律师|法官|医生|农事|健康|消费|安全|警方|名医)(?:提醒|支招|门诊|答疑|信箱|解读|说法|观点|顾问)|以案说法|案例(?:剖析|分析)',
    '(?:国内外?|国际|国外|天下|世界|环球|本市|本省|全省|全市|全县|各地|区县|县区|市县|乡镇|基层|部门|企业|时政|社会|经济|财经|农业|科技|教育|文体|体育|一周|今日|每日)?(?:简讯|短讯|快讯|简报|速览|短波|集锦|信息窗|一句话新闻)',
    '(?:医|书|剧|会|艺|球|文)讯|连载|(?:长篇|小说)连载',
  ].join('|')})$`,
  'u',
);
const LONGEST_SECTION = 12;

export function namesSection(title: string): boolean {
  return title.length <= LONGEST_SECTION && SECTION.test(hanOf(title));
}

/** A title's Han characters alone, without marks and blanks around and between them. */
export function hanOf(title: string): string {
  return title.replace(/[^\p{Script=Han}]/gu, '');
}

/** A standing title over briefs, however it is set. */
export function namesBriefs(title: string): boolean {
  return BRIEFS_COLUMN.test(hanOf(title));
}

/** Single characters with blanks between them. */
export const SET_WIDE = /^\p{Script=Han}(?:[\s\u3000]+\p{Script=Han})+$/u;
/** Characters that no name set wide has. */
const LONGER_THAN_NAMES = 4;

/** A title set wide drawn together, 简 讯 and 读 者 来 信; what may as well be a name is left as it is. */
export function drawnTogether(printed: string): string {
  if (!SET_WIDE.test(printed)) return printed;
  const close = printed.replace(/[\s\u3000]/gu, '');
  return close.length >= LONGER_THAN_NAMES || BRIEFS_COLUMN.test(close) ? close : printed;
}
