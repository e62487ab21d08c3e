/** Tells what stands around a PDF's pages (running heads, addresses, page counts, the time of printing) from what is printed on them. Pure. */
import { isFurniture } from '../../text/line-grammar';
import type { Line } from './pdf-columns';

export interface PdfPage {
  readonly lines: readonly Line[];
  /** Points. */
  readonly height: number;
}

export interface PartedPages {
  readonly pages: readonly (readonly Line[])[];
  /** What was left out, each once, in the order of the file. */
  readonly margins: readonly string[];
}

/** Share of the page's height, at its head and at its foot. */
const MARGIN = 0.08;
/** Points by which a running head may stand higher or lower than on the page before. */
const WANDER = 4;
/** As browsers print them around a page: the time, the address, the count of pages. */
const AROUND = [
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[,\s]*(?:[上下]午)?\s*\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?$/iu,
  /^(?:https?|file|about|data):\S+$/iu,
  /^(?:page\s*)?\d{1,4}\s*(?:\/|of)\s*\d{1,4}$/iu,
  /^第\s*\d{1,4}\s*页[\s，,/]*共\s*\d{1,4}\s*页$/u,
];

/** A newspaper's own folio and nameplate stay: they tell its day and page, and the parser knows them. */
export function partMargins(pages: readonly PdfPage[]): PartedPages {
  const seen = new Map<string, { readonly page: number; readonly y: number }[]>();
  const candidates = pages.map(({ lines, height }) => lines.filter((line) => isInMargin(line, height) && !isFurniture(line.text)));
  for (const [page, lines] of candidates.entries())
    for (const { text, y } of lines) seen.set(formOf(text), [...(seen.get(formOf(text)) ?? []), { page, y }]);
  const enough = pages.length > 4 ? 3 : 2;
  const recurs = ({ text, y }: Line) =>
    new Set((seen.get(formOf(text)) ?? []).filter((other) => Math.abs(other.y - y) <= WANDER).map(({ page }) => page)).size >= enough;

  const margins = new Set<string>();
  const bodies = pages.map(({ lines }, index) => {
    const around = (candidates[index] ?? []).filter(({ text }) => AROUND.some((form) => form.test(text)));
    // The title of what was printed stands beside the time.
    const left = (candidates[index] ?? []).filter((line) => recurs(line) || around.some(({ y }) => Math.abs(y - line.y) < 2));
    for (const { text } of left) margins.add(text);
    return lines.filter((line) => !left.includes(line));
  });
  return bodies.some((lines) => lines.length > 0)
    ? { pages: bodies, margins: [...margins] }
    : { pages: pages.map(({ lines }) => lines), margins: [] };
}

function isInMargin({ y }: Line, height: number): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

/** Dates and page numbers change from page to page. */
function formOf(text: string): string {
  return text.replace(/\s/gu, '').replace(/\p{Nd}+/gu, '#');
}
