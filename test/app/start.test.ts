// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { EditionSummary } from '../../src-main/contract/model';
import { firstView } from '../../src-renderer/app/first-view';

function summary(id: number, openedAt: string | null): EditionSummary {
  const fact = { value: null, judgement: { rule: 'none', confidence: 'guess' } } as const;
  return {
    id,
    paper: fact,
    date: fact,
    pages: [],
    articles: 1,
    characters: 10,
    sources: 1,
    importedAt: '2024-01-01T00:00:00Z',
    openedAt,
    readState: 'unread',
    progress: 0,
    headlines: [],
  };
}

test('the app opens with the edition that was read last', () => {
  const view = firstView([summary(1, '2024-01-02T00:00:00Z'), summary(2, '2024-01-03T00:00:00Z'), summary(3, null)]);
  expect(view).toEqual({ kind: 'edition', edition: 2, place: null, marked: null });
});

test('the very first start opens the sample, an empty library its shelf', () => {
  expect(firstView([summary(7, null)])).toEqual({ kind: 'edition', edition: 7, place: null, marked: null });
  expect(firstView([])).toEqual({ kind: 'shelf' });
});
