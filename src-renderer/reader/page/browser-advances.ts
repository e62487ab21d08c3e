/**
 * Widths of Latin, digits and marks as the page's own faces have them, measured once each with a canvas.
 * Not for Han, which is 1em by design of the faces.
 */
import type { Advances, Face, ImposedSpacing } from '../compose/advances';
import { plainAdvances } from '../compose/advances';
import { familiesOf, loadFaces } from './load-faces';

/** Measured large, so that hinting and rounding do not show. */
const MEASURING_SIZE = 100;
/** What must be loaded before measuring: subsets of the faces come one by one. */
const PROBE = '0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz .,:;!?()[]%&+-/“”‘’—…·，。、：；！？（）《》「」';

function fontOf(face: Face): string {
  return `${face.weight} ${MEASURING_SIZE}px ${familiesOf(face.family)}`;
}

/** Resolves when the faces' own marks, digits and Latin letters can be measured. Never rejects: fallback faces measure too. */
export function facesReady(): Promise<void> {
  return loadFaces({ serif: PROBE, sans: PROBE });
}

/** `imposed` is the spacing the reader forces on text, null without any. */
export function browserAdvances(imposed: ImposedSpacing | null): Advances {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return plainAdvances;
  const known = new Map<string, number>();
  const fonts = new Map<string, string>();
  let current = '';
  return {
    ...(imposed ? { imposed } : {}),
    advance(text, face) {
      const name = `${face.family}${face.weight}`;
      const key = `${name} ${text}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      let font = fonts.get(name);
      if (font === undefined) fonts.set(name, (font = fontOf(face)));
      if (current !== font) {
        context.font = font;
        current = font;
      }
      const width = context.measureText(text).width / MEASURING_SIZE;
      known.set(key, width);
      return width;
    },
  };
}
