import { blockText, revised } from '../document';
import type { Block, Document } from '../document';
import { isMadeOfHeadParts, isNameInPinyin, isSectionName, readHeadParts } from '../head-parts';
import { NOTICE } from '../heading-evidence';
import { endsFinished } from '../line-ends';
import { isFolioWithSection, isFootLine, isLocality, isPublisherLine, namesStaff } from '../line-grammar';
import { SET_WIDE } from '../lone-title';
import { isInNotice } from '../notice-lines';
import { LONGEST_MASTHEAD, partedDay } from '../parted-day';
import { isBesideFurniture, labelled, plainText } from './label-by-grammar';

/**
 * Labels what is a running head or foot by where it stands, what stands beside it and what is said of the page elsewhere: the paper's name,
 * the day's weather, a section's name, lines made of nothing but such parts, and those that say them again further down.
 */
export function labelRunningHeads(document: Document): Document {
  const steps = [labelHead, labelFoot, labelPaperName, labelWeather, labelSectionName, labelSectionOverStaff, labelRepeated];
  return revised(document, { blocks: steps.reduce((blocks, step) => step(document, blocks), document.blocks) });
}

/** Blocks at a file's beginning and at its end among which its running head and foot are. */
const LONGEST_HEAD_BLOCKS = 12;
const LONGEST_FOOT_BLOCKS = 4;

/** A slogan under the paper's name: 安全是天 质量是命 距全年无重伤目标还有110天. */
const COUNTS_DOWN = /^[^，。：]{0,24}距[^，。：]{2,20}(?:还有|还剩)[\s\u3000]?[0-9]{1,4}[\s\u3000]?天$/u;

/** Where the paper is found: 滨江网：www.example.com. */
const SITE = /^(?:\p{Script=Han}{2,8}[：:]?[\s\u3000]*)?(?:https?:\/\/|www\.)[\w./-]+$/u;

/** From the file's first line on, what is made of a head's parts, and the section between two lines of the head. */
function labelHead(document: Document, blocks: readonly Block[]): readonly Block[] {
  const next = [...blocks];
  const isHead = (index: number): boolean => {
    const block = blocks[index];
    if (block?.role !== null) return block?.role === 'furniture';
    const text = plainText(document, block);
    if (index === parted?.month || index === parted?.day) return true;
    return isMadeOfHeadParts(text) || isPublisherLine(text) || (index > 0 && (COUNTS_DOWN.test(text) || SITE.test(text)));
  };
  const dated = namesOverDay(document, blocks);
  const parted = partedDay(blocks.slice(0, LONGEST_MASTHEAD).map((block) => plainText(document, block)));
  for (let at = 0; at < Math.min(blocks.length, LONGEST_HEAD_BLOCKS); at++) {
    const block = blocks[at]!;
    const between = at > 0 && block.role === null && isHead(at + 1) && isSectionName(plainText(document, block));
    if (block.role === null && isHead(at)) next[at] = labelled(block, 'furniture', 'running-head', 'likely');
    else if (between || (block.role === null && at < dated))
      next[at] = labelled(block, 'furniture', at > 0 ? SECTION_NAME : 'running-head', 'likely');
    // What the file begins with may be the paper's name.
    else if (block.role !== 'furniture' && at > 0) break;
  }
  return next;
}

/** Lines over the day and the folio at a file's beginning: the paper's name, its supplement or section. */
const MOST_NAMES = 2;

/** How many lines stand over the day and the folio, each a short name and nothing else; 0 where any is more than that. */
function namesOverDay(document: Document, blocks: readonly Block[]): number {
  const texts = blocks.slice(0, MOST_NAMES + 1).map((block) => plainText(document, block));
  const day = texts.findIndex((text, at) => blocks[at]!.role === 'furniture' && isDayAndFolio(text));
  return texts.slice(0, Math.max(0, day)).every((text) => SECTION_OVER_FOLIO.test(text) && !isLocality(text)) ? Math.max(0, day) : 0;
}

function isDayAndFolio(text: string): boolean {
  const kinds = (readHeadParts(text) ?? []).map(({ kind }) => kind);
  return kinds.includes('day') && kinds.includes('folio');
}

/** From the file's last line up, what is made of a head's parts or says where the paper is found and what may be done with its page. */
function labelFoot(document: Document, blocks: readonly Block[]): readonly Block[] {
  const next = [...blocks];
  const texts = blocks.map((block) => blockText(document, block));
  for (let at = blocks.length - 1; at >= Math.max(1, blocks.length - LONGEST_FOOT_BLOCKS); at--) {
    const block = blocks[at]!;
    if (block.role === 'furniture') continue;
    const text = plainText(document, block);
    if (
      block.role !== null ||
      isInNotice(texts, at) ||
      !(isMadeOfHeadParts(text) || isFootLine(text) || (isWeather(text) && !texts[at - 1]!.includes('℃')))
    )
      break;
    next[at] = labelled(block, 'furniture', 'running-head', 'likely');
  }
  return next;
}

/** A line in the page's middle that only says again what its head or foot says: 晴川晚报 读者之声, 民生观察报; and the paper's name in Latin letters. */
function labelRepeated(document: Document, blocks: readonly Block[]): readonly Block[] {
  const said = new Set(
    blocks
      .flatMap((block) => (block.role === 'furniture' ? (readHeadParts(plainText(document, block)) ?? []) : []))
      .map(({ text }) => text),
  );
  if (said.size === 0) return blocks;
  const named = [...said].some((part) => PAPER_NAME.test(part));
  return blocks.map((block, index) => {
    if (block.role !== null) return block;
    const text = plainText(document, block);
    return namesPaperAndPage(text) ||
      (isBesideFurniture(blocks, index) && isOfHead(text)) ||
      repeats(text, said) ||
      isHotlineOfPage(text, said) ||
      (named && isNameInPinyin(text))
      ? labelled(block, 'furniture', 'repeats-running-head', 'likely')
      : block;
  });
}

/** The paper and its section, folio or day, wherever they stand: 云水晚报 新闻综合 1-2; a lunar day and its name, 星期三 农历丙寅年四月初六. */
function namesPaperAndPage(text: string): boolean {
  const parts = readHeadParts(text) ?? [];
  if (parts.length < 2 || !isMadeOfHeadParts(text)) return false;
  return parts.every(({ kind }) => kind !== 'name' && kind !== 'folio') || parts.some((part) => isPaperName(part.text));
}

/** Beside another line of the head: names with a folio between or behind them, who publishes the paper, the section's name. */
function isOfHead(text: string): boolean {
  const parts = readHeadParts(text) ?? [];
  const folioed = parts.length > 1 && parts.length <= 4 && parts.every(({ kind }) => kind === 'name' || kind === 'folio');
  return (folioed && parts.filter(({ kind }) => kind === 'folio').length === 1) || isPublisherLine(text) || CALLED_SECTION.test(text);
}

/** A section's name alone may as well be a column's. */
function repeats(text: string, said: ReadonlySet<string>): boolean {
  const parts = readHeadParts(text) ?? [];
  if (parts.length === 0 || !parts.every((part) => said.has(part.text))) return false;
  return parts.length > 1 || parts[0]!.kind === 'spread' || isPaperName(parts[0]!.text);
}

/** The hotline of the page's own section or of its paper: 便民热线：68001110 on the page 便民, 松江晨报 热线 96200. */
function isHotlineOfPage(text: string, said: ReadonlySet<string>): boolean {
  const section = /^(\p{Script=Han}{2,8}?)[\s\u3000]*(?:热线|专线|信箱|邮箱|电话)[：:\s\u3000]*[0-9A-Za-z×@.-]{5,}$/u.exec(text)?.[1];
  return section !== undefined && said.has(section);
}

/** A paper's name beside other furniture, wherever the extraction has left it; what only sounds like one is not. */
const PAPER_NAME = /^《?\p{Script=Han}{2,8}(?:报|周刊|导刊|时刊|学刊|时讯|快讯)》?$/u;
/** Set wide, or with its name in Latin letters or that of its supplement behind it: 环 球 导 报, 晋泉日报 JINQUAN DAILY, 沂州晚报 银杏副刊. */
const SPREAD_NAME = /^\p{Script=Han}(?:[\s\u3000]\p{Script=Han}){1,7}[\s\u3000][报刊](?:[\s\u3000]+\p{Script=Han}{2,6})?$/u;
const NAME_AND_MORE = /^《?\p{Script=Han}{2,7}报》?[\s\u3000·]+(?:\p{Lu}[\p{L} ]{3,40}|\p{Script=Han}{2,6})$/u;
const NO_PAPER = /(?:预|海|情|通|简|快|喜|捷|播|战|公|(?<!文)汇|年|电|举|申|速|警|月|填|呈|回|谎|画|黑板)报$/u;

function isPaperName(text: string): boolean {
  return PAPER_NAME.test(text) && !NO_PAPER.test(text);
}

function labelPaperName(document: Document, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    const beside = isBesideFurniture(blocks, index) || (index === 0 && blocks[2]?.role === 'furniture');
    if (block.role !== null || !beside) return block;
    const text = plainText(document, block);
    const named = isPaperName(text) || SPREAD_NAME.test(text) || NAME_AND_MORE.test(text);
    return named ? labelled(block, 'furniture', 'running-head', 'likely') : block;
  });
}

/** The day's weather in the head or the foot: 今日天气：多云转阵雨 气温18℃—26℃, 今天：小雨转多云 22℃～28℃. */
const WEATHER_IN_HEAD = /^(?:\p{Script=Han}{2,12}[：:\s\u3000]).{0,60}℃/u;
const SKY = /[晴雨云雪阴雾霾]/u;

function isWeather(text: string): boolean {
  return text.length <= 70 && WEATHER_IN_HEAD.test(text) && SKY.test(text) && !text.includes('。');
}

/** Blocks in which a running head is over. */
const LONGEST_RUNNING_HEAD = 10;

function labelWeather(document: Document, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) =>
    index > 0 &&
    index < LONGEST_RUNNING_HEAD &&
    block.role === null &&
    blocks[index - 1]!.role === 'furniture' &&
    isWeather(plainText(document, block))
      ? labelled(block, 'furniture', 'running-head', 'likely')
      : block,
  );
}

const SECTION = /^\p{Script=Han}{2}(?:·\p{Script=Han}{2})?$/u;
/** What sections are called, and columns seldom. */
const CALLED_SECTION = /^(?!图片|简明|短|最新|一句话)\p{Script=Han}{2}(?:新闻|周刊|副刊|专刊|专版)$/u;
/** Nothing but a running head goes on with a date or a folio. */
const SECTION_OVER_FOLIO = /^\p{Script=Han}{2,5}(?:·\p{Script=Han}{2,4})?$/u;
/** A paper's name over the day, whatever it is called, with a section or the number of the issue: 青岙报 乡里乡亲. */
const NAME_OVER_FOLIO = /^《?\p{Script=Han}{2,9}[报刊]》?(?:[\s\u3000]+[\p{Script=Han}·]{2,12})?(?:[\s\u3000]+第?[0-9]{1,6}期)?$/u;

const SECTION_NAME = 'section-name';

function isSection({ judgement }: Block): boolean {
  return judgement.rule === SECTION_NAME;
}

/** The folio with a section's name behind it: 第8版 文苑, B12 公告·分类. */
function namesSection(head: string): boolean {
  return isFolioWithSection(head) || /第\s*\S{1,3}\s*版[\s\u3000]*\p{Script=Han}{2}/u.test(head);
}

/** The section's name in a page's running head (体育, 县区新闻) stands alone on the file's first line or beside the date and the folio. */
function labelSectionName(document: Document, blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => block.role !== 'furniture');
  const block = blocks[first];
  if (!block || block.role !== null) return blocks;
  const printed = blockText(document, block);
  const text = SET_WIDE.test(printed) ? printed.replace(/[\s\u3000]/gu, '') : printed;
  const head = blocks.slice(0, first);
  const below = blocks[first + 1]?.role;
  const overFurniture = below === 'furniture';
  if (overFurniture && first === 0 && NAME_OVER_FOLIO.test(text))
    return blocks.with(0, labelled(block, 'furniture', 'running-head', 'likely'));
  const besideFurniture = first > 0 || overFurniture;
  if (!(overFurniture ? SECTION_OVER_FOLIO.test(text) : SECTION.test(text) || CALLED_SECTION.test(text)) || /[讯报]$/u.test(text))
    return blocks;
  if (!besideFurniture && first + 1 >= blocks.length) return blocks;
  if (
    !overFurniture &&
    (below === 'byline' || NOTICE.test(text) || head.some((one) => isSection(one) || namesSection(plainText(document, one))))
  )
    return blocks;
  return blocks.with(first, labelled(block, 'furniture', SECTION_NAME, 'likely'));
}

/** A section's name right over those who made its page, below a text that is over: a column has its article below it. */
function labelSectionOverStaff(document: Document, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    const [above, below] = [blocks[index - 1], blocks[index + 1]];
    if (block.role !== null || above?.role !== null || below?.role !== 'furniture') return block;
    return SECTION.test(plainText(document, block)) && endsFinished(blockText(document, above)) && namesStaff(plainText(document, below))
      ? labelled(block, 'furniture', SECTION_NAME, 'likely')
      : block;
  });
}
