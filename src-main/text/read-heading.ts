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
import { kept } from './scratch';

const NEVER = -40;

/** What offices are weighed by: tables of heading-weights.ts. */
export interface OfficeWeights {
  readonly own: readonly (readonly number[])[];
  readonly conjunctions: readonly (readonly number[])[];
  readonly together: readonly (readonly number[])[];
  readonly follows: readonly (readonly number[])[];
  readonly followsInNarrow: readonly (readonly number[])[];
}

export const FITTED: OfficeWeights = {
  own: HEADING_WEIGHTS,
  conjunctions: CONJUNCTIONS,
  together: CONJUNCTION_WEIGHTS,
  follows: FOLLOWS,
  followsInNarrow: FOLLOWS_IN_NARROW,
};

/** One office for each line of the stack, in order. Lines that have an office already keep it, but for columns, which may be subheads. */
export function readHeading(language: LanguageScores | null, stack: Stack): readonly Office[] {
  const reading = readStack(language, stack);
  const lines = reading.lines.map((_, place) => weighedLine(language, reading, stack.begin + place));
  const offices = [...likeliestOffices(lines, stack.narrow, FITTED)];
  for (let place = 0; place + 1 < offices.length; place++)
    if (
      offices[place] === 'kicker' &&
      offices[place + 1] === 'headline' &&
      tellsMore(reading.lines[place]!.text, reading.lines[place + 1]!.text)
    )
      offices.splice(place, 2, 'headline', 'deck');
  return withColumn(reading, offices);
}

/** What is first of a heading, over the place that its headline is from, is no headline but the column. */
function withColumn({ lines }: StackReading, offices: readonly Office[]): readonly Office[] {
  const stands = offices[0] === 'headline' && offices[1] === 'locality' && offices[2] === 'headline' && !lines[0]!.numbered;
  return stands ? offices.with(0, 'column') : offices;
}

/** Characters of a line too long for a headline, and by how many it is longer than the title above. */
const TOO_LONG = 28;
const LONGER = 8;

/** A sentence under a short title tells more of what that says: 把“专业课”搬进渔村的七个年轻人 over 海岬海洋学院小分队四年接力，帮12户养殖户挽回损失逾300万元. */
function tellsMore(title: string, below: string): boolean {
  return (
    below.length > TOO_LONG &&
    below.length > title.length + LONGER &&
    below.includes('，') &&
    !/[：—，]$/u.test(title) &&
    !TELLS_WHO_SAID.test(title)
  );
}

/** The likeliest row of offices. */
export function likeliestOffices(lines: readonly WeighedLine[], narrow: boolean, weights: OfficeWeights): readonly Office[] {
  const follows = narrow ? weights.followsInNarrow : weights.follows;
  const count = OFFICES.length;
  let scores = new Float64Array(count);
  let before = new Float64Array(count);
  const looks = new Float64Array(count);
  /** By line and office, the office before. */
  const cameFrom = new Uint8Array(lines.length * count);
  for (const [place, line] of lines.entries()) {
    looksLike(line, weights, looks);
    [before, scores] = [scores, before];
    for (let office = 0; office < count; office++) {
      let best = place === 0 ? follows[count]![office]! : -Infinity;
      let chosen = 0;
      if (place > 0)
        for (let earlier = 0; earlier < count; earlier++) {
          const score = before[earlier]! + follows[earlier]![office]!;
          if (score > best) {
            best = score;
            chosen = earlier;
          }
        }
      cameFrom[place * count + office] = chosen;
      scores[office] = best + looks[office]!;
    }
  }
  const offices: Office[] = [];
  let office = scores.indexOf(Math.max(...scores));
  for (let place = lines.length - 1; place >= 0; place--) {
    offices[place] = OFFICES[office]!;
    office = cameFrom[place * count + office]!;
  }
  return offices;
}

/** What a line behind a numeral (一、) may be: no name of a column, and nothing that goes on from the line above. A numeral alone counts the parts of a series. */
const MAY_BE_NUMBERED: ReadonlySet<Office> = new Set<Office>(['headline', 'subhead', 'body']);

const MAY_COUNT_PARTS: ReadonlySet<Office> = new Set<Office>(['column', 'subhead', 'body']);
const COUNTS_PARTS = /^(?:[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)])$/u;

/** Who came to what the headline tells of: 王建军主持, 罗文彬出席并讲话, 市水务局等部门参加. Below a title it is no title. */
const TELLS_WHO_CAME = /^[\p{Script=Han}\s\u3000、]{2,9}(?:出席|参加|主持|讲话|致辞|陪同|列席|作报告|作批示)$/u;
const MAY_TELL_WHO_CAME: ReadonlySet<Office> = new Set<Office>(['deck', 'kicker', 'subhead', 'body']);

/** Whose words the headline below gives: 孟怀岳在沐水调研时强调, 市委常委会会议指出. */
const TELLS_WHO_SAID = /(?:强调|指出|(?:时|会议?|座谈)(?:要求|提出|表示|指示|说))[：:]?$/u;
const MAY_TELL_WHO_SAID: ReadonlySet<Office> = new Set<Office>(['kicker', 'body']);

/** What is weighed of a line: its evidence, none where its office is known, and which of the offices, in their order, it may have. */
export interface WeighedLine {
  readonly evidence: readonly number[];
  readonly may: readonly boolean[];
}

export function weighedLine(language: LanguageScores | null, reading: StackReading, index: number): WeighedLine {
  const { role } = reading.stack.blocks[index]!;
  if (role !== null && role !== 'column') return { evidence: [], may: OFFICES.map((office) => office === role) };
  const place = index - reading.stack.begin;
  const line = reading.lines[place]!;
  const counts = COUNTS_PARTS.test(line.text);
  const numbered = line.numbered && !counts;
  const signs = maySign(reading, place);
  const tellsWhoCame = place > 0 && TELLS_WHO_CAME.test(line.text);
  const tellsWhoSaid = place + 1 < reading.lines.length && TELLS_WHO_SAID.test(line.text);
  // What is counted is a series, where the title of the part stands below.
  const counted = place + 2 < reading.lines.length && COUNTS_PARTS.test(reading.lines[place + 1]!.text);
  return {
    evidence: headingEvidence(language, reading, index),
    may: OFFICES.map(
      (office) =>
        (!numbered || MAY_BE_NUMBERED.has(office)) &&
        (!counts || MAY_COUNT_PARTS.has(office)) &&
        (!counted || office === 'column') &&
        (!tellsWhoCame || MAY_TELL_WHO_CAME.has(office)) &&
        (!tellsWhoSaid || MAY_TELL_WHO_SAID.has(office)) &&
        (signs || office !== 'byline'),
    ),
  };
}

/** Nats for each office by the line's own evidence, to `nats`. */
function looksLike({ evidence, may }: WeighedLine, { own, conjunctions, together }: OfficeWeights, nats: Float64Array): void {
  const told = toldBy(evidence);
  const joint = conjunctions.map((weights) => Math.tanh(weigh(told, weights)));
  for (let office = 0; office < nats.length; office++)
    nats[office] = may[office]! ? weigh(told, own[office]!) + weighAll(joint, together[office]!) : NEVER;
}

/** What says anything, and its places: most evidence is 0, and all of it is weighed for every office and every conjunction. */
interface Told {
  readonly places: Int32Array;
  readonly values: Float64Array;
  readonly count: number;
}

const placeRows = kept(Int32Array);
const valueRows = kept(Float64Array);

function toldBy(evidence: readonly number[]): Told {
  const [places, values] = [placeRows(evidence.length), valueRows(evidence.length)];
  let count = 0;
  for (let feature = 0; feature < evidence.length; feature++) {
    if (evidence[feature] === 0) continue;
    places[count] = feature;
    values[count++] = evidence[feature]!;
  }
  return { places, values, count };
}

function weigh({ places, values, count }: Told, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at]! * weights[places[at]!]!;
  return sum;
}

function weighAll(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * weights[at]!;
  return sum;
}

/** What a byline says beside names. */
const SAYS_WHO_WROTE =
  /记者|通讯员|作者|评论员|特约|实习|(?:^|[\s\u3000/／（(])[文图](?:$|[\s\u3000/／：:）)])|摄|撰|采写|编译|编辑[部室]|[\s\u3000]著[\s\u3000]|[0-9]级[\s\u3000]|讯|整理|供稿|报道|By\b/iu;

/** Characters of half a byline that a narrow column has broken in two. */
const LONGEST_HALF = 24;

/** Names, or the words that go with them: nothing else is a byline, however it stands. */
function maySign(reading: StackReading, place: number): boolean {
  const { lines } = reading;
  const { text, mayBeName, bylineWithNext } = lines[place]!;
  if (!mayBeName) return false;
  if (mayBePenName(reading, place) || lines[place]!.signsOff) return true;
  if (isBareName(text.replace(/^[□■◇◆○◎●]\s*/u, '')) || SAYS_WHO_WROTE.test(text)) return true;
  if (text.length > LONGEST_HALF) return false;
  return (lines[place - 1]?.bylineWithNext() ?? false) || bylineWithNext();
}
