/** Lines of a file as they lie in a parsed article: found, taken out, put back elsewhere. Pure. Not for what is to be done: see apply-corrections.ts. */
import type { ArticleFields, HeadingRole, ParagraphRole, Span } from '../contract/model';
import type { ParsedArticle, ParsedHeading, ParsedParagraph, ParsedSpan } from '../contract/parsed';

const lineEnds = /[\n\r\u2028\u2029]/u;

/** The line that holds an offset, without its line end. */
export function lineAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !lineEnds.test(text[start - 1] ?? '')) start -= 1;
  let end = offset;
  while (end < text.length && !lineEnds.test(text[end] ?? '')) end += 1;
  return { start, end };
}

export function withinLine(run: Span, line: Span): boolean {
  return run.start >= line.start && run.start < line.end;
}

/** All runs of an article, heading first. */
export function runsOf(article: ParsedArticle): readonly Span[] {
  return [...article.heading, ...article.paragraphs.flatMap((paragraph) => paragraph.spans)];
}

export function paragraphOf(role: ParagraphRole, spans: readonly ParsedSpan[], text: string): ParsedParagraph {
  let printed = '';
  for (const span of spans) if (span.kind === 'text') printed += span.glue + text.slice(span.start, span.end);
  return { role, text: printed, spans };
}

/** The article without the line, what stood around it in a paragraph parted; and the line's runs in file order. */
export function takeLine(
  article: ParsedArticle,
  text: string,
  line: Span,
): { readonly rest: ParsedArticle; readonly runs: readonly ParsedSpan[] } {
  const { rest, taken } = takeRuns(article, text, (run) => withinLine(run, line));
  const runs = [...article.heading.filter((run) => withinLine(run, line)).map(asText), ...taken.flatMap(({ spans }) => spans)];
  runs.sort((a, b) => a.start - b.start);
  return { rest: { ...rest, heading: article.heading.filter((run) => !withinLine(run, line)) }, runs };
}

/** The article without these runs of its text, paragraphs parted where they stood; and what was taken, as paragraphs in the article's order. */
export function takeRuns(
  article: ParsedArticle,
  text: string,
  isTaken: (run: ParsedSpan) => boolean,
): { readonly rest: ParsedArticle; readonly taken: readonly ParsedParagraph[] } {
  const taken: ParsedParagraph[] = [];
  const paragraphs = article.paragraphs.flatMap((paragraph): readonly ParsedParagraph[] => {
    if (!paragraph.spans.some(isTaken)) return [paragraph];
    const kept: ParsedParagraph[] = [];
    for (const part of partsOf(paragraph.spans, isTaken)) {
      const [first] = part;
      (first && isTaken(first) ? taken : kept).push(
        paragraphOf(
          paragraph.role,
          // What is said of the very first run stays with it for as long as it stays where it is.
          part.map((run, at) => opening(run, at === 0 && (isTaken(run) || run !== paragraph.spans[0]))),
          text,
        ),
      );
    }
    return kept;
  });
  return { rest: { ...article, paragraphs }, taken };
}

/** Runs that follow one another and of which `is` says the same, together. */
function partsOf(runs: readonly ParsedSpan[], is: (run: ParsedSpan) => boolean): readonly (readonly ParsedSpan[])[] {
  const parts: ParsedSpan[][] = [];
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1];
    if (before && is(before) === is(run)) parts.at(-1)?.push(run);
    else parts.push([run]);
  }
  return parts;
}

/** A heading's run as one of a paragraph. */
export function asText({ start, end }: ParsedHeading): ParsedSpan {
  return { start, end, kind: 'text', glue: '' };
}

/** A run that begins a paragraph continues nothing. */
function opening(run: ParsedSpan, isFirst: boolean): ParsedSpan {
  if (!isFirst) return run;
  const { judgement: _, ...plain } = run;
  return { ...plain, glue: '' };
}

/**
 * Where it stands in the file: behind the nearest run of the article's text before it, or before all text. It parts a paragraph that goes on
 * behind it in the file, and none that goes on with what is printed farther up.
 */
export function addParagraph(article: ParsedArticle, text: string, paragraph: ParsedParagraph): ParsedArticle {
  const start = paragraph.spans[0]?.start;
  if (start === undefined) return article;
  const earlier = article.paragraphs.flatMap(({ spans }) => spans.filter((run) => run.start < start).map((run) => run.start));
  const nearest = earlier.length === 0 ? null : Math.max(...earlier);
  const at = article.paragraphs.findIndex(({ spans }) => spans.some((run) => run.start === nearest));
  const spans = article.paragraphs[at]?.spans ?? [];
  const next = spans[spans.findIndex((run) => run.start === nearest) + 1];
  if (next && next.start > start) return insertAfter(article, text, [paragraph], nearest) ?? article;
  return { ...article, paragraphs: article.paragraphs.toSpliced(at + 1, 0, paragraph) };
}

export function addParagraphs(article: ParsedArticle, text: string, paragraphs: readonly ParsedParagraph[]): ParsedArticle {
  return paragraphs.reduce((one, paragraph) => addParagraph(one, text, paragraph), article);
}

/**
 * Behind the line that holds `after`, a paragraph parted there; before all text where `after` is null or a line of the heading. Null where the
 * line is no part of the article.
 */
export function insertAfter(
  article: ParsedArticle,
  text: string,
  inserted: readonly ParsedParagraph[],
  after: number | null,
): ParsedArticle | null {
  const atTheTop = { ...article, paragraphs: [...inserted, ...article.paragraphs] };
  if (after === null) return atTheTop;
  const line = lineAt(text, after);
  const at = article.paragraphs.findLastIndex(({ spans }) => spans.some((run) => withinLine(run, line)));
  const paragraph = article.paragraphs[at];
  if (!paragraph) return article.heading.some((run) => withinLine(run, line)) ? atTheTop : null;
  const cut = paragraph.spans.findLastIndex((run) => withinLine(run, line)) + 1;
  const [before, behind] = [paragraph.spans.slice(0, cut), paragraph.spans.slice(cut)];
  const parts = [before, behind.map((run, index) => opening(run, index === 0))]
    .filter((part) => part.length > 0)
    .map((part) => paragraphOf(paragraph.role, part, text));
  return { ...article, paragraphs: article.paragraphs.toSpliced(at, 1, ...parts.slice(0, 1), ...inserted, ...parts.slice(1)) };
}

/** Among the heading's lines by where it stands in the file. */
export function addHeading(article: ParsedArticle, runs: readonly ParsedSpan[], role: HeadingRole): ParsedArticle {
  const added = runs.map(({ start, end }): ParsedHeading => ({ start, end, role }));
  return { ...article, heading: [...article.heading, ...added].sort((a, b) => a.start - b.start) };
}

/** What an article brings along into another one. */
export interface Contents {
  readonly paragraphs: readonly ParsedParagraph[];
  /** Lines of the heading that are so wherever they stand. */
  readonly heading: readonly ParsedHeading[];
}

export const KEEPS_OFFICE: ReadonlySet<string> = new Set(['byline', 'credit', 'jump', 'furniture']);

/** What the reader has said a line of a heading is; null where they have said nothing of it. */
export type RoleGiven = (run: Span) => HeadingRole | null;

/** Titles are subheads in the article they come to, unless the reader has said what they are: but an article that has a headline gets no other. */
export function withinAnother(target: ParsedArticle, contents: Contents, text: string, given: RoleGiven): Contents {
  return withTitlesAs(() => 'subhead', target, contents, text, given);
}

/** A line sent behind a line of the text stands in the text: a headline as a subhead, any other title as the piece of text it was. */
export function withinTextAlone(target: ParsedArticle, contents: Contents, text: string, given: RoleGiven): Contents {
  return withTitlesAs(({ role }) => (role === 'headline' ? 'subhead' : 'body'), target, contents, text, given);
}

function withTitlesAs(
  roleOf: (title: ParsedHeading) => 'subhead' | 'body',
  target: ParsedArticle,
  { heading, paragraphs }: Contents,
  text: string,
  given: RoleGiven,
): Contents {
  const stays = (run: ParsedHeading) => isNoTitle(run, given) && (KEEPS_OFFICE.has(run.role) || mayHave(target, run.role));
  const titles = heading.filter((run) => !stays(run));
  return {
    paragraphs: [...titles.map((run) => paragraphOf(roleOf(run), [asText(run)], text)), ...paragraphs],
    heading: heading.filter(stays),
  };
}

/**
 * The line that the reader points at and sends there is still what it was; but what was read as a title without the reader's saying so, and lies
 * under the text it comes to, is text: it was a piece of it. Of two headlines the one printed first stands over the other as its kicker, the one
 * printed after it is a subhead.
 */
export function withinAnotherAlone(target: ParsedArticle, { heading, paragraphs }: Contents, text: string, given: RoleGiven): Contents {
  const [headline] = linesOf(target.heading, 'headline');
  const roleThere = (run: ParsedHeading): HeadingRole | 'subhead' | 'body' => {
    if (run.role !== 'headline') return isPieceOf(target, run, given) ? 'body' : run.role;
    if (!headline) return run.role;
    return run.start > headline.start ? 'subhead' : 'kicker';
  };
  const asParagraph = (role: 'subhead' | 'body') =>
    heading.filter((run) => roleThere(run) === role).map((run) => paragraphOf(role, [asText(run)], text));
  return {
    paragraphs: [...asParagraph('subhead'), ...asParagraph('body'), ...paragraphs],
    heading: heading.flatMap((run): readonly ParsedHeading[] => {
      const role = roleThere(run);
      return role === 'subhead' || role === 'body' ? [] : [{ ...run, role }];
    }),
  };
}

/** Unless the article's own titles lie under its text as well. */
function isPieceOf(target: ParsedArticle, run: ParsedHeading, given: RoleGiven): boolean {
  const opens = target.paragraphs[0]?.spans[0]?.start;
  if (opens === undefined || run.start < opens || isNoTitle(run, given)) return false;
  return !target.heading.some(({ role, start }) => !KEEPS_OFFICE.has(role) && start > opens);
}

/** Or one that the reader has said it is. */
function isNoTitle(run: ParsedHeading, given: RoleGiven): boolean {
  return KEEPS_OFFICE.has(run.role) || run.role === given(run);
}

function mayHave(target: ParsedArticle, role: HeadingRole): boolean {
  return role !== 'headline' || linesOf(target.heading, 'headline').length === 0;
}

const fieldRoles = ['kicker', 'headline', 'deck', 'byline', 'credit'] as const satisfies readonly (keyof ArticleFields & HeadingRole)[];

function linesOf(heading: readonly ParsedHeading[], role: HeadingRole): readonly ParsedHeading[] {
  return heading.filter((run) => run.role === role);
}

/** Fields say what the heading's lines say. Where a role's lines are those the parser found, its own wording stays. */
export function withFields(article: ParsedArticle, parsed: readonly ParsedArticle[], text: string): ParsedArticle {
  const fields = Object.fromEntries(
    fieldRoles.map((role) => {
      const lines = linesOf(article.heading, role);
      const found = parsed.find((one) => beginAlike(linesOf(one.heading, role), lines));
      if (lines.length > 0 && found) return [role, found[role]];
      // A kicker may sign a piece: a byline without a line of its own goes where the kicker goes.
      if (role === 'byline' && lines.length === 0) return [role, signature(article, parsed)];
      return [role, printedIn(lines, text)];
    }),
  );
  return {
    ...article,
    ...fields,
    column: standing(article, parsed, 'column', text),
    locality: standing(article, parsed, 'locality', text),
  };
}

/** A column or a place may stand over several articles and is printed with the first: what has no line of its own keeps it, unless it had one. */
function standing(article: ParsedArticle, parsed: readonly ParsedArticle[], role: 'column' | 'locality', text: string): string | null {
  const lines = linesOf(article.heading, role);
  const before = parsed.find(({ id }) => id === article.id);
  const had = before ? linesOf(before.heading, role) : [];
  return beginAlike(had, lines) ? article[role] : printedIn(lines, text);
}

function beginAlike(some: readonly Span[], others: readonly Span[]): boolean {
  return some.length === others.length && some.every(({ start }, index) => start === others[index]!.start);
}

/** What lines say, as one; null for none. */
function printedIn(lines: readonly Span[], text: string): string | null {
  return lines.length === 0 ? null : lines.map(({ start, end }) => text.slice(start, end).trim()).join(' ');
}

function signature(article: ParsedArticle, parsed: readonly ParsedArticle[]): string | null {
  const kicker = article.heading.find((run) => run.role === 'kicker');
  const from = kicker && parsed.find((one) => one.heading.some((run) => run.role === 'kicker' && run.start === kicker.start));
  return from && !from.heading.some((run) => run.role === 'byline') ? from.byline : null;
}
