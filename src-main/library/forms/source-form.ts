/** What kind of file some bytes are, by their name and how they begin. Not for reading them (extract-text.ts). */
import type { SourceForm } from '../../contract/model';
import { Problem } from '../../contract/problem';

const BY_EXTENSION: readonly (readonly [RegExp, SourceForm])[] = [
  [/\.(?:md|markdown)$/iu, 'markdown'],
  [/\.(?:html?|xhtml)$/iu, 'html'],
  [/\.docx$/iu, 'word'],
  [/\.pdf$/iu, 'pdf'],
  [/\.(?:jsonl?|ndjson)$/iu, 'json'],
  [/\.xml$/iu, 'alto'],
];

/** Text, but not the text of a page: read as one, it would become a newspaper of brackets. */
const OTHER_FORMS = /\.(?:mht|mhtml|epub|odt|wps|csv|tsv|css|[cm]?[jt]sx?|ya?ml|toml|ini|log|py|sh|xls|xlsx|ppt|pptx)$/iu;
const OLD_WORD = /\.(?:doc|dot|rtf)$/iu;

const PDF = '%PDF-';
const RICH_TEXT = '{\\rtf';
/** What .doc, .xls and .ppt are kept in, and every Office document that has a password (MS-OFFCRYPTO 2.3). */
const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** @throws Problem file-other-form, file-old-form, file-locked {name} */
export function sourceForm(name: string, bytes: Uint8Array): SourceForm {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1');
  if (head === COMPOUND_FILE) {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED_PACKAGE);
    throw new Problem(isLocked ? 'file-locked' : 'file-old-form', { name });
  }
  if (OLD_WORD.test(name) || head.startsWith(RICH_TEXT)) throw new Problem('file-old-form', { name });
  if (OTHER_FORMS.test(name)) throw new Problem('file-other-form', { name });
  if (head.startsWith(PDF)) return 'pdf';
  return BY_EXTENSION.find(([extension]) => extension.test(name))?.[1] ?? 'text';
}

/** Of these the bytes are no text, and no encoding can be chosen. */
export function isPacked(form: SourceForm): boolean {
  return form === 'word' || form === 'pdf';
}
