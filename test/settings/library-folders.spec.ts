/** Folders named in the settings: new files of a watched one come in, and everything goes out into one and back in. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const article = (name: string) => `${name}新桥建成通车\n\n昨日上午，${name}新桥正式建成通车，两岸居民往来更加便捷。\n`;

test('a new file in a watched folder comes in by itself; a folder that is not there is refused with a reason', async ({ app }, info) => {
  test.skip(app.host === 'electron', 'there the system asks for the folder');
  const { page } = app;
  const folder = info.outputPath('papers');
  await mkdir(folder, { recursive: true });
  await whenReady(page);
  const part = await settingsPart(page, '监看文件夹');
  await part.getByRole('textbox', { name: '文件夹的完整路径' }).fill(join(folder, 'none'));
  await part.getByRole('button', { name: '监看这个文件夹…' }).click();
  await expect(part.getByRole('alert')).toContainText(`没有这个文件夹：${join(folder, 'none')}`);
  await part.getByRole('textbox', { name: '文件夹的完整路径' }).fill(folder);
  await part.getByRole('button', { name: '监看这个文件夹…' }).click();
  await expect(part.getByRole('listitem')).toContainText('还没有新文件');
  await expect(part.getByRole('alert')).toBeHidden();
  await expectNoBarriers(page);
  await writeFile(join(folder, '云岭日报-2024-05-06-01.txt'), article('云岭'));
  await expect(part.getByRole('listitem')).toContainText('最近导入', { timeout: 30_000 });
  const news = page.getByRole('region', { name: '导入' });
  await expect(news).toContainText('“云岭日报-2024-05-06-01.txt”已导入');
  await expect(news.getByRole('button', { name: /^打开/ })).toBeVisible();
  await rename(folder, `${folder}-away`);
  await app.quit();
  const again = await app.start();
  await whenReady(again);
  const gone = await settingsPart(again, '监看文件夹');
  await expect(gone.getByRole('listitem')).toContainText('文件夹现在不在；再出现时接着监看', { timeout: 30_000 });
  await gone.getByRole('button', { name: `不再监看 ${folder}` }).click();
  await expect(gone.getByRole('listitem')).toHaveCount(0);
  await again.getByRole('button', { name: '书架', exact: true }).click();
  await expect(again.locator('button[data-edition]').filter({ hasText: '云岭日报' })).toBeVisible();
});

test('everything is exported into a folder of its own, and is told where', async ({ app }, info) => {
  test.skip(app.host === 'electron', 'there the system asks for the folder');
  const { page } = app;
  const folder = info.outputPath('out');
  await mkdir(folder, { recursive: true });
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await page.locator('button[data-edition]').first().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: /^回收站/ })).toBeVisible();
  // As high as a common screen: the field stands at its lower edge.
  if (page.viewportSize()) await page.setViewportSize({ width: 1280, height: 800 });
  const part = await settingsPart(page, '全部导出');
  const path = part.getByRole('textbox', { name: '文件夹的完整路径' });
  await path.scrollIntoViewIfNeeded();
  await path.fill(join(folder, 'none'));
  await path.press('Enter');
  const refused = part.getByRole('alert');
  await expect(refused).toContainText(`没有这个文件夹：${join(folder, 'none')}`);
  await expect(refused).toBeInViewport({ ratio: 1 });
  await expect(path).toBeFocused();
  await expect(path).toHaveAccessibleDescription(/没有这个文件夹/u);
  await expectNoBarriers(page);
  await part.getByRole('textbox', { name: '文件夹的完整路径' }).fill(folder);
  await part.getByRole('button', { name: '导出到…' }).click();
  await expect(part.getByRole('status')).toContainText(`已全部导出到 ${folder}`);
  await expect(part.getByRole('status')).toContainText('其中 1 份在回收站里');
});

async function settingsPart(page: Page, name: string) {
  await page.getByRole('button', { name: '设置' }).click();
  const heading = page.getByRole('heading', { level: 3, name });
  await expect(heading).toBeVisible();
  return page.locator('.library-part', { has: heading });
}
