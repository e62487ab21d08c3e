/**
 * Which of a few colours each paragraph of an article has in its source: never that of one that lies beside its pieces or between them, so far as
 * the colours go. The same for the same text, whatever is looked at. Pure. Not for the colours themselves (source-view.css).
 */

/** Colours there are. */
export const paragraphColours = 5;

interface Reach {
  readonly paragraph: number;
  /** Where its pieces stand among all pieces of the file. */
  readonly pieces: readonly number[];
  readonly first: number;
  readonly last: number;
}

/**
 * From first piece to last a paragraph shares its colour with none that has a piece there or right behind: intervals on a line, which take no more
 * colours than lie over one point when they are coloured in order.
 * @param pieces paragraph of each piece, as they lie in the file
 */
export function coloursOf(pieces: readonly number[]): ReadonlyMap<number, number> {
  const standing = new Map<number, number[]>();
  for (const [at, paragraph] of pieces.entries()) {
    const own = standing.get(paragraph);
    if (own) own.push(at);
    else standing.set(paragraph, [at]);
  }
  const reaches = [...standing].map(([paragraph, own]): Reach => ({
    paragraph,
    pieces: own,
    first: own[0] ?? 0,
    last: own.at(-1) ?? 0,
  }));
  const colours = new Map<number, number>();
  let near: readonly Reach[] = [];
  for (const reach of reaches) {
    near = near.filter(({ last }) => last >= reach.first - 1);
    colours.set(reach.paragraph, chosenFor(reach, near, colours));
    near = [...near, reach];
  }
  return colours;
}

/** As they come around, so that paragraphs in a row differ from their neighbours' neighbours, too. */
function chosenFor({ paragraph, pieces }: Reach, near: readonly Reach[], colours: ReadonlyMap<number, number>): number {
  const wished = Array.from({ length: paragraphColours }, (_, step) => (paragraph + step) % paragraphColours);
  const of = (reaches: readonly Reach[]) => new Set(reaches.map((reach) => colours.get(reach.paragraph)));
  const taken = of(near);
  const free = wished.find((one) => !taken.has(one));
  if (free !== undefined) return free;
  // Where more are woven into each other than there are colours, those that touch differ.
  const touching = of(near.filter((one) => one.pieces.some((at) => pieces.some((own) => Math.abs(own - at) === 1))));
  return wished.find((one) => !touching.has(one)) ?? paragraph % paragraphColours;
}
