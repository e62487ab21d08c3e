import { expect, test } from 'vitest';
import type { EditionSummary } from '../../src-main/contract/model';
import { papersNamed } from '../../src-renderer/search/papers-named';

const edition = (id: number, paper: string | null, date: string | null) =>
  ({ id, paper: { value: paper }, date: { value: date } }) as EditionSummary;
const shelf = [
  edition(1, '临江晚报', '2024-03-18'),
  edition(2, '臺灣海濱時報', '2024-03-18'),
  edition(3, '临江晚报', '2024-03-20'),
  edition(4, '临江晚报', null),
  edition(5, null, '2024-03-20'),
  edition(6, 'THE HARBOUR GAZETTE', '2024-03-18'),
];
const found = (text: string, whole = false) =>
  papersNamed(shelf, text, whole).map(({ paper, editions }) => [paper, ...editions.map(({ id }) => id)]);

test('a paper is found by its name or part of it, in either script, with its editions, latest first', () => {
  expect(found('临江晚报')).toEqual([['临江晚报', 3, 1, 4]]);
  expect(found('臨江晚報')).toEqual([['临江晚报', 3, 1, 4]]);
  expect(found('台湾海滨时报')).toEqual([['臺灣海濱時報', 2]]);
  expect(found('《海濱》')).toEqual([['臺灣海濱時報', 2]]);
  expect(found('harbour gazette')).toEqual([['THE HARBOUR GAZETTE', 6]]);
  expect(found('报')).toEqual([]);
  expect(found('报纸:临江晚报')).toEqual([]);
});

test('where articles were found the name has to be whole', () => {
  expect(found('临江', true)).toEqual([]);
  expect(found('临江晚报', true)).toHaveLength(1);
});
