import { expect, test } from 'vitest';
import { matchesOutOfSight } from '../../src-renderer/search/matches-out-of-sight';
import { importTexts, libraryIn, temporaryFolder } from '../library/library-in-folder';

test('what is marked in the headline or in the snippet is not counted again among what unfolding shows', async () => {
  const library = await libraryIn(temporaryFolder());
  const filling = '本地今日多云转晴，气温略有回升，市民出行请注意添衣。'.repeat(12);
  await importTexts(
    library,
    { name: 'title.txt', text: `廊桥今日通车\n\n两岸居民步行往来，渡船停航。${filling}\n` },
    { name: 'body.txt', text: `旧城改造启动\n\n城外的廊桥也要修缮。${filling}\n\n${filling}\n` },
    { name: 'both.txt', text: `廊桥修缮开工\n\n廊桥建于百年前。${filling}\n\n${filling}廊桥将于年底重开。\n` },
  );
  const { hits } = await library.ask('search.query', { text: '廊桥' });
  const told = Object.fromEntries(hits.map((hit) => [hit.file, [hit.matchCount, matchesOutOfSight(hit)]]));
  expect(told).toEqual({ 'title.txt': [1, 0], 'body.txt': [1, 0], 'both.txt': [3, 1] });
});
