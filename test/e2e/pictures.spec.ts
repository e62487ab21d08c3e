/**
 * Pictures of every view for people to look at (test-results/), each held to what a picture must not show: words outside their page or
 * over each other, characters no face has, what axe finds.
 */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './app';
import { dropFile } from './drop-file';
import type { App } from './app';
import { seedFile } from './web-host-process';

const sizes = { desk: { width: 1280, height: 800 }, small: { width: 800, height: 600 }, wide: { width: 1920, height: 1080 } } as const;

test('the sample, across and down, by day and by night, on every window', async ({ app }, info) => {
  test.setTimeout(300_000);
  const { page } = app;
  await settled(page);
  for (const [name, size] of Object.entries(sizes)) {
    await resize(app, size);
    await home(page);
    await picture(app, info, `sample-${name}`);
  }
  await resize(app, sizes.desk);
  await page.getByRole('button', { name: '夜', exact: true }).click();
  await picture(app, info, 'sample-dark');
  await page.getByRole('button', { name: '纸', exact: true }).click();
  await page.getByRole('button', { name: '竖排' }).click();
  await expect(page.locator('.page-sheet-vertical').first()).toBeVisible();
  await home(page);
  await picture(app, info, 'sample-vertical');
  await page.getByRole('article', { name: /快递小哥新货郎/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /快递小哥新货郎/ })).toBeVisible();
  await picture(app, info, 'article-vertical');
  await page.getByRole('button', { name: '横排' }).click();
  await picture(app, info, 'article');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '书架' }).click();
  await expect(page.locator('button[data-edition]').first()).toBeVisible();
  await picture(app, info, 'shelf');
});

test('papers made of the sample in another order', async ({ app }, info) => {
  test.setTimeout(300_000);
  const { page } = app;
  const sample = await readFile(seedFile, 'utf8');
  for (const turn of [1, 2]) {
    await settled(page);
    await dropFile(page, `云岭日报-2024-05-0${turn}.txt`, `云岭日报 2024年5月${turn}日\n\n${scrambled(sample, turn)}`);
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(`2024年5月${turn}日`) })).toBeAttached();
    await settled(page);
    for (const name of ['desk', 'small'] as const) {
      await resize(app, sizes[name]);
      await home(page);
      await pictureOfPages(app, info, `scrambled-${turn}-${name}`);
    }
    await resize(app, sizes.desk);
  }
});

test('with the spacing of WCAG 1.4.12 and at twice the size nothing is cut off or covered', async ({ app }, info) => {
  test.setTimeout(300_000);
  const { page } = app;
  await settled(page);
  await imposeSpacing(page, true);
  // Set anew for it.
  await expect.poll(() => faultsOnPages(page)).toEqual([]);
  for (let count = 0; count < 3; count += 1) {
    await pictureOfPages(app, info, `spaced-${count + 1}`);
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(300);
  }
  await imposeSpacing(page, false);
  // A window of 1280 pixels at 200 % is one of 640.
  await resize(app, { width: 640, height: 400 });
  await home(page);
  await picture(app, info, 'zoomed');
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(scrolls).toBe(0);
});

/** Takes a picture of what is in view, and looks closely at what is printed in it. */
async function pictureOfPages({ page }: App, info: TestInfo, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: info.outputPath(`${name}.png`) });
  expect(await faultsOnPages(page), name).toEqual([]);
  expect(await unseenCharacters(page), name).toEqual([]);
}

/** The same, and at all that stands around it. */
async function picture(app: App, info: TestInfo, name: string): Promise<void> {
  const { page } = app;
  await pictureOfPages(app, info, name);
  // In the page itself: the desktop app opens no second one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
    name,
  ).toEqual([]);
}

/** Lines that leave their page or lie over another line of it. */
function faultsOnPages(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const sheet of document.querySelectorAll<HTMLElement>('[data-page]')) {
      if (!sheet.checkVisibility()) continue;
      const bounds = sheet.getBoundingClientRect();
      const down = getComputedStyle(sheet).writingMode === 'vertical-rl';
      const lines = [...sheet.querySelectorAll<HTMLElement>('[data-line]')].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return {
          text: line.textContent ?? '',
          size: Number.parseFloat(getComputedStyle(line).fontSize),
          box: range.getBoundingClientRect(),
        };
      });
      for (const { text, box, size } of lines) {
        // Half a mark at an edge is blank, and so is the spacing after a line's last character.
        const slack = size * 0.7;
        if (
          box.left < bounds.left - slack ||
          box.right > bounds.right + slack ||
          box.top < bounds.top - slack ||
          box.bottom > bounds.bottom + slack
        )
          faults.push(`off the page: ${text}`);
      }
      for (const [index, one] of lines.entries())
        for (const other of lines.slice(index + 1)) {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const along = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          const [inLine, between] = down ? [along, across] : [across, along];
          // The boxes of characters are higher than their ink.
          if (inLine > Math.max(one.size, other.size) * 0.8 && between > Math.min(one.size, other.size) * 0.62)
            faults.push(`${one.text} over ${other.text}`);
        }
    }
    return faults;
  });
}

/** Characters in view that no face draws: all such look the same. Each is asked for in the faces it stands in, and no others. */
function unseenCharacters(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 24;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return ['no canvas'];
    const drawn = (character: string): string => {
      context.clearRect(0, 0, 24, 24);
      context.fillText(character, 2, 19);
      return context.getImageData(0, 0, 24, 24).data.join('');
    };
    const shown = new Map<string, Set<string>>();
    const texts = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      const faces = getComputedStyle(text.parentElement).fontFamily;
      const characters = shown.get(faces) ?? new Set();
      shown.set(faces, characters);
      for (const character of text.textContent ?? '') if (/\S/u.test(character)) characters.add(character);
    }
    return [...shown].flatMap(([faces, characters]) => {
      context.font = `20px ${faces}`;
      const nothing = drawn('\u{10FFFF}');
      return [...characters].filter((character) => drawn(character) === nothing);
    });
  });
}

/** As a reader's own style sheet does, which no policy of the page forbids. */
async function imposeSpacing(page: Page, imposed: boolean): Promise<void> {
  await page.evaluate((on) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = on ? [sheet] : [];
  }, imposed);
  await page.waitForTimeout(1000);
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: '第 1 页', exact: true })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

async function resize(app: App, size: { readonly width: number; readonly height: number }): Promise<void> {
  if (app.electron)
    await app.electron.evaluate(({ BrowserWindow }, { width, height }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setMinimumSize(320, 240);
      window?.setContentSize(width, height);
    }, size);
  else await app.page.setViewportSize(size);
  await app.page.waitForTimeout(600);
}

async function home(page: Page): Promise<void> {
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: '第 1 页', exact: true })).toBeVisible();
}

/** Blocks of the text in another order, the same for the same `turn`. */
function scrambled(text: string, turn: number): string {
  const blocks = text.split(/\n\s*\n/u).filter((block) => block.trim() !== '');
  const shift = (turn * 7) % blocks.length;
  return [...blocks.slice(shift), ...blocks.slice(0, shift)].join('\n\n');
}
