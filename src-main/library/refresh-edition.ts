/** Brings what is derived from an edition's sources up to date: its facts, the jumps between its pages, its totals, the search index. */
import { CONFIRMED_RULE } from '../contract/model';
import type { ArticleId, EditionId, Fact } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';
import { isOnLaterPage, storyWeight } from '../contract/story-weight';
import { jumpsOfEdition, outlinesOfEdition, pagesOfArticles } from '../store/articles';
import type { ArticleOutline, StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { readEdition, updateInferredFacts, updateTotals } from '../store/editions';
import { linksOfEdition, replaceLinks } from '../store/links';
import type { StoredLink } from '../store/links';
import { sourcesOfEdition } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { storyHeadsOfEdition } from '../store/stories';
import type { LanguageModel } from '../text/language/language-model';
import { linkJumps } from '../text/link-jumps';
import type { Desk } from './desk';
import { comparePages } from './page-order';
import { inPageOrder } from './read-edition';
import { readSearchable } from './searchable-articles';
import { tellStories, withoutCycles } from './stories';

const MINIATURE_HEADLINES = 6;
const CONFIDENCES = ['certain', 'likely', 'guess'];

export interface ArticleChanges {
  /** Just written, and in no index yet. */
  readonly added: readonly StoredArticle[];
  /** Not written anew, but their story may be another, because an article was deleted. The deleted ones are taken from the index by who deletes them. */
  readonly touched: readonly ArticleId[];
}

/** Must run inside the transaction that changed the edition. An edition left without sources is left alone. */
export async function refreshEdition(desk: Desk, id: EditionId, changes: ArticleChanges): Promise<void> {
  const renamed = await refreshFacts(desk.database, id);
  await refreshContents(desk, new Map([[id, { ...changes, renamed }]]));
}

/** What the edition is called, and of which day; whether that is another than before. By these the next source finds its edition. */
export async function refreshFacts(database: Database, id: EditionId): Promise<boolean> {
  const sources = [...(await sourcesOfEdition(database, id))].sort(comparePages);
  const edition = await readEdition(database, id);
  if (sources.length === 0 || !edition) return false;
  const best = { paper: bestFact(sources, 'paper'), date: bestFact(sources, 'date') };
  await updateInferredFacts(database, id, best.paper, best.date);
  return (['paper', 'date'] as const).some(
    (name) => edition[name].judgement.rule !== CONFIRMED_RULE && edition[name].value !== best[name].value,
  );
}

export interface EditionChanges extends ArticleChanges {
  readonly renamed: boolean;
}

/** The rest of what `refreshEdition` does, of several editions: what has changed goes into the index all at once, which is much quicker. */
export async function refreshContents({ database, search, parser }: Desk, changed: ReadonlyMap<EditionId, EditionChanges>): Promise<void> {
  const stale = new Set<ArticleId>();
  const fresh = new Set<ArticleId>();
  const atHand: StoredArticle[] = [];
  for (const [id, { added, touched, renamed }] of changed) {
    const sources = [...(await sourcesOfEdition(database, id))].sort(comparePages);
    if (sources.length === 0) continue;
    const moved = [...(await relink({ database, parser }, id, sources)), ...touched];
    await updateTotals(database, id, await totalsOf(database, id, sources));
    for (const article of moved) stale.add(article);
    const own = added.map((article) => article.id);
    for (const article of renamed ? await storyHeadsOfEdition(database, id) : [...own, ...moved]) fresh.add(article);
    for (const article of added) atHand.push(article);
  }
  await search.remove([...stale]);
  await search.add(await readSearchable(database, [...fresh], atHand));
}

/**
 * What the sources, given in page order, are surest of: the first among those of the highest confidence. Guesses that disagree name no paper,
 * and of guessed days the last is meant, for a page is not older than what it tells.
 */
export function bestFact(sources: readonly StoredSource[], name: 'paper' | 'date'): Fact<string> {
  const facts = sources.map((source) => source[name]);
  const known = facts.filter((fact) => fact.value !== null).sort((a, b) => rank(a) - rank(b));
  const best = known[0];
  if (!best) return facts[0] as Fact<string>;
  if (best.judgement.confidence !== 'guess' || known.every((fact) => fact.value === best.value || rank(fact) > rank(best))) return best;
  if (name === 'paper') return { value: null, judgement: { rule: 'guesses-disagree', confidence: 'certain' } };
  return known.reduce((latest, fact) => ((fact.value ?? '') > (latest.value ?? '') ? fact : latest));
}

/** Lower is surer. What a text lets guess is nearer than what its file happens to be called. */
function rank({ judgement: { confidence, rule } }: Fact<string>): number {
  return CONFIDENCES.indexOf(confidence) + (confidence === 'guess' && rule === 'file-name' ? 0.5 : 0);
}

function wordOf({ from, to, judgement }: StoredLink): string {
  return `${from} ${to} ${judgement.rule} ${judgement.confidence}`;
}

/** Articles whose story is another than before. */
async function relink(
  { database, parser }: Pick<Desk, 'database' | 'parser'>,
  id: EditionId,
  sources: readonly StoredSource[],
): Promise<readonly ArticleId[]> {
  const articles = await jumpsOfEdition(database, id);
  const old = await linksOfEdition(database, id);
  const links = articles.length < 2 ? [] : findLinks(articles, sources, await parser.language());
  if (old.map(wordOf).sort().join() === links.map(wordOf).sort().join()) return [];
  await replaceLinks(database, id, links);
  const [were, are] = [tellStories(old), tellStories(links)];
  return [...old, ...links]
    .flatMap(({ from, to }) => [from, to])
    .filter((article) => were.partsOf(were.headOf(article)).join() !== are.partsOf(are.headOf(article)).join());
}

function findLinks(
  articles: readonly StoredArticle[],
  sources: readonly StoredSource[],
  language: LanguageModel | null,
): readonly StoredLink[] {
  const bySource = sources.map((source) => articles.filter((article) => article.source === source.id));
  const parsed = sources.map((source, index): ParsedSource => ({
    parserVersion: source.parserVersion,
    encoding: source.encoding,
    articles: (bySource[index] ?? []).map((article) => article.parsed),
    notices: [],
    facts: { paper: source.paper, date: source.date, page: source.page },
  }));
  const idOf = (end: { readonly source: number; readonly article: string }) =>
    bySource[end.source]?.find((article) => article.parsed.id === end.article)?.id;
  return withoutCycles(
    linkJumps(parsed, language).flatMap((link) => {
      const [from, to] = [idOf(link.from), idOf(link.to)];
      return from === undefined || to === undefined ? [] : [{ from, to, judgement: link.judgement }];
    }),
  );
}

async function totalsOf(database: Database, id: EditionId, sources: readonly StoredSource[]) {
  const stories = storiesOf(await outlinesOfEdition(database, id), sources, await linksOfEdition(database, id));
  const named = await pagesOfArticles(database, id);
  const pagesOf = ({ id: source, page }: StoredSource): readonly string[] => {
    const own = named.flatMap((one) => (one.source === source ? [one.page] : []));
    return own.length > 0 || page.value === null ? own : [page.value];
  };
  const pages = [...new Set(sources.flatMap(pagesOf))];
  const filePages = new Map(sources.map(({ id: source, page }) => [source, page.value]));
  const isLater = ({ source, page }: ArticleOutline) => isOnLaterPage(page ?? filePages.get(source) ?? null, pages);
  return {
    pages,
    articles: stories.length,
    characters: sources.reduce((sum, source) => sum + source.characters, 0),
    sources: sources.length,
    headlines: headlinesByWeight(stories, isLater),
  };
}

/** In page order, each with all that it says on other pages. */
function storiesOf(
  outlines: readonly ArticleOutline[],
  sources: readonly StoredSource[],
  links: readonly StoredLink[],
): readonly ArticleOutline[] {
  const told = tellStories(links);
  const byId = new Map(outlines.map((outline) => [outline.id, outline]));
  return inPageOrder(outlines, sources)
    .filter(({ id }) => told.headOf(id) === id)
    .map((head) => {
      const parts = told.partsOf(head.id).flatMap((id) => byId.get(id) ?? []);
      const first = (name: 'headline' | 'deck') => parts.find((part) => part[name] !== null)?.[name] ?? null;
      return {
        ...head,
        headline: first('headline'),
        deck: first('deck'),
        characters: parts.reduce((sum, part) => sum + part.characters, 0),
      };
    });
}

/** As the front page weighs them: the lead comes first. */
function headlinesByWeight(stories: readonly ArticleOutline[], isLater: (story: ArticleOutline) => boolean): readonly string[] {
  return stories
    .map((story, order) => ({
      headline: story.headline,
      weight: storyWeight(story, { order, count: stories.length, later: isLater(story) }),
    }))
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ headline }) => headline ?? [])
    .slice(0, MINIATURE_HEADLINES);
}
