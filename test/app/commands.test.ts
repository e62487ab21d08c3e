import { describe, expect, test } from 'vitest';
import { commandNamed, commands, keysOf } from '../../src-renderer/app/commands';
import { words as app } from '../../src-renderer/app/words';
import { words as exporting } from '../../src-renderer/exporting/words';
import { words as importing } from '../../src-renderer/importing/words';
import { words as search } from '../../src-renderer/search/words';
import { words as shelf } from '../../src-renderer/shelf/words';

const features: Readonly<Record<string, Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, string>>>>>> = {
  app,
  exporting,
  importing,
  search,
  shelf,
};

describe('the table of commands', () => {
  test('names each command once', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  test('has words for each command in both languages', () => {
    const unworded = commands.flatMap(({ words }) => {
      const [feature = '', key = ''] = words.split(':');
      return (['zh-CN', 'en'] as const).filter((language) => !features[feature]?.[language][key]).map((language) => `${words} ${language}`);
    });
    expect(unworded).toEqual([]);
  });

  test('gives a key to one command only', () => {
    const keys = commands.flatMap((command): readonly string[] => command.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('the reader’s own keys', () => {
  const next = commandNamed('page.next');

  test('stand in for the default ones, several where several are given, none where none is', () => {
    if (!next) throw new Error('page.next is a command');
    expect(keysOf(next, {})).toEqual(next.keys);
    expect(keysOf(next, { 'page.next': 'l' })).toEqual(['l']);
    expect(keysOf(next, { 'page.next': 'l Space' })).toEqual(['l', 'Space']);
    expect(keysOf(next, { 'page.next': '' })).toEqual([]);
    expect(keysOf(next, { 'another.command': 'l' })).toEqual(next.keys);
  });
});
