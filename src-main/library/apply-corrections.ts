/**
 * What the reader has put right, done to what the parser has made of a text. Pure. Runs of text are only put elsewhere, so every
 * character that was in exactly one heading or paragraph still is. Not for where corrections are kept: see corrections.ts.
 */
import { CONFIRMED_RULE } from '../contract/model';
import type { Judgement, LineChange, Span } from '../contract/model';
import type { ParsedArticle, ParsedHeading, ParsedNotice, ParsedParagraph, ParsedSource } from '../contract/parsed';
import { assertNever } from '../contract/problem';
import { addHeading, addParagraph, asText, lineAt, paragraphOf, runsOf, takeLine, withFields, withinLine } from './article-lines';
import { bareArticle } from './bare-article';

export interface PlacedChange {
  readonly offset: number;
  readonly change: LineChange;
}

const confirmed: Judgement = { rule: CONFIRMED_RULE, confidence: 'certain' };

/** One after the other. A change that has nothing to hold on to any more, as when the parser cuts otherwise, changes nothing. */
export function applyCorrections(parsed: ParsedSource, text: string, changes: readonly PlacedChange[]): ParsedSource {
  if (changes.length === 0) return parsed;
  const corrected = changes.reduce((source, { offset, change }) => applyChange(source, text, lineAt(text, offset), offset, change), parsed);
  return {
    ...corrected,
    articles: corrected.articles.map((article) =>
      parsed.articles.includes(article) ? article : withFields(article, parsed.articles, text),
    ),
    notices: corrected.notices.filter((notice) => stillHolds(notice, corrected.articles)),
  };
}

function applyChange(source: ParsedSource, text: string, line: Span, offset: number, change: LineChange): ParsedSource {
  if (change.kind === 'notice') return answerNotice(source, text, offset, change);
  const at = source.articles.findIndex((article) => runsOf(article).some((run) => withinLine(run, line)));
  const article = source.articles[at];
  if (!article) return source;
  const put = (...articles: readonly ParsedArticle[]): ParsedSource => ({
    ...source,
    articles: source.articles.toSpliced(at, 1, ...articles.filter((one) => one.heading.length + one.paragraphs.length > 0)),
  });
  switch (change.kind) {
    case 'begin-article':
      return put(...cutBefore(article, text, line, change.role));
    case 'join':
      return put(joinBefore(article, text, line));
    case 'split':
      return put(splitBefore(article, text, line));
    case 'role': {
      const { rest, runs } = takeLine(article, text, line);
      const { role } = change;
      if (role === 'body' || role === 'subhead' || role === 'caption') return put(addParagraph(rest, paragraphOf(role, runs, text)));
      return put(addHeading(rest, runs, role));
    }
    case 'leave-out': {
      const { rest, runs } = takeLine(article, text, line);
      return put(rest, fragmentOf(article, paragraphOf('body', runs, text), line));
    }
    case 'move': {
      const wanted = lineAt(text, change.to);
      const to = source.articles.findIndex((one) => one !== article && runsOf(one).some((run) => withinLine(run, wanted)));
      const target = source.articles[to];
      if (!target) return source;
      const { rest, moved } = change.rest ? moveRest(article, target, text, line) : moveLine(article, target, text, line);
      const articles = source.articles.map((one) => (one === article ? rest : one === target ? { ...moved, judgement: confirmed } : one));
      return { ...source, articles: articles.filter((one) => one.heading.length + one.paragraphs.length > 0) };
    }
    default:
      return assertNever(change);
  }
}

interface Moved {
  readonly rest: ParsedArticle;
  /** The article it went to. */
  readonly moved: ParsedArticle;
}

function moveLine(article: ParsedArticle, target: ParsedArticle, text: string, line: Span): Moved {
  const { rest, runs } = takeLine(article, text, line);
  return { rest, moved: addParagraph(target, paragraphOf('body', runs, text)) };
}

/** Titles among what is moved are subheads where they come to stand. */
function moveRest(article: ParsedArticle, target: ParsedArticle, text: string, line: Span): Moved {
  const titled = article.heading.some((run) => withinLine(run, line));
  const [rest, after] = cutBefore(article, text, line, titled ? 'headline' : 'body');
  if (!rest || !after) return { rest: article, moved: target };
  let moved = after.paragraphs.reduce(addParagraph, target);
  for (const run of after.heading)
    moved = KEEPS_OFFICE.has(run.role)
      ? addHeading(moved, [asText(run)], run.role)
      : addParagraph(moved, paragraphOf('subhead', [asText(run)], text));
  return { rest, moved };
}

const KEEPS_OFFICE: ReadonlySet<string> = new Set(['byline', 'credit', 'jump', 'furniture']);

/** The article before the line, and the one that begins with it. */
function cutBefore(article: ParsedArticle, text: string, line: Span, role: 'headline' | 'body'): readonly ParsedArticle[] {
  const isHere = (run: Span): boolean => withinLine(run, line);
  const textFrom = article.paragraphs.flatMap(({ spans }) => spans.filter(isHere)).map(({ start }) => start);
  const headFrom = article.heading.filter(isHere).map(({ start }) => start);
  if (textFrom.length === 0 && headFrom.length === 0) return [article];
  // A credit behind the last words of a line does not make it a line of the heading.
  const inHeading = headFrom.length > 0 && Math.min(...headFrom) < Math.min(...textFrom, Infinity);
  const parted = inHeading ? article : splitBefore(article, text, line);
  const from = inHeading ? 0 : parted.paragraphs.findIndex(({ spans }) => spans.some(isHere));
  const firstHere = article.heading.findIndex(isHere);
  /** A credit is printed behind what it is of. */
  const goes = (run: ParsedHeading, at: number): boolean =>
    inHeading ? at >= firstHere : run.role === 'credit' && run.start >= line.start;
  const before: ParsedArticle = {
    ...parted,
    judgement: confirmed,
    heading: parted.heading.filter((run, at) => !goes(run, at)),
    paragraphs: parted.paragraphs.slice(0, from),
    jump: parted.jump && parted.jump.from !== null ? { from: parted.jump.from, to: null } : null,
  };
  const after: ParsedArticle = {
    ...parted,
    id: `${article.id}-${line.start}`,
    kind: article.kind === 'brief' || article.kind === 'signed' ? article.kind : 'feature',
    judgement: confirmed,
    heading: parted.heading.filter(goes),
    paragraphs: parted.paragraphs.slice(from),
    jump: parted.jump && parted.jump.to !== null ? { from: null, to: parted.jump.to } : null,
  };
  const { rest, runs } = takeLine(after, text, line);
  if (role === 'headline') return [before, addHeading(rest, runs, 'headline')];
  return [before, inHeading ? addParagraph(rest, paragraphOf('body', runs, text)) : after];
}

/** The line is the first of a paragraph. */
function splitBefore(article: ParsedArticle, text: string, line: Span): ParsedArticle {
  return {
    ...article,
    paragraphs: article.paragraphs.flatMap((paragraph) => {
      const at = paragraph.spans.findIndex((run) => withinLine(run, line));
      if (at <= 0) return [paragraph];
      const [first, ...others] = paragraph.spans.slice(at);
      if (!first) return [paragraph];
      const { judgement: _, ...opening } = first;
      return [
        paragraphOf(paragraph.role, paragraph.spans.slice(0, at), text),
        paragraphOf(paragraph.role, [{ ...opening, glue: '' }, ...others], text),
      ];
    }),
  };
}

/** The line's paragraph, which it begins, goes on from the one before. A line of the heading becomes text first. */
function joinBefore(article: ParsedArticle, text: string, line: Span): ParsedArticle {
  const inHeading = article.heading.some((run) => withinLine(run, line));
  const taken = inHeading ? takeLine(article, text, line) : null;
  const body = taken ? addParagraph(taken.rest, paragraphOf('body', taken.runs, text)) : article;
  const at = body.paragraphs.findIndex(({ spans }) => spans[0] !== undefined && withinLine(spans[0], line));
  const [before, joined] = [body.paragraphs[at - 1], body.paragraphs[at]];
  const first = joined?.spans[0];
  if (!before || !joined || !first) return article;
  const spans = [...before.spans, { ...first, glue: glueAfter(before, text, first), judgement: confirmed }, ...joined.spans.slice(1)];
  return { ...body, paragraphs: body.paragraphs.toSpliced(at - 1, 2, paragraphOf(before.role, spans, text)) };
}

/** A space between Latin words that a line's end has parted; between Han characters none. */
function glueAfter(before: ParsedParagraph, text: string, next: Span): '' | ' ' {
  return /[A-Za-z0-9,.;:!?)'"]$/u.test(before.text) && /^[A-Za-z('"0-9]/u.test(text.slice(next.start, next.start + 1)) ? ' ' : '';
}

function fragmentOf(article: ParsedArticle, paragraph: ParsedParagraph, line: Span): ParsedArticle {
  return { ...bareArticle(`${article.id}-out-${line.start}`, 'fragment', confirmed), paragraphs: [paragraph] };
}

/** What is dismissed is undone where it was done to the text: a join is parted, a passage left out as repeated is printed. */
function answerNotice(source: ParsedSource, text: string, offset: number, change: LineChange & { readonly kind: 'notice' }): ParsedSource {
  const at = source.notices.findIndex(({ kind, spans }) => kind === change.notice && spans[0]?.start === offset);
  const notice = source.notices[at];
  if (!notice) return source;
  if (change.answer === 'confirmed') return { ...source, notices: source.notices.with(at, { ...notice, confirmed: true }) };
  const answered: ParsedSource = { ...source, notices: source.notices.toSpliced(at, 1) };
  const everywhere = (work: (article: ParsedArticle) => ParsedArticle): ParsedSource => ({
    ...answered,
    articles: answered.articles.map(work),
  });
  const [first, second] = notice.spans;
  if (notice.kind === 'join' && second) return everywhere((article) => splitAt(article, text, second));
  if (notice.kind === 'duplicate' && first) return everywhere((article) => printRepeated(article, text, first));
  return answered;
}

function splitAt(article: ParsedArticle, text: string, run: Span): ParsedArticle {
  return splitBefore(article, text, { start: run.start, end: run.start + 1 });
}

function printRepeated(article: ParsedArticle, text: string, repeated: Span): ParsedArticle {
  const within = (run: Span) => run.start < repeated.end && run.end > repeated.start;
  if (!article.paragraphs.some(({ spans }) => spans.some((run) => run.kind === 'duplicate' && within(run)))) return article;
  return {
    ...article,
    paragraphs: article.paragraphs.map((paragraph) =>
      paragraphOf(
        paragraph.role,
        paragraph.spans.map((run) => (run.kind === 'duplicate' && within(run) ? { ...run, kind: 'text' as const } : run)),
        text,
      ),
    ),
  };
}

function holds(paragraph: ParsedParagraph, wanted: Span): boolean {
  return paragraph.spans.some((run) => run.start < wanted.end && run.end > wanted.start);
}

/**
 * A join is told of for as long as both its ends are in one paragraph, a repeat for as long as it is left out, a sentence without its other
 * half for as long as nothing stands there, and what was moved for as long as it is where it was moved to.
 */
function stillHolds({ kind, spans, judgement: { rule } }: ParsedNotice, articles: readonly ParsedArticle[]): boolean {
  const [first, second] = spans;
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  if (kind === 'join' && first && second) return paragraphs.some((paragraph) => holds(paragraph, first) && holds(paragraph, second));
  if (first && (rule === 'sentence-broken-off' || rule === 'sentence-without-beginning'))
    return paragraphs.some((paragraph) => {
      const printed = paragraph.spans.filter((run) => run.kind === 'text');
      return printed.at(rule === 'sentence-broken-off' ? -1 : 0)?.start === first.start;
    });
  if (kind === 'order' && first && second)
    return articles.some((article) => [first, second].every(({ start }) => runsOf(article).some((run) => run.start === start)));
  if (kind === 'duplicate' && first)
    return paragraphs.some((paragraph) =>
      paragraph.spans.some((run) => run.kind === 'duplicate' && run.start < first.end && run.end > first.start),
    );
  return true;
}
