/** The main job, end to end, as a newcomer meets it: the same in the browser and in the desktop app. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { seedFile } from './web-host-process';

const made = [
  '云岭日报 2024年5月6日 第一版',
  '',
  '云岭新桥建成通车',
  '',
  '本报讯（记者 周明远）昨日上午，云岭新桥正式建成通车，两岸居民往来更加便捷，过江时间由四十分钟缩短到五分钟。',
  '',
  '当天，三千余名群众冒雨走上桥面，见证这座跨江大桥的诞生。',
].join('\n');

test('drop a briefing file, read it as a newspaper, come back to it', async ({ app }, info) => {
  test.setTimeout(240_000);
  let page = app.page;

  await test.step('a first start shows the sample as a newspaper', async () => {
    await expect(pageRegion(page, 1)).toBeVisible();
    await expect(
      pageRegion(page, 1)
        .getByRole('heading', { name: /快递小哥新货郎/ })
        .getByText('快递小哥新货郎')
        .first(),
    ).toBeVisible();
    await settled(page);
    await page.screenshot({ path: info.outputPath('1-sample.png') });
  });

  await test.step('the sample dropped again is not doubled', async () => {
    await drop(page, [{ name: 'guizhou-daily-2023-11-25.txt', text: await readFile(seedFile, 'utf8') }]);
    await expect(page.getByText('已在文库中').first()).toBeVisible();
  });

  await test.step('keys, buttons and the wheel turn pages', async () => {
    await expect(pageRegion(page, 1)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(pageRegion(page, 2)).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(pageRegion(page, 3)).toBeVisible();
    await page.keyboard.press('PageUp');
    await expect(pageRegion(page, 2)).toBeVisible();
    await page.getByRole('button', { name: '下一页' }).click();
    await expect(pageRegion(page, 3)).toBeVisible();
    await page.keyboard.press('Home');
    await expect(pageRegion(page, 1)).toBeVisible();
    await page.keyboard.press('End');
    await expect(pageRegion(page, 1)).toBeHidden();
    await expect(page.getByRole('button', { name: '下一页' })).toBeDisabled();
    await page.screenshot({ path: info.outputPath('2-last-page.png') });
  });

  await test.step('the side leads to a section', async () => {
    await contents(page)
      .getByRole('treeitem', { name: /^高质量发展蹲点调研采访/ })
      .click();
    await expect(onPage(page, /技能.充电/, '充电')).toBeVisible();
  });

  await test.step('物流 is found as it is typed, and Enter opens the page at the match', async () => {
    await page.keyboard.press('/');
    const field = searchField(page);
    await expect(field).toBeFocused();
    await field.pressSequentially('物流');
    const results = page.getByRole('list', { name: '检索结果' });
    await expect(results.getByRole('listitem').first()).toBeVisible();
    await expect(results.locator('mark').first()).toHaveText('物流');
    await page.screenshot({ path: info.outputPath('3-search.png') });
    await field.press('Enter');
    await expect(marks(page).first()).toBeVisible();
    await expect(marks(page).first()).toContainText('物流');
    await page.screenshot({ path: info.outputPath('4-match.png') });
  });

  await test.step('an article is opened alone, bookmarked, and left with Escape', async () => {
    await page.getByRole('tab', { name: '版面' }).click();
    await contents(page)
      .getByRole('treeitem', { name: /^高质量发展蹲点调研采访/ })
      .click();
    await onPage(page, /技能.充电/, '充电').click();
    await expect(page.getByRole('heading', { level: 1, name: /技能.充电/ })).toBeVisible();
    await page.keyboard.press('b');
    await expect(page.getByRole('button', { name: '书签', pressed: true }).first()).toBeVisible();
    await page.screenshot({ path: info.outputPath('5-article.png') });
    await page.keyboard.press('Escape');
    await expect(onPage(page, /技能.充电/, '充电')).toBeVisible();
  });

  let left = '';
  await test.step('a new file becomes a paper of its own', async () => {
    await drop(page, [{ name: '云岭日报-2024-05-06-01.txt', text: made }]);
    await expect(onPage(page, /云岭新桥建成通车/, '周明远')).toBeVisible();
    await page.getByRole('button', { name: '书架' }).click();
    // What was read last stands first, once that is known: before, a press may meet another paper than it was meant for.
    await expect(page.locator('button[data-edition]').first()).toContainText('云岭日报');
    await page.locator('button[data-edition]').filter({ hasText: '贵州日报' }).click();
    await expect(page.getByRole('button', { name: '下一页' })).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(pageRegion(page, 3)).toBeVisible();
    left = await pageRegion(page, 3).innerText();
  });

  await app.quit();
  page = await app.start();

  await test.step('after a restart everything is where it was', async () => {
    await expect(pageRegion(page, 3)).toBeVisible();
    expect(await pageRegion(page, 3).innerText()).toBe(left);
    await page.screenshot({ path: info.outputPath('6-after-restart.png') });
    await page.getByRole('tab', { name: '书签' }).click();
    await page
      .getByRole('complementary', { name: '侧栏' })
      .getByText(/技能.充电/)
      .first()
      .click();
    // In the pages too, not those beside them.
    await expect(
      page
        .locator('[data-page]')
        .getByText(/技能.充电/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  });
});

function pageRegion(page: Page, number: number): Locator {
  return page.getByRole('region', { name: `第 ${number} 页`, exact: true });
}

/** Words of an article where the open page shows it. */
function onPage(page: Page, name: RegExp, words: string): Locator {
  return page
    .getByRole('region', { name: /^第 \d+ 页$/ })
    .getByRole('article', { name })
    .getByText(words)
    .first();
}

function contents(page: Page): Locator {
  return page.getByRole('tree', { name: '本期目录' });
}

function searchField(page: Page): Locator {
  return page.getByRole('combobox', { name: '检索' }).or(page.getByRole('searchbox', { name: '检索' }));
}

/** Matches marked on the page itself, not in the list of results. */
function marks(page: Page): Locator {
  return page.getByRole('main').locator('mark');
}

/** Fonts are here and the page stands still. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
}

/** Files let go over the window, as a file manager does it. */
async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name, { type: 'text/plain' }));
    return transfer;
  }, files);
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', event, { dataTransfer: data });
}
