/**
 * The paragraphs of a story as they are read: a sentence that a jump has cut is one paragraph again. Pure. Not for finding which part goes on
 * where: see link-jumps.ts.
 */
import { CONFIRMED_RULE } from '../contract/model';
import type { Judgement, Paragraph } from '../contract/model';
import type { StoredArticle } from '../store/articles';
import { glueBetween } from '../text/glue-between';
import { beginsHeadless, endsFinished } from '../text/line-ends';
import { isTableRow } from '../text/title-cues';

/** Said of the first run of a continuation: the reader holds that a paragraph begins there. */
export const PARTED_RULE = 'parted-by-reader';

export interface StoryParagraphs {
  readonly paragraphs: readonly Paragraph[];
  /** For each part the index of the paragraph it begins in. */
  readonly begins: readonly number[];
}

/** A stored article's paragraph with its source named in every span. */
export function placedParagraphs(article: StoredArticle): readonly Paragraph[] {
  return article.parsed.paragraphs.map((paragraph) => ({
    ...paragraph,
    spans: paragraph.spans.map((span) => ({ ...span, source: article.source })),
  }));
}

/** @param parts the story's articles in reading order */
export function storyParagraphs(parts: readonly StoredArticle[]): StoryParagraphs {
  const paragraphs: Paragraph[] = [];
  const begins: number[] = [];
  for (const part of parts) {
    const [first, ...rest] = placedParagraphs(part);
    // A picture's caption may stand behind the sentence that was cut.
    const text = paragraphs.findLastIndex(({ role }) => role === 'body');
    const cut = text < 0 ? paragraphs.length - 1 : text;
    const before = paragraphs[cut];
    const why = before && first && whyOne(before, first);
    begins.push(why ? cut : paragraphs.length);
    if (why) paragraphs[cut] = asOne(before, first, why);
    else if (first) paragraphs.push(opening(first));
    paragraphs.push(...rest);
  }
  return { paragraphs, begins };
}

/** Why a continuation's first paragraph is the rest of the one that was cut; null where it is one of its own. */
function whyOne(before: Paragraph, first: Paragraph): Judgement | null {
  const said = first.spans[0]?.judgement;
  if (said?.rule === CONFIRMED_RULE) return said;
  if (said?.rule === PARTED_RULE || endsFinished(before.text) || ![before, first].every(mayBeHalf)) return null;
  return { rule: 'sentence-goes-on-elsewhere', confidence: beginsHeadless(first.text) ? 'certain' : 'likely' };
}

function mayBeHalf({ role, text }: Paragraph): boolean {
  return role === 'body' && !STANDS_ALONE.test(text) && !isTableRow(text);
}

/** A line of a few words is no half of a sentence: a title that was not known for one, a name. */
const STANDS_ALONE = /^[\p{Script=Han}\s]{0,10}$/u;

/** What begins a paragraph continues nothing. */
function opening(paragraph: Paragraph): Paragraph {
  const [first, ...others] = paragraph.spans;
  if (!first?.judgement) return paragraph;
  const { judgement: _, ...plain } = first;
  return { ...paragraph, spans: [plain, ...others] };
}

function asOne(before: Paragraph, rest: Paragraph, judgement: Judgement): Paragraph {
  const [first, ...others] = rest.spans;
  if (!first) return before;
  const glue = glueBetween(before.text, rest.text);
  return { ...before, text: before.text + glue + rest.text, spans: [...before.spans, { ...first, glue, judgement }, ...others] };
}
