/**
 * What look-up as you type looks through: names in bylines, columns, places and papers of the whole library, and the newest headlines
 * with the openings of their leads. Held by MiniSearch, filled in the background in small steps.
 * Not for bodies, and not for older headlines: the full-text index finds those.
 */
import MiniSearch from 'minisearch';
import type { SuggestedArticle, Suggestion } from '../contract/model';
import { squeezeText } from '../contract/squeeze';
import type { Register } from './article-register';
import type { DocumentNumber } from './document-number';
import { foldText } from './fold';
import { spellTerm, termsOfInitials, termsOfText } from './lexicon-terms';
import type { PinyinForms, PinyinOf } from './pinyin-forms';
import type { SearchableArticle } from './search';

export type EntryKind = Suggestion['kind'];

export interface Entry extends PinyinForms {
  readonly kind: EntryKind;
  readonly text: string;
  /** Folded and squeezed. */
  readonly folded: string;
  /** Opening of the lead, folded and squeezed; empty but for headlines. */
  readonly lead: string;
  /** What a headline stands over; null for names. */
  readonly article: SuggestedArticle | null;
  /** Articles that carry it. */
  count: number;
}

export interface Lexicon {
  readonly index: MiniSearch;
  entry(id: number): Entry | undefined;
  /**
   * Sets names, columns, places and papers, with their counts, to what the library holds.
   * @param people articles by the names in byline and credit, as the JSON array that the index keeps
   */
  setNames(register: Register, people: ReadonlyMap<string, number>, pinyin: PinyinOf): void;
  addHeadline(document: DocumentNumber, article: SearchableArticle, pinyin: PinyinOf): void;
  dropHeadline(document: DocumentNumber): void;
  hasHeadline(document: DocumentNumber): boolean;
  headlines(): Iterable<DocumentNumber>;
}

/** Characters of a lead that are looked through. */
const LEAD_LENGTH = 16;
/** Of each kind the most frequent; a lexicon of this size takes a few megabytes. */
const NAMES_KEPT = 10_000;

export function createLexicon(): Lexicon {
  const entries = new Map<number, Entry>();
  const names = new Map<string, number>();
  const headlines = new Map<DocumentNumber, number>();
  let nextId = 0;
  const index = new MiniSearch({
    fields: ['folded', 'initials', 'lead'],
    tokenize: (text, field) => (field === 'initials' ? termsOfInitials(text) : termsOfText(text)),
    processTerm: spellTerm,
    autoVacuum: true,
  });

  function put(entry: Entry): number {
    const id = nextId;
    nextId += 1;
    entries.set(id, entry);
    index.add({ id, ...entry });
    return id;
  }

  function drop(id: number): void {
    entries.delete(id);
    index.discard(id);
  }

  return {
    index,
    entry: (id) => entries.get(id),
    setNames(register, people, pinyin) {
      const counts = countNames(register, people);
      for (const [key, id] of names) {
        if (counts.has(key)) continue;
        drop(id);
        names.delete(key);
      }
      for (const [key, { kind, text, count }] of counts) {
        const known = entries.get(names.get(key) ?? -1);
        if (known) {
          known.count = count;
          continue;
        }
        const folded = squeezeText(foldText(text));
        names.set(key, put({ kind, text, folded, lead: '', article: null, count, ...pinyin(folded) }));
      }
    },
    addHeadline(document, article, pinyin) {
      const { headline, paragraphs } = article;
      if (!headline) return;
      const folded = squeezeText(foldText(headline));
      const lead = squeezeText(foldText((paragraphs.find((text) => text !== '') ?? '').slice(0, LEAD_LENGTH)));
      const suggested = suggestedArticle(article);
      headlines.set(document, put({ kind: 'headline', text: headline, folded, lead, article: suggested, count: 1, ...pinyin(folded) }));
    },
    dropHeadline(document) {
      const id = headlines.get(document);
      if (id === undefined) return;
      drop(id);
      headlines.delete(document);
    },
    hasHeadline: (document) => headlines.has(document),
    headlines: () => headlines.keys(),
  };
}

/** What a suggestion says of an article. */
export function suggestedArticle({ id, edition, paper, date }: SearchableArticle): SuggestedArticle {
  return { id, edition, paper, date };
}

interface NameCount {
  readonly kind: EntryKind;
  readonly text: string;
  readonly count: number;
}

/** By kind and text. */
function countNames({ groups, groupings }: Register, people: ReadonlyMap<string, number>): ReadonlyMap<string, NameCount> {
  const perGroup = new Uint32Array(groupings.length);
  for (const group of groups) perGroup[group]! += 1;

  const counts: Readonly<Record<Exclude<EntryKind, 'headline'>, Map<string, number>>> = {
    column: new Map(),
    place: new Map(),
    paper: new Map(),
    byline: new Map(),
  };
  const tally = (kind: keyof typeof counts, text: string | null | undefined, count: number): void => {
    if (text) counts[kind].set(text, (counts[kind].get(text) ?? 0) + count);
  };
  for (const [id, count] of perGroup.entries()) {
    if (count === 0) continue;
    const grouping = groupings[id];
    tally('column', grouping?.section, count);
    tally('place', grouping?.place, count);
    tally('paper', grouping?.paper, count);
  }
  for (const [line, count] of people) for (const name of JSON.parse(line) as string[]) tally('byline', name, count);

  const found = new Map<string, NameCount>();
  for (const [kind, texts] of Object.entries(counts)) {
    const most = [...texts].sort((a, b) => b[1] - a[1]).slice(0, NAMES_KEPT);
    for (const [text, count] of most) found.set(`${kind} ${text}`, { kind: kind as EntryKind, text, count });
  }
  return found;
}
