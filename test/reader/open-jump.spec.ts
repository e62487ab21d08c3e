/** A story whose other part is on a page that is not here says so where its text stops, and where it begins. */
import { expect, test } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { expectNoBarriers, inEnglish, whenReady } from '../importing/barriers';

const head = (page: number) => `澜江日报\n2025年3月20日 星期四\n第${page}版\n\n`;
const river = '上世纪九十年代，澜江两岸有大小造纸厂47家。黑水顺着排污口流进江里，江面上漂着白沫，鱼虾绝迹。';
const fires =
  '全市森林防火工作视频会议召开\n本报讯（记者 郭听雨）3月19日，全市森林防火工作视频会议召开。市委常委、副市长祝怀远出席并讲话。\n';
const first = `${head(1)}一条河的三十年\n——澜江治理记\n本报记者 沈墨白\n\n${river}\n\n三年里，铺设管网312公里，新建污水处理厂6座，\n\n（下转第4版）\n\n${fires}`;
const second = `${head(4)}（上接第1版）\n\n沿江乡镇的生活污水第一次有了去处。到2019年底，澜江干流水质由劣五类提升到三类。\n\n“水清了，人就回来了。”鲁长水说。\n\n我市举办家政服务技能大赛\n本报讯（记者 卞秋实）3月18日，我市举办第三届家政服务技能大赛，来自各县区的126名选手参加比拼。\n`;

test('where a text goes on is said at its end, on the page and in the article; it leads to the finding, and is gone with the other page there', async ({
  app: { page },
}, info) => {
  await whenReady(page);
  await dropFile(page, '1.txt', first);
  const goesOn = page.getByRole('button', { name: '（下转第4版，未导入）' });
  const story = page.getByRole('article', { name: '一条河的三十年' });
  await expect(story.locator('button')).toHaveText('（下转第4版，未导入）');
  await expect(goesOn).toHaveAccessibleDescription(/还没有导入/);
  await page.screenshot({ path: info.outputPath('page.png') });
  await expectNoBarriers(page);

  // By keyboard from the page, beside its source at the finding.
  await goesOn.press('Enter');
  const chosen = page.locator('.notice[aria-current="true"]');
  await expect(chosen).toContainText('另一部分不在本稿');
  await expect(page.locator('.source-scroll').getByText('（下转第4版）')).toBeInViewport();
  await expect(page.locator('.article-view p').last()).toHaveText('（下转第4版，未导入）');
  await page.screenshot({ path: info.outputPath('article.png') });
  await expectNoBarriers(page);
  await page.keyboard.press('s');
  await expect(chosen).toHaveCount(0);
  // By mouse from the article.
  await goesOn.click();
  await expect(chosen).toContainText('另一部分不在本稿');

  await dropFile(page, '4.txt', second);
  await expect(page.getByRole('article', { name: '一条河的三十年' })).toContainText('劣五类');
  await expect(goesOn).toHaveCount(0);
});

test('a second part that came alone says in the article, too, that the page before it is not here', async ({ app: { page } }, info) => {
  await whenReady(page);
  await dropFile(page, '4.txt', second);
  // From the page, where it stands over the text.
  await page.getByRole('button', { name: '标题在第1版，本稿未载' }).press('Enter');
  await expect(page.locator('.notice[aria-current="true"]')).toContainText('另一部分不在本稿');
  await page.keyboard.press('s');
  await page.getByRole('treeitem', { name: '（上接第1版）' }).click();
  const missing = page.locator('.article-view').getByRole('button');
  const lacks = missing.filter({ hasText: '第1版未导入' });
  await expect(lacks).toBeVisible();
  await expect(page.locator('.article-paragraph').first()).toContainText('沿江乡镇');
  await page.screenshot({ path: info.outputPath('alone.png') });
  await expectNoBarriers(page);
  await lacks.press('Enter');
  await expect(page.locator('.notice[aria-current="true"]')).toContainText('另一部分不在本稿');
  await inEnglish(page);
  await expect(missing.filter({ hasText: 'page 1 is not imported' })).toBeVisible();
});
