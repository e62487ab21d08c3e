/** The list of keys in a window too short for it. In a real browser, which alone scrolls to what has the keyboard. */
import { expect, test } from '../e2e/app';

test('the list of keys opens at its top however short the window, scrolls by key, and Tab reaches what can be pressed', async ({
  app: { page },
}, info) => {
  await expect(page.getByRole('contentinfo')).toContainText('第 1 页，共');
  await page.setViewportSize({ width: 640, height: 400 });
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: '快捷键' });
  await expect(list.getByRole('heading', { level: 2 })).toBeInViewport();
  expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
  await page.screenshot({ path: info.outputPath('keys.png') });
  await page.keyboard.press('PageDown');
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await page.keyboard.press('Tab');
  await expect(list.getByRole('button', { name: '在设置中更改' })).toBeFocused();
  await expect(list.getByRole('button', { name: '在设置中更改' })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});
