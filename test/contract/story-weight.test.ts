import { expect, test } from 'vitest';
import { isNoticeTitle } from '../../src-main/contract/notice-title';
import { isOnLaterPage, storyWeight } from '../../src-main/contract/story-weight';

test('what the paper prints for whom it concerns is no news; what is said of a notice is', () => {
  const notices = ['遗失声明', '公　告', '停水通知', '国有建设用地使用权挂牌出让公告', '寻人', 'Public notices'];
  const news = ['两国发表联合声明', '国务院印发通知', '清明文明祭扫倡议书发布', '市民寻回遗失二十年的家书', 'A notice that changed a town'];
  expect(notices.filter((title) => !isNoticeTitle(title))).toEqual([]);
  expect(news.filter(isNoticeTitle)).toEqual([]);
});

test('a story of the first printed page outweighs a far longer one from inside, and every notice', () => {
  const story = { headline: '我市新增三条公交线路', deck: null, kind: 'feature', characters: 300 } as const;
  const first = storyWeight(story, { order: 3, count: 9, later: false });
  expect(storyWeight({ ...story, characters: 6000 }, { order: 5, count: 9, later: true })).toBeLessThan(first);
  expect(storyWeight({ ...story, headline: '遗失声明', characters: 900 }, { order: 0, count: 9, later: false })).toBeLessThan(first);
});

test('farther in than the front page is only what lies behind a page one', () => {
  expect(isOnLaterPage('4', ['1', '4'])).toBe(true);
  expect(isOnLaterPage('A5', ['A1', 'A5'])).toBe(true);
  expect(isOnLaterPage('第一版', ['1', '4'])).toBe(false);
  // Of pages 4 and 18 neither is in front.
  expect(isOnLaterPage('18', ['4', '18'])).toBe(false);
  expect(isOnLaterPage(null, ['1'])).toBe(false);
});
