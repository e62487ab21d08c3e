/** What goes to paper: the pages in view, each on one sheet, and an article alone; to PDF, whole. Not for how it looks: see pictures.spec.ts. */
import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './app';
import type { App } from './app';
import { linesInView, missing, plain, readPdf } from './printed-text';

/** By the browser's own printing, or the desktop's, which ask for the same style sheets. */
async function print(
  app: App,
  info: TestInfo,
  name: string,
  paper: 'A4' | 'A3',
): Promise<{ readonly sheets: number; readonly text: string }> {
  const pdf = app.electron
    ? Buffer.from(
        await app.electron.evaluate(async ({ BrowserWindow }, pageSize) => {
          const window = BrowserWindow.getAllWindows()[0];
          if (!window) throw new Error('there is no window');
          const printed = await window.webContents.printToPDF({ pageSize, preferCSSPageSize: pageSize === 'A4' });
          return printed.toString('base64');
        }, paper),
        'base64',
      )
    : await app.page.pdf({ format: paper, preferCSSPageSize: paper === 'A4' });
  await writeFile(info.outputPath(`${name}-${paper}.pdf`), pdf);
  return readPdf(pdf);
}

for (const direction of ['横排', '竖排'] as const)
  test(`the pages in view, ${direction}, are printed whole, a sheet each`, async ({ app }, info) => {
    const { page } = app;
    await expect(page.locator('[data-page="1"]')).toBeAttached();
    await page.getByRole('button', { name: direction }).click();
    await expect(page.locator(`.page-sheet-${direction === '横排' ? 'horizontal' : 'vertical'}`).first()).toBeVisible();
    for (const paper of ['A4', 'A3'] as const) {
      const lines = await linesInView(page);
      expect(lines.length).toBeGreaterThan(40);
      const { sheets, text } = await print(app, info, `page-${direction}`, paper);
      expect(sheets).toBe(1);
      expect(missing(lines, text)).toEqual([]);
    }
    // Neither the window around the page nor the pages beside it.
    const { text } = await print(app, info, `page-${direction}`, 'A4');
    expect(text).not.toContain('书架');
    expect(missing(await hiddenLines(page), text).length).toBeGreaterThan(20);
  });

for (const direction of ['横排', '竖排'] as const)
  test(`an article alone, ${direction}, is printed whole`, async ({ app }, info) => {
    const { page } = app;
    await page.getByRole('button', { name: direction }).click();
    await page.getByRole('article', { name: /快递小哥新货郎/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /快递小哥新货郎/ })).toBeVisible();
    const lines = await linesInView(page);
    expect(lines.length).toBeGreaterThan(40);
    const { sheets, text } = await print(app, info, `article-${direction}`, 'A4');
    expect(missing(lines, text)).toEqual([]);
    expect(sheets).toBeLessThanOrEqual(4);
    // Where it was cut from, and nothing that is pressed.
    for (const fact of ['贵州日报', '2023年11月25日', 'guizhoudaily20231125txt']) expect(text).toContain(fact);
    expect(text).not.toContain('分钟');
  });

test('what is printed right after the window changed is set for the window as it is', async ({ app }) => {
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  const [room, sheet] = await page.evaluate(() => {
    const stage = document.querySelector('.page-stage');
    if (!stage?.parentElement) throw new Error('there are no pages');
    stage.parentElement.style.width = '620px';
    dispatchEvent(new Event('beforeprint'));
    const shown = [...document.querySelectorAll('[data-page]')].filter((one) => one.checkVisibility());
    return [stage.clientWidth, shown.map((one) => Math.round(one.getBoundingClientRect().width)).join(' ')] as const;
  });
  expect(room).toBe(620);
  expect(sheet).toBe('620');
});

test('what the app doubts or has joined is marked on the screen and not on paper, on the pages as in an article', async ({ app }, info) => {
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  const file = info.outputPath('云岭日报-2024-05-06-01.txt');
  const cut = '新桥全长八百米，双向四车道，由县里自行设计，两岸居民往来更加便捷，';
  await writeFile(file, `青岩新桥建成通车\n\n　　昨日上午，${cut}\n\n周边十二个村寨的山货从此可以当天运进县城，村民说日子越过越\n`);
  await app.quit();
  await app.start([file]);
  for (const where of ['.page-sheet', '.article-view']) {
    if (where === '.article-view') await app.page.getByRole('article', { name: /青岩新桥/ }).press('Enter');
    const doubt = app.page.locator(`${where} .page-doubt`).first();
    const mark = app.page.locator(`${where} :is(.page-mark, .article-mark)`).first();
    await expect(doubt).toHaveCSS('text-decoration-line', 'underline');
    await expect(mark).toBeVisible();
    await app.page.emulateMedia({ media: 'print' });
    await expect(doubt).toHaveCSS('text-decoration-line', 'none');
    await expect(mark).toBeHidden();
    await app.page.emulateMedia({ media: null });
  }
});

async function hiddenLines(page: Page): Promise<readonly string[]> {
  const texts = await page
    .locator('[data-page="1"] [data-source]')
    .evaluateAll((lines) => lines.map(({ textContent }) => textContent ?? ''));
  return texts.map(plain).filter((text) => text.length > 8);
}

test('what has the keyboard is framed on the screen and not on paper', async ({ app }) => {
  const { page } = app;
  const story = page.getByRole('article', { name: /快递小哥新货郎/ });
  const framed = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.page-article *, .article-view')].filter((one) => getComputedStyle(one).outlineStyle !== 'none')
          .length,
    );
  await page.keyboard.press('Tab');
  await story.focus();
  await expect.poll(framed).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await framed()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await story.press('Enter');
  await page.locator('.article-view').focus();
  await expect.poll(framed).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await framed()).toBe(0);
});
