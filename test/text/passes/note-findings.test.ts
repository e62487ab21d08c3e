import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';

const language = loadLanguageModel(new Uint8Array(readFileSync(new URL('../../../resources/language-model.bin', import.meta.url))));

/** The kind of every finding, with the first words it is about. */
function findingsIn(lines: readonly string[]): readonly (readonly [string, string])[] {
  const text = lines.join('\n\n');
  const { notices } = parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
  return notices.map(({ kind, spans }) => [kind, text.slice(spans[0]!.start, spans[0]!.start + 4)]);
}

const head = ['石桥村蜜桃喜获丰收', '本报记者 沈亦'];
const story = '眼下正是蜜桃成熟的季节，临江县石桥村的果园里，村民们忙着采摘、分拣、装箱，一派丰收景象。';

describe('what is pointed out to the reader', () => {
  it('a sentence that breaks off with nothing to go on in', () => {
    expect(findingsIn([...head, story, '石桥村种植蜜桃已有二十多年，全村果园面积达到'])).toEqual([['orphan', '石桥村种']]);
  });

  it('neither who signs a notice and its day, nor the rows of a table, break off', () => {
    expect(findingsIn([...head, story, '临江县石桥村村民委员会', '2026年5月25日'])).toEqual([]);
    expect(findingsIn([...head, story, '1 石桥飞鱼 9 2 3 29', '2 临江灯塔 8 4 2 28'])).toEqual([]);
    expect(findingsIn([...head, story, '积分榜前六名', '1 石桥飞鱼 9 2 3 29'])).toEqual([]);
  });

  it('neither a brief that is signed behind its last sentence, nor prices in a row', () => {
    const brief = '▲县第二小学举行“小小粮仓”开仓仪式，四百名学生烤出第一炉面包。（罗　蒙）';
    expect(findingsIn(['简讯', brief, brief.replace('第二小学', '第一中学').replace('面包', '米糕')])).toEqual([]);
    expect(findingsIn([...head, story, '红衫 $48　黄花 $26　大眼鸡 $38　菜心 $8'])).toEqual([]);
    expect(findingsIn([...head, story, '石桥村种植蜜桃已有二十多年，全村果园面积达到1800'])).toEqual([['orphan', '石桥村种']]);
  });

  it('a word set twice, but not what the language itself says twice', () => {
    const twice = '座谈会上，村民们听着一句句合作合作的务实举措，盼着来年再添几条冷链。';
    expect(findingsIn([...head, story, twice])).toEqual([['doubled-word', '合作合作']]);
    const again = '桃子一串一串挂满枝头，老人听着听着就笑了，孩子们在树下越跑越跑不动。';
    expect(findingsIn([...head, story, again])).toEqual([]);
    const vivid = '溪水碧绿碧绿的，孩子们的脸晒得通红通红，老人让大家坐下来歇歇脚，再商量商量明天的活。';
    expect(findingsIn([...head, story, vivid])).toEqual([]);
    const misprint = '冷链车开进村里，增强了群众群众的获得感，也让桃子走得更远。';
    expect(findingsIn([...head, story, misprint])).toEqual([['doubled-word', '群众群众']]);
  });
});
