/**
 * News items -> pages as papers set them, each paper with habits of its own, and damaged as extraction does: what stands over an article in its
 * many forms, with the answers. Names are made up. Training only.
 */
import { BRACKETED } from '../../src-main/text/language/training/line-examples';
import { numbersFrom } from '../../src-main/text/language/training/train-lines';
import { knownPage } from './known-page';
import type { KnownPage, LabelledPlace } from './known-page';

export interface NewsItem {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A printed line; a null role is furniture. */
export interface PrintedLine {
  readonly text: string;
  readonly article: number;
  readonly role: string | null;
  /** Of the paragraph, for pieces of one. */
  readonly paragraph?: number;
}

export class Chance {
  readonly below: (limit: number) => number;
  constructor(seed: number) {
    this.below = numbersFrom(seed);
    for (let at = 0; at < 8; at++) this.below(2);
  }
  is(share: number): boolean {
    return this.below(10_000) < share * 10_000;
  }
  of<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }
}

/** What one paper does always, or never. */
interface Habits {
  readonly mark: string;
  readonly dashedDecks: number;
  readonly kickers: number;
  readonly columns: number;
  readonly decks: number;
  readonly twoLines: number;
  readonly byline: (chance: Chance) => string | null;
  readonly endSignature: number;
  readonly openings: number;
  readonly subheads: number;
  readonly indent: string;
  /** Characters a line, null where a line is a paragraph. */
  readonly width: number | null;
  readonly blanks: boolean;
  readonly paper: string;
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段';
const GIVEN =
  '伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红云波文辉力晓东海燕建国志新春梅林雪松宇航子涵思远嘉怡欣然雨桐浩博一鸣清源立群少白亦凡知秋若水';
const REGIONS = '青禾云岭临江望川石桥清河安宁东湖新港海陵平原南浦长乐丰泽西山汉水龙泉永和高阳金沙';
const PEN_NAMES = [
  '山月',
  '晓风',
  '木子',
  '南山',
  '阿田',
  '江 河',
  '一 丁',
  '流沙',
  '青石',
  '老街',
  '钟声',
  '谷雨',
  '半夏',
  '闻道',
  '铁马',
  '秋实',
];
const SECTIONS = ['要闻', '综合', '城事', '民生', '经济', '文化', '教育', '副刊', '国际', '体育', '时评', '社会'];
const BRIEFS = ['简讯', '短讯', '各地简讯', '要闻简报', '一句话新闻', '快讯', '资讯速览'];
const COMMENTS = ['今日谈', '街谈巷议', '时评', '声音', '快评', '观察', '漫谈', '微言', '来论', '杂谈', '百姓话题'];
const NOTICES = [
  '停水通知',
  '遗失声明',
  '招标公告',
  '致歉声明',
  '更正',
  '启事',
  '征稿启事',
  '拍卖公告',
  '招聘启事',
  '停电公告',
  '迁址公告',
];

export function region(chance: Chance): string {
  const at = chance.below(REGIONS.length / 2) * 2;
  return REGIONS.slice(at, at + 2);
}

export function name(chance: Chance): string {
  const given = GIVEN[chance.below(GIVEN.length)]! + (chance.is(0.7) ? GIVEN[chance.below(GIVEN.length)]! : '');
  return SURNAMES[chance.below(SURNAMES.length)]! + given;
}

export function names(chance: Chance, most: number): string {
  return Array.from({ length: 1 + chance.below(most) }, () => name(chance)).join(chance.of([' ', ' ', ' ', ' ', '　', '  ', '　　']));
}

function habitsOf(chance: Chance): Habits {
  const paper = `${region(chance)}${chance.of(['日报', '晚报', '晨报', '都市报', '报', '商报', '时报', '农村报'])}`;
  const bylines: readonly ((chance: Chance) => string | null)[] = [
    (now) => `本报记者 ${names(now, 3)}`,
    (now) => `记者 ${names(now, 2)} 通讯员 ${names(now, 2)}`,
    (now) => `□本报记者 ${names(now, 2)}`,
    (now) => `□ ${names(now, 2)}`,
    (now) => `文/${name(now)} 图/${name(now)}`,
    (now) => `${paper}记者 ${names(now, 3)}`,
    (now) => `本报记者 ${name(now)} 文/图`,
    (now) => names(now, 2),
    () => null,
    () => null,
  ];
  const byline = chance.of(bylines);
  return {
    mark: chance.is(0.6) ? '' : chance.of(['■', '◆', '●', '★', '▲', '◎']),
    dashedDecks: chance.of([0, 0.5, 1]),
    kickers: chance.of([0.05, 0.2, 0.4]),
    columns: chance.of([0.05, 0.15, 0.35]),
    decks: chance.of([0.05, 0.15, 0.35]),
    twoLines: chance.of([0, 0.15, 0.5]),
    byline,
    endSignature: chance.of([0, 0, 0.3, 0.8]),
    openings: chance.of([0, 0.2, 0.7]),
    subheads: chance.of([0, 0.2, 0.5]),
    indent: chance.is(0.4) ? '　　' : '',
    width: chance.is(0.4) ? 13 + chance.below(12) : null,
    blanks: chance.is(0.2),
    paper,
  };
}

/** Parts of sentences that may stand alone, as headings are made of. */
export function clauses(text: string): readonly string[] {
  return text
    .split(/[。；！？]/u)
    .flatMap((sentence) => [sentence, ...sentence.split('，')])
    .map((part) => part.trim().replace(/^(?:同时|此外|其中|目前|另外|据了解|据介绍|而|并且?|但是?|在)/u, ''))
    .filter((part) => part.length >= 8 && part.length <= 28 && !/[：“”（(]/u.test(part) && !/^[、和与]/u.test(part));
}

export function furnishPage(items: readonly NewsItem[], standing: readonly string[], seed: number): KnownPage {
  const chance = new Chance(seed);
  const habits = habitsOf(chance);
  const articles: PrintedLine[][] = [];
  let used = 0;
  const count = 5 + chance.below(6);
  while (articles.length < count && used < items.length) {
    const kind = chance.below(20);
    const article = articles.length;
    if (kind < 2) {
      const briefs = items.slice(used, used + 3);
      used += 3;
      const column = chance.is(0.7) ? [{ text: chance.of(BRIEFS), article, role: 'column' }] : [];
      for (const [place, item] of briefs.entries())
        articles.push([...(place === 0 ? column : []), ...brief(item, articles.length, habits, chance)].map((line) => ({ ...line })));
    } else if (kind === 2) articles.push(notice(items[used++]!, article, chance));
    else if (kind === 3) articles.push(comment(items[used++]!, article, habits, chance));
    else articles.push(story(items[used++]!, article, habits, standing, chance));
  }
  const lines = damaged(articles, habits, chance);
  const head = chance.is(0.7) ? [furniture(`${habits.paper} ${chance.of(SECTIONS)} 第${1 + chance.below(16)}版`)] : [];
  const foot = chance.is(0.4) ? [furniture(`责任编辑 ${name(chance)} 版式 ${name(chance)}`)] : [];
  return printed([...head, ...lines, ...foot], habits, `p${seed}.txt`);
}

/** No newspaper page: titles over short texts, sometimes with numbered parts, and nothing else around them. */
export function plainDocument(items: readonly NewsItem[], seed: number): KnownPage {
  const chance = new Chance(seed);
  const count = chance.is(0.4) ? 1 : 2 + chance.below(5);
  const sentences = 1 + chance.below(3);
  const lines = items.slice(0, count).flatMap((item, article): readonly PrintedLine[] => {
    const own = item.title.replace(BRACKETED, '').trim();
    const spaced = own.split(/\s+/u);
    const whole = spaced.length > 1 && chance.is(0.5) ? chance.of(spaced) : own;
    const title = chance.is(0.25) ? whole.replace(/[^\p{Script=Han}]/gu, '').slice(0, 3 + chance.below(4)) : whole;
    const numbered = chance.is(0.1);
    const body = item.paragraphs
      .filter((text) => text.length > 12 && text.includes('。'))
      .slice(0, chance.is(0.4) ? 1 : 1 + chance.below(4));
    const opening = chance.is(0.15) ? `本报讯（记者 ${name(chance)}）` : '';
    return [
      { text: title || body[0]!.slice(0, 10), article, role: 'headline' },
      ...body.flatMap((text, paragraph): readonly PrintedLine[] => {
        const short = /^(?:[^。]*。){1,3}/u.exec(text)?.[0] ?? text;
        const kept = short
          .split(/(?<=。)/u)
          .slice(0, sentences)
          .join('');
        const part = clauses(text)[0];
        const line = { text: (paragraph === 0 ? opening : '') + kept, article, role: 'body', paragraph };
        return numbered && part ? [{ text: `${'一二三四'[paragraph]}、${part.slice(0, 14)}`, article, role: 'subhead' }, line] : [line];
      }),
    ];
  });
  const indent = chance.is(0.3) ? '　　' : '';
  return printed(lines, { indent, width: chance.is(0.5) ? 12 + chance.below(16) : null, blanks: chance.is(0.4) }, `d${seed}.txt`);
}

export function furniture(text: string): PrintedLine {
  return { text, article: -1, role: null };
}

function story(item: NewsItem, article: number, habits: Habits, standing: readonly string[], chance: Chance): PrintedLine[] {
  const own = item.title.replace(BRACKETED, '').trim();
  const named = [...item.title.matchAll(BRACKETED)][0]?.[1];
  const body = item.paragraphs.filter((text) => text.length > 12).slice(0, 2 + chance.below(6));
  const parts = clauses(body.join('。'));
  const heading: PrintedLine[] = [];
  const put = (text: string, role: string): void => void heading.push({ text, article, role });
  if (named && chance.is(0.7)) put(habits.mark && chance.is(0.3) ? habits.mark + named : named, 'column');
  else if (chance.is(habits.columns)) put(chance.of(standing), 'column');
  if (heading.length > 0 && chance.is(0.15))
    put(chance.of(['①', '②', '（上）', '（下）', '（三）', `——来自${region(chance)}的报道`, `——${region(chance)}行`]), 'column');
  if (parts.length > 1 && chance.is(habits.kickers)) put(chance.of(parts), 'kicker');
  for (const [place, text] of headlineLines(own, parts, habits, chance).entries())
    put(place === 0 && habits.mark && chance.is(0.3) ? habits.mark + text : text, 'headline');
  if (parts.length > 2 && chance.is(habits.decks))
    for (let at = 0; at < (chance.is(0.2) ? 2 : 1); at++) put(`${chance.is(habits.dashedDecks) ? '——' : ''}${chance.of(parts)}`, 'deck');
  const byline = chance.is(0.8) ? habits.byline(chance) : null;
  const atEnd = chance.is(habits.endSignature);
  if (byline && !atEnd) put(byline, 'byline');
  const opening = chance.is(habits.openings)
    ? chance.of([
        `本报讯（记者 ${name(chance)}）`,
        `本报讯 `,
        `新华社${region(chance)}${1 + chance.below(12)}月${1 + chance.below(28)}日电 `,
        `本报讯（通讯员 ${names(chance, 2)}）`,
      ])
    : '';
  const lines: PrintedLine[] = [];
  for (const [place, text] of body.entries()) {
    const next = clauses(text);
    if (place > 0 && text.length > 60 && next.length > 0 && chance.is(habits.subheads))
      lines.push({ text: chance.of(next), article, role: 'subhead' });
    const signed =
      place === body.length - 1 && atEnd
        ? chance.of([`（${names(chance, 2)}）`, `（记者 ${names(chance, 2)}）`, `（本报记者 ${name(chance)}）`])
        : '';
    lines.push({ text: (place === 0 ? opening : '') + text + signed, article, role: 'body', paragraph: place });
  }
  if (chance.is(0.06)) lines.push({ text: `下转第${2 + chance.below(6)}版`, article, role: 'jump' });
  if (chance.is(0.1)) return [...lines, ...heading];
  return [...heading, ...lines];
}

/** One line or two, cut at a space or in the middle; sometimes a clause, with a comma or a question mark. */
function headlineLines(own: string, parts: readonly string[], habits: Habits, chance: Chance): readonly string[] {
  let title = own || parts[0] || '本报消息';
  if (parts.length > 3 && chance.is(0.15))
    title = `${chance.of(parts)}${chance.is(0.3) ? '？' : chance.is(0.5) ? `，${chance.of(parts).slice(0, 12)}` : ''}`;
  if (!chance.is(habits.twoLines) || title.length < 10) return [title];
  const spaced = title.split(/\s+/u);
  if (spaced.length === 2) return spaced;
  const comma = title.indexOf('，');
  if (comma > 3 && comma < title.length - 4) return [title.slice(0, comma), title.slice(comma + 1)];
  const half = Math.floor(title.length / 2) + chance.below(3) - 1;
  return [title.slice(0, half), title.slice(half)];
}

function brief(item: NewsItem, article: number, habits: Habits, chance: Chance): PrintedLine[] {
  const text = item.paragraphs.find((paragraph) => paragraph.length > 20) ?? item.title;
  const title = item.title.replace(BRACKETED, '').trim() || text.slice(0, 12);
  const signed = chance.is(habits.endSignature) ? `（${name(chance)}）` : '';
  return [
    { text: `${habits.mark}${title}`, article, role: 'headline' },
    { text: `${text.slice(0, 160).replace(/[^。]*$/u, '') || text}${signed}`, article, role: 'body', paragraph: 0 },
  ];
}

function notice(item: NewsItem, article: number, chance: Chance): PrintedLine[] {
  const text = item.paragraphs[0]?.slice(0, 120) ?? item.title;
  const lines: PrintedLine[] = [
    { text: chance.of(NOTICES), article, role: 'headline' },
    { text: `因${text}`, article, role: 'body', paragraph: 0 },
    { text: `特此${chance.of(['公告', '通知', '声明'])}。`, article, role: 'body', paragraph: 1 },
    {
      text: `${region(chance)}${chance.of(['市供水公司', '区人民法院', '县自然资源局', '供电局', '市城管局'])}`,
      article,
      role: 'body',
      paragraph: 2,
    },
  ];
  if (chance.is(0.6))
    lines.push({
      text: `20${10 + chance.below(20)}年${1 + chance.below(12)}月${1 + chance.below(28)}日`,
      article,
      role: 'body',
      paragraph: 3,
    });
  return lines;
}

function comment(item: NewsItem, article: number, habits: Habits, chance: Chance): PrintedLine[] {
  const lines: PrintedLine[] = [];
  if (chance.is(0.7)) lines.push({ text: `${chance.is(0.3) ? habits.mark : ''}${chance.of(COMMENTS)}`, article, role: 'column' });
  const parts = clauses(item.paragraphs.join('。'));
  lines.push({
    text: chance.is(0.5) && parts.length > 0 ? chance.of(parts) : item.title.replace(BRACKETED, '').trim() || item.title,
    article,
    role: 'headline',
  });
  if (chance.is(0.8))
    lines.push({ text: `${chance.is(0.3) ? '□' : ''}${chance.is(0.5) ? chance.of(PEN_NAMES) : name(chance)}`, article, role: 'byline' });
  return [
    ...lines,
    ...item.paragraphs
      .filter((text) => text.length > 12)
      .slice(0, 4)
      .map((text, paragraph) => ({ text, article, role: 'body', paragraph })),
  ];
}

/** In columns whose ends cut paragraphs, the columns sometimes by turns or in another order. */
function damaged(articles: readonly (readonly PrintedLine[])[], { width }: Habits, chance: Chance): readonly PrintedLine[] {
  const whole = articles.flat();
  if (chance.is(0.45)) return whole;
  const columns: PrintedLine[][] = [[]];
  for (const line of whole) {
    if (line.role === 'body' && line.text.length > 40 && chance.is(0.14)) {
      const at = width
        ? width * (1 + chance.below(Math.max(1, Math.floor(line.text.length / width) - 1)))
        : 8 + chance.below(line.text.length - 16);
      columns.at(-1)!.push({ ...line, text: line.text.slice(0, at) });
      columns.push([{ ...line, text: line.text.slice(at) }]);
    } else columns.at(-1)!.push(line);
  }
  if (chance.is(0.6))
    for (let at = 0; at + 1 < columns.length; at++) if (chance.is(0.3)) [columns[at], columns[at + 1]] = [columns[at + 1]!, columns[at]!];
  return columns.flat();
}

export function printed(
  lines: readonly PrintedLine[],
  { width, indent, blanks }: Pick<Habits, 'width' | 'indent' | 'blanks'>,
  fileName: string,
  cut: (text: string, width: number) => string = firstLine,
): KnownPage {
  let text = '';
  const places: LabelledPlace[] = [];
  const seen = new Set<string>();
  for (const { text: line, article, role, paragraph } of lines) {
    const opens = role === 'body' && !seen.has(`${article} ${paragraph}`);
    if (role === 'body') seen.add(`${article} ${paragraph}`);
    const label = role === null ? null : { article, role };
    let rest = (opens ? indent : '') + line;
    while (rest !== '') {
      const piece = role === 'body' && width !== null ? cut(rest, width) : rest;
      rest = rest.slice(piece.length);
      if (label) places.push({ start: text.length, end: text.length + piece.length, label });
      text += `${piece}\n`;
    }
    if (blanks) text += '\n';
  }
  return knownPage(fileName, text, places);
}

/** No line begins with a mark that closes. */
function firstLine(text: string, width: number): string {
  let end = width;
  while (/[，。、；：？！”）》]/u.test(text[end] ?? '')) end++;
  return text.slice(0, end);
}
