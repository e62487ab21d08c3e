import { firstLibrary } from './0001-first-library';
import { trash } from './0002-trash';
import { packedBytes } from './0003-packed-bytes';
import { sourceForms } from './0004-source-forms';
import { openImports } from './0005-open-imports';
import { corrections } from './0006-corrections';
import { watchedFolders } from './0007-watched-folders';
import { signatures } from './0008-signatures';
import { articlePages } from './0009-article-pages';
import { articleSections } from './0010-article-sections';
import type { Migration } from './migration';

/** In order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  firstLibrary,
  trash,
  packedBytes,
  sourceForms,
  openImports,
  corrections,
  watchedFolders,
  signatures,
  articlePages,
  articleSections,
];
