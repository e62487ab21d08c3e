/** One file into the library: decoded and parsed first, then written in one transaction, wholly or not at all. */
import type { EncodingName, FileOutcome } from '../contract/model';
import { Problem } from '../contract/problem';
import { insertArticles } from '../store/articles';
import { insertEdition, readEdition } from '../store/editions';
import { replaceNotices } from '../store/notices';
import { findSourceByHash, insertSource } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { parseBriefing } from '../text/parse-briefing';
import { takeBack } from './arrange-editions';
import type { Desk } from './desk';
import { completeFacts } from './facts-from-path';
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

/** @throws Problem file-empty, file-too-large, file-binary {name}; library and disk problems; the library is then as it was */
export async function importSource({ database, search, language }: Desk, file: ImportFile): Promise<FileOutcome> {
  if (file.bytes.length > LARGEST_FILE) throw new Problem('file-too-large', { name: file.name, bytes: file.bytes.length });
  const sha256 = sha256Of(file.bytes);
  const known = await findSourceByHash(database, sha256);
  if (known) return unchanged({ database, search, language }, file, known);

  const { text, encoding, judgement } = readableText(file.bytes, file.encoding);
  const path = file.path ?? file.name;
  const parsed = parseBriefing(text, { encoding, fileName: file.name, path, language });
  const facts = completeFacts(parsed.facts, path);
  const series = seriesOf(path);
  const importedAt = new Date().toISOString();

  return database.transaction(async (): Promise<FileOutcome> => {
    // Another process may have imported the same bytes since.
    const twin = await findSourceByHash(database, sha256);
    if (twin) return unchanged({ database, search, language }, file, twin);
    const edition = (await findEdition(database, facts, series)) ?? (await insertEdition(database, facts.paper, facts.date, importedAt));
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
      facts,
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

/** Already in the library; and out of the trash, if it was thrown away, for it is wanted again. */
async function unchanged(desk: Desk, file: ImportFile, { id, edition }: StoredSource): Promise<FileOutcome> {
  if ((await readEdition(desk.database, edition))?.trashedAt) await takeBack(desk, edition);
  return { kind: 'unchanged', name: file.name, source: id, edition };
}
