/**
 * Lines that are nothing but who wrote, took or drew what is printed: names, offices (本报记者), work done (文, 摄, 整理) and what parts them.
 * Pure recognisers over one line's text. Not for names inside running text, and not for deciding where such a line belongs.
 */
import { simplifiedText } from '../contract/simplified';
import { isPersonName } from './person-names';

/** What a line of persons says of them; null for any other line. */
export interface PersonLine {
  readonly names: number;
  /** An office is named: 本报记者, 通讯员. */
  readonly office: boolean;
  /** Some of them wrote. */
  readonly wrote: boolean;
  /** Some of them took or drew the picture. */
  readonly pictured: boolean;
  /** The line stands in brackets, as signatures under a text do. */
  readonly bracketed: boolean;
  /** Printers' mark before it. */
  readonly marked: boolean;
  /** Names that begin with a surname, or are written as names of other scripts are; the others may be names. */
  readonly sureNames: number;
}

const MARK = /^[■□◆◇●○◎▲△▼▽▶►★☆◀◁▷·•※]+\s*/u;
const OFFICE = '(?:记者|通讯员|特派员|评论员|实习生|撰稿人|特约撰稿|主笔)';
/** What somebody did for a conversation or an answer, with or without a calling: 答复律师, 主持人, 点评嘉宾. */
const CALLED = '(?:答疑|答复|解答|点评|主持|主讲|口述|受访|对话|问诊|坐诊|主诊|提问|记录)(?:人|律师|专家|医师|医生|教师|老师|嘉宾|者)?';
const OFFICE_ALONE = new RegExp(`^(?:[\\p{Script=Han}A-Za-z·]{0,16}${OFFICE}|${CALLED})$`, 'u');
const OFFICE_AND_NAME = new RegExp(`^[\\p{Script=Han}A-Za-z·]{0,16}${OFFICE}(?!${OFFICE})([\\p{Script=Han}·]{1,9})$`, 'u');
/** What was done, by those named beside it. */
const WROTE = new Set([
  '文',
  '文字',
  '撰文',
  '采写',
  '撰稿',
  '整理',
  '执笔',
  '作者',
  '编译',
  '报道',
  '综合',
  '综合报道',
  '联合报道',
  '现场报道',
  '供稿',
  '翻译',
]);
/** Of which kind a picture is, as its maker is named by it: 插图：李梅, 渡口（版画） 李梅. */
export const ARTS =
  '摄影 插图 插画 题图 题画 绘画 漫画 版画 木刻 剪纸 篆刻 书法 国画 中国画 油画 水彩 水彩画 水粉画 水墨 水墨画 粉画 年画 连环画 素描 速写 雕塑'.split(
    ' ',
  );
const PICTURED = new Set([...ARTS, '图', '图片', '摄', '拍摄', '供图', '制图', '绘图', '绘', '影', '作', '画']);
const BOTH = new Set(['文图', '图文', '文并摄', '图文报道', '摄影报道']);
const WORKED: ReadonlySet<string> = new Set([...WROTE, ...PICTURED]);
const WORK_BEHIND_NAME = /^(.{2,4}?)(摄影报道|图文报道|摄影|摄|供图|制图|文|图|报道|整理)$/u;
const SENT_FROM = /^发自\p{Script=Han}{2,6}$/u;

/** A run of characters too long for a name with an office or a work beside it, where no office is named; 丨 parts names. */
const LONG_RUN = /[\u4e00-\u4e27\u4e29-\u9fff]{9}/;
const NAMES_OFFICE = new RegExp(OFFICE);

export function readPersonLine(line: string): PersonLine | null {
  if (line.length > 60 || /[。！？；《》“”]/u.test(line) || /[讯电]\s*[（(]/u.test(line)) return null;
  if (LONG_RUN.test(line) && !NAMES_OFFICE.test(line)) return null;
  const unmarked = line.trim().replace(MARK, '');
  const inner = unmarked.replace(/^[（(【[〔]\s*/u, '').replace(/\s*[）)】\]〕]$/u, '');
  const bracketed = /^[（(〔]/u.test(unmarked) && /[）)〕]$/u.test(unmarked);
  const found = { names: 0, office: false, wrote: false, pictured: false, sureNames: 0 };
  const tokens = wholeNames(inner.split(/[\s\u3000、，,/／：:|｜│丨&＆（）()□■◇◆○◎●]+/u).filter((token) => token !== ''));
  if (tokens.length === 0 || tokens.length > 14) return null;
  let afterOffice = false;
  for (const [at, token] of tokens.entries()) {
    const sure = found.sureNames;
    if (!bracketed && isFrom(token, tokens[at + 1], found.office)) {
      afterOffice = found.office;
      continue;
    }
    if (!readToken(token, found)) return null;
    // Whom an office is given to is a person, whatever the name.
    if (afterOffice && found.sureNames === sure && /^\p{Script=Han}{2,3}$/u.test(token) && !WORKED.has(token)) found.sureNames++;
    afterOffice = OFFICE_ALONE.test(token);
  }
  return { bracketed, marked: unmarked !== line.trim(), ...found };
}

/** A first name with the word for young or old, or with a letter for it: 老马, 小K. */
const NICKNAME = /^[小老阿](?:\p{Script=Han}|[A-Z])$/u;

/** Where somebody is from or what he is, before his name: 东港银行理财师 滕越; where an office is named, before any name: 大四学生 小K. */
function isFrom(token: string, next: string | undefined, office: boolean): boolean {
  return (
    next !== undefined &&
    FROM_OR_CALLED.test(token) &&
    !OFFICE_ALONE.test(token) &&
    !isPersonName(token) &&
    (isPersonName(next) || (office && NICKNAME.test(next)))
  );
}

const IN_BRACKETS = /^[（(〔]\s*(\S[^（()）〔〕]{0,22}\S)\s*[）)〕]$/u;
/** Nobody signs off without either. */
const PARTED_OR_BRACKETED = /[（(〔\s\u3000]/u;
/** 杨 穗（机械学院2012级）. */
const NAMED_AND_FROM = /^(\p{Script=Han}[\s\u3000]*\p{Script=Han}{1,2})[（(]([^（()）]{2,14})[）)]$/u;
/** Where somebody is from, or what he is. */
const FROM_OR_CALLED =
  /(?:[省市州盟县区镇乡村街路院校系级班局站所厂社会处部队店科台师员长]|小区|社区|大学|中学|小学|公司|中心|医院|读者|网友|市民|居民|业主|职工|学生|教授|主任|书记|作者|选手|干事|司机|工人|农民|志愿者|专家|律师|医生|车间|班组|[段柜组])$/u;
const CALLED_SO = /^\p{Script=Han}{1,2}(?:女士|先生|同学|老师|大爷|大妈|阿姨|师傅|某)$/u;

/** 本期由市第一医院心内科副主任医师 管清和解答: who has answered the readers' questions. */
const IS_ANSWERER = /^(?:本期|本版|本栏|以上)?(?:问题)?由\p{Script=Han}{2,18}[\s\u3000]*\p{Script=Han}{2,4}(?:解答|回答|答复|整理|提供)$/u;

/** What stands under letters and contributions: 翠园小区业主 林女士, （退休职工 老 宫）, 中文系2012级 阮小满; in brackets also a pen name or an office alone. */
export function signsOff(printed: string): boolean {
  if (printed.length > 28 || !PARTED_OR_BRACKETED.test(printed) || /[。！？；，：“”《》]/u.test(printed)) return false;
  const line = simplifiedText(printed);
  const bracketed = IN_BRACKETS.exec(line)?.[1];
  if (bracketed !== undefined && bracketed.length <= 12) return /^[\p{Script=Han}\s\u3000·]+$/u.test(bracketed);
  if (IS_ANSWERER.test(bracketed ?? '')) return true;
  const plain = (bracketed ?? line).replace(/(?:等[一二三四五六七八九十0-9]{1,3}[人户位名]|[（(][^（()）]{1,8}[）)])$/u, '');
  const [, named, from] = NAMED_AND_FROM.exec(line) ?? [];
  if (named !== undefined) return isPersonName(named.replace(/[\s\u3000]/gu, '')) && FROM_OR_CALLED.test(from!);
  const tokens = wholeNames(plain.split(/[\s\u3000]+/u).filter((token) => token !== ''));
  const name = tokens.at(-1)!;
  return (
    tokens.length > 1 &&
    (isPersonName(name) || CALLED_SO.test(name)) &&
    tokens.slice(0, -1).every((token, at) => FROM_OR_CALLED.test(token) || (at > 0 && isPersonName(token)))
  );
}

type Tally = { -readonly [Key in 'names' | 'office' | 'wrote' | 'pictured' | 'sureNames']: PersonLine[Key] };

function readToken(token: string, found: Tally): boolean {
  if (WROTE.has(token) || BOTH.has(token)) found.wrote = true;
  if (PICTURED.has(token) || BOTH.has(token)) found.pictured = true;
  if (WROTE.has(token) || PICTURED.has(token) || BOTH.has(token) || SENT_FROM.test(token)) return true;
  if (OFFICE_ALONE.test(token)) {
    found.office = true;
    return true;
  }
  const behindOffice = OFFICE_AND_NAME.exec(token)?.[1];
  if (behindOffice !== undefined) found.office = true;
  const named = behindOffice ?? token;
  const worked = isPersonName(named) ? null : WORK_BEHIND_NAME.exec(named);
  const name = worked ? worked[1]! : named;
  if (worked && !readToken(worked[2]!, found)) return false;
  found.names++;
  if (isPersonName(name) || /^[小老阿][A-Z]$/u.test(name)) {
    found.sureNames++;
    return true;
  }
  if (behindOffice !== undefined) return false;
  return /^\p{Script=Han}[\p{Script=Han}·]{1,4}$/u.test(name) || /^[A-Z][A-Za-z.'’-]*$/.test(name);
}

/** A name of two characters is often set as wide as one of three, with a space inside; and one of three with two, where all names are: 柳 归 舟. */
export function wholeNames(tokens: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (isSpreadOverThree(tokens, at)) {
      whole.push(tokens.slice(at, at + 3).join(''));
      at += 2;
      continue;
    }
    const pair = tokens[at]! + (tokens[at + 1] ?? '');
    // Behind an office, and behind other names, a name needs no known surname.
    const awaited = at > 0 && (OFFICE_ALONE.test(tokens[at - 1]!) || whole.length > 1);
    const parted =
      tokens[at]!.length === 1 &&
      tokens[at + 1]?.length === 1 &&
      (isPersonName(pair) || awaited) &&
      !WORKED.has(tokens[at]!) &&
      !WORKED.has(tokens[at + 1]!);
    whole.push(parted ? pair : tokens[at]!);
    if (parted) at++;
  }
  return whole;
}

function isSpreadOverThree(tokens: readonly string[], at: number): boolean {
  const three = tokens.slice(at, at + 3);
  return (
    three.length === 3 &&
    three.every((token) => token.length === 1 && !WORKED.has(token)) &&
    tokens[at - 1]?.length !== 1 &&
    (tokens[at + 3]?.length !== 1 || WORKED.has(tokens[at + 3]!)) &&
    (isPersonName(three.join('')) || (at > 0 && OFFICE_ALONE.test(tokens[at - 1]!)))
  );
}
