/** Marks a reader left, each on a place in a source's text, with the words that stood there. */
import type { BookmarkId, SourceId } from '../contract/model';
import type { Database } from './database';

export interface StoredBookmark {
  readonly id: BookmarkId;
  readonly source: SourceId;
  readonly offset: number;
  readonly quote: string;
  readonly createdAt: string;
}

const COLUMNS = 'id, source, start AS offset, quote, created_at AS createdAt';

/** The mark that stands there already, if one does. */
export async function insertBookmark(database: Database, mark: Omit<StoredBookmark, 'id'>): Promise<BookmarkId> {
  await database.run(
    'INSERT INTO bookmarks (source, start, quote, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (source, start) DO NOTHING',
    [mark.source, mark.offset, mark.quote, mark.createdAt],
  );
  const row = await database.get<{ id: number }>('SELECT id FROM bookmarks WHERE source = ? AND start = ?', [mark.source, mark.offset]);
  if (!row) throw new Error('a bookmark that was just made is gone');
  return row.id;
}

/** Whether there was one. */
export async function deleteBookmark(database: Database, id: BookmarkId): Promise<boolean> {
  return (await database.run('DELETE FROM bookmarks WHERE id = ?', [id])).changes > 0;
}

/** Newest first, without those in editions in the trash. */
export function listBookmarks(database: Database): Promise<readonly StoredBookmark[]> {
  return database.all(
    `SELECT ${COLUMNS} FROM bookmarks
     WHERE source NOT IN (SELECT sources.id FROM sources JOIN editions ON editions.id = edition WHERE trashed_at IS NOT NULL)
     ORDER BY created_at DESC, id DESC`,
  );
}

export function readBookmark(database: Database, id: BookmarkId): Promise<StoredBookmark | undefined> {
  return database.get(`SELECT ${COLUMNS} FROM bookmarks WHERE id = ?`, [id]);
}

export function bookmarksOfSource(database: Database, source: SourceId): Promise<readonly StoredBookmark[]> {
  return database.all(`SELECT ${COLUMNS} FROM bookmarks WHERE source = ? ORDER BY start`, [source]);
}

/** Where the words stand now. A mark that comes to stand on another one stays where that one is, once. */
export async function moveBookmark(database: Database, id: BookmarkId, offset: number, quote: string): Promise<void> {
  const moved = await database.run('UPDATE OR IGNORE bookmarks SET start = ?, quote = ? WHERE id = ?', [offset, quote, id]);
  if (moved.changes === 0) await database.run('DELETE FROM bookmarks WHERE id = ?', [id]);
}
