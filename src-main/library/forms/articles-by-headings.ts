/**
 * Text whose form says which of its lines are headings, and how they rank -> its articles, each under its own heading.
 * Pure. Not for text whose headings have to be found out: that is the parser's.
 */
import type { Fact, Span } from '../../contract/model';
import type { ParsedArticle, ParsedHeading, ParsedParagraph, ParsedSource, ParsedSpan } from '../../contract/parsed';
import { readEnglishDay } from '../../text/english-date';
import { isByline } from '../../text/line-grammar';
import { factsFromPath } from '../facts-from-path';

/** A line of the text; 0 ranks highest and is the title of the whole, 1 to 6 are as in HTML. */
export interface KnownHeading extends Span {
  readonly rank: number;
}

export interface HeadedArticles {
  readonly articles: ParsedSource['articles'];
  readonly facts: Partial<ParsedSource['facts']>;
}

interface Draft {
  kind: ParsedArticle['kind'];
  headline: Span | null;
  column: Span | null;
  byline: Span | null;
  furniture: Span[];
  paragraphs: ParsedParagraph[];
}

interface DraftParagraph {
  readonly role: ParsedParagraph['role'];
  text: string;
  readonly spans: ParsedSpan[];
}

interface Block extends Span {
  readonly rank: number | null;
  readonly isRow: boolean;
}

const SENTENCE_END = /[.!?。！？…；;:：]["'”’」』）)]*$/u;
const HAN_SENTENCE_END = /[。！？…][”’」』）]*$/u;
/** Of a line before all headings that gives the paper, its day and perhaps its page: news that tells a day is longer. */
const LONGEST_NAMEPLATE = 40;
/** Printed characters from which a story is no brief. */
const FEATURE_CHARACTERS = 300;

/**
 * Null where the headings part nothing: then the parser knows better.
 * @param text blocks apart by blank lines, each heading a block of one line
 * @param known.lines whether each line is a paragraph, or lines of a block run on
 * @param known.rows blocks that are each a row of a table: text, however it looks
 */
export function articlesByHeadings(
  text: string,
  headings: readonly KnownHeading[],
  { lines = 'run-on', rows = [] }: { readonly lines?: 'paragraphs' | 'run-on'; readonly rows?: readonly Span[] } = {},
): HeadedArticles | null {
  if (headings.length === 0) return null;
  const blocks = blocksOf(text, headings, rows, lines === 'paragraphs' ? /[^\n]+/gu : /[^\n]+(?:\n[^\n]+)*/gu);
  const story = storyRank(blocks, text);
  if (story === null || !isTold(blocks, text)) return null;
  const facts: { -readonly [name in keyof ParsedSource['facts']]?: Fact<string> } = {};
  const drafts: Draft[] = [];
  let column: Span | null = null;
  const open = (headline: Span | null): Draft => {
    const draft: Draft = { kind: 'brief', headline, column, byline: null, furniture: [], paragraphs: [] };
    column = null;
    drafts.push(draft);
    return draft;
  };
  for (const block of blocks) {
    const { rank } = block;
    const line = text.slice(block.start, block.end);
    const last = drafts.at(-1);
    const printed = last === undefined && rank === null && !line.includes('\n') ? nameplateFacts(line) : null;
    if (printed !== null && line.length <= LONGEST_NAMEPLATE) {
      Object.assign(facts, printed);
      drafts.push({ kind: 'furniture', headline: null, column: null, byline: null, furniture: [block], paragraphs: [] });
    } else if (rank === story) open(block);
    else if (rank !== null && rank < story) {
      const said = nameplateFacts(line);
      if (rank > 0 && said === null && column === null) {
        column = block;
        continue;
      }
      Object.assign(facts, said);
      drafts.push({ kind: 'furniture', headline: null, column: null, byline: null, furniture: [block], paragraphs: [] });
    } else {
      const into = last && last.kind !== 'furniture' ? last : open(null);
      if (rank === null && into.byline === null && into.paragraphs.length === 0 && isBylineBlock(block, text)) into.byline = block;
      else into.paragraphs.push(...paragraphsOf(text, block));
    }
  }
  if (column !== null) open(null);
  return { articles: drafts.map((draft, index) => present(text, draft, `a${index + 1}`)), facts };
}

function blocksOf(text: string, headings: readonly KnownHeading[], rows: readonly Span[], block: RegExp): readonly Block[] {
  const ranks = new Map(headings.map(({ start, rank }) => [start, rank]));
  const rowStarts = new Set(rows.map(({ start }) => start));
  return [...text.matchAll(block)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    rank: ranks.get(index) ?? null,
    isRow: rowStarts.has(index),
  }));
}

/** The highest rank that has text right below it. */
function storyRank(blocks: readonly Block[], text: string): number | null {
  const headed = blocks.flatMap(({ rank }, index) => {
    const below = blocks.slice(index + 1, index + 3).find((other) => other.rank !== null || !isBylineBlock(other, text));
    return rank !== null && below?.rank === null ? [rank] : [];
  });
  return headed.length === 0 ? null : Math.min(...headed);
}

/** Two headings tell articles apart; one does where nothing stands below it but sentences, so that no heading can have been left unmarked. */
function isTold(blocks: readonly Block[], text: string): boolean {
  if (blocks.filter(({ rank }) => rank !== null).length > 1) return true;
  return blocks.every((block, index) => {
    if (block.rank !== null) return index === 0;
    return block.isRow || SENTENCE_END.test(text.slice(block.start, block.end)) || isBylineBlock(block, text);
  });
}

function isBylineBlock({ start, end, isRow }: Block, text: string): boolean {
  const words = text.slice(start, end);
  return !isRow && !words.includes('\n') && isByline(words);
}

function stated(value: string): Fact<string> {
  return { value, judgement: { rule: 'stated-in-file', confidence: 'likely' } };
}

/** A title that tells a day is the paper's own, not a story's. */
export function nameplateFacts(line: string): Partial<ParsedSource['facts']> | null {
  const english = readEnglishDay(line);
  if (english) {
    const name = line
      .slice(0, english.start)
      .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu, '')
      .replace(/[\s\p{P}]+$/u, '')
      .trim();
    return { date: stated(english.day), ...(name === '' ? {} : { paper: stated(name) }) };
  }
  const { date, paper, page } = factsFromPath(line);
  if (date.value === null) return null;
  return {
    date: stated(date.value),
    ...(paper.value === null ? {} : { paper: stated(paper.value) }),
    ...(page.value === null ? {} : { page: stated(page.value) }),
  };
}

/** Lines of a block run on, but where a Chinese one ends with its sentence or the next is indented. */
function paragraphsOf(text: string, block: Block): readonly ParsedParagraph[] {
  const role = block.rank === null ? 'body' : 'subhead';
  const paragraphs: DraftParagraph[] = [];
  for (const { index, 0: line } of text.slice(block.start, block.end).matchAll(/[^\n]+/gu)) {
    const before = paragraphs.at(-1);
    const start = block.start + index + (line.length - line.trimStart().length);
    const end = block.start + index + line.trimEnd().length;
    if (start >= end) continue;
    const runsOn = before && !HAN_SENTENCE_END.test(before.text) && !line.startsWith('\u3000');
    const into: DraftParagraph = runsOn ? before : { role, text: '', spans: [] };
    if (!runsOn) paragraphs.push(into);
    const words = text.slice(start, end);
    const glue = into.text !== '' && !/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(`${into.text.at(-1)}${words[0]}`) ? ' ' : '';
    into.spans.push({ start, end, kind: 'text', glue });
    into.text += glue + words;
  }
  return paragraphs;
}

function present(text: string, draft: Draft, id: string): ParsedArticle {
  const { column, headline, byline, paragraphs } = draft;
  const fields = { column, headline, byline };
  const said = (span: Span | null) => (span === null ? null : text.slice(span.start, span.end));
  const heading: ParsedHeading[] = draft.furniture.map(({ start, end }) => ({ start, end, role: 'furniture' }));
  for (const role of ['column', 'headline', 'byline'] as const) {
    const span = fields[role];
    if (span) heading.push({ start: span.start, end: span.end, role });
  }
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  return {
    id,
    kind: draft.kind === 'brief' && length >= FEATURE_CHARACTERS ? 'feature' : draft.kind,
    column: said(column),
    kicker: null,
    locality: null,
    headline: said(headline),
    deck: null,
    byline: said(byline),
    credit: null,
    jump: null,
    judgement: { rule: 'stated-in-file', confidence: 'certain' },
    heading: heading.sort((a, b) => a.start - b.start),
    paragraphs,
  };
}
