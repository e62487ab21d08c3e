/** Reads kept bytes again, by a newer parser or in another encoding: articles are made anew, what the reader left stays on its words. */
import type { EditionId, EncodingName, SourceId } from '../contract/model';
import { Problem } from '../contract/problem';
import { articleIdsOfSource, articlesOfSource, deleteArticles, insertArticles } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import { bookmarksOfSource, moveBookmark } from '../store/bookmarks';
import type { Database } from '../store/database';
import { linksOfEdition } from '../store/links';
import { replaceNotices } from '../store/notices';
import { movePosition, positionOfSource } from '../store/positions';
import { keepTakenText, readBytes, readSource, updateReading } from '../store/sources';
import { findAnchor, offsetThroughBytes } from './anchor';
import { correctReading } from './corrected-reading';
import type { Desk } from './desk';
import { isPacked } from './forms/source-form';
import { completeFacts } from './facts-from-path';
import { articleAt, quoteAt } from './printed-place';
import { parseReading, readableText, readForm } from './read-form';
import { textOfSource } from './read-source';
import { refreshEdition } from './refresh-edition';
import { signArticles } from './similar-articles';
import { tellStories } from './stories';

/**
 * @param encoding the reader's choice; null decodes as before and only parses anew
 * @param first done in the same transaction, before what the reader has put right is read: to add to it, or take from it
 * @throws Problem not-found, not-allowed (an encoding for bytes that are no text), and what `readForm` throws
 */
export async function rereadSource(
  { database, search, parser }: Desk,
  id: SourceId,
  encoding: EncodingName | null,
  first?: () => Promise<unknown>,
): Promise<EditionId> {
  const before = await readSource(database, id);
  const bytes = await readBytes(database, id);
  if (!before || !bytes) throw new Problem('not-found', { source: id });
  if (encoding && isPacked(before.form)) throw new Problem('not-allowed', { source: id });
  const old = await textOfSource(database, id);
  const reading = await readForm(parser, before.form, bytes, before.name, encoding ?? before.encoding);
  const { text } = reading;
  const parsed = await parseReading(parser, reading, before.name, before.path);

  const expected = (offset: number) => {
    if (reading.encoding === before.encoding) return offset;
    if (reading.extracted) return Math.round((offset * text.length) / Math.max(1, old.length));
    return offsetThroughBytes(
      offset,
      bytes.length,
      (length) => decodedLength(bytes, length, before.encoding),
      (length) => decodedLength(bytes, length, reading.encoding),
    );
  };

  return database.transaction(async () => {
    await first?.();
    const moved = old === text ? null : { text, expected };
    const corrected = await correctReading(database, id, parsed, text, moved);
    const touched = await storyPartners(database, before.edition, id);
    await search.remove(await articleIdsOfSource(database, id));
    await deleteArticles(database, id);
    await updateReading(database, id, {
      characters: text.length,
      encoding: reading.encoding,
      encodingJudgement: encoding ? reading.judgement : before.encodingJudgement,
      facts: completeFacts(parsed.facts, before.path, before.importedAt),
      parserVersion: parsed.parserVersion,
    });
    if (reading.extracted) await keepTakenText(database, id, text);
    const added = await insertArticles(database, id, corrected.articles);
    await signArticles(database, added);
    await replaceNotices(database, id, corrected.notices);
    await refreshEdition({ database, search, parser }, before.edition, { added, touched });

    await moveMarks(database, id, moved);
    return before.edition;
  });
}

/** Articles of other sources that are told as one story with one of this source's. */
async function storyPartners(database: Database, edition: EditionId, source: SourceId): Promise<readonly number[]> {
  const own = new Set(await articleIdsOfSource(database, source));
  const links = await linksOfEdition(database, edition);
  const stories = tellStories(links);
  const partners = [...own].flatMap((id) => stories.partsOf(stories.headOf(id))).filter((id) => !own.has(id));
  return [...new Set(partners)];
}

function decodedLength(bytes: Uint8Array, length: number, encoding: EncodingName): number {
  return length === 0 ? 0 : readableText(bytes.subarray(0, length), encoding).text.length;
}

interface Reading {
  readonly text: string;
  expected(offset: number): number;
}

/** @param reading null where the text is letter for letter what it was: then every place still stands on its words */
async function moveMarks(database: Database, source: SourceId, reading: Reading | null): Promise<void> {
  if (!reading) return;
  const articles = await articlesOfSource(database, source);
  for (const mark of await bookmarksOfSource(database, source)) {
    const moved = moveAnchor(mark, reading, articles);
    await moveBookmark(database, mark.id, moved.offset, moved.quote);
  }
  const position = await positionOfSource(database, source);
  if (!position) return;
  const moved = moveAnchor(position, reading, articles);
  await movePosition(database, position.edition, moved.offset, moved.quote);
}

function moveAnchor(
  anchor: { readonly offset: number; readonly quote: string },
  reading: Reading,
  articles: readonly StoredArticle[],
): { readonly offset: number; readonly quote: string } {
  const offset = findAnchor(anchor, reading.text, reading.expected(anchor.offset));
  return { offset, quote: quoteAt(articleAt(articles, offset), reading.text, offset) };
}
