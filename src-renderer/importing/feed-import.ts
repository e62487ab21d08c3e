/**
 * Streams gathered files into one import job, a batch at a time, so that neither side ever holds much of them.
 * Not for showing how it goes: see import-desk.ts.
 */
import type { Client } from '../../src-main/contract/link';
import type { EncodingName, JobId } from '../../src-main/contract/model';
import type { GatheredFile } from './gathered-file';

export const largestFile = 64 * 1024 * 1024;
const fullBatch = { bytes: 4 * 1024 * 1024, files: 100 };

interface SentFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding?: EncodingName;
}

/** The contract takes names and paths of at most 1,000 UTF-16 units; a path's end is what names paper and page. */
export function fitName(name: string): string {
  return name.slice(-1000).replace(/\p{Surrogate}/gu, '\uFFFD') || '?';
}

/**
 * Sends `files` in order to the open job and closes it. A file over 64 MB is refused unread, one that cannot be read is
 * refused by name; the rest goes on. Reading the next batch overlaps with sending the last one, never with more.
 * Rejects with a `Problem` where the job is gone. Stops early once `isCancelled` says so.
 */
export async function feedImport(client: Client, job: JobId, files: readonly GatheredFile[], isCancelled: () => boolean): Promise<void> {
  let batch: SentFile[] = [];
  let size = 0;
  let sending: Promise<unknown> = Promise.resolve();

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    const full = batch;
    batch = [];
    size = 0;
    await sending;
    sending = client.call('import.add', { job, files: full });
    // The rejection is taken up by the next `await sending`; until then it must not count as unhandled.
    sending.catch(() => {});
  }

  async function refuse(file: GatheredFile, reason: 'file-too-large' | 'file-unreadable'): Promise<void> {
    await flush();
    await sending;
    await client.call('import.refuse', { job, name: fitName(file.name), path: fitName(file.path), reason });
  }

  for (const file of files) {
    if (isCancelled()) break;
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      const blob = await file.open();
      if (blob.size > largestFile) {
        await refuse(file, 'file-too-large');
        continue;
      }
      if (size + blob.size > fullBatch.bytes) await flush();
      bytes = new Uint8Array(await blob.arrayBuffer());
    } catch (failure) {
      if (failure instanceof Error && failure.name === 'Problem') throw failure;
      await refuse(file, 'file-unreadable');
      continue;
    }
    batch.push({ name: fitName(file.name), path: fitName(file.path), bytes, ...(file.encoding ? { encoding: file.encoding } : {}) });
    size += bytes.byteLength;
    if (size >= fullBatch.bytes || batch.length >= fullBatch.files) await flush();
  }
  if (!isCancelled()) await flush();
  await sending;
  await client.call('import.close', { job });
}
