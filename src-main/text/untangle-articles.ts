/**
 * Tells two articles apart that lie interleaved, paragraph by paragraph, behind both their headings.
 * Each paragraph is held against what either article says elsewhere, again and again until nothing changes;
 * of what that comes to, the likeliest is taken where it is likelier than the file's order.
 */
import { hasInHeading } from './document';
import type { Document } from './document';
import type { PlacedPage } from './find-remainders';
import { likeliestSides, neighbourhoodOf, worthOfNeighbours } from './likeliest-sides';
import { addTopic, emptyTopic, topicFit } from './topic-index';
import { NEITHER, keyOf, partingOdds, twoTopics } from './two-topics';
import type { Sides } from './two-topics';

/**
 * What tells a right reading from the file's order, in log odds, fitted to pages with known answers: the nats it gains, how much more
 * alike the texts of either article are, how like the two articles are, and the nats and words they share.
 */
const ODDS = { always: -2.15, gain: 0.059, unity: 0.66, likeness: -1.83, sharedAPair: -15.2 };
/** The same where what the texts are about is known by their words alone. */
const ODDS_BY_WORDS = { always: -1.98, gain: 0.071, sharedAPair: -31 };
/** Further nats say little of whether it is right, and still which of two right ones is righter. */
const MOST_GAIN = 80;
const BEYOND = 0.2;
const LEAST_ODDS = -0.5;
/** More where it was found without a look at the headings. */
const AGAINST_HEADINGS = 0.5;
/** Against the text right under the second heading being the first article's, which has text of its own. */
const FIRST_UNDER_HEADING = -1.2;
/** Nats against a heading without any text. */
const WITHOUT_TEXT = 20;
/** Nats by which each text must fit its article better than the other for the two not to be looked at any closer: of 960 such pairs on pages with known answers none was one to be parted anew. */
const CLEARLY = 5;
const ROUNDS = 6;
/** Longer pairs are left as they lie; bounds the work. */
const LONGEST_PAIR = 120;

interface Pair {
  readonly first: number;
  readonly second: number;
  /** Indices of the pieces of both, in file order. */
  readonly members: readonly number[];
}

/** One way to give the members away, with what it makes of them: nats by which each fits the first article and the second, and for the titles. */
interface Reading {
  readonly sides: Sides;
  readonly fits: Float64Array;
  readonly titles: number;
}

export function untangleArticles(document: Document, page: PlacedPage): readonly number[] {
  const { pieces } = page;
  const labels = pieces.map((piece) => piece.article);
  for (const pair of neighbours(document, page)) {
    const found = untangled(document, page, pair, labels);
    if (found) for (const [place, index] of pair.members.entries()) labels[index] = found[place] === 0 ? pair.first : pair.second;
  }
  return labels;
}

/** Articles whose headings follow each other, each with a headline to go by. */
function neighbours(document: Document, { pieces, headings }: PlacedPage): readonly Pair[] {
  const members = new Map<number, number[]>();
  for (const [index, piece] of pieces.entries()) {
    const list = members.get(piece.article);
    if (list) list.push(index);
    else members.set(piece.article, [index]);
  }
  const pairs: Pair[] = [];
  let first = -1;
  for (const second of headings.keys()) {
    const article = document.articles[second]!;
    const titled = hasInHeading(document, article, 'headline') || article.kind === 'jump';
    if (!titled) continue;
    if (article.kind === 'photo') {
      first = -1;
      continue;
    }
    if (first >= 0) {
      const both = [...(members.get(first) ?? []), ...(members.get(second) ?? [])].toSorted((a, b) => a - b);
      if ((members.get(second)?.length ?? 0) > 0 && both.length > 1 && both.length <= LONGEST_PAIR)
        pairs.push({ first, second, members: both });
    }
    first = second;
  }
  return pairs;
}

function untangled(document: Document, page: PlacedPage, pair: Pair, labels: readonly number[]): Sides | null {
  const { pieces, links } = page;
  const { first, second, members } = pair;
  const opening = Math.min(...document.articles[second]!.heading);
  if (members.some((index) => labels[index] !== first && labels[index] !== second)) return null;
  const fileOrder: Sides = Int8Array.from(members, (index) => (labels[index] === first ? 0 : 1));
  const free = members.map((index) => pieces[index]!.block > opening);
  if (!free.some(Boolean)) return null;
  const topics = twoTopics(
    page.space,
    [page.headings.get(first)!, page.headings.get(second)!],
    members.map((index) => pieces[index]!.words),
  );
  const { words: wordsAt } = topics;
  const wasEmpty = !fileOrder.includes(0);
  const around = neighbourhoodOf(
    members.map((index) => pieces[index]!),
    links,
    free,
  );
  /** Ways to part them that a round began with, and ways that were weighed. */
  const met = new Set<string>();
  const weighed = new Set<string>();
  const asPrinted = readingOf(fileOrder);
  if (isSettled(asPrinted)) return null;
  const before = worthOf(asPrinted);
  let best: Sides | null = null;
  const unityBefore = topics.unityOf(fileOrder);
  let bestOdds = LEAST_ODDS;
  improve(byHeadings());
  improve(fileOrder, asPrinted);
  for (const start of [allTo(0), allTo(1), grown()]) improve(start);
  if (wasEmpty) {
    bestOdds += AGAINST_HEADINGS;
    for (const start of parted()) improve(start);
  }
  return best;

  /** From a first guess on until nothing changes, or until it comes to where another guess has been. */
  function improve(start: Sides, reading: Reading | null = null): void {
    let sides = start;
    let key = keyOf(sides);
    let known = reading;
    for (let round = 0; round < ROUNDS && !met.has(key); round++) {
      met.add(key);
      sides = relabel(known ?? readingOf(sides));
      key = keyOf(sides);
      if (met.has(key) && weighed.has(key)) return;
      weighed.add(key);
      known = readingOf(sides);
      const gain = worthOf(known) - before;
      if (gain <= 0 || isFileOrder(sides)) continue;
      const odds = oddsOf(sides, gain);
      if (odds === null) continue;
      bestOdds = odds;
      best = sides;
    }
  }

  /** Every text clearly is of the article it stands in, and no sentence goes on in the other. */
  function isSettled(reading: Reading): boolean {
    const { fits } = reading;
    for (let place = 0; place < members.length; place++) {
      const own = fileOrder[place]!;
      if (free[place] && wordsAt[place] && fits[place * 2 + own]! - fits[place * 2 + 1 - own]! < CLEARLY) return false;
    }
    return isFileOrder(relabel(reading));
  }

  function isFileOrder(sides: Sides): boolean {
    return sides.every((side, place) => side === fileOrder[place]);
  }

  /** Null where it is no better than the best so far. No article loses all its text. */
  function oddsOf(sides: Sides, gain: number): number | null {
    if (!sides.includes(0) || !sides.includes(1)) return null;
    const { likeness, belief } = topics.likenessOf(sides);
    const besides =
      (!wasEmpty && sides[free.indexOf(true)] === 0 ? FIRST_UNDER_HEADING : 0) +
      ODDS.unity * (topics.unityOf(sides) - unityBefore) +
      ODDS.likeness * likeness;
    const told = Math.min(MOST_GAIN, gain) + BEYOND * Math.max(0, gain - MOST_GAIN);
    const oddsBy = (weights: typeof ODDS_BY_WORDS, shared: number): number =>
      weights.always + weights.gain * told + weights.sharedAPair * shared;
    return partingOdds(
      page.space.language,
      [textsOn(sides, 0), textsOn(sides, 1)],
      (shared) => belief * oddsBy(ODDS, shared) + (1 - belief) * oddsBy(ODDS_BY_WORDS, shared) + besides,
      bestOdds,
    );
  }

  function textsOn(sides: Sides, side: number): readonly string[] {
    return members.filter((_, place) => sides[place] === side).map((index) => pieces[index]!.text);
  }

  /** A first guess: what stands before the second heading is the first article's, the rest goes with the headline it answers better. */
  function byHeadings(): Sides {
    return likeliestSides(around, topics.fitsOf(untouched()), fileOrder);
  }

  /** From the headings on, each time the paragraph is given away that leans most to one of the two, and counts with it from then on. */
  function grown(): Sides {
    const sides = untouched();
    topics.count(sides);
    return grownFrom(sides);
  }

  /** The same from the two paragraphs on that have least to do with each other, whatever the headings say; either way round. */
  function parted(): readonly Sides[] {
    const places = [...members.keys()].filter((place) => wordsAt[place]);
    const longest = extreme(places, (place) => wordsAt[place]!.length);
    if (longest === null) return [];
    const topic = emptyTopic(topics.space);
    addTopic(topics.space, topic, wordsAt[longest]!);
    const other = extreme(
      places.filter((place) => place !== longest),
      (place) => -topicFit(topics.space, topic, wordsAt[place]!, false),
    );
    if (other === null) return [];
    return [
      [longest, other],
      [other, longest],
    ].map(([mine, theirs]) => {
      const sides: Sides = new Int8Array(members.length).fill(NEITHER);
      sides[mine!] = 0;
      sides[theirs!] = 1;
      topics.countTitles(-1);
      topics.count(sides);
      const whole = grownFrom(sides);
      topics.countTitles(1);
      return whole;
    });
  }

  /** Whose texts are counted already. */
  function grownFrom(sides: Sides): Sides {
    const open = new Set([...members.keys()].filter((place) => sides[place] === NEITHER));
    const fits = new Float64Array(2);
    while (open.size > 0) {
      let surest = -1;
      let most = -1;
      let side = 0;
      for (const place of open) {
        topics.fit(place, NEITHER, fits, 0);
        const pull = fits[0]! - fits[1]! + linkPull(place, sides);
        if (Math.abs(pull) <= most) continue;
        most = Math.abs(pull);
        surest = place;
        side = pull > 0 ? 0 : 1;
      }
      open.delete(surest);
      sides[surest] = side;
      topics.give(surest, side);
    }
    return sides;
  }

  /** Nats for the first article, less those for the second, by broken sentences of what is given away already. */
  function linkPull(place: number, sides: Sides): number {
    let pull = 0;
    const { tiedTo, bonds } = around;
    const from = tiedTo[place]!;
    if (from >= 0 && sides[from] !== NEITHER) pull += sides[from] === 0 ? bonds[place]! : -bonds[place]!;
    const to = tiedTo.indexOf(place);
    if (to >= 0 && sides[to] !== NEITHER) pull += sides[to] === 0 ? bonds[to]! : -bonds[to]!;
    return pull;
  }

  /** As if one of the two had all the text, but for what stands before the second heading. */
  function allTo(side: number): Sides {
    const sides: Sides = new Int8Array(members.length);
    for (let place = 0; place < sides.length; place++) if (free[place]) sides[place] = side;
    return sides;
  }

  function untouched(): Sides {
    return allTo(NEITHER);
  }

  function readingOf(sides: Sides): Reading {
    return { sides, fits: topics.fitsOf(sides), titles: topics.titlesFit() };
  }

  function relabel({ sides, fits }: Reading): Sides {
    return likeliestSides(around, fits, sides);
  }

  function worthOf({ sides, fits, titles }: Reading): number {
    let worth = titles + worthOfNeighbours(around, sides);
    for (const side of [0, 1]) if (!sides.includes(side)) worth -= WITHOUT_TEXT;
    for (let place = 0; place < sides.length; place++) worth += fits[place * 2 + sides[place]!]!;
    return worth;
  }
}

/** The one of greatest worth; null where there is none. */
function extreme(places: readonly number[], worth: (place: number) => number): number | null {
  let best: number | null = null;
  let most = -Infinity;
  for (const place of places) {
    const here = worth(place);
    if (here <= most) continue;
    most = here;
    best = place;
  }
  return best;
}
