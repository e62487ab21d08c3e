/**
 * Look-up as you type: MiniSearch over the lexicon (prefixes, Latin typing errors, pinyin and its initials), and the headline index for
 * whatever is older than the lexicon reaches. Answers at once with what is loaded; loads the rest behind.
 */
import type { Query as LookUp, SearchResult as Found } from 'minisearch';
import type { Suggestion, SuggestionList } from '../contract/model';
import { squeezeText } from '../contract/squeeze';
import type { Register } from './article-register';
import { readDocuments } from './evaluate-query';
import { foldText } from './fold';
import { IndexDamage } from './index-damage';
import { createLexicon, suggestedArticle } from './lexicon';
import type { Entry, EntryKind, Lexicon } from './lexicon';
import { termsOfQuery, WINDOW } from './lexicon-terms';
import { rankPhrase } from './match-expression';
import { mayBeOneOff, oneCharacterOff } from './one-character-off';
import { loadPinyin, readAsPinyin } from './pinyin-forms';
import type { PinyinOf } from './pinyin-forms';
import { wordsTyped } from './query-language';
import type { Desk } from './run-query';

export interface Suggestions {
  suggest(text: string, limit: number): Promise<SuggestionList>;
  /** Words of the library that are spelt or sound like what was typed. */
  similar(text: string): Promise<readonly string[]>;
  /** Resolves when all is loaded. */
  load(): Promise<void>;
}

/** Newest headlines held; 4,000 take about 40 MB. */
const HEADLINES = 4000;
const STEP = 10;
const MOST_SIMILAR = 5;
/** Entries that share a pair of characters with what was typed, the likeliest first, of which so many are compared with it. */
const COMPARED = 200;
/** Shortest Latin word in which one wrong letter is forgiven. */
const FORGIVEN_FROM = 4;
const KIND_WEIGHT: Readonly<Record<EntryKind, number>> = { column: 1.6, place: 1.5, byline: 1.4, paper: 1.3, headline: 1 };
const LATIN = /^[a-z0-9]+$/u;

export function createSuggestions(desk: Desk): Suggestions {
  const { register, options } = desk;
  const syllables = new Set<string>();
  let lexicon: Lexicon = createLexicon();
  let pinyin: PinyinOf | null = null;
  let namesOf: Register | null = null;
  let loading: Promise<void> | null = null;
  let complete = false;

  register.onChange((documents) => {
    if (documents === null) lexicon = createLexicon();
    else for (const document of documents) lexicon.dropHeadline(document);
    loading = null;
    complete = false;
  });

  /** Names first (they are few and at hand), then headlines, the newest first, a few at a time. */
  async function fill(): Promise<void> {
    pinyin ??= await loadPinyin(syllables);
    const known = await register.current();
    const target = lexicon;
    if (namesOf !== known) {
      namesOf = known;
      target.setNames(known, await readPeople(), pinyin);
    }
    const newest = known.documents.slice(0, HEADLINES);
    const wanted = newest.filter((document) => !target.hasHeadline(document));
    for (let at = 0; at < wanted.length; at += STEP) {
      const chosen = wanted.subarray(at, at + STEP);
      for (const [document, { article }] of await readDocuments({ options: { ...options, database: desk.database } }, chosen))
        if (!target.hasHeadline(document)) target.addHeadline(document, article, pinyin);
      // Something changed meanwhile: another filling has taken over.
      if (target !== lexicon || namesOf !== known) return;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    const oldest = newest.at(-1) ?? 0;
    for (const document of target.headlines()) if (document > oldest) target.dropHeadline(document);
    complete = true;
  }

  async function readPeople(): Promise<ReadonlyMap<string, number>> {
    const rows = await desk.database.all<{ people: string; count: number }>(
      'SELECT people, count(*) AS count FROM search_article WHERE people IS NOT NULL GROUP BY people',
    );
    return new Map(rows.map((row) => [row.people, row.count]));
  }

  function load(): Promise<void> {
    // A library that is closed meanwhile, or an index that is being built, ends the filling; the next look-up begins again.
    loading ??= fill().catch(() => {
      loading = null;
    });
    return loading;
  }

  function verified(entry: Entry, part: string, found: Found): boolean {
    if (entry.folded.includes(part) || entry.lead.includes(part)) return true;
    if (!LATIN.test(part)) return false;
    if (entry.initials.includes(part)) return true;
    if (readAsPinyin(part, syllables).some((reading) => entry.syllables.includes(` ${reading.join(' ')}`))) return true;
    return part.length >= FORGIVEN_FROM && Object.values(found.match).some((fields) => fields.includes('folded'));
  }

  function lookUp(parts: readonly string[]): { readonly entry: Entry; readonly weight: number; readonly found: Found }[] {
    if (parts.length === 0) return [];
    const query: LookUp = { combineWith: 'AND', queries: parts.map((part) => lookUpPart(part, syllables)) };
    return lexicon.index
      .search(query)
      .flatMap((found) => {
        const entry = lexicon.entry(found.id as number);
        return entry && parts.every((part) => verified(entry, part, found))
          ? [{ entry, found, weight: weigh(entry, parts, found.score) }]
          : [];
      })
      .sort((a, b) => b.weight - a.weight);
  }

  /** Names as they are before stretches of headlines; a paper's name, which its own articles need not hold, as a query for the paper. */
  function writtenLike(part: string): readonly string[] {
    const found = lexicon.index.search({ queries: [part], fields: ['folded'], tokenize: termsOfQuery, combineWith: 'OR' });
    const near = found.slice(0, COMPARED).flatMap(({ id }) => {
      const entry = lexicon.entry(id as number);
      const stretch = entry && oneCharacterOff(entry.folded, part);
      return stretch ? [{ entry, stretch, whole: stretch === entry.folded }] : [];
    });
    return near
      .sort((a, b) => Number(b.whole) - Number(a.whole) || KIND_WEIGHT[b.entry.kind] - KIND_WEIGHT[a.entry.kind])
      .flatMap(({ entry, stretch, whole }) => (entry.kind !== 'paper' ? [stretch] : whole ? [`报:${entry.text}`] : []));
  }

  async function olderHeadlines(parts: readonly string[], limit: number): Promise<readonly Suggestion[]> {
    const rows = await desk.database.all<{ article: number }>(
      `SELECT article FROM (SELECT rowid AS number FROM search_head WHERE search_head MATCH ? ORDER BY rowid LIMIT ?)
       JOIN search_article ON document = number`,
      [parts.map(rankPhrase).join(' AND '), limit],
    );
    const articles = await options.articles.read(rows.map((row) => row.article));
    return articles.flatMap((article) => {
      const { headline } = article;
      return headline && parts.every((part) => squeezeText(foldText(headline)).includes(part))
        ? [{ text: headline, kind: 'headline' as const, article: suggestedArticle(article), holds: 'headline' as const, count: 1 }]
        : [];
    });
  }

  return {
    load,
    async suggest(text, limit) {
      const parts = wordsTyped(text);
      if (parts.length === 0) return { suggestions: [], complete: true };
      await register.current();
      void load();
      const wasComplete = complete;
      const held = lookUp(parts).map(({ entry }): Suggestion => ({
        text: entry.text,
        kind: entry.kind,
        article: entry.article,
        count: entry.count,
        ...heldBy(entry, parts),
      }));
      const suggestions = joinShared(held);
      if (suggestions.length >= limit) return { suggestions: suggestions.slice(0, limit), complete: wasComplete };
      const shown = new Set(held.map(({ article }) => article?.id));
      const older = await olderHeadlines(parts, limit).catch((error: unknown) => {
        if (error instanceof IndexDamage) return [];
        throw error;
      });
      const all = joinShared([...suggestions, ...older.filter(({ article }) => !shown.has(article?.id))]);
      return { suggestions: all.slice(0, limit), complete: wasComplete };
    },
    async similar(text) {
      void load();
      const words = new Set<string>();
      for (const part of wordsTyped(text)) {
        if (mayBeOneOff(part)) for (const word of writtenLike(part)) if (words.size < MOST_SIMILAR) words.add(word);
        if (!LATIN.test(part)) continue;
        for (const { entry, found } of lookUp([part])) {
          if (words.size >= MOST_SIMILAR) break;
          const spelt = found.terms.find((term) => LATIN.test(term) && found.match[term]?.includes('folded'));
          const word = spelt ?? (entry.kind === 'headline' ? null : entry.text);
          if (word !== null && foldText(word) !== part) words.add(word);
        }
      }
      return [...words];
    },
  };
}

/** A headline that several articles share is one suggestion, which says how many they are and opens none of them. */
function joinShared(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const joined = new Map<string, Suggestion>();
  for (const one of suggestions) {
    const key = `${one.kind} ${one.text}`;
    const known = joined.get(key);
    joined.set(key, known ? { ...known, article: null, count: known.count + one.count } : one);
  }
  return [...joined.values()];
}

function heldBy({ kind, folded, lead }: Entry, parts: readonly string[]): Pick<Suggestion, 'holds'> {
  if (kind !== 'headline' || !parts.every((part) => folded.includes(part) || lead.includes(part))) return {};
  return { holds: parts.every((part) => folded.includes(part)) ? 'headline' : 'lead' };
}

function weigh(entry: Entry, parts: readonly string[], score: number): number {
  const begins = entry.folded.startsWith(parts[0]!) || entry.initials.startsWith(parts[0]!);
  return score * KIND_WEIGHT[entry.kind] * (begins ? 2 : 1) * (1 + Math.log10(entry.count));
}

/** One run of what was typed: as text by prefix, with a letter forgiven in longer Latin words, and as pinyin. */
function lookUpPart(part: string, syllables: ReadonlySet<string>): LookUp {
  const asText: LookUp = {
    queries: [part],
    fields: ['folded', 'lead'],
    boost: { folded: 3 },
    tokenize: termsOfQuery,
    combineWith: 'AND',
    prefix: true,
    fuzzy: LATIN.test(part) && part.length >= FORGIVEN_FROM ? 1 : false,
  };
  if (!LATIN.test(part) || part.length < 2) return asText;
  const initials = new Set([part, ...readAsPinyin(part, syllables).map((reading) => reading.map((syllable) => syllable[0]).join(''))]);
  return {
    combineWith: 'OR',
    queries: [
      asText,
      ...Array.from(initials, (letters) => ({
        queries: [letters.slice(0, WINDOW)],
        fields: ['initials'],
        tokenize: (text: string) => [text],
        prefix: letters.length < WINDOW,
      })),
    ],
  };
}
