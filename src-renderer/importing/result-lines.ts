/**
 * An import and what was tried again of it, as one list of what became of each file.
 * Not for how imports go (import-desk.ts) or for showing them (import-results.tsx).
 */
import type { EncodingName, FileOutcome, JobId } from '../../src-main/contract/model';
import type { Problem } from '../../src-main/contract/problem';
import { fitName } from './feed-import';
import { withEncoding } from './gathered-file';
import type { GatheredFile } from './gathered-file';
import { isNews, stillRunning } from './import-desk';
import type { Import, ImportDesk } from './import-desk';
import { mayWorkAgain } from './second-try';

export interface ResultLine {
  /** Names the outcome among all of this window's. */
  readonly id: string;
  readonly outcome: FileOutcome;
  /** What was handed in, the archive where it came in one; null where its bytes are not in this window's hands. */
  readonly file: GatheredFile | null;
  /** Where the host finds it again; null where it does not. */
  readonly found: { readonly job: JobId; readonly outcome: number } | null;
}

/** An import, and what was tried again of it. */
export interface ImportGroup {
  readonly key: number;
  readonly first: Import;
  /** `first`, then what was tried again, in turn. */
  readonly parts: readonly Import[];
  /** What runs now; null where nothing does. */
  readonly running: Import | null;
}

/** Those that there is something to tell of, oldest first. */
export function groupsOf(imports: readonly Import[]): readonly ImportGroup[] {
  return imports
    .filter((one) => one.of === undefined && isNews(one))
    .map((first) => {
      const parts = imports.filter(({ key, of }) => key === first.key || of === first.key);
      return { key: first.key, first, parts, running: parts.findLast(({ state }) => stillRunning(state)) ?? null };
    });
}

export function linesOf(parts: readonly Import[]): readonly ResultLine[] {
  return parts.reduce<readonly ResultLine[]>((lines, part) => (part.of === undefined ? ownLines(part) : withAnew(lines, part)), []);
}

function ownLines({ key, job, files, snapshot }: Import): readonly ResultLine[] {
  const outcomes = snapshot?.outcomes ?? [];
  const handedIn = filesOfOutcomes(files, outcomes);
  return outcomes.map((outcome, index) => ({
    id: `${key}/${index}`,
    outcome,
    file: handedIn[index] ?? null,
    found: outcome.kind === 'failed' && outcome.again && job !== null ? { job, outcome: index } : null,
  }));
}

/**
 * What came of trying again stands where the file stood before; what an archive had not given up before stands below it. An archive that is gone
 * on with is read from its beginning: what it gave before is in the list.
 */
function withAnew(before: readonly ResultLine[], part: Import): readonly ResultLine[] {
  const tried = new Set(part.tries);
  const lines: (ResultLine | null)[] = [...before];
  const open = indicesByName(before, ({ id }) => tried.has(id));
  const failed = indicesByName(before, ({ id, outcome }) => outcome.kind === 'failed' && !tried.has(id));
  const known = indicesByName(before, ({ outcome }) => outcome.kind !== 'failed');
  const below = new Map<number, ResultLine[]>();
  for (const line of ownLines(part)) {
    const name = nameIn(line.outcome);
    const isAgain = tried.size > 0 || isInArchive(line);
    const index = open.get(name)?.shift() ?? (isAgain ? failed.get(name)?.shift() : undefined);
    if (index !== undefined) lines[index] = line;
    else if (line.outcome.kind !== 'unchanged' || !isAgain || !known.has(name)) {
      const archive = before.findIndex(({ id, outcome }) => tried.has(id) && name.startsWith(`${nameIn(outcome)}/`));
      below.set(archive, [...(below.get(archive) ?? []), line]);
    }
  }
  // All has been answered by then: an archive that could not be opened, by what is in it.
  if (part.state === 'done') for (const index of [...open.values()].flat()) lines[index] = null;
  return [...lines.flatMap((line, index) => [...(line ? [line] : []), ...(below.get(index) ?? [])]), ...(below.get(-1) ?? [])];
}

function indicesByName(lines: readonly ResultLine[], isMeant: (line: ResultLine) => boolean): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) if (isMeant(line)) push(found, nameIn(line.outcome), index);
  return found;
}

function push<Item>(map: Map<string, Item[]>, name: string, item: Item): void {
  const same = map.get(name);
  if (same) same.push(item);
  else map.set(name, [item]);
}

/** What tells a file from the others of its import, if anything does. */
function nameIn({ name, path }: FileOutcome): string {
  return path ?? name;
}

/**
 * Which handed-in file each outcome speaks of: the first outcome of a path is the first file of that path, and so on. What was in an archive
 * is the archive's.
 */
export function filesOfOutcomes(files: readonly GatheredFile[], outcomes: readonly FileOutcome[]): readonly (GatheredFile | null)[] {
  const waiting = new Map<string, GatheredFile[]>();
  for (const file of files) push(waiting, fitName(file.path), file);
  const taken = new Map<string, number>();
  return outcomes.map((outcome) => {
    const name = nameIn(outcome);
    const turn = taken.get(name) ?? 0;
    taken.set(name, turn + 1);
    return waiting.get(name)?.[turn] ?? archiveOf(name, waiting);
  });
}

function archiveOf(name: string, files: ReadonlyMap<string, readonly GatheredFile[]>): GatheredFile | null {
  for (let end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
    const [archive] = files.get(name.slice(0, end)) ?? [];
    if (archive) return archive;
  }
  return null;
}

/** It came in one that was handed in. */
function isInArchive({ outcome, file }: Pick<ResultLine, 'outcome' | 'file'>): boolean {
  return file !== null && fitName(file.path) !== nameIn(outcome);
}

/**
 * What was handed in and came to nothing, or not to its end, because the import ended before. Of an archive nobody says how many files it has:
 * one that the import ended in may be through, and then it is read once more for nothing.
 */
export function filesLeft(parts: readonly Pick<Import, 'files' | 'snapshot' | 'state'>[]): readonly GatheredFile[] {
  const seen = new Set(parts.flatMap(filesDoneWith));
  return (parts[0]?.files ?? []).filter((file) => !seen.has(file));
}

function filesDoneWith({ files, snapshot, state }: Pick<Import, 'files' | 'snapshot' | 'state'>): readonly GatheredFile[] {
  const outcomes = snapshot?.outcomes ?? [];
  const handedIn = filesOfOutcomes(files, outcomes);
  const [outcome, file = null] = [outcomes.at(-1), handedIn.at(-1)];
  const endedIn = state !== 'done' && outcome && isInArchive({ outcome, file }) ? file : null;
  return handedIn.flatMap((each) => (each && each !== endedIn ? [each] : []));
}

/** Whether an archive among them has been begun with: how many files are left is then not known. */
export function holdsBegun(left: readonly GatheredFile[], lines: readonly ResultLine[]): boolean {
  const wanted = new Set(left);
  return lines.some(({ file }) => file !== null && wanted.has(file));
}

/** How it all ended: what was left out counts until it has come in. */
export function endOf({ first, parts }: ImportGroup, left: number): Pick<Import, 'state'> & { readonly problem: Problem | null } {
  const last = parts.at(-1) ?? first;
  if (last.state !== 'done') return last;
  return first.files.length > 0 && left === 0 ? last : first;
}

/** What may come in if it is tried again. */
export function mayBeTried({ outcome, file, found }: ResultLine): boolean {
  return outcome.kind === 'failed' && (file !== null || found !== null) && mayWorkAgain(outcome.problem);
}

/**
 * Tries `wanted` again, of the list of the import with the key `of`; an archive as a whole, with whatever else had failed in it. Resolves when
 * it is over.
 */
export async function tryAgain(
  desk: Pick<ImportDesk, 'hand' | 'handAgain'>,
  of: number,
  lines: readonly ResultLine[],
  wanted: readonly ResultLine[],
  encoding?: EncodingName,
): Promise<void> {
  const files = new Set(wanted.flatMap(({ file }) => (file ? [file] : [])));
  const found = wanted.filter(({ file }) => !file).flatMap((line) => (line.found ? [{ id: line.id, at: line.found }] : []));
  const handedIn = lines.filter(({ outcome, file }) => outcome.kind === 'failed' && file && files.has(file));
  await Promise.all([
    files.size > 0 &&
      desk.hand(encoding ? [...files].map((file) => withEncoding(file, encoding)) : [...files], {
        of,
        tries: handedIn.map(({ id }) => id),
      }),
    found.length > 0 &&
      desk.handAgain(
        found.map(({ at }) => at),
        { of, tries: found.map(({ id }) => id) },
        encoding,
      ),
  ]);
}

/** Lines that are being tried again now. */
export function triedNow(parts: readonly Import[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ state, tries }) => (stillRunning(state) ? (tries ?? []) : [])));
}
