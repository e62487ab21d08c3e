/** A PDF with a text layer -> its text, column by column. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import type { Span } from '../../contract/model';
import { Problem } from '../../contract/problem';
import type { Extracted, ExtractTask } from './extract-text';
import { hanOfRadicals } from './han-of-radicals';
import { gatherLines, readColumns } from './pdf-columns';
import type { TextRun } from './pdf-columns';
import { partMargins } from './pdf-margins';
import type { PdfPage } from './pdf-margins';

/** A newspaper has a hundred pages, a year's bound volume some thousands. */
const MOST_PAGES = 5000;
/** Fonts that name no characters come out as private use and nonsense: a text of more than this share of it is no text. */
const MOST_UNREADABLE = 0.3;

interface PdfItem {
  readonly str: string;
  /** a b c d e f of the text space, PDF 32000-1 §9.4.4: e and f are where it begins, y upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** @throws Problem file-locked, file-damaged, file-no-text {name} */
export async function pdfText({ bytes, fileName }: ExtractTask, resources: string): Promise<Extracted> {
  const { pages, margins } = partMargins(await readPages(bytes, fileName, join(resources, 'cmaps')));
  const printed = pages
    .map((lines) => hanOfRadicals(readColumns(lines)))
    .filter((page) => page !== '')
    .join('\n\n');
  const { text, spans } = withMargins(printed, margins.map(hanOfRadicals));
  const solid = text.replace(/\s/gu, '');
  const unreadable = solid.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (solid === '' || unreadable > solid.length * MOST_UNREADABLE)
    throw new Problem(isWhole(bytes) ? 'file-no-text' : 'file-damaged', { name: fileName });
  return {
    text,
    encoding: 'utf-8',
    encodingJudgement: { rule: 'stated-by-form', confidence: 'certain' },
    facts: null,
    articles: null,
    margins: spans,
  };
}

/** Ends as every PDF file does (PDF 32000-1 §7.5.5, and annex H for what may follow): where it does not, what is missing may be the text. */
function isWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-2048).includes('%%EOF');
}

/** Below everything else, so that they are read in the file's text and nowhere between the articles. */
function withMargins(printed: string, margins: readonly string[]): { readonly text: string; readonly spans: readonly Span[] } {
  let text = printed;
  const spans = margins.map((line) => {
    text += `\n\n${line}`;
    return { start: text.length - line.length, end: text.length };
  });
  return { text, spans };
}

async function readPages(bytes: Uint8Array, name: string, cmaps: string): Promise<readonly PdfPage[]> {
  try {
    // It keeps the buffer it is given.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      isEvalSupported: false,
      useWorkerFetch: false,
      verbosity: 0,
      cMapPacked: true,
      cMapUrl: 'cmaps/',
      BinaryDataFactory: characterMapsIn(cmaps),
    });
    try {
      const pages: PdfPage[] = [];
      for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        const { transform, height } = page.getViewport({ scale: 1 });
        pages.push({ lines: gatherLines(items.flatMap((item) => ('str' in item ? runOf(item, transform) : []))), height });
        page.cleanup();
      }
      return pages;
    } finally {
      await document.destroy();
    }
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new Problem(isLocked ? 'file-locked' : 'file-damaged', { name }, { cause });
  }
}

/** What characters the codes of fonts that are not in the file stand for (Adobe's CMap resources), read from disk in every host alike. */
function characterMapsIn(folder: string) {
  return class CharacterMaps {
    async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
      if (!/^[\w-]+\.bcmap$/u.test(filename)) throw new Error(`no character map ${filename}`);
      return new Uint8Array(await readFile(join(folder, filename)));
    }
  };
}

/**
 * Where a run stands on the page as it is shown, which may be turned.
 * Text set askew or down the page, as over a picture or for a watermark, is left out.
 */
function runOf({ str, transform, width, height }: PdfItem, page: readonly number[]): TextRun[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = product(page, transform);
  const size = Math.hypot(c, d) || height;
  const isUpright = a > 0 && Math.abs(b) < 0.1 * a;
  return str === '' || size === 0 || !isUpright ? [] : [{ text: str, x, y, width, size }];
}

/** Of two affine maps, the second done first. */
function product([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], second: readonly number[]): readonly number[] {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
