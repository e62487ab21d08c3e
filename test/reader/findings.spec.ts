/** What the parser did is told beside the source, and leads to the lines it is about. */
import { expect, test } from '../e2e/app';
import { whenReady } from '../importing/barriers';

test('what was printed elsewhere is told as moved, and shown where it lies in the source and where it stands now', async ({
  app,
}, info) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('treeitem', { name: /上接第一版/ }).click();
  await expect(page.locator('.article-view')).toBeVisible();
  await page.keyboard.press('s');
  const moved = page.getByRole('button', { name: /^移 \d+/ });
  await expect(moved).toContainText('第177行按内容归到第41行的标题之下');
  await moved.click();
  await expect(page.locator('.source-scroll').getByText('民医院挂职党委委员').first()).toBeInViewport();
  await expect(page.locator('.article-view .article-line').filter({ hasText: '军在大方县' }).first()).toBeInViewport();
  await page.screenshot({ path: info.outputPath('moved.png') });
});

test('d leads from page to the first place to check beside its source, and on from place to place; what is confirmed is passed by', async ({
  app,
}, info) => {
  const { page } = app;
  await whenReady(page);
  const footer = page.getByRole('contentinfo').getByRole('button', { name: /^待核 \d+ 处$/ });
  const count = Number(/\d+/.exec((await footer.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(3);
  const chosen = page.locator('.notice[aria-current="true"]');
  const told = async () => `${await page.locator('.article-view h1').innerText()} ${await chosen.locator('.notice-mark').innerText()}`;
  await page.keyboard.press('d');
  await expect(chosen).toBeInViewport();
  const first = await told();
  const seen = [first];
  while (seen.length < count) {
    await page.keyboard.press('d');
    await expect.poll(told).not.toBe(seen.at(-1));
    await expect(chosen).toBeInViewport();
    seen.push(await told());
  }
  expect(new Set(seen).size).toBe(count);
  await expect(page.getByRole('contentinfo').getByRole('button', { name: new RegExp(`^待核 \\d+ / ${count}`) })).toBeVisible();
  await page.screenshot({ path: info.outputPath('last.png') });
  await page.keyboard.press('d');
  await expect.poll(told).toBe(first);
  await page.keyboard.press('Shift+D');
  await expect.poll(told).toBe(seen.at(-1));
  for (let back = seen.length - 2; back >= 0; back -= 1) {
    await page.keyboard.press('Shift+D');
    await expect.poll(told).toBe(seen[back]);
  }

  // An answer leads on to the next one; what is confirmed is passed by from then on, what is dismissed is gone.
  await expect(page.locator('.notice-more button').first()).toBeInViewport();
  await page.keyboard.press('y');
  await expect.poll(told).toBe(seen[1]);
  await page.keyboard.press('Shift+D');
  await expect.poll(told).toBe(seen.at(-1));
  await page.keyboard.press('x');
  await expect.poll(told).toBe(seen[1]);
  await page.keyboard.press('Escape');
  await expect(footer).toHaveText(`待核 ${count - 2} 处`);
});

test('an answer that is taken back leads back to the place it was given to, from the article that it led to', async ({ app: { page } }) => {
  await whenReady(page);
  const chosen = page.locator('.notice[aria-current="true"]');
  const told = async () => `${await page.locator('.article-view h1').innerText()} ${await chosen.locator('.notice-mark').innerText()}`;
  const place = page.getByRole('contentinfo').getByRole('button', { name: /^待核 \d+ \/ \d+/ });
  // Of an article's places the last one to check: from it an answer leads to another article.
  const title = page.locator('.article-view h1');
  await page.keyboard.press('d');
  await expect(chosen).toBeInViewport();
  const count = Number(/\/ (\d+)/.exec((await place.textContent()) ?? '')?.[1]);
  const from = await title.innerText();
  await page.keyboard.press('Shift+D');
  await expect.poll(() => title.innerText()).not.toBe(from);
  const doubted = await told();
  for (const answer of ['x', 'y']) {
    await page.keyboard.press(answer);
    await expect.poll(() => title.innerText()).toBe(from);
    await expect(place).toHaveText(new RegExp(`/ ${count - 1}(?!\\d)`, 'u'));
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(told).toBe(doubted);
    await expect(chosen).toBeInViewport();
    await expect(place).toHaveText(new RegExp(`/ ${count}(?!\\d)`, 'u'));
  }
});

test('d and y in turn pass no place by: right after an answer, d means the place that it led to', async ({ app: { page } }) => {
  await whenReady(page);
  const footer = page.getByRole('contentinfo').getByRole('button', { name: /^待核 \d+ 处$/ });
  const count = Number(/\d+/.exec((await footer.textContent()) ?? '')?.[0]);
  const chosen = page.locator('.notice[aria-current="true"]');
  const told = async () => `${await page.locator('.article-view h1').innerText()} ${await chosen.locator('.notice-mark').innerText()}`;
  const place = page.getByRole('contentinfo').getByRole('button', { name: /^待核 \d+ \/ \d+/ });
  await page.keyboard.press('d');
  await expect(place).toHaveText(new RegExp(`待核 1 / ${count}`, 'u'));
  for (let answered = 1; answered <= 3; answered += 1) {
    await page.keyboard.press('y');
    await expect(place).toHaveText(new RegExp(`待核 1 / ${count - answered}`, 'u'));
    const led = await told();
    await page.keyboard.press('d');
    await page.waitForTimeout(200);
    expect(await told()).toBe(led);
    await expect(place).toHaveText(new RegExp(`待核 1 / ${count - answered}`, 'u'));
  }
  // Asked for again it is passed by.
  await page.keyboard.press('d');
  await expect(place).toHaveText(new RegExp(`待核 2 / ${count - 3}`, 'u'));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toContainText('待核处：确认，并到下一处');
});

test('from a page d leads to the first place to check, wherever its article lies; a mark in the margin leads to its own, beside its source', async ({
  app,
}) => {
  const { page } = app;
  await whenReady(page);
  await page.keyboard.press('d');
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /^待核 1 \/ \d+/ })).toBeVisible();
  await page.keyboard.press('Escape');
  const mark = page.locator('.page-turn:not(.page-turn-unseen) .page-mark').last();
  const sign = await mark.innerText();
  await mark.click();
  const chosen = page.locator('.notice[aria-current="true"]');
  await expect(chosen.locator('.notice-mark')).toContainText(sign);
  await expect(chosen).toBeInViewport();
  await expect(page.locator('.source-chosen').first()).toBeInViewport();
});

test('a brief has no headline made up for it, and where nothing of it is to be checked the foot says that d leads elsewhere', async ({
  app,
}) => {
  const { page } = app;
  await whenReady(page);
  const entry = page.locator('.contents-group').filter({ hasText: '政务简报' }).locator('.contents-article').first();
  const title = (await entry.getAttribute('aria-label')) ?? '';
  await entry.click();
  await expect(page.getByRole('heading', { level: 1, name: title.replace(/…$/, '').slice(0, 8) })).toBeAttached();
  await expect(page.locator('.article-headline')).toHaveCount(0);
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^他篇待核 \d+ 处$/ })
    .click();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /^待核 \d+ \/ \d+/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title.replace(/…$/, '').slice(0, 8) })).toHaveCount(0);
});
