/** What a reader does with whole papers on the shelf: put away, taken back, merged, their files put right; and each taken back again. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import type { App } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { savedFile } from '../e2e/saved-file';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const article = (name: string) => `${name}新桥建成通车\n\n昨日上午，${name}新桥正式建成通车，两岸居民往来更加便捷。\n`;

async function shelfWith(app: App, folder: string, files: Readonly<Record<string, string>>): Promise<Page> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await app.quit();
  const page = await app.start(Object.keys(files).map((name) => join(folder, name)));
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(papers(page)).toHaveCount(Object.keys(files).length + 1);
  return page;
}

test('a paper put in the trash is off the shelf and out of search, and comes back by undo or from the trash', async ({ app }, info) => {
  const page = await shelfWith(app, info.outputPath('papers'), { '云岭日报-2024-05-06-01.txt': article('云岭') });
  const paper = papers(page).filter({ hasText: '云岭日报' });

  await paper.focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: /云岭日报 2024年5月6日/ })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: '打开' })).toBeFocused();
  await expectNoBarriers(page);
  await page.keyboard.press('Escape');
  await expect(paper).toBeFocused();

  await menuOf(page, '云岭日报').click();
  await page.getByRole('menuitem', { name: '放入回收站' }).click();
  await expect(paper).toBeHidden();
  const note = page.getByRole('region', { name: '刚才所做' });
  await expect(note).toContainText('云岭日报 2024年5月6日 放入回收站');
  await expectNoBarriers(page);
  await note.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已撤销：云岭日报 2024年5月6日 放入回收站' })).toHaveCount(1);
  await expect(paper).toBeVisible();

  await paper.focus();
  await page.keyboard.press('Delete');
  await expect(paper).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('云岭新桥');
  await expect(page.getByRole('main')).toContainText('没有');
  await page.getByRole('button', { name: '书架' }).click();
  await page.getByRole('navigation', { name: '回收站' }).getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1, name: '回收站' })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '恢复 云岭日报 2024年5月6日' }).click();
  await page.getByRole('button', { name: '回到书架' }).click();
  await expect(paper).toBeVisible();
});

test('a paper is marked read or unread from its menu and by command, wherever it is; undone, redone, and so when the app starts again', async ({
  app,
}, info) => {
  let page = await shelfWith(app, info.outputPath('papers'), { '云岭日报-2024-05-06-01.txt': article('云岭') });
  const paper = () => papers(page).filter({ hasText: '云岭日报' });
  await expect(paper()).toContainText('未读');
  await menuOf(page, '云岭日报').click();
  await expect(page.getByRole('menuitem', { name: '标为未读' })).toHaveCount(0);
  await page.getByRole('menuitem', { name: '标为读完' }).click();
  await expect(paper()).toContainText('读完');
  const note = page.getByRole('region', { name: '刚才所做' });
  await expect(note).toContainText('云岭日报 2024年5月6日 标为读完');
  await expectNoBarriers(page);
  await note.getByRole('button', { name: '撤销' }).click();
  await expect(paper()).toContainText('未读');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(paper()).toContainText('读完');

  await paper().click();
  await expect(page.locator('[data-page]').getByText('云岭新桥建成通车').first()).toBeVisible();
  await command(page, '本报标为未读');
  await expect(paper()).toContainText('未读');
  await paper().click();
  await expect(page.locator('[data-page]').getByText('云岭新桥建成通车').first()).toBeVisible();
  await command(page, '本报标为读完');
  await expect(note).toContainText('标为读完');
  await page.getByRole('button', { name: '书架' }).click();
  await expect(paper()).toContainText('读完');

  await app.quit();
  page = await app.start();
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(paper()).toContainText('读完');
  await paper().focus();
  await command(page, '本报标为未读');
  await expect(paper()).toContainText('未读');
});

test('a paper in the trash whose file is imported again is said to be back, and is at once: in no trash, with its bookmark, and without undo', async ({
  app,
}, info) => {
  const text = article('云岭');
  const page = await shelfWith(app, info.outputPath('papers'), { '云岭日报-2024-05-06-01.txt': text });
  await papers(page).filter({ hasText: '云岭日报' }).click();
  await page.getByRole('article', { name: /云岭/ }).first().press('Enter');
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: '书签', pressed: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '书架' }).click();
  await menuOf(page, '云岭日报').click();
  await page.getByRole('menuitem', { name: '放入回收站' }).click();
  const note = page.getByRole('region', { name: '刚才所做' });
  await expect(note).toContainText('放入回收站');
  await expect(page.getByRole('navigation', { name: '回收站' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(page.getByText('还没有书签').last()).toBeVisible();

  await dropFile(page, '云岭日报-2024-05-06-01.txt', text);
  await expect(page.getByText('“云岭日报-2024-05-06-01.txt”原在回收站，已放回书架').last()).toBeVisible();
  await expect(note).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(papers(page).filter({ hasText: '云岭日报' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '回收站' })).toBeHidden();
});

test('papers without a name are told apart by what leads them: on the shelf, in the trash and in what is said of them', async ({
  app,
}, info) => {
  const page = await shelfWith(app, info.outputPath('papers'), { '头版.txt': article('云岭'), '二版.txt': article('白水') });
  const cell = (name: string) => papers(page).filter({ hasText: `报名不详${name}` });
  await expect(cell('云岭新桥建成通车')).toBeVisible();
  await expect(cell('白水新桥建成通车')).toBeVisible();
  await page.screenshot({ path: info.outputPath('unnamed.png') });
  await page.getByRole('button', { name: /报名不详.*“白水新桥建成通车”：可做的事/u }).click();
  await page.getByRole('menuitem', { name: '放入回收站' }).click();
  await expect(page.getByRole('region', { name: '刚才所做' })).toContainText('“白水新桥建成通车” 放入回收站');
  await expect(cell('白水新桥建成通车')).toBeHidden();
  await page.getByRole('navigation', { name: '回收站' }).getByRole('button').click();
  const line = page.getByRole('list', { name: '回收站' }).getByRole('listitem');
  await expect(line).toContainText('白水新桥建成通车');
  await expect(line.getByRole('button', { name: /^恢复 .*“白水新桥建成通车”/u })).toBeVisible();
  await expectNoBarriers(page);
});

test('what is deleted from the trash asks first, and is gone with its undo', async ({ app }, info) => {
  const page = await shelfWith(app, info.outputPath('papers'), { '云岭日报-2024-05-06-01.txt': article('云岭') });
  await menuOf(page, '云岭日报').click();
  await page.getByRole('menuitem', { name: '放入回收站' }).click();
  await page.getByRole('navigation', { name: '回收站' }).getByRole('button').click();
  await page.getByRole('button', { name: '清空回收站…' }).click();
  const dialog = page.getByRole('dialog', { name: /删除 云岭日报/ });
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
  await expectNoBarriers(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('list', { name: '回收站' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: '清空回收站…' }).click();
  await dialog.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('回收站是空的。')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '回到书架' }).click();
  await expect(papers(page)).toHaveCount(1);
});

test('two papers become one and part again; a page number typed by the reader holds and goes back', async ({ app }, info) => {
  const page = await shelfWith(app, info.outputPath('papers'), {
    '云岭日报-2024-05-06-01.txt': article('云岭'),
    '白水晚报-2024-05-06-03.txt': article('白水'),
  });
  await menuOf(page, '白水晚报').click();
  await page.getByRole('menuitem', { name: '并入另一份报纸…' }).click();
  const merging = page.getByRole('dialog', { name: /并入另一份：白水晚报/ });
  await expect(merging.getByRole('textbox', { name: '查找一份报纸' })).toBeFocused();
  await expectNoBarriers(page);
  // Another paper of that day stands first, and Enter alone does not merge with it.
  const others = merging.getByRole('listbox', { name: '并入哪一份' });
  await expect(others.getByRole('option').first()).toContainText('云岭日报');
  await expect(merging.getByRole('button', { name: '并入', exact: true })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(merging).toBeVisible();
  await others.selectOption({ index: 0 });
  await merging.getByRole('button', { name: '并入', exact: true }).click();
  await expect(merging).toBeHidden();
  await expect(papers(page)).toHaveCount(2);

  await menuOf(page, '云岭日报').click();
  await page.getByRole('menuitem', { name: '文件与版次…' }).click();
  const files = page.getByRole('dialog', { name: /云岭日报 2024年5月6日：文件/ });
  const list = files.getByRole('list', { name: '按版次排列的文件' }).getByRole('listitem');
  await expect(list).toHaveCount(2);
  await expect(list.first()).toContainText('云岭日报');
  await expectNoBarriers(page);
  // What confirms a page stands beside the file's name, not over it.
  const confirms = await files.locator('.edition-file-page').first().boundingBox();
  const name = await files.locator('.edition-file-name').first().boundingBox();
  expect((confirms?.x ?? 0) + (confirms?.width ?? 0)).toBeLessThanOrEqual(name?.x ?? 0);
  await files.getByRole('textbox', { name: '云岭日报-2024-05-06-01.txt 的版次' }).fill('4');
  await page.keyboard.press('Enter');
  await expect(list.first()).toContainText('白水晚报');
  await files.getByRole('button', { name: '撤销' }).click();
  await expect(list.first()).toContainText('云岭日报');
  await page.keyboard.press('Escape');
  await expect(files).toBeHidden();

  await page.keyboard.press('Control+z');
  await expect(papers(page)).toHaveCount(3);
  await expect(papers(page).filter({ hasText: '白水晚报' })).toBeVisible();
});

test('a name, a day and a page that the reader set are taken back by undo, inferred as before, and set again by redo', async ({
  app,
}, info) => {
  const page = await shelfWith(app, info.outputPath('papers'), { '云岭日报-2024-05-06-01.txt': article('云岭') });
  const note = page.getByRole('region', { name: '刚才所做' });
  const facts = page.getByRole('dialog', { name: '报名与日期' });
  const name = facts.getByRole('textbox', { name: '报名' });
  const openFacts = async (paper: string) => {
    await menuOf(page, paper).click();
    await page.getByRole('menuitem', { name: '报名与日期…' }).click();
  };
  await openFacts('云岭日报');
  await name.fill('云岭晚报');
  await facts.getByLabel('日期', { exact: true }).fill('2024-05-07');
  await name.press('Enter');
  await expect(papers(page).filter({ hasText: '云岭晚报' })).toBeVisible();
  await expect(note).toContainText('云岭日报 2024年5月6日 改为 云岭晚报 2024年5月7日');
  await expectNoBarriers(page);
  await note.getByRole('button', { name: '撤销' }).click();
  await expect(papers(page).filter({ hasText: '云岭日报' })).toContainText('2024年5月6日');
  await openFacts('云岭日报');
  await expect(facts).toContainText('报名据文件名');
  await expect(facts).toContainText('日期据文件名');
  await expect(facts).toContainText('第1版据文件名');

  // Confirmed as it is, and taken back: inferred once more.
  await facts.getByRole('button', { name: '确认无误' }).click();
  await expect(note).toContainText('云岭日报 2024年5月6日 确认无误');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note).toContainText('已撤销：云岭日报 2024年5月6日 确认无误');
  await openFacts('云岭日报');
  await expect(facts).toContainText('报名据文件名');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await openFacts('云岭日报');
  await expect(facts.getByRole('button', { name: '恢复推定' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(note).toContainText('没有可重做的');
  // The page was confirmed with them: it is inferred again, too.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note).toContainText('已撤销：云岭日报 2024年5月6日 确认无误');

  await menuOf(page, '云岭日报').click();
  await page.getByRole('menuitem', { name: '文件与版次…' }).click();
  const files = page.getByRole('dialog', { name: /：文件/u });
  const number = files.getByRole('textbox', { name: '云岭日报-2024-05-06-01.txt 的版次' });
  await expect(files.getByRole('button', { name: /^确认“云岭日报-2024-05-06-01.txt”为第1版/u })).toBeVisible();
  await number.fill('4');
  await number.press('Enter');
  await expect(files).toContainText('定为第4版');
  await page.keyboard.press('Escape');
  await expect(papers(page).filter({ hasText: '云岭日报' })).toContainText('第4版');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(papers(page).filter({ hasText: '云岭日报' })).toContainText('第1版');
  await menuOf(page, '云岭日报').click();
  await page.getByRole('menuitem', { name: '文件与版次…' }).click();
  await expect(files.getByRole('button', { name: /^确认“云岭日报-2024-05-06-01.txt”为第1版/u })).toBeVisible();
});

test('a file is moved to an edition of its own from the dialog of its files, and read in another encoding', async ({ app }, info) => {
  const page = await shelfWith(app, info.outputPath('papers'), { '云岭日报-2024-05-06-01.txt': article('云岭') });
  await menuOf(page, '云岭日报').click();
  await page.getByRole('menuitem', { name: '并入另一份报纸…' }).click();
  // Another paper of another day is no guess to make for the reader.
  await expect(page.getByRole('button', { name: '并入', exact: true })).toBeDisabled();
  const others = page.getByRole('listbox', { name: '并入哪一份' });
  expect(await others.evaluate((list) => (list as HTMLSelectElement).selectedIndex)).toBe(-1);
  await expect(others).toContainText(/贵州日报 2023年11月25日 .* · guizhou-daily-2023-11-25\.txt/u);
  await page.getByRole('textbox', { name: '查找一份报纸' }).fill('guizhou-daily');
  await expect(others.getByRole('option', { selected: true })).toContainText('贵州日报');
  await page.getByRole('button', { name: '并入', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(papers(page)).toHaveCount(1);
  await papers(page).first().press('Enter');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('文件与版次');
  await page.getByRole('option', { name: '本报的文件与版次' }).click();
  const files = page.getByRole('dialog', { name: /贵州日报.*：文件/ });
  const list = files.getByRole('listitem');
  await expect(list).toHaveCount(2);
  // By keyboard every step through the list picks: nothing is read until it is asked for, and Escape goes back to what is.
  const encoding = files.getByRole('combobox', { name: '云岭日报-2024-05-06-01.txt 的编码' });
  await encoding.focus();
  await page.keyboard.press('ArrowDown');
  await expect(encoding).toHaveValue('gb18030');
  await expect(files.getByRole('button', { name: '按 GB18030 / GBK / GB2312 读 云岭日报-2024-05-06-01.txt' })).toBeVisible();
  await expectNoBarriers(page);
  await page.keyboard.press('Escape');
  await expect(encoding).toHaveValue('utf-8');
  await expect(files.getByRole('button', { name: '撤销' })).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(files).toContainText('按 GB18030 / GBK / GB2312 重读');
  await expect(encoding).toBeFocused();
  await files.getByRole('button', { name: '撤销' }).click();
  await expect(encoding).toHaveValue('utf-8');
  await files.getByRole('button', { name: '移动 云岭日报-2024-05-06-01.txt' }).click();
  await files.getByRole('button', { name: '另成一份' }).click();
  await expect(list).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '书架' }).click();
  await expect(papers(page).filter({ hasText: '云岭日报' })).toBeVisible();
});

test('all articles of a paper are taken along from its menu, and those of an article or the paper in front by command', async ({
  app,
}, info) => {
  const page = await shelfWith(app, info.outputPath('papers'), { '云岭日报-2024-05-06-01.txt': article('云岭') });
  await menuOf(page, '云岭日报').click();
  const fromMenu = await savedFile(app, () => page.getByRole('menuitem', { name: '导出全文：JSON' }).click());
  expect(fromMenu.name).toBe('云岭日报 2024年5月6日.json');
  expect(JSON.parse(await textOf(fromMenu))).toMatchObject({
    articles: [
      { paper: '云岭日报', date: '2024-05-06', page: '1', headline: '云岭新桥建成通车', parts: [{ file: '云岭日报-2024-05-06-01.txt' }] },
    ],
  });

  await papers(page).filter({ hasText: '贵州日报' }).click();
  await whenReady(page);
  const byCommand = (words: string) =>
    savedFile(app, async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await page.getByRole('option', { name: words, exact: true }).click();
    });
  const whole = await byCommand('导出整份报纸全文：Markdown');
  expect(whole.name).toBe('贵州日报 2023年11月25日.md');
  const { length } = (await textOf(whole)).match(/^---$/gmu) ?? [];
  expect(length).toBeGreaterThan(5);

  await page.getByRole('treeitem', { name: '快递小哥新货郎' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: '导出…' })).toBeVisible();
  const one = await byCommand('导出本文：Markdown');
  expect(one.name).toBe('贵州日报 2023年11月25日 快递小哥新货郎 山里山外送货忙.md');
  expect(await textOf(one)).not.toMatch(/^---$/mu);
  await page.getByRole('main').getByRole('button', { name: '导出…' }).click();
  const pressed = await savedFile(app, () => page.getByRole('menuitem', { name: 'Markdown' }).click());
  expect(await textOf(pressed)).toBe(await textOf(one));
});

const textOf = ({ path }: { readonly path: string }): Promise<string> => readFile(path, 'utf8');

function papers(page: Page): Locator {
  return page.locator('button[data-edition]');
}

function menuOf(page: Page, paper: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${paper}.*可做的事`, 'u') });
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().click();
}
