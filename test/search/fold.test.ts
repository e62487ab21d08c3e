import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src-main/search/fold';

describe('folding', () => {
  it.each([
    ['物流體系', '物流体系'],
    ['ＢＡ２０ＧＷ', 'ba20gw'],
    ['「村ＢＡ」', '“村BA”'],
    ['『夜经济』', '‘夜经济’'],
    ['二○二三年', '二〇二三年'],
    ['张•三', '张·三'],
    ['——深入', '――深入'],
    ['１＋Ｎ', '1+N'],
    ['⼈口', '人口'],
    ['苧麻', '薴麻'],
    ['ΣΑΣ', 'σας'],
    ['第一段　第二段', '第一段 第二段'],
  ])('makes %s and %s the same', (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it.each([
    ['物流', '物资'],
    ['“', '，'],
    ['2', '3'],
    ['é', 'e'],
    ['（', '【'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('体', '體', 'Ａ', 'ﬁ', 'ß', 'İ', '㎡', '𝒜', '𠮷', '丽', '\ud800', '\udc00', '“'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });

  it('keeps the length, so that offsets stay true, for any text', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(foldText(one)).toHaveLength(one.length);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(foldText(foldText(one))).toBe(foldText(one));
      }),
    );
  });

  it('folds a part as it folds the whole', () => {
    fc.assert(
      fc.property(text, fc.nat(), (one, at) => {
        const characters = Array.from(one);
        const cut = characters.slice(0, at % (characters.length + 1)).join('').length;
        expect(foldText(one.slice(0, cut)) + foldText(one.slice(cut))).toBe(foldText(one));
      }),
    );
  });
});
