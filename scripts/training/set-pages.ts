/**
 * News items -> whole pages and editions as an extraction gives them: columns, kickers, headlines on one line or two, decks, subheads, series
 * of signed pieces, briefs, pictures, jumps, and the damage of columns that were read in disorder, two articles by turns among it. What paper
 * it is, its columns and who wrote it are made by chance. For measuring and fitting; not for what language models learn.
 */
import { BRACKETED } from '../../src-main/text/language/training/line-examples';
import { Chance, clauses, furniture, name, names, printed, region } from './furnish';
import type { NewsItem, PrintedLine } from './furnish';
import type { KnownPage } from './known-page';

export type PageKind = 'lines' | 'hard' | 'edition';

/** What one paper does always, or never. */
interface House {
  readonly paper: string;
  readonly sign: (chance: Chance) => string;
  /** 【栏目】, ■ 栏目, 栏目. */
  readonly column: (name: string) => string;
  readonly photo: (chance: Chance) => string;
  readonly jump: (chance: Chance, to: boolean) => string;
  readonly subhead: (text: string, place: number) => string;
  readonly subheads: number;
  readonly width: number | null;
  readonly indent: string;
  /** 「」 for “”. */
  readonly corners: boolean;
  readonly standing: readonly string[];
}

const TOPICS =
  '乡村 振兴 民生 改革 开放 创新 法治 文化 非遗 校园 社区 绿色 数字 产业 项目 春耕 防汛 消费 就业 健康 养老 交通 科技 党建 基层 青年 读者 营商 园区 古城 山海 海岛 草原 边关 老区 车间 田间 市场 生态 河湖'.split(
    ' ',
  );
const VIEWS =
  '一线 观察 调研 走笔 面对面 进行时 故事 在行动 大家谈 视点 聚焦 前沿 记事 答卷 手记 巡礼 看变化 话题 新实践 纵横 走基层 访谈 探路 新图景 这一年 蹲点记 追踪 会客厅 档案'.split(
    ' ',
  );
const FOURS =
  '奋楫笃行 再启新程 实干为先 勇立潮头 凝心聚力 提质增效 向新而行 真抓实干 善作善成 久久为功 开局起步 攻坚克难 守正创新 乘势而上 走在前列 共建家园 接续奋斗 担当作为'.split(
    ' ',
  );
const WHOSE = '市县 各地 基层 部门 一线 园区 乡镇 财经 国际 本市 区域 文教'.split(' ');
const BRIEFS = '简讯 快讯 速览 简报 短波 速递 播报 集锦 短讯 要闻 动态'.split(' ');
const SECTIONS = '要闻 综合 民生 经济 文化 教育 国际 体育 社会 科教 法治 健康 农业 时政 区域'.split(' ');
const OFFICES =
  '县委书记 市长 区委书记 州委书记 教育局局长 文旅局党组书记 水务局局长 农业农村局局长 卫健委主任 县长 商务局局长 市委常委、组织部部长'.split(
    ' ',
  );
const SCHOOLS = '省社科院研究员 某高校经济学院教授 市委党校副教授 师范大学文学院教授 省政府参事 理工大学副校长'.split(' ');
const ENDINGS = '纪实 侧记 综述 观察 见闻 调查 纪事 扫描'.split(' ');
const COUNTS = '一二三四五六七八九';

function house(chance: Chance, narrow: boolean): House {
  const paper = `${region(chance)}${chance.of(['日报', '晚报', '晨报', '都市报', '商报', '新报'])}`;
  const said =
    (pattern: string): ((now: Chance) => string) =>
    (now) =>
      pattern
        .replace('P', paper)
        .replace(/M/gu, () => names(now, 3))
        .replace(/N/gu, () => name(now));
  const sign = chance.of(
    '本报记者 M|□本报记者 M|□ M|P记者 M|P全媒体记者M|记者 M|（记者 M）|文/M|采写：本报记者 M|撰稿 本报记者 M|通讯员 M|本报记者 M 通讯员 M|（P记者　M）|■ N|N|本报通讯员 M|P记者 M 整理|（采写：N）|本报特约记者 M'
      .split('|')
      .map(said),
  );
  const photo = chance.of(
    'N 摄|（N 摄）|摄影/N|摄影：N|图/N|本报记者 N 摄影报道|N 摄（P供图）|本报记者 N 摄|通讯员 N 摄'.split('|').map(said),
  );
  const [open, close] = chance.of([
    ['（', '）'],
    ['(', ')'],
    ['【', '】'],
    ['▶', ''],
    ['▲', ''],
  ] as const);
  const page = chance.of([
    (at: number) => `第${at}版`,
    (at: number) => `第0${at}版`,
    (at: number) => `${at}版`,
    (at: number) => `第${COUNTS[at - 1]!}版`,
  ]);
  const count = chance.of([() => '', () => '', (at: number) => `${COUNTS[at]!}、`, (at: number) => `（${COUNTS[at]!}）`]);
  const column = chance.of([
    (text: string) => text,
    (text: string) => text,
    (text: string) => `【${text}】`,
    (text: string) => `■ ${text}`,
  ]);
  return {
    paper,
    sign,
    column,
    photo,
    jump: (now, to) => `${open}${to ? now.of(['下转', '下转', '转']) : now.of(['上接', '上接', '紧接'])}${page(1 + now.below(8))}${close}`,
    subhead: (text, place) => count(place) + text,
    subheads: chance.of([0, 0.15, 0.4]),
    width: narrow ? 14 + chance.below(10) : null,
    indent: narrow && chance.is(0.7) ? '　　' : '',
    corners: chance.is(0.2),
    standing: Array.from({ length: 4 }, () => standingTitle(chance)),
  };
}

function standingTitle(chance: Chance): string {
  const topic = chance.of(TOPICS);
  return chance.of([
    () => topic + chance.of(VIEWS),
    () => topic + chance.of(VIEWS),
    () => `${topic}${chance.of(TOPICS)}${chance.of(VIEWS)}`,
    () => `${chance.of(FOURS)} ${chance.of(FOURS)}`,
    () => `走进${topic}·${chance.of(VIEWS)}`,
    () => `${chance.of(['我和', '我的', '我们的', '身边的', '遇见'])}${topic}${chance.of(['', '故事', '十年'])}`,
    () => `“${topic}${chance.of(TOPICS)}”${chance.of(VIEWS)}`,
  ])();
}

/** A story that is being furnished, and what its text may give away: a clause that is printed elsewhere is taken out of it, so that nothing stands twice. */
interface Story {
  readonly title: string;
  readonly named: string | undefined;
  readonly paragraphs: string[];
}

function storyOf({ title, paragraphs }: NewsItem, most: number): Story {
  return {
    title: title.replace(BRACKETED, '').trim(),
    named: [...title.matchAll(BRACKETED)][0]?.[1]?.trim(),
    paragraphs: paragraphs.filter((text) => text.length > 12).slice(0, most),
  };
}

/** A clause of the paragraph at a place, which loses it. */
function taken(paragraphs: string[], place: number, longest: number, chance: Chance): string | null {
  const text = paragraphs[place] ?? '';
  const found = clauses(text).filter(
    (part) => part.length <= longest && part.length >= 5 && text.includes(`${part}，`) && !/[0-9]/.test(part),
  );
  if (found.length === 0) return null;
  const clause = chance.of(found);
  paragraphs[place] = text.replace(`${clause}，`, '');
  return clause;
}

/** Shortest paragraph, and longest first line, at which such things are tried. */
const LEAST_PARAGRAPH = 60;
const LONGEST_LINE = 17;

/** Shorter ones say no whole thing. */
const SHORTEST_KICKER = 6;

/** What one heading says, line by line, be it kicker and headline, headline and deck, one line or two. */
function titleLines(story: Story, article: number, home: House, chance: Chance): PrintedLine[] {
  const narrow = home.width !== null;
  const line = (text: string, role: string): PrintedLine => ({
    text: home.corners ? text.replace(/“/gu, '「').replace(/”/gu, '」') : text,
    article,
    role,
  });
  let title = story.title;
  const long = story.paragraphs.length > 3;
  if (long && chance.is(0.1)) {
    const asked = taken(story.paragraphs, 1 + chance.below(story.paragraphs.length - 1), 14, chance);
    if (asked) return [line(`${chance.of(['怎样', '如何', '为何', '谁来'])}${asked}？`, 'headline')];
  }
  if (long && chance.is(0.1)) {
    const pair = [0, 1].map(() => taken(story.paragraphs, chance.below(story.paragraphs.length), 9, chance));
    if (pair[0] && pair[1] && Math.abs(pair[0].length - pair[1].length) < 3) title = pair.join(' ');
  }
  const halves = title.split(/\s+/u);
  if (halves.length === 2 && halves.every((half) => half.length > 3)) {
    const [first, second] = halves as [string, string];
    const way = chance.below(100);
    // Short lines have no room for a headline of two halves, which then take a line each.
    if (way < (narrow ? 10 : 14) && first.length >= SHORTEST_KICKER) return [line(first, 'kicker'), line(second, 'headline')];
    if (way >= 14 && way < (narrow ? 17 : 19) && long) return [line(first, 'headline'), line(second, 'deck')];
    if (narrow && way < 70) return [line(first, 'headline'), line(second, 'headline')];
    if (way < 80 && chance.is(0.3)) return [line(`${first}${chance.of(['，', '：', '！'])}${second}`, 'headline')];
  }
  if (!narrow && long && chance.is(0.06)) {
    const told = taken(story.paragraphs, chance.below(story.paragraphs.length), 16, chance);
    if (told) return [line(told, 'kicker'), line(title, 'headline')];
  }
  if (narrow && title.length > LONGEST_LINE && !title.includes(' ') && chance.is(0.6)) {
    const half = Math.floor(title.length / 2) + chance.below(3) - 1;
    return [line(title.slice(0, half), 'headline'), line(title.slice(half), 'headline')];
  }
  return [line(title, 'headline')];
}

function feature(item: NewsItem, article: number, home: House, chance: Chance): readonly PrintedLine[] {
  const story = storyOf(item, 4 + chance.below(14));
  const lines: PrintedLine[] = [];
  const put = (text: string, role: string): void => void lines.push({ text, article, role });
  if (story.named && story.named.length > 2 && chance.is(0.6)) put(home.column(story.named), 'column');
  else if (chance.is(0.4)) put(home.column(chance.of(home.standing)), 'column');
  if (lines.length > 0 && chance.is(0.1))
    put(chance.of(['①', '②', '（上）', '（下）', '（三）', `——来自${region(chance)}的报道`]), 'column');
  if (lines.length > 0 && chance.is(0.3)) put(`${region(chance)}${chance.of(['市', '县', '区', '州'])}`, 'locality');
  const title = titleLines(story, article, home, chance);
  lines.push(...title);
  if (title.every(({ role }) => role === 'headline') && chance.is(0.2)) {
    const told = taken(story.paragraphs, chance.below(story.paragraphs.length), 16, chance);
    if (told) {
      const where = chance.is(0.5) ? `${region(chance)}${chance.of(['市', '县', ''])}${chance.is(0.3) ? '：' : ''}` : '';
      put(chance.is(0.15) ? told : `——${where}${told}${where && chance.is(0.6) ? chance.of(ENDINGS) : ''}`, 'deck');
    }
  }
  const byline = home.sign(chance);
  const way = chance.below(10);
  if (way < 6) put(byline, 'byline');
  lines.push(...bodyOf(story, article, home, chance, way === 6 ? opening(chance) : ''));
  if (way === 7) put(`（${names(chance, 2)}）`, 'byline');
  return lines;
}

function opening(chance: Chance): string {
  return chance.of([
    `本报讯（记者 ${name(chance)}）`,
    `本报${region(chance)}讯（通讯员 ${names(chance, 2)}）`,
    `新华社${region(chance)}${1 + chance.below(12)}月${1 + chance.below(28)}日电 `,
  ]);
}

function bodyOf({ paragraphs }: Story, article: number, home: House, chance: Chance, opens: string): readonly PrintedLine[] {
  const stray = paragraphs.length > 4 && chance.is(0.12) ? 1 + chance.below(paragraphs.length - 2) : -1;
  let subheads = 0;
  return paragraphs.flatMap((_, place): readonly PrintedLine[] => {
    const lines: PrintedLine[] = [];
    if (place > 0 && place !== stray && paragraphs[place]!.length > LEAST_PARAGRAPH && paragraphs.length > 3 && chance.is(home.subheads)) {
      const says = taken(paragraphs, place, 14, chance);
      if (says) lines.push({ text: home.subhead(says, subheads++), article, role: 'subhead' });
    }
    if (place === stray)
      lines.push(
        {
          text: `图为${region(chance)}${chance.of(['市民在公园散步。', '县一处施工现场。', '村民正在田间忙碌。', '学生在上课。'])}`,
          article,
          role: 'caption',
        },
        { text: home.photo(chance), article, role: 'credit' },
      );
    lines.push({ text: (place === 0 ? opens : '') + paragraphs[place]!, article, role: 'body', paragraph: place });
    return lines;
  });
}

function news(item: NewsItem, article: number, home: House, chance: Chance): readonly PrintedLine[] {
  const story = storyOf(item, 1 + chance.below(3));
  const title = titleLines(story, article, home, chance);
  const signed = chance.is(0.5) ? [{ text: home.sign(chance), article, role: 'byline' }] : [];
  return [...title, ...signed, ...bodyOf(story, article, home, chance, signed.length === 0 && chance.is(0.4) ? opening(chance) : '')];
}

function photo(item: NewsItem, article: number, home: House, chance: Chance): readonly PrintedLine[] {
  const story = storyOf(item, 1);
  return [
    ...titleLines(story, article, home, chance),
    { text: story.paragraphs.join(''), article, role: 'caption' },
    { text: home.photo(chance), article, role: 'credit' },
  ];
}

/** One piece by somebody who is no reporter. */
function signedPiece(item: NewsItem, article: number, home: House, chance: Chance): readonly PrintedLine[] {
  const story = storyOf(item, 3 + chance.below(6));
  const lines: PrintedLine[] = [];
  if (chance.is(0.6)) lines.push({ text: home.column(chance.of(home.standing)), article, role: 'column' });
  lines.push(...titleLines(story, article, home, chance));
  lines.push({ text: `${chance.of(['', '□', '■ ', '◎'])}${name(chance)}`, article, role: 'byline' });
  lines.push(...bodyOf(story, article, home, chance, ''));
  const note = `${chance.of(['作者系', '作者为', '作者单位：'])}${chance.of(SCHOOLS)}`;
  lines.push({ text: chance.is(0.6) ? `（${note}）` : note, article, role: 'credit' });
  return lines;
}

/** Pieces of several officials under one standing title. */
function series(items: readonly NewsItem[], article: number, home: House, chance: Chance): readonly (readonly PrintedLine[])[] {
  return items.map((item, place): readonly PrintedLine[] => {
    const story = storyOf(item, 2 + chance.below(5));
    const own = article + place;
    const over: PrintedLine[] = [];
    if (place === 0) over.push({ text: home.column(chance.of(home.standing)), article: own, role: 'column' });
    if (place === 0 && chance.is(0.5))
      over.push({
        text: `——${chance.of(['学习贯彻', '落实'])}${region(chance)}${chance.of(['市委全会精神', '两会部署', '经济工作会议精神'])}`,
        article: own,
        role: 'column',
      });
    const who = { text: `${region(chance)}${chance.of(['市', '县'])}${chance.of(OFFICES)}${name(chance)}：`, article: own, role: 'kicker' };
    const title = titleLines(story, own, { ...home, standing: [] }, chance).map((line) =>
      line.role === 'headline' ? line : { ...line, role: 'headline' },
    );
    return [...over, who, ...title, ...bodyOf(story, own, home, chance, '')];
  });
}

function briefs(items: readonly NewsItem[], article: number, home: House, chance: Chance): readonly (readonly PrintedLine[])[] {
  const titled = chance.is(0.6);
  const mark = chance.is(0.3) ? chance.of(['■', '◆', '●', '▲']) : '';
  return items.map((item, place) => {
    const story = storyOf(item, 1);
    const own = article + place;
    return [
      ...(place === 0 ? [{ text: home.column(chance.of(WHOSE) + chance.of(BRIEFS)), article: own, role: 'column' }] : []),
      ...(titled ? [{ text: mark + story.title, article: own, role: 'headline' }] : []),
      { text: (titled ? '' : mark) + story.paragraphs[0]!, article: own, role: 'body', paragraph: 0 },
    ];
  });
}

/** The rest of a story from another page, its headline before or behind the jump line, or none. */
function rest(item: NewsItem, article: number, home: House, chance: Chance): readonly PrintedLine[] {
  const story = storyOf(item, 5 + chance.below(8));
  const title = chance.is(0.35) ? [{ text: story.title, article, role: 'headline' }] : [];
  const from = { text: home.jump(chance, false), article, role: 'jump' };
  const body = bodyOf({ ...story, paragraphs: story.paragraphs.slice(1) }, article, home, chance, '').map((line, place) =>
    place === 0 && line.role === 'body' && chance.is(0.5)
      ? { ...line, text: line.text.slice(4 + chance.below(Math.max(1, line.text.length - 24))) }
      : line,
  );
  return [...(chance.is(0.5) ? [...title, from] : [from, ...title]), ...body];
}

function several(count: number, one: () => NewsItem): readonly NewsItem[] {
  return Array.from({ length: count }, one);
}

/** Stories long enough to be furnished at length, and short ones. */
export interface Stock {
  readonly long: () => NewsItem;
  readonly short: () => NewsItem;
}

export function setPage(stock: Stock, kind: PageKind, seed: number): KnownPage {
  const chance = new Chance(seed * 7919 + (kind === 'hard' ? 1 : kind === 'edition' ? 2 : 3));
  const home = house(chance, kind === 'edition' && chance.is(0.5));
  const articles: (readonly PrintedLine[])[] = [];
  const add = (...more: readonly (readonly PrintedLine[])[]): void => void articles.push(...more);
  const count = 4 + chance.below(5);
  let hasBriefs = false;
  for (let piece = 0; piece < count; piece++) {
    const way = chance.below(100);
    const article = articles.length;
    if (way < 38) add(feature(stock.long(), article, home, chance));
    else if (way < 56) add(news(stock.short(), article, home, chance));
    else if (way < 69) add(photo(stock.short(), article, home, chance));
    else if (way < 75) add(signedPiece(stock.long(), article, home, chance));
    else if (way < 80) add(...series(several(2, stock.long), article, home, chance));
    else if (way < 88 && !hasBriefs) {
      hasBriefs = true;
      add(...briefs(several(3 + chance.below(3), stock.short), article, home, chance));
    } else add(rest(stock.long(), article, home, chance));
  }
  const jumped = articles.map((lines) => {
    const whole = lines.some(({ role }) => role === 'headline') && lines.filter(({ role }) => role === 'body').length > 3;
    return whole && chance.is(kind === 'edition' ? 0.35 : 0.12) ? leadingAway(lines, home, chance) : lines;
  });
  const read = inDisorder(jumped, kind, home, chance);
  const lines = withFurniture(read, home, chance);
  return printed(
    lines,
    { indent: home.indent, width: home.width, blanks: home.width === null && chance.is(0.85) },
    `${kind}${seed}.txt`,
    asWide,
  );
}

/** A line as wide as the column, figures being half as wide as other characters; none begins with a mark that closes. */
function asWide(text: string, width: number): string {
  let end = 0;
  for (let wide = 0; end < text.length && wide < width; end++) wide += text.charCodeAt(end) < 0x100 ? 0.5 : 1;
  while (/[，。、；：？！”）》]/u.test(text[end] ?? '')) end++;
  return text.slice(0, end);
}

/** Ends in the middle, where it goes on elsewhere. */
function leadingAway(lines: readonly PrintedLine[], home: House, chance: Chance): readonly PrintedLine[] {
  const bodies = lines.flatMap(({ role }, index) => (role === 'body' ? [index] : []));
  const end = bodies[1 + chance.below(bodies.length - 1)]!;
  const { text } = lines[end]!;
  const stops = text.length > 30 && chance.is(0.6) ? text.slice(0, 10 + chance.below(text.length - 20)) : text;
  return [
    ...lines.slice(0, end),
    { ...lines[end]!, text: stops },
    { text: home.jump(chance, true), article: lines[0]!.article, role: 'jump' },
  ];
}

function withFurniture(lines: readonly PrintedLine[], home: House, chance: Chance): readonly PrintedLine[] {
  const day = `20${10 + chance.below(16)}年${1 + chance.below(12)}月${1 + chance.below(28)}日`;
  const week = `星期${'一二三四五六日'[chance.below(7)]!}`;
  const at = 1 + chance.below(12);
  const head = chance.of([
    `${home.paper} ${day} ${week}`,
    `${chance.of(SECTIONS)} ${at}`,
    `第${at}版 ${chance.of(SECTIONS)}`,
    `0${at % 9} ${chance.of(SECTIONS)}`,
    `${day}　${week}`,
    `${day} ${week} 第${at}版`,
  ]);
  const foot = chance.of([
    `责任编辑 ${name(chance)} 电话 0${800 + chance.below(99)}-${2000000 + chance.below(7000000)}`,
    `本版责编 ${name(chance)}　版式 ${name(chance)}`,
    `责编/${name(chance)} 美编/${name(chance)} 校对/${name(chance)}`,
    `编辑：${name(chance)} 审读：${name(chance)}`,
  ]);
  const placed = [...lines];
  placed.splice(chance.is(0.9) ? 0 : chance.below(placed.length), 0, furniture(head));
  if (chance.is(0.7)) placed.splice(chance.is(0.9) ? placed.length : chance.below(placed.length), 0, furniture(foot));
  return placed;
}

/** Columns cut paragraphs everywhere; where the page is damaged, they were read in another order, or two articles by turns. */
function inDisorder(articles: readonly (readonly PrintedLine[])[], kind: PageKind, home: House, chance: Chance): readonly PrintedLine[] {
  const share = kind === 'hard' ? 0.3 : 0.12;
  const pieces = articles.map((lines) => exchanged(cutByColumns(lines, home, chance, kind), chance.is(share), chance));
  const read: PrintedLine[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const [own, next] = [pieces[at]!, pieces[at + 1]];
    const beside = next !== undefined && own.length > 2 && next.length > 2;
    if (kind === 'hard' && beside && chance.is(0.3)) {
      read.push(...byTurns(own, next, chance));
      at++;
    } else read.push(...own);
  }
  return read;
}

const LEAST_PIECE = 6;

function cutByColumns(lines: readonly PrintedLine[], { width }: House, chance: Chance, kind: PageKind): readonly PrintedLine[] {
  return lines.flatMap((line): readonly PrintedLine[] => {
    if (line.role !== 'body' || line.text.length < 40 || width !== null || !chance.is(kind === 'hard' ? 0.22 : 0.12)) return [line];
    const at = LEAST_PIECE + chance.below(line.text.length - 2 * LEAST_PIECE);
    const lost = chance.is(0.08) ? 1 : 0;
    return [
      { ...line, text: line.text.slice(0, at) },
      { ...line, text: line.text.slice(at + lost) },
    ];
  });
}

/** The text's columns in another order: what lies between two places goes before what lies ahead of it. */
function exchanged(lines: readonly PrintedLine[], disordered: boolean, chance: Chance): readonly PrintedLine[] {
  const first = lines.findIndex(({ role }) => role === 'body');
  const text = lines.findLastIndex(({ role }) => role === 'body') + 1 - first;
  if (!disordered || first < 0 || text < 4) return lines;
  const [one, two, three] = [0, 1, 2].map(() => first + chance.below(text + 1)).sort((a, b) => a - b) as [number, number, number];
  return [...lines.slice(0, one), ...lines.slice(two, three), ...lines.slice(one, two), ...lines.slice(three)];
}

/** Most lines of one article in a row where two are read by turns. */
const LONGEST_TURN = 4;

function byTurns(one: readonly PrintedLine[], other: readonly PrintedLine[], chance: Chance): readonly PrintedLine[] {
  const found: PrintedLine[] = [];
  const rests = [[...one], [...other]];
  // The column whose lines are printed first is mostly read for its heading first.
  for (let side = chance.is(0.8) ? 0 : 1; rests.some(({ length }) => length > 0); side = 1 - side) {
    const turn = 1 + chance.below(LONGEST_TURN);
    found.push(...rests[side]!.splice(0, rests[1 - side]!.length === 0 ? rests[side]!.length : turn));
  }
  return found;
}

const LONG_STORY = 5;
const LEAST_LEAD = 40;
const LONGEST_SHORT = 260;
const SHORTEST_TITLE = 5;
const LONGEST_TITLE = 32;

/** Draws stories of these items. Those of several stories are left out, and titles that are none: names of programmes, and what stands over more than one. */
export function stockOf(items: readonly NewsItem[], below: (limit: number) => number): Stock {
  const titles = new Map<string, number>();
  for (const { title } of items) titles.set(title, (titles.get(title) ?? 0) + 1);
  const told = items.filter(({ title, paragraphs }) => {
    const own = title.replace(BRACKETED, '').trim();
    return (
      own.length >= SHORTEST_TITLE &&
      own.length <= LONGEST_TITLE &&
      titles.get(title) === 1 &&
      !/快讯|简讯|联播|播出|短评|赛况|^关注|[:：]$|·/u.test(own) &&
      paragraphs[0]!.length > LEAST_LEAD &&
      paragraphs.every((text) => /[。！？”]$/u.test(text.trim()) && !/标题[：:]/u.test(text))
    );
  });
  const long = told.filter(({ paragraphs }) => paragraphs.length >= LONG_STORY);
  const short = told.filter(({ paragraphs }) => paragraphs.length <= 3 && paragraphs[0]!.length < LONGEST_SHORT);
  return { long: () => long[below(long.length)]!, short: () => short[below(short.length)]! };
}
