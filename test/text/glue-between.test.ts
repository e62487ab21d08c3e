import { expect, it } from 'vitest';
import { glueBetween } from '../../src-main/text/glue-between';

it.each([
  ['环比上涨1.', '0%。', ''],
  ['预计产值42', '00万元。', ''],
  ['参加会议的有', '王建军', ''],
  ['The ferry will wait in the', 'open for a third winter', ' '],
  ['The council met on June', '15 in the town hall', ' '],
  ['The council had met in 2011', '15 times in the old hall', ' '],
])('between %s and %s', (before, next, glue) => expect(glueBetween(before, next)).toBe(glue));
