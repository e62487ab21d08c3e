/** Ways in from outside the page: files named on the command line, a second start, and the window as it was left. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from './app';
import { root } from './web-host-process';

const test = base.extend<{ papers: string }>({
  // eslint-disable-next-line no-empty-pattern
  papers: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'newsroom-papers-'));
    for (const [day, headline] of [
      ['06', '云岭新桥建成通车'],
      ['07', '山城夜市重新开张'],
    ])
      await writeFile(
        join(folder, `云岭日报-2024-05-${day}.txt`),
        `云岭日报 2024年5月${Number(day)}日\n\n${headline}\n\n本报讯（记者 周明远）昨日，两岸居民在桥头和街口见证了这一刻，现场十分热闹。\n`,
      );
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

test('files named on the command line are imported', async ({ app, papers }) => {
  await app.quit();
  const page = await app.start([papers]);
  await page.getByRole('button', { name: '书架' }).click();
  for (const day of ['6', '7'])
    await expect(
      page
        .locator('button[data-edition]')
        .filter({ hasText: new RegExp(`2024年5月${day}日`) })
        .first(),
    ).toBeVisible();
});

test('a file named on the command line is what the reader sees', async ({ app, papers }) => {
  await app.quit();
  const page = await app.start([join(papers, '云岭日报-2024-05-06.txt')]);
  await expect(page.getByRole('heading', { level: 1, name: /2024年5月6日/ })).toBeAttached();
  await expect(page.locator('[data-page]').getByText('云岭新桥建成通车').first()).toBeVisible();
});

test('a second start hands its files to the window that is open, which shows them', async ({ app, papers }) => {
  test.skip(app.electron === null, 'web hosts stand side by side');
  const words = (await app.electron?.evaluate(({ app: running }) => [process.execPath, running.getPath('userData')])) ?? [];
  const [program = '', userData = ''] = words;
  const second = spawn(program, ['--no-sandbox', `--user-data-dir=${userData}`, root, '云岭日报-2024-05-06.txt'], {
    cwd: papers,
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect(app.page.getByRole('heading', { level: 1, name: /2024年5月6日/ })).toBeAttached();
  expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the window comes back as large as it was', async ({ app }) => {
  test.skip(app.electron === null, 'a browser minds its own windows');
  const bounds = { x: 40, y: 30, width: 1010, height: 720 };
  await app.electron?.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  await app.page.waitForTimeout(300);
  await app.quit();
  await app.start();
  expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
});

test('a menu item does what its command does in the page', async ({ app }) => {
  test.skip(app.electron === null, 'a browser has its own menu');
  await expect(app.page.getByRole('region', { name: '第 1 页', exact: true })).toBeVisible();
  const labels = await app.electron?.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    menu?.items
      .flatMap((item) => item.submenu?.items ?? [])
      .find((item) => /^(?:下一页|Next Page)$/.test(item.label))
      ?.click();
    return menu?.items.map((item) => item.label);
  });
  expect(labels).toHaveLength(6);
  await expect(app.page.getByRole('region', { name: '第 2 页', exact: true })).toBeVisible();
});
