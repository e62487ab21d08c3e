import { expect, test } from 'vitest';
import { createJobs } from '../../src-main/library/jobs';
import { keepIndexTrue } from '../../src-main/library/keep-index-true';
import type { IndexKeeper } from '../../src-main/library/keep-index-true';
import { createQuiet } from '../../src-main/library/quiet';
import { article, foundBy, openTestLibrary, segmentsOf } from '../search/test-library';

test('what an import has left in pieces is merged once it is over, and not before', async () => {
  const library = await openTestLibrary();
  const closing = new AbortController();
  let keeper: IndexKeeper | undefined;
  const jobs = createJobs((job) => keeper?.heardOf(job));
  keeper = keepIndexTrue(library.search, jobs, createQuiet(), closing.signal, (error) => expect.fail(String(error)));

  jobs.open('import', 1).finish('done');
  const job = jobs.open('import', 12);
  for (let id = 1; id <= 12; id += 1) {
    await library.add(article(id, { headline: `第${id}期`, paragraphs: [`物流快讯 ${id}`] }));
    job.update({ done: id });
  }
  await new Promise((resolve) => setTimeout(resolve, 4000));
  expect(await segmentsOf(library)).toBeGreaterThan(5);
  job.finish('done');
  await expect.poll(() => segmentsOf(library), { timeout: 15_000 }).toBeLessThan(3);
  expect(await foundBy(library.search, '物流')).toHaveLength(12);

  closing.abort();
  await keeper.stopped();
  await library.close();
});
