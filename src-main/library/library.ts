/**
 * The library at work: every operation of the contract, answered from the store, the parser and the search index.
 * Not for SQL (store/), for reading text (text/), or for transport (hosts/).
 */
import type { LibraryHandle, LibraryOptions } from './library-handle';

/** Opens or makes the library in `options.directory`, in this thread. Never rejects: see `LibraryHandle`. */
export async function openLibrary(_options: LibraryOptions): Promise<LibraryHandle> {
  throw new Error('not opened');
}
