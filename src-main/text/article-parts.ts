/** What passes share that give headings the texts above them: which articles may take part, and what stands over one and below. */
import type { ArticleDraft, BlockRole, Document } from './document';
import { blockText } from './document';

/** The rule under which a heading has got the text above it. */
export const BELOW = 'headings-below-texts';

export function mayTurn({ kind, jump }: ArticleDraft): boolean {
  return (kind === 'feature' || kind === 'brief') && jump?.from == null;
}

/** What an article says, with the lines that stand over it, and those that stand with its text: who signed it, where it goes on. */
export interface Part {
  readonly article: ArticleDraft;
  readonly over: readonly number[];
  readonly below: readonly number[];
  /** Kicker, headline and deck. */
  readonly title: string;
  readonly text: string;
}

const TELLS_OF_TEXT: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['kicker', 'headline', 'deck']);

export function partOf(document: Document, article: ArticleDraft): Part {
  const { blocks } = document;
  const first = article.paragraphs[0]?.blocks[0] ?? Infinity;
  const over = article.heading.filter((index) => index < first);
  const says = (index: number): string => blockText(document, blocks[index]!);
  return {
    article,
    over,
    below: article.heading.filter((index) => index > first),
    title: over
      .filter((index) => TELLS_OF_TEXT.has(blocks[index]!.role))
      .map(says)
      .join('\n'),
    text: article.paragraphs.flatMap((paragraph) => paragraph.blocks.map(says)).join(''),
  };
}
