/**
 * The one map of operations (name -> input schema, output type) and the one map of events.
 * Hosts check every input against its schema once, at their edge; the client is derived from the map.
 */
import * as v from 'valibot';
import type {
  AppInfo,
  ArticleId,
  Backup,
  Bookmark,
  Correction,
  Edition,
  EditionId,
  EditionSummary,
  InterruptedImport,
  JobId,
  JobSnapshot,
  LibraryCheck,
  LibraryContents,
  MatchSpan,
  ReadingPosition,
  SearchResult,
  Settings,
  SimilarArticles,
  SourceMove,
  SourceText,
  SuggestionList,
  TrashedEdition,
  WatchedFolder,
} from './model';

const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.strictObject({ source: id, offset });
const shortText = v.pipe(v.string(), v.maxLength(1000));
const isoDay = v.pipe(v.string(), v.isoDate());
const encoding = v.picklist(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']);
const nothing = v.strictObject({});
const facet = v.optional(v.array(shortText));
const facets = v.optional(v.strictObject({ section: facet, paper: facet, place: facet, month: facet, kind: facet }));

const settings = v.looseObject({
  language: v.optional(v.picklist(['system', 'zh-CN', 'en'])),
  theme: v.optional(v.picklist(['system', 'paper', 'white', 'dark', 'contrast'])),
  typeSize: v.optional(v.pipe(v.number(), v.minValue(10), v.maxValue(40))),
  measure: v.optional(v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(60))),
  lineHeight: v.optional(v.pipe(v.number(), v.minValue(1.2), v.maxValue(3))),
  direction: v.optional(v.picklist(['horizontal', 'vertical'])),
  justify: v.optional(v.boolean()),
  singleKeys: v.optional(v.boolean()),
  keys: v.optional(v.record(v.string(), v.string())),
  sourceView: v.optional(v.boolean()),
  sourceWidth: v.optional(v.pipe(v.number(), v.minValue(320), v.maxValue(4000))),
  searchForm: v.optional(v.picklist(['passages', 'list'])),
});

const noticeKind = v.picklist([
  'join',
  'lost-characters',
  'duplicate',
  'doubled-word',
  'intrusion',
  'unbalanced-quote',
  'order',
  'orphan',
  'jump-open',
  'jump-linked',
  'stray-caption',
  'split-line',
  'encoding',
]);

export const lineChange = v.variant('kind', [
  v.strictObject({ kind: v.literal('begin-article'), role: v.picklist(['headline', 'body']) }),
  v.strictObject({ kind: v.literal('join') }),
  v.strictObject({ kind: v.literal('split') }),
  v.strictObject({
    kind: v.literal('role'),
    role: v.picklist(['column', 'locality', 'kicker', 'headline', 'deck', 'byline', 'credit', 'subhead', 'caption', 'body', 'furniture']),
  }),
  v.strictObject({ kind: v.literal('leave-out') }),
  v.strictObject({ kind: v.literal('move'), to: offset, rest: v.optional(v.literal(true)), after: v.optional(v.nullable(offset)) }),
  v.strictObject({ kind: v.literal('merge'), to: offset }),
  v.strictObject({ kind: v.literal('notice'), notice: noticeKind, answer: v.picklist(['confirmed', 'dismissed']) }),
]);

/** One file of an import. `path` is relative to what was dropped, with forward slashes; it may name paper, date and page. */
const importFile = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  path: v.optional(shortText),
  bytes: v.instance(Uint8Array),
  encoding: v.optional(encoding),
});

function operation<Output>() {
  return <const Schema extends v.GenericSchema>(input: Schema) => ({ input, output: undefined as Output });
}

export const operations = {
  'app.info': operation<AppInfo>()(nothing),
  'settings.read': operation<Settings>()(nothing),
  'settings.write': operation<Settings>()(settings),

  /**
   * Where a start begins, without waiting for the whole shelf: the edition opened last, else the first on the shelf; null on an empty one.
   * `inArticle`: the article at its position was being read alone, not on its page.
   */
  'edition.latest': operation<{ readonly edition: EditionId | null; readonly inArticle: boolean }>()(nothing),
  'library.editions': operation<readonly EditionSummary[]>()(nothing),
  'edition.read': operation<Edition>()(v.strictObject({ edition: id })),
  /** The reader has it open: it leads the shelf and is where the next start begins. Reading alone, as for a miniature, is not opening. */
  'edition.opened': operation<null>()(v.strictObject({ edition: id, inArticle: v.optional(v.boolean(), false) })),
  /** Typed by the reader; a null goes back to what the text says. */
  'edition.correct': operation<Edition>()(
    v.strictObject({ edition: id, paper: v.optional(v.nullable(shortText)), date: v.optional(v.nullable(isoDay)) }),
  ),
  /** Hidden from shelf, search and bookmarks, and whole until the trash is emptied. */
  'edition.trash': operation<null>()(v.strictObject({ edition: id })),
  'edition.restore': operation<null>()(v.strictObject({ edition: id })),
  'trash.list': operation<readonly TrashedEdition[]>()(nothing),
  /** For good: sources, bookmarks and all. */
  'trash.empty': operation<null>()(v.strictObject({ editions: v.pipe(v.array(id), v.minLength(1)) })),
  /** Puts files into other editions; what comes back, given in turn, undoes it. Merging is moving all of an edition's files. */
  'source.move': operation<readonly SourceMove[]>()(
    v.strictObject({ moves: v.pipe(v.array(v.strictObject({ source: id, edition: v.nullable(id) })), v.minLength(1)) }),
  ),
  /** The page a file is of, typed by the reader; a null goes back to what the text or its name says. */
  'source.correct': operation<{ readonly edition: EditionId }>()(v.strictObject({ source: id, page: v.nullable(shortText) })),
  'source.read': operation<SourceText>()(v.strictObject({ source: id })),
  /** Decodes the kept bytes anew and parses them again; bookmarks stay on their text. */
  'source.reread': operation<{ readonly edition: EditionId }>()(v.strictObject({ source: id, encoding })),

  /** What the reader has put right in a source's articles, the newest first; of what was said more than once of the same line, the last. */
  'correction.list': operation<readonly Correction[]>()(v.strictObject({ source: id })),
  /** The one made last in any of an edition's files, whenever that was. */
  'correction.latest': operation<Correction | null>()(v.strictObject({ edition: id })),
  /** Reads the source again with it. `article` is the one that holds the place afterwards. Fails with `not-found` where no text stands there. */
  'correction.add': operation<{ readonly correction: number; readonly edition: EditionId; readonly article: ArticleId | null }>()(
    v.strictObject({ place, change: lineChange }),
  ),
  /** What was said of the same line before holds again, unless it is to go `withEarlier`. */
  'correction.remove': operation<{ readonly edition: EditionId; readonly article: ArticleId | null }>()(
    v.strictObject({ correction: id, withEarlier: v.exactOptional(v.literal(true)) }),
  ),

  /** How many files another version of the parser has read. */
  'library.outdated': operation<{ readonly sources: number }>()(nothing),
  /** Reads them again in the background; bookmarks, positions and corrections stay on their text. */
  'library.reread': operation<{ readonly job: JobId }>()(nothing),
  /** Looks through everything, which takes a while in a large library, and mends what can be made again. */
  'library.check': operation<LibraryCheck>()(nothing),
  'library.contents': operation<LibraryContents>()(nothing),
  /**
   * Writes everything out in open formats, into a new folder inside the one named by an absolute path; `path` is the new one. Answers once the job
   * (kind `export`) has begun. Fails with `folder-missing` {path} where there is no such folder.
   */
  'library.export': operation<{ readonly job: JobId; readonly path: string }>()(
    v.strictObject({ folder: v.pipe(shortText, v.minLength(1)) }),
  ),
  /** Newest first. */
  'backup.list': operation<readonly Backup[]>()(nothing),
  'backup.make': operation<Backup>()(nothing),
  /** Puts a backup in the library's place; what was there is backed up first. */
  'backup.restore': operation<null>()(v.strictObject({ name: shortText })),

  /** An import is opened, fed with files as fast as they are taken, and closed. `total` is null while still counting. */
  'import.open': operation<{ readonly job: JobId }>()(v.strictObject({ total: v.nullable(offset) })),
  'import.add': operation<null>()(v.strictObject({ job: v.string(), files: v.pipe(v.array(importFile), v.maxLength(500)) })),
  /** A file the page itself could not read or refuses to send, so that it is named among the outcomes. */
  'import.refuse': operation<null>()(
    v.strictObject({
      job: v.string(),
      name: shortText,
      path: v.optional(shortText),
      reason: v.picklist(['file-too-large', 'file-unreadable']),
    }),
  ),
  /**
   * Reads files that failed again from where they lie, by their places among their jobs' outcomes, which say `again`; of an archive all that is in
   * it. Fails with `not-found` where a job is forgotten.
   */
  'import.again': operation<{ readonly job: JobId }>()(
    v.strictObject({
      files: v.pipe(v.array(v.strictObject({ job: v.string(), outcome: offset })), v.minLength(1)),
      encoding: v.optional(encoding),
    }),
  ),
  'import.close': operation<null>()(v.strictObject({ job: v.string() })),
  /** What was cut short and is not going on anywhere, latest first. */
  'import.interrupted': operation<readonly InterruptedImport[]>()(nothing),
  /** Reads its paths again; what had come in is passed over as unchanged. Fails with `not-found` where it has no paths. */
  'import.resume': operation<{ readonly job: JobId }>()(v.strictObject({ import: id })),
  /** The reader knows, and lets it be. */
  'import.forget': operation<null>()(v.strictObject({ import: id })),
  'job.list': operation<readonly JobSnapshot[]>()(nothing),
  'job.cancel': operation<null>()(v.strictObject({ job: v.string() })),
  /** Stops after the file at hand until resumed or cancelled; a job that cannot wait, or is over, goes on as it is. Its snapshot says `paused`. */
  'job.pause': operation<null>()(v.strictObject({ job: v.string() })),
  'job.resume': operation<null>()(v.strictObject({ job: v.string() })),

  /** As the reader added them. */
  'watch.list': operation<readonly WatchedFolder[]>()(nothing),
  /** An absolute path. Files that lie there already come in too. Fails with `folder-missing` {path} where there is no such folder. */
  'watch.add': operation<readonly WatchedFolder[]>()(v.strictObject({ path: v.pipe(shortText, v.minLength(1)) })),
  /** What came from it stays. */
  'watch.remove': operation<readonly WatchedFolder[]>()(v.strictObject({ path: shortText })),
  /** Asks the reader for a folder by the system's dialog; null where none was chosen. Fails with `not-allowed` where the host has no dialog (web). */
  'folder.choose': operation<{ readonly path: string | null }>()(nothing),
  /**
   * Puts what the page would print now into a PDF file that the reader names by the system's dialog, `name` being what is proposed; null where
   * they thought better of it. Fails with `file-unwritable` {name}, and with `not-allowed` where the host has no dialog (web).
   */
  'pdf.save': operation<{ readonly path: string | null }>()(v.strictObject({ name: shortText })),

  /** Articles that say the same in several editions; nothing is ever removed for it. `article` asks for those like it. */
  'library.similar': operation<SimilarArticles>()(
    v.strictObject({
      article: v.optional(id),
      threshold: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1))),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))),
      offset: v.optional(offset),
    }),
  ),

  /**
   * Articles whole, with paper, date, page and file, each as the piece of a file: in Markdown, or an object of the JSON that import takes back. In the
   * order asked for, a story once; what is in the library no more is left out. `language`: of the words that Markdown needs; else the article's own.
   */
  'article.export': operation<{ readonly pieces: readonly string[] }>()(
    v.strictObject({
      articles: v.pipe(v.array(id), v.minLength(1), v.maxLength(500)),
      form: v.picklist(['markdown', 'json']),
      language: v.optional(v.picklist(['zh-CN', 'en'])),
    }),
  ),

  /** `progress`: share of the text that has been read; without it, all before the place counts as read. */
  'position.save': operation<null>()(
    v.strictObject({ edition: id, place, progress: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))) }),
  ),
  /**
   * The reader says how far they are, whatever was kept before: null for not at all; without a place it stays where it was. What comes back is how
   * far they were: given in turn, it undoes it.
   */
  'position.mark': operation<{ readonly position: ReadingPosition | null }>()(
    v.strictObject({
      edition: id,
      position: v.nullable(v.strictObject({ place: v.optional(place), progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })),
    }),
  ),
  'bookmark.list': operation<readonly Bookmark[]>()(nothing),
  'bookmark.add': operation<Bookmark>()(v.strictObject({ place })),
  'bookmark.remove': operation<null>()(v.strictObject({ bookmark: id })),

  'search.query': operation<SearchResult>()(
    v.strictObject({
      text: shortText,
      sort: v.optional(v.picklist(['relevance', 'newest', 'oldest'])),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))),
      offset: v.optional(offset),
      edition: v.optional(id),
      facets,
    }),
  ),
  'search.suggest': operation<SuggestionList>()(
    v.strictObject({ text: shortText, limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))) }),
  ),
  /** Every match of a query in one edition, as narrowed by facets, in edition order: what a page marks and next/previous hit walks. */
  'search.marks': operation<readonly MatchSpan[]>()(v.strictObject({ text: shortText, edition: id, facets })),
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;
export type Input<Name extends OperationName> = v.InferInput<Operations[Name]['input']>;
export type Output<Name extends OperationName> = Operations[Name]['output'];

export interface Events {
  readonly job: JobSnapshot;
  /** Something in these editions changed; null means anything may have. */
  readonly 'library.changed': { readonly editions: readonly EditionId[] | null };
  /** A menu or the command line asks the page to do something. */
  readonly command: { readonly name: string };
}
export type EventName = keyof Events;
