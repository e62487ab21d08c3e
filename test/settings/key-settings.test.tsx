// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src-main/contract/model';
import { setAnnouncer } from '../../src-renderer/app/announce';
import { commands } from '../../src-renderer/app/commands';
import { setLanguage, startLanguage } from '../../src-renderer/language/language';
import { KeySettings } from '../../src-renderer/settings/key-settings';

let root: Root;
let said: HTMLElement;
let kept: Readonly<Record<string, string>> = {};

const draw = () =>
  act(async () =>
    root.render(
      <KeySettings
        settings={{ ...DEFAULT_SETTINGS, keys: kept }}
        offered={commands}
        onChange={(keys) => {
          kept = keys;
        }}
      />,
    ),
  );

async function give(command: string, key: string): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>(`button[aria-label*="${command}"]`);
  if (!button) throw new Error(`no button to change ${command}`);
  await act(async () => button.click());
  await act(async () => button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
  await draw();
}

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div><output></output>';
  const [at, output] = [document.querySelector('#root'), document.querySelector<HTMLElement>('output')];
  if (!at || !output) throw new Error('no page');
  said = output;
  setAnnouncer(output);
  await startLanguage();
  await setLanguage('zh-CN');
  kept = {};
  root = createRoot(at);
  await draw();
});
afterEach(() => act(async () => root.unmount()));

test('a key given to another command is taken from the one that had it, and both are named on the spot and aloud', async () => {
  await give('首页', 'j');
  expect(kept).toEqual({ 'page.first': 'j', 'item.next': '' });
  const line = [...document.querySelectorAll('li')].find((one) => one.textContent.startsWith('首页'));
  for (const text of [line?.textContent, said.textContent]) {
    expect(text).toContain('下一篇');
    expect(text).toContain('无');
  }
  await give('末页', 'q');
  expect(document.body.textContent).not.toContain('改归此处');
});
