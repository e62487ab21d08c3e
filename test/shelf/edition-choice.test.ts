import { expect, test } from 'vitest';
import type { EditionSummary } from '../../src-main/contract/model';
import { byLikeness, isLikely } from '../../src-renderer/shelf/edition-choice';

const judgement = { rule: 'read', confidence: 'certain' } as const;
function edition(id: number, paper: string | null, date: string | null): EditionSummary {
  return {
    id,
    paper: { value: paper, judgement },
    date: { value: date, judgement },
    pages: [],
    articles: 1,
    characters: 1,
    sources: 1,
    importedAt: '2026-01-01T00:00:00.000Z',
    openedAt: null,
    readState: 'unread',
    progress: 0,
    headlines: [],
    fileNames: [],
  };
}

test('to merge with, the same paper of the same day comes first, then that day, then that paper by nearness, unknown ones last', () => {
  const to = edition(1, '云岭日报', '2024-05-06');
  const others = [
    edition(2, null, null),
    edition(3, '云岭日报', '2023-01-01'),
    edition(4, '云岭日报', '2024-05-07'),
    edition(5, '白水晚报', '2024-05-06'),
    edition(6, '云岭日报', '2024-05-06'),
    edition(7, '白水晚报', '2020-01-01'),
  ];
  expect(byLikeness(others, to).map(({ id }) => id)).toEqual([6, 5, 4, 3, 7, 2]);
});

test('only what may be one with it is chosen beforehand: of its paper or its day, and not of another paper or another day', () => {
  const to = edition(1, '云岭日报', '2024-05-06');
  expect(isLikely(edition(2, '云岭日报', '2024-05-06'), to)).toBe(true);
  expect(isLikely(edition(2, null, '2024-05-06'), to)).toBe(true);
  expect(isLikely(edition(2, '云岭日报', null), to)).toBe(true);
  expect(isLikely(edition(2, '白水晚报', '2024-05-06'), to)).toBe(false);
  expect(isLikely(edition(2, '云岭日报', '2024-05-07'), to)).toBe(false);
  expect(isLikely(edition(2, null, null), to)).toBe(false);
});
