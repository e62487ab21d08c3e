/** What goes to the clipboard from a composed page: paragraphs whole, without the page's line ends. Not for pages themselves. */

/** Null where the selection holds no line of type; the browser's own copy is right then. */
export function copiedText(selection: Selection | null): string | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const root = range.commonAncestorContainer;
  const scope = root instanceof Element ? root : root.parentElement;
  if (!scope) return null;
  const own = scope.closest('.page-line');
  if (own) return null;
  let text = '';
  let any = false;
  const lines = [...scope.querySelectorAll<HTMLElement>('.page-line')];
  for (const [index, line] of lines.entries()) {
    // Pages drawn beforehand are selected with the rest by whoever selects all.
    if (!range.intersectsNode(line) || !line.checkVisibility()) continue;
    const part = selectedPart(range, line);
    if (part === '') continue;
    any = true;
    text += part;
    if (line.dataset.breaks !== undefined || line.dataset.line === undefined) text += '\n';
    else if (/[A-Za-z0-9]$/u.test(part)) text += spaceBefore(lines[index + 1]);
  }
  return any ? text.replace(/\n$/u, '') : null;
}

function selectedPart(range: Range, line: HTMLElement): string {
  const part = document.createRange();
  part.selectNodeContents(line);
  if (line.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (line.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

/** The space at which a line between two Latin words was broken. */
function spaceBefore(line: HTMLElement | undefined): string {
  return /^[A-Za-z0-9]/u.test(line?.textContent ?? '') ? ' ' : '';
}
