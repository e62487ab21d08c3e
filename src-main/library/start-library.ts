/** Runs a library in a worker thread, so that parsing, indexing and the database never block a window. */
import type { LibraryHandle, LibraryOptions } from './library-handle';

export interface StartOptions extends LibraryOptions {
  /** The built `library-worker` entry. */
  readonly worker: URL | string;
}

/** Resolves once the library is open, or once it is known that it cannot be (see `LibraryHandle`). */
export async function startLibrary(_options: StartOptions): Promise<LibraryHandle> {
  throw new Error('not started');
}
