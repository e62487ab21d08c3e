/**
 * Remembers the imports at work, so that one cut short by a crash, a power cut or the app's closing is told of at the next start.
 * One that the reader stopped is told of where its paths can be read again.
 */
import { randomUUID } from 'node:crypto';
import type { EncodingName, InterruptedImport, JobSnapshot } from '../contract/model';
import { Problem } from '../contract/problem';
import type { Database } from '../store/database';
import { deleteOpenImport, insertOpenImport, listOpenImports, updateOpenImport } from '../store/open-imports';
import type { OpenImport } from '../store/open-imports';
import { CLOSING } from './jobs';
import type { Job } from './jobs';

const NOTE_EVERY_MILLISECONDS = 1000;

/** Openings of a library in this process, which may be one of several in it. */
const liveSessions = new Set<string>();

export interface ImportMemory {
  /** Follows a job to its end. What cannot be noted down holds no import up. */
  follow(job: Job, paths: readonly string[], encoding: EncodingName | null): void;
  interrupted(): Promise<readonly InterruptedImport[]>;
  /** Forgets it, and says what it was to read. @throws Problem not-found */
  take(id: number): Promise<Pick<OpenImport, 'paths' | 'encoding' | 'startedAt'>>;
  /** After the last job has ended. */
  close(): Promise<void>;
}

export function rememberImports(database: Database, report: (error: unknown) => unknown): ImportMemory {
  const session = randomUUID();
  liveSessions.add(session);
  const following = new Map<Promise<void>, Job>();
  /** Open imports of this session whose jobs the reader stopped. */
  const stopped = new Set<number>();

  async function followToEnd(job: Job, paths: readonly string[], encoding: EncodingName | null): Promise<void> {
    const { startedAt, done, total } = job.snapshot();
    const id = await insertOpenImport(database, { paths, encoding, startedAt, done, total, process: process.pid, session });
    const note = ({ done, total }: JobSnapshot) => updateOpenImport(database, id, done, total);
    const timer = setInterval(() => void note(job.snapshot()).catch(report), NOTE_EVERY_MILLISECONDS).unref();
    const last = await job.finished;
    clearInterval(timer);
    const wasStopped = job.signal.aborted && paths.length > 0;
    if (job.signal.reason === CLOSING || wasStopped) await note(last);
    else await deleteOpenImport(database, id);
    if (wasStopped) stopped.add(id);
  }

  async function cutShort(): Promise<readonly OpenImport[]> {
    await Promise.all([...following].flatMap(([followed, job]) => (job.signal.aborted ? [followed] : [])));
    return (await listOpenImports(database)).filter((open) => stopped.has(open.id) || !isAtWork(open));
  }

  return {
    follow(job, paths, encoding) {
      const followed: Promise<void> = followToEnd(job, paths, encoding)
        .catch((error: unknown) => void report(error))
        .finally(() => following.delete(followed));
      following.set(followed, job);
    },
    interrupted: async () => (await cutShort()).map(({ id, startedAt, done, total, paths }) => ({ id, startedAt, done, total, paths })),
    async take(id) {
      const found = (await cutShort()).find((open) => open.id === id);
      if (!found) throw new Problem('not-found', { import: id });
      await deleteOpenImport(database, id);
      return found;
    },
    async close() {
      await Promise.all(following.keys());
      liveSessions.delete(session);
    },
  };
}

function isAtWork(open: OpenImport): boolean {
  return open.process === process.pid ? liveSessions.has(open.session) : isAlive(open.process);
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
