/** A Word document (Office Open XML, ECMA-376 part 1) -> its text, a line a paragraph or a row of a table. */
import { fromBufferPromise } from 'yauzl';
import type { Span } from '../../contract/model';
import { Problem } from '../../contract/problem';
import { readZipEntry } from '../read-zip-entry';
import { articlesByHeadings } from './articles-by-headings';
import type { KnownHeading } from './articles-by-headings';
import type { Extracted, ExtractTask } from './extract-text';
import { lineOfRow } from './table-row';
import { walkMarkup } from './walk-markup';

/** Unpacked; the text of a 1,000-page book has a tenth of it. What an archive says of its sizes is checked while it is read. */
const LONGEST_DOCUMENT = 48 * 1024 * 1024;
const MAIN_PART = 'word/document.xml';

/** @throws Problem file-damaged, file-locked, file-other-form (an archive of something else), file-too-large {name} */
export async function wordText({ bytes, fileName }: ExtractTask): Promise<Extracted> {
  const { text, headings, rows } = textOfDocument(await readMainPart(bytes, fileName));
  const told = articlesByHeadings(text, headings, { lines: 'paragraphs', rows });
  return {
    text,
    encoding: 'utf-8',
    encodingJudgement: { rule: 'stated-by-form', confidence: 'certain' },
    facts: told?.facts ?? null,
    articles: told?.articles ?? null,
  };
}

async function readMainPart(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName !== MAIN_PART) continue;
        if (entry.uncompressedSize > LONGEST_DOCUMENT) throw new Problem('file-too-large', { name, bytes: entry.uncompressedSize });
        return new TextDecoder().decode(await readZipEntry(zip, entry, name));
      }
    } finally {
      zip.close();
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem('file-damaged', { name }, { cause });
  }
  throw new Problem('file-other-form', { name });
}

/** Headings stand apart by blank lines. What was struck out, field codes and second copies of drawings are left out. */
function textOfDocument(xml: string): {
  readonly text: string;
  readonly headings: readonly KnownHeading[];
  readonly rows: readonly Span[];
} {
  const lines: string[] = [];
  const rowLines: { readonly text: string }[] = [];
  /** Where in `lines` each cell begins, of the row of a table that is being read, as long as it may be one line. */
  let cells: number[] | null = null;
  const titles: { readonly text: string; readonly rank: number }[] = [];
  /** A text box lies within a paragraph and holds paragraphs of its own, which come before it. */
  const open: { text: string; rank: number | null }[] = [];
  let inText = 0;
  let skipped = 0;
  walkMarkup(
    xml,
    {
      onopentag(name, attributes) {
        const paragraph = open.at(-1);
        switch (localName(name)) {
          case 'Fallback':
          case 'del':
          case 'moveFrom':
            skipped += 1;
            break;
          case 'p':
            open.push({ text: '', rank: null });
            break;
          case 'tbl':
            cells = null;
            break;
          case 'tr':
            cells = [];
            break;
          case 'tc':
            cells?.push(lines.length);
            break;
          case 'pStyle':
            if (paragraph) paragraph.rank = rankOf(attributes['w:val'] ?? '');
            break;
          case 't':
            inText += 1;
            break;
          case 'tab':
            if (paragraph && skipped === 0) paragraph.text += '\t';
            break;
          case 'br':
          case 'cr':
            if (paragraph && skipped === 0) paragraph.text += '\n';
            break;
        }
      },
      ontext(text) {
        const paragraph = open.at(-1);
        if (paragraph && inText > 0 && skipped === 0) paragraph.text += text;
      },
      onclosetag(name) {
        switch (localName(name)) {
          case 'Fallback':
          case 'del':
          case 'moveFrom':
            skipped -= 1;
            break;
          case 't':
            inText -= 1;
            break;
          case 'p': {
            const paragraph = open.pop();
            if (!paragraph || skipped > 0) break;
            if (paragraph.rank !== null) {
              const text = paragraph.text.replace(/\s+/gu, ' ').trim();
              lines.push('', text, '');
              if (text !== '') {
                titles.push({ text, rank: paragraph.rank });
                cells = null;
              }
            } else lines.push(paragraph.text.trimEnd());
            break;
          }
          case 'tr': {
            const starts = cells ?? [];
            cells = null;
            const row = lineOfRow(
              starts.map((start, index) =>
                lines
                  .slice(start, starts[index + 1])
                  .join('\n')
                  .trim(),
              ),
            );
            if (row === null) break;
            lines.splice(starts[0] ?? lines.length);
            // The text begins with its first character that is not blank.
            const isFirst = rowLines.length === 0 && lines.every((line) => line === '');
            const text = isFirst ? row.trimStart() : row;
            lines.push(text);
            rowLines.push({ text });
            break;
          }
        }
      },
    },
    'xml',
  );
  const text = lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return {
    text,
    headings: placeLines(text, titles),
    rows: placeLines(text, rowLines),
  };
}

/** Word's own names of styles, in English and Chinese; a subtitle stands below a title. */
function rankOf(style: string): number | null {
  if (/^subtitle|^副标题/iu.test(style)) return 2;
  if (/^title|^标题$/iu.test(style)) return 1;
  const rank = /^(?:heading|标题)?\s*([1-9])$/iu.exec(style)?.[1];
  return rank === undefined ? (/^(?:heading|标题)/iu.test(style) ? 1 : null) : Math.min(6, Number(rank));
}

/** @param sought lines of the text, in its order */
function placeLines<Line extends { readonly text: string }>(text: string, sought: readonly Line[]): readonly (Line & Span)[] {
  const places: (Line & Span)[] = [];
  const lined = `\n${text}\n`;
  let at = 0;
  for (const line of sought) {
    const start = lined.indexOf(`\n${line.text}\n`, at);
    if (start < 0) continue;
    places.push({ ...line, start, end: start + line.text.length });
    at = start + line.text.length;
  }
  return places;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
