/** Articles of several editions that say nearly the same, gathered for the reader to see. Nothing is ever done to them. */
import { setImmediate } from 'node:timers/promises';
import type { ArticleId, EditionId, SimilarArticle, SimilarArticles, SimilarGroup } from '../contract/model';
import type { Input } from '../contract/operations';
import type { ParsedArticle } from '../contract/parsed';
import { Problem } from '../contract/problem';
import { existingArticles, printedTexts, readArticles } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { readEdition } from '../store/editions';
import { articlesWithoutSignature, insertSignatures, signedArticles, signedState } from '../store/signatures';
import type { Signed } from '../store/signatures';
import { readSource } from '../store/sources';
import { shareBands } from './shared-bands';
import { estimateLikeness, likeness, runsOf, SHORTEST, signText, solidText } from './text-signature';

const THRESHOLD = 0.6;
/** A signature that puts two texts this far below the threshold is taken at its word. */
const DOUBT = 0.2;
const GROUPS = 50;
const SIGNED_AT_ONCE = 200;
/** Of an article's runs there are some hundreds to some thousands. */
const TEXTS_AT_ONCE = 400;
const TEXTS_KEPT = 2 * TEXTS_AT_ONCE;
const OPENING_CHARACTERS = 60;

/** One for each article, in their order; null for those that are too short or no story. */
export function signaturesOf(articles: readonly ParsedArticle[]): readonly (Uint8Array | null)[] {
  return articles.map((article) => {
    const text = textOf(article);
    if (article.kind === 'furniture' || text.replace(/\s+/gu, '').length < SHORTEST) return null;
    // Mostly signs and spaces: noted as having none, so that it is not asked again.
    return signText(solidText(text)) ?? new Uint8Array();
  });
}

/** Must run inside the transaction that inserts the articles. */
export async function signArticles(
  database: Database,
  articles: readonly StoredArticle[],
  signatures: readonly (Uint8Array | null)[] = signaturesOf(articles.map(({ parsed }) => parsed)),
): Promise<void> {
  await insertSignatures(
    database,
    articles.flatMap(({ id }, index) => {
      const signature = signatures[index];
      return signature ? [[id, signature] as const] : [];
    }),
  );
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
      await signArticles(
        database,
        articles.filter(({ id }) => there.has(id)),
      );
    });
    await setImmediate();
  }
}

/** One that others may be like. */
interface Centre {
  readonly index: number;
  readonly candidates: readonly number[];
}

/** From the earliest on: what is like it and stands in no group yet joins it. Texts are read for many at once, which costs little more than for one. */
async function gatherStars(database: Database, signed: readonly Signed[], threshold: number): Promise<readonly Star[]> {
  const laterOnes = await shareBands(signed.map(({ signature }) => signature));
  const texts = createTexts(database);
  const taken = new Set<number>();
  const stars: Star[] = [];
  let centres: Centre[] = [];
  let wanted = new Set<ArticleId>();

  async function settle(): Promise<void> {
    if (wanted.size <= TEXTS_AT_ONCE) await texts.read([...wanted]);
    for (const { index, candidates } of centres) {
      const centre = signed[index];
      if (!centre || taken.has(index)) continue;
      const open = candidates.filter((other) => !taken.has(other));
      const members = await likeThose(texts, centre, open, signed, threshold);
      const editions = new Set([centre.edition, ...members.map((member) => signed[member.index]?.edition)]);
      if (editions.size < 2) continue;
      for (const member of members) taken.add(member.index);
      stars.push(starOf(centre, members, signed));
    }
    centres = [];
    wanted = new Set();
  }

  for (const [index, centre] of signed.entries()) {
    if (index % 500 === 0) await setImmediate();
    if (taken.has(index)) continue;
    const candidates = laterOnes(index).filter((other) => !taken.has(other) && mayBeLike(centre, signed[other], threshold));
    if (candidates.length === 0) continue;
    centres.push({ index, candidates });
    for (const one of [index, ...candidates]) wanted.add(signed[one]?.article ?? 0);
    if (wanted.size >= TEXTS_AT_ONCE / 2) await settle();
  }
  await settle();
  return stars.sort((a, b) => b.members.length - a.members.length);
}

function mayBeLike(one: Signed, other: Signed | undefined, threshold: number): boolean {
  return other !== undefined && estimateLikeness(one.signature, other.signature) >= threshold - DOUBT;
}

interface Member {
  readonly index: number;
  readonly likeness: number;
}

/** @param candidates whose signatures do not rule them out */
async function likeThose(
  texts: Texts,
  centre: Signed,
  candidates: readonly number[],
  signed: readonly Signed[],
  threshold: number,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let at = 0; at < candidates.length; at += TEXTS_AT_ONCE) {
    const some = candidates.slice(at, at + TEXTS_AT_ONCE).flatMap((index) => signed[index] ?? []);
    await texts.read([centre.article, ...some.map(({ article }) => article)]);
    for (const [index, { article }] of some.entries()) {
      const share = likeness(texts.runs(centre.article), texts.runs(article));
      if (share >= threshold) members.push({ index: candidates[at + index] as number, likeness: share });
    }
  }
  return members;
}

function starOf(centre: Signed, members: readonly Member[], signed: readonly Signed[]): Star {
  const others = members.map(({ index, likeness: share }) => ({ article: signed[index]?.article ?? 0, likeness: share }));
  return { members: [{ article: centre.article, likeness: 1 }, ...others] };
}

interface Texts {
  /** Has them at hand, whatever it has to give up for that. */
  read(articles: readonly ArticleId[]): Promise<void>;
  /** Of one that has been read just now. */
  runs(article: ArticleId): ReadonlySet<number>;
}

function createTexts(database: Database): Texts {
  const kept = new Map<ArticleId, ReadonlySet<number>>();
  return {
    async read(articles) {
      const missing = articles.filter((article) => !kept.has(article));
      if (missing.length === 0) return;
      if (kept.size + missing.length > TEXTS_KEPT) {
        const needed = new Set(articles);
        for (const article of kept.keys()) if (!needed.has(article)) kept.delete(article);
      }
      for (const { article, text } of await printedTexts(database, missing)) kept.set(article, runsOf(solidText(text)));
    },
    runs: (article) => kept.get(article) ?? new Set(),
  };
}

/** @throws Problem not-found */
async function findLike(database: Database, article: ArticleId, threshold: number): Promise<Pick<Found, 'compared' | 'stars'>> {
  const [stored] = await readArticles(database, [article]);
  if (!stored) throw new Problem('not-found', { article });
  const signed = await signedArticles(database);
  const centre = signed.find((one) => one.article === article);
  if (!centre) return { compared: signed.length, stars: [] };
  const others = signed.flatMap((one, index) => (one.edition !== centre.edition && mayBeLike(centre, one, threshold) ? [index] : []));
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
    page: parsed.page ?? source.page.value,
    characters,
    place: { source: source.id, offset: first },
    similarity,
  };
}
