/** Where the system sets the colours: what is found, chosen and in front is seen. */
import type { Locator } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { whenReady } from '../importing/barriers';

/** Runs in the page's own colours: what the browser paints, not what the style sheet asks for. */
const painted = (of: Locator) =>
  of.evaluate((element) => {
    const { color, backgroundColor, borderBottomWidth, textDecorationLine } = getComputedStyle(element);
    return { color, backgroundColor, borderBottomWidth, textDecorationLine };
  });

test('under forced colours matches can be read, and chosen tabs, tools and rules are told from the rest', async ({ app }, info) => {
  const { page } = app;
  await page.emulateMedia({ forcedColors: 'active' });
  await whenReady(page);
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [chosen, other] = [page.getByRole('tab', { name: '版面' }), page.getByRole('tab', { name: '书签' })];
  expect((await painted(other)).borderBottomWidth).toBe('0px');
  expect((await painted(chosen)).borderBottomWidth).toBe('2px');
  expect((await painted(page.getByRole('button', { name: '横排' }))).textDecorationLine).toBe('underline');
  expect((await painted(page.getByRole('button', { name: '竖排' }))).textDecorationLine).toBe('none');
  expect((await painted(page.locator('.page-rule').first())).backgroundColor).not.toBe(canvas);

  await page.getByRole('combobox', { name: '检索' }).fill('物流');
  const marks = page.locator('.page-sheet:visible mark');
  // A list that is still coming in may move from under the pointer.
  await expect(async () => {
    if (await page.getByRole('list', { name: '检索结果' }).isVisible()) await page.locator('[data-search-hit]').first().click();
    await expect(marks.nth(1)).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(page.locator('.page-hit-now').first()).toBeVisible();
  const [now, another] = [
    await painted(page.locator('.page-hit-now').first()),
    await painted(page.locator('.page-hit:not(.page-hit-now)').first()),
  ];
  for (const { color, backgroundColor } of [now, another]) {
    expect(backgroundColor).not.toBe(canvas);
    expect(color).not.toBe(backgroundColor);
  }
  expect(now.backgroundColor).not.toBe(another.backgroundColor);
  await page.screenshot({ path: info.outputPath('forced-colors.png') });
});
