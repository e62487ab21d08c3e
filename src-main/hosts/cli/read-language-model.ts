/** The parser's language model from the app's resources, for the commands that parse without a library. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageScores } from '../../text/document';
import { loadLanguageModel } from '../../text/language/language-model';
import { appFiles } from '../app-folder';

/** Null where the app has none: the parser then goes by its rules alone. */
export async function readLanguageModel(): Promise<LanguageScores | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(appFiles.resources, 'language-model.bin'));
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw failure;
  }
  return loadLanguageModel(bytes);
}
