/** How each finding of the parser is worded, with the words it is about. Not for showing it. */
import type { TFunction } from 'i18next';
import type { Notice, NoticeKind, Source, SourceId, SourceSpan, Span } from '../../src-main/contract/model';
import { beginningOfLastWords, beginningOfQuotation, endOfFirstWords } from './whole-words';

/** The mark a kind of finding carries on the page: joined, moved here, doubted, left out, split, or something to know. */
export type NoticeMark = 'join' | 'moved' | 'doubt' | 'omit' | 'split' | 'note';

export const markOfNotice: Readonly<Record<NoticeKind, NoticeMark>> = {
  join: 'join',
  order: 'moved',
  'jump-linked': 'join',
  'lost-characters': 'doubt',
  'doubled-word': 'doubt',
  intrusion: 'doubt',
  'unbalanced-quote': 'doubt',
  duplicate: 'omit',
  'split-line': 'split',
  orphan: 'doubt',
  'jump-open': 'note',
  'stray-caption': 'note',
  encoding: 'note',
};

/** Those of two pieces that came to stand one after the other: what is told of them is where they meet. */
export const hasSeam = (mark: NoticeMark): boolean => mark === 'join' || mark === 'moved';

/** What is looked at where the finding is chosen: of what was moved the piece itself, not what it came to stand behind. */
export function shownOf({ kind, spans }: Notice): SourceSpan | undefined {
  return markOfNotice[kind] === 'moved' ? spans.at(-1) : spans[0];
}

export interface NoticeWords {
  readonly mark: NoticeMark;
  /** The text in question; "｜" stands where two pieces meet. */
  readonly quote: string;
  readonly finding: string;
}

const around = 6;
const longestQuote = 28;

function slice(text: string, start: number, end: number): string {
  return text.slice(start, end).replaceAll(/\s+/gu, ' ').trim();
}

/** Its first words, and its last: at least so many characters. */
const beginningOf = (text: string, span: Span, length: number): string => slice(text, span.start, endOfFirstWords(text, span, length));
const endOf = (text: string, span: Span, length: number): string =>
  slice(text, beginningOfQuotation(text, span, beginningOfLastWords(text, span, length)), span.end);

function quoteOf(notice: Notice, textOf: (source: number) => string | null): string {
  const [first, second] = notice.spans;
  if (!first) return '';
  const text = textOf(first.source);
  if (text === null) return '';
  if (hasSeam(markOfNotice[notice.kind]) && second)
    return `${endOf(text, first, around)}｜${beginningOf(textOf(second.source) ?? '', second, around)}`;
  const whole = slice(text, first.start, first.end);
  return whole.length <= longestQuote ? whole : `${beginningOf(text, first, 12)}…${endOf(text, first, 10)}`;
}

/** Line of a place in a source's text, from 1; null while its text is not there. */
export type LineOf = (place: Pick<SourceSpan, 'source' | 'start'>) => number | null;

/** What the words of a finding need to know of the files it is about. */
export interface NoticeFiles {
  /** The file in front: its lines go by their numbers alone. */
  readonly shown: SourceId | null;
  readonly files: readonly Pick<Source, 'id' | 'name' | 'page'>[];
  readonly textOf: (source: SourceId) => string | null;
  readonly lineOf: LineOf;
}

/** A line by its number, with its file where that is not the one last spoken of: by page, by name where two files are of one page. */
function placeWords(t: TFunction<string>, span: SourceSpan, before: SourceId | null, { files, lineOf }: NoticeFiles): string {
  const line = lineOf(span);
  const file = span.source === before ? undefined : files.find(({ id }) => id === span.source);
  if (!file) return t(line === null ? 'reader:place-unknown' : 'reader:place-line', { line });
  const page = file.page.value;
  const named = page !== null && files.every((one) => one.id === file.id || one.page.value !== page) ? 'on-page' : 'in-file';
  return t(`reader:place${line === null ? '' : '-line'}-${named}`, { line, page, file: file.name });
}

export function noticeWords(t: TFunction<string>, notice: Notice, of: NoticeFiles): NoticeWords {
  const [first, second] = notice.spans;
  const values = {
    ...notice.values,
    line: first ? placeWords(t, first, of.shown, of) : '',
    other: first && second ? placeWords(t, second, first.source, of) : '',
    count: notice.values?.['count'] ?? 1,
    confidence: t(`app:${notice.judgement.confidence}`),
  };
  const paired = second === undefined ? '' : '-pair';
  return {
    mark: markOfNotice[notice.kind],
    quote: quoteOf(notice, of.textOf),
    // Where why it was found says more than what kind of finding it is.
    finding: t([`reader:notice-${notice.kind}-${notice.judgement.rule}`, `reader:notice-${notice.kind}${paired}`], values),
  };
}

/** How many places an edition's or an article's findings join. */
export function joinsAmong(notices: readonly Notice[]): number {
  return notices.filter(({ kind }) => hasSeam(markOfNotice[kind])).length;
}
