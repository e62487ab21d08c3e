/**
 * What the parser makes of one source, and what the store keeps of it.
 * Spans here carry no source id: they all lie in the one text that was parsed.
 */
import type {
  ArticleFields,
  ArticleKind,
  EncodingName,
  Fact,
  HeadingRole,
  Judgement,
  Jump,
  NoticeKind,
  ParagraphRole,
  Span,
} from './model';

export interface ParsedHeading extends Span {
  readonly role: HeadingRole;
}

/** See `ParagraphSpan` in model.ts for what is printed of it. Spans never hold a line break. */
export interface ParsedSpan extends Span {
  readonly kind: 'text' | 'duplicate' | 'hyphen';
  readonly glue: '' | ' ';
  /** On the first run of a continuation: what the reader says of it, see story-paragraphs.ts in library/. */
  readonly judgement?: Judgement;
}

export interface ParsedParagraph {
  readonly role: ParagraphRole;
  readonly text: string;
  readonly spans: readonly ParsedSpan[];
}

export interface ParsedArticle extends ArticleFields {
  /** Unique within its source. */
  readonly id: string;
  readonly kind: ArticleKind;
  readonly jump: Jump | null;
  readonly judgement: Judgement;
  /** Edition page as printed, where the source holds several and says where each begins. */
  readonly page?: string;
  /** Section of the paper, as its page's running head names it. */
  readonly section?: string;
  readonly heading: readonly ParsedHeading[];
  readonly paragraphs: readonly ParsedParagraph[];
}

export interface ParsedNotice {
  readonly kind: NoticeKind;
  readonly spans: readonly Span[];
  readonly judgement: Judgement;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Not the parser's: the reader has confirmed it. */
  readonly confirmed?: true;
}

export interface ParsedSource {
  readonly parserVersion: string;
  readonly encoding: EncodingName;
  /** In reading order. Every non-blank character of the text lies in exactly one heading or paragraph span. */
  readonly articles: readonly ParsedArticle[];
  readonly notices: readonly ParsedNotice[];
  readonly facts: {
    readonly paper: Fact<string>;
    /** ISO day. */
    readonly date: Fact<string>;
    readonly page: Fact<string>;
  };
}

/** A story that goes on from one source to another (or to another place of the same one); indices are into the list given. */
export interface ParsedLink {
  readonly from: { readonly source: number; readonly article: string };
  readonly to: { readonly source: number; readonly article: string };
  readonly judgement: Judgement;
}
