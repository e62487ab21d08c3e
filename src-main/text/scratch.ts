/**
 * Working space that is kept from one use to the next: to make a large typed array anew often takes longer than what is done in it.
 * For what works through one text at a time and lets go of the space before it asks again.
 */

/** Longer ones are made anew and let go. */
const LONGEST_KEPT = 2 ** 17;

/** Gives rows of at least so many numbers, whatever was last left in them. */
export function kept<Row extends Int32Array | Float64Array>(Kind: new (length: number) => Row): (length: number) => Row {
  let row = new Kind(0);
  return (length) => {
    if (length > LONGEST_KEPT) return new Kind(length);
    if (row.length < length) row = new Kind(2 ** Math.ceil(Math.log2(length)));
    return row;
  };
}
