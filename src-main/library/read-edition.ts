/** Editions as a reader meets them: on the shelf in summary, opened with everything in reading order. */
import type { Article, Edition, EditionId, EditionSummary, ReadState, TrashedEdition } from '../contract/model';
import { Problem } from '../contract/problem';
import { articlesOfEdition } from '../store/articles';
import type { StoredArticle } from '../store/articles';
import type { Database } from '../store/database';
import { listEditions, listTrash, readEdition } from '../store/editions';
import type { StoredEdition } from '../store/editions';
import { linksOfEdition } from '../store/links';
import { noticesOfEdition } from '../store/notices';
import { readPosition } from '../store/positions';
import { sourcesOfEdition } from '../store/sources';
import type { StoredSource } from '../store/sources';
import { assembleArticle, noticesByArticle } from './assemble-article';
import { noticesOfStory } from './notices-of-story';
import { editionSections } from './edition-sections';
import { comparePages } from './page-order';
import { tellStories } from './stories';

/** From here on the rest is endmatter: the last page is shown from its top, so its end is never a place of its own. */
const READ_SHARE = 0.9;

export async function shelf(database: Database): Promise<readonly EditionSummary[]> {
  return (await listEditions(database)).map(summaryOf);
}

export async function trashed(database: Database): Promise<readonly TrashedEdition[]> {
  return (await listTrash(database)).map((edition) => ({ ...summaryOf(edition), trashedAt: edition.trashedAt ?? '' }));
}

/** @throws Problem not-found */
export function openEdition(database: Database, id: EditionId): Promise<Edition> {
  return database.snapshot(async () => {
    const edition = await readEdition(database, id);
    if (!edition) throw new Problem('not-found', { edition: id });
    const sources = [...(await sourcesOfEdition(database, id))].sort(comparePages);
    const contents = await editionContents(database, id, sources);
    const position = await readPosition(database, id);
    return {
      ...summaryOf(edition),
      files: sources.map(publicSource),
      sections: editionSections(contents),
      contents,
      // Kept though its source was moved to another edition: the move may be taken back.
      position: position && sources.some(({ id }) => id === position.source) ? { source: position.source, offset: position.offset } : null,
    };
  });
}

/** Stories in page order, each once; furniture is left to the source view. */
export async function editionContents(database: Database, id: EditionId, sources: readonly StoredSource[]): Promise<readonly Article[]> {
  const articles = await articlesOfEdition(database, id);
  const links = await linksOfEdition(database, id);
  const stories = tellStories(links);
  const notices = noticesByArticle(articles, await noticesOfEdition(database, id));
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const articleById = new Map(articles.map((article) => [article.id, article]));
  return inPageOrder(articles, sources)
    .filter((article) => article.parsed.kind !== 'furniture' && stories.headOf(article.id) === article.id)
    .map((article) => {
      const parts = stories.partsOf(article.id).flatMap((part) => articleById.get(part) ?? []);
      return assembleArticle(parts, sourceById, noticesOfStory(parts, notices, links));
    });
}

/** @param sources in page order */
export function inPageOrder<A extends Pick<StoredArticle, 'source' | 'ordinal'>>(
  articles: readonly A[],
  sources: readonly StoredSource[],
): readonly A[] {
  const rank = new Map(sources.map((source, index) => [source.id, index]));
  return [...articles].sort((a, b) => (rank.get(a.source) ?? 0) - (rank.get(b.source) ?? 0) || a.ordinal - b.ordinal);
}

/** A source without what only the store and the use cases need of it. */
export function publicSource(source: StoredSource): Edition['files'][number] {
  const { id, edition, name, path, form, page, encoding, encodingJudgement, bytes, characters, importedAt, parserVersion } = source;
  return { id, edition, name, path, form, page, encoding, encodingJudgement, bytes, characters, importedAt, parserVersion };
}

function summaryOf(edition: StoredEdition): EditionSummary {
  const { progress, trashedAt: _, ...rest } = edition;
  return { ...rest, progress: progress ?? 0, readState: readStateOf(progress) };
}

function readStateOf(progress: number | null): ReadState {
  // Who was in it has looked at it, whether to read or to look something up: `is:unread` means the same.
  if (progress === null) return 'unread';
  return progress >= READ_SHARE ? 'read' : 'reading';
}
