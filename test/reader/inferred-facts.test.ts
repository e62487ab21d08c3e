import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { Edition, Fact, Source } from '../../src-main/contract/model';
import { words } from '../../src-renderer/app/words';
import { inferredFrom, inferredWords } from '../../src-renderer/reader/inferred-facts';

let chinese: TFunction<string>;
beforeAll(async () => {
  const instance = createInstance();
  await instance.init({ lng: 'zh-CN', resources: { 'zh-CN': { app: words['zh-CN'] } }, interpolation: { escapeValue: false } });
  chinese = instance.getFixedT('zh-CN', 'app');
});

const said: Fact<string> = { value: '甲', judgement: { rule: 'read', confidence: 'certain' } };
const confirmed: Fact<string> = { value: '甲', judgement: { rule: CONFIRMED_RULE, confidence: 'certain' } };
const named: Fact<string> = { value: '甲', judgement: { rule: 'file-name', confidence: 'likely' } };
const worked: Fact<string> = { value: '甲', judgement: { rule: 'most-named-paper', confidence: 'likely' } };
const unknown: Fact<string> = { value: null, judgement: { rule: 'not-said', confidence: 'guess' } };

const ofPages = (...pages: readonly Fact<string>[]): Edition['files'] =>
  pages.map((page, id): Source => ({
    id,
    edition: 1,
    name: 'a.txt',
    path: 'a.txt',
    form: 'text',
    page,
    encoding: 'utf-8',
    encodingJudgement: said.judgement,
    bytes: 0,
    characters: 0,
    importedAt: '',
    parserVersion: '',
  }));

describe('what is said of a paper, a day and pages that were worked out', () => {
  test.each([
    ['each from its own', worked, named, [], '报名据内文推定，日期据文件名'],
    ['both from the same', named, named, [], '报名、日期据文件名'],
    ['the page with them', named, named, [named], '报名、日期、版次据文件名'],
    ['a page of several', said, said, [confirmed, named, unknown], '版次据文件名'],
    ['pages from their own', named, said, [named, worked], '报名、版次据文件名，版次据内文推定'],
    ['the day alone', confirmed, worked, [said], '日期据内文推定'],
    ['the paper alone', named, unknown, [], '报名据文件名'],
    ['nothing, where all are said', said, confirmed, [said, confirmed], ''],
  ])('%s', (_which, paper, date, pages, expected) => {
    expect(inferredWords(chinese, inferredFrom({ paper, date, files: ofPages(...pages) }))).toBe(expected);
  });
});
