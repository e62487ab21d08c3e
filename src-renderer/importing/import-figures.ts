/** What an import says of itself in figures, while it runs and when it is over. Pure but for the clock. */
import type { TFunction } from 'i18next';
import { restoredEditions } from '../../src-main/contract/job-news';
import type { EditionId, EditionSummary, FileOutcome, JoinedEdition } from '../../src-main/contract/model';
import { assertNever } from '../../src-main/contract/problem';
import { formatPlainDay } from '../language/format-period';
import { leadOf, pagesName } from '../shelf/edition-name';
import type { Import } from './import-desk';
import { secondsLeft } from './import-pace';

export function runningFigures({ snapshot, files, since }: Import, t: TFunction<'importing'>, language: string): readonly string[] {
  if (!snapshot) return files.length === 0 ? [] : [t('count-of', { count: files.length, done: 0, total: files.length })];
  const number = new Intl.NumberFormat(language);
  const left = secondsLeft(snapshot, Date.now(), since);
  return [
    snapshot.total === null
      ? t('count-files', { count: snapshot.done })
      : t('count-of', { count: snapshot.total, done: number.format(snapshot.done), total: number.format(snapshot.total) }),
    t('megabytes', { size: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(snapshot.bytes / 1e6) }),
    t('count-articles', { count: snapshot.articles }),
    ...(left === null ? [] : [left < 60 ? t('seconds-left', { count: left }) : t('minutes-left', { count: Math.ceil(left / 60) })]),
  ];
}

/**
 * What the end of an import says, most important first. One file is named; several are counted.
 * @param joined the editions of its whole list that were in the library before
 * @param names what editions are called now
 */
export function outcomeFigures(
  outcomes: readonly FileOutcome[],
  joined: ReadonlySet<EditionId>,
  names: ReadonlyMap<EditionId, NamedEdition>,
  state: Import['state'],
  t: TFunction<'importing'>,
  language: string,
): readonly string[] {
  const [only] = outcomes;
  const stopped = state === 'cancelled' ? [t('cancelled')] : state === 'failed' ? [t('failed')] : [];
  if (outcomes.length === 1 && only && stopped.length === 0) {
    const now = only.kind === 'failed' ? null : (names.get(only.edition) ?? null);
    const where = isTwin(only)
      ? twinOf(only, now, t, language)
      : (joinsWhat(only, joined, now, t, language) ?? whereKnown(only, now, t, language));
    return [sentenceOf(only, t), ...(where === null ? [] : [where])];
  }
  const count = (kind: FileOutcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const tell = (kind: FileOutcome['kind'], words: string) => (count(kind) > 0 ? [t(words, { count: count(kind) })] : []);
  const restored = restoredEditions(outcomes).length;
  const twins = outcomes.filter(isTwin).length;
  return [
    ...(stopped.length > 0 ? stopped : [t('done')]),
    ...tell('imported', 'outcome-imported'),
    ...joinFigure(outcomes, joined, names, t, language),
    ...(twins > 0 ? [t('outcome-twins', { count: twins })] : []),
    ...tell('unchanged', 'outcome-unchanged'),
    ...(restored > 0 ? [t('outcome-restored', { count: restored })] : []),
    ...tell('failed', 'outcome-failed'),
  ];
}

type Imported = FileOutcome & { readonly kind: 'imported' };

/** It is a page that another file of its edition is, too. */
export function isTwin(outcome: FileOutcome): outcome is Imported {
  return outcome.kind === 'imported' && outcome.twin === true;
}

/** That its page was there already, and is still. `now` as for `takenFor`. */
export function twinOf(outcome: Imported, now: NamedEdition | null, t: TFunction<'importing'>, language: string): string {
  return t('twin', { edition: takenFor(outcome, now, t, language) });
}

/** Which edition that was there before the file was added to; null where it is of an edition as new as itself. `now` as for `takenFor`. */
export function joinsWhat(
  outcome: FileOutcome,
  joined: ReadonlySet<EditionId>,
  now: NamedEdition | null,
  t: TFunction<'importing'>,
  language: string,
): string | null {
  if (outcome.kind !== 'imported' || !outcome.joined || !joined.has(outcome.edition)) return null;
  return t('joined', { edition: nameOf(now ?? outcome.joined, t, language) });
}

/**
 * Into which paper, of which day, a file came, and as which page; null where it did not come in.
 * @param now what its edition is called, which other files, or the reader, may have said; null where it is on no shelf: then what the file says
 */
export function takenFor(outcome: FileOutcome, now: NamedEdition | null, t: TFunction<'importing'>, language: string): string | null {
  if (outcome.kind !== 'imported') return null;
  const { said } = outcome;
  const edition = nameOf(now ?? said, t, language);
  return said.page === null ? edition : t('edition-page', { edition, page: pagesName(t, [said.page], language) });
}

/** Where a file is that was there already: in which edition, and under which name; null for others. `now` as for `takenFor`. */
export function whereKnown(outcome: FileOutcome, now: NamedEdition | null, t: TFunction<'importing'>, language: string): string | null {
  if (outcome.kind !== 'unchanged') return null;
  const values = { ...(now && { edition: nameOf(now, t, language) }), name: outcome.knownAs };
  if (now === null) return outcome.knownAs === undefined ? null : t('known-as', values);
  return t(outcome.knownAs === undefined ? 'known-in' : 'known-in-as', values);
}

/** What an edition is called; by `lead` where it has no name, if anything tells it apart. */
export interface NamedEdition extends JoinedEdition {
  readonly lead?: string | null;
}

/** What the editions on the shelf are called, for what is asked of an outcome here. */
export function namesNow(editions: readonly EditionSummary[]): ReadonlyMap<EditionId, NamedEdition> {
  return new Map(editions.map((edition) => [edition.id, { paper: edition.paper.value, date: edition.date.value, lead: leadOf(edition) }]));
}

function joinFigure(
  outcomes: readonly FileOutcome[],
  joined: ReadonlySet<EditionId>,
  names: ReadonlyMap<EditionId, NamedEdition>,
  t: TFunction<'importing'>,
  language: string,
): readonly string[] {
  const added = outcomes.flatMap((one) => (one.kind === 'imported' && one.joined && joined.has(one.edition) ? [one] : []));
  const [first] = added;
  if (!first?.joined) return [];
  return added.every(({ edition }) => edition === first.edition)
    ? [t('outcome-joined', { count: added.length, edition: nameOf(names.get(first.edition) ?? first.joined, t, language) })]
    : [t('outcome-joined-several', { count: added.length })];
}

export function nameOf({ paper, date, lead = null }: NamedEdition, t: TFunction<'importing'>, language: string): string {
  const day = date === null ? t('app:date-unknown') : formatPlainDay(date, language);
  if (paper !== null) return t('joined-name', { paper, day });
  return lead === null ? t('joined-unnamed', { day }) : t('joined-by-lead', { day, lead });
}

function sentenceOf(outcome: FileOutcome, t: TFunction<'importing'>): string {
  switch (outcome.kind) {
    case 'imported':
      return t('one-imported', { name: outcome.name, count: outcome.articles });
    case 'unchanged':
      return t(outcome.restored ? 'one-restored' : 'one-unchanged', { name: outcome.name });
    case 'failed':
      return t('one-failed', { name: outcome.name });
    default:
      return assertNever(outcome);
  }
}
