/**
 * Which broken-off line goes on where: all open tails and headless heads of a page weighed against each other at once.
 * Gives links with their weight; whether a link is acted upon is for the passes that place and join.
 */
import { bestAssignment } from './assignment';
import type { Edge } from './assignment';
import { PARTED_NAME, partsName } from './break-evidence';
import { bestLinks, isRubble, latinLinks } from './break-links';
import type { BreakLink, Stretch } from './break-links';
import { CONTEXT, breakSidesOf, isTold } from './break-sides';
import type { BreakSides, HeadSide, TailSide } from './break-sides';
import type { LanguageScores } from './document';
import { marksAgree } from './paired-marks';
import { saidOnPage } from './said-on-page';
import type { SaidBehind } from './said-on-page';

const ADJACENT = 2.5;
const FAR = -3;
const AFTER_SEMICOLON = -2;
const OTHER_ARTICLE = -2;
const BACKWARDS = -0.5;
const LATIN_GOES_ON = 7.5;
/** Running texts farther apart than this are never one paragraph; bounds the work on long files. */
const REACH = 160;

export function matchBreaks(language: LanguageScores, stretches: readonly Stretch[]): readonly BreakLink[] {
  const sides = stretches.map(({ source, text }) => breakSidesOf(language, source, text));
  const told = stretches.filter(({ order }) => isTold(sides[order]!));
  if (isRubble(told)) return [];
  const open = told.filter(({ order }) => sides[order]!.mayGoOn);
  const onPage = saidOnPage(
    language,
    told.map(({ text }) => text),
    open.map(({ text }) => text.slice(-CONTEXT)),
  );
  const tails = open.map(({ order, article }): Tail => {
    const ends = sides[order]!.tail();
    return { order, article, ends, saidBehind: onPage(ends.before) };
  });
  const headOf = ({ order, article }: Stretch): Head => ({ order, article, begins: sides[order]!.head() });
  const heads = told.filter(({ order }) => sides[order]!.mayContinue).map(headOf);
  const headOrders = new Set(heads.map((head) => head.order));
  const bare: BareEdge[] = latinLinks(stretches, sides, LATIN_GOES_ON).map((edge) => ({ ...edge, fit: 0 }));
  let from = 0;
  for (const tail of tails) {
    while (from < heads.length && heads[from]!.order < tail.order - REACH) from++;
    for (let at = from; at < heads.length && heads[at]!.order <= tail.order + REACH; at++) {
      const head = heads[at]!;
      if (head.order === tail.order) continue;
      const rest = priorOf(tail, head) - tail.ends.discount;
      const fit = fitOf(language, tail, head, -rest - MOST_FOR_DISORDER);
      const weight = fit + rest;
      if (weight + MOST_FOR_DISORDER > 0) bare.push({ left: tail.order, right: head.order, weight, fit: fit - tail.ends.discount });
    }
    const next = stretches[tail.order + 1];
    if (next && !headOrders.has(next.order) && mayFollow(sides[next.order]!)) {
      const head = headOf(next);
      const rest = priorOf(tail, head) - tail.ends.discount;
      const weight = fitOf(language, tail, head, -rest) + rest;
      if (weight > 0) bare.push({ left: tail.order, right: next.order, weight, fit: 0 });
    }
  }
  return bestLinks(weighedByDisorder(bare, stretches, pageDisorder(bare)), stretches, NO_GAPS);
}

const NO_GAPS: ReadonlyMap<string, string> = new Map();

function mayFollow({ latin, alone, surelyOpens }: BreakSides): boolean {
  return !latin && !alone && !surelyOpens;
}

interface BareEdge extends Edge {
  /** Nats by which the head goes on where the tail stops, whatever lies between them; 0 where that is not known. */
  readonly fit: number;
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
  const plain = bestAssignment(bare.filter(({ weight }) => weight > PLAIN));
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
    const weight = edge.right === edge.left + 1 ? edge.weight - shift : edge.weight + shift;
    return weight > 0 ? [{ left: edge.left, right: edge.right, weight }] : [];
  });
}

/** A text that breaks off, and where it stands; each is weighed against many heads. */
interface Tail {
  readonly order: number;
  readonly article: number;
  readonly ends: TailSide;
  /** What the page's own words say of a head. */
  readonly saidBehind: SaidBehind;
}

interface Head {
  readonly order: number;
  readonly article: number;
  readonly begins: HeadSide;
}

/** Nats by which the head goes on where the tail stops, or any number below `least` where it is less. */
function fitOf(language: LanguageScores, { ends, saidBehind }: Tail, { begins }: Head, least: number): number {
  const besides = saidBehind(begins.after) + marksAgree(ends.marks, begins.marks);
  return language.joinAcross(ends.side!, begins.side!, least - besides) + besides;
}

/** Nats for the two being one paragraph by where they stand, and by what no other pair of their sides tells. */
function priorOf({ order, article, ends }: Tail, head: Head): number {
  let prior = head.order === order + 1 ? ADJACENT : FAR;
  if (article !== head.article) prior += OTHER_ARTICLE;
  if (head.order < order) prior += BACKWARDS;
  if (ends.open && head.begins.headless) prior -= 10;
  prior += PARTED_NAME * partsName(ends, head.begins);
  if (ends.semicolon) prior += AFTER_SEMICOLON;
  return prior;
}
