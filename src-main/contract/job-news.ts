/** What the news of a job say of its files, put together and summed up. Pure; not for sending them. */
import type { EditionId, FileOutcome, JobSnapshot } from './model';

/** Outcomes between what `before` names and what `news` begins with are missing. */
export function hasGap(before: JobSnapshot | null, news: JobSnapshot): boolean {
  return news.firstOutcome > (before ? before.firstOutcome + before.outcomes.length : 0);
}

/** `news`, naming also what `before` names; where something between is missing, `news` as it is. */
export function joinNews(before: JobSnapshot | null, news: JobSnapshot): JobSnapshot {
  if (!before || news.firstOutcome <= before.firstOutcome || hasGap(before, news)) return news;
  const kept = before.outcomes.slice(0, news.firstOutcome - before.firstOutcome);
  return { ...news, firstOutcome: before.firstOutcome, outcomes: [...kept, ...news.outcomes] };
}

/** The one edition that everything taken in belongs to; null where there are several, or none. */
export function onlyEdition({ outcomes }: Pick<JobSnapshot, 'outcomes'>): EditionId | null {
  const [edition, ...others] = new Set(outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [] : [outcome.edition])));
  return others.length === 0 ? (edition ?? null) : null;
}

/** The editions that came back from the trash, for a file of theirs was wanted again. */
export function restoredEditions(outcomes: readonly FileOutcome[]): readonly EditionId[] {
  return outcomes.flatMap((outcome) => (outcome.kind === 'unchanged' && outcome.restored ? [outcome.edition] : []));
}

/** The editions that files were added to and none of these files had made: they were in the library before all of them. */
export function joinedEditions(outcomes: readonly FileOutcome[]): ReadonlySet<EditionId> {
  const joined = new Set<EditionId>();
  for (const outcome of outcomes) if (outcome.kind === 'imported' && outcome.joined) joined.add(outcome.edition);
  for (const outcome of outcomes) if (outcome.kind === 'imported' && !outcome.joined) joined.delete(outcome.edition);
  return joined;
}

/** The editions that new files came in for, or that came back from the trash, in the order of the files. */
export function arrivedEditions(outcomes: readonly FileOutcome[]): readonly EditionId[] {
  const arrived = outcomes.flatMap((outcome) =>
    outcome.kind === 'imported' || (outcome.kind === 'unchanged' && outcome.restored) ? [outcome.edition] : [],
  );
  return [...new Set(arrived)];
}
