/** One field for everything, driven by keys. In the whole app, where names are found by their sound. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';
import { shelfWith } from '../search-view/shelf-with';

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

test('a headline of a paper that is not in front says where it was printed, and opens its article: so do the suggestions of the search field', async ({
  app,
}, info) => {
  await whenReady(app.page);
  const files = ['云岭日报-2024-05-06-01', '云岭日报-2024-05-07-01'].map((name) => info.outputPath(`${name}.txt`));
  for (const [at, file] of files.entries())
    await writeFile(
      file,
      `青岩新桥建成${at === 0 ? '通车' : '一年'}\n\n　　昨日上午，青岩新桥两岸居民往来更加便捷，山里的人出门方便了。\n`,
    );
  const page = await shelfWith(app, files, 3);
  const article = page.getByRole('heading', { level: 1, name: '青岩新桥建成通车' });
  await page.locator('button[data-edition]').filter({ hasText: '贵州日报' }).click();
  await whenReady(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('qyxqjctc');
  const found = page.getByRole('dialog').getByRole('option', { name: /青岩新桥建成通车/ });
  await expect(found).toContainText('云岭日报 2024年5月6日');
  await page.screenshot({ path: info.outputPath('palette-headline.png') });
  await page.keyboard.press('Enter');
  await expect(article).toBeVisible();

  await page.getByRole('button', { name: '书架' }).click();
  for (const typed of ['青岩新', '建成通车', 'qyxqjctc']) {
    await page.keyboard.press('/');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(typed);
    await expect(page.getByRole('option', { name: /标题.*青岩新桥建成通车.*云岭日报 2024年5月6日/ })).toBeVisible();
    if (typed !== 'qyxqjctc') await page.getByRole('button', { name: '书架' }).click();
  }
  await page.screenshot({ path: info.outputPath('field-headline.png') });
  await expectNoBarriers(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(article).toBeVisible();
  await expect(page.getByRole('combobox', { name: '检索' })).toHaveValue('');
});
