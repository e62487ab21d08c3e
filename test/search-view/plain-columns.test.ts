import { expect, test } from 'vitest';
import type { Suggestion } from '../../src-main/contract/model';
import { withPlainColumns } from '../../src-renderer/search/plain-columns';

const column = (text: string, count: number): Suggestion => ({ kind: 'column', text, article: null, count });

test('a column printed with ornaments and without is suggested once, with all its articles', () => {
  const paper: Suggestion = { kind: 'paper', text: '■凉都晚报', article: null, count: 3 };
  expect(
    withPlainColumns({ suggestions: [column('■决战决胜', 4), paper, column('决战决胜', 2), column('决战', 1)], complete: true }),
  ).toEqual({
    suggestions: [column('决战决胜', 6), paper, column('决战', 1)],
    complete: true,
  });
});
