/**
 * What a page is made of before it has a place: stories, photo items, the briefs box, themed columns, the tray, the index.
 * Knows each piece's height at a span, whole or cut. Not for choosing places.
 */
import type { Article, Edition, Section } from '../../../src-main/contract/model';
import { HEADLINE_FACE, STRONG_LABEL_FACE } from './advances';
import { boxTitle } from './box-title';
import type { ModuleKind, PageElement } from './composed-page';
import { continuedHead } from './continued-head';
import { balance, fill, flowHeight, flowOf } from './flow';
import type { Columns, Flow } from './flow';
import { spanWidth } from './geometry';
import { headingLine, headlineBlock } from './headline-block';
import type { HeadlineBlock } from './headline-block';
import { openingWords } from './opening-words';
import type { Setting } from './setting';
import type { Level } from './weigh-stories';

function measured(articles: readonly Article[], setting: Setting): Flow {
  const first = articles[0];
  const known = first && setting.flows.get(first);
  if (known) return known;
  const flow = flowOf(articles, { characters: setting.geometry.characters, justify: setting.justify }, setting.advances);
  if (first) setting.flows.set(first, flow);
  return flow;
}

/** What has been worked out about a piece, by span, or by span and height. */
export interface PieceMemo {
  readonly heads: Map<number, HeadlineBlock>;
  readonly heights: Map<number, Heights | null>;
  readonly wholes: Map<number, Fitted | null>;
  readonly cuts: Map<number, Fitted | null>;
}

export function newMemo(): PieceMemo {
  return { heads: new Map(), heights: new Map(), wholes: new Map(), cuts: new Map() };
}

export interface Piece {
  readonly kind: ModuleKind;
  readonly level: Level;
  readonly section: Section | null;
  readonly articles: readonly Article[];
  /** Place in the edition's order. */
  readonly order: number;
  /** First line of the body still to be placed. */
  readonly from: number;
  /** Page this piece comes from, for the rest of a story; null at its beginning. */
  readonly cameFrom: number | null;
  readonly flow: Flow;
  /** Stories inside a themed column's box. */
  readonly children: readonly Piece[];
  readonly inBox: boolean;
  readonly memo: PieceMemo;
}

/** A cut leaves at least so much for the other page, on a low page less, and puts at least so much here. */
const FEWEST_LEFT_LINES = 8;
const FEWEST_LEFT_SHARE = 0.3;
const FEWEST_CUT_LINES = 4;

const fewestLeft = ({ geometry }: Setting): number => Math.min(FEWEST_LEFT_LINES, Math.ceil(geometry.lines * FEWEST_LEFT_SHARE));

export function storyPiece(
  article: Article,
  section: Section | null,
  level: Level,
  order: number,
  inBox: boolean,
  setting: Setting,
): Piece {
  return {
    kind: article.kind === 'photo' ? 'photo' : 'story',
    level,
    section,
    articles: [article],
    order,
    from: 0,
    cameFrom: null,
    flow: measured([article], setting),
    children: [],
    inBox,
    memo: newMemo(),
  };
}

function groupPiece(kind: 'briefs' | 'unplaced', articles: readonly Article[], section: Section, order: number, setting: Setting): Piece {
  const rules = { characters: setting.geometry.characters, justify: setting.justify, headings: true };
  const flow = flowOf(articles, rules, setting.advances);
  return {
    kind,
    level: 3,
    section,
    articles,
    order,
    from: 0,
    cameFrom: null,
    flow,
    children: [],
    inBox: false,
    memo: newMemo(),
  };
}

/** Themed columns of this many signed pieces share a box; longer ones run as ordinary stories under their column's name. */
const MOST_IN_BOX = 3;

/** The pieces of an edition in order, made one by one, so that a long edition is measured only as far as it is read. */
export function* piecesOf(edition: Edition, levels: ReadonlyMap<number, Level>, setting: Setting): Generator<Piece, void> {
  const byId = new Map(edition.contents.map((article) => [article.id, article]));
  const seen = new Set<number>();
  let order = 0;
  for (const section of orderedSections(edition, levels)) {
    const articles = section.articles.map((id) => byId.get(id)).filter((article): article is Article => !!article && !seen.has(article.id));
    for (const article of articles) seen.add(article.id);
    if (section.kind === 'briefs' || section.kind === 'unplaced') {
      const kind = section.kind;
      for (const group of groupsOf(articles)) yield groupPiece(kind, group, section, order++, setting);
    } else if (section.kind === 'column' && articles.length > 1 && articles.length <= Math.min(MOST_IN_BOX, setting.geometry.columns)) {
      const own = order++;
      const children = articles.map((article) => storyPiece(article, section, 4, own, true, setting));
      yield { ...groupPiece('briefs', [], section, own, setting), kind: 'column', articles, children };
    } else for (const article of articles) yield storyPiece(article, section, levels.get(article.id) ?? 3, order++, false, setting);
  }
  for (const article of edition.contents)
    if (!seen.has(article.id)) yield storyPiece(article, null, levels.get(article.id) ?? 3, order++, false, setting);
}

const BRIEFS_TOGETHER = 12;

function groupsOf(articles: readonly Article[]): readonly (readonly Article[])[] {
  const groups: (readonly Article[])[] = [];
  for (let at = 0; at < articles.length; at += BRIEFS_TOGETHER) groups.push(articles.slice(at, at + BRIEFS_TOGETHER));
  return groups;
}

/** Edition order, the lead's section first, whatever has no place last. */
function orderedSections(edition: Edition, levels: ReadonlyMap<number, Level>): readonly Section[] {
  const rank = (section: Section): number => {
    if (section.kind === 'unplaced') return 2;
    return section.kind !== 'column' && section.articles.some((id) => levels.get(id) === 1) ? 0 : 1;
  };
  return [...edition.sections].sort((one, other) => rank(one) - rank(other));
}

/** What stands above the body: the headline block, the title of a group or a box, or the continued head. */
export function headOf(piece: Piece, span: number, setting: Setting): HeadlineBlock {
  const known = piece.memo.heads.get(span);
  if (known) return known;
  const block = headAfresh(piece, span, setting);
  piece.memo.heads.set(span, block);
  return block;
}

function headAfresh(piece: Piece, span: number, setting: Setting): HeadlineBlock {
  const article = piece.articles[0];
  if (!article) return { lines: 0, elements: [] };
  const title = piece.section?.title ?? null;
  const group = piece.kind === 'briefs' || piece.kind === 'unplaced';
  if (piece.cameFrom !== null)
    return continuedHead(article, group ? title : (article.headline ?? standInHead(article)), piece.cameFrom, span, setting);
  const owner = piece.articles.find((one) => one.heading.some((heading) => heading.role === 'column')) ?? article;
  if (group) return groupTitle(owner, title, piece.kind, span, setting);
  if (piece.kind === 'column') return boxTitle(owner, title ?? owner.column ?? '', span, setting);
  const face = piece.kind === 'photo' ? STRONG_LABEL_FACE : HEADLINE_FACE;
  return headlineBlock(article, span, { level: piece.level, face, inBox: piece.inBox }, setting.geometry, setting.advances);
}

/** Of the first words of a story that has no headline of its own. */
const OPENING_CHARACTERS = 14;

const standInsKnown = new WeakMap<Article, string | null>();

/** What a story without a headline goes on under: its first words, which never pass for a headline, as the ellipsis says. */
function standInHead(article: Article): string | null {
  let found = standInsKnown.get(article);
  if (found === undefined) {
    const text = article.paragraphs.find((paragraph) => paragraph.text.trim() !== '')?.text;
    found = text === undefined ? null : openingWords(text, OPENING_CHARACTERS, '……');
    standInsKnown.set(article, found);
  }
  return found;
}

export function headLines(piece: Piece, span: number, setting: Setting): number {
  return headOf(piece, span, setting).lines;
}

const GROUP_TITLE_LINES = 2;

function groupTitle(article: Article, title: string | null, kind: ModuleKind, span: number, setting: Setting): HeadlineBlock {
  const { lineHeight, typeSize } = setting.geometry;
  const width = spanWidth(setting.geometry, span);
  const size = Math.round(typeSize * 1.2);
  const place = { x: 0, y: Math.round(lineHeight * 0.3), width, height: Math.round(lineHeight * 1.4) };
  const rule: PageElement = { kind: 'rule', x: 0, y: 0, width, height: 2, tone: 'ink' };
  const name = kind === 'unplaced' ? 'unplaced' : 'briefs';
  const words: PageElement =
    title === null
      ? { kind: 'label', name, ...place, size, face: STRONG_LABEL_FACE, tone: 'ink', align: 'start' }
      : headingLine(article, title, 0, title.length, {
          role: 'column',
          size,
          face: STRONG_LABEL_FACE,
          tone: 'ink',
          spacing: 0.15,
          ...place,
        });
  return { lines: GROUP_TITLE_LINES, elements: [rule, words] };
}

export interface Heights {
  readonly least: number;
  /** More than `least` only where a picture or an index can give way. */
  readonly most: number;
}

export function bodyLines(piece: Piece): number {
  return flowHeight(piece.flow, piece.from);
}

/**
 * Whether a story has enough lines to stand over `span` columns: in each one more than there are columns, for less looks like a mistake.
 * A bare headline takes one.
 */
function standsOver(piece: Piece, span: number): boolean {
  return span === 1 || bodyLines(piece) >= span * (span + 1);
}

/** The most columns a story may take, of so many. */
export function widestSpan(piece: Piece, columns: number): number {
  let span = columns;
  while (span > 1 && !standsOver(piece, span)) span -= 1;
  return span;
}

/** Height of the whole piece over `span` columns, in lines; null where it cannot stand so wide. */
export function heightsOf(piece: Piece, span: number, setting: Setting): Heights | null {
  const known = piece.memo.heights.get(span);
  if (known !== undefined) return known;
  const found = heightsAfresh(piece, span, setting);
  piece.memo.heights.set(span, found);
  return found;
}

function heightsAfresh(piece: Piece, span: number, setting: Setting): Heights | null {
  if (piece.kind === 'index') return span === 1 ? { least: 5, most: 16 } : null;
  if (piece.kind === 'column') {
    const box = boxOf(piece, span, setting);
    return box && { least: box.height, most: box.height };
  }
  const lines = bodyLines(piece);
  const head = headLines(piece, span, setting);
  if (piece.kind !== 'photo' && !standsOver(piece, span)) return null;
  const columns = lines === 0 ? 0 : lines < span ? lines : balance(piece.flow, piece.from, span).height;
  const height = head + columns;
  if (piece.kind === 'photo' && piece.cameFrom === null) {
    const credit = piece.articles[0]?.credit == null ? 0 : 1;
    const slot = slotLines(span);
    return { least: height + slot.least + credit, most: height + slot.most + credit };
  }
  return { least: height, most: height };
}

/** Lines a photo's slot may take. */
export function slotLines(span: number): Heights {
  return span === 1 ? { least: 5, most: 9 } : { least: 6, most: span === 2 ? 13 : 16 };
}

/** How well a piece fills the height it is given. */
export interface Fitted {
  /** Column lines left empty. */
  readonly spare: number;
  /** By how many lines more than one its columns differ. */
  readonly uneven: number;
}

/** The whole piece in `height` lines over `span` columns; null where it does not fit. */
export function wholeOf(piece: Piece, span: number, height: number, setting: Setting): Fitted | null {
  const key = span * 1000 + height;
  const known = piece.memo.wholes.get(key);
  if (known !== undefined) return known;
  const found = wholeAfresh(piece, span, height, setting);
  piece.memo.wholes.set(key, found);
  return found;
}

function wholeAfresh(piece: Piece, span: number, height: number, setting: Setting): Fitted | null {
  const heights = heightsOf(piece, span, setting);
  if (!heights || heights.least > height) return null;
  const spare = Math.max(0, height - heights.most) * span;
  if (piece.kind === 'index') return { spare, uneven: 0 };
  if (piece.kind === 'column') {
    const box = boxOf(piece, span, setting);
    let used = 0;
    for (const place of box?.places ?? []) used += headLines(place.child, place.span, setting) * place.span + bodyLines(place.child);
    const gaps = (box?.places.filter((place) => place.column === 0).length ?? 1) - 1;
    return { spare: spare + Math.max(0, ((box?.height ?? 0) - headLines(piece, span, setting) - gaps) * span - used), uneven: 0 };
  }
  const lines = piece.flow.lines.length - piece.from;
  if (lines < span) return { spare, uneven: 0 };
  const columns = balance(piece.flow, piece.from, span);
  return { spare: spare + columns.height * span - bodyLines(piece), uneven: Math.max(0, unevenOf(piece.flow, columns) - 1) };
}

/** The piece cut at `height` lines, to go on at another page; null where that leaves too little here or there. */
export function cutOf(piece: Piece, span: number, height: number, setting: Setting): Fitted | null {
  const key = span * 1000 + height;
  const known = piece.memo.cuts.get(key);
  if (known !== undefined) return known;
  const found = cutAfresh(piece, span, height, setting);
  piece.memo.cuts.set(key, found);
  return found;
}

function cutAfresh(piece: Piece, span: number, height: number, setting: Setting): Fitted | null {
  if (piece.kind === 'index' || piece.kind === 'photo') return null;
  if (piece.kind === 'column') {
    const box = height >= 10 ? cutBox(piece, span, height, setting) : null;
    const fits = box?.places.map((place) => {
      const whole = heightsOf(place.child, place.span, setting);
      return whole && whole.least <= place.height
        ? wholeOf(place.child, place.span, place.height, setting)
        : cutOf(place.child, place.span, place.height, setting);
    });
    if (!fits || fits.some((fit) => fit === null)) return null;
    return { spare: fits.reduce((sum, fit) => sum + (fit?.spare ?? 0), 0), uneven: fits.reduce((sum, fit) => sum + (fit?.uneven ?? 0), 0) };
  }
  const room = height - headLines(piece, span, setting);
  if (room < FEWEST_CUT_LINES) return null;
  const columns = fill(piece.flow, piece.from, span, room, 1);
  const end = columns.cuts.at(-1) ?? piece.from;
  if (end <= piece.from || flowHeight(piece.flow, end) < fewestLeft(setting)) return null;
  // A box of briefs that shows not even one of them whole tells nothing: it is cut so only where it fills the page as it is.
  const beginning = piece.flow.lines[piece.from]?.article;
  if (piece.kind === 'briefs' && piece.flow.lines[end]?.article === beginning && room < setting.geometry.lines / 2) return null;
  let spare = 0;
  let uneven = 0;
  for (let index = 0; index < span; index += 1) {
    const filled = (piece.flow.heights[columns.cuts[index + 1] ?? 0] ?? 0) - (piece.flow.heights[columns.cuts[index] ?? 0] ?? 0);
    const short = room - filled - (index === span - 1 ? 1 : 0);
    spare += short;
    uneven += Math.max(0, short - 1);
  }
  return { spare, uneven };
}

function unevenOf(flow: Flow, columns: Columns): number {
  let tallest = 0;
  let shortest = Infinity;
  for (let index = 0; index + 1 < columns.cuts.length; index += 1) {
    const height = (flow.heights[columns.cuts[index + 1] ?? 0] ?? 0) - (flow.heights[columns.cuts[index] ?? 0] ?? 0);
    tallest = Math.max(tallest, height);
    shortest = Math.min(shortest, height);
  }
  return tallest - shortest;
}

export interface BoxPlace {
  readonly child: Piece;
  /** Columns from the box's left, lines from its top. */
  readonly column: number;
  readonly line: number;
  readonly span: number;
  readonly height: number;
}

export interface Box {
  readonly height: number;
  readonly places: readonly BoxPlace[];
}

/** How a themed column's pieces stand in their box when all are whole: side by side where that wastes little, else stacked. */
export function boxOf(piece: Piece, span: number, setting: Setting): Box | null {
  const beside = besideOf(piece, span, setting);
  const stacked = stackedOf(piece, span, setting);
  if (!beside || !stacked) return beside ?? stacked;
  return beside.height <= stacked.height + 1 ? beside : stacked;
}

function besideOf(piece: Piece, span: number, setting: Setting): Box | null {
  const spans = sharesOf(piece, span);
  if (!spans) return null;
  let height = 0;
  for (const [index, child] of piece.children.entries()) {
    const heights = heightsOf(child, spans[index] ?? 1, setting);
    if (!heights) return null;
    height = Math.max(height, heights.least);
  }
  const title = headLines(piece, span, setting);
  return placeBeside(piece, spans, height + title, title);
}

export function cutBox(piece: Piece, span: number, height: number, setting: Setting): Box | null {
  const spans = sharesOf(piece, span);
  return spans && placeBeside(piece, spans, height, headLines(piece, span, setting));
}

function placeBeside(piece: Piece, spans: readonly number[], height: number, title: number): Box {
  let column = 0;
  const places = piece.children.map((child, index) => {
    const own = spans[index] ?? 1;
    const place = { child, column, line: title, span: own, height: height - title };
    column += own;
    return place;
  });
  return { height, places };
}

/** Columns of a box shared out by length, at least one each. */
function sharesOf(piece: Piece, span: number): readonly number[] | null {
  const count = piece.children.length;
  if (count > span || count === 0) return null;
  const shares = piece.children.map(() => 1);
  for (let given = count; given < span; given += 1) {
    let neediest = 0;
    for (let index = 1; index < count; index += 1) {
      const need = bodyLines(piece.children[index] as Piece) / (shares[index] ?? 1);
      if (need > bodyLines(piece.children[neediest] as Piece) / (shares[neediest] ?? 1)) neediest = index;
    }
    shares[neediest] = (shares[neediest] ?? 1) + 1;
  }
  return shares;
}

function stackedOf(piece: Piece, span: number, setting: Setting): Box | null {
  const places: BoxPlace[] = [];
  const title = headLines(piece, span, setting);
  let line = title;
  for (const child of piece.children) {
    const heights = heightsOf(child, span, setting);
    if (!heights) return null;
    if (line > title) line += 1;
    places.push({ child, column: 0, line, span, height: heights.least });
    line += heights.least;
  }
  return { height: line, places };
}
