/**
 * What composition makes: pages of positioned lines, rules and slots, in reading order.
 * Positions are CSS pixels from the page's top left corner. Plain data; not for drawing.
 */
import type { ArticleId, Place, SourceSpan } from '../../../src-main/contract/model';
import type { OpenEnd } from '../open-ends';
import type { Face } from './advances';
import type { Run } from './break-lines';
import type { PageGeometry } from './geometry';

export type Tone = 'ink' | 'ink-2' | 'ink-3' | 'red' | 'hairline';

export type LineRole =
  | 'body'
  | 'subhead'
  | 'caption'
  | 'headline'
  | 'deck'
  | 'kicker'
  | 'locality'
  | 'column'
  | 'byline'
  | 'credit'
  | 'jump';

export type ParserMark = 'join' | 'moved' | 'doubt' | 'omit' | 'split';

/** A stretch of a line that lies in one run of one source; `from` and `to` are UTF-16 offsets into the line's text. */
export interface Fragment extends SourceSpan {
  readonly from: number;
  readonly to: number;
}

export interface TextLine {
  readonly kind: 'line';
  readonly role: LineRole;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Spacing of stretches of `text`, in em of `size`; offsets into `text`. */
  readonly runs: readonly Run[];
  readonly fragments: readonly Fragment[];
  readonly size: number;
  readonly face: Face;
  readonly tone: Tone;
  readonly align: 'start' | 'end';
  readonly article: ArticleId;
  /** Index into `Article.paragraphs`; −1 in a headline block. */
  readonly paragraph: number;
  /** Printed UTF-16 offsets within the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly lastOfParagraph: boolean;
  readonly mark: ParserMark | null;
  /** Where the gutter mark stands. */
  readonly markX: number;
}

export interface PageRule {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: Tone;
}

export interface PhotoSlot {
  readonly kind: 'photo-slot';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** 下转 and 上接: a link to another composed page. */
export interface JumpLink {
  readonly kind: 'jump';
  readonly direction: 'to' | 'from';
  readonly page: number;
  readonly article: ArticleId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly align: 'start' | 'end';
}

/** Where a story lacks its beginning or its end: a link to what was found. */
export interface OpenEndLink {
  readonly kind: 'open-end';
  readonly open: OpenEnd;
  readonly article: ArticleId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** Words that are the interface's, not the paper's. */
export interface PageLabel {
  readonly kind: 'label';
  readonly name: 'briefs' | 'unplaced' | 'index' | 'index-entry-page' | 'headline-elsewhere' | 'from-page' | 'photo-absent' | 'continued';
  readonly values?: Readonly<Record<string, string | number>>;
  /** The finding that it tells, and leads to. */
  readonly finding?: { readonly article: ArticleId; readonly index: number };
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly face: Face;
  readonly tone: Tone;
  readonly align: 'start' | 'end';
}

/** An entry of the index on page one; its page number is known once the edition has been composed that far. */
export interface IndexEntry {
  readonly kind: 'index-entry';
  readonly article: ArticleId;
  readonly place: Place;
  /** The headline; a line feed where it breaks. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly size: number;
}

export type PageElement = TextLine | PageRule | PhotoSlot | JumpLink | OpenEndLink | PageLabel | IndexEntry;

/** The part of a module that belongs to one article; null for what belongs to the module itself. */
export interface ModulePart {
  readonly article: ArticleId | null;
  readonly elements: readonly PageElement[];
}

export type ModuleKind = 'story' | 'photo' | 'briefs' | 'column' | 'unplaced' | 'index';

export interface PageModule {
  readonly kind: ModuleKind;
  /** 1 to 4; 1 is the lead. */
  readonly level: number;
  readonly continued: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly ModulePart[];
}

export interface ComposedPage {
  /** From 0. */
  readonly index: number;
  readonly geometry: PageGeometry;
  /** First body line, for the running head and the nameplate. */
  readonly headLines: number;
  readonly modules: readonly PageModule[];
  /** Hairlines between modules. */
  readonly rules: readonly PageRule[];
  /** First place of text on the page. */
  readonly place: Place;
  /** Lines of columns there are below the head, and how many of them stay empty. */
  readonly capacity: number;
  readonly empty: number;
}

/** Pages one after another; null is a pause, often enough that nothing waits long for whoever composes. */
export type Composing = Generator<ComposedPage | null, void>;
