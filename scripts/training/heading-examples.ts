/**
 * What the parser asks about the headings of pages with known answers: each line that may be a title, each run of heading lines, with the
 * evidence it is weighed by and the right answer. Training only.
 */
import { blockText } from '../../src-main/text/document';
import type { Block, LanguageScores } from '../../src-main/text/document';
import { OFFICES } from '../../src-main/text/heading-weights';
import type { Office } from '../../src-main/text/heading-weights';
import { readStack } from '../../src-main/text/heading-evidence';
import type { Stack } from '../../src-main/text/heading-evidence';
import { PASSES, openDocument } from '../../src-main/text/parse-briefing';
import { labelHeadings } from '../../src-main/text/passes/label-headings';
import { weighedLine } from '../../src-main/text/read-heading';
import type { WeighedLine } from '../../src-main/text/read-heading';
import { wholeTitleEvidence } from '../../src-main/text/title-evidence';
import type { LinePlace } from '../../src-main/text/title-evidence';
import type { KnownLabel, KnownPage } from './known-page';

export interface TitleExample {
  readonly evidence: readonly number[];
  readonly title: boolean;
}

export interface StackExample {
  readonly narrow: boolean;
  readonly lines: readonly (WeighedLine & { readonly office: number })[];
}

export interface HeadingExamples {
  readonly titles: readonly TitleExample[];
  readonly stacks: readonly StackExample[];
}

/**
 * The passes before headings are labelled run as they are; headings above are taken as they ought to be read.
 * @param titleWeights by which lines are taken for titles; null takes those that are
 */
export function headingExamples(page: KnownPage, language: LanguageScores | null, titleWeights: readonly number[] | null): HeadingExamples {
  const before = PASSES.findIndex(({ name }) => name === 'label-headings');
  const opened = openDocument(page.text, { encoding: 'utf-8', fileName: page.fileName, language });
  const document = PASSES.slice(0, before).reduce((known, pass) => pass.run(known), opened);
  const known = document.blocks.map((block) => knownLabel(page, block));
  const labelOf = new Map(document.blocks.map((block, index) => [blockText(document, block), known[index] ?? null]));
  const titles: TitleExample[] = [];
  const stacks: StackExample[] = [];
  labelHeadings(document, {
    isTitle(language, place: LinePlace) {
      const label = labelOf.get(place.text);
      const title = label !== undefined && label !== null && TITLES.has(label.role);
      const evidence = wholeTitleEvidence(language, place);
      if (label) titles.push({ evidence, title });
      return titleWeights ? evidence.reduce((sum, value, at) => sum + value * titleWeights[at]!, 0) > 0 : title;
    },
    readHeading(language, stack) {
      const offices = rightOffices(stack, known);
      const reading = readStack(language, stack);
      const lines = offices.map((office, place) => ({
        ...weighedLine(language, reading, stack.begin + place),
        office: OFFICES.indexOf(office),
      }));
      if (lines.every(({ may, office }) => may[office])) stacks.push({ narrow: stack.narrow, lines });
      return offices;
    },
  });
  return { titles, stacks };
}

const TITLES: ReadonlySet<string> = new Set(['column', 'kicker', 'locality', 'headline', 'deck', 'subhead', 'byline']);

/** What most of a block's characters are; null where they are furniture, or nobody says. */
function knownLabel(page: KnownPage, block: Block): KnownLabel | null {
  const counts = new Map<number, number>();
  for (const { start, end } of block.spans)
    for (let at = start; at < end; at++) {
      const label = page.labelAt[at]!;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return page.labels[most?.[0] ?? -1] ?? null;
}

/** What is known of a line's office by its grammar stays; a headline's second line goes on. */
function rightOffices({ blocks, begin, end }: Stack, known: readonly (KnownLabel | null)[]): readonly Office[] {
  const offices: Office[] = [];
  for (let index = begin; index < end; index++) {
    const { role } = blocks[index]!;
    const label = known[index] ?? null;
    const wanted = role !== null && role !== 'column' ? role : (label?.role ?? 'body');
    const goesOn =
      wanted === 'headline' && index > begin && known[index - 1]?.role === 'headline' && known[index - 1]!.article === label?.article;
    offices.push(goesOn ? 'goes-on' : (OFFICES.find((office) => office === wanted) ?? 'body'));
  }
  return offices;
}
