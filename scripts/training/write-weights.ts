/** Fitted weights -> the data files the parser reads them from. Training only. */
import { writeFileSync } from 'node:fs';
import type { BreakWeights } from '../../src-main/text/break-weights';
import { OFFICES } from '../../src-main/text/heading-weights';
import type { OfficeWeights } from '../../src-main/text/read-heading';

type Table = readonly (readonly number[])[];

export function writeHeadingWeights(file: string, weights: OfficeWeights): void {
  writeFileSync(
    file,
    [
      `/**
 * What tells the offices of heading lines apart, and what follows what in headings: a linear-chain conditional random field over the
 * evidence and over conjunctions of it (one hidden layer). Data only, written by \`npm run train:headings\`; the evidence is named in
 * heading-evidence.ts.
 */
`,
      `/** Offices of heading lines; \`goes-on\` is a headline's second line, \`body\` a line that is no heading. */
export const OFFICES = [${OFFICES.map((office) => `'${office}'`).join(', ')}] as const;
export type Office = (typeof OFFICES)[number];
`,
      table('HEADING_WEIGHTS', 'One row for each office, one weight for each piece of evidence, in nats.', weights.own),
      table(
        'CONJUNCTIONS',
        'One row for each conjunction, one weight for each piece of evidence; its value is the hyperbolic tangent of their sum.',
        weights.conjunctions,
      ),
      table('CONJUNCTION_WEIGHTS', 'One row for each office, one weight for each conjunction, in nats.', weights.together),
      table('FOLLOWS', 'Nats for one office (column) behind another (row); the last row opens a heading.', weights.follows),
      table('FOLLOWS_IN_NARROW', 'The same where the text is set in short lines.', weights.followsInNarrow),
    ].join('\n'),
  );
}

export function writeTitleWeights(file: string, weights: readonly number[]): void {
  writeFileSync(
    file,
    `/** Nats for each piece of a short line's evidence, in the order of title-evidence.ts. Data only, written by \`npm run train:headings\`. */
export const TITLE_WEIGHTS: readonly number[] = [${weights.map(rounded).join(', ')}];
`,
  );
}

export function writeBreakWeights(file: string, { first, again, around }: BreakWeights): void {
  writeFileSync(
    file,
    `/** What each piece of the evidence of a break is worth, in nats. Data only, written by \`npm run train:breaks\`; the evidence is named in break-evidence.ts. */
export interface BreakWeights {
  /** Of tail, head, elsewhere and pair, where each pair is weighed by itself. */
  readonly first: readonly number[];
  /** The same where all have been weighed once, beside \`around\`. */
  readonly again: readonly number[];
  readonly around: readonly number[];
}

export const BREAK_WEIGHTS: BreakWeights = {
  first: [${first.map(rounded).join(', ')}],
  again: [${again.map(rounded).join(', ')}],
  around: [${around.map(rounded).join(', ')}],
};
`,
  );
}

function table(name: string, says: string, rows: Table): string {
  return `/** ${says} */\nexport const ${name}: readonly (readonly number[])[] = [\n${rows.map((row) => `  [${row.map(rounded).join(', ')}],\n`).join('')}];\n`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
