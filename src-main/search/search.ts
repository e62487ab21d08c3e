/**
 * Look-up over the whole library: what is typed goes in, exact hits with their places come out.
 * Two engines stand behind one query: MiniSearch over the lexicon, and a full-text index over every printed character.
 * Not the truth (its tables are derived and rebuildable), and not for reading articles: those come through an `ArticleReader`.
 */
import type {
  ArticleFields,
  ArticleId,
  ArticleKind,
  EditionId,
  FacetCount,
  FacetName,
  QueryFault,
  SearchSort,
  Span,
  SuggestionList,
} from '../contract/model';

export type SqlValue = string | number | bigint | Uint8Array | null;

/** What search needs of a database. Inside `transaction`, calls made by `work` (however deep) belong to it; a nested one joins. */
export interface IndexDatabase {
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  get<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>;
  run(sql: string, parameters?: readonly SqlValue[]): Promise<unknown>;
  exec(sql: string): Promise<void>;
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` on one unchanging picture of what is committed. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
}

/** An article as it is printed. A story joined across a jump is one article, under the id that the reader opens. */
export interface SearchableArticle extends ArticleFields {
  readonly id: ArticleId;
  readonly edition: EditionId;
  readonly paper: string | null;
  /** ISO day. */
  readonly date: string | null;
  /** Edition page as printed. */
  readonly page: string | null;
  /** As the page's running head names it: it stands in for a column where the article has none. */
  readonly section?: string | null;
  readonly kind: ArticleKind;
  /** Printed text of each paragraph, in the order of `Article.paragraphs`. */
  readonly paragraphs: readonly string[];
}

export interface ArticleReader {
  /** Any order; ids that are no longer there are left out. */
  read(ids: readonly ArticleId[]): Promise<readonly SearchableArticle[]>;
  /** The next `limit` articles with an id above `after`, by id: walks the whole library for a rebuild or a check. */
  after(after: ArticleId, limit: number): Promise<readonly SearchableArticle[]>;
  count(): Promise<number>;
}

/** What only the store knows of an article. `bookmarked`: it holds a bookmark; `unread`: its edition has not been opened. */
export type ArticleFlag = 'bookmarked' | 'unread';

export interface SearchOptions {
  readonly database: IndexDatabase;
  readonly articles: ArticleReader;
  flagged(flag: ArticleFlag): Promise<Iterable<ArticleId>>;
  /** The index was found unusable while in use: `state()` is now `rebuilding`, and `rebuild` should be run. */
  onRebuildNeeded?(): void;
}

export type TextField = keyof ArticleFields;

/** Where a match lies: a heading field or a paragraph, in UTF-16 code units of its printed text. */
export type MatchPlace = Span & ({ readonly field: TextField } | { readonly field: 'paragraph'; readonly paragraph: number });

export interface Hit {
  readonly article: SearchableArticle;
  readonly snippet: string;
  /** In UTF-16 code units of `snippet`. */
  readonly matches: readonly Span[];
  /** In UTF-16 code units of the headline. */
  readonly headlineMatches: readonly Span[];
  /** The first match in printed order, where Enter opens the page; null where the query holds no text (`is:bookmarked`). */
  readonly place: MatchPlace | null;
  readonly matchCount: number;
}

export type FacetChoice = Readonly<Partial<Record<FacetName, readonly string[]>>>;

export interface SearchInput {
  readonly text: string;
  readonly sort?: SearchSort;
  readonly limit?: number;
  readonly offset?: number;
  readonly edition?: EditionId;
  readonly facets?: FacetChoice;
}

export interface SearchOutcome {
  readonly query: string;
  /** Exact, unless `state` says that the index is being rebuilt. */
  readonly total: number;
  readonly tookMs: number;
  readonly state: SearchState;
  readonly hint: 'searched-as-text' | null;
  readonly fault?: QueryFault;
  /** Where nothing was found: the same words without signs, where those find something. */
  readonly plain?: { readonly text: string; readonly total: number };
  readonly hits: readonly Hit[];
  /** Each facet is counted under the choices made in the other facets. `month` is complete and in order: it is the time chart. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** Words of the library close to what was typed, where nothing was found. */
  readonly similar: readonly string[];
}

export interface ArticleMarks {
  readonly article: ArticleId;
  /** In printed order: headings, then paragraphs. */
  readonly places: readonly MatchPlace[];
}

export type SearchState = 'ready' | 'rebuilding';

export interface CheckReport {
  readonly sound: boolean;
  readonly articles: number;
  /** In the tables but not, or otherwise, in the index. */
  readonly missing: readonly ArticleId[];
  /** In the index but no longer in the tables. */
  readonly surplus: readonly ArticleId[];
}

export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}

export interface Search {
  /** Adds or replaces articles. Call it inside the transaction that writes them. */
  add(articles: readonly SearchableArticle[]): Promise<void>;
  /** Ids that are not indexed are passed over. Call it inside the transaction that deletes or joins them. */
  remove(ids: readonly ArticleId[]): Promise<void>;
  query(input: SearchInput): Promise<SearchOutcome>;
  /**
   * Merges what many small changes have left of the full-text index, in short steps, until look-up has no more to gain or the signal is
   * aborted; then keeps what the next start can begin from. For quiet moments.
   */
  tidy(signal?: AbortSignal): Promise<void>;
  /** The hits alone, without total and facets: the quickest answer while typing. */
  hits(input: SearchInput): Promise<readonly Hit[]>;
  suggest(text: string, limit?: number): Promise<SuggestionList>;
  /** Every match in one edition, by article; of the articles that the choice leaves. */
  marks(text: string, edition: EditionId, facets?: FacetChoice): Promise<readonly ArticleMarks[]>;
  state(): SearchState;
  /** Builds the index anew from the tables, in small transactions; a rebuild cut short goes on where it stopped. */
  rebuild(onProgress?: (progress: RebuildProgress) => void, signal?: AbortSignal): Promise<void>;
  /** Compares the index with the tables, in small steps. */
  check(signal?: AbortSignal): Promise<CheckReport>;
  /**
   * For a quiet moment after the start: readies suggestions, in small steps (they load when first asked otherwise, and answer meanwhile
   * with what is there), and keeps what makes the next start quick.
   */
  warm(): Promise<void>;
  /** Another process changed the file. */
  refresh(): Promise<void>;
}
