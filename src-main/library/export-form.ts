/**
 * The form of an exported library: `library.json` beside the original files, with all that a reader added to them.
 * Documented in README.md; a change of meaning is another version.
 */
import * as v from 'valibot';
import { lineChange } from '../contract/operations';

export const EXPORT_FORMAT = 'newsroom-library';
export const EXPORT_VERSION = 1;
export const MANIFEST = 'library.json';

const text = v.string();
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

const anchor = { offset: wholeNumber, quote: text };

const exportedFile = v.object({
  /** Relative to the folder, with forward slashes. */
  original: text,
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
  name: text,
  path: text,
  encoding: v.picklist(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']),
  /** Chosen by the reader, not found out. */
  encodingConfirmed: v.boolean(),
  /** What the reader typed; null where it is inferred. */
  page: v.nullable(text),
  importedAt: text,
  bookmarks: v.array(v.object({ ...anchor, createdAt: text })),
  /** In the order in which they were made; exports made before there were any have none. */
  corrections: v.optional(v.array(v.object({ ...anchor, change: lineChange, createdAt: text })), []),
});

const exportedEdition = v.object({
  /** What the reader confirmed or typed; null where it is inferred. */
  paper: v.nullable(text),
  date: v.nullable(v.pipe(text, v.isoDate())),
  importedAt: text,
  openedAt: v.nullable(text),
  trashedAt: v.nullable(text),
  /** `file` counts in `files`, from 0. */
  position: v.nullable(
    v.object({ file: wholeNumber, ...anchor, progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), savedAt: text }),
  ),
  files: v.array(exportedFile),
});

export const exportManifest = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.literal(EXPORT_VERSION),
  exportedAt: text,
  settings: v.record(text, v.unknown()),
  editions: v.array(exportedEdition),
});

export type ExportManifest = v.InferOutput<typeof exportManifest>;
export type ExportedEdition = v.InferOutput<typeof exportedEdition>;
export type ExportedFile = v.InferOutput<typeof exportedFile>;
