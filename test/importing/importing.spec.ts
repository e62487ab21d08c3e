/** Taking files in, as a reader does it: dropped, picked, pasted; what is wrong with one is said, the rest comes in. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { zipOf } from '../library/zip-of';
import { expectNoBarriers, inEnglish, whenReady } from './barriers';

const article = (name: string) => `${name}新桥建成通车\n\n昨日上午，${name}新桥正式建成通车，两岸居民往来更加便捷。\n`;

/** Through the system's picker. The page must have been told that it is looked after here before the key comes. */
async function chooseFolder(page: Page, folder: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.evaluate(() => document.title);
  await page.keyboard.press('Control+Shift+O');
  await (await choosing).setFiles(folder);
}

test('a folder with good and bad files: each is named with what became of it', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  const folder = info.outputPath('云岭日报');
  await mkdir(join(folder, '2024-05-06'), { recursive: true });
  await writeFile(join(folder, '2024-05-06', '01.txt'), article('云岭'));
  await writeFile(join(folder, '2024-05-06', '02.txt'), iconv.encode(article('白水'), 'gb18030'));
  await writeFile(join(folder, '2024-05-06', 'copy-of-01.txt'), article('云岭'));
  await writeFile(join(folder, '2024-05-06', 'empty.txt'), '');
  await writeFile(join(folder, '2024-05-06', '.hidden.txt'), article('不见'));
  await writeFile(join(folder, '2024-05-07.txt'), article('次日'));

  await chooseFolder(page, folder);

  const strip = page.getByRole('region', { name: '导入' });
  await expect(strip).toContainText('新收 3 个文件');
  await expect(strip).toContainText('已有 1 个文件');
  await expect(strip).toContainText('未导入 1 个文件');
  await strip.getByRole('button', { name: '查看未导入的' }).click();
  await expect(results(strip)).toHaveCount(1);
  await expect(results(strip).first()).toContainText('empty.txt');
  await expect(results(strip).first()).toContainText('里面一个字也没有');
  await expectNoBarriers(page);
  // What to do about it stands at the end: it is not cut off where there is little room. A desktop window has its own least width.
  const window = page.viewportSize();
  if (window) {
    await page.setViewportSize({ width: 480, height: 800 });
    const said = results(strip).first().locator('.import-said');
    expect(await said.evaluate((line) => line.scrollWidth > line.clientWidth || line.scrollHeight > line.clientHeight)).toBe(false);
    await page.setViewportSize(window);
  }

  await strip.getByRole('button', { name: /^全部 \d/ }).click();
  await expect(results(strip)).toHaveCount(5);
  await results(strip).filter({ hasText: '02.txt' }).getByRole('button', { name: /^打开/ }).click();
  await expect(page.getByText('白水新桥建成通车').first()).toBeVisible();

  await strip.getByRole('button', { name: '关闭' }).click();
  await expect(strip).toBeHidden();
});

test('news of an import leaves the footer its words and the side panel its ways in, folded or open', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  const shelf = page.locator('button[data-edition]');
  await expect(shelf).toHaveCount(1);
  const footer = page.getByRole('contentinfo');
  const height = await footer.evaluate((foot) => foot.clientHeight);
  await drop(page, [
    { name: '云岭日报-2024-05-06-01.txt', bytes: [...Buffer.from(article('云岭'))] },
    { name: '空.txt', bytes: [] },
  ]);
  const strip = page.getByRole('region', { name: '导入' });
  await expect(strip).toContainText('未导入 1 个文件');
  await page.getByRole('button', { name: '书架' }).click();
  await expect(shelf).toHaveCount(2);
  const hint = footer.getByText('方向键选择');
  const isFree = () =>
    hint.evaluate((words) => {
      const { x, y, width, height: high } = words.getBoundingClientRect();
      return words.checkVisibility({ visibilityProperty: true }) && document.elementFromPoint(x + width / 2, y + high / 2) === words;
    });
  expect(await isFree()).toBe(true);
  expect(await footer.evaluate((foot) => foot.clientHeight)).toBe(height);
  await strip.getByRole('button', { name: '查看未导入的' }).click();
  await expect(results(strip)).toHaveCount(1);
  expect(await isFree()).toBe(true);
  // The longest name of an encoding is read whole.
  await strip.getByRole('button', { name: /^全部 \d/ }).click();
  const encoding = results(strip).filter({ hasText: '云岭日报' }).getByRole('combobox');
  const clipped = await encoding.evaluate((list: HTMLElement) => {
    const { width } = list.getBoundingClientRect();
    list.style.inlineSize = 'max-content';
    return list.getBoundingClientRect().width > width;
  });
  expect(clipped).toBe(false);
  await page.getByRole('button', { name: '导入文稿…' }).click({ trial: true });
  await expectNoBarriers(page);
});

test('a file read in the wrong encoding is read again with the one the reader chooses', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await drop(page, [
    { name: 'big5.txt', bytes: [...iconv.encode('縣城公路通車\n\n昨日上午，縣城公路正式通車，居民往來更加便捷。\n', 'big5')] },
    { name: 'utf8.txt', bytes: [...Buffer.from(article('城关'))] },
  ]);
  const strip = page.getByRole('region', { name: '导入' });
  await strip.getByRole('button', { name: '逐份查看' }).click();
  const encoding = strip.getByRole('combobox', { name: 'big5.txt 的编码' });
  // By keyboard every step through the list would be a choice: nothing is read until it is asked for.
  await encoding.selectOption('gb18030');
  await expect(strip.getByRole('button', { name: '按 GB18030 / GBK / GB2312 读 big5.txt' })).toBeVisible();
  await encoding.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已按 GB18030' })).toHaveCount(1);
  await encoding.selectOption('big5');
  await strip.getByRole('button', { name: '按 Big5 读 big5.txt' }).press('Enter');
  await expect(encoding).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '已按 Big5' })).toHaveCount(1);
  await results(strip).filter({ hasText: 'big5.txt' }).getByRole('button', { name: /^打开/ }).click();
  await expect(page.getByText('縣城公路通車').first()).toBeVisible();
});

test('where something failed the reader stays where they are, folds the list by key, and reads on once it is closed', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const before = await page.locator('main h1').first().textContent();
  await drop(page, [
    { name: '云岭日报-2024-05-06.txt', bytes: [...Buffer.from(article('云岭'))] },
    { name: 'empty.txt', bytes: [] },
  ]);
  const strip = page.getByRole('region', { name: '导入' });
  await expect(strip).toContainText('未导入 1 个文件');
  expect(await page.locator('main h1').first().textContent()).toBe(before);

  await strip.getByRole('button', { name: '查看未导入的' }).press('Enter');
  await expect(results(strip)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(results(strip)).toHaveCount(0);
  await expect(strip.getByRole('button', { name: '查看未导入的' })).toBeFocused();
  await strip.getByRole('button', { name: '关闭' }).press('Enter');
  await expect(strip).toBeHidden();
  await expect(page.locator('#main')).toBeFocused();
});

const pageOf = (number: string, name: string) => ({
  name: `云岭日报-2024-05-06_0${number}.txt`,
  bytes: [...Buffer.from(article(name))],
});

test('a page dropped after the others joins their edition, and that is said', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const strip = page.getByRole('region', { name: '导入' });
  await drop(page, [pageOf('1', '云岭'), pageOf('2', '白水')]);
  await expect(page.getByText('云岭新桥建成通车').first()).toBeVisible();
  await expect(strip).toBeHidden();

  await drop(page, [pageOf('3', '青石')]);
  await expect(strip).toContainText('并入已有的《云岭日报》2024年5月6日');
  await expect(page.getByRole('status').filter({ hasText: '并入已有的' })).toHaveCount(1);
  await strip.getByRole('button', { name: '逐份查看' }).click();
  await expect(results(strip).first()).toContainText('1 篇，并入已有的《云岭日报》2024年5月6日');
  await expectNoBarriers(page);
  // Who hands in the next one has seen it.
  await drop(page, [pageOf('4', '黄石')]);
  await expect(strip).toContainText('04.txt');
  await expect(strip.getByRole('button', { name: /另有/ })).toHaveCount(0);
});

test('a page that is dropped once more, exported anew, is said to be there twice, and both are shown', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  const strip = page.getByRole('region', { name: '导入' });
  const first = pageOf('1', '云岭');
  await drop(page, [first]);
  await expect(page.getByText('云岭新桥建成通车').first()).toBeVisible();
  await drop(page, [{ ...first, bytes: [...first.bytes, 10] }]);
  await expect(strip).toContainText('《云岭日报》2024年5月6日第1版已有一份，两份都留着');
  await strip.getByRole('button', { name: '逐份查看' }).click();
  await expect(results(strip).first()).toContainText('1 篇，《云岭日报》2024年5月6日第1版已有一份，两份都留着');
  await page.screenshot({ path: info.outputPath('twin.png') });
  await expectNoBarriers(page);
  await strip.getByRole('button', { name: /^看两份/ }).click();
  const files = page.getByRole('dialog').getByRole('list', { name: '按版次排列的文件' });
  await expect(files.getByRole('listitem')).toHaveCount(2);
  await expect(files.getByText('与另一个同名文件是同一版')).toHaveCount(2);
  await page.screenshot({ path: info.outputPath('twin-files.png') });
  await expectNoBarriers(page);
});

const named = (paper: string) => ({ name: `${paper}-2024-05-06-01.txt`, bytes: [...new TextEncoder().encode(article(paper))] });

test('of several papers the news leads to the first and to the shelf, where they stand first and are marked', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const strip = page.getByRole('region', { name: '导入' });
  await drop(page, [named('云岭日报'), named('白水晚报')]);
  await expect(strip).toContainText('新收 2 个文件');
  await expectNoBarriers(page);
  await strip.getByRole('button', { name: '看新到的' }).click();
  const cells = page.locator('button[data-edition]');
  await expect(cells).toHaveCount(3);
  await expect(cells.nth(0)).toContainText('新到');
  await expect(cells.nth(1)).toContainText('新到');
  await expect(cells.nth(2)).toContainText('贵州日报');
  await expect(strip.getByRole('button', { name: '看新到的' })).toHaveCount(0);
  await strip.getByRole('button', { name: '打开第一份：《白水晚报》2024年5月6日' }).press('Enter');
  await expect(page.locator('[data-page]').getByText('白水晚报新桥建成通车').first()).toBeVisible();
  await expect(strip.getByRole('button', { name: /^打开第一份/ })).toHaveCount(0);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(cells.filter({ hasText: '白水晚报' })).not.toContainText('新到');
  await expect(cells.filter({ hasText: '云岭日报' })).toContainText('新到');
});

test('a paper that an import has opened counts as read once the reader has taken it up, and not for having stood there', async ({
  app,
}) => {
  const { page } = app;
  await whenReady(page);
  await drop(page, [pageOf('1', '云岭')]);
  await expect(page.locator('[data-page]').getByText('云岭新桥建成通车').first()).toBeVisible();
  const paper = page.locator('button[data-edition]').filter({ hasText: '云岭日报' });
  // Longer than a page of a few lines has to stay in view to be read.
  await page.waitForTimeout(5_000);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(paper).toContainText('未读');

  await drop(page, [pageOf('2', '白水')]);
  await expect(page.locator('[data-page]').getByText('白水新桥建成通车').first()).toBeVisible();
  await page.locator('.reader-pages').click({ position: { x: 5, y: 5 } });
  await page.waitForTimeout(7_000);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(paper).toContainText('读完');
});

test('an import can be made to wait, and goes on where it stood', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  const folder = info.outputPath('papers');
  await mkdir(folder, { recursive: true });
  const count = 400;
  for (let number = 0; number < count; number++) await writeFile(join(folder, `${number}.txt`), article(`第${number}号`).repeat(20));
  await chooseFolder(page, folder);
  const strip = page.getByRole('region', { name: '导入' });
  await strip.getByRole('button', { name: '暂停' }).click();
  await expect(strip).toContainText('已暂停');
  // The file at hand is finished; then nothing moves.
  await page.waitForTimeout(500);
  const stood = await strip.textContent();
  await page.waitForTimeout(1_000);
  expect(await strip.textContent()).toBe(stood);
  await expectNoBarriers(page);
  await strip.getByRole('button', { name: '继续' }).click();
  await expect(strip).toContainText(`新收 ${count} 个文件`, { timeout: 60_000 });
});

test('an import that was stopped within an archive goes on with what is left of it', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const count = 300;
  const zip = zipOf(
    ...Array.from({ length: count }, (_, number) => ({
      name: `${number}.txt`,
      bytes: Buffer.from(article(`第${number}号`).repeat(20)),
    })),
  );
  await drop(page, [{ name: 'year.zip', bytes: [...zip] }]);
  const strip = page.getByRole('region', { name: '导入' });
  await expect(strip.getByText(/^[1-9]\d* 篇$/)).toBeVisible();
  await strip.getByRole('button', { name: '停止' }).click();
  await expect(strip).toContainText('已停止');
  await expect(strip).not.toContainText(`新收 ${count} 个文件`);
  await expectNoBarriers(page);
  await strip.getByRole('button', { name: '接着导入' }).press('Enter');
  await expect(strip).toContainText(`新收 ${count} 个文件`, { timeout: 60_000 });
  await expect(strip).not.toContainText('已有');
  await expect(strip.getByRole('button', { name: '接着导入' })).toHaveCount(0);
});

test('imports stand in one list; what failed is tried again where it stands, also what the host was given', async ({ app }, info) => {
  await whenReady(app.page);
  const folder = info.outputPath('papers');
  await mkdir(folder, { recursive: true });
  const zip = zipOf({ name: '一.txt', bytes: Buffer.from(article('云岭')) }, { name: '二.txt', bytes: Buffer.from(article('白水')) });
  await writeFile(join(folder, 'day.zip'), zip.slice(0, zip.length / 2));
  await writeFile(join(folder, 'good.txt'), article('城关'));
  await app.quit();
  const page = await app.start([folder]);
  const area = page.getByRole('region', { name: '导入', exact: true });
  await area.getByRole('button', { name: '查看未导入的' }).click();
  await expect(results(area)).toHaveCount(1);
  await expect(results(area).first()).toContainText('文件已损坏或不完整');

  await drop(page, [
    { name: 'empty.txt', bytes: [] },
    { name: 'other.txt', bytes: [...Buffer.from(article('青石'))] },
  ]);
  // Its row comes below the list that is open, and its own list takes that one’s place.
  await area.getByRole('button', { name: '查看未导入的' }).click();
  await expect(results(area)).toHaveCount(1);
  await expect(results(area).first()).toContainText('empty.txt');
  await area.getByRole('button', { name: '另有 1 次导入' }).click();
  await area.getByRole('button', { name: '查看未导入的' }).click();
  await expect(results(area).first()).toContainText('day.zip');
  await expectNoBarriers(page);

  // Where nothing failed there is nothing to try again.
  await area.getByRole('button', { name: /^新收/ }).click();
  await expect(results(area)).toHaveCount(1);
  await expect(area.getByRole('button', { name: /再试/ })).toHaveCount(0);
  await area.getByRole('button', { name: /^未导入 \d/ }).click();
  await writeFile(join(folder, 'day.zip'), zip);
  await area.getByRole('button', { name: /^再试一次：.*day\.zip$/ }).click();
  await expect(results(area)).toHaveCount(3);
  await expect(area.getByText('新收 3 个文件')).toBeVisible();
  await expect(area.locator('.import-list')).toBeFocused();
  await expect(area.getByRole('button', { name: '关闭', exact: true })).toHaveCount(2);
  await area.getByRole('button', { name: '全部关闭' }).click();
  await expect(area).toBeHidden();
});

test('pasted text becomes a paper; text pasted into a field stays there', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await expect(page.getByRole('article', { name: /快递小哥新货郎/ }).first()).toContainText('凌晨两点');
  await paste(page, 'main', article('青石'));
  await expect(page.getByRole('article', { name: /青石新桥建成通车/ }).first()).toContainText('昨日上午');
  await paste(page, 'main', '两字');
  await expect(page.getByRole('status').filter({ hasText: '太短' })).toHaveCount(1);
  await page.keyboard.press('/');
  await paste(page, '.search-field input', article('黄石'));
  await page.getByRole('button', { name: '书架' }).click();
  await expect(page.locator('button[data-edition]')).toHaveCount(2);
});

test('what is on the clipboard is taken in from the menu of the desktop app', async ({ app }) => {
  test.skip(app.electron === null, 'a browser has its own menu');
  const { page } = app;
  await whenReady(page);
  // A window in front, as a reader's is: without it nothing is pasted anywhere.
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await app.electron?.evaluate(({ clipboard, Menu }, text) => {
    void clipboard.writeText(text);
    Menu.getApplicationMenu()
      ?.items.flatMap((item) => item.submenu?.items ?? [])
      .find((item) => /^(?:从剪贴板导入文字|Import Text from the Clipboard)$/.test(item.label))
      ?.click();
  }, article('青石'));
  await expect(page.getByRole('article', { name: /青石新桥建成通车/ }).first()).toContainText('昨日上午');
});

test('files held over the window are awaited, and let go without ado when they leave', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  const waiting = page.getByText('放手即可导入');
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'x.txt'));
    return transfer;
  });
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
  await page.dispatchEvent('header', 'dragenter', { dataTransfer: data });
  await page.dispatchEvent('main', 'dragleave', { dataTransfer: data });
  await expect(waiting).toBeVisible();
  await page.dispatchEvent('header', 'dragleave', { dataTransfer: data });
  await expect(waiting).toBeHidden();
});

function results(strip: Locator): Locator {
  return strip.getByRole('list', { name: '逐份结果' }).getByRole('listitem');
}

async function drop(page: Page, files: readonly { readonly name: string; readonly bytes: readonly number[] }[]): Promise<void> {
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of list) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, files);
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', event, { dataTransfer: data });
}

async function paste(page: Page, target: string, text: string): Promise<void> {
  const data = await page.evaluateHandle((words) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', words);
    return transfer;
  }, text);
  await page.locator(target).evaluate((element, clipboardData) => {
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test('in English too what can be done about a file stands in one line and whole, in a narrow window as well', async ({ app }, info) => {
  const { page } = app;
  await whenReady(page);
  await inEnglish(page);
  await page.setViewportSize({ width: 420, height: 800 });
  const choosing = page.waitForEvent('filechooser');
  await page.evaluate(() => document.title);
  await page.keyboard.press('Control+O');
  await (
    await choosing
  ).setFiles(
    ['a-damaged-file-with-a-long-name.pdf', 'good.txt', 'the-same.txt'].map((name) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(name.endsWith('pdf') ? '%PDF-1.4 cut off' : '新桥通车\n\n　　昨日上午，新桥通车了。\n'),
    })),
  );
  await page.getByRole('button', { name: 'Show what failed' }).click();
  const buttons = page.locator('.import-results').getByRole('button', { name: /^Try/ });
  await expect(buttons).toHaveCount(2);
  await page.screenshot({ path: info.outputPath('results.png') });
  const boxes = await buttons.evaluateAll((all) => all.map((button) => button.getBoundingClientRect().toJSON() as DOMRect));
  for (const { height, right } of boxes) {
    expect(height).toBeLessThan(30);
    expect(right).toBeLessThanOrEqual(420 - 16);
  }
});

test('the list names editions as they are called now, says where a known file is and leads there, and opens with what its button says', async ({
  app,
}) => {
  const { page } = app;
  await whenReady(page);
  const known = article('云岭');
  await drop(page, [
    { name: '头版.txt', bytes: [...Buffer.from(known)] },
    { name: '白水晚报-2024-05-08.txt', bytes: [...Buffer.from(article('白水'))] },
  ]);
  const strip = page.getByRole('region', { name: '导入' });
  await strip.getByRole('button', { name: '逐份查看' }).click();
  const first = results(strip).filter({ hasText: '头版.txt' });
  await expect(first).toContainText('报名不详');
  await first.getByRole('button', { name: /^打开/u }).click();
  await expect(page.locator('[data-page]').getByText('云岭新桥建成通车').first()).toBeVisible();
  // The reader gives the edition its name after the file came in.
  await page.getByTitle('改正报名与日期').click();
  const facts = page.getByRole('dialog', { name: '报名与日期' });
  await facts.getByRole('textbox', { name: '报名' }).fill('云岭日报');
  await facts.getByLabel('日期', { exact: true }).fill('2024-05-06');
  await facts.getByRole('textbox', { name: '报名' }).press('Enter');
  await expect(facts).toBeHidden();
  await expect(first).toContainText('《云岭日报》2024年5月6日');
  await strip.getByRole('button', { name: '关闭' }).click();

  await drop(page, [
    { name: '再来一次.txt', bytes: [...Buffer.from(known)] },
    { name: 'empty.txt', bytes: [] },
  ]);
  await strip.getByRole('button', { name: '查看未导入的' }).click();
  await expect(strip.getByRole('button', { name: /^未导入/u })).toHaveAttribute('aria-pressed', 'true');
  await expect(results(strip)).toHaveCount(1);
  await strip.getByRole('button', { name: /^全部 \d/u }).click();
  const line = results(strip).filter({ hasText: '再来一次.txt' });
  await expect(line).toContainText('已在文库中，在《云岭日报》2024年5月6日里，文件名是“头版.txt”');
  await expect(line.getByRole('combobox')).toHaveCount(0);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '书架', exact: true }).click();
  await line.getByRole('button', { name: /^打开/u }).click();
  await expect(page.getByText('云岭新桥建成通车').first()).toBeVisible();
});
