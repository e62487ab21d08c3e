/**
 * Links between texts that break off and texts that go on from them: of all that could be, those that are worth most together.
 * Not for what a link is worth (match-breaks.ts, mend-breaks.ts).
 */
import { bestAssignment } from './assignment';
import type { Edge } from './assignment';
import type { BreakSides } from './break-sides';
import type { Block } from './document';
import { isSalutation } from './english/authors';
import { endsSentence, leadsOn, startsLowerCase } from './english/latin-lines';

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

export function pairKey(tail: number, head: number): string {
  return `${tail} ${head}`;
}

/**
 * The links that are worth most together, each tail and each head in one of them at most.
 * @param gaps by `pairKey`, the character that seems lost at a break
 */
export function bestLinks(edges: readonly Edge[], stretches: readonly Stretch[], gaps: ReadonlyMap<string, string>): readonly BreakLink[] {
  const chosen = withoutRings(bestAssignment(edges));
  const rival = rivals(edges, chosen);
  return chosen.map((edge) => ({
    tail: stretches[edge.left]!.block,
    head: stretches[edge.right]!.block,
    weight: edge.weight,
    margin: edge.weight - rival(edge),
    adjacent: edge.right === edge.left + 1,
    gap: gaps.get(pairKey(edge.left, edge.right)) ?? null,
  }));
}

/** Pieces above which their mean length is looked at, and characters that they have at least where they are pieces of sentences. */
const MANY_PIECES = 1000;
const LEAST_PIECE = 5;

/** Thousands of lines of a few characters are a list or a broken file: each could go on in any other, and none tells. */
export function isRubble(stretches: readonly Stretch[]): boolean {
  return (
    stretches.length > MANY_PIECES &&
    stretches.reduce((sum, { text }) => sum + Math.min(text.length, 1000), 0) < stretches.length * LEAST_PIECE
  );
}

/**
 * Sentences of Latin script that go on in the next text: of its words the language model knows nothing.
 * @param weight of each, never that of a sure thing
 */
export function latinLinks(stretches: readonly Stretch[], sides: readonly BreakSides[], weight: number): readonly Edge[] {
  return stretches.flatMap((tail, at) => {
    const head = stretches[at + 1];
    if (!head || !sides[at]!.latin || !sides[at + 1]!.latin || endsSentence(tail.text)) return [];
    if (isSalutation(tail.text) || (!startsLowerCase(head.text) && !leadsOn(tail.text))) return [];
    return [{ left: tail.order, right: head.order, weight }];
  });
}

/** Paragraphs that must be indented, and their share, for a page to indent them. */
const LEAST_INDENTED = 5;
const SHARE_INDENTED = 0.6;

export function areIndented(texts: readonly Pick<Stretch, 'indent'>[]): boolean {
  const indented = texts.filter(({ indent }) => indent > 0).length;
  return indented >= LEAST_INDENTED && indented >= texts.length * SHARE_INDENTED;
}

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
