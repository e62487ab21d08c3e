/** Han personal names by their build: a known surname and one or two further characters. Not a list of persons. */
import { unitsOf } from './units';

/** The surnames of 百家姓 and those the census has since found common; double ones apart. */
const isSurname = unitsOf(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公佟肖代付闫覃丘苟税岳帅缑亢况郑涂楚敬阳揭隋仝展过信战修练',
);
const DOUBLE_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 轩辕 端木 独孤 南宫 百里 呼延 申屠 闻人 澹台 濮阳 公冶 宗政 淳于 单于 太史 钟离 鲜于 闾丘 赫连 万俟 东郭 西门 南门 公羊 第五 贺兰 拓跋 完颜 纳兰 叶赫 谷梁 左丘 梁丘 仲孙 叔孙 亓官 羊舌 南郭 漆雕 乐正 壤驷 公良 夹谷 宰父 司寇 子车 颛孙 巫马 公西 微生 段干 东野 五鹿'.split(
    ' ',
  ),
);

/** What notices are called begins with a surname, too. */
const NO_NAMES = new Set(['公告', '公示', '通知', '通告', '通报']);

/** True for two to four Han characters that begin with a surname, or a name with the middle dot of other scripts. */
export function isPersonName(text: string): boolean {
  if (text.includes('·') && /^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6}){1,3}$/u.test(text)) return true;
  if (text.length < 2 || text.length > 8 || !/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  const { length } = [...text];
  if (DOUBLE_SURNAMES.has(text.slice(0, 2))) return length >= 3;
  return length <= 3 && isSurname(text.charCodeAt(0)) && !NO_NAMES.has(text);
}

/** An office or calling before a name that a break has cut behind its surname. */
const OFFICE =
  /(?:书记|主任|主席|部长|局长|县长|市长|省长|镇长|乡长|院长|校长|所长|处长|科长|队长|厂长|行长|总经理|经理|总裁|董事长|会长|委员|代表|医师|医生|护士|教授|研究员|工程师|老师|教师|记者|通讯员|村民|居民|市民|学生|同志|先生|女士|负责人|创始人|员|师|长)$/u;
const AFTER_NAME =
  /^\p{Script=Han}{1,2}(?:[，、：（]|在|说|表示|介绍|告诉|坦言|认为|指出|是|和|感慨|直言|笑|正|从|也|就|向|对|把|将|已|带)/u;

/** A personal name stands last, alone or behind an office: 谭夔, 凯里市委书记谭夔, 市经济开发区主任 王芳. */
export function endsInNamedPerson(text: string): boolean {
  const apart = text.split(/[\s\u3000]+/u);
  if (apart.length > 1 && isPersonName(apart.at(-1)!)) return true;
  // Behind an office and a blank stands a name, be it rare or set wide.
  if (apart.length > 1) return OFFICE.test(apart[0]!) && /^\p{Script=Han}{2,4}$/u.test(apart.slice(1).join(''));
  if (isPersonName(text)) return true;
  if (/\p{Script=Han}{2,}·\p{Script=Han}{1,6}$/u.test(text)) return true;
  return [2, 3, 4].some((length) => isPersonName(text.slice(-length)) && OFFICE.test(text.slice(0, -length)));
}

/** An office and a surname stand last: a given name must follow. */
export function endsInSurname(tail: string): boolean {
  return isSurname(tail.charCodeAt(tail.length - 1)) && OFFICE.test(tail.slice(0, -1));
}

/** Could be a given name and what is said of the person. */
export function beginsInGivenName(head: string): boolean {
  return AFTER_NAME.test(head);
}
