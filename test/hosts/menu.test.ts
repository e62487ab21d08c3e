import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { menuTemplate } from '../../src-main/hosts/electron/menu';
import type { MenuActions } from '../../src-main/hosts/electron/menu';
import { commandNamed } from '../../src-renderer/app/commands';
import { words as app } from '../../src-renderer/app/words';
import { words as importing } from '../../src-renderer/importing/words';

vi.mock('electron', () => ({ Menu: {} }));

const ran: string[] = [];
const actions: MenuActions = { command: (name) => ran.push(name), importFiles: () => {}, importFolder: () => {}, paste: () => {} };

const itemsOf = (locale: string, mac: boolean) =>
  menuTemplate(locale, mac, actions).flatMap((menu) => menu.submenu as readonly MenuItemConstructorOptions[]);
const labelsOf = (locale: string, mac: boolean) =>
  itemsOf(locale, mac)
    .filter(({ type }) => type !== 'separator')
    .map(({ label }) => label ?? '');

describe.each([false, true])('the menu (on a Mac: %s)', (mac) => {
  test('is in one language throughout', () => {
    for (const label of labelsOf('zh-CN', mac)) expect(label).toMatch(/\p{Script=Han}/u);
    for (const label of labelsOf('en-GB', mac)) expect(label).toMatch(/^[A-Za-z …]+$/);
  });

  test('has the same items in both', () => {
    expect(labelsOf('en', mac)).toHaveLength(labelsOf('zh-Hans-CN', mac).length);
  });
});

const plain = (label: string) => label.replace('…', '').toLowerCase();

test('what is also in the window has its name there', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const labels = labelsOf(language, false).map(plain);
    const word = app[language];
    const shared = [
      word['view-shelf'],
      word['view-bookmarks'],
      word['view-settings'],
      word['palette-title'],
      word['keys-title'],
      word['command-undo'],
      word['command-redo'],
      word['command-cite'],
      word['command-source'],
      word['command-next-page'],
      importing[language]['command-paste'],
    ];
    for (const name of shared) expect(labels).toContain(plain(name));
  }
});

test('undo, redo and a copy with its citation are the commands of the page', () => {
  const words = app['zh-CN'];
  ran.length = 0;
  for (const label of [words['command-undo'], words['command-redo'], words['command-cite']]) {
    const item = itemsOf('zh-CN', false).find((one) => one.label === label);
    (item?.click as (() => void) | undefined)?.();
  }
  expect(ran).toEqual(['edit.undo', 'edit.redo', 'copy.citation']);
  for (const name of ran) expect(commandNamed(name)).toBeDefined();
});
