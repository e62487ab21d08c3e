/** The article and the edition in front, taken along whole by command. */
import { useTranslation } from 'react-i18next';
import type { Article, Edition } from '../../src-main/contract/model';
import { useCommand } from '../app/use-command';
import { titleOf } from '../reader/title-of';
import { editionName } from '../shelf/edition-name';
import type { ArticleForm } from './forms';
import { saveArticles, saveEdition } from './save-articles';

/** @returns saves the article */
export function useSaveArticle(edition: Edition, article: Article): (form: ArticleForm) => Promise<void> {
  const { t, i18n } = useTranslation('exporting');
  const title = titleOf(article, (page) => t('reader:jump-from', { page }));
  return (form) => saveArticles(t, `${editionName(t, edition, i18n.language)} ${title}`, [article.id], form);
}

export function useExportArticle(edition: Edition, article: Article): void {
  const save = useSaveArticle(edition, article);
  useCommand('export.article-markdown', () => void save('markdown'));
  useCommand('export.article-json', () => void save('json'));
}

export function useExportEdition(edition: Edition): void {
  const { t, i18n } = useTranslation('exporting');
  const save = (form: ArticleForm) => void saveEdition(t, i18n.language, edition, form);
  useCommand('export.edition-markdown', () => save('markdown'));
  useCommand('export.edition-json', () => save('json'));
}
