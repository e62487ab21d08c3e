/** The library as a thing to trust, in the settings: looked through, backed up, put back, read again. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const article = (name: string) => `${name}新桥建成通车\n\n昨日上午，${name}新桥正式建成通车，两岸居民往来更加便捷。\n`;

test('a library is looked through and backed up; a backup shows what it replaces and brings it back', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await openSettings(page);
  // The settings are of no paper: neither its name nor its contents stand around them.
  await expect(page.getByRole('banner')).not.toContainText('贵州日报');
  await expect(page.getByRole('tree', { name: '本期目录' })).toHaveCount(0);
  await page.getByRole('button', { name: '现在检查' }).click();
  await expect(page.getByRole('main').getByText('文库完好：1 个文件与导入时一样。')).toBeVisible();
  await page.getByRole('button', { name: '现在备份' }).click();
  const backups = page.getByRole('list', { name: '备份，新的在前' }).getByRole('listitem');
  await expect(backups.filter({ hasText: '手动' })).toHaveCount(1);
  await expect(backups.filter({ hasText: '手动' })).toContainText(/1 份报纸，\d+ 篇.*\d 千?[kMB]/u);
  await expectNoBarriers(page);

  const file = info.outputPath('云岭日报-2024-05-06-01.txt');
  await writeFile(file, article('云岭'));
  await app.quit();
  const again = await app.start([file]);
  await whenReady(again);
  await openSettings(again);
  await expect(again.getByText(/^2 份报纸，2 个文件/)).toBeVisible();
  await again.getByRole('list', { name: '备份，新的在前' }).getByRole('listitem').filter({ hasText: '手动' }).getByRole('button').click();
  const dialog = again.getByRole('dialog', { name: '用这份备份替换文库？' });
  await expect(dialog).toContainText('2 份报纸，2 个文件');
  await expect(dialog).toContainText('1 份报纸，1 个文件');
  await expect(dialog).toContainText('连同监看的文件夹与各项设置，都换成备份里的');
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
  await expectNoBarriers(again);
  await dialog.getByRole('button', { name: '替换' }).click();
  await expect(dialog).toBeHidden();
  await whenReady(again);
  const note = again.getByRole('region', { name: '恢复备份' });
  // The window is drawn anew; the keyboard is at what it shows.
  await expect(again.getByRole('heading', { level: 1 }).first()).toBeFocused();
  await expect(note).toContainText(/^已恢复 .*的备份：1 份报纸，1 个文件/u);
  await expectNoBarriers(again);
  await note.getByRole('button', { name: '关闭' }).click();
  await expect(note).toBeHidden();
  await again.getByRole('button', { name: '书架', exact: true }).click();
  await expect(again.locator('button[data-edition]')).toHaveCount(1);
  await openSettings(again);
  await expect(again.getByText(/^1 份报纸，1 个文件/)).toBeVisible();
  await expect(again.getByRole('list', { name: '备份，新的在前' })).toContainText('恢复前留底');
});

test('word of a backup put back hides nothing of the footer, gives way to what comes later, and leaves when the reader goes on', async ({
  app,
}, info) => {
  const { page } = app;
  const note = page.getByRole('region', { name: '恢复备份' });
  const restore = async () => {
    await page.getByRole('list', { name: '备份，新的在前' }).getByRole('listitem').filter({ hasText: '手动' }).getByRole('button').click();
    await page.getByRole('dialog').getByRole('button', { name: '替换' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await whenReady(page);
    await expect(note).toContainText('已恢复');
  };
  await whenReady(page);
  await openSettings(page);
  await page.getByRole('button', { name: '现在备份' }).click();
  await restore();
  const footer = page.getByRole('contentinfo');
  await expect(footer).toContainText('第 1 页，共');
  await expect(footer.getByText('← → 翻页')).toBeInViewport({ ratio: 1 });
  await expect(footer.getByRole('button', { name: /待核/u })).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: info.outputPath('restored.png') });
  await expectNoBarriers(page);
  await page.keyboard.press('PageDown');
  await expect(footer).toContainText('第 2 页，共');
  await expect(note).toBeHidden();

  await openSettings(page);
  await restore();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: '刚才所做' })).toContainText('没有可撤销的');
  await expect(note).toBeHidden();

  await openSettings(page);
  await restore();
  await page.keyboard.press('/');
  await page.keyboard.type('大方县');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('大方县');
  await expect(note).toBeHidden();
});

test('files that another version has read are offered to be read again, and then no more', async ({ app }) => {
  await whenReady(app.page);
  await openSettings(app.page);
  await expect(app.page.getByRole('heading', { name: '检查' })).toBeVisible();
  await expect(app.page.getByRole('heading', { name: '重新辨认' })).toBeHidden();
  await app.quit();
  await pretendOldParser(join(app.library, 'library.sqlite'));
  const page = await app.start();
  await whenReady(page);
  await openSettings(page);
  await expect(page.getByText('1 个文件是用别的版本的辨认规则读的')).toBeVisible();
  await page.getByRole('button', { name: '全部重新辨认' }).click();
  await expect(page.getByRole('main').getByText('已重新辨认 1 个文件。')).toBeVisible();
  await expect(page.getByRole('button', { name: '全部重新辨认' })).toBeHidden();
});

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '文库' })).toBeVisible();
}

function pretendOldParser(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(path);
    database.exec("UPDATE sources SET parser_version = 'before'", (error) => {
      database.close(() => (error ? reject(error) : resolve()));
    });
  });
}
