import { orderNotice, withReplaced } from '../article-parts';
import type { Replacement } from '../article-parts';
import { clamp } from '../clamp';
import { blockText, hasInHeading } from '../document';
import type { ArticleDraft, BlockRole, Document, LanguageScores, ParagraphDraft, TopicWords } from '../document';
import type { Judgement } from '../../contract/model';
import type { ParsedNotice } from '../../contract/parsed';
import { followText } from '../follow-text';
import { endsFinished } from '../line-ends';
import { OPENS_TEXT } from '../lone-title';

/** Headings without text that must stand one behind the other before the one that has it all; fewer where as many texts open below as headings wait. */
const LEAST_EMPTY = 3;
/** Headings and paragraphs that are paired; bounds the work. */
const MOST_HEADINGS = 24;
const MOST_UNITS = 400;
/** Nats that a change of article costs, less where a text opens with where the news came from, more within a sentence; and what it costs to go on over such an opening. */
const CHANGE = 4;
const CHANGE_AT_OPENING = 0;
const CHANGE_IN_SENTENCE = 14;
const STAY_AT_OPENING = 6;
/** Least and most nats that a paragraph's matter says for a heading. */
const LEAST_MATTER = -3;
const MOST_MATTER = 30;
/** How often texts are given to headings: first by these alone, then also by the text that each has got. */
const ROUNDS = 3;
/** Nats for each paragraph by which its own heading must be ahead of the next for the pairing to be likely. */
const CLEAR = 8;

/**
 * All headings of a page first, then the texts: the last heading has all of them, the others none. Each text goes to the heading that it
 * tells of most, neighbours together. Not for two articles side by side (place-fragments.ts).
 */
export function pairHeadlines(document: Document): Document {
  const { language } = document;
  if (!language) return document;
  const paired = withReplaced(document, (at) => {
    const group = groupAt(document, at);
    return group && pairOf(document, language, group);
  });
  return paired === document ? document : followText(paired);
}

const SAYS_WHO: ReadonlySet<BlockRole | null> = new Set<BlockRole>(['byline', 'credit']);

interface Group {
  readonly headings: readonly ArticleDraft[];
  readonly texts: readonly ArticleDraft[];
  /** Pictures and names without a title, between the texts. */
  readonly pictures: readonly ArticleDraft[];
  readonly length: number;
  /** So many wait for their text, or so many texts open, that the page is surely in this disorder; else each heading must be told of. */
  readonly shown: boolean;
}

/** Headings with nothing under them, the heading that has text, and what follows with no more over it than who wrote it. */
function groupAt(document: Document, from: number): Group | null {
  const { articles } = document;
  const mayStand = (article: ArticleDraft | undefined): article is ArticleDraft =>
    article !== undefined &&
    article.jump === null &&
    article.kind !== 'furniture' &&
    article.kind !== 'brief' &&
    hasInHeading(document, article, 'headline');
  let at = from;
  while (mayStand(articles[at]) && articles[at]!.paragraphs.length === 0) at++;
  const empty = at - from;
  const last = articles[at];
  if (empty === 0 || empty >= MOST_HEADINGS || !mayStand(last) || last.kind === 'photo') return null;
  const headings = articles.slice(from, at + 1);
  const texts = [last];
  const pictures: ArticleDraft[] = [];
  for (at++; at < articles.length; at++) {
    const next = articles[at]!;
    const titled = next.heading.some((index) => !SAYS_WHO.has(document.blocks[index]!.role));
    if (next.jump !== null || next.kind === 'furniture' || titled) break;
    if (next.kind === 'photo' || next.paragraphs.length === 0) pictures.push(next);
    else texts.push(next);
  }
  const shown = empty >= LEAST_EMPTY || openingsOf(document, texts) >= headings.length;
  return { headings, texts, pictures, length: at - from, shown };
}

/** Paragraphs that begin with where the news came from, as the first of an article does. */
function openingsOf(document: Document, texts: readonly ArticleDraft[]): number {
  return texts
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ blocks }) => OPENS_TEXT.test(blockText(document, document.blocks[blocks[0]!]!))).length;
}

/** A paragraph, with the subhead over it and who signed the text that it is the last of. */
interface Unit {
  readonly paragraphs: readonly ParagraphDraft[];
  readonly signatures: readonly number[];
  readonly text: string;
  /** Begins with where the news came from, or below who signed what stands above. */
  readonly opens: boolean;
  /** Ends where a sentence does. */
  readonly finished: boolean;
}

function unitsOf(document: Document, texts: readonly ArticleDraft[]): readonly Unit[] {
  const units: Unit[] = [];
  let over: ParagraphDraft[] = [];
  for (const article of texts)
    for (const [at, paragraph] of article.paragraphs.entries()) {
      over.push(paragraph);
      const last = at === article.paragraphs.length - 1;
      if (paragraph.role === 'subhead' && !last) continue;
      const text = paragraph.blocks.map((index) => blockText(document, document.blocks[index]!)).join('');
      const signatures = last ? signaturesOf(document, article) : [];
      const opens = OPENS_TEXT.test(text) || (units.at(-1)?.signatures.length ?? 0) > 0;
      units.push({ paragraphs: over, signatures, text, opens, finished: endsFinished(text) });
      over = [];
    }
  return units;
}

/** Who wrote it: below the text of an article with a title, wherever it stands at one without. */
function signaturesOf({ blocks }: Document, { heading, paragraphs }: ArticleDraft): readonly number[] {
  const saysWho = (index: number): boolean => SAYS_WHO.has(blocks[index]!.role);
  const end = paragraphs.at(-1)?.blocks.at(-1) ?? 0;
  return heading.every(saysWho) ? heading : heading.filter((index) => index > end && saysWho(index));
}

function pairOf(document: Document, language: LanguageScores, { headings, texts, pictures, length, shown }: Group): Replacement | null {
  const units = unitsOf(document, texts);
  if (units.length < 2 || units.length > MOST_UNITS) return null;
  const titles = headings.map(({ heading }) => heading.map((index) => blockText(document, document.blocks[index]!)).join('\n'));
  const words = units.map(({ text }) => language.topicPairs(text));
  const byTitles = matterOf(language, titles, units, words, []);
  if (!shown && !mayBeToldOf(byTitles)) return null;
  let matter = byTitles;
  let owners: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) matter = matterOf(language, titles, units, words, owners);
    owners = likeliestOwners(matter, units);
    if (!shown && new Set(owners).size < headings.length) return null;
  }
  if (new Set(owners).size < 2 || (!shown && !areToldOf(byTitles, matter, owners))) return null;
  const ahead = units.reduce((sum, _, unit) => sum + aheadBy(matter[unit]!, owners[unit]!), 0) / units.length;
  const judgement: Judgement = { rule: 'headings-before-texts', confidence: ahead > CLEAR ? 'likely' : 'guess' };
  const signed = new Set(units.flatMap(({ signatures }) => signatures));
  const articles = headings.map((heading, place): ArticleDraft => {
    const own = units.filter((_, unit) => owners[unit] === place);
    return {
      ...heading,
      heading: [...heading.heading.filter((index) => !signed.has(index)), ...own.flatMap(({ signatures }) => signatures)],
      paragraphs: own.flatMap(({ paragraphs }) => paragraphs),
      judgement,
    };
  });
  const notices = articles.slice(0, -1).flatMap(({ heading, paragraphs }): readonly ParsedNotice[] => {
    const [title, opening] = [heading[0], paragraphs[0]?.blocks[0]];
    return title === undefined || opening === undefined ? [] : [orderNotice(document, [title, opening], judgement)];
  });
  return { articles: [...articles, ...pictures], notices, length };
}

/** Nats by which the texts of a heading must tell of it, more than of any other. */
const TOLD_OF = 4;

/** There are texts enough that tell of each heading's title alone; most headings without text have none. */
function mayBeToldOf(byTitles: readonly (readonly number[])[]): boolean {
  return byTitles[0]!.every((_, heading) => byTitles.reduce((sum, nats) => sum + Math.max(0, aheadBy(nats, heading)), 0) > TOLD_OF);
}

/** Nats by which a text may tell more of another heading. */
const LEAST_AHEAD = -1;

/** Each heading has texts that tell of its title alone, and none that tells of another. */
function areToldOf(byTitles: readonly (readonly number[])[], matter: readonly (readonly number[])[], owners: readonly number[]): boolean {
  if (owners.some((owner, unit) => aheadBy(matter[unit]!, owner) < LEAST_AHEAD)) return false;
  return byTitles[0]!.every(
    (_, heading) => owners.reduce((sum, owner, unit) => sum + (owner === heading ? aheadBy(byTitles[unit]!, owner) : 0), 0) > TOLD_OF,
  );
}

/** Nats of each unit for each heading with the text it has, without the unit's own. */
function matterOf(
  language: LanguageScores,
  titles: readonly string[],
  units: readonly Unit[],
  words: readonly TopicWords[],
  owners: readonly number[],
): readonly (readonly number[])[] {
  const storyWithout = (unit: number | null, heading: number): string =>
    [titles[heading]!, ...units.filter((_, other) => other !== unit && owners[other] === heading).map(({ text }) => text)].join('\n');
  const stories = titles.map((_, heading) => language.topicPairs(storyWithout(null, heading)));
  return words.map((own, unit) =>
    stories.map((story, heading) => {
      const told = owners[unit] === heading ? language.topicPairs(storyWithout(unit, heading)) : story;
      return clamp(language.topicScore(told, own), LEAST_MATTER, MOST_MATTER);
    }),
  );
}

function aheadBy(nats: readonly number[], owner: number): number {
  return nats[owner]! - Math.max(...nats.filter((_, other) => other !== owner));
}

/** The likeliest heading of each unit, by its matter and by what it costs to change. */
function likeliestOwners(matter: readonly (readonly number[])[], units: readonly Unit[]): readonly number[] {
  let scores = matter[0]!;
  const cameFrom: (readonly number[])[] = [];
  for (let unit = 1; unit < units.length; unit++) {
    const change = units[unit]!.opens ? CHANGE_AT_OPENING : units[unit - 1]!.finished ? CHANGE : CHANGE_IN_SENTENCE;
    const stay = units[unit]!.opens ? STAY_AT_OPENING : 0;
    const best = scores.indexOf(Math.max(...scores));
    const from = scores.map((score, owner) => (score - stay >= scores[best]! - change ? owner : best));
    const before = scores;
    scores = matter[unit]!.map((nats, owner) => nats + Math.max(before[owner]! - stay, before[best]! - change));
    cameFrom.push(from);
  }
  const owners: number[] = [];
  let owner = scores.indexOf(Math.max(...scores));
  for (let unit = units.length - 1; unit >= 0; unit--) {
    owners[unit] = owner;
    if (unit > 0) owner = cameFrom[unit - 1]![owner]!;
  }
  return owners;
}
