/** What a PDF says, and what the page says, brought to one form so that they can be compared. Not for making either. */
import type { Page } from '@playwright/test';
import { extractText } from 'unpdf';

export async function readPdf(pdf: Uint8Array): Promise<{ readonly sheets: number; readonly text: string }> {
  const { totalPages, text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return { sheets: totalPages, text: plain(text) };
}

/** Spaces are where the extraction sees gaps; marks that run down have other forms, for which older browsers give no character. */
export function plain(text: string): string {
  return text.replace(/[\s\p{P}\p{S}\p{C}]/gu, '').normalize('NFKC');
}

/** What comes from the source; marks in the gutter are not printed. */
export async function linesInView(page: Page): Promise<readonly string[]> {
  const texts = await page
    .locator('[data-source]')
    .evaluateAll((lines) => lines.filter((line) => line.checkVisibility()).map(({ textContent }) => textContent ?? ''));
  return texts.map(plain).filter((text) => text.length > 3);
}

function hanStretches(line: string): readonly string[] {
  return line.match(/\p{Script=Han}{2,}/gu) ?? [];
}

/** Lines whose words the text does not hold. Numbers that stand upright in a line are read apart from it. */
export function missing(lines: readonly string[], text: string): readonly string[] {
  return lines.filter((line) => !hanStretches(line).every((stretch) => text.includes(stretch)));
}
