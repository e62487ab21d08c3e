/** The library as a shelf, with the sample and a year of made-up papers on it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const days = 40;

test('in a low window what narrows the shelf scrolls and fades where it is cut; trash and import stay in sight', async ({ app }, info) => {
  const folder = info.outputPath('papers');
  await mkdir(folder, { recursive: true });
  for (const [index, paper] of ['云岭日报', '白水晚报', '河湾晨报', '青石时报', '山脚日报', '渡口新报'].entries())
    await writeFile(
      join(folder, `${paper}-${2017 + index}-05-06-01.txt`),
      `第${index}号新桥建成通车\n\n昨日上午，新桥正式建成通车，两岸居民往来更加便捷。\n`,
    );
  await app.quit();
  const page = await app.start([folder]);
  await page.setViewportSize({ width: 1280, height: 640 });
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(page.getByRole('banner').getByText('7 份')).toBeVisible({ timeout: 30_000 });
  await cells(page).filter({ hasText: '白水晚报' }).focus();
  await page.keyboard.press('Delete');
  const rail = page.getByRole('complementary', { name: '侧栏' });
  await expect(rail.getByRole('button', { name: /^回收站/ })).toBeInViewport({ ratio: 1 });
  await expect(rail.getByRole('button', { name: '导入文稿…' })).toBeInViewport({ ratio: 1 });
  const groups = rail.locator('[data-cut]');
  await expect(groups).toHaveAttribute('data-cut', 'end');
  const last = rail.getByRole('button', { name: /^未读/ });
  await last.focus();
  await expect(last).toBeInViewport({ ratio: 1 });
  await expect(groups).toHaveAttribute('data-cut', /start|both/);
  await page.screenshot({ path: info.outputPath('low.png') });
  await expectNoBarriers(page);
});

test('forty papers: by keyboard, by paper and date, by words, and opened', async ({ app }, info) => {
  const folder = info.outputPath('papers');
  await mkdir(folder, { recursive: true });
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day * 9)).toISOString().slice(0, 10);
    const paper = day % 2 === 0 ? '云岭日报' : '白水晚报';
    const text = `第${day}号新桥建成通车\n\n昨日上午，第${day}号新桥正式建成通车，两岸居民往来更加便捷。\n`;
    await writeFile(join(folder, `${paper}-${date}-01.txt`), text);
  }
  await app.quit();
  const page = await app.start([folder]);
  await whenReady(page);
  await page.keyboard.press('ControlOrMeta+Shift+L');
  await expect(page.getByRole('banner').getByText(`${days + 1} 份`)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('#main h1')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cells(page).first()).toBeFocused();
  // From the button of its menu, too, arrows go on among the editions.
  const menu = page.getByRole('button', { name: /可做的事$/u }).first();
  await page.keyboard.press('Tab');
  await expect(menu).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cells(page).nth(1)).toBeFocused();
  await menu.click();
  await page.keyboard.press('Escape');
  // A menu that goes gives the keyboard back with the next frame.
  await expect(menu).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cells(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cells(page).first()).toBeFocused();

  const main = page.locator('#main');
  const top = () => main.evaluate((element) => element.scrollTop);
  await main.evaluate((element) => element.scrollTo({ top: 500 }));
  await expect.poll(top).toBe(500);
  await page.getByRole('button', { name: '设置' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeInViewport();
  expect(await top()).toBe(0);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(top).toBe(500);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill('回收站');
  await page.getByRole('option', { name: '打开回收站' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '回收站' })).toBeInViewport();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(top).toBe(500);

  await cells(page).first().focus();
  const first = await focusedEdition(page);
  // A key that comes before the keyboard has arrived at the end, which is not drawn yet, is the one that counts.
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(cells(page).first()).toBeFocused();
  await page.keyboard.press('End');
  await expect.poll(() => focusedEdition(page)).not.toBe(first);
  const last = await focusedEdition(page);
  expect(last).not.toBeNull();
  await page.keyboard.press('Home');
  await expect(cells(page).first()).toBeFocused();
  // The pointer meets the button, not its picture, which may be exchanged between down and up and take the click with it.
  const { x = 0, y = 0, width = 0 } = (await cells(page).first().boundingBox()) ?? {};
  expect(await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.tagName, [x + width / 2, y + 60] as const)).toBe(
    'BUTTON',
  );
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const below = await focusedEdition(page);
  await page.keyboard.press('ArrowUp');
  await expect(cells(page).nth(1)).toBeFocused();
  expect(new Set([last, below, await focusedEdition(page)]).size).toBe(3);
  await page.screenshot({ path: info.outputPath('shelf.png') });
  await expectNoBarriers(page);

  await page.getByRole('button', { name: '按出版日期' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /2024年12月/ })).toBeVisible();
  await page.getByRole('button', { name: '按报纸' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /白水晚报/ })).toBeVisible();

  const side = page.getByRole('complementary', { name: '侧栏' });
  await expect(side.getByRole('button', { name: /^云岭日报/ })).toContainText(String(days / 2));
  await side.getByRole('button', { name: /^云岭日报/ }).click();
  await side.getByRole('textbox', { name: '筛选书架' }).fill('第8号');
  await expect(cells(page)).toHaveCount(1);
  await cells(page).first().press('Enter');
  await expect(page.getByRole('article', { name: /第8号新桥建成通车/ }).first()).toContainText('昨日上午');

  await page.getByRole('button', { name: '书架' }).click();
  await side.getByRole('textbox', { name: '筛选书架' }).fill('没有这样的报纸');
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(cells(page).first()).toBeVisible();
});

test('bar and footer say how much of the shelf is in sight and by what choice, and give the whole of it back by mouse and by key', async ({
  app,
}, info) => {
  const folder = info.outputPath('papers');
  await mkdir(folder, { recursive: true });
  for (const paper of ['云岭日报', '白水晚报', '河湾晨报'])
    await writeFile(
      join(folder, `${paper}-2024-05-06-01.txt`),
      `${paper}报道新桥建成\n\n昨日上午，新桥正式建成通车，${paper}说两岸居民往来更加便捷。\n`,
    );
  await app.quit();
  const page = await app.start([folder]);
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  const bar = page.getByRole('banner');
  const footer = page.getByRole('contentinfo');
  await expect(bar.getByText('4 份')).toBeVisible({ timeout: 30_000 });
  const side = page.getByRole('complementary', { name: '侧栏' });
  await side.getByRole('button', { name: /^白水晚报/ }).click();
  await page.setViewportSize({ width: 690, height: 760 });
  await expect(side).toBeHidden();
  await expect(cells(page)).toHaveCount(1);
  const extent = '1 / 4 份 · 白水晚报';
  for (const place of [bar, footer]) await expect(place.getByRole('button', { name: extent })).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: info.outputPath('narrowed.png') });
  await expectNoBarriers(page);

  await footer.getByRole('button', { name: extent }).click();
  await expect(cells(page)).toHaveCount(4);
  await expect(bar).toContainText('4 份');
  await expect(footer).toContainText('4 份');
  await expect(bar.getByRole('button', { name: /份/ })).toHaveCount(0);

  await page.setViewportSize({ width: 1280, height: 800 });
  await side.getByRole('textbox', { name: '筛选书架' }).fill('河湾');
  await expect(bar.getByRole('button', { name: '1 / 4 份 · “河湾”' })).toBeVisible();
  await page.screenshot({ path: info.outputPath('narrowed-wide.png') });
  await cells(page).first().focus();
  await page.keyboard.press('Escape');
  await expect(cells(page)).toHaveCount(4);
  await expect(side.getByRole('textbox', { name: '筛选书架' })).toHaveValue('');
});

test('page numbers on the shelf are never cut: of many the first are named, and all of them beside the pointer', async ({ app }, info) => {
  const names = ['1', 'A02', 'A04', 'B1', 'B3'];
  const files = names.map((name) => info.outputPath(`云岭日报-2024-12-26-${name}.txt`));
  for (const [index, file] of files.entries())
    await writeFile(file, `第${index}号新桥建成通车\n\n昨日上午，第${index}号新桥正式建成通车，两岸居民往来更加便捷。\n`);
  await app.quit();
  const page = await app.start(files);
  await whenReady(page);
  if (page.viewportSize()) await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('ControlOrMeta+Shift+L');
  const paper = cells(page).filter({ hasText: '云岭日报' });
  await expect(paper).toContainText(/等5版|共5版/u);
  await expect(paper.getByTitle('第1、A02、A04、B1、B3版')).toBeVisible();
  await page.screenshot({ path: info.outputPath('pages.png') });
  for (const facts of await page.locator('.shelf-facts').all())
    expect(await facts.evaluate((row) => [row, ...row.children].every((part) => part.scrollWidth <= part.clientWidth + 1))).toBe(true);
});

test('a long name of a paper takes a second line, and is told whole beside the pointer', async ({ app }, info) => {
  const file = info.outputPath('post.txt');
  await writeFile(
    file,
    'THE HARBOUR CITY MORNING POST\nWednesday, September 4, 2024\n\nFerry fares to rise\n\nBy Jane Porter\n\nFerry passengers will pay up to 12 per cent more from October, the harbour authority said on Tuesday.\n',
  );
  await app.quit();
  const page = await app.start([file]);
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  const cell = cells(page).first();
  await cell.click({ button: 'right' });
  await page.getByRole('menuitem', { name: '报名与日期…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '报名' }).fill('HARBOUR CITY POST');
  await dialog.getByRole('button', { name: '保存' }).click();
  // An import that is still told of names its paper, too.
  const name = cells(page).getByTitle('HARBOUR CITY POST');
  await expect(name).toBeVisible();
  expect(await name.evaluate((one) => [one.scrollHeight <= one.clientHeight, one.scrollWidth <= one.clientWidth])).toEqual([true, true]);
  await expectNoBarriers(page);
});

function cells(page: Page): Locator {
  return page.locator('button[data-edition]');
}

function focusedEdition(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-edition') ?? null);
}
