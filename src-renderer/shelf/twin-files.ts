/** Files of an edition that are one page twice, as when it was exported again. Pure. Not for what to do about them. */
import type { Edition, Source, SourceId } from '../../src-main/contract/model';
import { isPrintedAgain } from '../../src-main/contract/printed-again';

/** By file, the others that are the same page. */
export function twinFiles({ files, contents }: Pick<Edition, 'files' | 'contents'>): ReadonlyMap<SourceId, readonly Source[]> {
  const titles = new Map<SourceId, (string | null)[]>(files.map(({ id }) => [id, []]));
  for (const { headline, parts } of contents) for (const { source } of parts) titles.get(source)?.push(headline);
  const isTwin = (one: Source, other: Source) =>
    one !== other &&
    one.page.value !== null &&
    one.page.value === other.page.value &&
    isPrintedAgain(titles.get(one.id) ?? [], titles.get(other.id) ?? []);
  const twins = files.map((file) => [file.id, files.filter((other) => isTwin(file, other))] as const);
  return new Map(twins.filter(([, others]) => others.length > 0));
}
