/** Look-up as the library answers it: with places, files and words to go on with. */
import { expect, test } from 'vitest';
import { importTexts, libraryIn, temporaryFolder } from './library-in-folder';

const ENGLISH = `Machine shop opens its doors

By Jane Porter

The old machine shop on Bridge Street opened its doors to visitors on Saturday morning. More than two hundred people came to see it.
`;

test('where nothing is found, words of the library that are spelt alike are offered', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: 'a.txt', text: ENGLISH });
  // The words are gathered behind the first questions.
  await expect.poll(async () => (await library.ask('search.query', { text: 'portr' })).similar).toContain('porter');
  expect((await library.ask('search.suggest', { text: '记者:jane' })).map(({ kind }) => kind)).toEqual(['byline']);
});
