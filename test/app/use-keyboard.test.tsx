// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src-main/contract/model';
import type { Settings } from '../../src-main/contract/model';
import { useCommand } from '../../src-renderer/app/use-command';
import { useKeyboard } from '../../src-renderer/app/use-keyboard';

let ran: string[] = [];
let root: Root;

function Article() {
  useCommand('item.next', () => void ran.push('next of article'));
  return null;
}

function Page({ settings, article = false, declines = false }: { settings: Settings; article?: boolean; declines?: boolean }) {
  useKeyboard(settings);
  useCommand('item.next', () => {
    ran.push('next');
    return !declines;
  });
  useCommand('item.open', () => void ran.push('open'));
  useCommand('page.next', () => void ran.push('page'));
  useCommand('go.palette', () => void ran.push('palette'));
  useCommand('go.keys', () => void ran.push('keys'));
  return (
    <>
      <input aria-label="field" />
      <button type="button">button</button>
      {article && <Article />}
    </>
  );
}

async function show(settings: Partial<Settings> = {}, rest: { article?: boolean; declines?: boolean } = {}) {
  await act(async () => root.render(<Page settings={{ ...DEFAULT_SETTINGS, ...settings }} {...rest} />));
}

function press(key: string, init: KeyboardEventInit = {}, on: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  on.dispatchEvent(event);
  return event;
}

const found = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  ran = [];
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(found('#root'));
});

afterEach(async () => {
  await act(async () => root.unmount());
});

describe('a key', () => {
  test('runs what it stands for, and nothing else happens to it', async () => {
    await show();
    expect(press('j').defaultPrevented).toBe(true);
    expect(ran).toEqual(['next']);
  });

  test('belongs to the view in front, and to the one behind when that is gone', async () => {
    await show({}, { article: true });
    press('j');
    await show();
    press('j');
    expect(ran).toEqual(['next of article', 'next']);
  });

  test('keeps its ordinary meaning where the command had nothing to do', async () => {
    await show({}, { declines: true });
    expect(press('j').defaultPrevented).toBe(false);
  });

  test('typed into a field is text; only combinations run there', async () => {
    await show();
    press('j', {}, found('input'));
    press('?', {}, found('input'));
    expect(ran).toEqual([]);
    press('k', { ctrlKey: true }, found('input'));
    expect(ran).toEqual(['palette']);
  });

  test('the reader has chosen runs in a field as far as it is not typed there', async () => {
    await show({ keys: { 'go.palette': 'p', 'go.keys': 'Mod+Shift+B' } });
    press('p', {}, found('input'));
    expect(ran).toEqual([]);
    press('b', { ctrlKey: true, shiftKey: true }, found('input'));
    expect(ran).toEqual(['keys']);
  });

  test('that an input method is working on runs nothing', async () => {
    await show();
    press('j', { isComposing: true });
    press('Enter', { isComposing: true });
    const process = new KeyboardEvent('keydown', { key: 'j', bubbles: true });
    Object.defineProperty(process, 'keyCode', { value: 229 });
    document.body.dispatchEvent(process);
    expect(ran).toEqual([]);
  });

  test('Enter and Space on a button press the button', async () => {
    await show();
    press('Enter', {}, found('button'));
    press(' ', {}, found('button'));
    expect(ran).toEqual([]);
    press('Enter');
    press(' ');
    expect(ran).toEqual(['open', 'page']);
  });

  test('a control has used is left alone', async () => {
    await show();
    found('button').addEventListener('keydown', (event) => event.preventDefault());
    press('j', {}, found('button'));
    expect(ran).toEqual([]);
  });
});

describe('single-letter keys', () => {
  test('can be switched off; named keys and combinations go on (WCAG 2.1.4)', async () => {
    await show({ singleKeys: false });
    press('j');
    press('?', { shiftKey: true });
    expect(ran).toEqual([]);
    press('ArrowRight');
    press('k', { ctrlKey: true });
    expect(ran).toEqual(['page', 'palette']);
  });

  test('can be changed: the new key runs the command and the old one no more', async () => {
    await show({ keys: { 'item.next': 'h' } });
    press('j');
    press('h');
    expect(ran).toEqual(['next']);
  });

  test('a dialog has the keyboard to itself; only the palette closes by the key that opened it', async () => {
    await show();
    document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
    press('j');
    press('k', { ctrlKey: true });
    expect(ran).toEqual([]);
    found('dialog').classList.add('palette');
    press('j');
    press('k', { ctrlKey: true });
    expect(ran).toEqual(['palette']);
  });
});
