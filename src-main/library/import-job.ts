/** Imports as jobs: files are taken in as fast as they are written away, one fails alone, and a cancel leaves what is done. */
import type { EncodingName, JobId, JobSnapshot } from '../contract/model';
import { Problem } from '../contract/problem';
import type { Desk } from './desk';
import { createFeed } from './import-feed';
import type { Afterwards, Feed, ImportEvents, RefusedFile } from './import-feed';
import type { FileOrigin, ImportFile } from './import-source';
import type { ImportMemory } from './interrupted-imports';
import type { Job, Jobs } from './jobs';
import { mayBeZip, unpackZip } from './unpack-zip';

export interface Imports {
  /** `origin` tells where to read again what is cut short; without it the reader has to hand the files in again. */
  open(total: number | null, origin?: ImportOrigin): JobId;
  /** Resolves when there is room for more. Files given to a cancelled job are passed over. @throws Problem not-found */
  add(job: JobId, files: readonly ImportFile[]): Promise<void>;
  /** A zip archive on disk, however large: its files are added one by one. @throws Problem not-found */
  addArchive(job: JobId, archive: FileOrigin): Promise<void>;
  /** How many files are to come, once that is known; an archive among them may turn out to be more. */
  expect(job: JobId, total: number): void;
  /** No file is taken any more. */
  isOver(job: JobId): boolean;
  refuse(job: JobId, file: RefusedFile): void;
  /** Where a file that failed lies, by its place among the job's outcomes. @throws Problem not-found */
  originOf(job: JobId, outcome: number): FileOrigin;
  /** No more files come; the job ends when those given are done. */
  close(job: JobId): Promise<JobSnapshot>;
}

export interface ImportOrigin {
  readonly paths: readonly string[];
  readonly encoding?: EncodingName | undefined;
  /** The watched folder it comes from; it is looked through again by itself. */
  readonly watched?: string;
  readonly awaited?: true;
  readonly afterwards?: Afterwards;
  /** The app's own doing, of which nobody needs to hear. */
  readonly unasked?: true;
}

export function createImports(desk: Desk, jobs: Jobs, memory: ImportMemory, events: ImportEvents): Imports {
  const feeds = new Map<JobId, Feed>();
  /** As long as a job is remembered. */
  const origins = new WeakMap<Job, Feed['origins']>();

  /** Undefined once the job is over. */
  function feed(id: JobId): Feed | undefined {
    return feeds.get(id) ?? (jobs.find(id), undefined);
  }

  return {
    open(total, origin = { paths: [] }) {
      const { watched, awaited } = origin;
      const job = jobs.open('import', total, { ...(watched === undefined ? {} : { watched }), ...(awaited ? { awaited } : {}) });
      if (watched === undefined && !origin.unasked) memory.follow(job, origin.paths, origin.encoding ?? null);
      const opened = createFeed(job, total, desk, events, origin.afterwards);
      feeds.set(job.id, opened);
      origins.set(job, opened.origins);
      void job.finished.then(() => feeds.delete(job.id));
      return job.id;
    },
    async add(id, files) {
      const target = feed(id);
      if (!target) return;
      for (const file of files) {
        if (isArchive(file)) await unpackInto(target, file.bytes, file.path ?? file.name, file);
        else target.push(file);
      }
      await target.room();
    },
    async addArchive(id, origin) {
      const target = feed(id);
      if (target) await unpackInto(target, origin.absolute, origin.path, { encoding: origin.encoding, origin });
    },
    expect(id, expected) {
      feeds.get(id)?.expect(expected);
    },
    isOver: (id) => feeds.get(id)?.isOver() ?? true,
    refuse(id, file) {
      feed(id)?.push(file);
    },
    originOf(id, outcome) {
      const origin = origins.get(jobs.find(id))?.get(outcome);
      if (!origin) throw new Problem('not-found', { job: id, outcome });
      return origin;
    },
    close(id) {
      feed(id)?.end();
      return jobs.find(id).finished;
    },
  };
}

/** By what it is called also where it no longer begins as one. */
function isArchive({ name, bytes }: ImportFile): boolean {
  return (bytes.length > 0 && /\.zip$/iu.test(name)) || (mayBeZip(bytes) && !/\.docx$/iu.test(name));
}

/** @param given what was said of the archive goes for all that is in it */
async function unpackInto(
  target: Feed,
  archive: Uint8Array | string,
  name: string,
  { encoding, origin }: Pick<ImportFile, 'encoding' | 'origin'>,
): Promise<void> {
  for await (const file of unpackZip(archive, name)) {
    target.push('refused' in file ? { name: file.path, refused: file.refused, origin } : { ...file, encoding, origin });
    await target.room();
    if (target.isOver()) return;
  }
}
