/**
 * Tells two articles apart that lie interleaved, paragraph by paragraph, behind both their headings.
 * Each paragraph is held against what either article says elsewhere, again and again until nothing changes;
 * the result is taken only where it explains the page much better than the file's order does.
 */
import type { Document, TopicWords } from './document';
import type { PlacedPage } from './find-remainders';
import { addTopic, emptyTopic, narrowedTo, topicFit } from './topic-index';

/** Nats for each change from one article to the other; neighbours mostly belong together. */
const SWITCH = 2;
const LINK_CAP = 9;
/** Nats by which the untangled reading must beat the file's order. */
const NEEDED = 10;
/** More where no paragraph by itself looks out of place. */
const NEEDED_UNSEEN = 22;
/** Less where one of the two headings would have no text at all in the file's order. */
const NEEDED_WHERE_EMPTY = 4;
/** More where it was found without a look at the headings. */
const AGAINST_HEADINGS = 22;
/** Nats that the two halves may have in common for each pair of words of the shorter; more where they change places often, less where nothing looks out of place. */
const MOST_SHARED = 0.05;
const MOST_SHARED_BY_TURNS = 0.08;
const MOST_SHARED_UNSEEN = 0.01;
const MANY_TURNS = 3;
/** Nats against a heading without any text. */
const WITHOUT_TEXT = 20;
const ROUNDS = 6;
/** Nats by which one paragraph must answer the other article before the pair is looked at closely. */
const TANGLED = 3;
/** Longer pairs are left as they lie; bounds the work. */
const LONGEST_PAIR = 120;

/** By paragraph of a pair: the article that it is given to. */
type Given = Int32Array;
/** In place of an article, for a paragraph that is not given away yet. */
const NEITHER = -1;

interface Pair {
  readonly first: number;
  readonly second: number;
  /** Indices of the pieces of both, in file order. */
  readonly members: readonly number[];
}

/** One way to give the members away, with what it makes of them: nats by which each fits the first article and the second, and for the titles. */
interface Reading {
  readonly given: Given;
  readonly fits: Float64Array;
  readonly titles: number;
}

export function untangleArticles(document: Document, page: PlacedPage): readonly number[] {
  const { pieces } = page;
  const labels = pieces.map((piece) => piece.article);
  for (const pair of neighbours(document, page)) {
    const found = untangled(document, page, pair, labels);
    if (found) for (const [place, index] of pair.members.entries()) labels[index] = found[place]!;
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
    const titled = article.heading.some((block) => document.blocks[block]!.role === 'headline') || article.kind === 'jump';
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

function untangled(document: Document, page: PlacedPage, pair: Pair, labels: readonly number[]): Given | null {
  const { pieces, links } = page;
  const { first, second, members } = pair;
  const opening = Math.min(...document.articles[second]!.heading);
  const fileOrder = Int32Array.from(members, (index) => labels[index]!);
  if (fileOrder.some((label) => label !== first && label !== second)) return null;
  const free = members.map((index) => pieces[index]!.block > opening);
  if (!free.some(Boolean)) return null;
  const narrowed = narrowedTo(page.space, [
    page.headings.get(first)!,
    page.headings.get(second)!,
    ...members.map((index) => pieces[index]!.words),
  ]);
  const { space } = narrowed;
  const titles = new Map([first, second].map((article, side) => [article, narrowed.words[side]!]));
  const wordsAt = narrowed.words.slice(2);
  const topics = new Map([first, second].map((article) => [article, emptyTopic(space)]));
  countTitles(1);
  /** What \`topics\` has counted of the members. */
  const counted: Given = new Int32Array(members.length).fill(NEITHER);
  const wasEmpty = !fileOrder.includes(first);
  const tangled = wasEmpty || looksTangled();
  const placeOf = new Map(members.map((index, place) => [pieces[index]!.block, place]));
  const into = new Map<number, { readonly from: number; readonly weight: number }>();
  const outOf = new Map<number, { readonly to: number; readonly weight: number }>();
  for (const link of links) {
    const from = placeOf.get(link.tail);
    const to = placeOf.get(link.head);
    if (from !== undefined && to !== undefined) {
      const weight = Math.min(LINK_CAP, link.weight);
      into.set(to, { from, weight });
      outOf.set(from, { to, weight });
    }
  }
  const met = new Set<string>();
  const before = worthOf(readingOf(fileOrder));
  let best: Given | null = null;
  let bestWorth = before + (wasEmpty ? NEEDED_WHERE_EMPTY : tangled ? NEEDED : NEEDED_UNSEEN);
  for (const start of [byHeadings(), fileOrder, allTo(first), allTo(second), grown()]) improve(start);
  if (wasEmpty) {
    bestWorth += AGAINST_HEADINGS;
    for (const start of parted()) improve(start);
  }
  return best;

  /** From a first guess on until nothing changes, or until it comes to where another guess has been. */
  function improve(start: Given): void {
    let given = start;
    let known: Reading | null = null;
    for (let round = 0; round < ROUNDS && !met.has(given.join()); round++) {
      met.add(given.join());
      const next = readingOf(relabel(known ?? readingOf(given)));
      const worth = worthOf(next);
      if (worth > bestWorth && next.given.some((label, place) => label !== fileOrder[place]) && areStrangers(next.given)) {
        bestWorth = worth;
        best = next.given;
      }
      known = next;
      ({ given } = next);
    }
  }

  /** Parts of one article share its names; where they take turns again and again, two articles of one matter may as well. No article loses all its text. */
  function areStrangers(given: Given): boolean {
    const [mine, theirs] = [first, second].map((article) =>
      page.space.language.topicPairs(
        members
          .filter((_, place) => given[place] === article)
          .map((index) => pieces[index]!.text)
          .join('\n'),
      ),
    ) as [TopicWords, TopicWords];
    const least = Math.min(mine.pairs.length, theirs.pairs.length);
    if (least === 0) return wasEmpty;
    const turns = given.filter((article, place) => place > 0 && article !== given[place - 1]).length;
    const most = !tangled ? MOST_SHARED_UNSEEN : turns < MANY_TURNS ? MOST_SHARED : MOST_SHARED_BY_TURNS;
    return page.space.language.topicScore(mine, theirs) < most * least;
  }

  /** Quick look: does anything behind the second heading answer the first article better than its own? */
  function looksTangled(): boolean {
    count(fileOrder);
    return wordsAt.some((words, place) => {
      if (!free[place] || !words) return false;
      return topicFit(space, topics.get(first)!, words, false) > topicFit(space, topics.get(second)!, words, true) + TANGLED;
    });
  }

  /** Makes `topics` those of the two articles with their titles and what each was given. */
  function count(given: Given): void {
    for (let place = 0; place < given.length; place++) give(place, given[place]!);
  }

  function give(place: number, article: number): void {
    const before = counted[place]!;
    if (article === before) return;
    counted[place] = article;
    const words = wordsAt[place];
    if (words && before !== NEITHER) addTopic(topics.get(before)!, words, -1);
    if (words && article !== NEITHER) addTopic(topics.get(article)!, words);
  }

  /** With the titles in `topics`, or without them. */
  function countTitles(sign: 1 | -1): void {
    for (const [article, topic] of topics) addTopic(topic, titles.get(article)!, sign);
  }

  /** A first guess: what stands before the second heading is the first article's, the rest goes with the headline it answers better. */
  function byHeadings(): Given {
    count(untouched());
    return viterbi((place, article) => {
      const words = wordsAt[place];
      return words ? topicFit(space, topics.get(article)!, words, false) : 0;
    }, fileOrder);
  }

  /** From the headings on, each time the paragraph is given away that leans most to one of the two, and counts with it from then on. */
  function grown(): Given {
    const given = untouched();
    count(given);
    return grownFrom(given);
  }

  /** The same from the two paragraphs on that have least to do with each other, whatever the headings say; either way round. */
  function parted(): readonly Given[] {
    const places = [...members.keys()].filter((place) => wordsAt[place]);
    const longest = extreme(places, (place) => wordsAt[place]!.length);
    if (longest === null) return [];
    const topic = emptyTopic(space);
    addTopic(topic, wordsAt[longest]!);
    const other = extreme(
      places.filter((place) => place !== longest),
      (place) => -topicFit(space, topic, wordsAt[place]!, false),
    );
    if (other === null) return [];
    return [
      [longest, other],
      [other, longest],
    ].map(([mine, theirs]) => {
      const given = new Int32Array(members.length).fill(NEITHER);
      given[mine!] = first;
      given[theirs!] = second;
      countTitles(-1);
      count(given);
      const whole = grownFrom(given);
      countTitles(1);
      return whole;
    });
  }

  /** Whose `topics` are counted already. */
  function grownFrom(given: Given): Given {
    const open = new Set([...members.keys()].filter((place) => given[place] === NEITHER));
    while (open.size > 0) {
      let surest = -1;
      let most = -1;
      let side = first;
      for (const place of open) {
        const words = wordsAt[place];
        const lean = words ? topicFit(space, topics.get(first)!, words, false) - topicFit(space, topics.get(second)!, words, false) : 0;
        const pull = lean + linkPull(place, given);
        if (Math.abs(pull) <= most) continue;
        most = Math.abs(pull);
        surest = place;
        side = pull > 0 ? first : second;
      }
      open.delete(surest);
      given[surest] = side;
      give(surest, side);
    }
    return given;
  }

  /** Nats for the first article, less those for the second, by broken sentences of what is given away already. */
  function linkPull(place: number, given: Given): number {
    let pull = 0;
    const link = into.get(place);
    if (link && given[link.from] !== NEITHER) pull += given[link.from] === first ? link.weight : -link.weight;
    const next = outOf.get(place);
    if (next && given[next.to] !== NEITHER) pull += given[next.to] === first ? next.weight : -next.weight;
    return pull;
  }

  /** As if one of the two had all the text, but for what stands before the second heading. */
  function allTo(article: number): Given {
    return Int32Array.from(members, (_, place) => (free[place] ? article : first));
  }

  function untouched(): Given {
    return allTo(NEITHER);
  }

  function readingOf(given: Given): Reading {
    count(given);
    const fits = new Float64Array(members.length * 2);
    let ofTitles = 0;
    for (const [side, article] of [first, second].entries()) {
      const topic = topics.get(article)!;
      ofTitles += topicFit(space, topic, titles.get(article)!, true);
      for (const [place, words] of wordsAt.entries())
        if (words) fits[place * 2 + side] = topicFit(space, topic, words, given[place] === article);
    }
    return { given, fits, titles: ofTitles };
  }

  function relabel({ given, fits }: Reading): Given {
    return viterbi((place, article) => fits[place * 2 + (article === first ? 0 : 1)]!, given);
  }

  function worthOf({ given, fits, titles: ofTitles }: Reading): number {
    let worth = ofTitles;
    for (const article of [first, second]) if (!given.includes(article)) worth -= WITHOUT_TEXT;
    for (const place of members.keys()) {
      worth += fits[place * 2 + (given[place] === first ? 0 : 1)]!;
      const link = into.get(place);
      if (link && given[link.from] === given[place]) worth += link.weight;
      if (place > 0 && given[place] !== given[place - 1] && !opensAt(place)) worth -= SWITCH;
    }
    return worth;
  }

  function opensAt(place: number): boolean {
    return free[place]! && !free[place - 1];
  }

  function viterbi(fit: (place: number, article: number) => number, given: Given): Given {
    const back = new Int8Array(members.length * 2);
    let scores = new Float64Array(2);
    for (let place = 0; place < members.length; place++) {
      const link = into.get(place);
      const before = scores;
      scores = new Float64Array(2);
      for (let side = 0; side < 2; side++) {
        const article = side === 0 ? first : second;
        const away = before[1 - side]! - (place > 0 && !opensAt(place) ? SWITCH : 0);
        const adjacent = link && link.from === place - 1 ? link.weight : 0;
        const stay = before[side]! + adjacent;
        back[place * 2 + side] = place === 0 || stay >= away ? side : 1 - side;
        let score = (place === 0 ? 0 : Math.max(stay, away)) + fit(place, article);
        if (link && link.from !== place - 1 && given[link.from] === article) score += link.weight;
        if (!free[place] && article !== first) score -= 1000;
        scores[side] = score;
      }
    }
    const found = new Int32Array(members.length);
    let side = scores[1]! > scores[0]! ? 1 : 0;
    for (let place = members.length - 1; place >= 0; place--) {
      found[place] = side === 0 ? first : second;
      side = back[place * 2 + side]!;
    }
    return found;
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
