/** A page of recognised text in ALTO XML (loc.gov/standards/alto), as libraries keep scanned newspapers -> its text in the order of the file. */
import { Problem } from '../../contract/problem';
import { decodeMarkup } from './decode-markup';
import type { Extracted, ExtractTask } from './extract-text';
import { walkMarkup } from './walk-markup';

/**
 * Lines as they were printed, blocks apart by a blank line. A METS file names the pages of an issue and holds no text.
 * @throws Problem file-other-form {name} for any other XML
 */
export function altoText(task: ExtractTask): Extracted {
  const { text: xml, encoding, judgement } = decodeMarkup(task);
  let isAlto = false;
  let page: string | null = null;
  let spaced = false;
  const blocks: string[][][] = [[]];
  walkMarkup(
    xml,
    {
      onopentag(name, attributes) {
        const line = blocks.at(-1)?.at(-1);
        switch (name.slice(name.indexOf(':') + 1)) {
          case 'alto':
            isAlto = true;
            break;
          case 'Page':
            page ??= attributes['PRINTED_IMG_NR']?.trim() || null;
            break;
          case 'TextBlock':
            blocks.push([]);
            break;
          case 'TextLine':
            blocks.at(-1)?.push([]);
            break;
          case 'SP':
            spaced = true;
            line?.push(' ');
            break;
          case 'String':
          case 'HYP':
            line?.push(attributes['CONTENT'] ?? '');
            break;
        }
      },
    },
    'xml',
  );
  if (!isAlto) throw new Problem('file-other-form', { name: task.fileName });
  const text = blocks
    .map((lines) =>
      lines
        .map((words) => joinWords(words, spaced))
        .join('\n')
        .trim(),
    )
    .filter((block) => block !== '')
    .join('\n\n');
  return {
    text,
    encoding,
    encodingJudgement: judgement,
    facts: page === null ? null : { page: { value: page, judgement: { rule: 'stated-in-file', confidence: 'likely' } } },
    articles: null,
  };
}

/** Where a file marks no spaces at all, they stand between words in Latin letters. */
function joinWords(words: readonly string[], spaced: boolean): string {
  let line = '';
  for (const word of words)
    line += !spaced && /[\p{Script=Latin}\d,.;:!?]$/u.test(line) && /^[\p{Script=Latin}\d]/u.test(word) ? ` ${word}` : word;
  return line;
}
