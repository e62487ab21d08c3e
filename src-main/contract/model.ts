/**
 * The things a host shows a reader: editions, articles, places, notices, hits.
 * Plain read-only data that crosses a process border unchanged. Not for behaviour, storage or wording.
 */

export type SourceId = number;
export type EditionId = number;
export type ArticleId = number;
export type BookmarkId = number;
export type JobId = string;

/** `[start, end)` in UTF-16 code units of one source's decoded text (without byte-order mark). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A point in the text of one source: what bookmarks and reading positions store. */
export interface Place {
  readonly source: SourceId;
  /** UTF-16 code units into the decoded text. */
  readonly offset: number;
}

export interface SourceSpan extends Span {
  readonly source: SourceId;
}

/** Where a match is printed. One printed from several runs, as over the end of a line, has a span for each: all but its first go on with it. */
export interface MatchSpan extends SourceSpan {
  readonly goesOn?: true;
}

export type Confidence = 'certain' | 'likely' | 'guess';

/** Why something was decided: the rule's name and how far to trust it. */
export interface Judgement {
  readonly rule: string;
  readonly confidence: Confidence;
}

/** Rule name of a fact that the reader has confirmed or typed. */
export const CONFIRMED_RULE = 'confirmed-by-reader';

/** A value that was worked out rather than read: shown as inferred until the reader confirms it. */
export interface Fact<T> {
  readonly value: T | null;
  readonly judgement: Judgement;
}

export type ArticleKind = 'feature' | 'brief' | 'photo' | 'jump' | 'signed' | 'fragment' | 'furniture';

export type HeadingRole = 'column' | 'kicker' | 'locality' | 'headline' | 'deck' | 'byline' | 'credit' | 'jump' | 'furniture';

export type ParagraphRole = 'body' | 'subhead' | 'caption';

/** Where a story goes on or comes from; values are edition pages as printed ("4", "一"), null where the text names none. */
export interface Jump {
  readonly from: string | null;
  readonly to: string | null;
}

export type NoticeKind =
  | 'join'
  | 'lost-characters'
  | 'duplicate'
  | 'doubled-word'
  | 'intrusion'
  | 'unbalanced-quote'
  | 'order'
  | 'orphan'
  | 'jump-open'
  | 'jump-linked'
  | 'stray-caption'
  | 'split-line'
  | 'encoding';

/** A non-fatal finding. `spans` name the evidence in reading order; `values` fill the wording the interface owns. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly spans: readonly SourceSpan[];
  readonly judgement: Judgement;
  readonly values?: Readonly<Record<string, string | number>>;
  /** By the reader. What was dismissed is no finding any more. */
  readonly confirmed?: true;
}

/**
 * One run of a paragraph. What is printed is `glue` followed by the source's text from start to end, if `kind` is `text`;
 * a `duplicate` passage and a line-end `hyphen` keep their place but are not printed.
 */
export interface ParagraphSpan extends SourceSpan {
  readonly kind: 'text' | 'duplicate' | 'hyphen';
  /** A space where a line break between Latin words was taken out; else empty. */
  readonly glue: '' | ' ';
  /** Why this run continues the one before it; absent on a paragraph's first run and within hard-wrapped lines. */
  readonly judgement?: Judgement;
}

/** Printed text equals the concatenation that ParagraphSpan describes. */
export interface Paragraph {
  readonly role: ParagraphRole;
  readonly text: string;
  readonly spans: readonly ParagraphSpan[];
}

export interface HeadingSpan extends SourceSpan {
  readonly role: HeadingRole;
}

export interface ArticleFields {
  readonly column: string | null;
  readonly kicker: string | null;
  readonly locality: string | null;
  readonly headline: string | null;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly credit: string | null;
}

/** A stretch of an article that lies in one source; a story joined across a jump has several. */
export interface ArticlePart {
  readonly article: ArticleId;
  readonly source: SourceId;
  /** Edition page as printed, if known. */
  readonly page: string | null;
  readonly file: string;
  /** Index in `Article.paragraphs` of the paragraph it begins in: the last of the part before, where a jump has cut a sentence. */
  readonly firstParagraph: number;
}

export interface Article extends ArticleFields {
  readonly id: ArticleId;
  readonly edition: EditionId;
  readonly kind: ArticleKind;
  readonly jump: Jump | null;
  /** Section of the paper, as its page's running head names it. */
  readonly section?: string;
  readonly heading: readonly HeadingSpan[];
  readonly paragraphs: readonly Paragraph[];
  /** At least one; more where a jump was linked. Every part's `article` id opens this article. */
  readonly parts: readonly ArticlePart[];
  readonly notices: readonly Notice[];
  /** Printed characters without white space. */
  readonly characters: number;
}

export type SectionKind = 'news' | 'column' | 'briefs' | 'photos' | 'jumps' | 'unplaced';

/** Articles under one standing title, in edition order. `title` is null where the interface names the kind. */
export interface Section {
  readonly key: string;
  readonly kind: SectionKind;
  readonly title: string | null;
  readonly articles: readonly ArticleId[];
}

export type EncodingName = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** What kind of file a source is; `text` is read as it is written, of the others the text is taken out first. */
export type SourceForm = 'text' | 'markdown' | 'html' | 'word' | 'pdf' | 'json' | 'alto';

export interface Source {
  readonly id: SourceId;
  readonly edition: EditionId;
  readonly name: string;
  /** Relative to what was imported, with forward slashes; equal to the name for a single file. Tells files of one name apart. */
  readonly path: string;
  /**
   * Every span and place counts in the source's text. For `text` that is the decoded file; else the text taken out of it, and a view of it says
   * so. The bytes of `word` and `pdf` have no encoding to choose.
   */
  readonly form: SourceForm;
  readonly page: Fact<string>;
  readonly encoding: EncodingName;
  readonly encodingJudgement: Judgement;
  readonly bytes: number;
  readonly characters: number;
  readonly importedAt: string;
  readonly parserVersion: string;
}

/** A source with its text (see `form`), as the source view shows it. */
export interface SourceText extends Source {
  readonly text: string;
  /** Furniture and whatever belongs to no article, in file order. */
  readonly furniture: readonly Span[];
}

/** Where in an edition a reader is, and what share of it they have read, 0 to 1. */
export interface ReadingPosition {
  readonly place: Place;
  readonly progress: number;
}

export type ReadState = 'unread' | 'reading' | 'read';

export interface EditionSummary {
  readonly id: EditionId;
  readonly paper: Fact<string>;
  /** ISO day, yyyy-mm-dd. */
  readonly date: Fact<string>;
  readonly pages: readonly string[];
  readonly articles: number;
  readonly characters: number;
  readonly sources: number;
  readonly importedAt: string;
  readonly openedAt: string | null;
  readonly readState: ReadState;
  /** Share of the text that has been read, 0 to 1; it never grows less. */
  readonly progress: number;
  /** Headlines by weight, at most six: enough for a miniature. */
  readonly headlines: readonly string[];
  /** Names of its files, in the order they were imported. */
  readonly fileNames: readonly string[];
}

export interface TrashedEdition extends EditionSummary {
  readonly trashedAt: string;
}

/** A source and the edition it stands in, or is to stand in; null for a new edition of its own. */
export interface SourceMove {
  readonly source: SourceId;
  readonly edition: EditionId | null;
}

/** What a library or a backup of one holds, as a reader would count: without furniture, and without what lies in the trash. */
export interface LibraryContents {
  readonly editions: number;
  readonly sources: number;
  readonly articles: number;
  readonly bookmarks: number;
  readonly watchedFolders: number;
  /** When the last file was imported; null in an empty library. */
  readonly lastImport: string | null;
  /** On disk. */
  readonly bytes: number;
}

/** What a look through the whole library has found; nothing where all is well. */
export interface LibraryCheck {
  /** The file itself is sound, from end to end. */
  readonly whole: boolean;
  readonly files: readonly {
    readonly source: SourceId;
    readonly name: string;
    /**
     * `articles` were not what the kept bytes say, and have been read again; `recognition`: they were, and newer recognition reads them
     * otherwise, which it has done; `bytes` are no longer those that were imported.
     */
    readonly fault: 'bytes' | 'articles' | 'recognition';
  }[];
}

export interface Backup extends LibraryContents {
  /** File name in the library's `backups` folder. */
  readonly name: string;
  readonly reason: 'scheduled' | 'asked' | 'before-restore';
  readonly madeAt: string;
}

export interface Edition extends EditionSummary {
  readonly files: readonly Source[];
  readonly sections: readonly Section[];
  /** In edition order. Articles joined across a jump appear once. */
  readonly contents: readonly Article[];
  readonly position: Place | null;
}

export interface Bookmark {
  readonly id: BookmarkId;
  readonly place: Place;
  /** Printed text at the place when it was made, at most 80 characters; finds the place again after a re-read. */
  readonly quote: string;
  /**
   * First words of its article's text where the place is in the heading, as a page's first place is; the sentence from its beginning where the place
   * is within it, as a match is; at most 80 characters. Null where a sentence begins there.
   */
  readonly opening: string | null;
  readonly edition: EditionId;
  readonly article: ArticleId | null;
  readonly headline: string | null;
  readonly section: string | null;
  readonly paper: string | null;
  readonly date: string | null;
  /** Of its file, as printed. */
  readonly page: string | null;
  readonly createdAt: string;
}

export type FileOutcome = FileResult & {
  /** Where it lay, with forward slashes, if that says more than its name. */
  readonly path?: string;
  /** It failed, and the host can read it again from where it lies (`import.again`). */
  readonly again?: true;
};

export interface JoinedEdition {
  readonly paper: string | null;
  /** ISO day. */
  readonly date: string | null;
}

export type FileResult =
  | {
      readonly kind: 'imported';
      readonly name: string;
      readonly source: SourceId;
      readonly edition: EditionId;
      readonly encoding: EncodingName;
      readonly articles: number;
      /** What its text and its name say of it; null where neither does. */
      readonly said: JoinedEdition & { readonly page: string | null };
      /** The edition was there before it, and was called so; of several pages that come in together the first may have made it. */
      readonly joined?: JoinedEdition;
      /** The edition has the same page from another file, too: both are kept. */
      readonly twin?: true;
    }
  | {
      readonly kind: 'unchanged';
      readonly name: string;
      readonly source: SourceId;
      readonly edition: EditionId;
      /** What it is called in the library, where it came in under another name. */
      readonly knownAs?: string;
      /** Its edition was in the trash, and is on the shelf again. */
      readonly restored?: true;
    }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: ProblemData };

/** As furniture (a running head, a folio, a list of editors) it is of no article. */
export type LineRole =
  | 'column'
  | 'locality'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'credit'
  | 'subhead'
  | 'caption'
  | 'body'
  | 'furniture';

/**
 * How the reader would have a line of a file read. A line lies between two line ends; in an article it may have a heading's or a
 * paragraph's runs, which are put elsewhere whole: nothing of the text is ever changed or lost.
 */
export type LineChange =
  /** It and all that comes after it in its article are an article of their own; as its headline, or as its text. */
  | { readonly kind: 'begin-article'; readonly role: 'headline' | 'body' }
  /** It continues the paragraph before it in its article. */
  | { readonly kind: 'join' }
  /** It begins a paragraph. */
  | { readonly kind: 'split' }
  | { readonly kind: 'role'; readonly role: LineRole }
  /** It is no part of its article, and of no other that is known. */
  | { readonly kind: 'leave-out' }
  /**
   * It belongs to the article of the same file that holds the text at `to`; with `rest` also all that comes after it in its article. There it
   * stands after the line that holds the text at `after`, before all else where that is null, and in the file's order where none is named:
   * only with a place named it may be its own article.
   */
  | { readonly kind: 'move'; readonly to: number; readonly rest?: true; readonly after?: number | null }
  /**
   * The whole article that holds the place goes into the one of the same file that holds the text at `to`: behind all of it, or before it where it
   * begins before it. Its titles are subheads there, unless the other has no headline.
   */
  | { readonly kind: 'merge'; readonly to: number }
  /**
   * What to think of the finding that begins there. A join that is dismissed is parted, a passage left out as repeated is printed, what was
   * moved goes back to where it lay.
   */
  | { readonly kind: 'notice'; readonly notice: NoticeKind; readonly answer: 'confirmed' | 'dismissed' };

/** A change that stays on its words whenever its source is read again. */
export interface Correction {
  readonly id: number;
  readonly place: Place;
  /** Text of the line from the place on when it was made, at most 80 characters. */
  readonly quote: string;
  readonly change: LineChange;
  readonly createdAt: string;
}

/** A picture of a long piece of work; sent at most every 100 ms and once at its end. */
export interface JobSnapshot {
  readonly id: JobId;
  readonly kind: 'import' | 'reread' | 'reindex' | 'export';
  readonly state: 'running' | 'cancelling' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  /** Files known so far; null while still counting. */
  readonly total: number | null;
  readonly bytes: number;
  readonly articles: number;
  readonly current: string | null;
  /** The reader has it wait; its state stays `running`. */
  readonly paused?: boolean;
  /** The watched folder that files came from by themselves: nobody waits for it. */
  readonly watched?: string;
  /** Somebody gave the files to the host itself (command line, menu, a file opened with the app) and waits to see them. */
  readonly awaited?: true;
  readonly startedAt: string;
  /** Once it is over. */
  readonly endedAt?: string;
  /** While a job runs an event names what is new since the last one; its last event, `job.list` and a finished import name all. */
  readonly outcomes: readonly FileOutcome[];
  /** Where `outcomes` begins among all of the job's; 0 where none before it is left out. */
  readonly firstOutcome: number;
}

/** An import that a crash, a power cut or the app's closing has cut short, or that the reader stopped. What it had finished is in the library. */
export interface InterruptedImport {
  readonly id: number;
  readonly startedAt: string;
  /** Files it was done with, and files it knew of; null where it was still counting. */
  readonly done: number;
  readonly total: number | null;
  /** What it was to read, if it can be read again from there; empty where files were handed in by a page, which has to be given them again. */
  readonly paths: readonly string[];
}

/** A folder whose new files come in by themselves. What is moved or deleted there changes nothing in the library. */
export interface WatchedFolder {
  readonly path: string;
  /** `unreachable`: gone, on a disk that is not there, or not to be read; looked for again by itself. */
  readonly state: 'watching' | 'unreachable';
  /** When a file last came in from it. */
  readonly lastImport: string | null;
  /** Files that are still being written, or wait their turn. */
  readonly waiting: number;
}

/** One of several articles that say the same. */
export interface SimilarArticle {
  readonly article: ArticleId;
  readonly edition: EditionId;
  readonly headline: string | null;
  /** What stands there first. */
  readonly opening: string;
  readonly paper: string | null;
  readonly date: string | null;
  /** Of its file, as printed. */
  readonly page: string | null;
  readonly characters: number;
  /** Where it begins. */
  readonly place: Place;
  /** Runs of five characters that it and the group's first have in common, as a share of those in either (Jaccard), 0 to 1. */
  readonly similarity: number;
}

/** At least two, in more than one edition; the first is what the others are compared with: the earliest, or the one asked about. */
export interface SimilarGroup {
  readonly articles: readonly SimilarArticle[];
}

export interface SimilarArticles {
  /** Articles at least this similar to the first of a group stand in it. */
  readonly threshold: number;
  /** Articles long enough to be compared. */
  readonly compared: number;
  readonly total: number;
  /** Largest first. */
  readonly groups: readonly SimilarGroup[];
}

export type SearchSort = 'relevance' | 'newest' | 'oldest';

export interface SearchHit {
  readonly articleId: ArticleId;
  readonly edition: EditionId;
  readonly paper: string | null;
  readonly date: string | null;
  readonly page: string | null;
  readonly file: string;
  readonly headline: string | null;
  /** What to call a story without a headline by: the edition page it comes from, as printed, and its first words (with an ellipsis where they stop short). */
  readonly untitled?: { readonly jumpFrom: string | null; readonly opening: string };
  readonly section: string | null;
  readonly snippet: string;
  /** In UTF-16 code units of `snippet`. */
  readonly matches: readonly Span[];
  /** In UTF-16 code units of `headline`. */
  readonly headlineMatches: readonly Span[];
  /** First match in the source's text: where Enter opens the page. */
  readonly place: Place;
  readonly matchCount: number;
}

export type FacetName = 'section' | 'paper' | 'place' | 'month' | 'kind';

export interface FacetCount {
  /** Empty for articles whose paper, or whose day, is not known: chosen like any other, they are what is left. */
  readonly value: string;
  readonly count: number;
}

/**
 * What keeps a query from being read: half a pair of quotation marks, something stuck to the closing one, a field without a value, a date, mark
 * or kind that is not known, OR or AND without a word on either side.
 */
export type QueryFaultKind = 'quote' | 'after-quote' | 'value' | 'date' | 'flag' | 'kind' | 'join';

export interface QueryFault {
  readonly kind: QueryFaultKind;
  /** The piece of the query it lies in, as typed. */
  readonly at: string;
}

export interface SearchResult {
  readonly query: string;
  readonly total: number;
  readonly tookMs: number;
  /** While the index is being rebuilt a result may be short, and says so. */
  readonly state: 'ready' | 'rebuilding';
  /** Set where the query could not be read as written and was searched as plain text. */
  readonly hint: 'searched-as-text' | null;
  /** Set with `hint`. */
  readonly fault?: QueryFault;
  /**
   * Where nothing was found: the query's words without its signs, and how many articles hold them all. Where quotation marks of the text itself were
   * sought: the query without them. Only where that finds more.
   */
  readonly plain?: { readonly text: string; readonly total: number };
  readonly hits: readonly SearchHit[];
  /** Each facet is counted under the choices made in the other facets; `month` (yyyy-mm) is complete and in order, the undated first. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** Words of the library close to what was typed, where nothing was found. */
  readonly similar?: readonly string[];
}

export interface SuggestedArticle {
  readonly id: ArticleId;
  readonly edition: EditionId;
  readonly paper: string | null;
  /** ISO day. */
  readonly date: string | null;
}

export interface Suggestion {
  readonly text: string;
  readonly kind: 'headline' | 'byline' | 'column' | 'place' | 'paper';
  /** What a headline stands over; null where several articles share it, and for names. */
  readonly article: SuggestedArticle | null;
  /** Of a headline, where what was typed stands in its article: not in the headline where the text begins with it. Absent where it only sounds or looks alike. */
  readonly holds?: 'headline' | 'lead';
  /** Articles that carry it. */
  readonly count: number;
}

export interface SuggestionList {
  readonly suggestions: readonly Suggestion[];
  /** Whether all that can be suggested was looked through; while it is being read in, asking again may bring more. */
  readonly complete: boolean;
}

export type ProblemCode =
  | 'bad-input'
  | 'not-found'
  | 'not-allowed'
  | 'file-empty'
  | 'file-too-large'
  | 'file-binary'
  | 'file-unreadable'
  | 'file-too-hard'
  | 'file-damaged'
  | 'file-not-text'
  | 'file-other-form'
  | 'file-old-form'
  | 'file-locked'
  | 'file-no-text'
  | 'file-unwritable'
  | 'folder-missing'
  | 'library-newer'
  | 'library-damaged'
  | 'library-unwritable'
  | 'library-busy'
  | 'disk-full'
  | 'cancelled'
  | 'host-lost'
  | 'unexpected';

/** What crosses a process border when something fails. `values` fill the wording, which the interface owns. */
export interface ProblemData {
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Finds the entry in the log, for `unexpected`. */
  readonly reference?: string;
}

/** Reader preferences, kept in the library. Unknown keys survive, so that an older version loses nothing. */
export interface Settings {
  readonly language: 'system' | 'zh-CN' | 'en';
  readonly theme: 'system' | 'paper' | 'white' | 'dark' | 'contrast';
  /** Body type size in CSS pixels on a page. */
  readonly typeSize: number;
  /** Article view: characters a line. */
  readonly measure: number;
  /** Article view: line height as a multiple of the type size. */
  readonly lineHeight: number;
  readonly direction: 'horizontal' | 'vertical';
  readonly justify: boolean;
  readonly singleKeys: boolean;
  /** Command name -> key, where the reader has changed it. */
  readonly keys: Readonly<Record<string, string>>;
  readonly sourceView: boolean;
  /** Of the source beside an article, in CSS pixels; absent until the reader draws its edge. */
  readonly sourceWidth?: number;
  /** What a search finds: articles with their passages, or one line an article. */
  readonly searchForm: 'passages' | 'list';
  /** Queries, the last one first. */
  readonly recentSearches?: readonly string[];
  /** `seen` is the number of hits when the reader last looked; without an edition it goes through all papers. */
  readonly savedSearches?: readonly {
    readonly text: string;
    readonly seen: number;
    readonly edition?: EditionId;
    readonly facets?: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  }[];
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  typeSize: 15,
  measure: 32,
  lineHeight: 1.76,
  direction: 'horizontal',
  justify: true,
  singleKeys: true,
  keys: {},
  sourceView: false,
  searchForm: 'passages',
};

export interface AppInfo {
  readonly version: string;
  readonly parserVersion: string;
  readonly host: 'electron' | 'web';
  readonly platform: string;
  readonly library: string;
  /** Whether `pdf.save` is to be had here: a browser prints into files by itself. */
  readonly savesPdf: boolean;
  /** Set when the library could not be opened; every other operation then fails with it. */
  readonly problem: ProblemData | null;
}
