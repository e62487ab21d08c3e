/** Bookmarks kept, opened, removed and brought back. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { savedFile } from '../e2e/saved-file';
import { expectNoBarriers, whenReady } from '../importing/barriers';

test('a bookmark is listed with its words, opens there, is removed by key and brought back', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await openList(page);
  await expect(page.getByText('还没有书签').last()).toBeVisible();
  await expectNoBarriers(page);
  await page.keyboard.press('Escape');

  await page
    .getByRole('tree', { name: '本期目录' })
    .getByRole('treeitem', { name: /^高质量发展蹲点调研采访/ })
    .click();
  await page
    .getByRole('article', { name: /技能.充电/ })
    .getByText('充电')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /技能.充电/ })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: '书签', pressed: true }).first()).toBeVisible();

  await openList(page);
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page).first()).toContainText('高质量发展蹲点调研采访');
  await page.screenshot({ path: info.outputPath('bookmarks.png') });
  await expectNoBarriers(page);
  const { name, path } = await savedFile(app, async () => {
    await page.getByRole('main').getByRole('button', { name: '导出…' }).press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Markdown' })).toBeFocused();
    await expectNoBarriers(page);
    await page.keyboard.press('Enter');
  });
  expect(name).toBe('书签.md');
  expect(await readFile(path, 'utf8')).toMatch(/^# 技能「充电」 就业「来电」$/mu);

  await page.keyboard.press('j');
  await page.keyboard.press('Delete');
  await expect(lines(page).first()).toContainText('已去除');
  await page.getByRole('button', { name: /^恢复书签/ }).click();
  await expect(
    lines(page)
      .first()
      .getByRole('button', { name: /^去除书签/ }),
  ).toBeVisible();
  await lines(page).first().getByRole('button').first().click();
  await expect(page.getByRole('article', { name: /技能.充电/ }).first()).toContainText('母婴护理师');

  await page.getByRole('button', { name: '书架' }).click();
  await expect(page.getByRole('main').getByRole('heading', { name: '书签' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: /^技能.充电/ })).toBeVisible();
});

test('the page that a start shows is bookmarked before any has been turned', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const status = page.getByRole('contentinfo').getByRole('button', { name: /本页书签$/ });
  await expect(page.getByRole('contentinfo')).toContainText('第 1 页');
  await page.keyboard.press('b');
  await expect(status).toHaveText('● 本页书签');
  await page.keyboard.press('b');
  await expect(status).toHaveText('本页书签');
});

async function openList(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByRole('heading', { level: 1, name: '书签' })).toBeVisible();
}

function lines(page: Page): Locator {
  return page.getByRole('main').getByRole('listitem');
}
