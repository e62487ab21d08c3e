/** The source beside an article: its width, drawn by pointer and keyboard, and what it has room for. */
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const widthOf = (page: Page) => page.locator('.source-pane').evaluate((pane) => pane.clientWidth);

async function openSource(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: /快递小哥新货郎/ }).click();
  await page.getByRole('button', { name: '原文', exact: true }).click();
  await expect(page.locator('.source-row').first()).toBeVisible();
}

test('the source holds a printed line of thirty-one characters, and is as wide as it is drawn, at the next start too', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await openSource(page);
  const lineWidth = await page
    .locator('.source-line')
    .first()
    .evaluate((line) => line.clientWidth);
  expect(lineWidth).toBeGreaterThan(31 * 13);
  await expectNoBarriers(page);

  const before = await widthOf(page);
  const edge = page.getByRole('separator', { name: '原文对照的宽度' });
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => widthOf(page)).toBeGreaterThan(before + 20);
  // The arrows have neither turned nor left anything.
  await expect(page.getByRole('heading', { level: 1, name: /快递小哥新货郎/ })).toBeVisible();

  const box = await edge.boundingBox();
  if (!box) throw new Error('the edge is not there');
  await page.mouse.move(box.x + 4, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 84, box.y + 210, { steps: 4 });
  await page.mouse.up();
  const drawn = await widthOf(page);
  expect(drawn).toBeLessThan(before);
  await app.quit();
  const again = await app.start();
  await whenReady(again);
  if (!(await again.locator('.source-pane').isVisible())) await again.getByRole('treeitem', { name: /快递小哥新货郎/ }).click();
  await expect.poll(() => widthOf(again)).toBe(drawn);
});

test('however the edge is drawn, neither side is lost', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await openSource(page);
  const box = await page.getByRole('separator').boundingBox();
  if (!box) throw new Error('the edge is not there');
  for (const to of [5, 1275]) {
    const now = (await page.getByRole('separator').boundingBox()) ?? box;
    await page.mouse.move(now.x + 4, now.y + 200);
    await page.mouse.down();
    await page.mouse.move(to, now.y + 200, { steps: 4 });
    await page.mouse.up();
    const widths = await page.locator('.source-pane, .reader-side').evaluateAll((sides) => sides.map(({ clientWidth }) => clientWidth));
    for (const width of widths) expect(width).toBeGreaterThan(300);
  }
});

test('a menu of corrections that has no room fades where it goes on', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await openSource(page);
  await page.setViewportSize({ width: 1280, height: 420 });
  const line = page.locator('.source-row').filter({ hasText: '11月22日凌晨' }).locator('button.source-line-number');
  await line.click();
  const menu = page.getByRole('menu');
  await expect(menu).toHaveAttribute('data-cut', 'end');
  await page.keyboard.press('End');
  await expect(menu).toHaveAttribute('data-cut', 'start');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await line.click();
  await expect(menu).toHaveAttribute('data-cut', '');
});
