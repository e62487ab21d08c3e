/** Where a printed article was cut from: paper, day, page and file, as one writes on a clipping. Not shown on the screen, which says it elsewhere. */
import type { Article, Edition } from '../../../src-main/contract/model';
import { listPages } from '../../language/list-pages';
import { printedDate } from '../page/page-head';
import { usePaperWords } from '../paper-words';

export function ArticleClipping({ edition, article }: { readonly edition: Edition; readonly article: Article }) {
  const { t, language } = usePaperWords(edition);
  const { paper, date } = edition;
  const pages = [...new Set(article.parts.flatMap(({ page }) => page ?? []))];
  const files = [...new Set(article.parts.map(({ file }) => file))];
  const facts = [
    paper.value ?? t('labelPaperUnknown'),
    date.value === null ? t('labelDateUnknown') : printedDate(date.value, language),
    ...(pages.length === 0 ? [] : [t('labelPrintedPages', { count: pages.length, pages: listPages(pages, language) })]),
    ...files,
  ];
  return (
    <p className="article-clipping" lang={language}>
      {facts.join(' · ')}
    </p>
  );
}
