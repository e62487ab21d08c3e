/**
 * Which broken-off line goes on where: all open tails and headless heads of a page weighed against each other at once.
 * Gives links with their weight; whether a link is acted upon is for the passes that place and join.
 */
import { bestAssignment } from './assignment';
import type { Edge } from './assignment';
import { CONTEXT, breakSidesOf } from './break-sides';
import type { BreakSides, HeadSide, TailSide } from './break-sides';
import type { Block, LanguageScores } from './document';
import { marksAgree } from './paired-marks';
import { saidOnPage } from './said-on-page';
import type { SaidBehind } from './said-on-page';
import { isSalutation } from './english/authors';
import { endsSentence, leadsOn, startsLowerCase } from './english/latin-lines';
import { beginsInGivenName } from './person-names';

/** A stretch of running text; `order` counts running texts in file order, `article` is where it stands for now. */
export interface Stretch {
  readonly block: number;
  readonly source: Block;
  readonly text: string;
  readonly order: number;
  readonly article: number;
  /** Set in from the margin, in full-width characters. */
  readonly indent: number;
}

export interface BreakLink {
  readonly tail: number;
  readonly head: number;
  /** Nats for these two being one paragraph, priors included. */
  readonly weight: number;
  /** How much worse the next best way to pair either end would be. */
  readonly margin: number;
  readonly adjacent: boolean;
  /** The character that seems lost at the break; null where none does. */
  readonly gap: string | null;
}

const ADJACENT = 2.5;
const FAR = -3;
/** Less against it once the articles have their text: a page in disorder was the reason why some of it lay elsewhere. */
const FAR_IN_ARTICLE = -2.75;
/** 副主任医师郭 | 军在…: a surname behind an office, a given name before a verb. */
const PARTED_NAME = 4;
const AFTER_SEMICOLON = -2;
const OTHER_ARTICLE = -2;
const BACKWARDS = -0.5;
/** Running texts farther apart than this are never one paragraph; bounds the work on long files. */
const REACH = 160;

/** Halves of two paragraphs that change places at a column's end lie two apart. */
const CHANGED_PLACES = 1.5;
/** Share of the nats of shared matter around a break that counts; paragraphs of one article all share some. */
const MATTER_SHARE = 0.15;
/** Bounds of what it may say, in nats. */
const MOST_MATTER = 10;
const LEAST_MATTER = -4;
/** Lines of one article that lie this near are tried with one character lost between them, at this cost. */
const MENDED_REACH = 6;
const MENDED_AFAR = 1;

/** `mending` looks closely within articles: also for one character lost at the break, and for what both sides are about, which takes its time. */
export function matchBreaks(language: LanguageScores | null, stretches: readonly Stretch[], mending = false): readonly BreakLink[] {
  const gaps = new Map<string, string>();
  const indents = areIndented(stretches);
  const sides = stretches.map(({ source, text }) => breakSidesOf(language, source, text));
  const told = stretches.filter(({ order }) => !sides[order]!.latin && !sides[order]!.alone);
  if (isRubble(told)) return [];
  const open = told.filter(({ order }) => sides[order]!.mayGoOn);
  const onPage =
    language &&
    saidOnPage(
      language,
      told.map(({ text }) => text),
      open.map(({ text }) => text.slice(-CONTEXT)),
    );
  const tails = open.map(({ order, article }): Tail => {
    const ends = sides[order]!.tail();
    return { order, article, ends, saidBehind: onPage && onPage(ends.before) };
  });
  const headOf = ({ order, article, indent }: Stretch): Head => {
    const byIndent = indents ? (indent > 0 ? -INDENTED : OUTDENTED) : 0;
    return { order, article, begins: sides[order]!.head(), byIndent };
  };
  const heads = told.filter(({ order }) => sides[order]!.mayContinue).map(headOf);
  const headOrders = new Set(heads.map((head) => head.order));
  const bare = latinLinks(stretches, sides);
  const apart: Apart[] = [];
  let from = 0;
  for (const tail of tails) {
    while (from < heads.length && heads[from]!.order < tail.order - REACH) from++;
    for (let at = from; at < heads.length && heads[at]!.order <= tail.order + REACH; at++) {
      const head = heads[at]!;
      if (head.order === tail.order) continue;
      const distance = Math.abs(head.order - tail.order);
      const adjacent = head.order === tail.order + 1;
      const mayMend = mending && !adjacent && distance <= MENDED_REACH && head.article === tail.article && !tail.ends.finished;
      const prior = priorOf(tail, head, mending);
      const fit = fitOf(language, tail, head, adjacent || mayMend ? -Infinity : tail.ends.discount - prior + LEAST_WORTH_A_LOOK);
      const weight = joinWeight(language, tail, head, fit, prior, mending ? gaps : null);
      const mayLink = weight + MOST_FOR_DISORDER > 0;
      if (!mayLink && !mayMend) continue;
      const afar = mending && distance === 2 ? CHANGED_PLACES : 0;
      const edge = { left: tail.order, right: head.order, weight, fit: fit - tail.ends.discount, afar };
      if (mayLink) bare.push(edge);
      if (mayMend) apart.push({ tail, head, fit, edge });
    }
    const next = stretches[tail.order + 1];
    if (next && !headOrders.has(next.order) && mayFollow(sides[next.order]!)) {
      const head = headOf(next);
      const fit = fitOf(language, tail, head, -Infinity);
      const weight = joinWeight(language, tail, head, fit, priorOf(tail, head, mending), mending ? gaps : null);
      if (weight > 0) bare.push({ left: tail.order, right: next.order, weight, fit: 0, afar: 0 });
    }
  }
  if (language && apart.length > 0) bare.push(...mendedAfar(language, apart, bare, gaps));
  const edges = weighedByDisorder(bare, stretches, mending ? 0 : pageDisorder(bare));
  const chosen = withoutRings(bestAssignment(edges));
  return linksOf(chosen, stretches, rivals(edges, chosen), gaps);
}

function linksOf(
  chosen: readonly Edge[],
  stretches: readonly Stretch[],
  rival: (edge: Edge) => number,
  gaps: ReadonlyMap<string, string>,
): readonly BreakLink[] {
  return chosen.map((edge) => ({
    tail: stretches[edge.left]!.block,
    head: stretches[edge.right]!.block,
    weight: edge.weight,
    margin: edge.weight - rival(edge),
    adjacent: edge.right === edge.left + 1,
    gap: gaps.get(pairKey(edge.left, edge.right)) ?? null,
  }));
}

function mayFollow({ latin, alone, surelyOpens }: BreakSides): boolean {
  return !latin && !alone && !surelyOpens;
}

/** Pieces above which their mean length is looked at, and characters that they have at least where they are pieces of sentences. */
const MANY_PIECES = 1000;
const LEAST_PIECE = 5;

/** Thousands of lines of a few characters are a list or a broken file: each could go on in any other, and none tells. */
function isRubble(stretches: readonly Stretch[]): boolean {
  return (
    stretches.length > MANY_PIECES &&
    stretches.reduce((sum, { text }) => sum + Math.min(text.length, 1000), 0) < stretches.length * LEAST_PIECE
  );
}

/** Nats for a sentence of Latin script that goes on in the next text, never a sure thing: of its words the language model knows nothing. */
const LATIN_GOES_ON = 7.5;

function latinLinks(stretches: readonly Stretch[], sides: readonly BreakSides[]): BareEdge[] {
  return stretches.flatMap((tail, at) => {
    const head = stretches[at + 1];
    if (!head || !sides[at]!.latin || !sides[at + 1]!.latin || endsSentence(tail.text)) return [];
    if (isSalutation(tail.text) || (!startsLowerCase(head.text) && !leadsOn(tail.text))) return [];
    return [{ left: tail.order, right: head.order, weight: LATIN_GOES_ON, fit: 0, afar: 0 }];
  });
}

interface BareEdge extends Edge {
  weight: number;
  /** Nats by which the head goes on where the tail stops, whatever lies between them; 0 where that is not known. */
  readonly fit: number;
  /** Nats more where the article's order is often left. */
  afar: number;
}

/** Two lines of one article that are no neighbours, with what is known of their being one paragraph. */
interface Apart {
  readonly tail: Tail;
  readonly head: Head;
  readonly fit: number;
  readonly edge: BareEdge;
}

function pairKey(tail: number, head: number): string {
  return `${tail} ${head}`;
}

/** Nats that a link must weigh to tell of the order its article is printed in. */
const PLAIN = 5;
/** Links in file order that every article is taken to have, and links out of it, before any is looked at. */
const ORDERLY = 4;
const DISORDERLY = 0.3;
/** Nats that a link out of the file's order may gain where that order is often left, and what one in it loses. */
const MOST_FOR_DISORDER = 3;

const USUAL = Math.log(DISORDERLY / ORDERLY);

/** Nats by which a head must go on where a tail stops for a link that tells, without a prior, of the order of the page. */
const PLAIN_FIT = 7;
/** Such links to the next text that every page is taken to have before any is looked at; to texts farther off, `DISORDERLY`. */
const ORDERLY_PAGE = 1;
const PAGE_SHARE = 0.6;

/** By how much the priors for and against neighbours are to be shifted: where the sentences broken off on the page mostly go on elsewhere. */
function pageDisorder(bare: readonly BareEdge[]): number {
  let near = 0;
  let far = 0;
  const plain = bare.filter(({ fit }) => fit > PLAIN_FIT).map(({ left, right, fit }) => ({ left, right, weight: fit }));
  for (const { left, right } of bestAssignment(plain))
    if (right === left + 1) near++;
    else far++;
  const odds = Math.log((far / DISORDERLY + 1) / (near / ORDERLY_PAGE + 1));
  return Math.max(0, Math.min(MOST_FOR_DISORDER, odds * PAGE_SHARE));
}

/** Where an article's plain links mostly leave the file's order, a neighbour is no likelier than any other: the priors follow. */
function weighedByDisorder(bare: readonly BareEdge[], stretches: readonly Stretch[], onPage: number): readonly Edge[] {
  const plain = bestAssignment(
    bare
      .filter(({ weight, afar }) => weight + afar > PLAIN)
      .map(({ left, right, weight, afar }) => ({ left, right, weight: weight + afar })),
  );
  const inOrder = new Map<number, number>();
  const outOfOrder = new Map<number, number>();
  for (const { left, right } of plain) {
    const { article } = stretches[left]!;
    if (article !== stretches[right]!.article) continue;
    const counts = right === left + 1 ? inOrder : outOfOrder;
    counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  return bare.flatMap((edge) => {
    const { article } = stretches[edge.left]!;
    const odds = Math.log(((outOfOrder.get(article) ?? 0) + DISORDERLY) / ((inOrder.get(article) ?? 0) + ORDERLY));
    const shift = Math.max(onPage, Math.min(MOST_FOR_DISORDER, (odds - USUAL) / 2));
    const weight = edge.right === edge.left + 1 ? edge.weight - shift : edge.weight + shift + Math.min(1, shift) * edge.afar;
    return weight > 0 ? [{ left: edge.left, right: edge.right, weight }] : [];
  });
}

/** Nats for a paragraph that goes on another, where paragraphs are indented and it is not, and against one that is. */
const OUTDENTED = 4;
const INDENTED = 3;
/** Paragraphs that must be indented, and their share, for a page to indent them. */
const LEAST_INDENTED = 5;
const SHARE_INDENTED = 0.6;

export function areIndented(texts: readonly Pick<Stretch, 'indent'>[]): boolean {
  const indented = texts.filter(({ indent }) => indent > 0).length;
  return indented >= LEAST_INDENTED && indented >= texts.length * SHARE_INDENTED;
}

/** A text that breaks off, and where it stands; each is weighed against many heads. */
interface Tail {
  readonly order: number;
  readonly article: number;
  readonly ends: TailSide;
  /** What the page's own words say of a head; null without a language. */
  readonly saidBehind: SaidBehind | null;
}

interface Head {
  readonly order: number;
  readonly article: number;
  readonly begins: HeadSide;
  /** Nats for being no paragraph's beginning, by its indent. */
  readonly byIndent: number;
}

/** Nats by which the head goes on where the tail stops, or any number below `least` where it is less; 0 without a language. */
function fitOf(language: LanguageScores | null, { ends, saidBehind }: Tail, { begins }: Head, least: number): number {
  if (!language || !ends.side || !begins.side) return 0;
  const besides = (saidBehind?.(begins.after) ?? 0) + marksAgree(ends.marks, begins.marks);
  return language.joinAcross(ends.side, begins.side, least - besides) + besides;
}

/** Nats for the two being one paragraph by where they stand, and by what no other pair of their sides tells. */
function priorOf({ order, article, ends }: Tail, head: Head, mending: boolean): number {
  const adjacent = head.order === order + 1;
  const { headless, after } = head.begins;
  const closely = mending && article === head.article;
  let prior = (adjacent ? ADJACENT : closely ? FAR_IN_ARTICLE : FAR) + (closely && !ends.finished ? head.byIndent : 0);
  if (article !== head.article) prior += OTHER_ARTICLE;
  if (head.order < order) prior += BACKWARDS;
  if (ends.open && headless) prior -= 10;
  if (ends.surname) prior += beginsInGivenName(after.slice(0, 4)) ? PARTED_NAME : -PARTED_NAME;
  if (ends.semicolon) prior += AFTER_SEMICOLON;
  return prior;
}

function joinWeight(
  language: LanguageScores | null,
  tail: Tail,
  head: Head,
  fit: number,
  prior: number,
  gaps: Map<string, string> | null,
): number {
  const adjacent = head.order === tail.order + 1;
  const { open, finished } = tail.ends;
  const evidence = language
    ? joinEvidence(language, tail, head, fit, adjacent ? gaps : null)
    : adjacent && !finished
      ? 3
      : head.begins.headless && open
        ? -20
        : -1;
  const weight = evidence + prior;
  const closely = gaps !== null && tail.article === head.article;
  return closely && language && weight > LEAST_WORTH_A_LOOK ? weight + sharedMatter(language, tail, head) : weight;
}

/** Pairs that weigh less are none, whatever they share. */
const LEAST_WORTH_A_LOOK = -MOST_FOR_DISORDER - MATTER_SHARE * MOST_MATTER;

function sharedMatter(language: LanguageScores, tail: Tail, head: Head): number {
  const [before, after] = [tail.ends.matter(), head.begins.matter()];
  if (!before || !after) return 0;
  return MATTER_SHARE * Math.max(LEAST_MATTER, Math.min(MOST_MATTER, language.topicScore(before, after)));
}

/** Lines that fit less well than this are tried with one character lost between them. */
const MAY_HAVE_LOST = 7;
/** Nats by which a character put in must mend the sentence before it is spoken of. */
const MENDED = 5;

function joinEvidence(language: LanguageScores, tail: Tail, head: Head, fit: number, gaps: Map<string, string> | null): number {
  let evidence = fit;
  if (gaps && evidence < MAY_HAVE_LOST) {
    const mended = language.joinScoreWithGap(tail.ends.before, head.begins.after);
    if (mended.gap !== null && mended.score > evidence + MENDED) gaps.set(pairKey(tail.order, head.order), mended.gap);
    evidence = Math.max(evidence, mended.score);
  }
  return evidence - tail.ends.discount;
}

/** Lines of one article that fit but for one lost character, where neither has found its match; what is gained counts once the article is known for disorder. */
function mendedAfar(
  language: LanguageScores,
  apart: readonly Apart[],
  bare: readonly BareEdge[],
  gaps: Map<string, string>,
): readonly BareEdge[] {
  const firm = bare.filter(({ weight }) => weight > FIRM);
  const tails = new Set(firm.map(({ left }) => left));
  const heads = new Set(firm.map(({ right }) => right));
  const found: BareEdge[] = [];
  for (const { tail, head, fit, edge } of apart) {
    if (fit >= MAY_HAVE_LOST || tails.has(edge.left) || heads.has(edge.right)) continue;
    const { score, gap } = language.joinScoreWithGap(tail.ends.before, head.begins.after);
    const gain = Math.max(0, score - MENDED_AFAR - fit);
    if (gap !== null && gain > MENDED) gaps.set(pairKey(edge.left, edge.right), gap);
    const known = edge.weight + MOST_FOR_DISORDER > 0;
    edge.afar += gain;
    if (known || edge.weight + edge.afar + MOST_FOR_DISORDER <= 0) continue;
    if (edge.weight <= LEAST_WORTH_A_LOOK) edge.weight += sharedMatter(language, tail, head);
    found.push(edge);
  }
  return found;
}

/** Nats above which a line has found where it goes on, or comes from. */
const FIRM = 8;

/**
 * For a chosen edge: what the best other edge at either of its ends would be worth, less what its other end would lose by it;
 * 0 where there is none.
 */
function rivals(edges: readonly Edge[], chosen: readonly Edge[]): (edge: Edge) => number {
  const byLeft = new Map(chosen.map((edge) => [edge.left, edge]));
  const byRight = new Map(chosen.map((edge) => [edge.right, edge]));
  const best = new Map<Edge, number>();
  const note = (mine: Edge | undefined, theirs: Edge | undefined, other: Edge): void => {
    if (!mine || mine === other) return;
    best.set(mine, Math.max(best.get(mine) ?? 0, other.weight - (theirs?.weight ?? 0)));
  };
  for (const edge of edges) {
    note(byLeft.get(edge.left), byRight.get(edge.right), edge);
    note(byRight.get(edge.right), byLeft.get(edge.left), edge);
  }
  return (edge) => best.get(edge) ?? 0;
}

/** A paragraph cannot go on in itself: the weakest link of every ring is dropped. */
function withoutRings(edges: readonly Edge[]): readonly Edge[] {
  const next = new Map(edges.map((edge) => [edge.left, edge]));
  const walked = new Map<number, number>();
  const dropped = new Set<Edge>();
  for (const [walk, first] of edges.entries()) {
    const path: Edge[] = [];
    let edge: Edge | undefined = first;
    while (edge && !walked.has(edge.left)) {
      walked.set(edge.left, walk);
      path.push(edge);
      edge = next.get(edge.right);
    }
    if (!edge || walked.get(edge.left) !== walk) continue;
    const ring = path.slice(path.indexOf(edge));
    dropped.add(ring.reduce((weakest, link) => (link.weight < weakest.weight ? link : weakest)));
  }
  return edges.filter((edge) => !dropped.has(edge));
}
