/** What a reader selects and copies, in an article and on pages: the printed text and nothing of the app's own. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { expectNoBarriers, whenReady } from '../importing/barriers';

/** Where the parser joined two pieces. */
const JOINED =
  '\n在六盘水市水城区董地街道文阁村邮政快递代办点，每天前来取快递、寄包裹的村民不少。快递员彭生刚每天将快递送到代办点后，收取村民寄往各地的包裹。\n';

test('all that is selected and copied in an article is its heading and its paragraphs, without the marks beside them', async ({ app }) => {
  const { page } = app;
  await openMarked(page);
  await page.keyboard.press('ControlOrMeta+A');
  const copied = await copiedFrom(page);
  const lines = copied.split('\n');
  expect(lines[0]).toBe('快递小哥新货郎 山里山外送货忙');
  expect(lines[2]).toBe('贵州日报天眼新闻记者 杨小友');
  expect(lines[3]).toMatch(/^11月22日凌晨两点.+前往目的地。$/u);
  expect(copied).toContain(JOINED);
  for (const words of ['书架', '分钟', '原文对照', '本期目录']) expect(copied).not.toContain(words);

  const search = page.getByRole('combobox', { name: '检索' });
  await search.fill('物流');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('贵州');
  await expect(search).toHaveValue('贵州');
});

test('a line that a mark stands beside is copied without it', async ({ app }) => {
  const { page } = app;
  await openMarked(page);
  const line = page
    .locator('.article-line')
    .filter({ has: page.locator('.article-mark') })
    .first();
  const mark = await line.locator('.article-mark').innerText();
  await select(line);
  expect(`${mark}${await copiedFrom(page)}`).toBe(await line.textContent());
});

test('in vertical setting the quotes copied are those that were printed, in the article as on the page', async ({ app }) => {
  const { page } = app;
  await openMarked(page);
  await page.keyboard.press('v');
  const down = page.locator('.article-view-vertical');
  await expect(down).toContainText('『');
  await page.keyboard.press('ControlOrMeta+A');
  const article = await copiedFrom(page);
  expect(article).toContain(JOINED);
  expect(article).toMatch(/“.+”/u);
  expect(article).not.toMatch(/[『』「」]/u);
  await page.keyboard.press('Escape');
  const quoted = page.locator('.page-line:visible').filter({ hasText: '『' }).first();
  await select(quoted);
  expect(await copiedFrom(page)).toMatch(/^[^『』]*“[^『』]*$/u);
});

test('a paragraph of words parted by blanks is copied with every blank, wherever its lines end', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const paragraph =
    'The road to the river (which is old) would stay shut; nobody knew, he said, how long. Well-known people, among them the mayor, came by ' +
    'boat, “for once,” as she put it. Rain, wind, mud, snow, ice, dust, heat: all of it, in turn, had closed the pass, and in May, in June, ' +
    'in July, again in May, the men stood idle, or slept, or fished, or went home, each to his own.';
  await dropFile(
    page,
    'River Times-2024-03-05-01.txt',
    `River Times  March 5, 2024\n\nNEW BRIDGE OPENS OVER THE RIVER\n\nBy JOHN DOE\n\n${paragraph}\n`,
  );
  await expect(page.locator('.page-line').filter({ hasText: 'nobody knew' }).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  expect(await copiedFrom(page)).toContain(paragraph);
  await page.locator('.page-article').first().press('Enter');
  await expect(page.locator('.article-line').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  expect(await copiedFrom(page)).toContain(paragraph);
});

const CITATION = '《贵州日报》2023年11月25日：快递小哥新货郎 山里山外送货忙，贵州日报天眼新闻记者 杨小友';

test('an article is copied whole with where it was printed, a passage of it alone, also by way of the palette', async ({ app }, info) => {
  const { page } = app;
  await openMarked(page);
  const note = page.getByRole('region', { name: '刚才所做' });
  const cite = page.getByRole('main').getByRole('button', { name: '复制引文' });
  const whole = (await copiedFrom(page, () => cite.click())).split('\n');
  expect(whole[0]).toBe('快递小哥新货郎 山里山外送货忙');
  expect(whole[1]).toMatch(/^11月22日凌晨两点.+前往目的地。$/u);
  expect(whole.at(-1)).toBe(CITATION);
  await expect(note).toContainText(`已复制全文，附引文：${CITATION}`);
  await page.screenshot({ path: info.outputPath('cited.png') });
  await expectNoBarriers(page);
  await note.getByRole('button', { name: '关闭' }).click();
  await expect(note).toBeHidden();

  const line = page.locator('.article-line').nth(3);
  await select(line);
  const words = await line.evaluate(() => getSelection()?.toString() ?? '');
  const passage = `${words}\n${CITATION}`;
  expect(await copiedFrom(page, () => cite.click())).toBe(passage);
  await expect(note).toContainText('已复制所选文字');
  expect(await copiedFrom(page, () => page.keyboard.press('ControlOrMeta+Shift+C'))).toBe(passage);
  const fromPalette = async () => {
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('复制引文');
    await page.keyboard.press('Enter');
  };
  expect(await copiedFrom(page, fromPalette)).toBe(passage);
  const search = page.getByRole('combobox', { name: '检索' });
  await search.press('ControlOrMeta+V');
  await expect(search).toHaveValue(passage.replace('\n', ' '));
});

test('on the pages a passage over two articles is copied with both citations, and with nothing selected the article in front', async ({
  app: { page },
}) => {
  await whenReady(page);
  await expect(page.locator('.page-line:visible').first()).toBeVisible();
  const cite = () => page.keyboard.press('ControlOrMeta+Shift+C');
  const [one = '', ...others] = citationsOf(await copiedFrom(page, cite));
  expect(one).toMatch(/^《贵州日报》2023年11月25日：/u);
  expect(others).toEqual([]);
  await page.keyboard.press('j');
  const [next = ''] = citationsOf(await copiedFrom(page, cite));
  expect(next).not.toBe(one);
  // The next article may have been on another page.
  await page.keyboard.press('Home');
  await expect(page.locator('[data-page="0"]')).toBeVisible();
  const articles = await page.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('[data-page="0"] [data-article]')].flatMap((element) =>
      [...element.querySelectorAll('.page-line')].map((line) => ({ line, article: element.dataset['article'] })),
    );
    const [from] = lines;
    const to = lines.find(({ article }) => article !== from?.article);
    if (from && to) getSelection()?.setBaseAndExtent(from.line, 0, to.line, 1);
    return [from?.article, to?.article];
  });
  expect(articles).not.toContain(undefined);
  expect(new Set(citationsOf(await copiedFrom(page, cite))).size).toBe(2);
});

const citationsOf = (copied: string) => copied.split('\n').filter((line) => line.startsWith('《贵州日报》'));

/** An article that was put together from pieces. */
async function openMarked(page: Page): Promise<void> {
  await whenReady(page);
  await page.getByRole('treeitem', { name: '快递小哥新货郎' }).click();
  await expect(page.locator('.article-mark').first()).toBeVisible();
}

function select(line: Locator): Promise<void> {
  return line.evaluate((element) => getSelection()?.selectAllChildren(element));
}

/** What the copy key, or another way of copying, gives to the clipboard. */
async function copiedFrom(page: Page, copy = () => page.keyboard.press('ControlOrMeta+C')): Promise<string> {
  const copied = await page.evaluateHandle(() => {
    const texts: string[] = [];
    window.addEventListener('copy', ({ clipboardData }) => texts.push(clipboardData?.getData('text/plain') ?? ''), { once: true });
    return texts;
  });
  await copy();
  const text = () => copied.evaluate(([first]) => first ?? '');
  await expect.poll(text).not.toBe('');
  return text();
}
