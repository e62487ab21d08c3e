/** One file of an opened zip archive, as its maker put it in, or why it cannot be had. Not for finding it (unpack-zip.ts, forms/word-text.ts). */
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Problem } from '../contract/problem';

/**
 * Reading stops with an error where the archive lied about a size (validateEntrySizes).
 * @param name of what is told of: the archive's, or the entry's in it
 * @throws Problem file-locked, file-other-form (packed in a way that is not read), file-damaged {name}
 */
export async function readZipEntry(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.isEncrypted()) throw new Problem('file-locked', { name });
  if (!entry.canDecodeFileData()) throw new Problem('file-other-form', { name });
  const bytes = await zip
    .openReadStreamPromise(entry)
    .then(buffer)
    .catch((cause: unknown) => {
      throw new Problem('file-damaged', { name }, { cause });
    });
  if (crc32(bytes) !== entry.crc32) throw new Problem('file-damaged', { name });
  return new Uint8Array(bytes);
}
