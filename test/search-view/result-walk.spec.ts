/** Walking on with n and N from the last match of a paper to the next result, and back. */
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import type { App } from '../e2e/app';
import { whenReady } from '../importing/barriers';
import { closeNews, shelfWith } from './shelf-with';

const papers = [
  ['云岭日报-2024-05-08-01', '青鸾大桥通车\n\n　　昨日上午，青鸾大桥正式通车，两岸居民往来更加便捷。青鸾大桥全长两公里。\n'],
  ['云岭日报-2024-05-07-01', '青鸾大桥合龙\n\n　　昨日上午，跨江的大桥顺利合龙，建设者们在桥上合影留念。\n'],
  ['云岭日报-2024-05-06-01', '两岸盼桥来\n\n　　昨日上午，记者沿江走访，村民们说起青鸾大桥，都盼着早日通车。\n'],
] as const;

async function search(app: App, folder: (name: string) => string): Promise<Page> {
  await whenReady(app.page);
  const files = papers.map(([name]) => folder(`${name}.txt`));
  for (const [index, [, text]] of papers.entries()) await writeFile(files[index] ?? '', text);
  const page = await shelfWith(app, files, 4);
  await closeNews(page);
  const field = page.getByRole('combobox', { name: '检索' });
  await field.click();
  await field.pressSequentially('青鸾大桥');
  await page.getByRole('button', { name: '最新', exact: true }).click();
  await expect(page.locator('[data-hit]')).toHaveCount(3);
  return page;
}

const foot = (page: Page) => page.getByRole('contentinfo');

test('n goes on from the last match of a paper to the next result of the list and says so; Shift+N goes back; Esc leads to the list', async ({
  app,
}, info) => {
  const page = await search(app, (name) => info.outputPath(name));
  await page.locator('[data-search-hit]').first().click();
  await expect(foot(page)).toContainText('“青鸾大桥” 1 / 3');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(foot(page)).toContainText('“青鸾大桥” 3 / 3');

  await page.keyboard.press('n');
  const said = '下一条结果：云岭日报 2024年5月7日';
  await expect(foot(page)).toContainText(said);
  await expect(page.locator('output[aria-live="polite"]')).toContainText(said);
  await expect(page.getByRole('heading', { level: 1, name: /5月7日/ })).toBeAttached();
  await expect(foot(page)).toContainText('“青鸾大桥” 1 / 1');
  await page.screenshot({ path: info.outputPath('next-result.png') });
  await page.keyboard.press('n');
  await expect(foot(page)).toContainText('下一条结果：云岭日报 2024年5月6日');
  await expect(page.getByRole('heading', { level: 1, name: /5月6日/ })).toBeAttached();
  await page.keyboard.press('n');
  await expect(foot(page)).toContainText('已是最后一条结果');
  await expect(page.getByRole('heading', { level: 1, name: /5月6日/ })).toBeAttached();

  await page.keyboard.press('Shift+N');
  await expect(foot(page)).toContainText('上一条结果：云岭日报 2024年5月7日');
  await page.keyboard.press('Shift+N');
  // Backwards a paper is walked from its last match.
  await expect(foot(page)).toContainText('“青鸾大桥” 3 / 3');
  await page.keyboard.press('Shift+N');
  await expect(foot(page)).toContainText('“青鸾大桥” 2 / 3');
  await expect(foot(page)).not.toContainText('上一条结果');
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Shift+N');
  await expect(foot(page)).toContainText('已是第一条结果');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-hit="0"] [data-search-hit]').first()).toBeFocused();
});

test('who came to a paper by a search of all papers searches all of them on, until the marks are put away', async ({ app }, info) => {
  const page = await search(app, (name) => info.outputPath(name));
  const field = page.getByRole('combobox', { name: '检索' });
  await page.locator('[data-search-hit]').first().click();
  await expect(foot(page)).toContainText('“青鸾大桥” 1 / 3');
  await expect(field).toHaveAttribute('placeholder', '检索全部…');
  await field.click();
  await field.pressSequentially('盼着早日');
  await expect(page.locator('[data-hit]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /5月6日/ })).toBeAttached();
  await expect(foot(page)).toContainText('“盼着早日” 1 / 1');
  await page.keyboard.press('Escape');
  await expect(field).toHaveAttribute('placeholder', '检索本报…');
});

test('in an article n goes on to the next article of the list, and the list is at the one last read', async ({ app }, info) => {
  const page = await search(app, (name) => info.outputPath(name));
  await page.locator('[data-search-hit]').first().click();
  await expect(foot(page)).toContainText('“青鸾大桥” 1 / 3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '所在位置' })).toBeVisible();
  // It opens at the match that was in front on the page.
  await expect(foot(page)).toContainText('“青鸾大桥” 1 / 3');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('n');
  await expect(foot(page)).toContainText('“青鸾大桥” 3 / 3');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: '青鸾大桥合龙' })).toBeVisible();
  await expect(foot(page)).toContainText('下一条结果：青鸾大桥合龙 · 云岭日报 2024年5月7日');
  await page.screenshot({ path: info.outputPath('next-article.png') });
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: '两岸盼桥来' })).toBeVisible();
  await page.keyboard.press('Shift+N');
  await expect(page.getByRole('heading', { level: 1, name: '青鸾大桥合龙' })).toBeVisible();
  await expect(foot(page)).toContainText('上一条结果：青鸾大桥合龙');
});

test('what lies beyond the results loaded so far is asked for', async ({ app }, info) => {
  // Fifty-two steps, each waited for: a busy machine needs minutes.
  test.slow();
  await whenReady(app.page);
  // More articles of one paper than the list asks for at a time, and another paper after them.
  const articles = Array.from({ length: 52 }, (_, index) => ({
    title: `第${index}村通了自来水`,
    content: '村民们说起新修的渠来，个个都说好。',
    date: '2024-05-08',
    paper: '云岭日报',
  }));
  const files = [info.outputPath('articles.json'), info.outputPath('云岭日报-2024-05-06-01.txt')] as const;
  await writeFile(files[0], JSON.stringify(articles));
  await writeFile(files[1], '山里要通自来水\n\n　　昨日上午，记者沿江走访，村民们都盼着早日用上自来水。\n');
  const page = await shelfWith(app, files, 3);
  await closeNews(page);
  const field = page.getByRole('combobox', { name: '检索' });
  await field.click();
  await field.pressSequentially('自来水');
  await page.getByRole('button', { name: '最新', exact: true }).click();
  await expect(page.locator('[data-hit="0"]')).toContainText('村通了自来水');
  await expect(page.locator('.search-figures')).toContainText('53 篇');
  await page.locator('[data-search-hit]').first().click();
  for (let match = 1; match <= 52; match += 1) {
    await expect(foot(page)).toContainText(`${match} / 52`);
    await page.keyboard.press('n');
  }
  await expect(foot(page)).toContainText('下一条结果：云岭日报 2024年5月6日');
});
