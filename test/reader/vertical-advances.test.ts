import { describe, expect, it } from 'vitest';
import { BODY_FACE, plainAdvances } from '../../src-renderer/reader/compose/advances';
import { orientationOf, verticalAdvances, verticalPieces, verticalQuotes } from '../../src-renderer/reader/compose/vertical-advances';

const advances = verticalAdvances(plainAdvances);

describe('a vertical line', () => {
  it('sets one or two digits in one square, longer numbers digit by digit, Latin on its side', () => {
    expect(advances.advance('5', BODY_FACE)).toBe(1);
    expect(advances.advance('24', BODY_FACE)).toBe(1);
    expect(advances.advance('2023', BODY_FACE)).toBe(4);
    expect(advances.advance('GDP', BODY_FACE)).toBe(1.5);
    expect(['24', '2023', '37.5%'].map(orientationOf)).toEqual(['combined', 'upright', 'mixed']);
  });

  it('gives a number the room it is drawn in, whatever stands beside it', () => {
    expect(verticalPieces('共2023年，约37.5%（12')).toEqual(['共', '2023', '年，约', '37.5%', '（', '12']);
    expect(advances.advance('37.5%', BODY_FACE)).toBe(plainAdvances.advance('37.5%', BODY_FACE));
    expect(verticalPieces('共2023年“5G”').join('')).toBe('共2023年“5G”');
  });

  it('has corner quotes, offset for offset, and leaves apostrophes alone', () => {
    expect(verticalQuotes('“一‘二’三”')).toBe('『一「二」三』');
    expect(verticalQuotes('Don’t')).toBe('Don’t');
  });
});
