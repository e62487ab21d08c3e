import type { Page } from '@playwright/test';
import { expect } from '../e2e/app';
import type { App } from '../e2e/app';
import { whenReady } from '../importing/barriers';

/** Starts anew with files, and stands on the shelf once so many editions are there. */
export async function shelfWith(app: App, files: readonly string[], editions: number): Promise<Page> {
  await app.quit();
  const page = await app.start(files);
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await expect(page.locator('button[data-edition]')).toHaveCount(editions);
  return page;
}

const longestWaitForNews = 3000;

/** News of an import stands over the foot of the page; where the import was done before the page was there to hear of it, none comes. */
export async function closeNews(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: '关闭' });
  const came = await close.waitFor({ timeout: longestWaitForNews }).then(
    () => true,
    () => false,
  );
  if (came) await close.click();
}
