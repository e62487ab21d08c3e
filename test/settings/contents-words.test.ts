import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { contentsWords } from '../../src-renderer/settings/contents-words';
import { words } from '../../src-renderer/settings/words';

const contents = { editions: 1, sources: 2, articles: 8, bookmarks: 0, watchedFolders: 0, lastImport: null, bytes: 0 };

test.each([
  ['en', '1 edition, 8 articles'],
  ['zh-CN', '1 份报纸，8 篇文章'],
] as const)('what a backup holds is counted as one counts: %s', async (language, expected) => {
  const instance = createInstance();
  await instance.init({ lng: language, resources: { [language]: { settings: words[language] } } });
  const t = instance.getFixedT(language) as (key: string, values: Record<string, unknown>) => string;
  expect(contentsWords(t, contents, language, ['editions', 'articles'])).toBe(expected);
});
