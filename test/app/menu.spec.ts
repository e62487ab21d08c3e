/** The desktop app's menu: in the language of its window, and undo by it as by key. */
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import type { App } from '../e2e/app';
import { whenReady } from '../importing/barriers';

const labels = async (app: App): Promise<string> =>
  (await app.electron?.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.map(({ label }) => label)
      .join(' '),
  )) ?? '';

const choose = (app: App, wanted: string) =>
  app.electron?.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    items.find((item) => item.label === label)?.click();
  }, wanted);

async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill(language);
  await page.getByRole('option', { name: new RegExp(`^(?:界面语言：|Language: )${language}$`) }).click();
}

test.beforeEach(({ app }) => test.skip(app.electron === null, 'a browser has its own menu'));

test('the menu is in the language of the window as soon as that is chosen, and at the next start', async ({ app }) => {
  await whenReady(app.page);
  await chooseLanguage(app.page, 'English');
  await expect.poll(() => labels(app)).toBe('File Edit View Go Window Help');
  await chooseLanguage(app.page, '中文');
  await expect.poll(() => labels(app)).toBe('文件 编辑 显示 前往 窗口 帮助');
  await app.quit();
  await whenReady(await app.start());
  await expect.poll(() => labels(app)).toBe('文件 编辑 显示 前往 窗口 帮助');
});

test('undo in the menu takes back what was typed where a field has the keyboard, and else what was done last', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await chooseLanguage(app.page, '中文');
  await page.getByRole('button', { name: '书架' }).click();
  const paper = page.locator('button[data-edition]').filter({ hasText: '贵州日报' });
  await paper.click({ button: 'right' });
  await page.getByRole('menuitem', { name: '放入回收站' }).click();
  await expect(paper).toHaveCount(0);

  await page.keyboard.press('/');
  const field = page.locator('.search-field input');
  await page.keyboard.insertText('茶园');
  await choose(app, '撤销');
  await expect(field).toHaveValue('');
  await expect(paper).toHaveCount(0);
  await choose(app, '重做');
  await expect(field).toHaveValue('茶园');

  await page.keyboard.press('Escape');
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await choose(app, '撤销');
  await expect(paper).toBeVisible();
  await choose(app, '重做');
  await expect(paper).toHaveCount(0);
});
