/** Paragraphs near each other in a source are told apart by their colours. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coloursOf, paragraphColours } from '../../../src-renderer/reader/source/paragraph-colours';

/** Pairs of a colour that have pieces beside or between each other's. */
function confusions(pieces: readonly number[]): readonly string[] {
  const colours = coloursOf(pieces);
  const reach = (paragraph: number) => [pieces.indexOf(paragraph) - 1, pieces.lastIndexOf(paragraph) + 1] as const;
  return [...new Set(pieces)].flatMap((one) => {
    const [from, to] = reach(one);
    return [...new Set(pieces.slice(Math.max(0, from), to + 1))]
      .filter((other) => other !== one && colours.get(other) === colours.get(one))
      .map((other) => `${one} ${other}`);
  });
}

test('in a file read in order the colours come around', () => {
  expect([...coloursOf([0, 1, 2, 3, 4, 5, 6]).values()]).toEqual([0, 1, 2, 3, 4, 0, 1]);
});

test('what stands between the two halves of a paragraph has another colour, however far apart they lie', () => {
  expect(confusions([0, 1, 2, 3, 4, 7, 2, 5])).toEqual([]);
  expect(confusions([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 2, 12])).toEqual([]);
});

test('so it is for whatever is cut and moved, while no more than the colours there are lie over each other', () => {
  const cut = fc.array(fc.record({ length: fc.integer({ min: 1, max: 4 }), gap: fc.integer({ min: 1, max: 12 }) }), { maxLength: 40 });
  const differ = fc.property(cut, (paragraphs) => {
    // Every paragraph begins in order; some have a second piece further on.
    const at = paragraphs.flatMap(({ length, gap }, paragraph) => [
      { paragraph, place: paragraph * 4 },
      ...(length === 1 ? [{ paragraph, place: paragraph * 4 + gap + 0.5 }] : []),
    ]);
    const pieces = at.toSorted((one, other) => one.place - other.place).map(({ paragraph }) => paragraph);
    const over = pieces.map(
      (_, index) => new Set(pieces.filter((one) => pieces.indexOf(one) <= index + 1 && pieces.lastIndexOf(one) >= index)).size,
    );
    return Math.max(0, ...over) > paragraphColours || confusions(pieces).length === 0;
  });
  expect(fc.check(differ)).toMatchObject({ failed: false });
});

test('more than that woven together differ where they touch', () => {
  const pieces = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6];
  const colours = coloursOf(pieces);
  const touching = pieces.slice(1).filter((one, at) => one !== pieces[at] && colours.get(one) === colours.get(pieces[at] ?? -1));
  expect(touching).toEqual([]);
});
