import { blockText, revised } from '../document';
import type { Block, Document } from '../document';
import { NOTICE } from '../heading-evidence';
import { isFolioWithSection } from '../line-grammar';
import { labelled, plainText } from './label-by-grammar';

/** Labels what is a running head by where it stands and what stands beside it: the paper's name, the day's weather, a section's name. */
export function labelRunningHeads(document: Document): Document {
  return revised(document, {
    blocks: labelSectionName(document, labelWeather(document, labelPaperName(document, document.blocks))),
  });
}

/** A paper's name beside other furniture, wherever the extraction has left it; what only sounds like one is not. */
const PAPER_NAME = /^《?\p{Script=Han}{2,8}(?:报|周刊|导刊|时刊|学刊|时讯|快讯)》?$/u;
/** Set wide, or with its name in Latin letters or that of its supplement behind it: 环 球 导 报, 晋泉日报 JINQUAN DAILY, 沂州晚报 银杏副刊. */
const SPREAD_NAME = /^\p{Script=Han}(?:[\s\u3000]\p{Script=Han}){1,7}[\s\u3000][报刊]$/u;
const NAME_AND_MORE = /^《?\p{Script=Han}{2,7}报》?[\s\u3000·]+(?:\p{Lu}[\p{L} ]{3,40}|\p{Script=Han}{2,6})$/u;
const NO_PAPER = /(?:预|海|情|通|简|快|喜|捷|播|战|公|(?<!文)汇|年|电|举|申|速|警|月|填|呈|回|谎|画|黑板)报$/u;

function labelPaperName(document: Document, blocks: readonly Block[]): readonly Block[] {
  const isFurnitureAt = (index: number): boolean => blocks[index]?.role === 'furniture';
  return blocks.map((block, index) => {
    const beside = isFurnitureAt(index - 1) || isFurnitureAt(index + 1) || (index === 0 && isFurnitureAt(2));
    if (block.role !== null || !beside) return block;
    const text = plainText(document, block);
    const named = (PAPER_NAME.test(text) && !NO_PAPER.test(text)) || SPREAD_NAME.test(text) || NAME_AND_MORE.test(text);
    return named ? labelled(block, 'furniture', 'running-head', 'likely') : block;
  });
}

/** The day's weather in the running head: 今日天气：多云转阵雨 气温18℃—26℃. */
const WEATHER_IN_HEAD = /^(?:[今明][日天])?(?:\p{Script=Han}{2,4})?天气[：:\s\u3000].{0,40}℃/u;
/** Blocks in which a running head is over. */
const LONGEST_RUNNING_HEAD = 10;

function labelWeather(document: Document, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) =>
    index > 0 &&
    index < LONGEST_RUNNING_HEAD &&
    block.role === null &&
    blocks[index - 1]!.role === 'furniture' &&
    WEATHER_IN_HEAD.test(plainText(document, block))
      ? labelled(block, 'furniture', 'running-head', 'likely')
      : block,
  );
}

const SECTION = /^\p{Script=Han}{2}(?:·\p{Script=Han}{2})?$/u;
/** Nothing but a running head goes on with a date or a folio. */
const SECTION_OVER_FOLIO = /^\p{Script=Han}{2,5}(?:·\p{Script=Han}{2,4})?$/u;
/** A paper's name over the day, whatever it is called, with a section or the number of the issue: 青岙报 乡里乡亲. */
const NAME_OVER_FOLIO = /^《?\p{Script=Han}{2,9}[报刊]》?(?:[\s\u3000]+[\p{Script=Han}·]{2,12})?(?:[\s\u3000]+第?[0-9]{1,6}期)?$/u;

/** The folio with a section's name behind it: 第8版 文苑, B12 公告·分类. */
function namesSection(head: string): boolean {
  return isFolioWithSection(head) || /第\s*\S{1,3}\s*版[\s\u3000]*\p{Script=Han}{2}/u.test(head);
}

/** The section's name in a page's running head (体育, 县区新闻) stands alone on the file's first line or beside the date and the folio. */
function labelSectionName(document: Document, blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => block.role !== 'furniture');
  const block = blocks[first];
  if (!block || block.role !== null) return blocks;
  const text = blockText(document, block);
  const below = blocks[first + 1]?.role;
  const overFurniture = below === 'furniture';
  if (overFurniture && first === 0 && NAME_OVER_FOLIO.test(text))
    return blocks.with(0, labelled(block, 'furniture', 'running-head', 'likely'));
  const besideFurniture = first > 0 || overFurniture;
  if (!(overFurniture ? SECTION_OVER_FOLIO : SECTION).test(text) || /[讯报]$/u.test(text)) return blocks;
  if (!besideFurniture && first + 1 >= blocks.length) return blocks;
  if (
    !overFurniture &&
    (below === 'byline' || NOTICE.test(text) || blocks.slice(0, first).some((head) => namesSection(plainText(document, head))))
  )
    return blocks;
  return blocks.with(first, labelled(block, 'furniture', 'section-name', 'likely'));
}
