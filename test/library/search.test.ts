/** Look-up as the library answers it: with places, files and words to go on with. */
import { expect, test } from 'vitest';
import { importTexts, libraryIn, temporaryFolder } from './library-in-folder';

test('where nothing is found, words of the library that are spelt alike are offered', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: 'a.txt', text: 'Machine learning 进车间\n\n昨日上午，样机在车间开动，工人们围着看了许久。\n' });
  // The words are gathered behind the first questions.
  await expect.poll(async () => (await library.ask('search.query', { text: 'machne' })).similar).toContain('machine');
  expect((await library.ask('search.suggest', { text: '标题:进车' })).map(({ text }) => text)).toContain('Machine learning 进车间');
});
