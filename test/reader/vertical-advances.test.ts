import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BODY_FACE, plainAdvances } from '../../src-renderer/reader/compose/advances';
import {
  combinedNumbers,
  orientationOf,
  verticalAdvances,
  verticalPieces,
  verticalQuotes,
} from '../../src-renderer/reader/compose/vertical-advances';
import { atomsOf } from '../../src-renderer/reader/compose/atoms';
import { NO_MARKS, stretchesOf } from '../../src-renderer/reader/page/text-marks';
import { verticalText } from '../../src-renderer/reader/page/vertical-text';

const advances = verticalAdvances(plainAdvances);

const drawn = (text: string, ...cuts: number[]) =>
  [0, ...cuts].map((from, at) =>
    renderToStaticMarkup(verticalText(text, from, cuts[at])).replaceAll(/<span class="text-(\w+)"[^>]*>/gu, '[$1 '),
  );

describe('a vertical line', () => {
  it('sets one or two digits in one square, longer numbers digit by digit, Latin on its side', () => {
    expect(advances.advance('5', BODY_FACE)).toBe(1);
    expect(advances.advance('24', BODY_FACE)).toBe(1);
    expect(advances.advance('2023', BODY_FACE)).toBe(4);
    expect(advances.advance('GDP', BODY_FACE)).toBe(1.5);
    expect(['24', '2023', '37.5', '%', '5G'].map(orientationOf)).toEqual(['combined', 'upright', 'upright', 'upright', 'mixed']);
  });

  it('gives a number the room it is drawn in, whatever stands beside it', () => {
    expect(verticalPieces('共2023年，约37.5%（12')).toEqual(['共', '2023', '年，约', '37.5', '%', '（', '12']);
    expect(verticalPieces('增长15%以上')).toEqual(['增长', '15', '%', '以上']);
    expect(['37.5%', '15%', '1,200'].map((number) => advances.advance(number, BODY_FACE))).toEqual([5, 2, 5]);
    expect(verticalPieces('共2023年“5G”').join('')).toBe('共2023年“5G”');
  });

  it('sets a number as the whole of it stands, wherever a fragment or a mark ends in it', () => {
    expect(drawn('时速100公里', 3)).toEqual(['时速[upright 1</span>', '[upright 00</span>公里']);
    expect(drawn('约35分', 2)).toEqual(['约[combined 35</span>', '分']);
    expect(drawn('达10.3%')).toEqual(['达[upright 10·3</span>[upright %</span>']);
    expect(renderToStaticMarkup(verticalText('10.3'))).toContain('data-printed="10.3"');
    const [number] = combinedNumbers('约35分');
    expect(number).toEqual({ start: 1, end: 3 });
    const fragment = { source: 1, start: 0, end: 4, from: 0, to: 4 };
    const hits = [{ source: 1, start: 2, end: 3 }];
    expect(stretchesOf(fragment, { ...NO_MARKS, hits }, number ? [number] : []).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 3],
      [3, 4],
    ]);
  });

  it('never parts a number, of full-width digits either', () => {
    const { breaks } = atomsOf('长１００里', BODY_FACE, advances, 20);
    expect(Array.from(breaks)).toEqual([1, 0, 0, 1, 1]);
  });

  it('has corner quotes, offset for offset, and leaves apostrophes alone', () => {
    expect(verticalQuotes('“一‘二’三”')).toBe('『一「二」三』');
    expect(verticalQuotes('Don’t')).toBe('Don’t');
  });
});
