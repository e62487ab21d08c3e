/**
 * Finds which 下转 end goes on at which 上接 end, within one edition or one file.
 * Works on parsed sources alone, so it runs again whenever a file joins the edition. Not for joining paragraphs inside an article.
 */
import type { Judgement } from '../contract/model';
import type { ParsedArticle, ParsedLink, ParsedSource } from '../contract/parsed';
import { pageNumber } from '../contract/page-number';
import { bestAssignment } from './assignment';
import type { Edge } from './assignment';
import type { LanguageScores } from './document';
import { isLatinText } from '../contract/latin-text';
import { beginsHeadless, endsFinished } from './line-ends';

interface End {
  readonly source: number;
  /** The edition page it stands on; null where it is not known. */
  readonly page: number | null;
  readonly article: ParsedArticle;
  /** The text next to the jump: the last paragraphs of a beginning, the first of a rest. */
  readonly near: string;
  /** Words of its heading, of its text, and of both, for each end is held against every other; empty but for Latin script. */
  readonly heading: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
}

/** Pages that agree are the strongest evidence; sense chooses among those that do. In nats. */
const PAGES_AGREE = 8;
const PAGE_UNNAMED = 3;
const SAME_HEADLINE = 12;
const TOPIC_CAP = 25;
const JOIN_CAP = 15;
const NEAR = 400;

/**
 * Links of one edition's sources, given in page order; links within one source are included and each end is linked at most once.
 * All ends are paired as one whole. Without a language model only pages, open sentences and shared words choose.
 */
export function linkJumps(sources: readonly ParsedSource[], language: LanguageScores | null = null): readonly ParsedLink[] {
  const starts: End[] = [];
  const rests: End[] = [];
  for (const [source, parsed] of sources.entries())
    for (const article of parsed.articles) {
      const texts = article.paragraphs.filter((paragraph) => paragraph.role === 'body').map((paragraph) => paragraph.text);
      const page = pageNumber(article.page ?? parsed.facts.page.value);
      if (article.jump?.to) starts.push(endOf(source, page, article, texts.join('').slice(-NEAR)));
      if (article.jump?.from) rests.push(endOf(source, page, article, texts.join('').slice(0, NEAR)));
    }
  const edges: Edge[] = [];
  for (const [left, start] of starts.entries())
    for (const [right, rest] of rests.entries()) {
      const weight = weigh(start, rest, language);
      if (weight > 0) edges.push({ left, right, weight });
    }
  return bestAssignment(edges).map((edge) => {
    const start = starts[edge.left]!;
    const rest = rests[edge.right]!;
    const rival = Math.max(
      0,
      ...edges.filter((other) => other !== edge && (other.left === edge.left || other.right === edge.right)).map((other) => other.weight),
    );
    return {
      from: { source: start.source, article: start.article.id },
      to: { source: rest.source, article: rest.article.id },
      judgement: judge(edge.weight - rival),
    };
  });
}

function judge(margin: number): Judgement {
  return { rule: 'jump-pages-and-sense', confidence: margin > 6 ? 'certain' : margin > 2 ? 'likely' : 'guess' };
}

/** Nats for the two ends being one story; not above 0 where the pages they name contradict it. */
function weigh(start: End, rest: End, language: LanguageScores | null): number {
  if (start.source === rest.source && start.article === rest.article) return 0;
  let weight = 0;
  for (const [named, is] of [
    [pageNumber(start.article.jump?.to ?? null), rest.page],
    [pageNumber(rest.article.jump?.from ?? null), start.page],
  ] as const) {
    if (named !== null && is !== null && named !== is) return 0;
    weight += named !== null && is !== null ? PAGES_AGREE : PAGE_UNNAMED;
  }
  if (isLatinText(start.near) && isLatinText(rest.near)) return weight + sharedWords(start, rest);
  if (start.article.headline && rest.article.headline)
    weight += bare(start.article.headline) === bare(rest.article.headline) ? SAME_HEADLINE : -2;
  const open = !endsFinished(start.near);
  if (language) {
    if (open) weight += clamp(language.joinScore(start.near.slice(-12), rest.near.slice(0, 12)), JOIN_CAP);
    else weight += clamp(language.startScore(rest.near.slice(0, 12)), 5);
    const story = (start.article.headline ?? '') + start.near;
    weight += clamp(language.topicSimilarity(story, rest.near), TOPIC_CAP);
  } else {
    if (open === beginsHeadless(rest.near)) weight += 1;
    weight += Math.min(TOPIC_CAP, sharedPairs((start.article.headline ?? '') + start.near, rest.near) / 4);
  }
  return weight;
}

/** Nats for a word of the continuation's own heading that the story has too, and for a longer one in both texts. */
const HEADING_WORD = 4;
const LONG_WORD = 0.5;
const LEAST_LETTERS = 4;
const LONG = 7;
/** Characters of a story that are looked at. */
const TOLD_BY = 4000;

function endOf(source: number, page: number | null, article: ParsedArticle, near: string): End {
  if (!isLatinText(near)) return { source, page, article, near, heading: NO_WORDS, text: NO_WORDS, whole: NO_WORDS };
  const { kicker, headline, deck } = article;
  const texts = article.paragraphs.map(({ text }) => text);
  return {
    source,
    page,
    article,
    near,
    heading: wordsIn([kicker, headline]),
    text: wordsIn(texts),
    whole: wordsIn([headline, deck, ...texts]),
  };
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Stories in Latin script: a continuation is headed by a word or two of its story, and tells of the same people and places. */
function sharedWords(start: End, rest: End): number {
  const heading = [...rest.heading].filter((word) => start.whole.has(word)).length;
  const text = [...rest.text].filter((word) => word.length >= LONG && start.whole.has(word)).length;
  const unlike = rest.article.headline !== null && heading === 0 ? 2 : 0;
  return Math.min(2 * TOPIC_CAP, heading * HEADING_WORD + Math.min(TOPIC_CAP, text * LONG_WORD)) - unlike;
}

function wordsIn(texts: readonly (string | null)[]): ReadonlySet<string> {
  const words =
    texts
      .join(' ')
      .slice(0, TOLD_BY)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= LEAST_LETTERS));
}

function sharedPairs(a: string, b: string): number {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= a.length; at++) pairs.add(a.slice(at, at + 2));
  let shared = 0;
  for (let at = 0; at + 2 <= b.length; at++) if (pairs.delete(b.slice(at, at + 2))) shared++;
  return shared;
}

function clamp(value: number, cap: number): number {
  return Math.max(-cap, Math.min(cap, value));
}

function bare(title: string): string {
  return title.replace(/[\s\u3000]/gu, '');
}
