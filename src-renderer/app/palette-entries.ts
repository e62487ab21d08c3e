/**
 * What the palette offers for what was typed: what is called so comes first (commands, sections, headlines, editions), then what may be meant
 * (names that sound like it), what says so, and last the searches. Not for drawing it.
 */
import type { TFunction } from 'i18next';
import type { Article, Edition, EditionSummary, SearchHit, Section, Span, Suggestion } from '../../src-main/contract/model';
import { formatDay } from '../language/format-date';
import { titleOf } from '../reader/title-of';
import { withDates } from '../search/query-words';
import { kindOfSuggestion, viewOfSuggestion } from '../search/view-of-suggestion';
import { plainLabel } from '../sections/plain-label';
import { sectionTitle } from '../sections/section-title';
import { paperAndDay } from '../shelf/edition-name';
import type { Command, CommandName } from './commands';
import { go } from './navigation';
import { run } from './use-command';

const perGroup = 8;

export interface PaletteEntry {
  readonly key: string;
  readonly text: string;
  /** Stretches of the text that are marked. */
  readonly marks?: readonly Span[];
  readonly look?: 'headline' | 'snippet';
  readonly note?: string;
  /** Whose key stands beside it. */
  readonly command?: Command;
  readonly act: () => void;
}

export interface PaletteGroup {
  /** Key of its words; null where the entries say all. */
  readonly heading: string | null;
  readonly entries: readonly PaletteEntry[];
}

export interface PaletteSources {
  /** The one in front, or the last that was. */
  readonly edition: Edition | null;
  readonly inFront: boolean;
  readonly editions: readonly EditionSummary[];
  /** Those that would do something now. */
  readonly commands: readonly (Command & { readonly name: CommandName })[];
  readonly suggestions: readonly Suggestion[];
  readonly hits: readonly SearchHit[];
}

/** Every word typed occurs somewhere in the text, whatever its case. */
export function matches(text: string, typed: string): boolean {
  const low = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

/** @param typed without white space at its ends; nothing typed offers every command */
export function paletteGroups(t: TFunction<string>, language: string, typed: string, from: PaletteSources): readonly PaletteGroup[] {
  const orders = from.commands.filter((one) => one.keyOnly !== true && matches(t(one.words), typed)).map((one) => orderEntry(t, one));
  if (typed === '') return grouped([['app:palette-commands', orders]]);
  const named = (kind: Suggestion['kind']) => from.suggestions.filter((one) => one.kind === kind);
  const articles = articlesFor(t, typed, from.edition, named('headline'));
  const sections = sectionsFor(t, typed, from.edition, named('column'));
  const dated = withDates(typed, (iso) => iso);
  const papers = from.editions.filter(
    (one) =>
      matches(editionName(t, language, one), typed) ||
      matches(`${one.paper.value ?? ''} ${one.date.value ?? ''}`, dated) ||
      named('paper').some(({ text }) => text === one.paper.value),
  );
  const shown = new Set<unknown>([
    ...articles.flatMap(({ parts }) => parts.map(({ article }) => article)),
    ...sections.map(({ title }) => title && plainLabel(title)),
    ...papers.map(({ paper }) => paper.value),
  ]);
  const others = from.suggestions.filter((one) => !shown.has(one.kind === 'headline' ? one.article?.id : one.text));
  return grouped([
    ['app:palette-commands', orders.slice(0, perGroup)],
    ['app:palette-sections', sections.slice(0, perGroup).map((one) => sectionEntry(t, from.edition, one))],
    ['app:palette-articles', articles.slice(0, perGroup).map((one) => articleEntry(t, one))],
    ['app:palette-editions', papers.slice(0, perGroup).map((one) => editionEntry(t, language, one))],
    ['search:suggestions', others.slice(0, perGroup).map((one) => suggestionEntry(t, language, typed, one))],
    ['app:palette-hits', from.hits.map((one) => hitEntry(typed, one))],
    [null, searches(t, typed, from)],
  ]);
}

function grouped(groups: readonly (readonly [string | null, readonly PaletteEntry[]])[]): readonly PaletteGroup[] {
  return groups.flatMap(([heading, entries]) => (entries.length === 0 ? [] : [{ heading, entries }]));
}

function jumpLine(t: TFunction<string>): (page: string) => string {
  return (page) => t('reader:jump-from', { page });
}

function articlesFor(t: TFunction<string>, typed: string, edition: Edition | null, sounding: readonly Suggestion[]): readonly Article[] {
  const headlines = new Set<string | null>(sounding.map(({ text }) => text));
  return (edition?.contents ?? []).filter((one) => matches(titleOf(one, jumpLine(t)), typed) || headlines.has(one.headline));
}

function sectionsFor(t: TFunction<string>, typed: string, edition: Edition | null, sounding: readonly Suggestion[]): readonly Section[] {
  const titles = new Set<string | null>(sounding.map(({ text }) => text));
  return (edition?.sections ?? []).filter(
    (one) => one.articles.length > 0 && (matches(sectionTitle(t, one), typed) || titles.has(one.title && plainLabel(one.title))),
  );
}

function editionName(t: TFunction<string>, language: string, { paper, date }: Pick<Edition, 'paper' | 'date'>): string {
  const day = date.value === null ? t('app:date-unknown') : formatDay(date.value, language);
  return `${paper.value ?? t('app:paper-unknown')} ${day}`;
}

function orderEntry(t: TFunction<string>, command: Command & { readonly name: CommandName }): PaletteEntry {
  return { key: command.name, text: t(command.words), command, act: () => void run(command.name) };
}

function articleEntry(t: TFunction<string>, one: Article): PaletteEntry {
  return {
    key: `article ${one.id}`,
    text: titleOf(one, jumpLine(t)),
    look: 'headline',
    ...(one.column === null ? {} : { note: plainLabel(one.column) }),
    act: () => go({ kind: 'article', edition: one.edition, article: one.id, place: null, marked: null }),
  };
}

function sectionEntry(t: TFunction<string>, edition: Edition | null, one: Section): PaletteEntry {
  const [article] = one.articles;
  return {
    key: `section ${one.key}`,
    text: sectionTitle(t, one),
    note: String(one.articles.length),
    act: () => {
      if (edition && article !== undefined) go({ kind: 'article', edition: edition.id, article, place: null, marked: null });
    },
  };
}

function editionEntry(t: TFunction<string>, language: string, one: EditionSummary): PaletteEntry {
  return {
    key: `edition ${one.id}`,
    text: editionName(t, language, one),
    act: () => go({ kind: 'edition', edition: one.id, place: null, marked: null }),
  };
}

function suggestionEntry(t: TFunction<string>, language: string, typed: string, one: Suggestion): PaletteEntry {
  return {
    key: `suggestion ${one.kind} ${one.text}`,
    text: one.text,
    look: 'headline',
    note: one.article ? paperAndDay(t, one.article, language) : t(`search:${kindOfSuggestion(one)}`),
    act: () => go(viewOfSuggestion(one, typed, null)),
  };
}

function hitEntry(typed: string, hit: SearchHit): PaletteEntry {
  return {
    key: `hit ${hit.articleId}`,
    text: hit.snippet,
    marks: hit.matches,
    look: 'snippet',
    act: () => go({ kind: 'edition', edition: hit.edition, place: hit.place, marked: typed }),
  };
}

function searches(t: TFunction<string>, text: string, { edition, inFront }: PaletteSources): readonly PaletteEntry[] {
  const all = { key: 'search all', text: t('app:palette-full-search', { text }), act: () => go({ kind: 'search', text, edition: null }) };
  if (!edition || !inFront) return [all];
  const here = { kind: 'search', text, edition: edition.id } as const;
  return [{ key: 'search here', text: t('app:palette-full-search-here', { text }), act: () => go(here) }, all];
}
