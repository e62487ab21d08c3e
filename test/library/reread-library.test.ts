import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../src-main/store/database';
import { jobEnd, libraryIn, onlyEdition, SEEDS, temporaryFolder } from './library-in-folder';

test('after a new parser the library offers to read itself again; marks, positions and corrections stay', async () => {
  const folder = temporaryFolder();
  const first = await libraryIn(folder, { seeds: SEEDS });
  const before = await onlyEdition(first);
  const span = before.contents[3]?.paragraphs[0]?.spans[0];
  const place = { source: span?.source ?? 0, offset: (span?.start ?? 0) + 5 };
  const mark = await first.ask('bookmark.add', { place });
  await first.ask('position.save', { edition: before.id, place, progress: 0.5 });
  await first.ask('edition.correct', { edition: before.id, paper: '山城晚报' });
  expect(await first.ask('library.outdated', {})).toEqual({ sources: 0 });
  await first.close();

  // As an older version would have left it: another version's name, and articles cut otherwise.
  const connection = await openConnection(join(folder, 'library.sqlite'), 'write');
  await connection.exec(`UPDATE sources SET parser_version = 'older'; UPDATE articles SET headline = 'as an older parser read it'`);
  await connection.close();

  const second = await libraryIn(folder);
  expect(await second.ask('library.outdated', {})).toEqual({ sources: 1 });
  const { job } = await second.ask('library.reread', {});
  expect(await jobEnd(second, job)).toMatchObject({ kind: 'reread', state: 'done', done: 1, total: 1 });
  expect(await second.ask('library.outdated', {})).toEqual({ sources: 0 });
  const after = await onlyEdition(second);
  expect(after.contents.map((article) => article.headline)).toEqual(before.contents.map((article) => article.headline));
  expect(after.paper.value).toBe('山城晚报');
  expect(after.position).toEqual(place);
  expect(after.progress).toBe(0.5);
  expect(await second.ask('bookmark.list', {})).toMatchObject([{ id: mark.id, place, quote: mark.quote, headline: mark.headline }]);
  const hit = (await second.ask('search.query', { text: '物流' })).hits[0];
  expect(after.contents.map((article) => article.id)).toContain(hit?.articleId);
});
