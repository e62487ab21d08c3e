/** What cannot be kept because the host behind the page is gone is said, not lost without a word. */
import { expect, test } from '../e2e/app';
import { whenReady } from '../importing/barriers';

test.use({ mayReportErrors: true });

test('a bookmark or a setting that the host is no longer there to keep says so', async ({ app }, info) => {
  test.skip(app.host === 'electron', 'the desktop app ends with its host');
  const { page } = app;
  await whenReady(page);
  await page.getByRole('treeitem', { name: /上接第一版/ }).click();
  await expect(page.getByRole('button', { name: '书签', exact: true })).toBeVisible();
  await page.route('**/api/{bookmark.add,settings.write}', (route) => route.abort());
  const lost = page.getByRole('alert').filter({ hasText: '与后台的连接断了' });
  await page.keyboard.press('b');
  await expect(lost).toBeVisible();
  await page.screenshot({ path: info.outputPath('lost.png') });
  await page.getByRole('button', { name: '关闭' }).click();
  await expect(lost).toBeHidden();
  await page.keyboard.press('v');
  await expect(lost).toBeVisible();
});
