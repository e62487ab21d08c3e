/** How a page is told and reached: one heading of the window, articles that say how they open, controls large enough to be hit, an English paper's own words. */
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { expectNoBarriers, inEnglish, whenReady } from '../importing/barriers';

const levelOne = (page: Page) => page.getByRole('heading', { level: 1 });

test('a page and an article have one first heading each; an article on a page says that Enter opens it', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await expect(page.locator('[data-page]').first()).toBeVisible();
  await expect(levelOne(page)).toHaveCount(1);
  const story = page.getByRole('article', { name: /快递小哥新货郎/ }).first();
  await expect(story).toHaveAccessibleDescription('按 Enter 打开');
  await expectNoBarriers(page);
  await story.press('Enter');
  await expect(levelOne(page)).toHaveCount(1);
  await expect(page.locator('.article-heading p:empty')).toHaveCount(0);
});

test('an article without a byline has no empty paragraph in its place', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await dropFile(page, '云岭日报-2024-05-06-01.txt', '青石新桥建成通车\n\n昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷。\n');
  await page.getByRole('article', { name: /青石新桥/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /青石新桥/ })).toBeVisible();
  await expect(page.locator('.article-heading p:empty')).toHaveCount(0);
});

test('in English what stands at the edge of a line is a sign of proof-readers, which says what it means; the list of findings names it', async ({
  app,
}, info) => {
  const { page } = app;
  await whenReady(page);
  await inEnglish(page);
  const cut = '新桥全长八百米，双向四车道，由县里自行设计，两岸居民往来更加便捷，';
  const text = `青岩新桥建成通车\n\n　　昨日上午，${cut}\n\n周边十二个村寨的山货从此可以当天运进县城，村民说日子越过越\n`;
  await dropFile(page, '云岭日报-2024-05-06-01.txt', text);
  const joined = page.locator('.page-mark').filter({ hasText: '⌒' });
  await expect(joined.first()).toHaveAttribute('title', 'Two pieces were joined here');
  await page.getByRole('article', { name: /青岩新桥/ }).press('Enter');
  await expect(page.locator('.article-mark').filter({ hasText: '⌒' })).toHaveAttribute('title', 'Two pieces were joined here');
  await page.keyboard.press('s');
  const findings = page.getByRole('region', { name: 'Findings' });
  // What is read out is the word.
  await expect(findings.getByRole('button', { name: /^joined 1/ })).toContainText('⌒');
  await expect(findings.getByRole('button', { name: /^in doubt 2/ })).toContainText('?');
  expect(await page.locator('.article-mark').allInnerTexts()).not.toContainEqual(expect.stringMatching(/\p{L}/u));
  await page.screenshot({ path: info.outputPath('signs.png') });
  await expectNoBarriers(page);
});

test('what is pressed around a page is at least 24 pixels high and wide', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await expect(page.locator('.page-thumbnails button').first()).toBeVisible();
  const small = await page.locator('.page-thumbnails button, .look-choice, .status-button').evaluateAll((controls) =>
    controls
      .map((control) => [control.textContent, control.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([name, { width, height }]) => `${name} ${width} x ${height}`),
  );
  expect(small).toEqual([]);
  const footer = await page.locator('.footer').evaluate(({ clientHeight }) => clientHeight);
  expect(footer).toBeLessThan(30);
});

test('an English paper has its day and its pages in English, whatever the language of the window', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const story =
    'The long bridge over the sound was opened to traffic on Monday morning, nine years after the first stone was laid on its northern shore.';
  const text = ['HARBOUR DAILY', 'Monday, March 18, 2024', '', 'Bridge over the sound opens', '', `${story} ${story}`, '', story, ''].join(
    '\n',
  );
  await dropFile(page, 'Harbour Daily-2024-03-18-A1.txt', text);
  const head = page.locator('.page-nameplate').filter({ hasText: /harbour daily/i });
  await expect(head).toContainText('March 18, 2024');
  await expect(head).toContainText('Printed page A1');
  await expect(head).not.toContainText(/\p{Script=Han}/u);
});

test('on a spread the side says both pages, as the foot does', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.setViewportSize({ width: 1920, height: 1000 });
  await expect(page.locator('.footer-where')).toContainText('第 1–2 页');
  await expect(page.locator('.page-strip-where')).toContainText('第1–2页');
});
