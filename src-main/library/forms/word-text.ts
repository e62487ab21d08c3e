/** A Word document (Office Open XML, ECMA-376 part 1) -> its text, a line a paragraph. */
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { Problem } from '../../contract/problem';
import type { Extracted, ExtractTask } from './extract-text';
import { walkMarkup } from './walk-markup';

/** Unpacked; the text of a 1,000-page book has a tenth of it. What an archive says of its sizes is checked while it is read. */
const LONGEST_DOCUMENT = 48 * 1024 * 1024;
const MAIN_PART = 'word/document.xml';

/** @throws Problem file-unreadable, file-too-large {name} */
export async function wordText({ bytes, fileName }: ExtractTask): Promise<Extracted> {
  return {
    text: textOfDocument(await readMainPart(bytes, fileName)),
    encoding: 'utf-8',
    encodingJudgement: { rule: 'stated-by-form', confidence: 'certain' },
    facts: null,
    articles: null,
  };
}

async function readMainPart(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName !== MAIN_PART) continue;
        if (entry.uncompressedSize > LONGEST_DOCUMENT) throw new Problem('file-too-large', { name, bytes: entry.uncompressedSize });
        return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
      }
    } finally {
      zip.close();
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem('file-unreadable', { name }, { cause });
  }
  throw new Problem('file-unreadable', { name });
}

/** Headings stand apart by blank lines. What was struck out, field codes and second copies of drawings are left out. */
function textOfDocument(xml: string): string {
  const lines: string[] = [];
  /** A text box lies within a paragraph and holds paragraphs of its own, which come before it. */
  const open: { text: string; heading: boolean }[] = [];
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
            open.push({ text: '', heading: false });
            break;
          case 'pStyle':
            if (paragraph) paragraph.heading = /^(?:heading|title|subtitle|\d$|标题)/iu.test(attributes['w:val'] ?? '');
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
            if (paragraph.heading) lines.push('', paragraph.text.trim(), '');
            else lines.push(paragraph.text.trimEnd());
            break;
          }
        }
      },
    },
    'xml',
  );
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
