/**
 * What the other features plug into the shell: one line each, so that the shell knows their names and nothing else of them.
 * Not for features' own behaviour.
 */
import type { ComponentType, ReactNode } from 'react';
import { BookmarksRail } from '../bookmarks/bookmarks-rail';
import { BookmarksView } from '../bookmarks/bookmarks-view';
import { DropZone } from '../importing/drop-zone';
import { ImportStatus } from '../importing/import-status';
import { SearchRail } from '../search/search-rail';
import { SearchView } from '../search/search-view';
import { ShelfRail } from '../shelf/shelf-rail';
import { ShelfView } from '../shelf/shelf-view';

export interface Parts {
  /** Main area of view `shelf`, and what the rail shows beside it. */
  readonly ShelfView?: ComponentType;
  readonly ShelfRail?: ComponentType;
  /** Main area of view `search`, and the rail's 检索 tab. */
  readonly SearchView?: ComponentType;
  readonly SearchRail?: ComponentType;
  /** Main area of view `bookmarks`, and the rail's 书签 tab. */
  readonly BookmarksView?: ComponentType;
  readonly BookmarksRail?: ComponentType;
  /** Around everything: takes files dropped anywhere, pasted text, and answers `import.*` commands. */
  readonly DropZone?: ComponentType<{ readonly children: ReactNode }>;
  /** In the footer: running imports and their outcome. */
  readonly ImportStatus?: ComponentType;
}

export const parts: Parts = { ShelfView, ShelfRail, SearchView, SearchRail, BookmarksView, BookmarksRail, DropZone, ImportStatus };
