import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame, encodeFrame, holdsBytes } from '../../src-main/contract/frame';

const written = (value: unknown) => new Uint8Array(Buffer.concat(encodeFrame(value)));
const frameOf = (head: unknown, ...bytes: number[]) => {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return new Uint8Array([...length, ...text, ...bytes]);
};

describe('a value with bytes, written as a frame', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 50 }).map((bytes) => Uint8Array.from(bytes)),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
    ),
  }));

  test('comes back as it was', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(decodeFrame(written(one))).toEqual(one);
      }),
    );
  });

  test('comes back also from the middle of a larger buffer', () => {
    const frame = written({ files: [{ name: '一版.txt', bytes: Uint8Array.of(1, 2, 3) }] });
    const larger = new Uint8Array(frame.length + 9);
    larger.set(frame, 5);
    expect(decodeFrame(larger.subarray(5, 5 + frame.length))).toEqual({ files: [{ name: '一版.txt', bytes: Uint8Array.of(1, 2, 3) }] });
  });

  test('gives each run of bytes a buffer of its own', () => {
    const [first, second] = decodeFrame(written([Uint8Array.of(1), Uint8Array.of(2)])) as [Uint8Array, Uint8Array];
    expect(first.buffer).not.toBe(second.buffer);
    expect(first.buffer.byteLength).toBe(1);
  });

  test('is told from a value without bytes', () => {
    expect(holdsBytes({ a: [{ b: new Uint8Array(0) }] })).toBe(true);
    expect(holdsBytes({ a: [1, 'two', null] })).toBe(false);
  });
});

const nameOf = (bytes: Uint8Array): string => {
  try {
    decodeFrame(bytes);
    return 'read';
  } catch (failure) {
    return failure instanceof Error ? failure.name : 'thrown';
  }
};

describe('a frame that is no frame', () => {
  test.each([
    ['empty', new Uint8Array(0)],
    ['cut in its length', Uint8Array.of(1, 0)],
    ['shorter than its head', Uint8Array.of(200, 0, 0, 0, 123)],
    ['without bytes named', frameOf({ value: null })],
    ['shorter than its bytes', frameOf({ value: { a: null }, bytes: [{ path: ['a'], length: 3 }] }, 1, 2)],
    ['longer than its bytes', frameOf({ value: { a: null }, bytes: [{ path: ['a'], length: 1 }] }, 1, 2)],
    ['of negative length', frameOf({ value: { a: null }, bytes: [{ path: ['a'], length: -1 }] })],
    ['putting bytes where there is no place', frameOf({ value: {}, bytes: [{ path: ['a'], length: 0 }] })],
    ['putting bytes over something', frameOf({ value: { a: 'text' }, bytes: [{ path: ['a'], length: 0 }] })],
    ['reaching for a prototype', frameOf({ value: {}, bytes: [{ path: ['__proto__', 'polluted'], length: 1 }] }, 1)],
    ['reaching for a constructor', frameOf({ value: {}, bytes: [{ path: ['constructor', 'prototype', 'a'], length: 1 }] }, 1)],
  ])('%s is refused', (_what, frame) => {
    expect(() => decodeFrame(frame)).toThrow(SyntaxError);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('any bytes at all are read or refused, never worse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(['read', 'SyntaxError', 'TypeError']).toContain(nameOf(Uint8Array.from(bytes)));
      }),
    );
  });
});
