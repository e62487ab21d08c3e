/** The browser's own buttons in the web host. The desktop app has none. */
import { expect, test } from '../e2e/app';

test('the browser’s back and forward go where the app’s own would', async ({ app }) => {
  test.skip(app.host === 'electron', 'the desktop app’s window has no such buttons');
  const { page } = app;
  await page
    .getByRole('article', { name: /快递小哥新货郎/ })
    .first()
    .press('Enter');
  const headline = page.getByRole('heading', { level: 1, name: /快递小哥新货郎/ });
  await expect(headline).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: '第 1 页', exact: true })).toBeVisible();
  await page.goForward();
  await expect(headline).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('region', { name: '第 1 页', exact: true })).toBeVisible();
});
