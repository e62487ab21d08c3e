/**
 * An edition's contents in groups: by section or by page as printed, by place, or by the day the text names. Pure.
 * Every article is in exactly one group of each order; by page a story is listed on every page it stands on.
 */
import type { Article, ArticleId, Edition, Place, SectionKind } from '../../src-main/contract/model';
import { comparePrintedPages } from '../../src-main/contract/page-number';

export type ContentsOrder = 'section' | 'page' | 'place' | 'date';

export interface ContentsGroup {
  readonly key: string;
  /** Null where the interface names the group. */
  readonly title: string | null;
  readonly kind: SectionKind | 'page' | 'place' | 'date' | 'no-page' | 'no-place' | 'no-date';
  readonly articles: readonly Article[];
  /** Of these articles those that began on another page and only go on here. */
  readonly rests?: ReadonlyMap<ArticleId, StoryRest>;
}

export interface StoryRest {
  /** The page it comes from, as printed; null where that is not known. */
  readonly from: string | null;
  /** Where it goes on. */
  readonly place: Place;
}

export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** How far into a text a dateline may reach, in UTF-16 units: "本报贵阳11月24日讯（记者 某某）". */
const datelineReach = 24;

/** The day a text opens with, as news writes it; null where the first words name none. */
export function daySpokenOf(article: Article): MonthDay | null {
  const opening = article.paragraphs.find((paragraph) => paragraph.role !== 'subhead')?.text.slice(0, datelineReach) ?? '';
  const found = /(\d{1,2})月(\d{1,2})日/u.exec(opening);
  const month = Number(found?.[1]);
  const day = Number(found?.[2]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : null;
}

function grouped(
  contents: readonly Article[],
  keyOf: (article: Article) => string | null,
  group: (key: string | null, articles: readonly Article[]) => ContentsGroup,
): ContentsGroup[] {
  const found = new Map<string | null, Article[]>();
  for (const article of contents) {
    const key = keyOf(article);
    const articles = found.get(key);
    if (articles) articles.push(article);
    else found.set(key, [article]);
  }
  return [...found].map(([key, articles]) => group(key, articles));
}

/** What has no column stands under the section of its page, together with a column that is called the same. */
function bySectionOfPage(groups: readonly ContentsGroup[]): readonly ContentsGroup[] {
  const parted = groups.flatMap((group) =>
    group.kind === 'news'
      ? grouped(
          group.articles,
          (article) => article.section ?? null,
          (title, articles) => (title === null ? { ...group, articles } : { key: `column:${title}`, title, kind: 'column', articles }),
        )
      : [group],
  );
  const merged = new Map<string, ContentsGroup>();
  for (const group of parted) {
    const known = merged.get(group.key);
    merged.set(group.key, known ? { ...known, articles: [...known.articles, ...group.articles] } : group);
  }
  return [...merged.values()];
}

const pageGroup = (page: string | null, articles: readonly Article[]): ContentsGroup => ({
  key: `page ${page}`,
  title: page,
  kind: page === null ? 'no-page' : 'page',
  articles,
});

/** By the page they stand on: the rests of stories that began on another. */
function restsByPage(contents: readonly Article[]): ReadonlyMap<string, readonly (StoryRest & { readonly article: Article })[]> {
  const found = new Map<string, (StoryRest & { readonly article: Article })[]>();
  for (const article of contents)
    for (const [at, { page, source, firstParagraph }] of article.parts.entries()) {
      const before = article.parts.slice(0, at);
      const text = article.paragraphs[firstParagraph]?.spans.find((span) => span.source === source && span.kind === 'text');
      if (page === null || at === 0 || !text || before.some((part) => part.page === page)) continue;
      const rest = { article, from: before.at(-1)?.page ?? null, place: { source, offset: text.start } };
      found.set(page, [...(found.get(page) ?? []), rest]);
    }
  return found;
}

/** Where its text begins in a file; null where it has none there. */
function beginsIn(article: Article, source: number): number | null {
  const runs = [...article.heading.filter(({ role }) => role !== 'furniture'), ...article.paragraphs.flatMap(({ spans }) => spans)];
  return runs.find((run) => run.source === source)?.start ?? null;
}

/** The articles of a page with the rests of others, each before what lies behind it in its file. */
function withRests(group: ContentsGroup, rests: readonly (StoryRest & { readonly article: Article })[]): ContentsGroup {
  const articles = [...group.articles];
  for (const { article, place } of rests) {
    const behind = articles.findIndex((one) => one.id !== article.id && (beginsIn(one, place.source) ?? -1) > place.offset);
    articles.splice(behind < 0 ? articles.length : behind, 0, article);
  }
  return { ...group, articles, rests: new Map(rests.map(({ article, from, place }) => [article.id, { from, place }])) };
}

/** What is known comes first, in the order of pages, in edition order (places) or newest first (days); what names none comes last. */
export function contentsGroups(edition: Edition, order: ContentsOrder): readonly ContentsGroup[] {
  const placed = edition.contents.filter((article) => article.kind !== 'furniture');
  switch (order) {
    case 'section': {
      const byId = new Map<ArticleId, Article>(placed.map((article) => [article.id, article]));
      return bySectionOfPage(
        edition.sections
          .map(({ key, title, kind, articles }) => ({
            key,
            title,
            kind,
            articles: articles.flatMap((id) => byId.get(id) ?? []),
          }))
          .filter(({ articles }) => articles.length > 0),
      );
    }
    case 'page': {
      const groups = grouped(
        placed,
        (article) => article.parts[0]?.page ?? null,
        (key, articles) => pageGroup(key, articles),
      );
      const rests = restsByPage(placed);
      for (const page of rests.keys()) if (!groups.some(({ title }) => title === page)) groups.push(pageGroup(page, []));
      return groups
        .map((group) => withRests(group, rests.get(group.title ?? '') ?? []))
        .sort((a, b) => Number(a.title === null) - Number(b.title === null) || comparePrintedPages(a.title, b.title));
    }
    case 'place': {
      const groups = grouped(
        placed,
        (article) => article.locality,
        (key, articles) => ({ key: `place ${key}`, title: key, kind: key === null ? 'no-place' : 'place', articles }),
      );
      return groups.sort((a, b) => Number(a.kind === 'no-place') - Number(b.kind === 'no-place'));
    }
    case 'date': {
      const sortable = ({ month, day }: MonthDay) => `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const groups = grouped(
        placed,
        (article) => {
          const day = daySpokenOf(article);
          return day && sortable(day);
        },
        (key, articles) => ({ key: key ?? 'none', title: key, kind: key === null ? 'no-date' : 'date', articles }),
      );
      return groups.sort((a, b) => (a.title === null ? 1 : b.title === null ? -1 : b.title.localeCompare(a.title)));
    }
  }
}
