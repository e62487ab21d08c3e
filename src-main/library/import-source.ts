/** Files into the library: each decoded and parsed first, then written in one transaction, wholly or not at all. Some can be read while others are written. */
import type { EditionId, EncodingName, FileResult } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';
import { isPrintedAgain } from '../contract/printed-again';
import { Problem } from '../contract/problem';
import { headlinesOfPage, insertArticles } from '../store/articles';
import { insertEdition, readEdition } from '../store/editions';
import { insertNotices } from '../store/notices';
import { findSourceByHash, insertSource, keepTakenText, packBytes } from '../store/sources';
import type { KeptBytes, StoredSource } from '../store/sources';
import { isBlank } from '../text/decode-source';
import { takeBack } from './arrange-editions';
import type { Desk } from './desk';
import { completeFacts } from './facts-from-path';
import { findEdition, seriesOf } from './find-edition';
import { sourceForm } from './forms/source-form';
import { parseReading, readForm, sha256Of } from './read-form';
import type { Reading } from './read-form';
import { refreshContents, refreshFacts } from './refresh-edition';
import type { EditionChanges } from './refresh-edition';
import { signaturesOf, signArticles } from './similar-articles';
import type { FoundAt } from './walk-paths';

export const LARGEST_FILE = 64 * 1024 * 1024;

export interface ImportFile {
  readonly name: string;
  readonly path?: string | undefined;
  readonly bytes: Uint8Array;
  readonly encoding?: EncodingName | undefined;
  /** Where the host has it from, or the archive that it is in. */
  readonly origin?: FileOrigin | undefined;
}

export interface FileOrigin extends FoundAt {
  readonly encoding?: EncodingName | undefined;
}

/** A file read and parsed, and not yet in the library, with all that takes time and needs no transaction; or found to be there. */
export interface PreparedSource {
  readonly name: string;
  readonly bytes: KeptBytes;
  readonly sha256: string;
  readonly path: string;
  readonly reading: Reading;
  readonly parsed: ParsedSource;
  readonly signatures: readonly (Uint8Array | null)[];
}
export type Preparation = PreparedSource | { readonly name: string; readonly known: StoredSource };

/** Changes nothing. @throws Problem file-other-form, file-old-form, file-locked, file-no-text, file-empty, file-too-large, file-binary, file-damaged, file-too-hard {name} */
export async function prepareSource({ database, parser }: Desk, file: ImportFile): Promise<Preparation> {
  if (file.bytes.length > LARGEST_FILE) throw new Problem('file-too-large', { name: file.name, bytes: file.bytes.length });
  if (file.bytes.length === 0) throw new Problem('file-empty', { name: file.name });
  const sha256 = sha256Of(file.bytes);
  const known = await findSourceByHash(database, sha256);
  if (known) return { name: file.name, known };
  const form = sourceForm(file.name, file.bytes);
  const reading = await readForm(parser, form, file.bytes, file.name, file.encoding);
  if (isBlank(reading.text)) throw new Problem('file-empty', { name: file.name });
  const path = file.path ?? file.name;
  const parsed = await parseReading(parser, reading, file.name, path);
  const bytes = await packBytes(file.bytes);
  return { name: file.name, bytes, sha256, path, reading, parsed, signatures: signaturesOf(parsed.articles) };
}

/**
 * All of them in one transaction, for what each one costs is mostly its share of that. The outcomes are in the order given.
 * @throws library and disk problems; the library is then as it was
 */
export function storeSources(desk: Desk, preparations: readonly Preparation[]): Promise<readonly FileResult[]> {
  return desk.database.transaction(async () => {
    const changed = new Map<EditionId, EditionChanges>();
    const outcomes: FileResult[] = [];
    for (const preparation of preparations)
      outcomes.push(
        'known' in preparation ? await unchanged(desk, preparation.name, preparation.known) : await store(desk, preparation, changed),
      );
    await refreshContents(desk, changed);
    return outcomes;
  });
}

async function store(desk: Desk, prepared: PreparedSource, changed: Map<EditionId, EditionChanges>): Promise<FileResult> {
  const { database } = desk;
  const { name, sha256, path, reading, parsed } = prepared;
  // The same bytes may have come in since: twice in one drop, or through another window.
  const twin = await findSourceByHash(database, sha256);
  if (twin) return unchanged(desk, name, twin);
  const importedAt = new Date().toISOString();
  const facts = completeFacts(parsed.facts, path, importedAt);
  const found = await findEdition(database, facts, path);
  const edition = found?.id ?? (await insertEdition(database, facts.paper, facts.date, importedAt));
  const page = facts.page.value;
  const known = found === null || page === null ? [] : await headlinesOfPage(database, found.id, page);
  const titles = parsed.articles.map(({ headline }) => headline);
  const source = await insertSource(database, {
    edition,
    sha256,
    name,
    path,
    series: seriesOf(path),
    form: reading.form,
    bytes: prepared.bytes,
    characters: reading.text.length,
    encoding: reading.encoding,
    encodingJudgement: reading.judgement,
    facts,
    parserVersion: parsed.parserVersion,
    importedAt,
  });
  if (reading.extracted) await keepTakenText(database, source, reading.text);
  const added = await insertArticles(database, source, parsed.articles);
  await signArticles(database, added, prepared.signatures);
  await insertNotices(database, source, parsed.notices);
  const renamed = found !== null && (await refreshFacts(database, edition));
  const changes = changed.get(edition);
  changed.set(edition, { added: [...(changes?.added ?? []), ...added], touched: [], renamed: renamed || (changes?.renamed ?? false) });
  const articles = parsed.articles.filter(({ kind }) => kind !== 'furniture').length;
  return {
    kind: 'imported',
    name,
    source,
    edition,
    encoding: reading.encoding,
    articles,
    said: { paper: facts.paper.value, date: facts.date.value, page: facts.page.value },
    ...(known.some((others) => isPrintedAgain(titles, others)) ? { twin: true as const } : {}),
    ...(found ? { joined: { paper: found.paper.value, date: found.date.value } } : {}),
  };
}

/** Already in the library; and out of the trash, if it was thrown away, for it is wanted again. */
async function unchanged(desk: Desk, name: string, { id, edition, name: known }: StoredSource): Promise<FileResult> {
  const wasTrashed = Boolean((await readEdition(desk.database, edition))?.trashedAt);
  if (wasTrashed) await takeBack(desk, edition);
  return {
    kind: 'unchanged',
    name,
    source: id,
    edition,
    ...(known === name ? {} : { knownAs: known }),
    ...(wasTrashed ? { restored: true } : {}),
  };
}
