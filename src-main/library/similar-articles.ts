/** Articles of several editions that say nearly the same, gathered for the reader to see. Nothing is ever done to them. */
import { setImmediate } from 'node:timers/promises';
import type { ArticleId, EditionId, SimilarArticle, SimilarArticles, SimilarGroup } from '../contract/model';
import type { Input } from '../contract/operations';
import type { ParsedArticle } from '../contract/parsed';
import { Problem } from '../contract/problem';
import { existingArticles, readArticles } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { readEdition } from '../store/editions';
import { articlesWithoutSignature, insertSignatures, signedArticles, signedState } from '../store/signatures';
import type { Signed } from '../store/signatures';
import { readSource } from '../store/sources';
import { bandNumbers, bandOf, estimateLikeness, likeness, runsOf, SHORTEST, signText, solidText } from './text-signature';

const THRESHOLD = 0.6;
/** A signature that puts two texts this far below the threshold is taken at its word. */
const DOUBT = 0.2;
const GROUPS = 50;
const SIGNED_AT_ONCE = 200;
const OPENING_CHARACTERS = 60;

/** Must run inside the transaction that inserts the articles; `ids` in their order. */
export async function signArticles(database: Database, ids: readonly ArticleId[], articles: readonly ParsedArticle[]): Promise<void> {
  const signed = articles.flatMap((article, index): [ArticleId, Uint8Array][] => {
    const id = ids[index];
    const text = textOf(article);
    if (id === undefined || article.kind === 'furniture' || text.replace(/\s+/gu, '').length < SHORTEST) return [];
    // Mostly signs and spaces: noted as having none, so that it is not asked again.
    return [[id, signText(solidText(text)) ?? new Uint8Array()]];
  });
  await insertSignatures(database, signed);
}

function textOf({ paragraphs }: ParsedArticle): string {
  return paragraphs.map(({ text }) => text).join('');
}

export interface SimilarFinder {
  find(input: Input<'library.similar'>): Promise<SimilarArticles>;
}

interface Star {
  /** The one that the others are compared with, then those; each with its likeness. */
  readonly members: readonly { readonly article: ArticleId; readonly likeness: number }[];
}

interface Found {
  readonly state: string;
  readonly threshold: number;
  readonly compared: number;
  readonly stars: readonly Star[];
}

/** Remembers what it last found, for as long as the library stays as it is. */
export function createSimilarFinder(database: Database): SimilarFinder {
  let last: Found | undefined;

  async function findAll(threshold: number): Promise<Found> {
    await signOlder(database);
    const state = await signedState(database);
    if (last?.state !== state || last.threshold !== threshold) {
      const signed = await signedArticles(database);
      const stars = await gatherStars(database, signed, threshold);
      last = { state, threshold, compared: signed.length, stars };
    }
    return last;
  }

  return {
    async find({ article, threshold = THRESHOLD, limit = GROUPS, offset = 0 }) {
      const { compared, stars } = article === undefined ? await findAll(threshold) : await findLike(database, article, threshold);
      const groups: SimilarGroup[] = [];
      for (const star of stars.slice(offset, offset + limit)) groups.push(await describe(database, star));
      return { threshold, compared, total: stars.length, groups };
    },
  };
}

/** Articles from before signatures were kept, or that a restored backup brought. */
async function signOlder(database: Database): Promise<void> {
  let after = 0;
  for (;;) {
    const ids = await articlesWithoutSignature(database, after, SHORTEST, SIGNED_AT_ONCE);
    if (ids.length === 0) return;
    after = ids.at(-1) ?? after;
    const articles = await readArticles(database, ids);
    await database.transaction(async () => {
      const there = new Set(await existingArticles(database, ids));
      const still = articles.filter(({ id }) => there.has(id));
      await signArticles(
        database,
        still.map(({ id }) => id),
        still.map(({ parsed }) => parsed),
      );
    });
    await setImmediate();
  }
}

/** From the earliest on: what is like it and stands in no group yet joins it. */
async function gatherStars(database: Database, signed: readonly Signed[], threshold: number): Promise<readonly Star[]> {
  const neighbours = await bandNeighbours(signed);
  const texts = createTexts(database);
  const taken = new Set<number>();
  const stars: Star[] = [];
  for (const [index, centre] of signed.entries()) {
    if (taken.has(index)) continue;
    const near = new Set<number>();
    for (const band of neighbours) for (const other of band(index)) if (other > index && !taken.has(other)) near.add(other);
    const members = await likeThose(texts, centre, [...near], signed, threshold);
    if (index % 500 === 0) await setImmediate();
    if (members.length === 0) continue;
    const editions = new Set([centre.edition, ...members.map(({ index }) => signed[index]?.edition)]);
    if (editions.size < 2) continue;
    for (const { index } of members) taken.add(index);
    stars.push(starOf(centre, members, signed));
  }
  return stars.sort((a, b) => b.members.length - a.members.length);
}

/** For each band a function from an article to those that share it. */
async function bandNeighbours(signed: readonly Signed[]): Promise<readonly ((index: number) => readonly number[])[]> {
  const bands: ((index: number) => readonly number[])[] = [];
  for (const band of bandNumbers) {
    const groups = new Map<number, number[]>();
    const keys = new Float64Array(signed.length);
    for (const [index, { signature }] of signed.entries()) {
      const key = bandOf(signature, band);
      keys[index] = key;
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
      if (index % 5000 === 0) await setImmediate();
    }
    for (const [key, group] of groups) if (group.length === 1) groups.delete(key);
    bands.push((index) => groups.get(keys[index] as number) ?? []);
  }
  return bands;
}

interface Member {
  readonly index: number;
  readonly likeness: number;
}

async function likeThose(
  texts: Texts,
  centre: Signed,
  candidates: readonly number[],
  signed: readonly Signed[],
  threshold: number,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (const index of candidates) {
    const other = signed[index];
    if (!other || estimateLikeness(centre.signature, other.signature) < threshold - DOUBT) continue;
    const share = likeness(await texts.runs(centre.article), await texts.runs(other.article));
    if (share >= threshold) members.push({ index, likeness: share });
  }
  return members;
}

function starOf(centre: Signed, members: readonly Member[], signed: readonly Signed[]): Star {
  const others = members.map(({ index, likeness: share }) => ({ article: signed[index]?.article ?? 0, likeness: share }));
  return { members: [{ article: centre.article, likeness: 1 }, ...others] };
}

interface Texts {
  runs(article: ArticleId): Promise<ReadonlySet<number>>;
}

/** Keeps the runs of the articles asked for last. */
function createTexts(database: Database): Texts {
  const kept = new Map<ArticleId, ReadonlySet<number>>();
  return {
    async runs(article) {
      const known = kept.get(article);
      if (known) return known;
      const [stored] = await readArticles(database, [article]);
      const runs = runsOf(stored ? solidText(textOf(stored.parsed)) : '');
      kept.set(article, runs);
      if (kept.size > 200) for (const oldest of [...kept.keys()].slice(0, 100)) kept.delete(oldest);
      return runs;
    },
  };
}

/** @throws Problem not-found */
async function findLike(database: Database, article: ArticleId, threshold: number): Promise<Pick<Found, 'compared' | 'stars'>> {
  const [stored] = await readArticles(database, [article]);
  if (!stored) throw new Problem('not-found', { article });
  const signed = await signedArticles(database);
  const centre = signed.find((one) => one.article === article);
  if (!centre) return { compared: signed.length, stars: [] };
  const others = signed.flatMap((one, index) => (one.edition === centre.edition ? [] : [index]));
  const members = await likeThose(createTexts(database), centre, others, signed, threshold);
  return { compared: signed.length, stars: members.length === 0 ? [] : [starOf(centre, members, signed)] };
}

async function describe(database: Database, star: Star): Promise<SimilarGroup> {
  const stored = new Map(
    (
      await readArticles(
        database,
        star.members.map((one) => one.article),
      )
    ).map((one) => [one.id, one]),
  );
  const articles: SimilarArticle[] = [];
  for (const { article, likeness: share } of star.members) {
    const one = stored.get(article);
    const described = one && (await describeArticle(database, one, share));
    if (described) articles.push(described);
  }
  return { articles };
}

async function describeArticle(
  database: Database,
  { id, source: from, parsed, characters }: StoredArticle,
  similarity: number,
): Promise<SimilarArticle | null> {
  const source = await readSource(database, from);
  const edition = source && (await readEdition(database, source.edition));
  if (!source || !edition) return null;
  const first = parsed.heading[0]?.start ?? parsed.paragraphs[0]?.spans[0]?.start ?? 0;
  return {
    article: id,
    edition: edition.id satisfies EditionId,
    headline: parsed.headline,
    opening: Array.from(parsed.paragraphs[0]?.text ?? '')
      .slice(0, OPENING_CHARACTERS)
      .join(''),
    paper: edition.paper.value,
    date: edition.date.value,
    page: source.page.value,
    characters,
    place: { source: source.id, offset: first },
    similarity,
  };
}
