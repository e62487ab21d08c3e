/**
 * News items -> pages whose columns broke their paragraphs, with the breaks that are to be mended: paragraphs cut in two, columns of an
 * article printed in each other's place, texts that stop. For measuring joins on as many breaks as are wanted.
 */
import { numbersFrom } from '../../src-main/text/language/training/train-lines';
import type { NewsItem } from './furnish';

export interface BrokenPage {
  readonly text: string;
  /** Where a paragraph goes on: the last character before a break, and the first behind it. */
  readonly breaks: readonly (readonly [number, number])[];
}

interface Piece {
  readonly text: string;
  /** Goes on in the next piece of the order of reading. */
  readonly goesOn: boolean;
}

const LONGEST_UNCUT = 40;
const SHORTEST_PIECE = 6;
const SHARES = { cut: 0.1, exchanged: 0.25, atParagraph: 0.2, stops: 0.1, signed: 0.7 };
const NAMES = ['沈亦', '方越', '韩松年', '陆知夏', '程砚', '苏闻雨'];

export function brokenPage(items: readonly NewsItem[], seed: number): BrokenPage {
  const below = numbersFrom(seed);
  for (let at = 0; at < 8; at++) below(2);
  const is = (share: number): boolean => below(10_000) < share * 10_000;
  let text = '';
  const breaks: [number, number][] = [];
  const print = (line: string): number => {
    const start = text.length;
    text += `${line}\n\n`;
    return start;
  };
  for (const { title, paragraphs } of items) {
    print(title);
    if (is(SHARES.signed)) print(`本报记者 ${NAMES[below(NAMES.length)]!}`);
    const pieces = paragraphs.flatMap((whole): readonly Piece[] =>
      whole.length >= LONGEST_UNCUT && is(SHARES.cut) ? halves({ text: whole, goesOn: false }) : [{ text: whole, goesOn: false }],
    );
    const order = is(SHARES.exchanged) && pieces.length > 3 ? exchanged() : [...pieces.keys()];
    const stops = is(SHARES.stops)
      ? order.find((place) => pieces[place]!.text.length > LONGEST_UNCUT && !pieces[place]!.goesOn)
      : undefined;
    const starts = new Map<number, number>();
    const ends = new Map<number, number>();
    for (const place of order) {
      const whole = pieces[place]!.text;
      const printed = place === stops ? whole.slice(0, SHORTEST_PIECE + below(whole.length - SHORTEST_PIECE * 2)) : whole;
      starts.set(place, print(printed));
      ends.set(place, starts.get(place)! + printed.length - 1);
    }
    for (const [place, { goesOn }] of pieces.entries()) if (goesOn) breaks.push([ends.get(place)!, starts.get(place + 1)!]);

    /** Cuts three pieces more, mostly in mid-paragraph, and exchanges what lies between the cuts. */
    function exchanged(): readonly number[] {
      const [first, second, end] = [0, 1, 2].map(() => below(pieces.length)).sort((a, b) => b - a);
      const places = [first!, second!, end!].map((place, at) => {
        const cut = pieces[place]!.text.length >= LONGEST_UNCUT && !is(SHARES.atParagraph);
        if (cut) pieces.splice(place, 1, ...halves(pieces[place]!));
        return { place: cut ? place + 1 : place, moved: cut ? 1 : 0, at };
      });
      const [last, middle, begin] = [
        places[0]!.place + places[1]!.moved + places[2]!.moved,
        places[1]!.place + places[2]!.moved,
        places[2]!.place,
      ];
      const all = [...pieces.keys()];
      return [...all.slice(0, begin), ...all.slice(middle, last), ...all.slice(begin, middle), ...all.slice(last)];
    }
  }
  return { text, breaks };

  function halves({ text: whole, goesOn }: Piece): readonly Piece[] {
    const at = SHORTEST_PIECE + below(whole.length - SHORTEST_PIECE * 2);
    return [
      { text: whole.slice(0, at), goesOn: true },
      { text: whole.slice(at), goesOn },
    ];
  }
}
