/** Where a printed article was cut from: paper, day, page and file, as one writes on a clipping. Not shown on the screen, which says it elsewhere. */
import { useTranslation } from 'react-i18next';
import type { Article, Edition } from '../../../src-main/contract/model';
import { listPages } from '../../language/list-pages';
import { printedDate } from '../page/page-head';

export function ArticleClipping({ edition, article }: { readonly edition: Edition; readonly article: Article }) {
  const { t, i18n } = useTranslation('reader');
  const { paper, date } = edition;
  const pages = [...new Set(article.parts.flatMap(({ page }) => page ?? []))];
  const files = [...new Set(article.parts.map(({ file }) => file))];
  const facts = [
    paper.value ?? t('labelPaperUnknown'),
    date.value === null ? t('labelDateUnknown') : printedDate(date.value, i18n.language),
    ...(pages.length === 0 ? [] : [t('labelPrintedPages', { count: pages.length, pages: listPages(pages, i18n.language) })]),
    ...files,
  ];
  return (
    <p className="article-clipping" lang={i18n.language}>
      {facts.join(' · ')}
    </p>
  );
}
