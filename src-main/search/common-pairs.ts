/**
 * Neighbours among the commonest characters. A phrase of such characters has each of them in half of all articles, and hardly any article has
 * the phrase: its pairs rule out nearly all that its characters do not. Pairs with any other character are left to the full-text index.
 */

/**
 * The commonest characters of Chinese news, as folding leaves them, commonest first (text/language/common-characters.ts without punctuation).
 * Another list is another index: raise INDEX_FORMAT.
 */
const CHARACTERS =
  '的国中在人一和大全新年发会作了展地日行民出要方家有部成是主同平上合为生进工建业政天以动加重多化力等高近共不实月今到对开持表关个强时区前美来推面经总法公通理党长保务能定产体代制习好各员增我央提委现市利目' +
  '议度文示分设治机安事将次系社海十入用下自第斯这交心基北军路外深特量正道就改过本于领水向三两学期战明情西最与统克活联南指村施席万更济场院造已内立组科际资得点续坚性俄任当式局小记企导运程他京调信者世流起里' +
  '比界们色防革也题快创支首举书后金布技名报相山电项元域位问江间及意之台放取步农从例府数品精决受达亚至计解可服常物集其四二城省接门应规都列育巴播子群义护升打互源管带完境东拉案球州求协广队口收教众并超落华结';

/** A pair is a number: the place of its first character in the list, and of its second. */
export type Pair = number;
export const PAIRS = CHARACTERS.length ** 2;

/** One more than the character's place in the list; 0 for all others. */
const places = new Uint16Array(0x10000);
for (let at = 0; at < CHARACTERS.length; at += 1) places[CHARACTERS.charCodeAt(at)] = at + 1;

/** @param squeezed folded and squeezed texts */
export function pairsOf(squeezed: readonly string[]): ReadonlySet<Pair> {
  const found = new Set<Pair>();
  for (const text of squeezed) {
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const place = places[text.charCodeAt(at)]!;
      if (before !== 0 && place !== 0) found.add((before - 1) * CHARACTERS.length + place - 1);
      before = place;
    }
  }
  return found;
}

/** Common characters in these texts, each as often as it stands there. */
export function countCommon(squeezed: readonly string[]): number {
  return squeezed.reduce((sum, text) => sum + Array.from(text).filter((character) => places[character.charCodeAt(0)] !== 0).length, 0);
}
