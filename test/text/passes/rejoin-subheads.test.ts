import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

function headlinesOf(lines: readonly string[]): readonly (string | null)[] {
  return parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language })
    .articles.filter(({ kind }) => kind !== 'photo')
    .map(({ headline }) => headline);
}

const story = [
  '河湾里的养蜂人',
  '本报记者 周航嘉',
  '四月，河湾镇的洋槐花开了满坡，养蜂人葛长水把一百二十箱蜜蜂从山脚搬到坡顶，一箱一箱摆成三排，蜂箱上压着石头。',
  '坡下的头一箱',
  '葛长水养蜂三十年，头一箱蜜蜂是用两袋玉米换来的。那年洋槐花期遇上连阴雨，蜂箱里只收了半桶蜂蜜，葛长水没有卖。',
  '坡上的新蜂箱',
  '镇畜牧站送来新蜂箱，养蜂人学着给蜜蜂分群。去年河湾镇的养蜂人有四十七户，洋槐蜂蜜卖到了城里的超市。',
];
const picture = ['古桥修缮完工', '10月17日，游客走过修缮一新的古桥。古桥建于清代，长四十二米，去年开始修缮。', '通讯员 倪小舟 摄'];
const part = [
  '便道修到坡顶',
  '今年，镇里在坡顶修了一条便道，蜂箱和蜂蜜可以用三轮车运下坡。养蜂人葛长水说，洋槐花期他要再添四十箱蜜蜂，把女儿也叫回河湾镇养蜂。',
];

describe('the next part of an article with subheads', () => {
  it('goes on behind a picture', () => {
    expect(headlinesOf([...story, ...picture, ...part])).toEqual(['河湾里的养蜂人']);
  });

  it('is no part of it where it tells of something else', () => {
    const other = [
      '校车开到村口',
      '新学期起，白茅渡小学的校车每天早晚各跑两趟，离学校最远的两个村的孩子不用再住校，家长可以用手机看到校车到了哪里。',
    ];
    expect(headlinesOf([...story, ...picture, ...other])).toEqual(['河湾里的养蜂人', '校车开到村口']);
  });
});
