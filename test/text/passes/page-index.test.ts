import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import { isFiguresRow } from '../../../src-main/text/title-cues';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

const story = [
  '渡口添了两盏航标灯',
  '本报记者 周航嘉',
  '昨天傍晚，白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。',
];
const other = ['今日天气', '今天白天多云，傍晚到夜里有小雨，请市民出门带伞。'];

describe('a list of what other pages hold', () => {
  it.each([
    ['with pages behind', ['老渔民“捞”出的博物馆　　3版', '社区食堂添了夜宵窗口　5版', '一条旧铁路的第二次生命　　12版']],
    ['with pages in brackets', ['老渔民捞出的博物馆（第三版）', '社区食堂添了夜宵窗口 （第五版）', '一条旧铁路的第二次生命（第十二版）']],
    ['with pages before', ['A3 老渔民捞出的博物馆', 'A5 读者来信：社区食堂何时添夜宵窗口', 'B2 一条旧铁路的第二次生命']],
  ])('stays a list: %s', (_, entries) => {
    const text = [...story, '导读', ...entries, ...other].join('\n\n');
    const { articles, notices } = parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
    const list = articles.find(({ paragraphs }) => paragraphs.some((paragraph) => paragraph.text === entries[0]))!;
    expect(list.paragraphs.map((paragraph) => paragraph.text)).toEqual(entries);
    expect(list.byline).toBeNull();
    for (const entry of entries) expect(articles.map(({ headline }) => headline)).not.toContain(entry);
    expect(notices.filter(({ kind }) => kind === 'join' || kind === 'orphan')).toEqual([]);
  });

  it.each(['02 灯亮之后的第一夜', '白茅渡口的灯（外三首）', '报道刊登在该报第3版。'])('holds no such line as %s', (line) =>
    expect(isFiguresRow(line)).toBe(false),
  );
});
