/** Every feature's words under the feature's name. Not for showing them: see language.ts. */
import { words as app } from '../app/words';
import { words as bookmarks } from '../bookmarks/words';
import { words as exporting } from '../exporting/words';
import { words as importing } from '../importing/words';
import { words as reader } from '../reader/words';
import { words as search } from '../search/words';
import { words as sections } from '../sections/words';
import { words as settings } from '../settings/words';
import { words as shelf } from '../shelf/words';

export const features = { app, bookmarks, exporting, importing, reader, search, sections, settings, shelf };

/** Everything the interface may say, in both languages. */
export const everyWord: string = Object.values(features)
  .flatMap((words) => [...Object.values(words['zh-CN']), ...Object.values(words.en)])
  .join('');
