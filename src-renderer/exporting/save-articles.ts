/** Articles whole, as one file to keep. Not for a list of what a search found: see search/export-hits.ts. */
import i18next from 'i18next';
import type { TFunction } from 'i18next';
import type { ArticleId, Edition, EditionSummary } from '../../src-main/contract/model';
import { Problem } from '../../src-main/contract/problem';
import { announce } from '../app/announce';
import { tellProblem } from '../app/undo';
import { client } from '../link';
import { readingOrder } from '../reader/reading-order';
import { editionName } from '../shelf/edition-name';
import { exportForms } from './forms';
import type { ArticleForm } from './forms';
import { fileNameOf, saveFile } from './save-file';

/** As many at a time as others who ask the library can wait for. */
const askedAtOnce = 200;

/** @param name of the file, in the reader's words; says itself what came of it */
export async function saveArticles(t: TFunction<string>, name: string, articles: readonly ArticleId[], form: ArticleForm): Promise<void> {
  try {
    const pieces = await piecesOf([...new Set(articles)], form);
    const { extension, type } = exportForms[form];
    saveFile(fileNameOf(name, extension), asOneFile(pieces, form), type);
    announce(t('exporting:exported', { count: pieces.length }));
  } catch (problem) {
    tellProblem(problem);
  }
}

/** All of an edition, in the order in which it is read. */
export async function saveEdition(
  t: TFunction<string>,
  language: string,
  edition: Pick<EditionSummary, 'id' | 'paper' | 'date'>,
  form: ArticleForm,
): Promise<void> {
  try {
    const ids = readingOrder(await contentsOf(edition)).map(({ id }) => id);
    await saveArticles(t, editionName(t, edition, language), ids, form);
  } catch (problem) {
    tellProblem(problem);
  }
}

function contentsOf(edition: Pick<EditionSummary, 'id'>): Promise<Edition> {
  return client.call('edition.read', { edition: edition.id });
}

async function piecesOf(articles: readonly ArticleId[], form: ArticleForm): Promise<readonly string[]> {
  const pieces: string[] = [];
  const language = i18next.language.startsWith('zh') ? 'zh-CN' : 'en';
  for (let from = 0; from < articles.length; from += askedAtOnce)
    pieces.push(...(await client.call('article.export', { articles: articles.slice(from, from + askedAtOnce), form, language })).pieces);
  if (pieces.length === 0) throw new Problem('not-found');
  return pieces;
}

function asOneFile(pieces: readonly string[], form: ArticleForm): string {
  return form === 'json' ? `{"articles": [\n${pieces.join(',\n')}\n]}\n` : pieces.join('\n---\n\n');
}
