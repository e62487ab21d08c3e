import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingWords } from '../../src-renderer/reader/compose/opening-words';

const opening = (text: string, length = 14): string => openingWords(text, length, '……');

describe('the first words of a story without a headline', () => {
  it('are the text itself where it is short', () => {
    expect(opening('　　河湾镇新桥通车。')).toBe('河湾镇新桥通车。');
  });

  it('go to the nearest pause, a little further than wished where that is near, and say that more comes', () => {
    expect(opening('一排木头小人围坐在桥头下棋的摆件作品，把河湾的夏天带给了客人。')).toBe('一排木头小人围坐在桥头下棋的摆件作品……');
    expect(opening('三月里的一天清晨，渡口的船工老周准时来到码头，装好两车菜苗。')).toBe('三月里的一天清晨……');
  });

  it('end with a word where no pause is near, and not with one that leans on the next', () => {
    const cut = opening('渔业合作社协同发展的第三个年头里全镇新修了十二座木桥和二十条山路并且没有停下来');
    expect(cut.endsWith('……')).toBe(true);
    expect(cut).not.toMatch(/[的和与在]……$/u);
    expect(opening('河湾镇合作社木桥修缮工程队员今年春天全部返乡过节')).not.toMatch(/工……$|队……$/u);
  });

  it('never part quotation marks or brackets from what is in them', () => {
    expect(opening('河湾镇今年编成《木桥的一百种修法与三十种养护办法》一书')).toBe('河湾镇今年编成……');
  });

  it('keep Latin words whole', () => {
    expect(openingWords('The harbour council met on Tuesday to decide about lighthouses', 14, '…')).toBe(
      'The harbour council met on Tuesday to…',
    );
  });

  it('begin every text, whatever it is, and are never longer than a little over what was wished', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'河湾镇的，。“”《》 a1😀\ud800'), maxLength: 60 }), (text) => {
        const cut = opening(text);
        const words = cut.replace(/……$/u, '');
        expect(text.trim().startsWith(words)).toBe(true);
        expect(Array.from(words).length).toBeLessThanOrEqual(/^\p{Script=Latin}/u.test(text.trim()) ? 55 : 19);
      }),
    );
  });
});
