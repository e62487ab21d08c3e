/**
 * What of an article is searched, and where each piece stands: heading fields in printed order, then paragraphs.
 */
import { foldText } from './fold';
import type { TextColumn } from './index-tables';
import type { SearchableArticle, TextField } from './search';

export const HEADING_FIELDS: readonly TextField[] = ['column', 'kicker', 'locality', 'headline', 'deck', 'byline', 'credit'];

/** A stretch of printed text that a match must lie within. */
export interface Passage {
  readonly column: TextColumn;
  /** The paragraph's ordinal; null for a heading field. */
  readonly paragraph: number | null;
  readonly text: string;
}

/** The first paragraph with text is the lead. Who paragraphs say has written them stands before all of them once more. */
export function passagesOf(article: SearchableArticle): readonly Passage[] {
  const passages: Passage[] = [];
  for (const field of HEADING_FIELDS) {
    const text = article[field];
    if (text) passages.push({ column: field, paragraph: null, text });
  }
  for (const [paragraph, text] of article.paragraphs.entries()) {
    const signature = signatureIn(article, text);
    if (signature) passages.push({ column: 'signature', paragraph, text: signature.text });
  }
  let column: TextColumn = 'lead';
  for (const [paragraph, text] of article.paragraphs.entries()) {
    if (text === '') continue;
    passages.push({ column, paragraph, text });
    column = 'body';
  }
  return passages;
}

const SIGNED_FIRST = /^(?:[^。！？；：“”]{0,24}?(?:讯|电|消息|报道)[\s\u3000]?)?[（(]([^（）()。]{2,60})[）)]/u;
const SIGNS = /记者|通讯员|特约|实习生|评论员|撰稿/u;
/** A brief is signed behind its last sentence, with nothing but a name. */
const SIGNED_LAST = /(?<=[。！？”…][\s\u3000]*)[（(]([\p{Script=Han}·\s\u3000、]{2,24})[）)]$/u;

/** 本报讯（记者 张三）, or （张三） behind a brief: where a paragraph says who wrote it, at its beginning or end; null where it does not. */
function signatureIn(article: SearchableArticle, text: string): { readonly text: string; readonly names: string } | null {
  const first = SIGNED_FIRST.exec(text);
  if (first && SIGNS.test(first[1]!)) return { text: first[0], names: first[1]! };
  const last = article.kind === 'brief' ? SIGNED_LAST.exec(text.slice(-LONGEST_SIGNATURE)) : null;
  return last && { text: last[0], names: last[1]! };
}

const LONGEST_SIGNATURE = 40;

/** Folded text by passage; the same order as `passages`. */
export const foldPassages = (passages: readonly Passage[]): readonly string[] => passages.map((passage) => foldText(passage.text));

/** A 53-bit digest (two interleaved 32-bit mixes) of all that search knows of an article. */
export function hashArticle(article: SearchableArticle): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const mix = (text: string | null): void => {
    const part = text ?? '\u0000';
    for (let at = 0; at < part.length; at += 1) {
      const unit = part.charCodeAt(at);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
    high = Math.imul(high ^ 0x10001, 2654435761);
    low = Math.imul(low ^ 0x10001, 1597334677);
  };
  mix(String(article.edition));
  for (const part of [article.paper, article.date, article.kind]) mix(part);
  for (const field of HEADING_FIELDS) mix(article[field]);
  // What has none keeps the digest it had before there were any.
  if (article.section) mix(article.section);
  for (const paragraph of article.paragraphs) mix(paragraph);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

const AGENCY_WORD = /(记者|通讯员|实习生|评论员|特约|撰稿|报道|报道组|编辑|责编|摄影|摄影报道|图片库|供图|文\/图|文|图|摄)$/u;
const ONE_HAN = /^\p{Script=Han}$/u;
const LATIN = /^[\p{Script=Latin}.'’-]+$/u;

/**
 * The names in a byline, a credit or a paragraph's 本报讯（记者 …）: 贵州日报天眼新闻记者 向秋穗 → 向秋穗; 赵松 摄（贵州图片库） → 赵松; 张 三 → 张三;
 * Jane Porter stays whole.
 * For look-up only: an unusual byline is kept whole rather than lost.
 */
export function peopleOf(article: SearchableArticle): readonly string[] {
  const people = new Set<string>();
  const signed = article.paragraphs.map((text) => signatureIn(article, text)?.names ?? null);
  for (const line of [article.byline, article.credit, ...signed]) {
    if (!line) continue;
    const parts = line
      .replace(/[（(【[].*?[）)】\]]/gu, ' ')
      .replace(/(记者|通讯员|实习生|编辑|责编)\s*[：:]?\s*/gu, '$1 ')
      .split(/[\s、，,；;：:/／|]+/u)
      .filter((part) => part !== '');
    for (let at = 0; at < parts.length; at += 1) {
      let name = parts[at]!;
      const next = parts[at + 1];
      if (ONE_HAN.test(name) && next !== undefined && ONE_HAN.test(next) && !AGENCY_WORD.test(next)) {
        name += next;
        at += 1;
      } else if (LATIN.test(name)) {
        for (; LATIN.test(parts[at + 1] ?? ''); at += 1) name += ` ${parts[at + 1]}`;
      }
      if (!AGENCY_WORD.test(name)) people.add(name);
    }
  }
  return [...people];
}
