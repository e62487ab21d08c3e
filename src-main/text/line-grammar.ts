/**
 * What a single line says about itself by its grammar: bylines, credits, jump lines, folios, imprint lines, localities.
 * Pure recognisers over one line's text; no context, no document. Not for deciding roles: passes weigh these against the lines around.
 */
import type { Jump } from '../contract/model';
import { simplifiedText } from '../contract/simplified';
import { isEnglishByline } from './english/authors';
import { figuresOfDay, narrowDigits } from './line-ends';
import { BRIEFS_COLUMN } from './lone-title';
import { endsInNamedPerson, isPersonName } from './person-names';
import { ARTS, readPersonLine, wholeNames } from './person-lines';
import { unitsOf } from './units';

/** Printers' marks that stand before bylines, columns and briefs. */
const MARK = '[■□◆◇●○◎▲△▼▽▶►★☆◀◁▷·•※]';
const NUMERAL = '(?:[A-Za-zＡ-Ｚ]{0,2}[0-9０-９]{1,3}|[〇零一二三四五六七八九十百]{1,4})';
const OPEN = '[（(【\\[〔［〈<《]?';
/** Arrows and hands that point at the page where a story goes on or comes from. */
const POINTER = '[→←↑↓⇒⇐➔➜☞☜☛☚]';
const CLOSE = '[）)】\\]〕］〉>》]?';

const JUMP_FROM = new RegExp(
  `^(?:${MARK}|${POINTER})?\\s*${OPEN}\\s*(?:${MARK}|${POINTER})?\\s*(?:上接|紧接|承接|文接|续接|接|续)\\s*(?:本报)?(?:[^，。；！？第]{0,8}?)第?\\s*(${NUMERAL})?\\s*[版页](?:[^，。；！？]{0,8}?)${CLOSE}\\s*(?:${MARK}|${POINTER})?[①-⑳]?$`,
);
const JUMP_TO = new RegExp(
  `^(?:${MARK}|${POINTER})?\\s*${OPEN}\\s*(?:${MARK}|${POINTER})?\\s*(?:下转|文转|转|续转|(?:相关\\p{Script=Han}{2,4})?详?见|全文见)\\s*(?:本报)?(?:[^，。；！？第]{0,8}?)第?\\s*(${NUMERAL})?\\s*[版页](?:[^，。；！？]{0,8}?)${CLOSE}\\s*(?:${MARK}|${POINTER})?[①-⑳]?$`,
  'u',
);
/** The word by which a story is found again on its other page: See PORT, Page A7. */
const SLUG = String.raw`(?:\p{Lu}[\p{L}\p{N}'’-]*(?:\s\p{Lu}[\p{L}\p{N}'’-]*){0,3})`;
const ENGLISH_FROM_SLUG = new RegExp(
  String.raw`^\W*${SLUG}\s*[,:|—–-]\s*(?:[Cc]ontinued\s+|CONTINUED\s+)?(?:[Ff]rom|FROM)\s+(?:(?:[Pp]age|PAGE)\s+|[Pp]\.?\s*)?([A-Z]{0,2}-?\d{1,3}|[Oo]ne)\W*$`,
  'u',
);
const ENGLISH_TO_SLUG = new RegExp(
  String.raw`^\W*(?:[Pp]lease\s+)?(?:[Ss]ee|SEE|[Tt]urn to)\s+${SLUG}\s*(?:[,/|—–-]|on)\s*(?:(?:[Pp]age|PAGE)\s+|[Pp]\.?\s*)?([A-Z]{0,2}-?\d{1,3})\W*$`,
  'u',
);
const ENGLISH_FROM =
  /^\W*(?:(?:continued|cont(?:'|’)?d\.?|concluded)\s+from|from(?=\s+(?:page|p\.?)?\s*[A-Z]?\d{1,2}\W*$))\s+(?:page|p\.?|pg\.?|col(?:umn)?\.?)?\s*([A-Z]{0,2}-?\d{1,3}|one|first page)\W*$/i;
const ENGLISH_TO =
  /^\W*(?:(?:to be )?(?:continued|cont(?:'|’)?d\.?|concluded)\s+on|(?:please )?turn to|see|full story:?|more on|story on)\s+(?:page|p\.?|pg\.?|col(?:umn)?\.?)?\s*([A-Z]{0,2}-?\d{1,3}|back page)\W*$/i;

/** A story goes on elsewhere, be it named or not: 下转第4版, （下转本版右下）. */
export function leadsAway(line: string): boolean {
  const jump = readJump(line);
  return jump !== null && (jump.to !== null || (jump.from === null && JUMP_TO.test(line)));
}

/** Reads 下转/上接 lines and "Continued from Page 1"; null for any other line. Pages are given as printed. */
export function readJump(line: string): Jump | null {
  if (line.length > 40) return null;
  const from = line.length <= 24 ? JUMP_FROM.exec(line) : null;
  if (from) return { from: from[1] ?? null, to: null };
  const to = line.length <= 24 ? JUMP_TO.exec(line) : null;
  if (to) return { from: null, to: to[1] ?? null };
  if (!/[A-Za-z]/.test(line)) return null;
  const englishFrom = ENGLISH_FROM.exec(line) ?? ENGLISH_FROM_SLUG.exec(line);
  if (englishFrom) return { from: englishFrom[1] ?? null, to: null };
  const englishTo = ENGLISH_TO.exec(line) ?? ENGLISH_TO_SLUG.exec(line);
  if (englishTo) return { from: null, to: englishTo[1] ?? null };
  return null;
}

const TRAILING_JUMP = new RegExp(
  `(?:[（(【\\[〔［]\\s*${MARK}?\\s*(?:紧?接|上接|下转|[续文]?转|续)\\s*第?\\s*${NUMERAL}?\\s*[版页][^，。；！？）)】]{0,6}[）)】\\]〕］]|(?:${MARK}|${POINTER})\\s*(?:[下文续]?转|上接|续)\\s*第?\\s*${NUMERAL}\\s*[版页])\\s*$`,
);
const LEADING_JUMP = new RegExp(
  `^\\s*(?:[（(【\\[〔［]\\s*${MARK}?\\s*(?:紧接|上接|承接|接|续)\\s*第?\\s*${NUMERAL}?\\s*[版页][^，。；！？）)】]{0,6}[）)】\\]〕］]|(?:${MARK}|${POINTER})\\s*(?:上接|紧接|接)\\s*第?\\s*${NUMERAL}\\s*[版页])`,
);

/** Where a jump marker set behind the last word of a paragraph begins; -1 where there is none. */
export function trailingJumpAt(line: string): number {
  const tail = line.slice(-24);
  if (line.length < 8 || !/[版页]/.test(tail)) return -1;
  const found = TRAILING_JUMP.exec(tail);
  return found ? line.length - tail.length + found.index : -1;
}

/** Where a jump marker set before the first word of a paragraph ends; 0 where there is none. */
export function leadingJumpEnd(line: string): number {
  return LEADING_JUMP.exec(line.slice(0, 24))?.[0].length ?? 0;
}

/** Called the author, whatever the name: 文：德叔, 文/老胶片. */
const CALLED_AUTHOR = /^[（(]?(?:文|撰文|作者)\s*[：:/／]\s*\p{Script=Han}{2,4}[）)]?$/u;
const ENGLISH_BYLINE = /^(?:by|from)\s+[A-Z][A-Za-z.'’-]+(?:\s+(?:[A-Z][A-Za-z.'’-]*|and|de|van|von|of|the)){0,8},?$/i;

/** Who is of an office or an institution: 中共临江市委党校副教授 羊舌文渊, 临江市农业局 沈亦 韩松. */
const OF_AN_OFFICE =
  /^[\p{Script=Han}“”·]{2,24}(?:教授|讲师|研究员|院士|[局所处校院会馆站镇县市区部]长|主任|书记|经济师|工程师|农艺师|医师|[委局院校所]|中心|大学|研究室|办公室)[\s\u3000]+(\p{Script=Han}{2,4}(?:[\s\u3000]+\p{Script=Han}{2,4}){0,2})$/u;

function isOfAnOffice(line: string): boolean {
  const names = OF_AN_OFFICE.exec(line)?.[1];
  return names !== undefined && names.split(/[\s\u3000]+/u).every(isPersonName);
}

/** The paper's own voice, without a name; often set over the headline. */
export const COMMENTATOR = /^[□■]?\s*本报(?:特约|首席)?评论员(?:文章)?$/u;

/**
 * A line that is nothing but who wrote it: 本报记者 向秋穗, □ 潘勇, （采写：朱晓静）, 文/图 本报记者 周航嘉, 文/李明 图/王芳, By JOHN SMITH.
 * A bare name (罗玲梅) is one only in its place under a headline: see `isBareName`.
 */
export function isByline(line: string): boolean {
  if (isEnglishByline(line)) return true;
  if (line.length > 60) return false;
  if (CALLED_AUTHOR.test(line) || ENGLISH_BYLINE.test(line) || STAFF_REPORTER.test(line) || COMMENTATOR.test(line) || isOfAnOffice(line))
    return true;
  const found = readPersonLine(line);
  if (!found || isMarkedLocality(line)) return false;
  const { names, office, wrote, pictured, bracketed, marked, sureNames } = found;
  if (names === 0 || (pictured && !wrote)) return false;
  if (office) return sureNames * 2 >= names;
  return sureNames === names && (wrote || bracketed || (marked && !line.includes('·') && !BRIEFS_COLUMN.test(line)));
}

/** Who is given out for the paper's own reporter is one, whatever the name: pen names, letters, names of other scripts. */
const STAFF_REPORTER = /^[□■]?\s*本报(?:首席|见习|特约|实习)?(?:记者|通讯员|评论员)[\s\u3000]+[\p{L}\p{N}·]{1,8}(?<![摄图影])$/u;

/** One to four bare personal names and nothing else. */
export function isBareName(line: string): boolean {
  if (line.length > 24) return false;
  const parts = wholeNames(line.split(/[\s\u3000、]+/u));
  return parts.length <= 5 && parts.every(isPersonName);
}

/** Of which kind a picture is. */
const ART = `(?:${ARTS.join('|')})`;
const CREDIT = new RegExp(
  [
    `^[（(]?\\s*(?:[\\p{Script=Han}A-Za-z·]{0,16}(?:记者|通讯员|特约)[\\s\\u3000]*)?\\p{Script=Han}[\\p{Script=Han}·\\s\\u3000、]{1,14}[\\s\\u3000/／]?(?:摄影|摄|图|供图|制图)[）)]?\\s*(?:[（(][^（()）]{1,14}[）)])?$`,
    `^[（(]?\\s*(?:摄影|图片|图|插图|题图|绘图|制图|供图|漫画|摄)\\s*[：:/／|｜]\\s*[\\p{Script=Han}·\\s\\u3000、]{2,20}(?:[（(][^（()）]{1,14}[）)])?[）)]?$`,
    `^[\\p{Script=Han}A-Za-z·]{0,16}(?:记者|通讯员|讯员|特约记者)[\\s\\u3000]*\\p{Script=Han}[\\p{Script=Han}·\\s\\u3000、]{1,14}[\\s\\u3000]?(?:摄影报道|图文报道|摄)$`,
    `^[（(]?\\s*(?:新华社|中新社|视觉中国|本报)?(?:资料)?(?:发|供图|图片|图|照片)[）)]?\\s*(?:[（(][^（()）]{1,14}[）)])?$`,
    `^[（(]?(?:[\\p{Script=Han}A-Za-z]{2,10}[/／])?[\\p{Script=Han}A-Za-z]{2,10}(?:图片[社库网]|供图)[）)]?$`,
    `^[（(]?\\p{Script=Han}{1,4}社[/／][\\p{Script=Han}A-Za-z]{2,8}[）)]?$`,
    `^(?:新华社|中新社|本报)发[\\s\\u3000]*\\p{Script=Han}{2,4}[\\s\\u3000]?(?:作|画|绘)$`,
    `^[（(]?\\s*(?:本版|本文|本组|以上)?(?:图片|照片|图)均?由[^。，]{2,28}(?:提供|拍摄|供图)\\s*[）)]?$`,
    `^[（(]?\\s*(?:图片|照片|图)(?:来源|提供)\\s*[：:][^。，]{2,24}[）)]?$`,
  ].join('|'),
  'u',
);

/** Without one of these no line is a credit: most lines are looked through but once. */
const CREDIT_CUE = /[摄图照漫发画题刻纸书彩粉墨描写塑绣社]/u;

/** Who took the picture, alone on its line: 赵松 摄（贵州图片库）, 图/郭波若, （王立 摄）, 通讯员 尹伟 摄影报道. */
export function isCredit(line: string): boolean {
  if (line.length > 36) return false;
  if (SOURCE_OF_FIGURES.test(line)) return true;
  return !/[。！？；，]/u.test(line) && ((CREDIT_CUE.test(line) && CREDIT.test(line)) || isOfArtist(line)) && !isPictureNote(line);
}

/** That there is a picture, and nothing of who took it: （照片）, （附图）. */
const SAYS_THERE_IS_ONE = /^[（(](?:照片|[附见](?:照片|图片?))[）)]$/u;
const ONE_SENTENCE = /^[^。！？；：“”]+。?$/u;
const WORK_OF_ART = new RegExp(
  `^(?:《[^《》]{1,14}》|[\\p{Script=Han}·]{1,14})[\\s\\u3000]*[（(]${ART}[）)][\\s\\u3000]*(\\p{Script=Han}[\\p{Script=Han}\\s\\u3000]{1,6}?)[\\s\\u3000]*[作绘画刻书摄]?$`,
  'u',
);

/** What stands under a picture and is no credit alone: the name of a work, its kind and who made it, 渡口（版画） 李梅 作; that there is a picture; who of those in it is meant, in one sentence. */
export function isPictureNote(line: string): boolean {
  if (line.length > LONGEST_CAPTION) return false;
  if (SAYS_THERE_IS_ONE.test(line) || (POINTS_OUT.test(line) && ONE_SENTENCE.test(line) && !beginsAsCaption(line))) return true;
  const maker = WORK_OF_ART.exec(line)?.[1];
  return maker !== undefined && isPersonName(maker.replace(/[\s\u3000]/gu, ''));
}

/** Who drew or painted it: 罗小丁 作, 冉 石 泉 画, 版画：罗小丁. */
function isOfArtist(line: string): boolean {
  if (!/[作画绘][）)]?$/u.test(line) && !NAMES_ART_FIRST.test(line)) return false;
  const found = readPersonLine(line);
  return found !== null && found.pictured && !found.wrote && found.names > 0 && found.sureNames === found.names;
}

const NAMES_ART_FIRST = new RegExp(`^[（(]?${ART}[：:/／]`, 'u');

/** Whence a table has its figures: 数据来源：省统计局. */
const SOURCE_OF_FIGURES = /^[（(]?\s*(?:数据|资料)来源\s*[：:][^。，]{2,24}[）)]?$/u;

/** How a caption begins that says what the picture shows. */
export const OPENS_CAPTION = /^(?:[▲▼◀▶←→↑↓]\s*)?(?:[上下左右]?图(?:[一二三四①②③④0-9])?|图片)(?:为|：|:|中)/u;
/** An arrow at the picture that the words belong to. */
const POINTS_AT_PICTURE = /^[▲▼◀▶△▽◁▷←→↑↓]\s*\p{Script=Han}/u;
/** Longest caption of a picture set into another article's text, in characters. */
export const LONGEST_CAPTION = 45;
/** One that says first when the picture was taken may be longer. */
export const LONGEST_DATED_CAPTION = 110;
export const SAYS_WHEN =
  /^(?:[▲▼◀▶]\s*)?(?:昨[日天]|今[日天]|近日|日前|连日来|(?:[0-9０-９一二三四五六七八九十]{1,3}月)?[0-9０-９一二三四五六七八九十]{1,3}日)/u;

/** Who of those in a picture is meant: 李梅（右二）在渡口. */
const POINTS_OUT = /\p{Script=Han}[（(](?:[前后]排)?[左右中][一二三四五六]?[）)]\p{Script=Han}/u;

/** What a picture shows, where its credit stands below or behind: ▲果农在采摘刺梨, 图为演出现场, 李梅（右二）在渡口. The same arrows stand before briefs and subheads. */
export function mayBeCaption(line: string): boolean {
  return line.length <= LONGEST_CAPTION && (beginsAsCaption(line) || POINTS_OUT.test(line));
}

function beginsAsCaption(line: string): boolean {
  return OPENS_CAPTION.test(line) || POINTS_AT_PICTURE.test(line);
}

const TRAILING_CREDIT =
  /(?:^|[\s\u3000。！？”])([（(]?(?:(?:[\p{Script=Han}]{2,10})?(?:记者|通讯员)[\s\u3000]*)?\p{Script=Han}{1,4}(?:[\s\u3000、]\p{Script=Han}{1,4}){0,2}[\s\u3000]?(?:摄影报道|摄影|摄)[）)]?(?:[（(][^（()）]{1,14}[）)])?|(?:摄影|图)[/：:／]\p{Script=Han}{2,4})\s*$/u;

/** Where a picture credit set behind a caption begins; -1 where there is none. */
export function trailingCreditAt(line: string): number {
  const printed = line.slice(-40);
  if (!/[摄图攝圖]/.test(printed)) return -1;
  const tail = simplifiedText(printed);
  const found = TRAILING_CREDIT.exec(tail);
  const credit = found?.[1];
  if (!found || !credit) return -1;
  const at = line.length - tail.length + found.index + found[0].indexOf(credit);
  return at > 0 ? at : -1;
}

/** Where a signature in brackets behind the last sentence begins: （记者 毛怡静）, （作者系…）; -1 where there is none. */
export function trailingSignatureAt(line: string): number {
  if (!/[）)]/.test(line.slice(-56))) return -1;
  const found = /[。！？”…][\s\u3000]*([（(][^（()）]{2,48}[）)])\s*$/u.exec(line.slice(-56));
  const signature = found?.[1];
  if (!found || !signature || !(isAuthorNote(signature) || isByline(signature))) return -1;
  return line.length - line.slice(-56).length + found.index + found[0].indexOf(signature);
}

/** Whence a piece comes, set under it: （均据新华社电）, （摘自《养蜂月刊》）, （案例提供：城西区法院）, 市消费者协会 供稿. */
const SOURCE_NOTE =
  /^[（(](?:(?:均?据|综合|摘自|摘编自|选自|原载)[^（）()，。]{2,24}|(?:来源|资料来源|案例提供|案例来源|材料提供)[：:][^（）()。]{2,24}|[^（）()，。：]{4,20}提供)[）)]$|^\p{Script=Han}{4,16}[\s\u3000]供稿$/u;

/** What the author is, or whence it comes, set under a piece: （作者系省社会科学院研究员）, （作者：市政协委员）, （均据新华社电）. */
export function isAuthorNote(line: string): boolean {
  if (line.length > 60) return false;
  if ((/^[（(]/.test(line) || line.endsWith('供稿')) && SOURCE_NOTE.test(line) && !isByline(line)) return true;
  return (
    (/^[（(]?\s*(?:本文)?作者\s*[：:]\s*\p{Script=Han}[^。]{3,40}[）)]?$/u.test(line) && !isByline(line)) ||
    /^[（(]?\s*(?:本文)?(?:作者|执笔)(?:系|为|是|单位|简介|分别)[：:]?[^。]{2,50}[）)]?。?$/u.test(line)
  );
}

/** A day with its year, in figures or in words, of the common era or of the Republic. */
export const DATE =
  /(?:[12][0-9]{3}|[一二][〇零○ＯO一二三四五六七八九]{3}|民[国國][〇零○ＯO一二三四五六七八九十百0-9]{1,4})\s*[年.\-/．·]\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*[月.\-/．·]\s*(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日?/u;
/** A day and nothing else. */
const BARE_DAY = new RegExp(`^${DATE.source}$`, 'u');
export const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]/u;
const FOLIO = /^(?:第\s*)?(?:[A-Z]{0,2}[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:版|版面)?$/u;
const FOLIO_WITH_SECTION =
  /^(?:(?:第\s*[0-9一二三四五六七八九十]{1,3}\s*版|[A-Z]{0,2}[0-9]{1,3}\s*版?)[\s\u3000·|｜│丨/:：]*\p{Script=Han}{2,6}(?:·\p{Script=Han}{2,4})?|\p{Script=Han}{2,6}(?:·\p{Script=Han}{2,4})?[\s\u3000·|｜│丨/:：]+(?:第\s*[0-9一二三四五六七八九十]{1,3}\s*版|[A-Z]{0,2}[0-9]{1,3}\s*版?))$/u;
/** A figure and what it counts, or the title of one part of several: 41口锅, 03 谁来接班. A section's folio has a letter or 版, or its name is of two characters. */
const COUNTED = /^\p{Script=Han}{2,6}[\s\u3000]+[0-9]{3,}$|^[0-9]{1,3}(?:(?!版)\p{Script=Han}|[\s\u3000]+\p{Script=Han}{3})(?!.*版)/u;
const STAFF_WORD =
  /(?:责任编辑|责任校对|美术编辑|组稿|值班主任|值班编委|值班总编|本版编辑|本版责编|执行编辑|视觉设计|版式设计|组版|责编|美编|编辑|审读|校对|版式|检校|排版|制版|美术|监制|主编|编审|签发|统筹|终审|值班)/gu;
/** One of the staff, at the head of the line or behind its folio. */
const STAFF_FIRST = /^(?:本[版期])?(?:责任编辑|责编|编辑|本版编辑|本版责编|值班|审读|校对|版式|美编|主编)[\s\u3000：:/／]/u;
/** An office that no sentence names so: 综合新闻 责任编辑 麦 芒, 青溪日报社 值班编委 樊晓蝉. */
const STAFF_NAMED = /(?:^|[\s\u3000版社])(?:责任编辑|本版编辑|本版责编|本版主编|版面编辑|值班编委|值班总编|值班主任)[\s\u3000：:/／]/u;
const LONGEST_STAFF = 50;
const FOLIO_FIRST = /^(?:第?\s*[A-Z]{0,2}[0-9]{1,3}\s*版|[A-Z]{1,2}[0-9]{1,3})[\s\u3000]/u;
const IMPRINT =
  /(?:国内统一连续出版物号|国内统一刊号|邮发代号|(?:^|[\s\u3000])代号[\s\u3000：:]*[0-9]{1,3}[-—–－]{1,2}[0-9]{1,4}(?![0-9])|国际标准连续出版物号|广告热线|新闻热线|订阅热线|发行热线|零售价|内部资料|准印证|广告(?:经营)?许可证|免费(?:交流|赠阅)|零售每[份张]|每份[0-9.]+元|报社出版|定价[：:]|版权所有|未经授权|本报地址|社址|CN\s*\d{2}\s*[-—]\s*\d{4}|ISSN)/u;

/** Who publishes and prints it, and whose hand its name is in: 中共河湾县委机关报 今日4版, 县融媒体中心主办, 报头题字 谭济舟. */
const PUBLISHER =
  /机关报(?:[\s\u3000]|$)|(?:主管|主办|联办|承印|承办)(?:[\s\u3000]|$)|(?:^|[\s\u3000])(?:报头|刊头)(?:题字|书法)?[\s\u3000：:]|^印刷[：:]|(?:^|[\s\u3000])(?:本[报刊社])?法律顾问[\s\u3000：:]/u;

/** The number of the issue. */
const ISSUE = /^(?:总?第\s?[0-9]{1,6}\s?期[\s\u3000]*){1,2}(?:今日[0-9]{1,3}版)?$/u;

/** A line to itself under the nameplate: 第18236期 今日8版, 农历甲辰年二月初三. A short number may count anything. */
const ISSUE_ALONE = /^(?:总?第\s?[0-9]{3,6}\s?[期号][\s\u3000]*){1,2}(?:[今本][日期][0-9]{1,3}版)?$/u;
const LUNAR_DAY =
  /^(?:农历|夏历|阴历)?(?:(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|\p{Script=Han}{1,2})年)?闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?$/u;

/** The same, and how many pages it has, among other words: 第36期（总第1842期）, 总第88期, 本期16版. */
export const ISSUE_AMONG_WORDS =
  /[（(]?\s?(?:总第?|第)\s?(?:[0-9]{1,6}|[〇○零一二三四五六七八九]{3,6})\s?[期号]\s?[）)]?|(?:今日|本期|共)\s?[0-9]{1,3}\s?版/gu;

/** A newspaper's name and nothing else. */
const NAMEPLATE =
  /^《?\p{Script=Han}{2,8}(?:日报|晚报|晨报|早报|午报|商报|时报|周报|新报|导报|都市报|工人报|农民报|农村报|经济报|青年报|少年报|法治报|法制报|科技报|教育报|消费报|文摘报|[县市州区]报|[早晨午晚]刊)》?$/u;

/** The name in Latin letters under a nameplate: QINGHE BAO, GUIZHOU RIBAO. */
const NAMEPLATE_IN_PINYIN = /^\p{Lu}[\p{L}’' ]{1,40}\s?(?:ribao|wanbao|chenbao|zaobao|shibao|dushibao|zhoubao|zhoukan|daobao|bao)$/iu;
/** And in English, all in capitals: HAIYU METROPOLIS DAILY. */
const NAMEPLATE_IN_ENGLISH =
  /^\p{Lu}+(?: \p{Lu}+){0,4} (?:DAILY|(?:EVENING|METRO|CITY|DAILY) NEWS|MORNING POST|EVENING POST|MORNING NEWS|TIMES|WEEKLY|HERALD|JOURNAL|GAZETTE|OBSERVER)$/u;

/** Last characters of `NAMEPLATE`. */
const mayEndNameplate = unitsOf('报刊》');
/** Above the letters of all alphabets. */
const NO_ALPHABET = 0x2000;

function isNameplate(line: string): boolean {
  if (line.charCodeAt(0) < NO_ALPHABET) return NAMEPLATE_IN_PINYIN.test(line) || NAMEPLATE_IN_ENGLISH.test(line);
  return mayEndNameplate(line.charCodeAt(line.length - 1)) && NAMEPLATE.test(line);
}

function isNameBesideSection(line: string): boolean {
  if (line.length > LONGEST_NAME_AND_SECTION || !(line.includes('\u3000\u3000') || line.includes('  '))) return false;
  const name = NAME_BESIDE_SECTION.exec(line)?.[1];
  return name !== undefined && isNameplate(name);
}
const LONGEST_NAME_AND_SECTION = 20;

/** A paper's name as one word of a line. */
const NAMED_PAPER = /^\p{Script=Han}{2,8}[报刊]$/u;

/** The paper's name and a section's, set far apart, as 陇上日报 and 乡村振兴 at either end of a line. */
const NAME_BESIDE_SECTION = /^(\p{Script=Han}{4,8})[ \u3000]{2,}\p{Script=Han}{2,6}$/u;

/** What is on which page: 今日四版 第三版国际新闻 第四版副刊. */
const LIST_OF_PAGES =
  /^(?:今日(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})版[\s\u3000]+)?(?:第[0-9一二三四五六七八九十]{1,3}版\p{Script=Han}{2,6}(?:[\s\u3000]+|$)){2,}$/u;

/** A folio with its letter, a section and what it covers: B2 地方新闻 台南·高雄·屏东. */
const FOLIO_WITH_PLACES = /^[A-Z]{1,2}[0-9]{1,2}[\s\u3000]+\p{Script=Han}{2,6}(?:[\s\u3000·]+\p{Script=Han}{2,6}){1,4}$/u;

/** Folio, sections and the paper's name side by side: T3 足球·综合 赛场周刊, 鹭汀晚报 / 城事 / A05. */
function isNameWithFolio(line: string): boolean {
  if (line.length > 32 || !/[报刊]/u.test(line)) return false;
  const words = line.split(/[\s\u3000/／|｜│丨·]+/u).filter((word) => word !== '');
  const folioed = words.length > 1 && [words[0]!, words.at(-1)!].some((word) => FOLIO.test(word) && /[0-9版]/u.test(word));
  return (
    folioed &&
    words.some((word) => NAMED_PAPER.test(word)) &&
    words.every((word) => FOLIO.test(word) || NAMED_PAPER.test(word) || /^\p{Script=Han}{1,6}$/u.test(word))
  );
}

/** What stands in a running head beside the day, and in no sentence: the folio, the number of the issue, where to write or ring. */
const BESIDE_THE_DAY =
  /第\s*[0-9]{1,6}\s*[版期]|今日\s*[0-9]{1,3}\s*版|(?:^|\s)[A-Z]?[0-9]{1,3}(?:\s|$)|热线|信箱|邮箱|邮编|电话|来信|刊号|E-?mail|@/iu;
/** Longest line that may be a running head, and where the day begins in one at the latest. */
export const LONGEST_HEAD = 100;
const LATEST_DAY = 14;

/** 2024年9月3日 星期二 第03版 责任编辑：柳依 热线：…: the day and its name, and whatever else a page says of itself, without a sentence's marks. */
function isDatedHead(line: string, date: RegExpExecArray): boolean {
  if (date.index > LATEST_DAY || !WEEKDAY.test(line) || /[，。！？；]/u.test(line)) return false;
  return BESIDE_THE_DAY.test(line.replace(date[0], ' ')) || (line.match(STAFF_WORD)?.length ?? 0) > 0;
}

/** A day without its name or anything else: that of a page where other running heads are beside it, else that of a notice. */
export function isBareDay(line: string): boolean {
  return line.length <= 16 && BARE_DAY.test(narrowDigits(line));
}

/** Who gives a notice and the day, on one line: 青榆县供电公司 2024年3月5日. */
const SIGNED_DAY = new RegExp(`^\\p{Script=Han}[\\p{Script=Han}（）·]{3,23}[\\s\\u3000]+${DATE.source}$`, 'u');
/** A running head or a byline, whatever else it is. */
const HEADS_PAGE = /[版报刊]|记者|通讯员/u;

export function isSignedDay(line: string): boolean {
  return line.length <= 40 && SIGNED_DAY.test(narrowDigits(line)) && !HEADS_PAGE.test(line);
}

const WAYS_TO_WRITE =
  /(?:(?:新闻|读者|服务|爆料|民生|科技|广告|发行|投诉|订阅)?(?:热线|专线)|信箱|邮箱|E-?mail|邮政?编码?|地址|电话|(?:来信|来稿)请寄|传真|扫一扫|二维码|扫码关注|微信|微博|客户端|网址)/giu;
/** The paper's own, not that of whom a notice is about. */
const OF_THE_PAPER =
  /(?:本[版报刊]|校报|欢迎(?:来稿|投稿|来信)|(?:新闻|读者|服务|爆料|民生|科技|广告|发行|订阅|报料|刊登)(?:热线|专线|服务)|[报爆]料有奖|有奖[报爆]料|编辑部|读者部|体育部|报社|[版报刊]部)/u;

/** Where to write or to ring, as a page says it of itself at its foot: 本版热线：…, 地址：… 邮箱：…. A notice names whom to ask (联系人) and stays one. */
export function isContactLine(line: string): boolean {
  if (line.length > 80 || /[。！？；]/u.test(line) || /联系人|咨询|报名/u.test(line)) return false;
  if (/^本[版报](?:电话|热线|信箱|邮箱|投稿)[：:\s\u3000]+\S{4,30}$/u.test(line)) return true;
  const ways = line.match(WAYS_TO_WRITE)?.length ?? 0;
  if (ways === 0) return false;
  const reached = /[0-9０-９][0-9０-９-]{5,}|@|www\.|https?:|扫一扫|二维码|扫码关注|[0-9×x-]{6,}|[〇○零一二三四五六七八九]{4,}/iu.test(
    line,
  );
  return reached && (ways > 1 || OF_THE_PAPER.test(line));
}

/** What may be done with what the page holds: 本版内容仅供参考，不构成投资建议。 */
const SAID_OF_PAGE =
  /^(?:\p{Script=Han}{2,4}[：:])?本[版报刊](?!讯).{0,16}(?:仅供参考|不代表|不构成|文责自负|版权所有|转载|风险自担|遵医嘱|请在|谢绝|恕不|编译|均为资料)|^[^，。]{0,50}文责自负[。]?$/u;
/** One way to reach the paper, whatever it is called: 客户端：岭上新闻, 印刷质量投诉：2180016, 嫩水新闻网：www.nsxww.com. */
const ONE_WAY = /^[\p{Script=Han}A-Z]{2,10}[：:\s\u3000]+[^，。！？；\s]{4,40}$|^欢迎关注\S{4,24}$/u;
const REACHES = /热线|专线|信箱|邮箱|投诉|Q群|QQ群|客户端|公众号|[投来]稿|爆料|报料|互动|@|www\./iu;
/** Of whom a notice is, or what is to be had. */
const OF_OTHERS = /服务|贵宾|咨询|销售|预约|报名|预订|订购|招商|招生|售楼|加盟|联系人|^(?:热线)?(?:电话|地址|邮箱)[：:]/u;
const LONGEST_FOOT = 70;

/** Said at the foot of a page by the paper of itself, of where it is found and of what may be done with the page. */
export function isFootLine(line: string): boolean {
  if (line.length > LONGEST_FOOT) return false;
  if (SAID_OF_PAGE.test(line) || PUBLISHER.test(line)) return true;
  return REACHES.test(line) && !OF_OTHERS.test(line) && (ONE_WAY.test(line) || OF_THE_PAPER.test(line)) && !/[。！？；]/u.test(line);
}

/** Who publishes the paper, as its head or foot says. */
export function isPublisherLine(line: string): boolean {
  return line.length <= LONGEST_FOOT && PUBLISHER.test(line) && !/[，。！？；]/u.test(line);
}

/** 3 国际新闻, A05 城事: at a page's edge a running head, elsewhere perhaps a figure and what it counts. */
export function isFolioWithSection(line: string): boolean {
  return line.length <= 16 && FOLIO_WITH_SECTION.test(line);
}

/** What is left of rules in a picture of the page: ~~~, |. Dashes and dots may stand between articles. */
const STRAY_MARKS = /^[|¦~]+(?:\s[|¦~]+)*$/u;
const FOLIO_IN_DASHES = /^[-–—·]\s?[0-9]{1,3}\s?[-–—·]$/u;
const LONGEST_STRAY = 12;

/** What an English page says of itself. */
const SAID_IN_ENGLISH = /^(?:©\s?[12][0-9]{3}\b|(?:How to reach|Contact) us:|SEE MORE [A-Z ]+ ONLINE$)/u;

/** Running heads, folios, dates and imprint lines by their own grammar. A bare section name (体育) is furniture only at a page's edge. */
export function isFurniture(printed: string): boolean {
  if (printed.length > LONGEST_HEAD) return false;
  if (printed.length <= LONGEST_STRAY && (STRAY_MARKS.test(printed) || FOLIO_IN_DASHES.test(printed))) return true;
  if (SAID_IN_ENGLISH.test(printed)) return true;
  const line = figuresOfDay(printed);
  const date = DATE.exec(line);
  if (date && isDatedHead(line, date)) return true;
  if (printed.length > 70) return false;
  if (/[。！？；]/u.test(line) && !/版权|未经/u.test(line)) return false;
  if (isNameplate(line) || isNameWithFolio(line) || isNameBesideSection(line)) return true;
  if ((line.startsWith('今') || line.startsWith('第')) && LIST_OF_PAGES.test(line)) return true;
  if (date) {
    const rest = line
      .replace(date[0], ' ')
      .replace(WEEKDAY, ' ')
      .replace(/农历[^\s]{2,12}|公历/u, ' ')
      .trim();
    const room = WEEKDAY.test(line) ? 40 : 22;
    const uncounted = rest.replace(ISSUE_AMONG_WORDS, ' ').replace(/[\s\u3000]+/gu, ' ');
    if (uncounted.length <= room && /^[\p{Script=Han}A-Za-z0-9\s\u3000第版:：/／|｜│丨·.．()（）、—-]*$/u.test(rest)) {
      if (
        WEEKDAY.test(line) ||
        rest === '' ||
        ISSUE.test(rest) ||
        FOLIO.test(rest) ||
        /[报刊版]/u.test(rest) ||
        FOLIO_WITH_SECTION.test(rest)
      )
        return true;
    }
  }
  if (line.length === 3 && WEEKDAY.test(line)) return true;
  if (ISSUE_ALONE.test(line) || (LUNAR_DAY.test(line) && /^[农夏阴]|年/u.test(line))) return true;
  if (line.length <= 6 && FOLIO.test(line) && /[0-9版]/u.test(line)) return true;
  if (isFolioWithSection(line) && !COUNTED.test(line)) return true;
  if (line.length <= 30 && FOLIO_WITH_PLACES.test(line)) return true;
  if (IMPRINT.test(line)) return true;
  return namesStaff(line);
}

/** Who made the page: 责编：柳依 版式：洪波. */
export function namesStaff(line: string): boolean {
  const staff = line.match(STAFF_WORD)?.length ?? 0;
  if (line.length <= LONGEST_STAFF && STAFF_NAMED.test(line) && !/[，。！？；]/u.test(line)) return true;
  return staff >= 2 || (staff === 1 && (STAFF_FIRST.test(line) ? line.length <= 40 : FOLIO_FIRST.test(line)));
}

const LOCALITY = /^\p{Script=Han}{1,12}(?:省|市|县|州|盟|旗|区|镇|乡|村|街道|地区|林区|新区|开发区)$/u;
/** What `LOCALITY` ends in. */
const PLACE_ENDS = new Set('省市县州盟旗区镇乡村道');
/** A longer one names what it lies in, or what makes it longer: 遵义市播州区, 自治州. */
const SHORT_PLACE = /^\p{Script=Han}{1,6}[省市县州盟旗]$|^\p{Script=Han}{1,4}(?:[区镇乡村]|街道|地区|林区|新区|开发区)$/u;
const PLACE_IN_PLACE = /(?:省|市|县|州|旗|自治.|自治区|特别行政区|开发区|新区)\p{Script=Han}{1,8}$|自治[区州县旗]$/u;
/** Titles that end in the word for a place: 产业兴县, 春风进山村. */
const ENDS_IN_DEED = /\p{Script=Han}[兴强富进入下到访治建在惠暖美红绿][万千百全新山乡]?[县乡镇村市区]$/u;

/** A place and nothing else, with or without a printers' mark: 六盘水市, ■ 册亨县. */
export function isLocality(line: string): boolean {
  if (!PLACE_ENDS.has(line.at(-1) ?? '')) return false;
  const place = line.replace(LEADING_MARK, '');
  return (
    place.length <= 14 &&
    LOCALITY.test(place) &&
    (SHORT_PLACE.test(place) || PLACE_IN_PLACE.test(place)) &&
    !(place.length > 3 && ENDS_IN_DEED.test(place)) &&
    !/^(?:走进|来自|我们|建设|振兴|美丽|行进)/u.test(place)
  );
}

const LEADING_MARK = new RegExp(`^${MARK}\\s*`, 'u');
/** What places are called and hardly anybody: 县, not 州. */
const MARKED_PLACE = /\p{Script=Han}[省市县区镇]$/u;

/** A mark stands before columns, before authors and before places; these are told by what they are called. */
function isMarkedLocality(line: string): boolean {
  return LEADING_MARK.test(line) && MARKED_PLACE.test(line) && isLocality(line);
}

/** An author set before the headline, with a colon: 黔东南州委常委、凯里市委书记谭夔： */
export function isAuthorKicker(line: string): boolean {
  if (
    line.length < 3 ||
    line.length > 44 ||
    !/[：:]/.test(line.at(-1)!) ||
    !/^[\p{Script=Han}A-Za-z0-9（）()、·“”\s\u3000]+[：:]$/u.test(line)
  )
    return false;
  const said = line.slice(0, -1).trimEnd();
  return endsInNamedPerson(said) && !LONE_PLACE.test(said);
}

/** What was played or held, and how far it is: 省男篮联赛第三轮, 甲级联赛收官, 中学生散文比赛揭晓. */
const EVENT =
  /^[^，。！？：；]{2,16}(?:联赛|锦标赛|预选赛|公开赛|邀请赛|挑战赛|足球赛|篮球赛|排球赛|象棋赛|比赛|大赛|运动会|艺术节|文化节|博览会)(?:第[一二三四五六七八九十百0-9]{1,4}[轮场日届])?(?:揭幕|开幕|开赛|开锣|落幕|闭幕|收官|结束|落下帷幕|揭晓)?$/u;
/** When it was, or since when: 今年前三季度, 6月10日起, 十年来. */
const TIME =
  /^(?:(?:今年|去年|明年|[0-9]{4}年)?(?:前[一二三四]季度|[上下]半年|[一二三四]季度|前[0-9一二三四五六七八九十]{1,2}个?月|以来)|(?:[0-9]{1,2}月)?[0-9]{1,2}日起|[今明昨]日?起|[一二三四五六七八九十]{1,2}[年月天]来)$/u;

/** That a meeting was held, over what it came to: 全市防汛工作会议召开. */
const MEETING =
  /^[^，。！？：；]{2,20}(?:会议|大会|全会|座谈会|推进会|动员会|部署会|调度会|工作会|现场会|例会|年会|论坛|仪式)(?:在[^，。！？：；]{2,8})?(?:召开|举行|开幕|闭幕)$/u;

export function tellsOfMeeting(line: string): boolean {
  return line.length <= 32 && MEETING.test(line);
}

/** Short, and no news by itself: it stands over the headline that tells what came of it. */
export function isKickerByForm(line: string): boolean {
  return line.length <= 24 && (TIME.test(line) || EVENT.test(line));
}

/** 柳溪镇 begins with a surname and is no name. */
const LONE_PLACE = /^\p{Script=Han}{2,3}[镇县乡村]$/u;

/** A standing title set off by brackets, a mark, or dots and dashes on both sides: 【短讯】, ■ 市州快讯, ·短讯·. */
export function isMarkedColumn(line: string): boolean {
  return (
    line.length <= 24 &&
    !isMarkedLocality(line) &&
    (/^[【〖[［]\s*[^【】]{2,20}[】〗\]］]$/u.test(line) ||
      /^[■□◆◇●◎★☆▌▍▎※]\s*[\p{Script=Han}“”·\s\u3000]{2,18}$/u.test(line) ||
      /^(?:[·•]|—{1,2})\s*\p{Script=Han}{2,10}\s*(?:[·•]|—{1,2})$/u.test(line))
  );
}
