/** A source's bytes as text, decoded the same way whenever it is read. */
import type { SourceId, SourceText, Span } from '../contract/model';
import { Problem } from '../contract/problem';
import { articlesOfSource } from '../store/articles';
import type { Database } from '../store/database';
import { readBytes, readSource, readTakenText } from '../store/sources';
import { publicSource } from './read-edition';
import { readableText } from './read-form';

/** @throws Problem not-found */
export async function textOfSource(database: Database, id: SourceId): Promise<string> {
  const source = await readSource(database, id);
  if (!source) throw new Problem('not-found', { source: id });
  const taken = source.form === 'text' ? undefined : await readTakenText(database, id);
  if (taken !== undefined) return taken;
  const bytes = await readBytes(database, id);
  if (!bytes) throw new Problem('not-found', { source: id });
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
