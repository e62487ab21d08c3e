/** What the driver's error codes mean to a reader. Faults of our own SQL are not theirs, and pass unchanged. */
import type { ProblemCode } from '../contract/model';
import { Problem } from '../contract/problem';

/** SQLite result codes (sqlite.org/rescode.html) that say something about the file, the disk or another process. */
const PROBLEMS: Readonly<Record<string, ProblemCode>> = {
  SQLITE_BUSY: 'library-busy',
  SQLITE_LOCKED: 'library-busy',
  SQLITE_PROTOCOL: 'library-busy',
  SQLITE_CORRUPT: 'library-damaged',
  SQLITE_NOTADB: 'library-damaged',
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'library-unwritable',
  SQLITE_CANTOPEN: 'library-unwritable',
  SQLITE_PERM: 'library-unwritable',
  SQLITE_AUTH: 'library-unwritable',
  SQLITE_IOERR: 'library-unwritable',
};

export function problemOfDriver(error: Error, path: string): Error {
  const code = 'code' in error && typeof error.code === 'string' ? PROBLEMS[error.code] : undefined;
  return code ? new Problem(code, { path }, { cause: error }) : error;
}
