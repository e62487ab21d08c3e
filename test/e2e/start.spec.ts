/** A start: the first thing seen is the page as it stays. Not for how long it takes: see scripts/bench-reader.mjs. */
import type { Page } from '@playwright/test';
import { expect, test } from './app';

const openPages = (page: Page) => page.getByRole('region', { name: /^第 \d+ 页$/ });

test('the first picture is the page as it stays: nothing moves, and no face comes after it was drawn', async ({ app }) => {
  const { page } = app;
  await expect(openPages(page)).toHaveCount(1);
  await expect(page.locator('html')).not.toHaveAttribute('data-starting');
  // The neighbour is drawn last: by then whatever could still move has moved.
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  const seen = await page.evaluate(readFirstPicture);
  expect(seen.painted).toBeGreaterThan(0);
  expect(seen.shifts).toEqual([]);
  expect(seen.facesUnderWay).toEqual([]);
  expect(seen.drawnAfterFaces).toBe(true);
});

test('the library is asked for the first page while the program is still being read', async ({ app }) => {
  test.skip(app.host === 'electron', 'the desktop app reads its program from its own files, where a test cannot hold it up');
  const { page } = app;
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/main-*.js', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/edition.read'));
  await page.reload({ waitUntil: 'commit' });
  expect((await asked).ok()).toBe(true);
  await expect(openPages(page)).toHaveCount(0);
  release?.();
  await expect(openPages(page)).toHaveCount(1);
});

test('an article that was being read is open again after quitting, at the line in front; left for its page, the page is', async ({
  app,
}) => {
  const title = '快递小哥新货郎 山里山外送货忙';
  await expect(openPages(app.page)).toHaveCount(1);
  await app.page.getByRole('treeitem', { name: title }).click();
  await expect(view(app.page)).toBeVisible();
  await app.page.keyboard.press('PageDown');
  await expect.poll(() => view(app.page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(300);
  // The place is kept a moment after the scrolling has come to rest.
  await app.page.waitForTimeout(1500);
  const line = await firstLine(app.page);
  expect(line).not.toBeNull();
  for (let start = 0; start < 2; start += 1) {
    await app.quit();
    await app.start();
    await expect(app.page.getByRole('heading', { level: 1 }).first()).toContainText(title);
    await expect(app.page.locator('html')).not.toHaveAttribute('data-starting');
    await app.page.waitForTimeout(1500);
    expect(await firstLine(app.page)).toBe(line);
  }
  await app.page.keyboard.press('Escape');
  await expect(openPages(app.page)).toHaveCount(1);
  await app.quit();
  await app.start();
  await expect(openPages(app.page)).toHaveCount(1);
});

const view = (page: Page) => page.locator('.article-view');

/** The first line of which every character is in view. */
function firstLine(page: Page): Promise<string | null> {
  return view(page).evaluate((element) => {
    const top = element.getBoundingClientRect().top - 1;
    const runs = [...element.querySelectorAll('.article-line [data-source]')];
    return runs.find((run) => run.getBoundingClientRect().top >= top)?.textContent ?? null;
  });
}

/** Runs in the page. */
async function readFirstPicture() {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page must be sent there
  const entries = (type: string) =>
    new Promise<readonly PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 500);
    });
  const painted = (await entries('paint')).find(({ name }) => name === 'first-contentful-paint')?.startTime ?? 0;
  const shifts = (await entries('layout-shift')).map((entry) => entry.toJSON() as unknown);
  const faces = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.endsWith('.woff2'));
  const before = faces.filter(({ startTime }) => startTime < painted);
  return {
    painted,
    shifts,
    facesUnderWay: before.filter(({ responseEnd }) => responseEnd > painted).map(({ name }) => name),
    drawnAfterFaces: before.some(({ name }) => name.includes('serif')) && before.some(({ name }) => name.includes('sans')),
  };
}
