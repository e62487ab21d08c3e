/**
 * The stories of other pages, listed on page one as far as its room goes. The reader's own, and called so that nobody takes it for the paper's
 * 导读, which is printed as it came. Not for the page numbers, known only later.
 */
import type { Article, ArticleId, Edition, Place } from '../../../src-main/contract/model';
import { BODY_FACE, STRONG_LABEL_FACE } from './advances';
import { breakHeadline } from './break-headline';
import type { PageElement, PageModule } from './composed-page';
import { flowOf } from './flow';
import { columnLeft, lineTop, spanWidth } from './geometry';
import type { Slot } from './page-cost';
import { newMemo } from './pieces';
import type { Piece } from './pieces';
import type { Setting } from './setting';
import type { Level } from './weigh-stories';

const TITLE_LINES = 2;
/** Lines of one entry stand closer than two entries do. */
const TURNED_LEADING = 0.86;
const MOST_LISTED = 24;
/** Room at the end of an entry for its page, in characters of the entry. */
const PAGE_CHARACTERS = 3.4;

interface Entry {
  readonly article: Article;
  readonly text: string;
  readonly lines: number;
}

const entriesOf = new WeakMap<Piece, readonly Entry[]>();

function entrySize(setting: Setting): number {
  return Math.round(setting.geometry.typeSize * 0.93);
}

/** The weightiest stories but the lead, in edition order. */
export function indexPiece(edition: Edition, levels: ReadonlyMap<ArticleId, Level>, setting: Setting): Piece {
  const ranked = edition.contents
    .map((article, order) => ({ article, order, level: levels.get(article.id) ?? 4 }))
    .filter(({ article, level }) => article.headline !== null && level > 1)
    .sort((one, other) => one.level - other.level || one.order - other.order)
    .slice(0, MOST_LISTED)
    .sort((one, other) => one.order - other.order);
  const piece: Piece = {
    kind: 'index',
    level: 4,
    section: null,
    articles: [],
    order: 0,
    from: 0,
    cameFrom: null,
    flow: flowOf([], { characters: 1, justify: false }, setting.advances),
    children: [],
    inBox: false,
    memo: newMemo(),
  };
  const measure = setting.geometry.columnWidth / entrySize(setting) - PAGE_CHARACTERS;
  entriesOf.set(
    piece,
    ranked.map(({ article }) => {
      const headline = article.headline ?? '';
      const lines = breakHeadline(headline, measure, 2, BODY_FACE, setting.advances);
      if (!lines) return { article, text: headline, lines: 1 };
      return { article, text: lines.map((line) => headline.slice(line.start, line.end)).join('\n'), lines: lines.length };
    }),
  );
  return piece;
}

/** Lines an index of `height` lines leaves empty beside these slots: what is on the page already is not listed. */
export function indexSpare(slot: Slot, slots: readonly Slot[]): number {
  const listed = listFor(slot, slots);
  return slot.height - TITLE_LINES - listed.reduce((sum, entry) => sum + entry.lines, 0);
}

/** Whether a page with these pieces leaves the index something to list. */
export function indexLists(index: Piece, pieces: Iterable<Piece>): boolean {
  const shown = new Set<ArticleId>();
  for (const piece of pieces) for (const article of piece.articles) shown.add(article.id);
  return (entriesOf.get(index) ?? []).some((entry) => !shown.has(entry.article.id));
}

function listFor(slot: Slot, slots: readonly Slot[]): readonly Entry[] {
  const shown = new Set(slots.flatMap((one) => one.piece.articles.map((article) => article.id)));
  const listed: Entry[] = [];
  let room = slot.height - TITLE_LINES;
  for (const entry of entriesOf.get(slot.piece) ?? []) {
    if (shown.has(entry.article.id) || entry.lines > room) continue;
    listed.push(entry);
    room -= entry.lines;
  }
  return listed;
}

export function setIndex(slot: Slot, slots: readonly Slot[], top: number, setting: Setting): PageModule {
  const { geometry } = setting;
  const x = columnLeft(geometry, slot.column);
  const y = lineTop(geometry, top + slot.line);
  const width = spanWidth(geometry, slot.span);
  const elements: PageElement[] = [
    { kind: 'rule', x, y, width, height: 2, tone: 'ink' },
    {
      kind: 'label',
      name: 'index',
      x,
      y: y + Math.round(geometry.lineHeight * 0.3),
      width,
      height: Math.round(geometry.lineHeight * 1.4),
      size: Math.round(geometry.typeSize * 1.2),
      face: STRONG_LABEL_FACE,
      tone: 'ink',
      align: 'start',
    },
  ];
  let line = TITLE_LINES;
  for (const { article, text, lines } of listFor(slot, slots)) {
    if (line > TITLE_LINES) elements.push({ kind: 'rule', x, y: y + line * geometry.lineHeight, width, height: 1, tone: 'hairline' });
    elements.push({
      kind: 'index-entry',
      article: article.id,
      place: beginningOf(article),
      text,
      x,
      y: y + line * geometry.lineHeight,
      width,
      height: lines * geometry.lineHeight,
      lineHeight: Math.round(geometry.lineHeight * (lines > 1 ? TURNED_LEADING : 1)),
      size: entrySize(setting),
    });
    line += lines;
  }
  const height = slot.height * geometry.lineHeight;
  return { kind: 'index', level: 4, continued: false, x, y, width, height, parts: [{ article: null, elements }] };
}

function beginningOf(article: Article): Place {
  const span = article.heading.find(({ role }) => role === 'headline') ?? article.heading[0] ?? article.paragraphs[0]?.spans[0];
  return { source: span?.source ?? 1, offset: span?.start ?? 0 };
}
