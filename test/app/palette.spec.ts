/** One field for everything, driven by keys. In the whole app, where names are found by their sound. */
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

test('the palette finds names by their initials, commands before searches, and Enter takes the first entry however late it comes', async ({
  app: { page },
}, info) => {
  await whenReady(page);
  const options = page.getByRole('dialog', { name: '查找与指令' }).getByRole('option');
  const chosen = page.getByRole('dialog').getByRole('option', { selected: true });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lps');
  await expect(options.filter({ hasText: '六盘水' }).first()).toBeVisible();
  await expect(chosen).toHaveText(/六盘水/);
  await expect(options.last()).toHaveText('检索全部报纸：lps');
  await page.screenshot({ path: info.outputPath('palette.png') });
  await expectNoBarriers(page);
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveText('检索全部报纸：lps');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('gzrb');
  await expect(chosen).toHaveText(/贵州日报 2023年11月25日/);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('底色：夜');
  await expect(chosen).toHaveText(/底色：夜/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '夜', exact: true })).toHaveAttribute('aria-pressed', 'true');
});
