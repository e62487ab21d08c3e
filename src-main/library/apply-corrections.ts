/**
 * What the reader has put right, done to what the parser has made of a text. Pure. Runs of text are only put elsewhere, so every
 * character that was in exactly one heading or paragraph still is. Not for where corrections are kept: see corrections.ts.
 */
import { CONFIRMED_RULE } from '../contract/model';
import type { HeadingRole, Judgement, LineChange, LineRole, Span } from '../contract/model';
import type { ParsedArticle, ParsedHeading, ParsedNotice, ParsedParagraph, ParsedSource } from '../contract/parsed';
import { assertNever } from '../contract/problem';
import { glueBetween } from '../text/glue-between';
import {
  addHeading,
  addParagraph,
  addParagraphs,
  asText,
  insertAfter,
  KEEPS_OFFICE,
  lineAt,
  paragraphOf,
  runsOf,
  takeLine,
  takeRuns,
  withFields,
  withinAnother,
  withinAnotherAlone,
  withinLine,
  withinTextAlone,
} from './article-lines';
import type { Contents, RoleGiven } from './article-lines';
import { bareArticle } from './bare-article';
import { mergeArticles } from './merge-articles';
import { PARTED_RULE } from './story-paragraphs';

export interface PlacedChange {
  readonly offset: number;
  readonly change: LineChange;
}

const confirmed: Judgement = { rule: CONFIRMED_RULE, confidence: 'certain' };

/** One after the other. A change that has nothing to hold on to any more, as when the parser cuts otherwise, changes nothing. */
export function applyCorrections(parsed: ParsedSource, text: string, changes: readonly PlacedChange[]): ParsedSource {
  if (changes.length === 0) return parsed;
  const corrected = changes.reduce(
    (source, { offset, change }, at) =>
      applyChange(source, text, lineAt(text, offset), offset, change, rolesGiven(text, changes.slice(0, at))),
    parsed,
  );
  return {
    ...corrected,
    articles: corrected.articles.map((article) =>
      parsed.articles.includes(article) ? article : withFields(article, parsed.articles, text),
    ),
    notices: corrected.notices.filter((notice) => stillHolds(notice, corrected.articles)),
  };
}

/** By what the reader had said of its line last. */
function rolesGiven(text: string, before: readonly PlacedChange[]): RoleGiven {
  return (run) => {
    const last = before.findLast(({ offset, change }) => change.kind === 'role' && withinLine(run, lineAt(text, offset)));
    return last?.change.kind === 'role' ? headingRole(last.change.role) : null;
  };
}

/** Null for what is said of text. */
function headingRole(role: LineRole): HeadingRole | null {
  return role === 'furniture' || role === 'body' || role === 'subhead' || role === 'caption' ? null : role;
}

function applyChange(source: ParsedSource, text: string, line: Span, offset: number, change: LineChange, given: RoleGiven): ParsedSource {
  if (change.kind === 'notice') return answerNotice(source, text, offset, change);
  if (change.kind === 'merge') return mergeArticles(source, text, offset, change.to, given);
  const at = source.articles.findIndex((article) => runsOf(article).some((run) => withinLine(run, line)));
  const article = source.articles[at];
  if (!article) return source;
  const put = (...articles: readonly ParsedArticle[]): ParsedSource => {
    const others = source.articles.toSpliced(at, 1);
    const own = withOwnIds(
      articles.filter((one) => one.heading.length + one.paragraphs.length > 0),
      others,
    );
    return { ...source, articles: others.toSpliced(at, 0, ...own) };
  };
  switch (change.kind) {
    case 'begin-article':
      return put(...cutBefore(article, text, line, change.role).map((one) => withText(one, text)));
    case 'join':
      return put(joinBefore(article, text, line));
    case 'split':
      return put(splitBefore(article, text, line));
    case 'role': {
      const { rest, runs } = takeLine(article, text, line);
      const { role } = change;
      if (role === 'furniture') return put(unlessBare(rest), furnitureOf(article, runs, line));
      if (role === 'body' || role === 'subhead' || role === 'caption') return put(addParagraph(rest, text, paragraphOf(role, runs, text)));
      return put(addHeading(rest, runs, role));
    }
    case 'leave-out': {
      const { rest, runs } = takeLine(article, text, line);
      return put(unlessBare(rest), fragmentOf(article, paragraphOf('body', runs, text), line));
    }
    case 'move': {
      const wanted = lineAt(text, change.to);
      const holdsWanted = (one: ParsedArticle): boolean => runsOf(one).some((run) => withinLine(run, wanted));
      if (change.after !== undefined && holdsWanted(article)) return put(moveWithin(article, text, line, change) ?? article);
      const target = source.articles.find((one) => one !== article && holdsWanted(one));
      const moved = target && moveInto(target, article, text, line, change, given);
      if (!moved) return source;
      const articles = source.articles.map((one) => (one === article ? unlessBare(moved.rest) : one === target ? moved.target : one));
      return { ...source, articles: articles.filter((one) => one.heading.length + one.paragraphs.length > 0) };
    }
    default:
      return assertNever(change);
  }
}

/** What was cut from an article at a line and came back to it may be cut from it there again, while the rest of the first cut is still apart. */
function withOwnIds(articles: readonly ParsedArticle[], others: readonly ParsedArticle[]): readonly ParsedArticle[] {
  const taken = new Set(others.map(({ id }) => id));
  return articles.map((one) => {
    let { id } = one;
    while (taken.has(id)) id += '-again';
    taken.add(id);
    return id === one.id ? one : { ...one, id };
  });
}

type Move = LineChange & { readonly kind: 'move' };

interface Taken extends Contents {
  /** The article without it. */
  readonly rest: ParsedArticle;
}

/** Null where the place it is to stand at is not in the article it goes to. */
function moveInto(
  target: ParsedArticle,
  article: ParsedArticle,
  text: string,
  line: Span,
  { rest: withRest, after }: Move,
  given: RoleGiven,
): { readonly rest: ParsedArticle; readonly target: ParsedArticle } | null {
  const taken = withRest ? takeFrom(article, text, line) : takeAlone(article, text, line);
  const { rest } = taken;
  const within = withRest ? withinAnother : typeof after === 'number' ? withinTextAlone : withinAnotherAlone;
  const { paragraphs, heading } = within(target, taken, text, given);
  const noPlace = after === undefined || paragraphs.length === 0;
  const moved = noPlace ? addParagraphs(target, text, paragraphs) : insertAfter(target, text, paragraphs, after);
  const titled = moved && heading.reduce((one, run) => addHeading(one, [asText(run)], run.role), moved);
  return titled && { rest, target: { ...titled, judgement: confirmed } };
}

/** To another place of its own article. The heading stays the heading: a line of it goes alone, and is text from then on. */
function moveWithin(article: ParsedArticle, text: string, line: Span, { rest: withRest, after = null }: Move): ParsedArticle | null {
  const ofHeading = article.heading.some((run) => withinLine(run, line));
  const { rest, paragraphs, heading } = withRest && !ofHeading ? takeFrom(article, text, line) : takeAsText(article, text, line);
  const moved = insertAfter({ ...article, heading: rest.heading, paragraphs: rest.paragraphs }, text, paragraphs, after);
  const whole = moved && heading.reduce((one, run) => addHeading(one, [asText(run)], run.role), moved);
  return whole && { ...whole, judgement: confirmed };
}

/** The line as what it is; but what belonged to no article is text of the one it goes to. */
function takeAlone(article: ParsedArticle, text: string, line: Span): Taken {
  const here = article.heading.filter((run) => withinLine(run, line));
  if (here.length === 0 || here.some(({ role }) => role === 'furniture')) return takeAsText(article, text, line);
  const { rest, taken } = takeRuns(article, text, (run) => withinLine(run, line));
  return { rest: { ...rest, heading: article.heading.filter((run) => !here.includes(run)) }, paragraphs: taken, heading: here };
}

/** A line of the heading is text from then on. */
function takeAsText(article: ParsedArticle, text: string, line: Span): Taken {
  const { rest, runs } = takeLine(article, text, line);
  const holder = article.paragraphs.find(({ spans }) => spans.some((run) => withinLine(run, line)));
  return { rest, paragraphs: [paragraphOf(holder?.role ?? 'body', runs, text)], heading: [] };
}

/** The line and all that comes after it. */
function takeFrom(article: ParsedArticle, text: string, line: Span): Taken {
  const [rest = article, after] = cutBefore(article, text, line, null);
  return after ? { rest, paragraphs: after.paragraphs, heading: after.heading } : { rest, paragraphs: [], heading: [] };
}

/** The article before the line, and the one that begins with it; where `role` is null the line is what it was. */
function cutBefore(article: ParsedArticle, text: string, line: Span, role: 'headline' | 'body' | null): readonly ParsedArticle[] {
  const isHere = (run: Span): boolean => withinLine(run, line);
  const textFrom = article.paragraphs.flatMap(({ spans }) => spans.filter(isHere)).map(({ start }) => start);
  const headFrom = article.heading.filter(isHere).map(({ start }) => start);
  if (textFrom.length === 0 && headFrom.length === 0) return [article];
  // A credit behind the last words of a line does not make it a line of the heading.
  const inHeading = headFrom.length > 0 && Math.min(...headFrom) < Math.min(...textFrom, Infinity);
  const parted = inHeading ? article : splitBefore(article, text, line);
  const from = inHeading ? 0 : parted.paragraphs.findIndex(({ spans }) => spans.some(isHere));
  const firstHere = article.heading.findIndex(isHere);
  /** A credit or a signature is printed behind what it is of. */
  const goes = (run: ParsedHeading, at: number): boolean =>
    inHeading ? at >= firstHere : (run.role === 'credit' || run.role === 'byline') && run.start >= line.start;
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
  if (role === null) return [before, after];
  const { rest, runs } = takeLine(after, text, line);
  if (role === 'headline') return [before, addHeading(rest, runs, 'headline')];
  return [before, inHeading ? addParagraph(rest, text, paragraphOf('body', runs, text)) : after];
}

/** Titles that no text is left to, here or where the article goes on, are the text themselves: an article is never empty. */
function withText(article: ParsedArticle, text: string): ParsedArticle {
  if (article.paragraphs.length > 0 || (article.jump !== null && article.jump.to !== null)) return article;
  const titles = article.heading.filter(({ role }) => !KEEPS_OFFICE.has(role));
  return {
    ...article,
    heading: article.heading.filter(({ role }) => KEEPS_OFFICE.has(role)),
    paragraphs: titles.map((run) => paragraphOf('body', [asText(run)], text)),
  };
}

/** The line is the first of a paragraph. */
function splitBefore(article: ParsedArticle, text: string, line: Span): ParsedArticle {
  const first = article.paragraphs[0]?.spans[0];
  if (first && withinLine(first, line) && comesFromElsewhere(article)) return ofFirstRun(article, { ...confirmed, rule: PARTED_RULE });
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

function comesFromElsewhere({ jump }: ParsedArticle): boolean {
  return jump !== null && jump.from !== null;
}

/** What the text of a continuation begins with stands behind nothing in its own file: it is said of the run itself, see story-paragraphs.ts. */
function ofFirstRun(article: ParsedArticle, judgement: Judgement): ParsedArticle {
  const [paragraph, ...paragraphs] = article.paragraphs;
  const [first, ...spans] = paragraph?.spans ?? [];
  if (!paragraph || !first) return article;
  return { ...article, paragraphs: [{ ...paragraph, spans: [{ ...first, judgement }, ...spans] }, ...paragraphs] };
}

/** The line's paragraph, which it begins, goes on from the one before. A line of the heading becomes text first. */
function joinBefore(article: ParsedArticle, text: string, line: Span): ParsedArticle {
  const inHeading = article.heading.some((run) => withinLine(run, line));
  const taken = inHeading ? takeLine(article, text, line) : null;
  const body = taken ? addParagraph(taken.rest, text, paragraphOf('body', taken.runs, text)) : article;
  const at = body.paragraphs.findIndex(({ spans }) => spans[0] !== undefined && withinLine(spans[0], line));
  const [before, joined] = [body.paragraphs[at - 1], body.paragraphs[at]];
  const first = joined?.spans[0];
  if (!before && joined && comesFromElsewhere(body)) return ofFirstRun(body, confirmed);
  if (!before || !joined || !first) return article;
  const glue = glueBetween(before.text, text.slice(first.start, first.end));
  const spans = [...before.spans, { ...first, glue, judgement: confirmed }, ...joined.spans.slice(1)];
  return { ...body, paragraphs: body.paragraphs.toSpliced(at - 1, 2, paragraphOf(before.role, spans, text)) };
}

function furnitureOf(article: ParsedArticle, runs: readonly Span[], line: Span): ParsedArticle {
  const heading = runs.map(({ start, end }): ParsedHeading => ({ start, end, role: 'furniture' }));
  return { ...bareArticle(`${article.id}-furniture-${line.start}`, 'furniture', confirmed), heading };
}

/** A column's name or a signature that no headline and no text is left to is no story: it is printed on the page, and said of nothing. */
function unlessBare(article: ParsedArticle): ParsedArticle {
  const { id, heading, paragraphs, jump } = article;
  if (paragraphs.length > 0 || heading.some(({ role }) => role === 'headline') || (jump !== null && jump.to !== null)) return article;
  return { ...bareArticle(id, 'furniture', confirmed), heading: heading.map((run): ParsedHeading => ({ ...run, role: 'furniture' })) };
}

function fragmentOf(article: ParsedArticle, paragraph: ParsedParagraph, line: Span): ParsedArticle {
  const page = article.page === undefined ? {} : { page: article.page };
  return { ...bareArticle(`${article.id}-out-${line.start}`, 'fragment', confirmed), ...page, paragraphs: [paragraph] };
}

/**
 * What is dismissed is undone where it was done to the text: a join is parted, a passage left out as repeated is printed, what was moved goes
 * back.
 */
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
  if (notice.kind === 'order' && second) return putBack(answered, text, second);
  return answered;
}

function splitAt(article: ParsedArticle, text: string, run: Span): ParsedArticle {
  return splitBefore(article, text, { start: run.start, end: run.start + 1 });
}

/** What begins at `moved` and was printed in one piece, to the article that holds what was printed before it, in the file's order. */
function putBack(source: ParsedSource, text: string, moved: Span): ParsedSource {
  const holder = source.articles.find(({ paragraphs }) => paragraphs.some(({ spans }) => spans.some(({ start }) => start === moved.start)));
  if (!holder) return source;
  const printed = source.articles
    .filter(({ kind }) => kind !== 'furniture')
    .flatMap((article) => runsOf(article).map((run) => ({ run, article })))
    .sort((a, b) => a.run.start - b.run.start);
  const from = printed.findIndex(({ run }) => run.start === moved.start);
  const piece = new Set(
    inOnePiece(
      holder,
      printed.slice(from).map(({ run }) => run),
    ),
  );
  const { rest, taken } = takeRuns(holder, text, (run) => piece.has(run.start));
  const before = printed[from - 1]?.article ?? holder;
  const put = (article: ParsedArticle): ParsedArticle => ({ ...addParagraphs(article, text, taken), judgement: confirmed });
  const articles = source.articles.map((one) =>
    one === holder ? (before === holder ? put(rest) : rest) : one === before ? put(one) : one,
  );
  return { ...source, articles: articles.filter((one) => one.heading.length + one.paragraphs.length > 0) };
}

/** Where the runs begin that follow one another in the article's text as they do in the file, from the file's first on. */
function inOnePiece(article: ParsedArticle, inFile: readonly Span[]): readonly number[] {
  const runs = article.paragraphs.flatMap(({ spans }) => spans);
  const from = runs.findIndex(({ start }) => start === inFile[0]?.start);
  const length = runs.slice(from).findIndex(({ start }, at) => start !== inFile[at]?.start);
  return (length < 0 ? runs.slice(from) : runs.slice(from, from + length)).map(({ start }) => start);
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
  // What has come to an article is no fragment any more.
  if (kind === 'orphan' && first)
    return articles.some((article) => article.kind === 'fragment' && runsOf(article).some(({ start }) => start === first.start));
  if (kind === 'order' && first && second)
    return articles.some((article) => [first, second].every(({ start }) => runsOf(article).some((run) => run.start === start)));
  if (kind === 'duplicate' && first)
    return paragraphs.some((paragraph) =>
      paragraph.spans.some((run) => run.kind === 'duplicate' && run.start < first.end && run.end > first.start),
    );
  return true;
}
