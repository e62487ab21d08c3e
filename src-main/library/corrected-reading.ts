/** A fresh reading of a source with what the reader has put right in it. Not for adding to that: see corrections.ts. */
import type { LineChange, SourceId } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';
import { correctionsOfSource, moveCorrection } from '../store/corrections';
import type { StoredCorrection } from '../store/corrections';
import type { Database } from '../store/database';
import { findAnchor } from './anchor';
import { applyCorrections } from './apply-corrections';

/**
 * @param moved where the text is another than the one the corrections were made on: they are then moved to where their words stand now.
 *   Must run inside the transaction that writes the reading.
 */
export async function correctReading(
  database: Database,
  source: SourceId,
  parsed: ParsedSource,
  text: string,
  moved: { readonly expected: (offset: number) => number } | null = null,
): Promise<ParsedSource> {
  const corrections = await correctionsOfSource(database, source);
  if (corrections.length === 0) return parsed;
  const placed = moved ? corrections.map((correction) => onItsWords(correction, text, moved.expected)) : corrections;
  if (moved) for (const correction of placed) await moveCorrection(database, correction);
  return applyCorrections(parsed, text, placed);
}

function moved(change: LineChange, now: (offset: number) => number): LineChange {
  if (change.kind === 'merge') return { ...change, to: now(change.to) };
  return change.kind === 'move' ? { ...change, to: now(change.to), ...(change.after ? { after: now(change.after) } : {}) } : change;
}

function onItsWords(correction: StoredCorrection, text: string, expected: (offset: number) => number): StoredCorrection {
  const { change } = correction;
  const now = (offset: number): number => Math.min(expected(offset), text.length);
  return {
    ...correction,
    offset: findAnchor(correction, text, expected(correction.offset)),
    change: moved(change, now),
  };
}
