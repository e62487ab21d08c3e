/** Holds the articles that were found on a page against those that are known. Measuring only. */
import type { ParsedArticle, ParsedSource } from '../../src-main/contract/parsed';
import type { KnownPage } from './known-page';

export const FIELDS = ['headline', 'kicker', 'deck', 'column', 'byline'] as const;
type Field = (typeof FIELDS)[number];

export interface Counts {
  readonly fields: Map<Field, { right: number; wanted: number; invented: number }>;
  /** Places where the article changes. */
  readonly bounds: { right: number; wrong: number; missed: number };
}

type Heading = Readonly<Record<Field, string>>;

/** @param tell gets what is wrong, line by line */
export function countPage(counts: Counts, page: KnownPage, { articles }: ParsedSource, tell: (line: string) => void): void {
  const { text, labelAt, labels } = page;
  const foundAt = new Int32Array(text.length).fill(-1);
  for (const [article, { heading, paragraphs }] of articles.entries())
    for (const { start, end } of [...heading, ...paragraphs.flatMap(({ spans }) => spans)]) foundAt.fill(article, start, end);
  const shared = new Map<number, Map<number, number>>();
  const known = new Map<number, Record<Field, string>>();
  let before: readonly [number, number] | null = null;
  for (let at = 0; at < text.length; at++) {
    const label = labels[labelAt[at]!];
    if (!label || label.article < 0 || /\s/u.test(text[at]!)) continue;
    const { article, role } = label;
    const found = foundAt[at]!;
    const own = shared.get(article) ?? new Map<number, number>();
    shared.set(article, own.set(found, (own.get(found) ?? 0) + 1));
    const heading = known.get(article) ?? { headline: '', kicker: '', deck: '', column: '', byline: '' };
    known.set(article, heading);
    if (isField(role)) heading[role] += text[at]!;
    if (before) {
      const [wanted, given] = [before[0] !== article, before[1] !== found];
      if (wanted && given) counts.bounds.right++;
      else if (wanted) counts.bounds.missed++;
      else if (given) counts.bounds.wrong++;
      if (wanted !== given)
        tell(
          `${wanted ? 'missed' : 'wrong'} bound: ${text.slice(Math.max(0, at - 16), at)} | ${text.slice(at, at + 16)}`.replace(/\n/gu, '⏎'),
        );
    }
    before = [article, found];
  }
  const homes = new Map([...shared].map(([article, found]) => [article, mostOf(found)]));
  const givenTo = (place: number): readonly Heading[] =>
    [...known].filter(([article]) => homes.get(article) === place).map(([, heading]) => heading);
  for (const field of FIELDS) {
    const count = counts.fields.get(field) ?? { right: 0, wanted: 0, invented: 0 };
    counts.fields.set(field, count);
    for (const [article, heading] of known) {
      const wanted = bare(heading[field]);
      if (wanted === '') continue;
      const given = articles[homes.get(article)!];
      const values = given ? valuesOf(given, field, wanted) : [];
      count.wanted++;
      if (values.includes(wanted)) count.right++;
      else
        tell(
          `wrong ${field}: ${wanted} | ${values.join(' | ')} || ${given?.heading.map(({ start, end, role }) => `${role} ${text.slice(start, end)}`).join(', ')}`,
        );
    }
    for (const [place, article] of articles.entries()) {
      const value = bare(article[field] ?? '');
      if (value === '' || !article.heading.some(({ role }) => role === field) || givenTo(place).some((heading) => heading[field] !== ''))
        continue;
      if (givenTo(place).length === 0 && field === 'column') continue;
      // Who is known by the kicker has said it.
      if (field === 'byline' && givenTo(place).some(({ kicker }) => bare(kicker) === value)) continue;
      count.invented++;
      tell(`invented ${field}: ${value}`);
    }
  }
}

function isField(role: string): role is Field {
  return (FIELDS as readonly string[]).includes(role);
}

/** Who speaks may be told as the kicker or as the byline. */
function valuesOf(article: ParsedArticle, field: Field, wanted: string): readonly string[] {
  const fields: readonly Field[] = field === 'kicker' && SPEAKS.test(wanted) ? ['kicker', 'byline'] : [field];
  return fields.map((one) => bare(article[one] ?? '')).filter((value) => value !== '');
}

const SPEAKS = /：$/u;

function mostOf(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** Without what papers set around it. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^[■□◆●▲◎○★▶]|^[—-]+/gu, '')
    .replace(/^[【(](.*)[)】]$/u, '$1');
}
