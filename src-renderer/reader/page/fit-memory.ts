/**
 * At what line height a short edition filled its pages: tried out once for a window and a type, and remembered, so that it opens again at its
 * first page. Not for how it is tried out: see compose/fit-edition.ts.
 */
import type { Edition } from '../../../src-main/contract/model';
import type { PageGeometry } from '../compose/geometry';

const NAME = 'newsroom-fits';
/** Editions and sizes one comes back to. */
const MOST = 60;

type Fits = readonly (readonly [key: string, lineHeight: number])[];

/** Whatever has bearing on it. Where something else has, as a new version's rules may, the pages are as true, only less full. */
export function fitKey({ id, contents }: Edition, { width, height, typeSize, direction }: PageGeometry, justify: boolean): string {
  const characters = contents.reduce((sum, article) => sum + article.characters, 0);
  return [id, contents.length, characters, width, height, typeSize, direction, justify].join(' ');
}

function read(): Fits {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? (kept as Fits).filter((one) => Array.isArray(one) && typeof one[1] === 'number') : [];
  } catch {
    // Without a memory it is tried out again.
    return [];
  }
}

export function rememberedFit(key: string): number | null {
  return read().find(([known]) => known === key)?.[1] ?? null;
}

export function rememberFit(key: string, lineHeight: number): void {
  const fits = read();
  if (fits.at(-1)?.[0] === key) return;
  try {
    localStorage.setItem(NAME, JSON.stringify([...fits.filter(([known]) => known !== key), [key, lineHeight]].slice(-MOST)));
  } catch {
    // As above.
  }
}
