/** What a short line must not have to be a title. Whether it is one is weighed in title-evidence.ts. */
import { beginsHeadless, endsOpen, narrowDigits, widthOf } from './line-ends';

/** Widest title set on one line, in full-width characters. */
const WIDEST_TITLE = 50;

/** What leads on to a headline ends so; and so does a sentence broken off. */
export const ENDS_OPEN = /(?:——|──|—|：)$/u;
/** Widest kicker that leads on to its headline: 秋分将至，本报记者走访六个产粮大县——. */
const WIDEST_OPEN_TITLE = 26;

/** Where the news came from, before the first sentence: 本报临江讯（记者 …. */
const OPENS_WITH_DATELINE = /^(?:(?:本报|据?新华社|据?中新社|据)[^。，]{0,16}[讯电]|\p{Script=Han}{1,6}报讯)\s*[（(]/u;

/** 云公资拍告字〔2013〕第7号, 案件编号：…: which notice or case it is. */
const NUMBER_OF_DOCUMENT =
  /^[（(]?\p{Script=Han}{1,12}[〔[［（(][12][0-9]{3}[〕\]］）)]\p{Script=Han}{0,6}[0-9]{1,5}(?:-[0-9]{1,3})?号[）)]?$|^\p{Script=Han}{0,4}[编編][号號][：:]/u;
export function isNumberOfDocument(text: string): boolean {
  return text.length <= LONGEST_NUMBER && NUMBER_OF_DOCUMENT.test(text);
}

const LONGEST_NUMBER = 40;

/** Whom to ring: 黑土地拍卖有限公司 电话：82×××16. */
const RINGS = /(?:电话|電話|热线|熱線)[：:\s\u3000]{0,2}[（(]?[0-9〇○×][0-9〇○×x）)-]{4}/u;

/** Short, without the punctuation of a sentence, and not visibly a piece of one. */
export function isTitleLike(text: string): boolean {
  if (text.length > WIDEST_TITLE * 2 || widthOf(text) > WIDEST_TITLE) return false;
  if (/[。；;…]/u.test(text) || /\p{Script=Han}[”’」』）]?\.$/u.test(text) || /[.](?:\s|$)/.test(text)) return false;
  if (isNumberOfDocument(text) || RINGS.test(text)) return false;
  if (OPENS_WITH_DATELINE.test(text) || closesWhatIsNotOpen(text)) return false;
  if (/^(?:——|──)/u.test(text)) return true;
  if (ENDS_OPEN.test(text)) return widthOf(text) <= WIDEST_OPEN_TITLE;
  return !endsOpen(text) && !beginsHeadless(text);
}

/** The end of a signature broken over two lines: 元亮）. */
function closesWhatIsNotOpen(text: string): boolean {
  const close = text.search(/[）)]/u);
  return close >= 0 && !/[（(]|^[0-9一二三四五六七八九十]{1,2}$/u.test(text.slice(0, close));
}

/** A result between two sides, 南屿飞鱼 1∶1 松北林海, or a place in a list and its figures, 2 南屿飞鱼 8 4 2 28. */
const SCORE = /^\S{2,10}[\s\u3000]+[0-9]{1,3}\s?[∶:：比-]\s?[0-9]{1,3}[\s\u3000]+\S{2,10}$/u;
const FIGURES_IN_ROW = /^(?:[0-9]{1,3}[\s\u3000]+)?\S{1,10}(?:[\s\u3000]+[0-9.+%/:：∶-]{1,8}){2,}$/u;
/** What heads such a list: 名次 球队 胜 平 负 积分. */
const HEADS_OF_ROW = /^\S{1,4}(?:[\s\u3000]\S{1,3}){4,}$/u;

/** The weather's rows: 阳川 14℃～22℃, 晴间多云 西北风2～3级, 最高气温：13℃. */
const WEATHER =
  /℃.*℃|[风力][\s\u3000]?[0-9一二三四五六七八]{1,2}\s?(?:[～~—-]|至|到)+\s?[0-9一二三四五六七八]{1,2}\s?级|^(?:最[高低])?气?温度?[：:]/u;
/** A programme's or a timetable's: 08：00 全国马拉松冠军赛（直播）, 6月27日9:00 第三法庭. */
const AT_THE_HOUR = /^(?:[0-9]{1,2}月[0-9]{1,2}日(?:（[^（）]{1,6}）)?\s?)?[0-9]{1,2}\s?[：:∶]\s?[0-9]{2}(?:\D|$)/u;
/** The same with several hours on one line: 松江台 18:30 动画片 19:35 新闻. */
const HOURS = /(?:^|[\s\u3000])[0-9]{1,2}[：:∶][0-9]{2}[\s\u3000].*[\s\u3000][0-9]{1,2}[：:∶][0-9]{2}[\s\u3000]/u;
/** Several results behind what was played: 女排联赛：南屿3比2松北，林海3比0云麓. */
const RESULTS = /^\p{Script=Han}{2,10}[：:](?:.*?[0-9]{1,3}(?:比|[-∶])[0-9]{1,3}){2}/u;
/** What is said of an event or an office, line by line: 时间：…, 地点：…, 联系人：…. */
const ENTRY =
  /^(?:时间|地点|题目|主题|主讲人?|主办|承办|嘉宾|费用|票价|报名(?:电话|方式)?|咨询(?:电话)?|地址|联系(?:人|电话|方式)|(?:招标|采购|出租|转让|委托|拍卖)人|代理机构|监督电话|服务热线|电话|投稿邮箱|邮箱|对象|名额)[：:]\s?\S/u;
/** Whom to ring, and where a firm is found: 贵宾专线：8899 6677, 营销中心：湖山大道与光谷路交会处. */
const REACHED_AT =
  /^\p{Script=Han}{2,8}[：:]\s?(?:[0-9][0-9\s-]{5,}|[^。，；]{2,20}(?:[号楼层室座厦]|交[会汇叉]处|旁|对面))$|^\p{Script=Han}{0,6}(?:中心|[处部店点馆所站])[：:]\s?[^。，；]{2,20}[路街道巷场]$/u;
/** A place in a list: 1 西江水泥 27战17胜6平4负 57分. */
const RANKED = /^[0-9]{1,3}[\s\u3000]+\S{2,10}[\s\u3000]+\S*[0-9]+\S*[\s\u3000]+\S*[0-9]+\S*$/u;

/** What another page holds, with its number behind it: 老字号豆豉闯进直播间 7版, 六条赏花线路（第八版）, 昨夜赛果 5版▶, 龙舟小镇 ▶7版. */
const PAGE_BEHIND =
  /^\S[^。；]{3,}(?:[\s\u3000]+|[\s\u3000]*[（(▶►▸→☞➔])第?\s?(?:[A-Z]{0,2}[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?版[）)]?\s?[▶►▸→☞➔>]{0,2}$/u;
/** Or before it: A2 校服抽检结果公布. */
const PAGE_BEFORE = /^(?:[A-Z]{1,2}[0-9]{1,2}版?|第?[0-9]{1,2}版)[\s\u3000]+\S[^。；]{5,}$/u;

/** One of a list of results: 1. 甘甜（南港） 2:06.33. */
const RESULT = /^[0-9]{1,2}[.．、]\s?\S{2,16}[\s\u3000]+\S*[0-9][0-9：:∶.′″]*\S{0,3}$/u;

/** Rows that no line without a blank is, and those that none without one of these marks is: most lines are looked through but twice. */
const SPACED_ROWS = [SCORE, FIGURES_IN_ROW, HEADS_OF_ROW, RANKED, RESULT, PAGE_BEFORE];
const BLANK = /[\s\u3000]/u;
const MARKED_ROWS = [WEATHER, AT_THE_HOUR, HOURS, RESULTS, ENTRY, REACHED_AT, PAGE_BEHIND];
const ROW_MARK = /[：:∶℃级版]/u;

/** A row of this many words is one if figures make up this share: 大乐透 第24092期 前区 02 09 17 24 33 后区 05 11. */
const WORDS_OF_ROW = 5;
const SHARE_OF_FIGURES = 0.6;

function isMostlyFigures(line: string): boolean {
  const words = line.split(/[\s\u3000]+/u);
  const figures = words.filter((word) => /^第?[0-9][0-9.,+%:：/-]*期?$/u.test(word)).length;
  return words.length >= WORDS_OF_ROW && figures >= words.length * SHARE_OF_FIGURES;
}

/** By what it holds a row of a table, a programme or a list. */
export function isFiguresRow(text: string): boolean {
  if (text.length > 60) return false;
  const narrow = narrowDigits(text);
  return (
    (BLANK.test(narrow) && (SPACED_ROWS.some((row) => row.test(narrow)) || isMostlyFigures(narrow))) ||
    (ROW_MARK.test(narrow) && MARKED_ROWS.some((row) => row.test(narrow)))
  );
}

const WIDE_GAP = /[ \u3000]{2}|\t/u;
const WIDE_GAPS = /\S(?:[ \u3000]{2,}|\t)\s*\S+(?:\s\S+)*?(?:[ \u3000]{2,}|\t)\s*\S/u;

/** Cells set apart by wide gaps, three or more, or by what they hold: a row of a table. */
export function isTableRow(text: string): boolean {
  return isFiguresRow(text) || (WIDE_GAP.test(text) && WIDE_GAPS.test(text));
}
