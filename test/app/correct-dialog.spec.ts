/** Correcting an edition's paper and date: the dialog has the keyboard while it is open. In a real browser, which alone moves focus. */
import { expect, test } from '../e2e/app';

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
