/** A failure in plain English for a terminal: what it happened to and what can be done. The page words problems for itself. */
import type { ProblemData } from '../contract/model';
import { assertNever, Problem } from '../contract/problem';

/** `subject` is the file or folder it happened to. */
export function describeFailure(subject: string, failure: unknown): string {
  if (failure instanceof Problem) return `${subject}: ${describeProblem(failure.data)}`;
  if (failure instanceof Error) return `${subject}: ${describeSystemError(failure)}`;
  return `${subject}: ${String(failure)}`;
}

export function describeProblem({ code, values, reference }: ProblemData): string {
  switch (code) {
    case 'bad-input':
      return `not a valid ${String(values?.['field'] ?? 'value')}`;
    case 'not-found':
      return 'not found';
    case 'not-allowed':
      return 'not allowed';
    case 'file-empty':
      return 'there is nothing to read in the file';
    case 'file-too-large':
      return 'the file is larger than 64 MB; split it and import the parts';
    case 'file-binary':
      return 'the file is not text';
    case 'file-unreadable':
      return 'the file cannot be read; check that it exists and that you may read it';
    case 'file-too-hard':
      return 'the text could not be worked through: it took far too long or too much memory; nothing of it was taken in; split the file and import the parts';
    case 'file-damaged':
      return 'the file is damaged or only part of it is there; import a whole copy';
    case 'file-not-text':
      return 'the file holds no text';
    case 'file-other-form':
      return 'the file is in a form that is not read yet; import plain text (.txt)';
    case 'file-old-form':
      return 'this older form of document is not read; save it as .docx or plain text (.txt) and import that';
    case 'file-locked':
      return 'the file is locked with a password; save a copy without one and import that';
    case 'file-no-text':
      return 'there is no text in the file that can be read; scanned pages need text recognition first';
    case 'file-unwritable':
      return 'the file cannot be written; check that its folder exists and that you may write there';
    case 'folder-missing':
      return 'there is no such folder';
    case 'library-newer':
      return 'the library was made by a newer version of the newsroom reader; it was left untouched';
    case 'library-damaged':
      return 'the library file is damaged; it was left untouched: restore a copy, or name another folder with --library';
    case 'library-unwritable':
      return 'the library folder cannot be written; check its permissions, or name another with --library';
    case 'library-busy':
      return 'the library is in use by another program; try again when that is done';
    case 'disk-full':
      return 'the disk is full; nothing of this file was kept';
    case 'cancelled':
      return 'cancelled';
    case 'host-lost':
      return 'the library stopped answering';
    case 'unexpected':
      return `something unexpected happened${reference === undefined ? '' : ` (log reference ${reference})`}`;
    default:
      return assertNever(code);
  }
}

function describeSystemError(failure: Error): string {
  switch ((failure as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder; name the files in it';
    case 'EADDRINUSE':
      return 'the port is in use; name another with --port';
    default:
      return failure.message;
  }
}
