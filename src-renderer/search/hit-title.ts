/** What a hit without a headline is called: a jump by its own line and its first words, as in the list of sections; else by its first words. */
import type { SearchHit } from '../../src-main/contract/model';

export function titleWithoutHeadline(
  { untitled }: SearchHit,
  words: { readonly jump: (page: string) => string; readonly untitled: string },
): string {
  if (!untitled) return words.untitled;
  const { jumpFrom, opening } = untitled;
  const line = jumpFrom === null ? '' : words.jump(jumpFrom);
  return opening === '' ? line || words.untitled : `${line}${opening}`;
}
