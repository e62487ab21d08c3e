/** The row of small pages in the side panel. */
import { expect, test } from '../e2e/app';
import { whenReady } from '../importing/barriers';

test('the page of an article that is read alone is marked, and none beside it: the spread it was opened from may have gone with the width of the window', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1920, height: 1000 });
  await whenReady(page);
  const marked = page.locator('.page-thumbnails [aria-current]');
  await expect(page.getByText(/共 \d+ 页/).first()).toBeVisible();
  await expect(marked).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.locator('.reader-article')).toBeVisible();
  await expect(marked).toHaveCount(1);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(marked).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /^第 \d+ 页$/ })).toHaveCount(1);
  await expect(marked).toHaveCount(1);
});

test('the article in front is read whole in the contents, clear of where they fade, from whatever side it is come to', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await whenReady(page);
  const current = page.locator('.contents-article[aria-current="true"]');
  const isClear = () =>
    current.evaluate((row) => {
      const list = row.closest('.contents-scroll')?.getBoundingClientRect();
      const { top, bottom } = row.getBoundingClientRect();
      return list !== undefined && top >= list.top && bottom <= list.bottom - 20;
    });
  const titles = new Set<string>();
  const look = async () => {
    await expect(current).toHaveCount(1);
    await expect.poll(isClear).toBe(true);
    titles.add((await current.getAttribute('aria-label')) ?? '');
  };
  for (let turn = 0; turn < 4; turn += 1) {
    await look();
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(150);
  }
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('d');
    await expect(page.locator('.reader-article')).toBeVisible();
    await page.waitForTimeout(150);
    await look();
  }
  expect(titles.size).toBeGreaterThan(4);
});
