import { expect, test } from 'vitest';
import { decodeSource } from '../../src-main/text/decode-source';
import { Problem } from '../../src-main/contract/problem';
import type { ProblemData } from '../../src-main/contract/model';
import { mayBeEncoding, mayWorkAgain } from '../../src-renderer/importing/second-try';

function failureOf(bytes: Uint8Array): ProblemData {
  try {
    decodeSource(bytes);
  } catch (problem) {
    if (problem instanceof Problem) return problem.data;
    throw problem;
  }
  throw new Error('it was read');
}

const offered = (bytes: Uint8Array) => [mayWorkAgain(failureOf(bytes)), mayBeEncoding(failureOf(bytes))];

test('nothing is offered for an empty file or a picture; what may be text in another encoding can be given one', () => {
  expect(offered(new Uint8Array())).toEqual([false, false]);
  expect(offered(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toEqual([false, false]);
  expect(offered(new Uint8Array(300))).toEqual([false, true]);
  expect(mayWorkAgain({ code: 'file-unreadable' })).toBe(true);
  expect(mayWorkAgain({ code: 'file-too-hard' })).toBe(false);
});
