/**
 * News items -> pages broken as extraction breaks them, with the breaks that are to be mended: paragraphs cut in two, columns of an article
 * printed in each other's place, the rest of one behind another, two line by line by turns, captions that strayed in, passages pasted twice,
 * texts that stop, characters lost or misread. For measuring joins on as many breaks of each kind as are wanted.
 */
import { BRACKETED } from '../../src-main/text/language/training/line-examples';
import { numbersFrom } from '../../src-main/text/language/training/train-lines';
import type { Item } from './corpus';
import type { NewsItem } from './furnish';

export interface BrokenPage {
  readonly text: string;
  readonly breaks: readonly Break[];
  /** The last characters of texts whose rest is nowhere on the page. */
  readonly stops: ReadonlySet<number>;
}

/** Where a paragraph goes on: the last character before a break, and the first behind it. */
export interface Break {
  readonly tail: number;
  readonly head: number;
  readonly place: (typeof PLACES)[number];
  readonly harm: (typeof HARMS)[number];
}

/** What lies between: nothing, lines that are no running text of the article, its other texts, or another article. */
export const PLACES = ['next line', 'behind a stranger', 'in the article', 'across articles'] as const;
export const HARMS = ['whole', 'lost', 'misread'] as const;

/** A printed line. */
interface Piece {
  text: string;
  /** What its paragraph goes on in. */
  next: Piece | null;
  /** A heading, a caption that strayed in, or a subhead. */
  readonly stranger: boolean;
  /** A character was lost before it. */
  readonly lost: boolean;
  /** Its rest is lost. */
  stops: boolean;
}

interface Printed {
  readonly line: Piece;
  readonly article: number;
}

const LONGEST_UNCUT = 40;
const SHORTEST_PIECE = 6;
const LONG_ARTICLE = 4;
const SHARES = {
  signed: 0.7,
  cut: 0.1,
  headless: 0.08,
  exchanged: 0.25,
  atParagraph: 0.2,
  stops: 0.12,
  pasted: 0.4,
  copied: 0.05,
  subheads: 0.25,
  stranger: 0.2,
  atBreak: 0.6,
  lost: 0.13,
  woven: 0.1,
  restBehind: 0.1,
  closeSet: 0.25,
  badlyRead: 0.35,
  misread: 0.1,
};
const NAMES = ['沈亦', '方越', '韩松年', '陆知夏', '程砚', '苏闻雨'];
const TOWNS = ['临江市', '青石县', '白沙镇', '南湾区', '云桥乡'];
const LOOK_ALIKE = new Map(
  ['日曰', '未末', '土士', '己已', '人入', '大太', '干千', '天夭', '目日', '由田', '问间', '，,', '。.', '—一'].map(([a, b]) => [a!, b!]),
);
/** Characters from a break within which a misread one harms it. */
const FELT = 4;

const MOST_CHARACTERS = 3500;
const LONGEST_TITLE = 30;

/** Items of several things, and titles that are none, are left out. */
export function asStory({ title, paragraphs }: Item): readonly NewsItem[] {
  const own = title.replace(BRACKETED, '').trim();
  const whole = paragraphs.map((text) => text.replace(/\s/gu, '')).filter((text) => /[。！？”]$/u.test(text));
  const fits = own.length >= 4 && own.length <= LONGEST_TITLE && !/快讯|简讯|联播/u.test(own) && whole.join('').length < MOST_CHARACTERS;
  return fits && whole.length > 0 ? [{ title: own, paragraphs: whole }] : [];
}

export function brokenPage(items: readonly NewsItem[], seed: number): BrokenPage {
  const below = numbersFrom(seed);
  for (let at = 0; at < 8; at++) below(2);
  const is = (share: number): boolean => below(10_000) < share * 10_000;
  const of = <T>(all: readonly T[]): T => all[below(all.length)]!;

  const lines = inPrintedOrder(items.map(({ title, paragraphs }) => [...headingOf(title), ...broken(paragraphs)]));
  const badlyRead = is(SHARES.badlyRead);
  const blanks = is(SHARES.closeSet) ? '\n' : '\n\n';
  const starts: number[] = [];
  const misread = new Set<number>();
  let text = '';
  for (const { line } of lines) {
    starts.push(text.length);
    for (const character of line.text) {
      const other = LOOK_ALIKE.get(character);
      const slips = other !== undefined && badlyRead && is(SHARES.misread);
      if (slips) misread.add(text.length);
      text += slips ? other : character;
    }
    text += blanks;
  }
  const endOf = (place: number): number => starts[place]! + lines[place]!.line.text.length - 1;
  const placeOf = new Map(lines.map(({ line }, place) => [line, place]));
  return {
    text,
    breaks: lines.flatMap(({ line }, place) => (line.next ? [breakBetween(place, placeOf.get(line.next)!)] : [])),
    stops: new Set(lines.flatMap(({ line }, place) => (line.stops ? [endOf(place)] : []))),
  };

  function breakBetween(from: number, to: number): Break {
    const { article } = lines[from]!;
    const between = lines.slice(Math.min(from, to) + 1, Math.max(from, to));
    const own = between.every((other) => other.article === article);
    const strangers = from < to && between.every(({ line }) => line.stranger);
    const place = !own ? 'across articles' : !strangers ? 'in the article' : between.length > 0 ? 'behind a stranger' : 'next line';
    const [tail, head] = [endOf(from), starts[to]!];
    const slips = [...Array(FELT).keys()].some((step) => misread.has(tail - step) || misread.has(head + step));
    return { tail, head, place, harm: lines[to]!.line.lost ? 'lost' : slips ? 'misread' : 'whole' };
  }

  function headingOf(title: string): readonly Piece[] {
    return [title, ...(is(SHARES.signed) ? [`本报记者 ${of(NAMES)}`] : [])].map((line) => piece(line, { stranger: true }));
  }

  function broken(paragraphs: readonly string[]): readonly Piece[] {
    const pieces = paragraphs.map((line) => piece(line));
    for (const whole of pieces) if (isLong(whole) && is(SHARES.cut)) cut(whole);
    if (is(SHARES.headless) && isLong(pieces[0]!)) {
      cut(pieces[0]!);
      pieces[0] = piece('（上接第1版）', { stranger: true });
    }
    if (is(SHARES.exchanged) && pieces.length >= LONG_ARTICLE) exchange();
    if (is(SHARES.stops)) stop();
    if (is(SHARES.copied)) insert(piece(of(pieces.filter(({ stranger }) => !stranger)).text), 1 + below(pieces.length));
    if (is(SHARES.subheads) && pieces.length > LONG_ARTICLE) insert(piece(clause(), { stranger: true }), 2 + below(pieces.length - 2));
    if (is(SHARES.stranger)) {
      const caption = is(0.5) ? `图为${of(TOWNS)}${clause()}现场。 ${of(NAMES)} 摄` : `${of(TOWNS)}${clause()}。 （${of(NAMES)} 摄）`;
      const breaks = [...pieces.keys()].filter((place) => pieces[place - 1]?.next === pieces[place]);
      insert(piece(caption, { stranger: true }), breaks.length > 0 && is(SHARES.atBreak) ? of(breaks) : 1 + below(pieces.length));
    }
    return pieces;

    /** Gives the second half. */
    function cut(whole: Piece): Piece {
      const at = SHORTEST_PIECE + below(whole.text.length - SHORTEST_PIECE * 2);
      const lost = is(SHARES.lost) ? 1 : 0;
      const rest = piece(whole.text.slice(at + lost), { next: whole.next, lost: lost > 0 });
      whole.text = whole.text.slice(0, at);
      whole.next = rest;
      insert(rest, pieces.indexOf(whole) + 1);
      return rest;
    }

    /** Two stretches beside each other change places; where they begin and end is mostly in mid-paragraph. */
    function exchange(): void {
      const places = [0, 1, 2].map(() => below(pieces.length)).sort((a, b) => b - a);
      const [end, middle, begin] = places
        .map((place) => pieces[place]!)
        .map((first) => (isLong(first) && !is(SHARES.atParagraph) ? cut(first) : first))
        .map((first) => pieces.indexOf(first)) as [number, number, number];
      const moved = pieces.splice(begin, middle - begin);
      pieces.splice(begin + end - middle, 0, ...moved);
    }

    function stop(): void {
      const last = pieces.find((line) => isLong(line) && !line.next && !pieces.some(({ next }) => next === line));
      if (!last) return;
      const source = of(pieces).text;
      const pasted = is(SHARES.pasted) ? source.slice(below(source.length)) : '';
      last.text = last.text.slice(0, SHORTEST_PIECE + below(last.text.length - SHORTEST_PIECE * 2)) + pasted;
      last.stops = true;
    }

    function clause(): string {
      const found = paragraphs.flatMap((line) => line.split(/[，。；！？]/u).filter((part) => /^\p{Script=Han}{6,14}$/u.test(part)));
      return found.length > 0 ? of(found) : '本地新闻';
    }

    function insert(line: Piece, place: number): void {
      pieces.splice(place, 0, line);
    }
  }

  function inPrintedOrder(articles: readonly (readonly Piece[])[]): readonly Printed[] {
    const rest = articles.map((pieces, article) => pieces.map((line): Printed => ({ line, article })));
    const printed: Printed[] = [];
    for (let own = rest.shift(); own; own = rest.shift()) {
      if (rest.length > 0 && is(SHARES.woven)) printed.push(...byTurns(own, rest.shift()!));
      else if (rest.length > 0 && own.length > LONG_ARTICLE && is(SHARES.restBehind)) {
        const behind = own.splice(3 + below(own.length - 3));
        printed.push(...own, ...rest.shift()!, ...behind);
      } else printed.push(...own);
    }
    return printed;
  }

  function byTurns<T>(first: T[], second: T[]): readonly T[] {
    const turns: T[] = [];
    for (let [now, other] = [first, second]; now.length + other.length > 0; [now, other] = [other, now])
      turns.push(...now.splice(0, 1 + below(4)));
    return turns;
  }
}

function piece(text: string, more: Partial<Piece> = {}): Piece {
  return { text, next: null, stranger: false, lost: false, stops: false, ...more };
}

function isLong({ text, stranger }: Piece): boolean {
  return text.length >= LONGEST_UNCUT && !stranger;
}
