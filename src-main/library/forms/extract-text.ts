/**
 * Takes the text out of a file that is not plain text, so that it can be parsed as if it were, and every place in it be named.
 * The same bytes come to the same text; nothing in a file is run, fetched or believed about its own size. Not for choosing a form (source-form.ts).
 */
import type { EncodingName, Judgement, SourceForm, Span } from '../../contract/model';
import type { ParsedSource } from '../../contract/parsed';
import { assertNever, Problem } from '../../contract/problem';
import { decodeSource, isBlank } from '../../text/decode-source';
import { isPacked } from './source-form';
import { wellFormed } from '../well-formed';

export interface ExtractTask {
  readonly form: Exclude<SourceForm, 'text'>;
  readonly bytes: Uint8Array;
  /** The reader's choice, for forms that are written in text. */
  readonly encoding?: EncodingName | undefined;
  readonly fileName: string;
}

export interface Extracted {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly encodingJudgement: Judgement;
  /** What the file says of itself in so many words; null where it says nothing. */
  readonly facts: Partial<ParsedSource['facts']> | null;
  /** Where the form itself tells articles apart there is nothing to find out. */
  readonly articles: ParsedSource['articles'] | null;
  /** What stands around the pages and belongs to no article; it follows all other text. */
  readonly margins?: readonly Span[];
}

/** More markup than this is no page, and taking it apart would take memory many times its size. */
const LONGEST_MARKUP = 24 * 1024 * 1024;

/**
 * @param resources folder that holds `cmaps`, for PDF
 * @throws Problem file-locked, file-no-text, file-damaged, file-too-large, file-other-form, file-empty, file-binary {name}
 */
export async function extractText(task: ExtractTask, resources: string): Promise<Extracted> {
  const extracted = await extract(task, resources).catch((cause: unknown) => {
    // Whatever a reader trips over is the file's: it is refused by name, and the next one is read.
    throw cause instanceof Problem ? cause : new Problem('file-damaged', { name: task.fileName }, { cause });
  });
  if (isBlank(extracted.text)) {
    const isBare = !isPacked(task.form) && isBlank(decodeSource(task.bytes, task.encoding).text);
    throw new Problem(isBare ? 'file-empty' : 'file-no-text', { name: task.fileName });
  }
  return { ...extracted, text: wellFormed(extracted.text) };
}

async function extract(task: ExtractTask, resources: string): Promise<Extracted> {
  const { form, bytes, fileName } = task;
  if (form !== 'pdf' && form !== 'word' && form !== 'json' && bytes.length > LONGEST_MARKUP)
    throw new Problem('file-too-large', { name: fileName, bytes: bytes.length });
  // Each reader is loaded with the first file of its form.
  switch (form) {
    case 'markdown':
      return (await import('./markdown-text')).markdownText(task);
    case 'html':
      return (await import('./html-text')).htmlText(task);
    case 'word':
      return (await import('./word-text')).wordText(task);
    case 'pdf':
      return (await import('./pdf-text')).pdfText(task, resources);
    case 'json':
      return (await import('./json-articles')).jsonArticles(task);
    case 'alto':
      return (await import('./alto-text')).altoText(task);
    default:
      return assertNever(form);
  }
}
