/** A query of many letters without a blank between them, as a pasted address: it is clipped or broken, and nothing has to be scrolled sideways. */
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { whenReady } from '../importing/barriers';

const query = 'https'.repeat(200);

/** What is wider than its room, by name. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const scrolled = [...document.querySelectorAll<HTMLElement>('main, aside, dialog, .palette-list')];
    return [root, ...scrolled]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && (one === root || /auto|scroll/.test(getComputedStyle(one).overflowX)))
      .map((one) => `${one.tagName}.${one.className}: ${one.scrollWidth} in ${one.clientWidth}`);
  });

const widths = [480, 800, 1280, 1920];

async function expectRoomAtAnyWidth(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tooWide(page), `at ${width}`).toEqual([]);
  }
}

for (const typed of [query, `版:${query}`])
  test(`a search for ${typed.slice(0, 8)}… and what tells of it stay in the window`, async ({ app }) => {
    const { page } = app;
    await whenReady(page);
    await page.locator('.search-field input').fill(typed.slice(0, 1000));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/没有找到“|按原文/).first()).toBeVisible();
    await expectRoomAtAnyWidth(page);
  });

test('what is saved and what is told on a page stay in the window', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.locator('.search-field input').fill(query);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '存下检索' }).click();
  await expectRoomAtAnyWidth(page);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill(query);
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectRoomAtAnyWidth(page);
});
