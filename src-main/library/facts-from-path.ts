/**
 * Paper, day and page as the names of files and folders tell them: 2023-11-25_04.txt, 贵州日报/2023/11/25/A04.txt, 第4版.
 * Fills in what the text does not say.
 */
import type { Fact } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';

const DAY_MILLISECONDS = 86_400_000;
const DAY =
  /((?:19|20)\d\d|(?<!\d)1[6-8]\d\d(?=[-_./年]))[-_./年]?(0[1-9]|1[0-2]|[1-9](?!\d))[-_./月]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?!\d)日?/u;
const PAGE_WORD = /第?([A-OQ-Z]?\d{1,3})版/iu;
/** A page number at the name's end, after a sign or a letter that keeps it apart from other numbers. */
const PAGE_AT_END = /(?:^|[-_ ./]|p(?:age)?[-_ ]?)([A-OQ-Z]?\d{1,3})$/iu;
const PAPER = /(?:《([^》]+)》|([\p{Script=Han}]{1,12}(?:日报|晚报|早报|晨报|时报|商报|都市报|青年报|农村报|法治报|法制报|周报|新报)))/u;

/** Latin words before the day in the file's own name, as in `the-statesman-1824-02-17`. */
const LATIN_NAME = /^\p{Script=Latin}{2,}(?:[-_ ]+\p{Script=Latin}{2,}){0,4}(?=[-_ ]*$)/u;
/** Words that say what a file is, not what paper it holds. */
const NO_NAME =
  /^(?:article|brief|copy|daily|doc|document|download|edition|epaper|export|file|image|img|issue|memo|minutes|new|news|newspaper|no|note|number|ocr|output|page|paper|pdf|print|report|sample|scan|sheet|test|text|txt|untitled|vol|volume)s?$/iu;

export function factsFromPath(path: string): ParsedSource['facts'] {
  const bare = path.replace(/\.[A-Za-z0-9]{1,5}$/u, '');
  const day = DAY.exec(bare);
  const rest = day ? `${bare.slice(0, day.index)}/${bare.slice(day.index + day[0].length)}` : bare;
  const page = PAGE_WORD.exec(rest)?.[1] ?? (day || /p(?:age)?[-_ ]?\d+$/iu.test(rest) ? PAGE_AT_END.exec(rest)?.[1] : undefined);
  const paper = PAPER.exec(bare);
  const date = day ? isoDay(day) : undefined;
  return {
    paper: paper ? fact(paper[1] ?? paper[2]) : latinName(bare, date === undefined ? null : day),
    date: fact(date),
    page: fact(page && /^0+$/u.test(page) ? undefined : page?.toUpperCase().replace(/^([A-Z]?)0+(?=\d)/u, '$1')),
  };
}

/** A guess, since files are named in many ways. */
function latinName(bare: string, day: RegExpExecArray | null): Fact<string> {
  const before = day && bare.slice(bare.lastIndexOf('/', day.index) + 1, day.index);
  const words = LATIN_NAME.exec(before ?? '')?.[0].split(/[-_ ]+/u) ?? [];
  if (words.every((word) => NO_NAME.test(word))) return fact(undefined);
  const name = words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join(' ');
  return { value: name, judgement: { rule: 'file-name', confidence: 'guess' } };
}

/** Undefined where the calendar has no such day. */
function isoDay([, year, month, day]: RegExpExecArray): string | undefined {
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? undefined : iso;
}

function fact(value: string | undefined): Fact<string> {
  return value === undefined
    ? { value: null, judgement: { rule: 'not-said', confidence: 'certain' } }
    : { value, judgement: { rule: 'file-name', confidence: 'likely' } };
}

/**
 * What the text says wins over its name, but a name wins over a guess; where neither says anything a fact stays unknown.
 * A day after the morrow of the import was guessed from something the text foretells.
 */
export function completeFacts(said: ParsedSource['facts'], path: string, importedAt: string): ParsedSource['facts'] {
  const named = factsFromPath(path);
  const morrow = new Date(Date.parse(importedAt) + DAY_MILLISECONDS).toISOString().slice(0, 10);
  const foretold = said.date.judgement.confidence === 'guess' && said.date.value !== null && said.date.value > morrow;
  return {
    paper: surer(said.paper, named.paper),
    date: surer(foretold ? fact(undefined) : said.date, named.date),
    page: surer(said.page, named.page),
  };
}

function surer(said: Fact<string>, named: Fact<string>): Fact<string> {
  if (said.value === null) return named;
  return named.value !== null && said.judgement.confidence === 'guess' && named.judgement.confidence !== 'guess' ? named : said;
}
