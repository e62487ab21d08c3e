/** Turning pages: neighbours wait unseen, and a far page is composed without the window standing still. */
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { dropFile } from './drop-file';

const openPages = (page: Page) => page.getByRole('region', { name: /^第 \d+ 页$/ });

test('pages drawn before they are turned to are neither seen nor read out nor reached by keys', async ({ app }) => {
  const { page } = app;
  await expect(openPages(page)).toHaveCount(1);
  // The neighbour is there, in case the reader turns.
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  await expect(openPages(page)).toHaveCount(1);
  await expect(page.locator('[data-page="1"]')).not.toBeVisible();
  expect(await reachedByTab(page)).toEqual(['0']);

  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-page="1"]')).toBeVisible();
  await expect(page.locator('[data-page="2"]')).toBeAttached();
  await expect(openPages(page)).toHaveCount(1);
  expect(await reachedByTab(page)).toEqual(['1']);

  // Nor by the pointer, whichever side they lie on.
  expect(await pagesUnderPointer(page)).toEqual(['1']);
  await page.getByRole('button', { name: '上一页' }).click();
  await expect(page.locator('[data-page="0"]')).toBeVisible();
  expect(await pagesUnderPointer(page)).toEqual(['0']);
});

test('after a press on the edge the keys choose an article and open it: the edge does not turn again', async ({ app }) => {
  const { page } = app;
  await expect(openPages(page)).toBeVisible();
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page.locator('[data-page="1"]')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '所在位置' })).toBeVisible();
  await expect(openPages(page)).toHaveCount(0);
});

test('j takes the keyboard from a switch that was pressed: Enter opens the article, over a turn too; else it presses the switch', async ({
  app,
}) => {
  const { page } = app;
  await expect(openPages(page)).toBeVisible();
  const white = page.getByRole('button', { name: '白', exact: true });
  const paper = page.getByRole('button', { name: '纸', exact: true });
  await white.click();
  await page.keyboard.press('Shift+Tab');
  await expect(paper).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(paper).toHaveAttribute('aria-pressed', 'true');

  // As far as it takes to turn the page.
  const chosen = openPages(page).locator('[data-article][aria-current]');
  do {
    await page.keyboard.press('j');
    await expect(chosen.first()).toBeFocused();
  } while (await openPages(page).and(page.locator('[data-page="0"]')).isVisible());
  const title = await chosen.first().getAttribute('aria-label');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '所在位置' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText(title?.slice(0, 4) ?? '?');
});

test('who leafs to the end of a paper has not read it, and is there again when it is opened', async ({ app }) => {
  const { page } = app;
  await expect(openPages(page)).toBeVisible();
  while (await page.getByRole('button', { name: '下一页' }).isEnabled()) {
    const before = await openPages(page).getAttribute('data-page');
    await page.keyboard.press('ArrowRight');
    await expect(openPages(page)).not.toHaveAttribute('data-page', before ?? '');
  }
  const last = await openPages(page).getAttribute('data-page');
  await page.getByRole('button', { name: '书架' }).click();
  const paper = page.locator('button[data-edition]').filter({ hasText: '贵州日报' });
  await expect(paper).toBeVisible();
  await expect(paper).not.toContainText('读完');
  await expect(paper).not.toContainText('未读');
  await paper.click();
  await expect(openPages(page)).toHaveAttribute('data-page', last ?? '');
});

test('a paper that was opened from the shelf is no longer unread, a glance over a page counts nothing, and some seconds on it do', async ({
  app,
}) => {
  const { page } = app;
  await expect(openPages(page)).toBeVisible();
  // The sample stands there by itself: nobody has opened it.
  await page.waitForTimeout(4_000);
  await page.getByRole('button', { name: '书架' }).click();
  const paper = page.locator('button[data-edition]').filter({ hasText: '贵州日报' });
  await expect(paper).toContainText('未读');
  await paper.click();
  await expect(openPages(page)).toBeVisible();
  await page.getByRole('button', { name: '书架' }).click();
  await paper.click();
  await expect(openPages(page)).toBeVisible();
  await page.waitForTimeout(2_000);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(paper).toContainText('已翻开');
  await paper.click();
  await expect(openPages(page)).toBeVisible();
  // Longer than any page has to stay in view.
  await page.waitForTimeout(11_000);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(paper).toContainText(/已读 \d+%/);
});

test('all that is selected and copied is what the page in view says, paragraphs whole', async ({ app }) => {
  const { page } = app;
  await expect(page.locator('[data-page="1"]')).toBeAttached();
  const copied = await page.evaluate(() => {
    const stage = document.querySelector('.page-stage');
    if (!stage) throw new Error('there are no pages');
    getSelection()?.selectAllChildren(stage);
    const clipboardData = new DataTransfer();
    stage.querySelector('[data-line]')?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toContain(
    '\n11月22日凌晨两点，贵州供销贵电商物流有限公司息烽县分公司配送员吴杰准时到达公司分拣中心，根据单据装好小寨坝镇线路的包裹，随后启动小型货车，前往目的地。\n',
  );
  const elsewhere = await page
    .locator('[data-page="1"] .page-body .page-line')
    .evaluateAll((lines) => lines.map(({ textContent }) => textContent ?? '').filter((text) => text.length > 10));
  expect(elsewhere.length).toBeGreaterThan(20);
  for (const words of elsewhere) expect(copied).not.toContain(words);
});

test('the end of a long paper is reached while the page before stays in view', async ({ app }) => {
  const { page } = app;
  await expect(openPages(page)).toBeVisible();
  await dropFile(page, '河湾日报-2024-03-05.txt', longPaper());
  await expect(page.getByRole('heading', { level: 1, name: /河湾日报/ }).first()).toBeVisible();
  await expect(openPages(page)).toBeVisible();
  const seen = await page.evaluateHandle(watchPages);
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: '下一页' })).toBeDisabled();
  await expect(openPages(page)).toHaveCount(1);
  const last = await openPages(page).getAttribute('data-page');
  expect(Number(last)).toBeGreaterThan(5);
  const miniature = page.getByRole('complementary').getByRole('button', { name: `第 ${Number(last) + 1} 页`, exact: true });
  await expect(miniature).toHaveAttribute('aria-current', 'page');
  await expect(miniature).toBeInViewport({ ratio: 1 });
  // The first page until the last: never an empty stage between.
  expect(await seen.jsonValue()).toEqual(['0', last]);
});

test('turns made before the first page is there are not lost', async ({ app }) => {
  const { page } = app;
  await expect(openPages(page)).toBeVisible();
  await dropFile(page, '河湾日报-2024-03-05.txt', longPaper());
  await expect(page.getByRole('heading', { level: 1, name: /河湾日报/ }).first()).toBeAttached();
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-page="3"]')).toBeVisible();
});

/** Pages of the articles that Tab stops at. */
async function reachedByTab(page: Page): Promise<readonly string[]> {
  await page
    .locator('[data-page]')
    .first()
    .locator('..')
    .evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const reached = new Set<string>();
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-page]')?.dataset['page'] ?? null);
    if (at !== null) reached.add(at);
  }
  // Where the last of these stops is may take arrows for itself.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return [...reached].sort();
}

/** Pages that words of the page in view are found on. */
async function pagesUnderPointer(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll('[data-page] .page-body .page-line')].filter((line) => line.checkVisibility());
    const found = lines.map((line) => {
      const { left, top, width, height } = line.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.closest<HTMLElement>('[data-page]')?.dataset['page'] ?? 'none';
    });
    return [...new Set(found)].sort();
  });
}

/** Runs in the page: keeps a list of the pages in view, frame after frame. */
function watchPages(): readonly string[] {
  const seen: string[] = [];
  const look = (): void => {
    const inView = [...document.querySelectorAll<HTMLElement>('[data-page]')].filter((one) => one.checkVisibility());
    const words = inView.map((one) => one.dataset['page']).join(' ') || 'nothing';
    if (seen.at(-1) !== words) seen.push(words);
    requestAnimationFrame(look);
  };
  look();
  return seen;
}

function longPaper(): string {
  const stories = Array.from({ length: 90 }, (_, story) => {
    const place = ['河湾', '山脚', '桥头', '渡口', '林场', '水库'][story % 6];
    const paragraphs = Array.from(
      { length: 5 },
      (_, at) =>
        `　　${place}的第${story + 1}件事有${at + 2}个人来讲述，他们说清晨的路比去年好走，渔船、菜园和学校都在大雨之后修好了，邮局的人${'又送来一封信，'.repeat((story + at) % 7)}于是大家都很高兴。`,
    );
    return [`${place}第${story + 1}件新事`, ...paragraphs].join('\n\n');
  });
  return ['河湾日报 2024年3月5日 第一版', ...stories].join('\n\n');
}
