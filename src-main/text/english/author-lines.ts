/** Which lines say who wrote a story, by themselves or by what stands around them. */
import { isBareLatinName, isEnglishByline, isEnglishOffice, isOfficeUnderName, isPlaceLine } from './authors';
import { endsLikeText, endsSentence, isInCapitals, isNoise, isTitleLine, leadsOn } from './latin-lines';
import { endsInPictureCredit } from './picture-credits';

/** Longest line of a title under which a bare name may sign. */
const LONGEST_LINE = 90;

/** Whether a line says who wrote what follows, by itself or by what stands around it. */
export function isAuthorAt(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  const [above = '', below = ''] = [lines[at - 1], lines[at + 1]];
  if (isEnglishByline(line) || isEnglishOffice(line)) return true;
  if (isOfficeUnderName(line)) return isEnglishByline(above) || isBareLatinName(above) || isEnglishOffice(above);
  if (!isBareLatinName(line) || isNoise(line) || endsSentence(line)) return false;
  if (isEnglishOffice(below) || isOfficeUnderName(below)) return true;
  if (isInCapitals(line)) return false;
  const isUnderSentenceCase =
    above !== '' &&
    !endsInPictureCredit(above) &&
    !endsLikeText(above) &&
    !leadsOn(above) &&
    !isTitleLine(above) &&
    !isInCapitals(above) &&
    /\s\p{Ll}/u.test(above);
  return (
    isUnderSentenceCase &&
    (below.length > line.length || isPlaceLine(below)) &&
    /^["“'‘]?\p{Lu}/u.test(below) &&
    above.length <= LONGEST_LINE
  );
}
