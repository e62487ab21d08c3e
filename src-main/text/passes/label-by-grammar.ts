import { simplifiedText } from '../../contract/simplified';
import { blockText, revised } from '../document';
import type { Block, BlockRole, Document } from '../document';
import {
  LONGEST_HEAD,
  isAuthorKicker,
  isAuthorNote,
  isBareDay,
  isByline,
  isContactLine,
  isCredit,
  isFolioWithSection,
  isFurniture,
  isMarkedColumn,
  isSignedDay,
  readJump,
} from '../line-grammar';
import { NOTICE } from '../heading-evidence';
import { endsWithFullStop } from '../line-ends';
import { signsOff } from '../person-lines';
import { SIGNATURE } from '../match-breaks';
import type { Confidence } from '../../contract/model';

/** Labels the lines that say themselves what they are: jump lines, running heads, credits, bylines, author kickers, marked columns. */
export function labelByGrammar(document: Document): Document {
  const last = document.blocks.length - 1;
  const blocks = document.blocks.map((block, index) => {
    const text = plainText(document, block);
    const found = text.length > LONGEST_BY_GRAMMAR ? (isFurniture(text) ? RUNNING_HEAD : null) : grammarOf(text);
    const signed = found === null && index > 0 && isSignature(text) && endsWithFullStop(blockText(document, document.blocks[index - 1]!));
    const atEdge = (index < EDGE || index > last - EDGE) && isFolioWithSection(text);
    const role = found ?? (atEdge ? RUNNING_HEAD : signed ? SIGNED : null);
    return role ? labelled(block, role[0], role[1], role[2]) : block;
  });
  return revised(document, {
    blocks: labelSectionName(document, labelWeather(document, labelPaperName(document, labelSignatures(document, blocks)))),
  });
}

/** In brackets under a text: where somebody is from or what he is, and his name. */
function isSignature(text: string): boolean {
  return /^[（(〔].*[\s\u3000].*[）)〕]$/u.test(text) && signsOff(text);
}

/** In simplified characters, where a grammar may know it: none knows longer lines. */
function plainText(document: Document, block: Block): string {
  const printed = blockText(document, block);
  return printed.length > LONGEST_HEAD ? printed : simplifiedText(printed);
}

/** Blocks at either end of a file among which its running head and foot are. */
const EDGE = 3;
const LONGEST_BY_GRAMMAR = 72;
const SIGNED = ['byline', 'signature', 'likely'] as const;
const RUNNING_HEAD = ['furniture', 'running-head', 'certain'] as const;

const SECTION = /^\p{Script=Han}{2}(?:·\p{Script=Han}{2})?$/u;
/** Nothing but a running head goes on with a date or a folio. */
const SECTION_OVER_FOLIO = /^\p{Script=Han}{2,5}(?:·\p{Script=Han}{2,4})?$/u;
/** A paper's name over the day, whatever it is called, with a section or the number of the issue: 青岙报 乡里乡亲. */
const NAME_OVER_FOLIO = /^《?\p{Script=Han}{2,9}[报刊]》?(?:[\s\u3000]+[\p{Script=Han}·]{2,12})?(?:[\s\u3000]+第?[0-9]{1,6}期)?$/u;

/** The folio with a section's name behind it: 第8版 文苑, B12 公告·分类. */
function namesSection(head: string): boolean {
  return isFolioWithSection(head) || /第\s*\S{1,3}\s*版[\s\u3000]*\p{Script=Han}{2}/u.test(head);
}

/** Who gives a notice: 江城大学, 方崇文同志治丧工作小组. */
const OFFICE = /^[\p{Script=Han}（）·]{2,24}$/u;
const ENDS_OFFICE = /(?:公司|集团|委员会|[局院处部社校厂站所]|中心|大学|中学|小学|协会|学会|商会|政府|大队|支队|办公室|小组|银行|支行)$/u;
/** Blocks above a signature in which the title of its notice stands. */
const LONGEST_NOTICE = 8;

/** Under a notice stand who gives it and the day: 临江县人民医院 / 2026年5月25日. Neither is a running head, and no sentence goes on in them. */
function labelSignatures(document: Document, blocks: readonly Block[]): readonly Block[] {
  const texts = blocks.map((block) => (block.role === null || block.role === 'furniture' ? blockText(document, block) : ''));
  const next = [...blocks];
  const sign = (at: number): void => void (next[at] = labelled(blocks[at]!, 'body', SIGNATURE, 'likely'));
  for (let at = 2; at < blocks.length; at++) {
    const beside = [blocks[at - 1], blocks[at + 1]].some((block) => block?.role === 'furniture');
    if (blocks[at]!.role === 'furniture' && !beside && isBareDay(texts[at]!)) {
      sign(at);
      if (blocks[at - 1]!.role !== null || !OFFICE.test(texts[at - 1]!)) continue;
      sign(at - 1);
      for (let above = at - 2; above > 0 && blocks[above]!.role === null && isOffice(texts[above]!); above--) sign(above);
    } else if (blocks[at]!.role === null && isOffice(texts[at]!) && endsWithFullStop(texts[at - 1]!) && isInNotice(texts, at)) sign(at);
  }
  return next;
}

function isOffice(text: string): boolean {
  return OFFICE.test(text) && ENDS_OFFICE.test(text);
}

/** Only running text stands between a line and the title of a notice above it. */
function isInNotice(texts: readonly string[], index: number): boolean {
  let at = index - 1;
  while (at > 0 && index - at < LONGEST_NOTICE && endsWithFullStop(texts[at]!)) at--;
  return NOTICE.test(texts[at]!);
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

function grammarOf(text: string): readonly [BlockRole, string, Confidence] | null {
  const jump = readJump(text);
  if (jump) return ['jump', jump.to === null ? 'jump-from' : 'jump-to', 'certain'];
  if (isFurniture(text)) return RUNNING_HEAD;
  if (isContactLine(text)) return ['furniture', 'where-to-write', 'likely'];
  if (isSignedDay(text)) return ['body', SIGNATURE, 'likely'];
  if (isAuthorNote(text)) return ['credit', 'author-note', 'certain'];
  if (isByline(text)) return ['byline', 'byline-grammar', 'certain'];
  if (isCredit(text)) return ['credit', 'credit-grammar', 'certain'];
  if (isMarkedColumn(text)) return ['column', 'marked-column', 'likely'];
  if (isAuthorKicker(text)) return ['kicker', 'author-kicker', 'likely'];
  return null;
}

export function labelled(block: Block, role: BlockRole, rule: string, confidence: Confidence): Block {
  const { spans, indent, blankLinesBefore } = block;
  return { spans, indent, blankLinesBefore, role, judgement: { rule, confidence } };
}
