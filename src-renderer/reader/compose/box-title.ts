/** The title over a themed column's box: the column's name in red, what it says of itself beside or below it in small type. */
import type { Article } from '../../../src-main/contract/model';
import { HEADLINE_FACE, LABEL_FACE } from './advances';
import type { PageElement } from './composed-page';
import { spanWidth } from './geometry';
import { breakAnywhere, breakHeadline } from './break-headline';
import { headingLine, headlineOf } from './headline-block';
import type { HeadlineBlock } from './headline-block';
import type { Setting } from './setting';

/** `title` as the source has it; a dash begins its second part. */
export function boxTitle(article: Article, title: string, span: number, setting: Setting): HeadlineBlock {
  const { geometry, advances } = setting;
  const { lineHeight, typeSize } = geometry;
  const width = spanWidth(geometry, span);
  const dash = title.search(/[—―]/u);
  const name = (dash > 0 ? title.slice(0, dash) : title).trimEnd();
  const rest = dash > 0 ? title.slice(dash) : '';
  const elements: PageElement[] = [];
  const set = headlineOf(article, name, 3, HEADLINE_FACE, width, typeSize, advances);
  const row = Math.round(Math.max(lineHeight * 1.5, set.size * 1.4));
  for (const [index, line] of set.lines.entries())
    elements.push(
      headingLine(article, title, line.start, line.end, {
        role: 'column',
        size: set.size,
        face: HEADLINE_FACE,
        tone: 'red',
        x: 0,
        y: Math.round(lineHeight * 0.12) + index * row,
        width,
        height: row,
      }),
    );
  let y = set.lines.length * row;
  if (rest !== '') {
    const small = Math.round(typeSize * 0.8);
    const nameWidth = (set.lines.at(-1)?.width ?? 0) * set.size;
    const beside = breakHeadline(rest, (width - nameWidth - typeSize) / small, 1, LABEL_FACE, advances);
    const lines =
      beside ?? breakHeadline(rest, width / small, 3, LABEL_FACE, advances) ?? breakAnywhere(rest, width / small, LABEL_FACE, advances);
    for (const line of lines) {
      const style = { role: 'column', size: small, face: LABEL_FACE, tone: 'ink-2', x: 0, width } as const;
      const place = beside ? { y: y - row + Math.round(lineHeight * 0.2), height: row, align: 'end' as const } : { y, height: lineHeight };
      elements.push(headingLine(article, title, dash + line.start, dash + line.end, { ...style, ...place }));
      if (!beside) y += lineHeight;
    }
  }
  const lines = Math.ceil((y + lineHeight * 0.2) / lineHeight);
  elements.push({ kind: 'rule', x: 0, y: lines * lineHeight - Math.round(lineHeight * 0.25), width, height: 1, tone: 'hairline' });
  return { lines, elements };
}
