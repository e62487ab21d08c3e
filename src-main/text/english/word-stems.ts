/** Words by which two English texts are known to tell of one thing, as their first letters: endings differ. Not for how likely that is. */

/** Words that every story has. */
const COMMON =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|this|that|with|from|over|they|their|there|when|where|which|what|after|before|then|than|have|been|will|were|about|into|last|next|some|more|most|many|also|only|year|week|said|says)$/u;
const STEM = 4;

/** The names in a text: what has a capital within a sentence. */
export function namesIn(text: string): readonly string[] {
  return stems(text.match(/(?<=[\p{L}\p{N},;:’'-]\s)\p{Lu}\p{L}{2,}/gu) ?? []);
}

export function wordsIn(text: string): readonly string[] {
  return stems(text.match(/\p{L}{4,}/gu) ?? []);
}

function stems(words: readonly string[]): readonly string[] {
  return words
    .map((word) => word.toLowerCase())
    .filter((word) => !COMMON.test(word))
    .map((word) => word.slice(0, STEM));
}
