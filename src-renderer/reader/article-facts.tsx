/** How long an article is, and what can be done with it as words to press: its bookmark, a copy of it with its citation, a file of it, its source. */
import { useTranslation } from 'react-i18next';
import type { Article, Edition } from '../../src-main/contract/model';
import { run } from '../app/use-command';
import { exportGroup, ExportMenu } from '../exporting/export-menu';
import { articleForms } from '../exporting/forms';
import { useSaveArticle } from '../exporting/use-export-commands';
import { readingLength, readingMinutes } from './reading-minutes';
import { SimilarArticles } from './similar-articles';

interface Props {
  readonly edition: Edition;
  readonly article: Article;
  readonly bookmarked: boolean;
  readonly sourceOpen: boolean;
}

export function ArticleFacts({ edition, article, bookmarked, sourceOpen }: Props) {
  const { t, i18n } = useTranslation('reader');
  const length = readingLength(article);
  const save = useSaveArticle(edition, article);
  return (
    <div className="reader-facts" lang={i18n.language}>
      <span>{t(length.unit === 'words' ? 'wordCount' : 'characterCount', { count: length.count })}</span>
      {length.count > 0 && <span>{t('readingTime', { count: readingMinutes(length) })}</span>}
      <SimilarArticles article={article} />
      <button type="button" className="reader-fact" aria-pressed={bookmarked} onClick={() => run('bookmark.toggle')}>
        {t('bookmark')}
      </button>
      <button
        type="button"
        className="reader-fact"
        title={t('app:command-cite')}
        // What is selected stays so: it is what is copied.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run('copy.citation')}
      >
        {t('cite')}
      </button>
      <ExportMenu groups={[exportGroup(t('exporting:articles'), articleForms, save)]} className="reader-fact" />
      <button type="button" className="reader-fact" aria-pressed={sourceOpen} onClick={() => run('source.toggle')}>
        {t('source-toggle')}
      </button>
    </div>
  );
}
