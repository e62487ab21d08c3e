import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { Problem } from '../../src-main/contract/problem';
import type { ProblemCode } from '../../src-main/contract/model';
import { problemWords } from '../../src-renderer/app/problem-words';
import { words } from '../../src-renderer/app/words';

async function wordsIn(language: 'zh-CN' | 'en'): Promise<TFunction<string>> {
  const instance = createInstance();
  await instance.init({ lng: language, resources: { [language]: { app: words[language] } }, interpolation: { escapeValue: false } });
  return instance.getFixedT(language, 'app');
}

let chinese: TFunction<string>;
let english: TFunction<string>;

beforeAll(async () => {
  chinese = await wordsIn('zh-CN');
  english = await wordsIn('en');
});

describe('a failure is worded', () => {
  /** A record, so that a code added to the contract is missing here until it is worded. */
  const codes: Readonly<Record<ProblemCode, true>> = {
    'bad-input': true,
    'not-found': true,
    'not-allowed': true,
    'file-empty': true,
    'file-too-large': true,
    'file-binary': true,
    'file-unreadable': true,
    'file-too-hard': true,
    'file-damaged': true,
    'file-not-text': true,
    'file-other-form': true,
    'file-old-form': true,
    'file-locked': true,
    'file-no-text': true,
    'file-unwritable': true,
    'folder-missing': true,
    'library-newer': true,
    'library-damaged': true,
    'library-unwritable': true,
    'library-busy': true,
    'disk-full': true,
    cancelled: true,
    'host-lost': true,
    unexpected: true,
  };

  test.each(Object.keys(codes) as ProblemCode[])('%s, in both languages, with what to do', (code) => {
    for (const t of [chinese, english]) {
      const { what, advice } = problemWords(t, new Problem(code));
      expect(what).not.toContain('problem-');
      expect(what).not.toBe('');
      // What was cancelled needs no advice.
      expect(advice === '').toBe(code === 'cancelled');
      expect(advice).not.toContain('advice-');
    }
  });

  test('with the file it happened to', () => {
    expect(problemWords(chinese, { code: 'file-empty', values: { name: '空.txt' } }).what).toBe('空.txt：里面一个字也没有');
    expect(problemWords(english, { code: 'file-empty', values: { name: 'empty.txt' } }).what).toBe(
      'empty.txt: There is nothing to read in it',
    );
  });

  test('so that a folder that is not there is not looked for on the shelf', () => {
    const { what, advice } = problemWords(chinese, { code: 'folder-missing', values: { path: '/media/稿件' } });
    expect(what).toContain('/media/稿件');
    expect(what + advice).toContain('文件夹');
    expect(advice).not.toContain('书架');
  });

  test('so that a .txt that holds no text is not told to become a .txt', () => {
    for (const t of [chinese, english]) {
      const { what, advice } = problemWords(t, { code: 'file-binary', values: { name: '四版.txt' } });
      expect(what).toContain('四版.txt');
      expect(advice).not.toContain('.txt');
    }
  });

  test('with the reference that finds it in the log', () => {
    expect(problemWords(english, new Problem('unexpected', undefined, { reference: 'a1b2' })).advice).toContain('a1b2');
  });

  test('as unexpected where it is nothing the contract knows', () => {
    expect(problemWords(english, new TypeError('x is undefined')).what).toBe(problemWords(english, new Problem('unexpected')).what);
  });
});
