/** Correcting an edition's paper and date: the dialog has the keyboard while it is open. In a real browser, which alone moves focus. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

test('the dialog takes the keyboard, keeps it, refuses a day that never was, and gives the keyboard back', async ({ app: { page } }) => {
  const where = page.getByRole('contentinfo');
  await expect(where).toContainText('第 1 页，共');
  const before = await where.textContent();
  const title = page.getByRole('button', { name: /^贵州日报/ }).first();
  await title.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '报名与日期' });
  const name = dialog.getByRole('textbox', { name: '报名' });
  await expect(name).toBeFocused();
  await page.keyboard.type('b-晨报 v');
  await expect(name).toHaveValue('b-晨报 v');
  await expect(where).toHaveText(before ?? '');

  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab');
    // A date field is several stops of its own, of which a selector for focus knows nothing.
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  const date = dialog.getByLabel('日期', { exact: true });
  await date.focus();
  await page.keyboard.type('02312024');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(/没有这一天/);
  await expect(date).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(title).toBeFocused();
  await expect(title).toContainText('贵州日报');
});

test('given the name and day of another paper it can be joined to it at once, and parted by undo', async ({ app }, info) => {
  const files = ['云岭日报-2024-05-06-01', '白水晚报-2024-05-09-02'].map((name) => info.outputPath(`${name}.txt`));
  for (const file of files) await writeFile(file, `新桥建成通车\n\n昨日上午，${file}新桥正式建成通车，两岸居民往来更加便捷。\n`);
  await app.quit();
  const page = await app.start(files);
  await whenReady(page);
  await page.getByRole('button', { name: '书架', exact: true }).click();
  const cells = page.locator('button[data-edition]');
  await expect(cells).toHaveCount(3);
  await cells.filter({ hasText: '白水晚报' }).click();
  await whenReady(page);
  await page
    .getByRole('button', { name: /^白水晚报/ })
    .first()
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: '报名与日期' });
  await dialog.getByRole('textbox', { name: '报名' }).fill('云岭日报');
  await expect(dialog.getByRole('status')).toHaveCount(0);
  await dialog.getByLabel('日期', { exact: true }).fill('2024-05-06');
  await expect(dialog.getByRole('status')).toContainText('书架上已有云岭日报 2024年5月6日（1 篇）');
  await page.screenshot({ path: info.outputPath('twin.png') });
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: '保存并并入那一份' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /^云岭日报/ }).first()).toContainText('第1、2版');
  await page.getByRole('button', { name: '书架', exact: true }).click();
  await expect(cells).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(cells).toHaveCount(3);
});
