import { describe, expect, test } from 'vitest';
import { CONFIRMED_RULE } from '../../src-main/contract/model';
import type { Fact } from '../../src-main/contract/model';
import { words } from '../../src-renderer/app/words';
import { inferredFrom } from '../../src-renderer/reader/inferred-facts';

const said: Fact<string> = { value: '甲', judgement: { rule: 'read', confidence: 'certain' } };
const confirmed: Fact<string> = { value: '甲', judgement: { rule: CONFIRMED_RULE, confidence: 'certain' } };
const named: Fact<string> = { value: '甲', judgement: { rule: 'file-name', confidence: 'likely' } };
const worked: Fact<string> = { value: '甲', judgement: { rule: 'most-named-paper', confidence: 'likely' } };
const unknown: Fact<string> = { value: null, judgement: { rule: 'not-said', confidence: 'guess' } };

describe('what is said of a paper and a day that were worked out', () => {
  test.each([
    ['each from its own', worked, named, '报名据内文推定，日期据文件名'],
    ['both from the same', named, named, '报名、日期据文件名'],
    ['the day alone', confirmed, worked, '日期据内文推定'],
    ['the paper alone', named, unknown, '报名据文件名'],
    ['nothing, where both are said', said, confirmed, ''],
  ])('%s', (_which, paper, date, expected) => {
    const zh = words['zh-CN'];
    expect(
      inferredFrom({ paper, date })
        .map((from) => zh[`fact-${from}`])
        .join(zh['fact-comma']),
    ).toBe(expected);
  });
});
