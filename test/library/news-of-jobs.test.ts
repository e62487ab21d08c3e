/** What a library says of its work while it works: enough to show, and little enough for ten thousand files. */
import { expect, test } from 'vitest';
import { hasGap, joinNews } from '../../src-main/contract/job-news';
import type { JobSnapshot } from '../../src-main/contract/model';
import type { Events } from '../../src-main/contract/operations';
import { importTexts, libraryIn, temporaryFolder } from './library-in-folder';

test(
  '3,000 files are told of in bytes that grow with their number, and their changes at most four times a second',
  { timeout: 240_000 },
  async () => {
    const library = await libraryIn(temporaryFolder());
    const news: JobSnapshot[] = [];
    const changes: { readonly at: number; readonly editions: readonly number[] | null }[] = [];
    let told = 0;
    library.listen((event, value) => {
      if (event === 'job') {
        news.push(value as JobSnapshot);
        told += JSON.stringify(value).length;
      }
      if (event === 'library.changed') changes.push({ at: performance.now(), ...(value as Events['library.changed']) });
    });
    const begun = performance.now();
    const { job } = await library.ask('import.open', { total: 3000 });
    const over = new Promise<JobSnapshot>((resolve) => {
      library.listen((event, value) => event === 'job' && (value as JobSnapshot).state === 'done' && resolve(value as JobSnapshot));
    });
    // Refused ones are quick; what follows them is told of many times.
    for (let at = 0; at < 2400; at += 1) await library.ask('import.refuse', { job, name: `${at}.txt`, reason: 'file-unreadable' });
    for (let first = 0; first < 600; first += 100) await library.ask('import.add', { job, files: notices(first, 100) });
    await library.ask('import.close', { job });
    const { outcomes } = await over;
    const seconds = (performance.now() - begun) / 1000;
    expect(outcomes).toHaveLength(3000);
    expect(news.length).toBeGreaterThan(10);

    // Each outcome twice (as it comes, and at the end), and a constant size for every picture.
    expect(told).toBeLessThan(2 * JSON.stringify(outcomes).length + news.length * 500);
    expect(news.at(-1)?.outcomes).toEqual(outcomes);
    let known: JobSnapshot | null = null;
    for (const one of news.slice(0, -1)) {
      expect(hasGap(known, one)).toBe(false);
      known = joinNews(known, one);
      expect(known.outcomes).toHaveLength(known.done);
    }
    expect(known?.outcomes).toEqual(outcomes.slice(0, known?.done));

    expect(changes.length).toBeLessThanOrEqual(4 * seconds + 2);
    const changed = new Set(changes.flatMap(({ editions }) => editions ?? []));
    expect(changed).toEqual(new Set(outcomes.flatMap((outcome) => (outcome.kind === 'imported' ? [outcome.edition] : []))));
  },
);

test('a change after a quiet time is told at once', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: 'a.txt', text: '新桥通车\n\n昨日上午，新桥正式通车。\n' });
  const [edition] = await library.ask('library.editions', {});
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  const changes: unknown[] = [];
  library.listen((event, value) => event === 'library.changed' && changes.push(value));
  await library.ask('edition.correct', { edition: edition!.id, paper: '云岭日报' });
  expect(changes).toEqual([{ editions: [edition!.id] }]);
});

function notices(first: number, count: number): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `${first + at}.txt`,
    bytes: new TextEncoder().encode(`第${first + at}号通告\n\n第${first + at}号桥今日通车。\n`),
  }));
}
