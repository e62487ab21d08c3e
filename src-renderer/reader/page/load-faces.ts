/**
 * The bundled faces come in pieces, by character (unicode-range). What is about to be shown is asked for beforehand, so that it is set
 * once, and never in a stand-in that is then changed. Not for widths: see browser-advances.ts.
 */
import type { Face } from '../compose/advances';
import type { ComposedPage } from '../compose/composed-page';

/** Characters in any order, by the face they are set in. */
export type TextOfFaces = Readonly<Record<Face['family'], string>>;

/** What stands around the pages is drawn first. */
const families: readonly Face['family'][] = ['sans', 'serif'];

/** The list of families that the style sheet names. */
export function familiesOf(family: Face['family']): string {
  const named = getComputedStyle(document.documentElement).getPropertyValue(family === 'serif' ? '--serif' : '--sans');
  return named.trim() || family;
}

function fontOf(family: Face['family']): string {
  return `16px ${familiesOf(family)}`;
}

/** Never rejects: a piece that cannot be read is left to the system's faces. */
export async function loadFaces(text: TextOfFaces): Promise<void> {
  await Promise.allSettled(families.map((family) => document.fonts.load(fontOf(family), [...new Set(text[family])].join(''))));
}

/** What composed pages say. */
export function textOfPages(pages: readonly ComposedPage[]): TextOfFaces {
  const found = { serif: new Set<string>(), sans: new Set<string>() };
  for (const { modules } of pages)
    for (const { parts } of modules)
      for (const { elements } of parts)
        for (const element of elements)
          if (element.kind === 'line') for (const character of element.text) found[element.face.family].add(character);
  return { serif: [...found.serif].join(''), sans: [...found.sans].join('') };
}
