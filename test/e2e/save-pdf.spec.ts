/** Saving as PDF from the desktop app: the pages in view, an article, the whole edition; by key, menu and palette. The file is read back. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Client } from '../../src-main/contract/link';
import type { Edition } from '../../src-main/contract/model';
import { expectNoBarriers } from '../importing/barriers';
import { expect, test } from './app';
import type { App } from './app';
import { linesInView, missing, plain, readPdf } from './printed-text';

/** Stands in for the reader at the system's dialog: names `file`, or thinks better of it. Returns what was proposed. */
async function answerDialog(app: App, file: string | null): Promise<() => Promise<string>> {
  await app.electron?.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = ((_window: unknown, options: { defaultPath: string }) => {
      Object.assign(globalThis, { proposed: options.defaultPath });
      return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
    }) as never;
  }, file);
  return async () => (await app.electron?.evaluate(() => (globalThis as { proposed?: string }).proposed)) ?? '';
}

const word = (app: App) => app.page.getByRole('region', { name: '存为 PDF' });

test('the pages in view are saved by key, under a name that says which', async ({ app }, info) => {
  test.skip(app.electron === null, 'a browser prints into files by itself');
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  const file = info.outputPath('page.pdf');
  const proposed = await answerDialog(app, file);
  const lines = await linesInView(page);
  expect(lines.length).toBeGreaterThan(40);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(word(app)).toContainText(file);
  expect(await proposed()).toMatch(/贵州日报 2023-11-25 第1页\.pdf$/);
  const { sheets, text } = await readPdf(await readFile(file));
  expect(sheets).toBe(1);
  expect(missing(lines, text)).toEqual([]);
  expect(text).not.toContain('书架');
});

test('an article in view is saved by the menu', async ({ app }, info) => {
  test.skip(app.electron === null, 'a browser prints into files by itself');
  const { page } = app;
  await page.getByRole('article', { name: /快递小哥新货郎/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /快递小哥新货郎/ })).toBeVisible();
  const file = info.outputPath('article.pdf');
  const proposed = await answerDialog(app, file);
  const lines = await linesInView(page);
  await app.electron?.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    items.find((item) => /^(?:存为 PDF…|Save as PDF…)$/.test(item.label))?.click();
  });
  await expect(word(app)).toContainText(file);
  expect(await proposed()).toContain('快递小哥新货郎');
  const { text } = await readPdf(await readFile(file));
  expect(missing(lines, text)).toEqual([]);
});

for (const direction of ['横排', '竖排'] as const)
  test(`a whole edition, ${direction}, is saved by the palette: every paragraph is in it`, async ({ app }, info) => {
    test.skip(app.electron === null, 'a browser prints into files by itself');
    const { page } = app;
    await page.getByRole('button', { name: direction }).click();
    await expect(page.locator(`.page-sheet-${direction === '横排' ? 'horizontal' : 'vertical'}`).first()).toBeVisible();
    const file = info.outputPath(`edition-${direction}.pdf`);
    await answerDialog(app, file);
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('dialog').getByRole('combobox').fill('整份');
    await page.getByRole('option', { name: /存为 PDF：整份报纸/ }).click();
    await expect(word(app)).toContainText(file);
    const { sheets, text } = await readPdf(await readFile(file));
    const edition = (await page.evaluate(async () => {
      const { newsroom } = window as unknown as { readonly newsroom: Client };
      const latest = (await newsroom.call('edition.latest', {})) as unknown as { readonly value: { readonly edition: number } };
      return newsroom.call('edition.read', { edition: latest.value.edition });
    })) as unknown as { readonly value: Edition };
    const beginnings = edition.value.contents.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => plain(paragraph.text).slice(0, 7)));
    expect(beginnings.length).toBeGreaterThan(40);
    expect(missing(beginnings, text)).toEqual([]);
    expect(sheets).toBeGreaterThan(2);
    expect(sheets).toBeLessThan(12);
    // The window is as it was, and ready for the next one.
    await expect(page.locator('.edition-sheets')).toHaveCount(0);
    await expect(page.getByRole('region', { name: '第 1 页', exact: true })).toBeVisible();
  });

test('whoever thinks better of it has no file, and a folder that is gone is told', async ({ app }) => {
  test.skip(app.electron === null, 'a browser prints into files by itself');
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  const before = await answerDialog(app, null);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect.poll(before).toMatch(/\.pdf$/);
  await expect(word(app)).toHaveCount(0);
  await answerDialog(app, join(dirname(app.library), 'gone', 'page.pdf'));
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(page.getByRole('alert')).toContainText('page.pdf：文件写不进去');
});

test('a browser is given the whole edition to print into a file, every paragraph of it', async ({ app }) => {
  test.skip(app.host === 'electron', 'there it is saved');
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printing', '');
  });
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await expect(page.locator('body[data-printing]')).toBeAttached();
  await expect(word(app)).toContainText('在打印窗口里选“另存为 PDF”');
  const { sheets, text } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets).toBeGreaterThan(2);
  // From the first story and from the last.
  for (const words of ['11月22日凌晨两点', '副主任医师郭']) expect(plain(text)).toContain(plain(words));
  expect(text).not.toContain('另存为');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.edition-sheets')).toHaveCount(0);
  await expect(word(app)).toHaveCount(0);
});

test('on the shelf the paper that the keyboard stands on is meant, and which one that is, is said', async ({ app }, info) => {
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  const file = info.outputPath('shelf.pdf');
  const proposed = await answerDialog(app, file);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printing', '');
  });
  await page.getByRole('button', { name: '书架' }).click();
  const paper = page.locator('button[data-edition]');
  await expect(paper).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await expect(word(app)).toContainText('请先用方向键选一份报纸');
  await expectNoBarriers(page);
  await word(app).getByRole('button', { name: '关闭' }).click();

  await paper.focus();
  await page.keyboard.press('ControlOrMeta+Shift+E');
  if (app.host === 'electron') {
    await expect(word(app)).toContainText(file);
    expect(await proposed()).toMatch(/贵州日报 2023-11-25\.pdf$/);
    expect((await readPdf(await readFile(file))).sheets).toBeGreaterThan(2);
    return;
  }
  await expect(page.locator('body[data-printing]')).toBeAttached();
  await expect(word(app)).toContainText('整份报纸（贵州日报 2023-11-25）已排好');
  const { sheets, text } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets).toBeGreaterThan(2);
  expect(plain(text)).toContain(plain('11月22日凌晨两点'));
  expect(text).not.toContain('书架');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.edition-sheets')).toHaveCount(0);
  await page.locator('body').evaluate((body) => body.removeAttribute('data-printing'));
  await page.getByRole('button', { name: /可做的事/ }).click();
  await page.getByRole('menuitem', { name: '存为 PDF' }).click();
  await expect(page.locator('body[data-printing]')).toBeAttached();
});

test('a browser, which prints what is in view into files by itself, does not offer that', async ({ app }) => {
  test.skip(app.host === 'electron', 'there it is offered');
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill('打印');
  await expect(page.getByRole('option', { name: /^打印\s*Ctrl/ })).toBeVisible();
  await page.getByRole('dialog').getByRole('combobox').fill('PDF');
  await expect(page.getByRole('option', { name: /存为 PDF/ })).toHaveText(/整份报纸/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: /键/ })).toContainText('打印');
  await expect(page.getByRole('dialog', { name: /键/ })).not.toContainText('存为 PDF：眼前');
});
