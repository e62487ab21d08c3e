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

type Kind<Row> = { new (length: number): Row; readonly BYTES_PER_ELEMENT: number };

/** Bytes that rows are cut from. */
const WHOLE = 2 ** 15;

/**
 * Gives rows of zeros that are the caller's to keep, many of them cut from one: a row of its own takes longer to make, and to let go again,
 * than most of what is done in it.
 */
export function cut<Row extends Int32Array | Float64Array | Float32Array | Uint16Array | Int8Array | Uint8Array>(
  Kind: Kind<Row>,
): (length: number) => Row {
  const most = WHOLE / Kind.BYTES_PER_ELEMENT;
  let whole = new Kind(0);
  let used = 0;
  return (length) => {
    if (length > most / 8) return new Kind(length);
    if (used + length > whole.length) {
      whole = new Kind(most);
      used = 0;
    }
    used += length;
    return whole.subarray(used - length, used) as Row;
  };
}
