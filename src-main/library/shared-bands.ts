/** Which of many signatures share a band, found without comparing each with each. Not for how alike they are (text-signature.ts). */
import { setImmediate } from 'node:timers/promises';
import { bandNumbers, bandOf } from './text-signature';

/** A band's 32 bits and an index below this make one number that is kept exactly. */
const MOST = 2 ** 21;

/** Later ones that share a band with the one at `index`, each once: by band, then in their order. */
export type LaterOnes = (index: number) => readonly number[];

/** Of one band: who stands where when all are sorted by it, and whether the next in that row has the same. */
interface SortedBand {
  readonly order: Uint32Array;
  readonly places: Uint32Array;
  readonly goesOn: Uint8Array;
}

/** Others have their turn between two bands. @param signatures fewer than two million */
export async function shareBands(signatures: readonly Uint8Array[]): Promise<LaterOnes> {
  const bands: SortedBand[] = [];
  for (const band of bandNumbers) {
    bands.push(sortByBand(signatures, band));
    await setImmediate();
  }
  return (index) => {
    const later = new Set<number>();
    for (const { order, places, goesOn } of bands)
      for (let place = places[index] as number; goesOn[place] === 1; place += 1) later.add(order[place + 1] as number);
    return [...later];
  };
}

function sortByBand(signatures: readonly Uint8Array[], band: number): SortedBand {
  const count = signatures.length;
  const sorted = Float64Array.from(signatures, (signature, index) => bandOf(signature, band) * MOST + index).sort();
  const order = new Uint32Array(count);
  const places = new Uint32Array(count);
  const goesOn = new Uint8Array(count);
  let before = -1;
  for (let place = 0; place < count; place += 1) {
    const value = sorted[place] as number;
    const key = Math.floor(value / MOST);
    const index = value - key * MOST;
    order[place] = index;
    places[index] = place;
    if (key === before) goesOn[place - 1] = 1;
    before = key;
  }
  return { order, places, goesOn };
}
