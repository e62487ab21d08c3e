/** Two articles of one file made one, as the reader says they are. Pure. Not for single lines: see apply-corrections.ts. */
import { CONFIRMED_RULE } from '../contract/model';
import type { Jump } from '../contract/model';
import type { ParsedArticle, ParsedSource } from '../contract/parsed';
import { addHeading, asText, lineAt, runsOf, withinAnother, withinLine } from './article-lines';
import type { RoleGiven } from './article-lines';

/** The one that holds the text at `from` goes into the one that holds it at `to`; nothing is changed where either is not there, or both are one. */
export function mergeArticles(source: ParsedSource, text: string, from: number, to: number, given: RoleGiven): ParsedSource {
  const [article, target] = [from, to].map((offset) => holderOf(source, text, offset));
  if (!article || !target || article === target) return source;
  const merged = mergeInto(target, article, text, given);
  return { ...source, articles: source.articles.flatMap((one) => (one === article ? [] : one === target ? [merged] : [one])) };
}

/** Two articles may share a line: then the one that has the very words. */
function holderOf({ articles }: ParsedSource, text: string, offset: number): ParsedArticle | undefined {
  const line = lineAt(text, offset);
  return (
    articles.find((one) => runsOf(one).some(({ start, end }) => start <= offset && offset < end)) ??
    articles.find((one) => runsOf(one).some((run) => withinLine(run, line)))
  );
}

function mergeInto(target: ParsedArticle, article: ParsedArticle, text: string, given: RoleGiven): ParsedArticle {
  const isTitled = target.heading.some(({ role }) => role === 'headline');
  const { paragraphs, heading } = isTitled ? withinAnother(target, article, text, given) : article;
  const goesBehind = startOf(target) < startOf(article);
  const [first, last] = goesBehind ? [target, article] : [article, target];
  const whole = heading.reduce((one, run) => addHeading(one, [asText(run)], run.role), target);
  return {
    ...whole,
    kind: target.kind === 'fragment' ? article.kind : target.kind,
    judgement: { rule: CONFIRMED_RULE, confidence: 'certain' },
    jump: jumpOf(first.jump, last.jump),
    paragraphs: goesBehind ? [...target.paragraphs, ...paragraphs] : [...paragraphs, ...target.paragraphs],
  };
}

/** Where it begins in the file. */
function startOf(article: ParsedArticle): number {
  return Math.min(...runsOf(article).map(({ start }) => start));
}

/** Where the first part comes from, and where the last one goes on; a part that tells of neither takes nothing from the other. */
function jumpOf(first: Jump | null, last: Jump | null): Jump | null {
  const from = first?.from ?? last?.from ?? null;
  const to = last?.to ?? first?.to ?? null;
  return from === null && to === null ? null : { from, to };
}
