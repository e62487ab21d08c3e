/** Bytes of a file that is written in text and may say its own encoding: by the reader's choice, by evidence, and where that leaves a doubt by its word. */
import type { EncodingName } from '../../contract/model';
import { decodeSource } from '../../text/decode-source';
import type { DecodedSource } from '../../text/decode-source';
import type { ExtractTask } from './extract-text';

/** `<meta charset>`, `<meta http-equiv>` (HTML, prescan of 1024 bytes; more is allowed here) and the XML declaration. */
const STATED = /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/iu;
const NAMES: readonly (readonly [RegExp, EncodingName])[] = [
  [/^utf-?8$/iu, 'utf-8'],
  [/^(?:gb_?2312(?:-80)?|gbk|gb18030|x-gbk|hz-gb-2312)$/iu, 'gb18030'],
  [/^(?:big5(?:-hkscs)?|x-x-big5|cn-big5)$/iu, 'big5'],
];

/** @throws Problem file-empty, file-binary */
export function decodeMarkup({ bytes, encoding }: Pick<ExtractTask, 'bytes' | 'encoding'>): DecodedSource {
  const decoded = decodeSource(bytes, encoding);
  if (encoding || decoded.judgement.confidence === 'certain') return decoded;
  const word = STATED.exec(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1'))?.[1];
  const stated = word && NAMES.find(([name]) => name.test(word))?.[1];
  if (!stated) return decoded;
  return { ...decodeSource(bytes, stated), judgement: { rule: 'stated-in-file', confidence: 'likely' } };
}
