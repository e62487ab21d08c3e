/** What axe-core finds wrong on the page as it stands. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../e2e/app';

/** The page is a window without a browser's own tabs: frames are looked at in place, not in a page of axe's. */
export async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

/** The first view is there and its keys are answered. */
export async function whenReady(page: Page): Promise<void> {
  await expect(page.getByRole('tree', { name: '本期目录' }).getByRole('treeitem').first()).toBeVisible();
}

/** Changes the language of the interface, as a reader does from the palette. */
export async function inEnglish(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog').getByRole('combobox').fill('English');
  await page.getByRole('option', { name: '界面语言：English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}
