/** One file into the library: decoded and parsed first, then written in one transaction, wholly or not at all. */
import type { EncodingName, FileOutcome } from '../contract/model';
import { Problem } from '../contract/problem';
import type { Search } from '../search/search';
import { insertArticles } from '../store/articles';
import type { Database } from '../store/database';
import { insertEdition } from '../store/editions';
import { replaceNotices } from '../store/notices';
import { findSourceByHash, insertSource } from '../store/sources';
import type { LanguageScores } from '../text/document';
import { parseBriefing } from '../text/parse-briefing';
import { findEdition, seriesOf } from './find-edition';
import { readableText, sha256Of } from './read-source';
import { refreshEdition } from './refresh-edition';

export const LARGEST_FILE = 64 * 1024 * 1024;

export interface ImportFile {
  readonly name: string;
  readonly path?: string | undefined;
  readonly bytes: Uint8Array;
  readonly encoding?: EncodingName | undefined;
}

/** What the use cases share. */
export interface Desk {
  readonly database: Database;
  readonly search: Search;
  readonly language: LanguageScores | null;
}

/** @throws Problem file-empty, file-too-large, file-binary {name}; library and disk problems; the library is then as it was */
export async function importSource({ database, search, language }: Desk, file: ImportFile): Promise<FileOutcome> {
  if (file.bytes.length > LARGEST_FILE) throw new Problem('file-too-large', { name: file.name, bytes: file.bytes.length });
  const sha256 = sha256Of(file.bytes);
  const known = await findSourceByHash(database, sha256);
  if (known) return { kind: 'unchanged', name: file.name, source: known.id, edition: known.edition };

  const { text, encoding, judgement } = readableText(file.bytes, file.encoding);
  const path = file.path ?? file.name;
  const parsed = parseBriefing(text, { encoding, fileName: file.name, path, language });
  const series = seriesOf(path);
  const importedAt = new Date().toISOString();

  return database.transaction(async (): Promise<FileOutcome> => {
    // Another process may have imported the same bytes since.
    const twin = await findSourceByHash(database, sha256);
    if (twin) return { kind: 'unchanged', name: file.name, source: twin.id, edition: twin.edition };
    const edition =
      (await findEdition(database, parsed.facts, series)) ??
      (await insertEdition(database, parsed.facts.paper, parsed.facts.date, importedAt));
    const source = await insertSource(database, {
      edition,
      sha256,
      name: file.name,
      path,
      series,
      bytes: file.bytes,
      characters: text.length,
      encoding,
      encodingJudgement: judgement,
      facts: parsed.facts,
      parserVersion: parsed.parserVersion,
      importedAt,
    });
    const added = await insertArticles(database, source, parsed.articles);
    await replaceNotices(database, source, parsed.notices);
    await refreshEdition(database, search, edition, { added, touched: [] });
    const articles = parsed.articles.filter(({ kind }) => kind !== 'furniture').length;
    return { kind: 'imported', name: file.name, source, edition, encoding, articles };
  });
}
