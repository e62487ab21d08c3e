/** Tells whether a UTF-16 unit is one of these characters, none of which is of two units. What is asked of every line's ends is asked so: a set of strings would make a string of each. */
export function unitsOf(characters: string): (unit: number) => boolean {
  const bits = new Uint32Array(0x1_0000 / 32);
  for (let at = 0; at < characters.length; at++) bits[characters.charCodeAt(at) >>> 5]! |= 1 << (characters.charCodeAt(at) & 31);
  return (unit) => (bits[unit >>> 5]! & (1 << (unit & 31))) !== 0;
}
