import { blockText, revised } from '../document';
import type { Document } from '../document';
import type { Fact } from '../../contract/model';
import { isLatinText } from '../../contract/latin-text';
import { simplifiedText } from '../../contract/simplified';
import { isNoise } from '../english/latin-lines';
import { figuresOfDay } from '../line-ends';
import { LONGEST_MASTHEAD, partedDay } from '../parted-day';
import type { PartedDay } from '../parted-day';
import { daysInHead, folioInHead, paperInHead } from '../english/running-head';
import type { EnglishDay } from '../english-date';

const NOT_SAID = { rule: 'not-said', confidence: 'certain' } as const;

/** Paper, day and page of a source: read from the running head, else inferred from file name, bylines and datelines, with how far to trust it. */
export function inferFacts(document: Document): Document {
  const heads = document.blocks.filter((block) => block.role === 'furniture').map((block) => plainHead(blockText(document, block)));
  const names = [document.fileName, document.path].filter((name) => name !== null).join(' ');
  return revised(document, {
    facts: {
      paper: paperOf(document, heads, names),
      date: dateOf(document, heads, names),
      page: pageOf(
        foliosOf(document).map(({ text }) => text),
        document.fileName ?? '',
      ),
    },
  });
}

/** In figures of half width, a nameplate set wide (环 球 导 报) drawn together, the letter that a scan takes the figure one for put right. */
function plainHead(printed: string): string {
  const wide = /^\p{Script=Han}(?:[\s\u3000]\p{Script=Han}){2,9}$/u.test(printed);
  return figuresOfDay(wide ? printed.replace(/[\s\u3000]/gu, '') : printed).replace(/(?<![A-Za-z])[lI](?=[89][0-9]{2}年)/u, '1');
}

const PAGE_IN_HEAD = [
  /第\s*([A-Z]{0,2}[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版/u,
  /^([A-Z]{0,2}[0-9]{1,3})\s*版?[\s\u3000·|｜/:：]*\p{Script=Han}{2,6}$/u,
  /^\p{Script=Han}{2,6}[\s\u3000·|｜/:：]+([A-Z]{0,2}[0-9]{1,3})\s*版?$/u,
  /^([A-Z]{0,2}[0-9]{1,3})\s*版?$/u,
  /日[\s\u3000]+([A-Z]{1,2}[0-9]{1,2})(?:[\s\u3000]|$)/u,
];
const PAGE_IN_NAME = [
  /第\s*0*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版/u,
  /(?:^|[^a-z])p(?:age|g)?[-_ ]?0*([0-9]{1,3})(?![0-9])/i,
  /(?:^|[-_ ])([A-D]0?[0-9]{1,2})(?![0-9])/,
  /[0-9]{4}[-_.]?[0-9]{2}[-_.]?[0-9]{2}[-_.]0*([0-9]{1,2})(?![0-9])/,
];

/** Pages are counted from one, and no paper has more than these. */
const MOST_PAGES = 200;

function isPage(printed: string): boolean {
  const number = /[0-9]+$/.exec(printed)?.[0];
  return number === undefined || (Number(number) > 0 && Number(number) <= MOST_PAGES);
}

/** Section names are as short as some marks. */
function isStrayMarks(text: string): boolean {
  return text.length >= 4 && isNoise(text);
}

/** The page that a running head or a folio names; null where it names none. */
export function pageNamed(head: string): string | null {
  return pageOf([plainHead(head)], '').value;
}

/** Where in the text a page is named by a running head or a folio, in the file's order, and how it is printed. */
export function pagesNamed(document: Document): readonly { readonly at: number; readonly page: string }[] {
  return foliosOf(document)
    .flatMap(({ at, text }) => {
      const { value } = pageOf([text], '');
      return value === null ? [] : [{ at, page: value }];
    })
    .sort((a, b) => a.at - b.at);
}

/** A day that the masthead sets on lines of its own, by its blocks; null where that is no part of the running head. */
function partedDayOf(document: Document): PartedDay | null {
  const parted = partedDay(document.blocks.slice(0, LONGEST_MASTHEAD).map((block) => plainHead(blockText(document, block))));
  return parted && document.blocks[parted.month]!.role === 'furniture' ? parted : null;
}

/** Running heads; of bare numbers none that is the masthead's day or stands among the stray marks of a bad scan. `at` is where one begins in the text. */
function foliosOf(document: Document): readonly { readonly at: number; readonly text: string }[] {
  const parted = partedDayOf(document);
  return document.blocks.flatMap((block, index) => {
    if (block.role !== 'furniture' || index === parted?.day) return [];
    const text = plainHead(blockText(document, block));
    const beside = [document.blocks[index - 1], document.blocks[index + 1]];
    const amongMarks = beside.some((other) => other && isStrayMarks(blockText(document, other)));
    return amongMarks && /^[A-Z0-9]+$/.test(text) ? [] : [{ at: block.spans[0]!.start, text }];
  });
}

const LETTERED_FOLIO = /^([A-Z]{1,2}[0-9]{1,3})版?$/u;
const BARE_FOLIO = /^0?([0-9]{1,2})版?$/u;
/** What makes a line with a bare number in it a running head: the day's name, or the paper's. */
const NAMES_DAY_OR_PAPER =
  /(?:星期|周)[一二三四五六日天]|[0-9]日(?:[\s\u3000]|$)|^\p{Script=Han}{2,9}[报刊](?:[\s\u3000]|$)|(?<!汇|情|通|喜)报(?:[\s\u3000]|$)/u;
const SAYS_OTHER_NUMBERS = /电话|热线|邮编|广告|发行|零售|定价|QQ/iu;

/** The folio as one word of a running head: 榕湾晚报 文化 A14, 2 综合 2024年3月6日 星期三. */
function folioAmongWords(head: string): string | null {
  const words = head.replace(/[12][0-9]{3}[.][0-9]{1,2}[.][0-9]{1,2}/u, ' ').split(/[\s\u3000/／|｜│丨·]+/u);
  for (const word of words) {
    const lettered = LETTERED_FOLIO.exec(word)?.[1];
    if (lettered && /\p{Script=Han}/u.test(head)) return lettered;
  }
  if (SAYS_OTHER_NUMBERS.test(head) || !NAMES_DAY_OR_PAPER.test(head)) return null;
  return words.map((word) => BARE_FOLIO.exec(word)?.[1]).find((word) => word !== undefined) ?? null;
}

function pageOf(heads: readonly string[], fileName: string): Fact<string> {
  for (const pattern of PAGE_IN_HEAD)
    for (const head of heads) {
      const page = pattern.exec(head)?.[1];
      if (page && isPage(page)) return { value: page.replace(/^0+(?=[0-9])/, ''), judgement: { rule: 'folio', confidence: 'certain' } };
    }
  for (const head of heads) {
    const folio = folioAmongWords(head);
    if (folio !== null && isPage(folio)) return { value: folio, judgement: { rule: 'folio', confidence: 'likely' } };
  }
  for (const head of heads) {
    const folio = isLatinText(head) ? folioInHead(head) : null;
    if (folio !== null && isPage(folio)) return { value: folio, judgement: { rule: 'folio', confidence: 'certain' } };
  }
  for (const pattern of PAGE_IN_NAME) {
    const page = pattern.exec(fileName)?.[1];
    if (page && isPage(page)) return { value: page, judgement: { rule: 'file-name', confidence: 'likely' } };
  }
  return { value: null, judgement: NOT_SAID };
}

const FULL_DATE =
  /([12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3})\s*[年.\-/．]\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[月.\-/．]\s*([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})/u;
/** Years of the Republic, the first of which is 1912. */
const REPUBLICAN_DATE =
  /民国([〇零○一二三四五六七八九十百0-9]{1,4})年([0-9]{1,2}|[一二三四五六七八九十]{1,3})月([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})日/u;
const BEFORE_THE_REPUBLIC = 1911;
const DATE_IN_NAME = /((?:19|20)[0-9]{2}|(?<![0-9])1[6-8][0-9]{2}(?=[-_.年]))[-_.年]?([01]?[0-9])[-_.月]?([0-3]?[0-9])(?![0-9])/;

function printedDay(head: string): string | null {
  const common = FULL_DATE.exec(head);
  if (common) return isoDay(numberOf(common[1]), numberOf(common[2]), numberOf(common[3]));
  const republican = REPUBLICAN_DATE.exec(simplifiedText(head));
  return (
    republican && isoDay(BEFORE_THE_REPUBLIC + numberOf(republican[1]!.replace('百', '')), numberOf(republican[2]), numberOf(republican[3]))
  );
}

function dateOf(document: Document, heads: readonly string[], names: string): Fact<string> {
  const parted = partedDayOf(document);
  for (const head of parted ? [parted.printed, ...heads] : heads) {
    const day = printedDay(head);
    if (day) return { value: day, judgement: { rule: 'running-head-date', confidence: 'certain' } };
  }
  const printed = englishDays(document);
  const sure = printed.find(({ confidence }) => confidence === 'certain');
  if (sure) return { value: sure.day, judgement: { rule: 'running-head-date', confidence: 'certain' } };
  const named = DATE_IN_NAME.exec(names);
  const day = named && isoDay(Number(named[1]), Number(named[2]), Number(named[3]));
  if (day) return { value: day, judgement: { rule: 'file-name', confidence: 'likely' } };
  if (printed[0]) return { value: printed[0].day, judgement: { rule: 'running-head-date', confidence: 'likely' } };
  return dayAfterLatest(document);
}

/** How far down the page the paper's own day stands; below it, letters and notices are dated. */
const HEAD_BLOCKS = 40;

function englishDays(document: Document): readonly EnglishDay[] {
  return document.blocks
    .slice(0, HEAD_BLOCKS)
    .map((block) => blockText(document, block))
    .filter((text) => isLatinText(text))
    .flatMap(daysInHead);
}

/** A morning paper tells of the day before: the latest day that opens a paragraph, in the year the page is of. */
function dayAfterLatest(document: Document): Fact<string> {
  let latest = '';
  for (const block of document.blocks) {
    if (block.role !== 'body' && block.role !== 'caption') continue;
    const opening = document.text.slice(block.spans[0]!.start, block.spans[0]!.start + 40);
    const found = /^[^0-9]{0,12}?([01]?[0-9])月([0-3]?[0-9])日/u.exec(opening);
    if (!found) continue;
    const day = `${found[1]!.padStart(2, '0')}-${found[2]!.padStart(2, '0')}`;
    if (day > latest) latest = day;
  }
  const year = latest === '' ? null : yearOf(document.text, latest);
  if (year === null || !isoDay(year, Number(latest.slice(0, 2)), Number(latest.slice(3)))) return { value: null, judgement: NOT_SAID };
  const next = new Date(Date.UTC(year, Number(latest.slice(0, 2)) - 1, Number(latest.slice(3)) + 1));
  return { value: next.toISOString().slice(0, 10), judgement: { rule: 'day-after-latest-dateline', confidence: 'guess' } };
}

const LONE_YEAR = /(?<![0-9—\-–~～至到从自])((?:19|20)[0-9]{2})年(?:([01]?[0-9])月([0-3]?[0-9])日)?(?![—\-–~～至到])/gu;
const NEAR_DAYS = 21;

/**
 * The year that stands with a day close before the latest one; else the last of the years the page names, if it names it more often than
 * once. Ends of spans (2021—2025年, 到2035年) are no evidence, and one year cited in passing is none either.
 */
function yearOf(text: string, latest: string): number | null {
  const named = new Map<number, number>();
  for (const [, printed, month, day] of text.matchAll(LONE_YEAR)) {
    const year = Number(printed);
    named.set(year, (named.get(year) ?? 0) + 1);
    if (month === undefined || day === undefined) continue;
    const apart =
      (Date.UTC(year, Number(latest.slice(0, 2)) - 1, Number(latest.slice(3))) - Date.UTC(year, Number(month) - 1, Number(day))) /
      86_400_000;
    if (apart >= 0 && apart <= NEAR_DAYS) return year;
  }
  const last = Math.max(...named.keys());
  return (named.get(last) ?? 0) > 1 ? last : null;
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1600 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** 2023, 二〇二三, 十一, 二十五. */
function numberOf(printed: string | undefined): number {
  if (printed === undefined) return NaN;
  if (/^[0-9]+$/.test(printed)) return Number(printed);
  if (/^[廿卅]/u.test(printed)) return numberOf(printed.replace('廿', '二十').replace('卅', '三十'));
  const ten = printed.indexOf('十');
  if (ten < 0) return [...printed].reduce((sum, character) => sum * 10 + digit(character), 0);
  return (ten === 0 ? 1 : digit(printed[0]!)) * 10 + (ten === printed.length - 1 ? 0 : digit(printed[ten + 1]!));
}

const PAPER_IN_HEAD =
  /^(?:.*[\s\u3000])?(\p{Script=Han}{2,8}(?:日报|晚报|早报|时报|晨报|商报|都市报|快报|导报|周报|报|周刊|导刊|时讯|快讯))(?:[\s\u3000·]|$)/du;
const PAPER_IN_BYLINE =
  /^(?:\P{Script=Han}*(?:文|采写|撰稿)?[\s\u3000:：/／]*)?(\p{Script=Han}{2,6}?(?:日报|晚报|早报|晨报|商报|都市报|快报|导报|周报))(?!社)[\p{Script=Han}]{0,8}?记者/u;
/** Share of the papers named in bylines above which the page is that paper's own. */
const OWN_SHARE = 0.6;

function paperOf(document: Document, heads: readonly string[], names: string): Fact<string> {
  for (const head of heads) {
    // Found in simplified characters, given as printed.
    const plain = head.replace(FULL_DATE, ' ');
    const found = PAPER_IN_HEAD.exec(simplifiedText(plain))?.indices?.[1];
    const paper = found && plain.slice(...found);
    if (paper) return { value: paper, judgement: { rule: 'running-head-name', confidence: 'certain' } };
  }
  for (const head of heads) {
    const paper = isLatinText(head) ? paperInHead(head) : null;
    if (paper !== null) return { value: paper, judgement: { rule: 'running-head-name', confidence: 'likely' } };
  }
  const counts = new Map<string, number>();
  let all = 0;
  for (const block of document.blocks) {
    if (block.role !== 'byline' && block.role !== 'credit') continue;
    const paper = PAPER_IN_BYLINE.exec(blockText(document, block))?.[1];
    if (!paper) continue;
    all++;
    counts.set(paper, (counts.get(paper) ?? 0) + 1);
  }
  const [paper, count] = [...counts].reduce((top, entry) => (entry[1] > top[1] ? entry : top), ['', 0]);
  if (count > 0 && count / all >= OWN_SHARE)
    return { value: paper, judgement: { rule: 'own-reporters', confidence: count > 1 ? 'likely' : 'guess' } };
  const named = /\p{Script=Han}{2,6}(?:日报|晚报|早报|晨报|商报|都市报)/u.exec(names)?.[0];
  if (named) return { value: named, judgement: { rule: 'file-name', confidence: 'likely' } };
  return { value: null, judgement: NOT_SAID };
}

function digit(character: string): number {
  return '〇一二三四五六七八九'.indexOf(character.replace(/[零○]/u, '〇'));
}
