/** Where a line is moved to is chosen among articles that are told apart, and told with the line that it came to stand behind. */
import { expect, test } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const text = [
  '青石新桥建成通车',
  '',
  '　　本报讯（记者 张三）昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷。',
  '　　周边十二个村寨的山货从此可以当天运进县城，村民都说日子越过越好。',
  '　　新桥全长八百米，双向四车道，工期两年，由县里自行设计。',
  '',
  '青石新桥建成通车',
  '',
  '　　本报讯（记者 李四）青石新桥通车的消息传到省城，在外务工的乡亲纷纷打来电话。',
  '　　今年回乡过节的人会比去年多出三成，车站加开了六个班次。',
  '',
].join('\n');

test('articles of one name are listed with the line they begin in; what was moved within its article is told with its place', async ({
  app: { page },
}, info) => {
  await whenReady(page);
  await dropFile(page, '云岭日报-2024-05-06-01.txt', text);
  await page.getByRole('treeitem', { name: '青石新桥建成通车' }).first().click();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: '改正第5行' }).click();
  await page.getByRole('menuitem', { name: '移到别处…' }).click();
  const moving = page.getByRole('dialog', { name: '第5行移到哪里？' });
  const articles = moving.getByRole('listbox', { name: '哪一篇' });
  await expect(articles.getByRole('option')).toHaveText(['本文：青石新桥建成通车（第1行起）', '青石新桥建成通车（第7行起）']);
  await articles.selectOption('本文：青石新桥建成通车（第1行起）');
  await moving.getByRole('listbox', { name: '排在哪一行之后' }).selectOption({ index: 1 });
  await page.screenshot({ path: info.outputPath('move.png') });
  await expectNoBarriers(page);
  await moving.getByRole('button', { name: '移过去' }).click();
  const words = '第5行移到“青石新桥建成通车”第3行之后';
  await expect(page.getByRole('region', { name: '刚才所做' })).toContainText(words);
  await expect(page.getByRole('region', { name: '我的改正' })).toContainText(words);
});
