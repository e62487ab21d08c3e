/** A story that goes on at another page is found from there, too, and shown beside the file one came to. */
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const head = (page: number) => `澜江日报\n2025年3月20日 星期四\n第${page}版\n\n`;
const river = '上世纪九十年代，澜江两岸有大小造纸厂47家。黑水顺着排污口流进江里，江面上漂着白沫，鱼虾绝迹。\n\n';
const first = `${head(1)}一条河的三十年\n——澜江治理记\n本报记者 沈墨白\n\n${river}${[
  '清晨六点，澜江边的渡口已经有人打太极。七十岁的老船工鲁长水把竹篙靠在岸边，指着水里的鱼说，这样清的水，他有三十年没见过了。',
  '那时的渡口没有栏杆，也没有路灯。天不亮，挑菜的人就在石阶上排起队来，等着头一班船过江，赶到老城的早市上去。',
  '后来江上修了桥，渡口冷清下来。船工们有的去了码头，有的到外地扛水泥，留下来的只有三户人家，守着几条旧木船。',
].join(
  '\n\n',
)}\n\n三年里，铺设管网312公里，新建污水处理厂6座，\n\n（下转第4版）\n\n全市森林防火工作视频会议召开\n本报讯（记者 郭听雨）3月19日，全市森林防火工作视频会议召开。\n`;
const second = `${head(4)}（上接第1版）\n\n沿江乡镇的生活污水第一次有了去处。到2019年底，澜江干流水质由劣五类提升到三类。\n\n他的儿子鲁江生辞了工，在岸边开了一家民宿，去年接待游客5000多人次。\n\n“水清了，人就回来了。”鲁长水说。\n\n我市举办家政服务技能大赛\n本报讯（记者 卞秋实）3月18日，我市举办第三届家政服务技能大赛，来自各县区的126名选手参加比拼。\n`;

async function bothPages(page: Page): Promise<void> {
  await whenReady(page);
  await dropFile(page, '1.txt', first);
  await expect(page.getByRole('treeitem', { name: '一条河的三十年' })).toBeVisible();
  await dropFile(page, '4.txt', second);
  await expect(page.getByRole('treeitem', { name: /家政服务/ })).toBeVisible();
}

const fileInFront = (page: Page) => page.getByRole('group', { name: '原文文件' }).getByRole('button', { pressed: true });

test('the contents by page list a story on each page it stands on; from the second it opens where it goes on there', async ({
  app: { page },
}, info) => {
  await bothPages(page);
  await page.getByRole('button', { name: '版次' }).click();
  await expect(page.getByRole('treeitem', { name: '第4版, 2 篇' })).toBeVisible();
  const rest = page.getByRole('treeitem', { name: '一条河的三十年（上接第1版）' });
  await rest.click();
  await expect(page.getByRole('heading', { level: 1, name: '一条河的三十年' })).toBeVisible();
  await expect(rest).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('treeitem', { name: '一条河的三十年', exact: true })).toHaveAttribute('aria-current', 'false');
  await expect(page.locator('.article-line').filter({ hasText: '沿江乡镇' }).first()).toBeInViewport();
  await page.keyboard.press('s');
  await expect(fileInFront(page)).toHaveText('4.txt');
  await page.screenshot({ path: info.outputPath('by-page.png') });
  await expectNoBarriers(page);
});

test('a story opened at a match in its second file has that file beside it', async ({ app: { page } }, info) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await bothPages(page);
  await page.keyboard.press('/');
  await page.keyboard.type('民宿');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-page] .page-hit-now').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.article-view .page-hit-now')).toBeInViewport();
  await page.keyboard.press('s');
  await expect(page.locator('.source-scroll').getByText('开了一家民宿')).toBeInViewport();
  await expect(fileInFront(page)).toHaveText('4.txt');
  await page.screenshot({ path: info.outputPath('match.png') });
  // What scrolls by itself has been reported by now.
  await page.waitForTimeout(400);
  await expect(fileInFront(page)).toHaveText('4.txt');
});
