/**
 * Widths of Latin, digits and marks as the page's own faces have them, measured once each: words with a canvas, marks where they stand,
 * between Han, for there a face may draw them otherwise than by themselves. Not for Han, which is 1em by design of the faces.
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

/** Marks that Latin and Chinese share, and that are wider in Chinese. */
const SHARED_MARKS = Array.from('—―–…⋯·“”‘’');

/** As `palt` of the faces sets them, which theme.css asks for in Latin text. */
const LATIN_QUOTES = /[‘’“”]/gu;
const LATIN_QUOTE = 0.5;

/** Em by mark; one layout for all. Empty where nothing is laid out. */
function measureMarks(face: Face): ReadonlyMap<string, number> {
  const box = document.createElement('div');
  box.lang = 'zh-CN';
  box.style.cssText = 'position: absolute; visibility: hidden; white-space: pre';
  box.style.font = fontOf(face);
  const spans = SHARED_MARKS.map((mark) => {
    const span = document.createElement('span');
    span.textContent = `国${mark}国`;
    box.append(span, document.createElement('br'));
    return span;
  });
  document.body.append(box);
  const widths = spans.map((span) => span.getBoundingClientRect().width / MEASURING_SIZE - 2);
  box.remove();
  return new Map(SHARED_MARKS.flatMap((mark, at) => ((widths[at] ?? 0) > 0 ? [[mark, widths[at] ?? 0]] : [])));
}

/** `imposed` is the spacing the reader forces on text, null without any. */
export function browserAdvances(imposed: ImposedSpacing | null): Advances {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return plainAdvances;
  const known = new Map<string, number>();
  const fonts = new Map<string, string>();
  const marks = new Map<string, ReadonlyMap<string, number>>();
  let current = '';
  const advances: Advances = {
    ...(imposed ? { imposed } : {}),
    latin(text, face) {
      const letters = text.replaceAll(LATIN_QUOTES, '');
      return advances.advance(letters, face) + (text.length - letters.length) * LATIN_QUOTE;
    },
    advance(text, face) {
      const name = `${face.family}${face.weight}`;
      const key = `${name} ${text}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      // Spacing that a reader imposes would be measured with them.
      if (imposed === null && SHARED_MARKS.includes(text)) {
        let ofFace = marks.get(name);
        if (ofFace === undefined) marks.set(name, (ofFace = measureMarks(face)));
        const mark = ofFace.get(text);
        if (mark !== undefined) {
          known.set(key, mark);
          return mark;
        }
      }
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
  return advances;
}
