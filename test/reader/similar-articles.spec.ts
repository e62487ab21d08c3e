/** The same piece in two papers: told in the article, with how alike they are, and one press away. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const body = [
  '昨日上午，新桥正式建成通车，两岸居民往来更加便捷，周边十二个村寨的山货从此可以当天运进县城。',
  '新桥全长八百米，双向四车道，工期两年，由县里自行设计，施工中没有砍伐一棵古树。',
  '通车仪式上，干部群众代表一同走过大桥，孩子们在桥头唱起了山歌，老人们说盼了一辈子。',
].join('\n\n');

test('an article that another paper prints too says so, and leads there', async ({ app }, info) => {
  const files = ['云岭日报-2024-05-06-01.txt', '白水晚报-2024-05-07-02.txt'].map((name) => info.outputPath(name));
  for (const [index, file] of files.entries())
    await writeFile(file, `${index === 0 ? '青石新桥建成通车' : '白水新桥建成通车'}\n\n${body}\n`);
  await app.quit();
  const page = await app.start(files);
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await page.locator('button[data-edition]').filter({ hasText: '云岭日报' }).click();
  await page.getByRole('treeitem', { name: /青石新桥/ }).click();
  await page.getByRole('button', { name: '另见 1 处' }).click();
  const dialog = page.getByRole('dialog', { name: '同一篇文章，别处也有' });
  await expect(dialog).toContainText(/占 \d+% 以上/u);
  await expect(dialog.getByRole('listitem')).toContainText('白水新桥建成通车');
  await expect(dialog.getByRole('listitem')).toContainText(/白水晚报 · 2024年5月7日.*相同 \d+%/u);
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: /白水新桥建成通车/ }).click();
  await expect(page.getByRole('heading', { name: '白水新桥建成通车' })).toBeVisible();

  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('button', { name: '列出', exact: true }).click();
  const groups = page.getByRole('list', { name: '各报共有的文章' }).getByRole('listitem');
  await expect(groups).toHaveCount(1);
  await expect(groups.first()).toContainText(/云岭日报.*白水晚报.*相同 \d+%/u);
  await expectNoBarriers(page);
});
