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
