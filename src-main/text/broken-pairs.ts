/**
 * The texts of an article that may be one paragraph, two by two, with all that is known of each pair by itself.
 * Not for choosing among them (mend-breaks.ts).
 */
import { areIndented } from './break-links';
import type { Stretch } from './break-links';
import {
  ELSEWHERE_EVIDENCE,
  GOES_ON,
  HEAD_EVIDENCE,
  MOST_FOR_LOST,
  OPENS,
  PAIR_EVIDENCE,
  PARTED_NAME,
  SURELY_GOES_ON,
  TAIL_EVIDENCE,
  clauseBefore,
  clauseBehind,
  headEvidence,
  partsFigure,
  partsName,
  repeatedWords,
  repeatsWord,
  tailEvidence,
  within,
} from './break-evidence';
import type { Clause } from './break-evidence';
import { CONTEXT, isTold } from './break-sides';
import type { BreakSides, HeadSide, TailSide } from './break-sides';
import { BREAK_WEIGHTS } from './break-weights';
import type { LanguageScores } from './document';
import { marksAgree } from './paired-marks';
import { saidOnPage } from './said-on-page';
import type { SaidBehind } from './said-on-page';
import { likeClose } from './side-matter';

/** Two texts of an article that may be one paragraph. */
export interface BrokenPair {
  readonly left: number;
  readonly right: number;
  readonly article: number;
  /** Of tail, head, what stands between them if they are no neighbours, and the two together, as break-evidence.ts names it. */
  readonly evidence: Float64Array;
  /** Nats of what pages made of broadcast news do not teach: indents, and names behind offices. */
  readonly besides: number;
  /** Nats, each pair weighed by itself. */
  weight: number;
  /** The character that seems lost at the break; null where none does. */
  gap: string | null;
}

/** Running texts farther apart than this are never one paragraph; bounds the work on long files. */
const REACH = 160;
/** Nats below which two are no pair. */
const LEAST = -6;
/** Texts that lie this near are tried with one character lost between them. */
const MENDED_REACH = 6;
/** Nats from which a text has found where it goes on. */
const FIRM = 4;
/** Nats that a lost character seldom gains more than: two that would still be no pair are not tried with one. */
const USUAL_GAIN = 9;
/** Nats by which a character put in must mend the sentence before it is spoken of. */
const MENDED = 5;
/** Nats for a paragraph that goes on another, where paragraphs are indented and it is not, and against one that is. */
const OUTDENTED = 4;
const INDENTED = 3;

/** Where each kind of evidence begins. */
const TAIL = 0;
const HEAD = TAIL + TAIL_EVIDENCE.length;
const ELSEWHERE = HEAD + HEAD_EVIDENCE.length;
const PAIR = ELSEWHERE + ELSEWHERE_EVIDENCE.length;
const SIZE = PAIR + PAIR_EVIDENCE.length;

function placeOf(name: (typeof PAIR_EVIDENCE)[number]): number {
  return PAIR + PAIR_EVIDENCE.indexOf(name);
}

const ANY = placeOf('any');
const NEIGHBOURS = placeOf('neighbours');
const BACKWARDS = placeOf('backwards');
const TWO_APART = placeOf('two apart');
const SAID = placeOf('said on the page');
const MARKS = placeOf('marks agree');
const LISTED = placeOf('items of a list');
const REPEATED = placeOf('words of one clause in the other');
const SAME_WORD = placeOf('the same word on both sides');
const FIGURES = placeOf('figures on both sides');
const GOING = placeOf('goes on');
const SURELY = placeOf('surely goes on');
const LOST = placeOf('goes on but for a lost character');
const ALIKE = placeOf('alike in matter');

interface Tail {
  readonly order: number;
  readonly article: number;
  readonly ends: TailSide;
  readonly says: readonly number[];
  /** Of the text right behind it. */
  readonly nextOpens: number;
  readonly clause: () => Clause;
  readonly saidBehind: SaidBehind;
}

interface Head {
  readonly order: number;
  readonly begins: HeadSide;
  readonly says: readonly number[];
  readonly opens: number;
  readonly behindBroken: number;
  readonly behindNone: number;
  readonly clause: () => Clause;
  readonly mayContinue: boolean;
  readonly byIndent: number;
}

export function brokenPairs(
  language: LanguageScores,
  stretches: readonly Stretch[],
  sides: readonly BreakSides[],
  weights: readonly number[] = BREAK_WEIGHTS.first,
): readonly BrokenPair[] {
  const indents = areIndented(stretches);
  const told = stretches.filter(({ order }) => isTold(sides[order]!));
  const open = told.filter(({ order }) => sides[order]!.mayGoOn);
  if (open.length === 0) return [];
  const onPage = saidOnPage(
    language,
    told.map(({ text }) => text),
    open.map(({ text }) => text.slice(-CONTEXT)),
  );
  const opensOf = (order: number, article: number): number => {
    const next = stretches[order];
    return next?.article === article ? within(language.startScore(next.text.slice(0, CONTEXT)), OPENS) : OPENS.most;
  };
  const tails = open.map(({ order, article, text }): Tail => {
    const ends = sides[order]!.tail();
    const says = tailEvidence(language, ends, text.length);
    return {
      order,
      article,
      ends,
      says,
      nextOpens: opensOf(order + 1, article),
      clause: clauseBefore(text),
      saidBehind: onPage(ends.before),
    };
  });
  const headOf = ({ order, article, indent, text }: Stretch): Head => {
    const begins = sides[order]!.head();
    const opens = language.startScore(begins.after);
    const behind = stretches[order - 1]?.article === article ? sides[order - 1]! : null;
    return {
      order,
      begins,
      says: headEvidence(opens, text.length),
      opens,
      behindBroken: Number(behind !== null && behind.mayGoOn),
      behindNone: Number(behind === null),
      clause: clauseBehind(text),
      mayContinue: sides[order]!.mayContinue,
      byIndent: indents ? (indent > 0 ? -INDENTED : OUTDENTED) : 0,
    };
  };
  const heads = new Map<number, Head>();
  const pairs: BrokenPair[] = [];
  const mayMend: (readonly [BrokenPair, Tail, Head])[] = [];
  const evidence = new Float64Array(SIZE);
  for (const tail of tails)
    for (let order = Math.max(0, tail.order - REACH); order < stretches.length && order <= tail.order + REACH; order++) {
      const stretch = stretches[order]!;
      if (stretch.article > tail.article) break;
      const side = sides[order]!;
      if (stretch.article !== tail.article || order === tail.order || !isTold(side) || side.surelyOpens) continue;
      if (!side.mayContinue && order !== tail.order + 1) continue;
      const head = heads.get(order) ?? headOf(stretch);
      heads.set(order, head);
      if (tail.ends.open && head.begins.headless) continue;
      const mends = order === tail.order + 1 || (Math.abs(order - tail.order) <= MENDED_REACH && !tail.ends.finished);
      const pair = weighed(tail, head, mends);
      if (!pair) continue;
      pairs.push(pair);
      if (mends) mayMend.push([pair, tail, head]);
    }
  mend();
  return pairs.filter(({ weight }) => weight > LEAST);

  function weighed(tail: Tail, head: Head, mends: boolean): BrokenPair | null {
    const { ends } = tail;
    const { begins } = head;
    const near = head.order === tail.order + 1;
    const besides = (ends.finished ? 0 : head.byIndent) + PARTED_NAME * partsName(ends, begins);
    evidence.fill(0);
    evidence.set(tail.says, TAIL);
    evidence.set(head.says, HEAD);
    if (!near) {
      evidence[ELSEWHERE] = head.behindBroken;
      evidence[ELSEWHERE + 1] = head.behindNone;
      evidence[ELSEWHERE + 2] = tail.nextOpens;
    }
    evidence[ANY] = 1;
    evidence[NEIGHBOURS] = Number(near);
    evidence[BACKWARDS] = Number(head.order < tail.order);
    evidence[TWO_APART] = Number(Math.abs(head.order - tail.order) === 2);
    evidence[SAID] = tail.saidBehind(begins.after);
    evidence[MARKS] = marksAgree(ends.marks, begins.marks);
    evidence[SAME_WORD] = Number(repeatsWord(ends, begins));
    evidence[FIGURES] = Number(partsFigure(ends, begins));
    const told = worthOf(weights, evidence) + besides;
    // What is still to be asked may add so much.
    const most = told + weights[ALIKE]! + weights[LISTED]! + (mends ? weights[LOST]! * USUAL_GAIN : 0);
    if (most + weights[GOING]! * GOES_ON.most + weights[SURELY]! * SURELY_GOES_ON.most < LEAST) return null;
    const needed = (LEAST - most - weights[SURELY]! * SURELY_GOES_ON.most) / weights[GOING]!;
    const apart = ends.side!.closing + head.opens;
    const fit = language.joinAcross(ends.side!, begins.side!, needed <= GOES_ON.least ? -Infinity : needed - apart);
    evidence[GOING] = within(fit + apart, GOES_ON);
    evidence[SURELY] = within(fit + apart, SURELY_GOES_ON);
    if (most + weights[GOING]! * evidence[GOING] + weights[SURELY]! * evidence[SURELY] < LEAST) return null;
    evidence[LISTED] = Number(tail.clause().isList && head.clause().isList);
    evidence[REPEATED] = repeatedWords(tail.clause(), head.clause());
    evidence[ALIKE] = likeClose(ends.sideMatter()!, begins.sideMatter()!);
    const weight = worthOf(weights, evidence) + besides;
    return { left: tail.order, right: head.order, article: tail.article, evidence: evidence.slice(), besides, weight, gap: null };
  }

  /** Tries one lost character between texts neither of which has found its match. */
  function mend(): void {
    const firm = pairs.filter(({ weight }) => weight > FIRM);
    const goesOn = new Set(firm.map(({ left }) => left));
    const continues = new Set(firm.map(({ right }) => right));
    for (const [pair, { ends }, { begins }] of mayMend) {
      if (goesOn.has(pair.left) || continues.has(pair.right) || pair.weight + weights[LOST]! * USUAL_GAIN < 0) continue;
      const { score, gap } = language.joinScoreWithGap(ends.before, begins.after);
      const gain = Math.max(0, score - language.joinAcross(ends.side!, begins.side!));
      if (gap !== null && gain > MENDED) pair.gap = gap;
      pair.evidence[LOST] = Math.min(MOST_FOR_LOST, gain);
      pair.weight += weights[LOST]! * pair.evidence[LOST];
    }
  }
}

/** Nats that evidence is worth. */
export function worthOf(weights: readonly number[], values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += weights[at]! * values[at]!;
  return sum;
}
