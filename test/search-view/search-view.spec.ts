/** Looking things up, as a reader does it. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { savedFile } from '../e2e/saved-file';
import { expectNoBarriers, inEnglish, whenReady } from '../importing/barriers';
import { shelfWith } from './shelf-with';

test('arrow keys go through the passages, Enter opens the page there, and back is where one was', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '物流');
  const passages = results(page).locator('[data-search-hit]');
  await expect(passages.nth(5)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(passages.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(passages.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.screenshot({ path: info.outputPath('passages.png') });
  await page.keyboard.press('Enter');
  await expect(firstMark(page)).toContainText('物');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(results(page).locator('[data-hit="0"] [data-search-hit]').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /^第 \d+ 页$/ }).first()).toBeVisible();
});

test('from a hit Esc takes the marks away and then leads back to the results; the keys are told', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '物流');
  await page.keyboard.press('Enter');
  const pages = page.getByRole('region', { name: /^第 \d+ 页$/ });
  await expect(pages.locator('mark').first()).toContainText('物');
  const foot = page.getByRole('contentinfo');
  await expect(foot.getByRole('button', { name: '下一处 N', exact: true })).toBeVisible();
  await expect(foot.getByRole('button', { name: '收起标记 Esc' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pages.locator('mark')).toHaveCount(0);
  await expect(foot.getByRole('button', { name: '返回检索结果' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(results(page).locator('[data-search-hit]').first()).toBeVisible();
});

test('while suggestions are open the bar tells their keys; one that only begins with the words is no headline, and opens with them marked', async ({
  app,
}, info) => {
  await whenReady(app.page);
  const file = info.outputPath('云岭日报-2024-05-06-01.txt');
  await writeFile(file, '青岩新桥建成通车\n\n　　梅家湾的乡亲昨日上午走上新桥，从此出门方便了。\n　　梅家湾的山货当天就能运进县城。\n');
  const page = await shelfWith(app, [file], 2);
  await type(page, '梅家湾');
  const foot = page.getByRole('contentinfo');
  await expect(page.getByRole('option', { name: /^开头\s*青岩新桥建成通车/ })).toBeVisible();
  await expect(foot).toContainText('↑ ↓ 选择建议');
  await expect(foot).toContainText('Enter 打开第一处');
  await page.keyboard.press('ArrowDown');
  await expect(foot).toContainText('Enter 用这条建议');
  await page.screenshot({ path: info.outputPath('suggestion.png') });
  await page.keyboard.press('Escape');
  await expect(foot).toContainText('↑ ↓ 选择Enter 打开该处');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '青岩新桥建成通车' })).toBeVisible();
  await expect(page.locator('main mark')).toHaveCount(2);
  await page.keyboard.press('n');
  await expect(foot).toContainText('“梅家湾” 1 / 2');
  await page.keyboard.press('n');
  await expect(foot).toContainText('“梅家湾” 2 / 2');
});

test('from the search field too keys lead to bookmarks and shelf and back, and take the keyboard along', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '物流');
  await page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(page.getByRole('heading', { level: 1, name: '书签' })).toBeFocused();
  await field(page).click();
  await page.keyboard.press('ControlOrMeta+Shift+L');
  await expect(page.locator('button[data-edition]').first()).toBeVisible();
  await expect(page.locator('#main h1')).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('书');
  await expect(field(page)).toHaveValue('书');
});

test('a query that cannot be read says why, and leads to its words', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await field(page).fill('(物流 OR');
  await expect(page.getByText('OR 前后都要有词。')).toBeVisible();
  const words = page.getByRole('button', { name: /^检索“物流”，\d+ 篇$/ });
  await expect(words).toBeVisible();
  await page.screenshot({ path: info.outputPath('malformed.png') });
  await expectNoBarriers(page);
  const count = /，(\d+) 篇/.exec((await words.textContent()) ?? '')?.[1];
  await words.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('物流');
  await expect(page.getByText(`${count} 篇`, { exact: true }).first()).toBeVisible();
  await expect(field(page)).toHaveValue('物流');
});

test('while an input method composes, nothing is searched and Enter submits nothing', async ({ app }) => {
  test.skip(app.host === 'electron', 'composing is driven through the browser');
  const { page } = app;
  await whenReady(page);
  await field(page).focus();
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'wu liu', selectionStart: 6, selectionEnd: 6 });
  await expect(field(page)).toHaveValue('wu liu');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  await expect(page.getByRole('heading', { level: 1, name: /检索/ })).toHaveCount(0);
  await keys.send('Input.insertText', { text: '物流' });
  await expect(page.getByRole('heading', { level: 1, name: /物流/ })).toBeVisible();
  await expect(results(page).getByRole('listitem').first()).toBeVisible();
});

test('facets narrow the list and give it back', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await type(page, '贵州');
  const articles = results(page).locator('[data-hit]');
  const all = await countOf(page);
  expect(all).toBeGreaterThan(3);
  const kind = page.getByRole('complementary', { name: '侧栏' }).getByRole('button', { name: /^简讯/ });
  const briefs = Number((await kind.innerText()).match(/\d+$/u)?.[0]);
  await kind.click();
  await expect(articles).toHaveCount(briefs);
  await expect(page.getByText('已按 1 项筛选')).toBeVisible();
  await page.getByRole('button', { name: '存下检索' }).click();
  await expect(page.getByRole('button', { name: '已存下' })).toBeVisible();
  await page.getByRole('button', { name: '取消筛选' }).click();
  await expect.poll(() => countOf(page)).toBe(all);
  await expect(page.getByRole('button', { name: '存下检索' })).toBeVisible();
  await page.getByRole('complementary', { name: '侧栏' }).getByRole('button', { name: '贵州 简讯' }).click();
  await expect(articles).toHaveCount(briefs);
  await page.getByRole('button', { name: '取消筛选' }).click();
  await expect.poll(() => countOf(page)).toBe(all);

  await page.getByRole('button', { name: '列表' }).click();
  await expect(results(page).locator('.hit-line').first()).toContainText('贵州');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '带原文' }).click();
  await expectNoBarriers(page);
});

test('on the pages only the matches of the narrowed list are marked and counted', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await type(page, '贵州');
  const all = await matchesOf(page);
  await page.getByRole('complementary', { name: '侧栏' }).getByRole('button', { name: /^简讯/ }).click();
  await expect.poll(() => matchesOf(page)).toBeLessThan(all);
  const narrowed = await matchesOf(page);
  await results(page).locator('[data-search-hit]').first().click();
  await expect(page.getByRole('contentinfo')).toContainText(new RegExp(`\\d+ / ${narrowed}(?!\\d)`, 'u'));
});

test('the rows of a facet come to the total, and what has no section is chosen as any section is', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await type(page, '贵州');
  const all = await countOf(page);
  const sections = page.getByRole('complementary', { name: '侧栏' }).locator('section').filter({ hasText: '栏目' }).first();
  const counts = async () => (await sections.getByRole('button').allInnerTexts()).map((row) => Number(/\d+$/u.exec(row)?.[0]));
  const [total, ...rows] = await counts();
  expect(total).toBe(all);
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(all);
  await sections.getByRole('button', { name: /^无栏目/ }).click();
  await expect.poll(() => countOf(page)).toBe(rows.at(-1));
  await expectNoBarriers(page);
});

test('narrowed or ordered with the mouse, the results have the keys that the bar tells; narrowed by keyboard, the rows keep them', async ({
  app,
}) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await type(page, '贵州');
  const briefs = page.getByRole('complementary', { name: '侧栏' }).getByRole('button', { name: /^简讯/ });
  const passages = results(page).locator('[data-search-hit]');
  const all = await countOf(page);
  await briefs.click();
  await expect(briefs).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => countOf(page)).toBeLessThan(all);
  await page.keyboard.press('ArrowDown');
  await expect(passages.nth(0)).toBeFocused();
  // The first article's further passages come between.
  await expect(results(page).locator('.passage-plain')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(passages.nth(1)).toBeFocused();
  await page.getByRole('button', { name: '取消筛选' }).click();
  await page.keyboard.press('ArrowDown');
  await expect(passages.nth(0)).toBeFocused();

  await briefs.press('Space');
  await expect(briefs).toHaveAttribute('aria-pressed', 'true');
  await expect(briefs).toBeFocused();
  await briefs.press('Space');
  await expect(briefs).toHaveAttribute('aria-pressed', 'false');
  await expect(briefs).toBeFocused();

  await briefs.click();
  await page.keyboard.press('Enter');
  await expect(firstMark(page)).toBeVisible();
});

test('articles of no known paper or day have rows of their own, and can be looked at', async ({ app }, info) => {
  await whenReady(app.page);
  const files = ['甲', '乙', '丙'].map((name) => info.outputPath(`${name}.txt`));
  for (const file of files) await writeFile(file, `贵州山里新桥建成通车\n\n${file}两岸居民往来更加便捷，贵州山里的人出门方便了。\n`);
  const page = await shelfWith(app, files, 4);
  await type(page, '贵州');
  const side = page.getByRole('complementary', { name: '侧栏' });
  const unnamed = side.getByRole('button', { name: /^报名不详/ });
  const all = await countOf(page);
  expect((await countIn(unnamed)) + (await countIn(side.getByRole('button', { name: /^贵州日报/ })))).toBe(all);
  expect(await countIn(side.getByRole('button', { name: /^日期不详/ }))).toBe(3);
  await unnamed.click();
  await expect(results(page).locator('[data-hit]')).toHaveCount(3);
  await expectNoBarriers(page);
});

test('the bars of time are one stop of the keyboard, say what they stand for and narrow to it; what has no day is counted beside them', async ({
  app,
}, info) => {
  await whenReady(app.page);
  const names = ['云岭日报-2023-12-05-01', '云岭日报-2024-02-06-01', '甲', '乙'];
  const files = names.map((name) => info.outputPath(`${name}.txt`));
  for (const file of files) await writeFile(file, `贵州山里新桥建成通车\n\n${file}两岸居民往来更加便捷，贵州山里的人出门方便了。\n`);
  const page = await shelfWith(app, files, 5);
  await type(page, '贵州');
  const chart = page.getByRole('figure', { name: /^按时间分布/ });
  await expect(chart).toContainText('另有 2 篇日期不详，未计入');
  const bars = chart.getByRole('toolbar', { name: '按时间筛选' });
  const bar = (name: RegExp) => bars.getByRole('button', { name });
  await expect(bars.locator('[tabindex="0"]')).toHaveCount(1);
  // The last tool above them.
  await page.getByRole('button', { name: '导出…' }).focus();
  await page.keyboard.press('Tab');
  await expect(bar(/^2024年2月\s1 篇$/)).toBeFocused();
  await expect(chart).toContainText(/– 2024年2月.*2024年2月\s1 篇/);
  // January holds nothing and is passed over.
  await page.keyboard.press('ArrowLeft');
  await expect(bar(/^2023年12月\s1 篇$/)).toBeFocused();
  await page.screenshot({ path: info.outputPath('bars.png') });
  await page.keyboard.press('Enter');
  await expect(bar(/^2023年12月/)).toHaveAttribute('aria-pressed', 'true');
  await expect(results(page).locator('[data-hit]')).toHaveCount(1);
  await expect(bar(/^2023年12月/)).toBeFocused();
  await expectNoBarriers(page);
  await page.keyboard.press('Enter');
  await expect(bar(/^2023年12月/)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Home');
  await expect(bar(/^2023年11月/)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(results(page).locator('[data-search-hit]').first()).toBeFocused();
});

test('a search is saved, remembered, and forgotten again', async ({ app }) => {
  await whenReady(app.page);
  await type(app.page, '蜂蜜');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('region', { name: /^第 \d+ 页$/ }).first()).toBeVisible();
  await type(app.page, '家政');
  await app.page.getByRole('button', { name: '存下检索' }).click();
  await expect(app.page.getByRole('button', { name: '已存下' })).toBeVisible();
  await app.quit();
  const page = await app.start();
  await whenReady(page);
  await page.getByRole('tab', { name: '检索' }).click();
  const side = page.getByRole('complementary', { name: '侧栏' });
  await expect(side.getByRole('button', { name: '蜂蜜' })).toBeVisible();
  await side.getByRole('button', { name: /^家政/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /家政/ })).toBeVisible();
  // The keys that the foot tells are those of the results, also once another one is opened beside it.
  const first = results(page).locator('[data-search-hit]').first();
  await expect(first).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await side.getByRole('button', { name: '蜂蜜' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /蜂蜜/ })).toBeVisible();
  await expect(first).toContainText('蜂蜜');
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await side.getByRole('button', { name: /^家政/ }).press('Enter');
  await expect(first).toContainText('家政');
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.getByRole('button', { name: '已存下' }).click();
  await expect(side.getByRole('heading', { name: '已存检索' })).toHaveCount(0);
});

test('a search saved within one paper says so, has nothing new a moment later, and opens within that paper again', async ({
  app,
}, info) => {
  const file = info.outputPath('云岭日报-2024-05-06-01.txt');
  await writeFile(file, '贵州新桥建成通车\n\n　　昨日上午，贵州新桥正式建成通车，两岸居民往来更加便捷。\n');
  await app.quit();
  const page = await app.start([file]);
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await page.locator('button[data-edition]').filter({ hasText: '云岭日报' }).click();
  await expect(page.getByRole('treeitem', { name: '贵州新桥建成通车' })).toBeVisible();
  await type(page, '贵州');
  await expect.poll(() => countOf(page)).toBe(1);
  await page.getByRole('button', { name: '存下检索' }).click();
  await expect(page.getByRole('button', { name: '已存下' })).toBeVisible();
  const kept = page.getByRole('complementary', { name: '侧栏' }).getByRole('button', { name: /^贵州/ });
  await expect(kept).toContainText('云岭日报 2024年5月6日');
  await expect(kept).toContainText(/日1$/u);
  await page.getByRole('button', { name: '书架' }).click();
  await page.getByRole('tab', { name: '检索' }).click();
  await expect(kept).not.toContainText('新 ');
  await kept.click();
  await expect.poll(() => countOf(page)).toBe(1);
  await expect(page.getByRole('button', { name: '已存下' })).toBeVisible();
});

test('what is searched by bookmarks, or by not having been read, is searched anew once these have changed; so is a saved search', async ({
  app,
}, info) => {
  await whenReady(app.page);
  const files = ['云岭日报-2024-05-06-01', '云岭日报-2024-05-07-01'].map((name) => info.outputPath(`${name}.txt`));
  for (const file of files) await writeFile(file, `贵州新桥建成通车\n\n　　昨日上午，${file}正式建成通车，两岸居民往来更加便捷。\n`);
  const page = await shelfWith(app, files, 3);
  const side = page.getByRole('complementary', { name: '侧栏' });
  await type(page, '是:书签');
  await expect(page.getByRole('button', { name: '存下检索' })).toBeVisible();
  expect(await countOf(page)).toBe(0);
  await page.getByRole('button', { name: '存下检索' }).click();
  await expect(side.getByRole('button', { name: /^是:书签/ })).toContainText(/0$/u);
  await type(page, '是:未读');
  await expect.poll(() => countOf(page)).not.toBe(0);
  const unread = await countOf(page);

  await results(page).locator('[data-search-hit]').first().press('Enter');
  await page
    .getByRole('article', { name: /贵州新桥/ })
    .first()
    .press('Enter');
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: '书签', pressed: true }).first()).toBeVisible();
  await type(page, '是:书签');
  await expect.poll(() => countOf(page)).toBe(1);
  await expect(side.getByRole('button', { name: /^是:书签/ })).toContainText('新 1');
  await type(page, '是:未读');
  await expect.poll(() => countOf(page)).toBe(unread - 1);
});

/** Of two colours as `rgb(…)` (WCAG 2.2, contrast ratio). */
function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [lightOf(one), lightOf(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function lightOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('what is marked is read as well as all else, in every theme: in passages, in lines and where the keyboard is', async ({
  app,
}, info) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '物流');
  const marks = results(page).locator('mark');
  await expect(marks.first()).toBeVisible();
  const faintest = async () => {
    const colours = await marks.evaluateAll((all) =>
      all.map((mark) => [getComputedStyle(mark).color, getComputedStyle(mark).backgroundColor] as const),
    );
    return Math.min(...colours.map(([ink, ground]) => contrastOf(ink, ground)));
  };
  for (const form of ['带原文', '列表']) {
    await page.getByRole('button', { name: form, exact: true }).click();
    await expect(marks.first()).toBeVisible();
    await results(page).locator('[data-search-hit]').first().focus();
    for (const theme of ['paper', 'white', 'dark', 'contrast']) {
      await page.evaluate((name) => void (document.documentElement.dataset['theme'] = name), theme);
      expect(await faintest(), `${form}, ${theme}`).toBeGreaterThanOrEqual(4.5);
      if (theme === 'dark') await page.screenshot({ path: info.outputPath(`dark-${form}.png`) });
    }
  }
});

test('a list of hits is taken along as a file', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '物流');
  const tools = page.locator('.search-tools button');
  const places = () => tools.evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().left)));
  const before = await places();
  await page.getByRole('button', { name: '导出…' }).click();
  const list = page.getByRole('group', { name: '结果列表' });
  await expect(list.getByRole('menuitem', { name: 'Markdown' })).toBeFocused();
  expect(await places()).toEqual(before);
  await expectNoBarriers(page);
  const { name, path } = await savedFile(app, () => list.getByRole('menuitem', { name: 'CSV' }).click());
  expect(name).toBe('物流.csv');
  const csv = await readFile(path, 'utf8');
  expect(csv).toContain('快递小哥新货郎 山里山外送货忙');
  // Two stories, a row for each passage, ending in file and line.
  const [head, ...rows] = csv.trimEnd().split('\r\n');
  expect(head).toMatch(/,文件,行$/u);
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(row).toMatch(/物流.*,seeds\/guizhou-daily-2023-11-25\.txt,\d+$/u);
});

test('the articles that a search has found are taken along whole, as one file', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '物流');
  const whole = async (form: string) => {
    await page.getByRole('button', { name: '导出…' }).click();
    const group = page.getByRole('group', { name: '文章全文' });
    await expect(group.getByRole('menuitem', { name: form })).toBeVisible();
    await page.screenshot({ path: info.outputPath('export.png') });
    const { name, path } = await savedFile(app, () => group.getByRole('menuitem', { name: form }).click());
    await expect(page.getByRole('status').filter({ hasText: '已导出 2 篇' })).toHaveCount(1);
    return { name, text: await readFile(path, 'utf8') };
  };
  const markdown = await whole('Markdown');
  expect(markdown.name).toBe('物流 全文.md');
  expect(markdown.text).toMatch(/^\*贵州日报 · 2023-11-25 · seeds\/guizhou-daily-2023-11-25\.txt\*$/mu);
  expect(markdown.text).toMatch(/^# 快递小哥新货郎 山里山外送货忙$/mu);
  // The whole text, not the passages alone.
  expect(markdown.text).toContain('11月22日凌晨两点');
  const json = await whole('JSON');
  expect(json.name).toBe('物流 全文.json');
  const { articles } = JSON.parse(json.text) as { articles: { paper: string; headline: string | null }[] };
  expect(articles.map(({ paper }) => paper)).toEqual(['贵州日报', '贵州日报']);
});

test('the tools above the hits keep their places: with no hits, as with a search that is saved, in either language', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const places = () =>
    page.locator('.search-tools button').evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().left)));
  for (const [save, saved] of [
    ['存下检索', '已存下'],
    ['Save search', 'Saved'],
  ] as const) {
    if (save === 'Save search') await inEnglish(page);
    await page.locator('.search-field input').fill('物流');
    await expect(page.locator('[data-hit="0"]')).toBeVisible();
    const before = await places();
    await page.getByRole('button', { name: save }).click();
    await expect(page.getByRole('button', { name: saved, exact: true })).toBeVisible();
    expect(await places()).toEqual(before);
    await page.getByRole('button', { name: saved, exact: true }).click();
    await page.locator('.search-field input').fill('物流鲸鱼蜂蜜');
    await expect(page.locator('.search-nothing')).toBeVisible();
    expect(await places()).toEqual(before);
  }
});

test('nothing found is said, with what to do; a malformed query is searched as text and says so', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '蜂蜜鲸鱼');
  await expect(page.getByText('没有找到“蜂蜜鲸鱼”').first()).toBeVisible();
  await expectNoBarriers(page);
  await field(page).fill('');
  await expect(page.getByRole('heading', { name: '怎样检索' })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '是:未读' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /是:未读/ })).toBeVisible();
});

test('a paper looked for by its name is there, its editions a press away, and so is the query that searches in it', async ({
  app,
}, info) => {
  await whenReady(app.page);
  const files = [5, 6].map((day) => info.outputPath(`2024-05-0${day}_01.txt`));
  for (const [index, file] of files.entries())
    await writeFile(
      file,
      `臺灣海濱時報\n2024年5月${index + 5}日\n\n老街换上第${index}批新路灯\n\n　　本报讯（记者 李四）老街昨夜换上第${index}批新路灯，居民夜里出门更加方便。\n`,
    );
  const page = await shelfWith(app, files, 3);
  await type(page, '台湾海滨时报');
  const main = page.getByRole('main');
  await expect(main.getByText('文章里没有“台湾海滨时报”，书架上有这种报纸')).toBeVisible();
  await expect(main.getByText('没有这几个字')).toHaveCount(0);
  await expectNoBarriers(page);
  await page.screenshot({ path: info.outputPath('paper.png') });
  await main.getByRole('button', { name: '2024年5月5日' }).click();
  await expect(page.locator('[data-page]').getByText('老街换上第0批新路灯').first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await main.getByRole('button', { name: '报:臺灣海濱時報' }).click();
  await expect(results(page).getByRole('listitem').first()).toBeVisible();
});

test('what only another paper has is said to be there, a press away; a list of lines is one at the next start too', async ({
  app,
}, info) => {
  await whenReady(app.page);
  const file = info.outputPath('榕城晚报-2024-05-06-01.txt');
  await writeFile(file, '老街换上新路灯\n\n　　本报讯（记者 李四）老街昨夜换上新路灯，居民夜里出门更加方便。\n');
  let page = await shelfWith(app, [file], 2);
  await page.locator('button[data-edition]').filter({ hasText: '贵州日报' }).click();
  await whenReady(page);
  await type(page, '报:榕城晚报 路灯');
  await expect(page.getByText('现在只在这份报纸里检索，其中没有；全部报纸里有 1 篇。')).toBeVisible();
  await page.screenshot({ path: info.outputPath('elsewhere.png') });
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '到全部报纸中检索' }).click();
  await expect(results(page)).toContainText('老街换上新路灯');
  await type(page, '报:榕城晚报 鲸鱼');
  await expect(page.getByText('所指的报纸里没有这样的文章')).toBeVisible();

  await type(page, '路灯');
  await page.getByRole('button', { name: '列表' }).click();
  await expect(results(page).locator('.hit-line')).toHaveCount(1);
  await app.quit();
  page = await app.start();
  await whenReady(page);
  await type(page, '贵州');
  await expect(page.getByRole('button', { name: '列表', pressed: true })).toBeVisible();
  await expect(results(page).locator('.hit-line').first()).toBeVisible();
});

test('a bare date that is of another paper than the one searched in leads to all papers', async ({ app }, info) => {
  await whenReady(app.page);
  const file = info.outputPath('云岭日报-2024-05-06-01.txt');
  await writeFile(file, '青岩新桥建成通车\n\n　　昨日上午，青岩新桥两岸居民往来更加便捷，山里的人出门方便了。\n');
  const page = await shelfWith(app, [file], 2);
  await page.locator('button[data-edition]').filter({ hasText: '云岭日报' }).click();
  await expect(page.getByRole('region', { name: /^第 \d+ 页$/ }).first()).toBeVisible();
  await type(page, '2023-11-25');
  await page.getByRole('main').getByRole('button', { name: '日期:2023-11-25', exact: true }).click();
  await expect(results(page).getByRole('listitem').first()).toBeVisible();
});

test('a bare date, pinyin and the names people give to fields lead on where as text they find nothing', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await type(page, '2023年11月25日');
  await page.getByRole('main').getByRole('button', { name: '日期:2023-11-25', exact: true }).click();
  await expect(results(page).getByRole('listitem').first()).toBeVisible();
  await type(page, '摄影:赵松');
  await expect.poll(() => countOf(page)).toBe(1);

  await type(page, 'wanjing');
  await expect(page.getByText('其中没有读音相合的')).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 });
  const letters = await heading.locator('span[lang]').boundingBox();
  const room = await heading.boundingBox();
  expect((letters?.y ?? 0) + (letters?.height ?? Infinity), 'the letters hang within their line').toBeLessThanOrEqual(
    (room?.y ?? 0) + (room?.height ?? 0),
  );
  await page.screenshot({ path: info.outputPath('pinyin.png') });
  await expectNoBarriers(page);
  // Only one name or headline of the sample sounds like it.
  await type(page, 'xiangqiusui');
  await expect(page.getByRole('main').getByRole('button', { name: '向秋穗' })).toBeVisible();
  await field(page).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '记者:向秋穗' })).toBeVisible();
  await expect(results(page).getByRole('listitem').first()).toBeVisible();
});

test('a name with one wrong character is answered with the right one, a press away', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await type(page, '贵州');
  await expect(results(page).getByRole('listitem').first()).toBeVisible();
  await type(page, '贵洲日报');
  await expect(page.getByText('没有找到“贵洲日报”').first()).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: /贵州日报$/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /贵州日报/u })).toBeVisible();
  await expect(results(page).getByRole('listitem').first()).toBeVisible();
});

function field(page: Page): Locator {
  return page.getByRole('combobox', { name: '检索' });
}

function results(page: Page): Locator {
  return page.getByRole('list', { name: '检索结果' });
}

async function type(page: Page, text: string): Promise<void> {
  await field(page).click();
  await field(page).fill('');
  await field(page).pressSequentially(text);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`${text}$`, 'u') })).toBeVisible();
}

/** The first match that the page in view marks. */
function firstMark(page: Page): Locator {
  return page
    .getByRole('region', { name: /^第 \d+ 页$/ })
    .locator('mark')
    .first();
}

async function countOf(page: Page): Promise<number> {
  const figure = page.locator('.search-figures').getByText(/^\d+ 篇$/u);
  return Number.parseInt(await figure.innerText(), 10);
}

async function matchesOf(page: Page): Promise<number> {
  const figure = page.locator('.search-figures').getByText(/^\d+ 处$/u);
  return Number.parseInt(await figure.innerText(), 10);
}

/** What a row of the side panel counts. */
async function countIn(row: Locator): Promise<number> {
  return Number((await row.innerText()).match(/\d+$/u)?.[0]);
}
