import { describe, expect, test } from 'vitest';
import { isFieldKey, isSingleKey, nameOfKey, printKey } from '../../src-renderer/app/keys';
import type { KeyPress } from '../../src-renderer/app/keys';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

describe('a pressed key', () => {
  test.each([
    [press('j'), 'j'],
    [press('J'), 'j'],
    [press('J', { shiftKey: true }), 'Shift+J'],
    [press('?', { shiftKey: true }), '?'],
    [press('+', { shiftKey: true }), '+'],
    [press('k', { ctrlKey: true }), 'Mod+K'],
    [press('l', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+L'],
    [press(' '), 'Space'],
    [press(' ', { shiftKey: true }), 'Shift+Space'],
    [press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    [press('=', { ctrlKey: true }), 'Mod+='],
  ])('%o is named %s', (pressed, name) => {
    expect(nameOfKey(pressed, false)).toBe(name);
  });

  test('on a Mac Command is the main modifier and Ctrl another one', () => {
    expect(nameOfKey(press('k', { metaKey: true }), true)).toBe('Mod+K');
    expect(nameOfKey(press('k', { ctrlKey: true }), true)).toBe('Ctrl+K');
  });

  test('a modifier alone, a dead key and what an input method holds have no name', () => {
    for (const key of ['Shift', 'Control', 'Meta', 'Alt', 'Dead', 'Process', 'Unidentified'])
      expect(nameOfKey(press(key), false)).toBeNull();
  });
});

test('letters, digits and signs are single keys, with Shift too; named keys and combinations are not', () => {
  for (const key of ['j', 'Shift+N', '/', '?', '+', '7', '的']) expect(isSingleKey(key)).toBe(true);
  for (const key of ['Space', 'Enter', 'ArrowLeft', 'Mod+K', 'Alt+ArrowLeft', 'F3', 'Shift+F3']) expect(isSingleKey(key)).toBe(false);
});

describe('while one types', () => {
  test.each([
    'j',
    '?',
    'Shift+N',
    'Space',
    'Enter',
    'Escape',
    'ArrowLeft',
    'Home',
    'Mod+A',
    'Mod+C',
    'Mod+V',
    'Mod+Z',
    'Mod+Shift+Z',
    'Mod+ArrowLeft',
  ])('%s is the field’s', (key) => {
    expect(isFieldKey(key, false)).toBe(true);
    expect(isFieldKey(key, true)).toBe(true);
  });

  test.each(['Mod+K', 'Mod+Shift+B', 'Mod+,', 'Mod+=', 'Mod+Shift+V', 'F3', 'Shift+F3', 'BrowserBack'])('%s runs its command', (key) => {
    expect(isFieldKey(key, false)).toBe(false);
    expect(isFieldKey(key, true)).toBe(false);
  });

  test('Alt and an arrow goes back and forward, but on a Mac from word to word', () => {
    expect(isFieldKey('Alt+ArrowLeft', false)).toBe(false);
    expect(isFieldKey('Alt+ArrowLeft', true)).toBe(true);
    expect(isFieldKey('Ctrl+E', true)).toBe(true);
  });
});

test('keys are printed as they are engraved', () => {
  expect(printKey('Mod+K', false)).toBe('Ctrl+K');
  expect(printKey('Mod+K', true)).toBe('⌘K');
  expect(printKey('Alt+ArrowLeft', false)).toBe('Alt+←');
  expect(printKey('+', false)).toBe('+');
  expect(printKey('Mod++', false)).toBe('Ctrl++');
  expect(printKey('j', false)).toBe('J');
});
