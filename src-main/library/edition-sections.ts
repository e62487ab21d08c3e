import type { Article, Section, SectionKind } from '../contract/model';
import { assertNever } from '../contract/problem';

const ORDER: readonly SectionKind[] = ['news', 'column', 'briefs', 'photos', 'jumps', 'unplaced'];

/** News first, then standing columns in the order they begin, then briefs, photos, stories from elsewhere, and what could not be placed. */
export function editionSections(contents: readonly Article[]): readonly Section[] {
  const sections = new Map<string, { kind: SectionKind; title: string | null; articles: number[] }>();
  for (const article of contents) {
    const kind = sectionOf(article);
    const title = kind === 'column' || kind === 'briefs' ? article.column : null;
    const key = title === null ? kind : `${kind}:${title}`;
    const section = sections.get(key);
    if (section) section.articles.push(article.id);
    else sections.set(key, { kind, title, articles: [article.id] });
  }
  return [...sections].map(([key, section]) => ({ key, ...section })).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function sectionOf({ kind, column }: Article): SectionKind {
  switch (kind) {
    case 'brief':
      return 'briefs';
    case 'photo':
      return column === null ? 'photos' : 'column';
    case 'jump':
      return 'jumps';
    case 'fragment':
    case 'furniture':
      return 'unplaced';
    case 'feature':
    case 'signed':
      return column === null ? 'news' : 'column';
    default:
      return assertNever(kind);
  }
}
