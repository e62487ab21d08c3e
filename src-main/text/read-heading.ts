/**
 * The offices of all lines of a heading at once: what each line looks like, and what follows what in headings.
 * A run of lines may hold the headings of several articles. Not for what they belong to (group-articles.ts).
 */
import type { LanguageScores } from './document';
import { headingEvidence, mayBePenName, readStack } from './heading-evidence';
import type { Stack, StackReading } from './heading-evidence';
import { CONJUNCTIONS, CONJUNCTION_WEIGHTS, FOLLOWS, FOLLOWS_IN_NARROW, HEADING_WEIGHTS, OFFICES } from './heading-weights';
import type { Office } from './heading-weights';
import { isBareName } from './line-grammar';

const NEVER = -40;

/** One office for each line of the stack, in order. Lines that have an office already keep it, but for columns, which may be subheads. */
export function readHeading(language: LanguageScores | null, stack: Stack): readonly Office[] {
  const { blocks, begin, end } = stack;
  const reading = readStack(language, stack);
  const follows = stack.narrow ? FOLLOWS_IN_NARROW : FOLLOWS;
  let scores: readonly number[] = OFFICES.map(() => 0);
  const cameFrom: (readonly number[])[] = [];
  for (let index = begin; index < end; index++) {
    const { role } = blocks[index]!;
    const fixed = role === null || role === 'column' ? null : role;
    const looks = fixed ? OFFICES.map((office) => (office === fixed ? 0 : NEVER)) : looksLike(language, reading, index);
    const from: number[] = [];
    const before = scores;
    scores = OFFICES.map((_, office) => {
      let best = index === begin ? follows[OFFICES.length]![office]! : -Infinity;
      let chosen = 0;
      if (index > begin)
        for (const earlier of OFFICES.keys()) {
          const score = before[earlier]! + follows[earlier]![office]!;
          if (score > best) {
            best = score;
            chosen = earlier;
          }
        }
      from.push(chosen);
      return best + looks[office]!;
    });
    cameFrom.push(from);
  }
  const offices: Office[] = [];
  let office = scores.indexOf(Math.max(...scores));
  for (let place = cameFrom.length - 1; place >= 0; place--) {
    offices[place] = OFFICES[office]!;
    office = cameFrom[place]![office]!;
  }
  return offices;
}

/** What a line behind a numeral (一、) may be: no name of a column, and nothing that goes on from the line above. A numeral alone counts the parts of a series. */
const MAY_BE_NUMBERED: ReadonlySet<Office> = new Set<Office>(['headline', 'subhead', 'body']);

const COUNTS_PARTS = /^(?:[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)])$/u;

/** Nats for each office by the line's own evidence. */
function looksLike(language: LanguageScores | null, reading: StackReading, index: number): readonly number[] {
  const evidence = headingEvidence(language, reading, index);
  const line = reading.lines[index - reading.stack.begin]!;
  const numbered = line.numbered && !COUNTS_PARTS.test(line.text);
  const signs = maySign(reading, index - reading.stack.begin);
  const together = CONJUNCTIONS.map((weights) => Math.tanh(weigh(evidence, weights)));
  return OFFICES.map((office, row) => {
    if ((numbered && !MAY_BE_NUMBERED.has(office)) || (!signs && office === 'byline')) return NEVER;
    return weigh(evidence, HEADING_WEIGHTS[row]!) + weigh(together, CONJUNCTION_WEIGHTS[row]!);
  });
}

function weigh(evidence: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let feature = 0; feature < evidence.length; feature++) {
    const value = evidence[feature]!;
    if (value !== 0) sum += value * weights[feature]!;
  }
  return sum;
}

/** What a byline says beside names. */
const SAYS_WHO_WROTE = /记者|通讯员|作者|评论员|特约|实习|[文图摄撰写编]|讯|整理|供稿|报道|By\b/iu;

/** Characters of half a byline that a narrow column has broken in two. */
const LONGEST_HALF = 24;

/** Names, or the words that go with them: nothing else is a byline, however it stands. */
function maySign(reading: StackReading, place: number): boolean {
  const { lines } = reading;
  const { text, bylineWithNext } = lines[place]!;
  if (mayBePenName(reading, place)) return true;
  if (isBareName(text.replace(/^[□■◇◆○◎●]\s*/u, '')) || SAYS_WHO_WROTE.test(text)) return true;
  if (text.length > LONGEST_HALF) return false;
  return (lines[place - 1]?.bylineWithNext() ?? false) || bylineWithNext();
}
