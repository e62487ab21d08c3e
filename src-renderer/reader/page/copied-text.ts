/** What goes to the clipboard from pages and from an article read alone: what was printed, paragraphs whole. Not for what is neither. */

/** Lines of type, and what stands above an article read alone. */
const LINES = '.page-line, .article-words';

/** A line of type, and what is selected of it. */
interface SelectedLine {
  readonly line: HTMLElement;
  readonly text: string;
}

export function selectedLines(selection: Selection | null): readonly SelectedLine[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const root = range.commonAncestorContainer;
  const scope = root instanceof Element ? root : root.parentElement;
  if (!scope) return [];
  const own = scope.closest<HTMLElement>(LINES);
  return (
    (own ? [own] : [...scope.querySelectorAll<HTMLElement>(LINES)])
      // Pages drawn beforehand are selected with the rest by whoever selects all.
      .filter((line) => range.intersectsNode(line) && line.checkVisibility())
      .map((line) => ({ line, text: selectedPart(range, line) }))
      .filter(({ text }) => text !== '')
  );
}

/** Null where the selection holds no line of type; the browser's own copy is right then. */
export function copiedText(selection: Selection | null): string | null {
  const parts = selectedLines(selection);
  return parts.length === 0 ? null : textOfLines(parts);
}

export function textOfLines(parts: readonly SelectedLine[]): string {
  return parts.map(({ line, text }, index) => text + between(line, parts[index + 1]?.line)).join('');
}

/** Its text, without the marks beside it. */
function wordsOf(line: HTMLElement): readonly Text[] {
  const words: Text[] = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode instanceof Text && !walker.currentNode.parentElement?.closest('.article-mark')) words.push(walker.currentNode);
  return words;
}

function selectedPart(range: Range, line: HTMLElement): string {
  const parts = wordsOf(line).map((word) => {
    if (!range.intersectsNode(word)) return '';
    // Signs that only a vertical line has stand for as many that were printed.
    const printed = word.parentElement?.dataset.printed ?? word.data;
    const start = word === range.startContainer ? range.startOffset : 0;
    return printed.slice(start, word === range.endContainer ? range.endOffset : undefined);
  });
  return parts.join('');
}

/** A line's end is nothing, or the blank at which a paragraph was broken; what is no line of the same paragraph begins anew. */
function between(line: HTMLElement, next: HTMLElement | undefined): string {
  if (!next) return '';
  const [paragraph, start] = placeOf(line);
  const [itsParagraph, itsStart] = placeOf(next);
  const goesOn = paragraph === itsParagraph && line.closest('[data-article]') === next.closest('[data-article]');
  if (line.dataset.breaks !== undefined || line.dataset.line === undefined || !goesOn) return '\n';
  const length = wordsOf(line).reduce((sum, word) => sum + word.length, 0);
  return itsStart > start + length ? ' ' : '';
}

/** The paragraph, and where in it the line begins. */
function placeOf({ dataset }: HTMLElement): readonly [paragraph: string, start: number] {
  const [paragraph = '', start] = dataset.line?.split(':') ?? [];
  return [paragraph, Number(start)];
}
