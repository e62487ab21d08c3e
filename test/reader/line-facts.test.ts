import { expect, test } from 'vitest';
import type { Article, Notice, ParagraphSpan } from '../../src-main/contract/model';
import { lineFacts } from '../../src-renderer/reader/source/line-facts';
import { noticeWithin } from '../../src-renderer/reader/use-notice-press';

const text = '新桥通车\n\n　　昨日上午新桥通车，\n两岸往来便捷。\n　　全长八百米。\n茶园丰收\n';
const span = (words: string): ParagraphSpan => ({
  source: 1,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  kind: 'text',
  glue: '',
});
const join: Notice = {
  kind: 'join',
  spans: [span('昨日上午新桥通车，'), span('两岸往来便捷。')],
  judgement: { rule: 'a', confidence: 'likely' },
};
const article: Article = {
  id: 7,
  edition: 1,
  kind: 'feature',
  column: null,
  kicker: null,
  locality: null,
  headline: '新桥通车',
  deck: null,
  byline: null,
  credit: null,
  jump: null,
  heading: [{ source: 1, start: 0, end: 4, role: 'headline' }],
  paragraphs: [
    { role: 'body', text: '昨日上午新桥通车，两岸往来便捷。', spans: [span('昨日上午新桥通车，'), span('两岸往来便捷。')] },
    { role: 'body', text: '全长八百米。', spans: [span('全长八百米。')] },
  ],
  parts: [],
  notices: [join],
  characters: 20,
};

function factsOf(words: string) {
  const at = text.indexOf(words);
  return lineFacts(article, 1, text, { start: text.lastIndexOf('\n', at) + 1, end: text.indexOf('\n', at) });
}

test('the first line of an article can begin nothing and be joined to nothing before it', () => {
  expect(factsOf('新桥通车')).toMatchObject({ role: 'headline', mayBegin: false, maySplit: false });
  expect(factsOf('昨日上午')).toMatchObject({ role: 'body', mayBegin: true, mayJoin: false, maySplit: false });
});

test('a title is only what text stands behind', () => {
  expect(factsOf('两岸往来')).toMatchObject({ mayBegin: true, mayHead: true });
  expect(factsOf('全长八百米')).toMatchObject({ mayBegin: true, mayHead: false });
});

test('a line inside a paragraph can be parted from it, one that begins a paragraph joined to the one before', () => {
  expect(factsOf('两岸往来')).toMatchObject({ maySplit: true, mayJoin: false });
  expect(factsOf('全长八百米')).toMatchObject({ maySplit: false, mayJoin: true });
});

test('a change of an indented line is anchored on its words', () => {
  expect(factsOf('昨日上午')?.offset).toBe(text.indexOf('昨日上午'));
});

test('a line of another article can come in, an empty line can do nothing', () => {
  expect(factsOf('茶园丰收')).toMatchObject({ role: null, into: 0 });
  expect(lineFacts(article, 1, text, { start: 5, end: 5 })).toBeNull();
  expect(lineFacts(article, 2, '别的文件', { start: 0, end: 4 })).toMatchObject({ role: null, into: null });
});

test('a mark leads to the join whose seam stands in its line, and to none elsewhere', () => {
  const line = { ...span('两岸往来便捷。') };
  expect(noticeWithin(article, [line], 'mark')).toBe(0);
  expect(noticeWithin(article, [span('全长八百米。')], 'mark')).toBeNull();
  expect(noticeWithin(article, [line], 'doubt')).toBeNull();
});
