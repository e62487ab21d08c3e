import type { LibraryContents } from '../../src-main/contract/model';

const COUNTED = ['editions', 'sources', 'articles', 'bookmarks'] as const;
/** With what is no reading matter, and yet comes and goes with it. */
export const ALL_COUNTED = [...COUNTED, 'watchedFolders'] as const;

/** 12 editions, 30 files … in one line. */
export function contentsWords(
  t: (key: string, values: Record<string, unknown>) => string,
  contents: LibraryContents,
  language: string,
  counted: readonly (typeof ALL_COUNTED)[number][] = COUNTED,
): string {
  const number = new Intl.NumberFormat(language);
  return counted
    .map((name) => t(`settings:contents-${name}`, { count: contents[name], shown: number.format(contents[name]) }))
    .join(t('settings:contents-and', {}));
}
