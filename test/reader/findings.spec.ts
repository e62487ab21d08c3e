/** What the parser did is told beside the source, and leads to the lines it is about. */
import { expect, test } from '../e2e/app';
import { whenReady } from '../importing/barriers';

test('what was printed elsewhere is told as moved, and shown where it lies in the source and where it stands now', async ({
  app,
}, info) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('treeitem', { name: /上接第一版/ }).click();
  await expect(page.locator('.article-view')).toBeVisible();
  await page.keyboard.press('s');
  const moved = page.getByRole('button', { name: /^移 \d+/ });
  await expect(moved).toContainText('第177行移至第41行之后');
  await moved.click();
  await expect(page.locator('.source-scroll').getByText('民医院挂职党委委员').first()).toBeInViewport();
  await expect(page.locator('.article-view .article-line').filter({ hasText: '军在大方县' }).first()).toBeInViewport();
  await page.screenshot({ path: info.outputPath('moved.png') });
});
