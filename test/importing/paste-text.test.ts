import { expect, test } from 'vitest';
import { fileOfPaste, nameOfPaste } from '../../src-renderer/importing/paste-text';

const at = new Date(2026, 10, 23, 9, 5);

test('pasted text is called after its first line where that is a title', () => {
  expect(nameOfPaste('\n\n  云岭新桥 建成通车  \n昨日上午，云岭新桥正式通车。', at)).toBe('云岭新桥 建成通车.txt');
});

test('text that begins with a paragraph is called after the minute it was pasted', () => {
  expect(nameOfPaste(`${'昨日上午，云岭新桥正式通车。'.repeat(5)}\n完`, at)).toBe('2026-11-23 09.05.txt');
});

test('a name holds nothing that a system refuses', () => {
  expect(nameOfPaste('村/BA: “超”\\<x>|\u0007?*', at)).toBe('村 BA “超” x.txt');
});

test('a word on the clipboard is no newspaper', () => {
  expect(fileOfPaste('  物流体系 ', at)).toBeNull();
});

test('what was pasted is what is handed in, as UTF-8', async () => {
  const text = '云岭新桥建成通车\r\n昨日上午，𠮷林大桥也通车。';
  const file = fileOfPaste(text, at);
  expect(file?.encoding).toBe('utf-8');
  expect(await (await file?.open())?.text()).toBe(text);
});
