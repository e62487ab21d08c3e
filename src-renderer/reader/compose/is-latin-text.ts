/** How many characters of a text tell its script. */
const told = 400;

/** Mostly Latin letters, with hardly a Han character among them: set and counted as such text is. */
export function isLatinText(text: string): boolean {
  const opening = text.slice(0, told);
  const latin = opening.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const han = opening.match(/\p{Script=Han}/gu)?.length ?? 0;
  return latin > han * 4;
}
