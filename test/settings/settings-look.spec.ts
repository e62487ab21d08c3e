/** How settings and their dialogs are set: what belongs together stands on one line, and what does not is apart. */
import { expect, test } from '../e2e/app';
import { whenReady } from '../importing/barriers';

test('a setting stands on one line with its name', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  const apart = await page.locator('.settings-row').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const name = row.firstElementChild?.getBoundingClientRect();
      const value = row.querySelector('.settings-choice span, output')?.getBoundingClientRect();
      return name && value && Math.abs(name.top - value.top) > 1 ? [`${row.textContent}: ${name.top} and ${value.top}`] : [];
    }),
  );
  expect(apart).toEqual([]);
});

test('before a backup is put back, what a library holds and when it last grew are told on lines of their own', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: '现在备份' }).click();
  await page.getByRole('button', { name: /^恢复/ }).first().click();
  const holds = page.getByRole('dialog').locator('dd').first();
  await expect(holds).toContainText('最后导入');
  const lines = (await holds.innerText()).split('\n');
  expect(lines.find((line) => line.includes('最后导入'))).toMatch(/^最后导入/);
});

test('on a narrow window the steps of the way to an article go on to a line that begins with a step', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('treeitem', { name: /快递小哥新货郎/ }).click();
  await page.setViewportSize({ width: 340, height: 800 });
  const steps = page.getByRole('navigation', { name: '所在位置' }).getByRole('listitem');
  await expect(steps.first()).toBeVisible();
  const tops = await steps.evaluateAll((all) => all.map((step) => step.getBoundingClientRect().top));
  expect(new Set(tops).size).toBeGreaterThan(1);
  for (const content of await steps.evaluateAll((all) => all.map((step) => getComputedStyle(step, '::before').content)))
    expect(content).toBe('none');
});
