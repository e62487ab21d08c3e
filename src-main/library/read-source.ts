/** A source's bytes as text, decoded the same way whenever it is read. */
import { createHash } from 'node:crypto';
import type { EncodingName, Judgement, SourceId, SourceText, Span } from '../contract/model';
import { Problem } from '../contract/problem';
import { articlesOfSource } from '../store/articles';
import type { Database } from '../store/database';
import { readBytes, readSource } from '../store/sources';
import { decodeSource } from '../text/decode-source';
import { publicSource } from './read-edition';

export interface ReadableText {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly judgement: Judgement;
}

/** @throws Problem file-empty, file-binary */
export function readableText(bytes: Uint8Array, encoding?: EncodingName): ReadableText {
  const decoded = decodeSource(bytes, encoding);
  // SQLite holds text as UTF-8, which has no lone surrogates; each gives way to one U+FFFD, so that every offset stays true.
  return { ...decoded, text: decoded.text.replace(/\p{Surrogate}/gu, '\ufffd') };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @throws Problem not-found */
export async function textOfSource(database: Database, id: SourceId): Promise<string> {
  const source = await readSource(database, id);
  const bytes = await readBytes(database, id);
  if (!source || !bytes) throw new Problem('not-found', { source: id });
  return readableText(bytes, source.encoding).text;
}

/** @throws Problem not-found */
export function openSource(database: Database, id: SourceId): Promise<SourceText> {
  return database.snapshot(async () => {
    const source = await readSource(database, id);
    if (!source) throw new Problem('not-found', { source: id });
    const furniture: Span[] = [];
    for (const { parsed } of await articlesOfSource(database, id)) {
      const spans = parsed.heading.filter(({ role }) => role === 'furniture' || parsed.kind === 'furniture');
      for (const { start, end } of spans) furniture.push({ start, end });
      if (parsed.kind === 'furniture')
        for (const paragraph of parsed.paragraphs) for (const { start, end } of paragraph.spans) furniture.push({ start, end });
    }
    return { ...publicSource(source), text: await textOfSource(database, id), furniture: furniture.sort((a, b) => a.start - b.start) };
  });
}
