import { expect, test } from 'vitest';
import { words as app } from '../../src-renderer/app/words';
import { words as bookmarks } from '../../src-renderer/bookmarks/words';
import { words as importing } from '../../src-renderer/importing/words';
import { words as reader } from '../../src-renderer/reader/words';
import { words as search } from '../../src-renderer/search/words';
import { words as sections } from '../../src-renderer/sections/words';
import { words as settings } from '../../src-renderer/settings/words';
import { words as shelf } from '../../src-renderer/shelf/words';

type Words = Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, string>>>>;
const features: Readonly<Record<string, Words>> = { app, bookmarks, importing, reader, search, sections, settings, shelf };

/** By name: how a value is written may differ. */
const slots = (text: string) => [...new Set(text.match(/(?<=\{\{)\w+/g) ?? [])].sort();

test.each(Object.entries(features))('%s says the same in both languages: every slot of one is in the other', (_feature, words) => {
  // The form for "one" may go without its number: "a minute".
  const differing = Object.entries(words['zh-CN'])
    .filter(([key, chinese]) => !key.endsWith('_one') && slots(words.en[key] ?? '').join() !== slots(chinese).join())
    .map(([key]) => key);
  expect(differing).toEqual([]);
});

test.each(Object.entries(features))('%s says it in English where English is asked for', (_feature, words) => {
  // A language is called by its own name, the sample of a setting is a newspaper's, and what is quoted is an example of what may be typed.
  const quoted = /[“"'‘（(][^”"'’）)]*[”"'’）)]/gu;
  const inChinese = Object.entries(words.en).filter(
    ([key, text]) => key !== 'sample' && /\p{Script=Han}/u.test(text.replaceAll(quoted, '').replaceAll('中文', '')),
  );
  expect(inChinese).toEqual([]);
});

test.each(Object.entries({ importing, settings, shelf } satisfies typeof features))(
  '%s counts in English as one does: one file, two files',
  (_feature, { en }: Words) => {
    const things = /\{\{\w+\}\} (?:more )?(?:articles|bookmarks|characters|editions|files|groups|minutes|seconds)\b/gu;
    // A text has two forms for one number only. A length of line is never 1.
    const faults = Object.entries(en).filter(([key, text]) => {
      const forms = key.endsWith('_one') || !(`${key}_one` in en) ? 0 : 1;
      return key !== 'measure-value' && [...text.matchAll(things)].length > forms;
    });
    expect(Object.fromEntries(faults)).toEqual({});
  },
);

test("the app's own list of later pages has a name that no newspaper gives to its own: whose it is, is seen", () => {
  const standing = /导读|导览|看点|要目|索引|今日|本期|本报|inside|today|edition|index|contents/iu;
  for (const { labelIndex } of Object.values(reader)) expect(labelIndex).not.toMatch(standing);
});
