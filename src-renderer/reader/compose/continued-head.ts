/** What stands above the rest of a story: its headline again, small, and the link to where it began. Not for first heads. */
import type { Article } from '../../../src-main/contract/model';
import { HEADLINE_FACE } from './advances';
import type { PageElement } from './composed-page';
import { spanWidth } from './geometry';
import { headingLine, headlineOf } from './headline-block';
import type { HeadlineBlock } from './headline-block';
import type { Setting } from './setting';

/** Room for （上接第12页）, in characters of the page's body. */
const LINK_CHARACTERS = 6.6;

/** `title` is the headline or the group's name; null where the source has none. `page` is the page it comes from, from 0. */
export function continuedHead(article: Article, title: string | null, page: number, span: number, setting: Setting): HeadlineBlock {
  const { geometry, advances } = setting;
  const { lineHeight, typeSize } = geometry;
  const width = spanWidth(geometry, span);
  const linkWidth = Math.round(typeSize * LINK_CHARACTERS);
  const link = {
    kind: 'jump',
    direction: 'from',
    page,
    article: article.id,
    width: linkWidth,
    height: lineHeight,
    size: Math.round(typeSize * 0.87),
  } as const;
  if (title === null) return { lines: 1, elements: [{ ...link, x: 0, y: 0, align: 'start' }] };
  const beside = headlineOf(article, title, 4, HEADLINE_FACE, width - linkWidth - typeSize, typeSize, advances);
  const sharesRow = beside.lines.length === 1;
  const set = sharesRow ? beside : headlineOf(article, title, 4, HEADLINE_FACE, width, typeSize, advances);
  // A little off the text below, which would else stand as close as its own lines.
  const rise = -Math.round(lineHeight * 0.16);
  const elements: PageElement[] = set.lines.slice(0, 3).map((line, index) =>
    headingLine(
      article,
      title,
      line.start,
      line.end,
      { role: 'headline', size: set.size, face: HEADLINE_FACE, tone: 'ink', x: 0, y: index * lineHeight + rise, width, height: lineHeight },
      // The words were shown, with their source, where the story began.
      false,
    ),
  );
  const rows = elements.length;
  if (sharesRow) return { lines: rows, elements: [...elements, { ...link, x: width - linkWidth, y: rise, align: 'end' }] };
  return { lines: rows + 1, elements: [...elements, { ...link, x: 0, y: rows * lineHeight, align: 'start' }] };
}
