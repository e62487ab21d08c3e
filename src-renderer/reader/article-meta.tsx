/** The line that says where an article comes from and how long it is, with its bookmark and its source. */
import { useTranslation } from 'react-i18next';
import type { Article, Edition, Section } from '../../src-main/contract/model';
import { run } from '../app/use-command';
import { formatDay } from '../language/format-date';
import { sectionTitle } from '../sections/section-title';
import './article-meta.css';
import { readingMinutes } from './reading-minutes';

interface Props {
  readonly edition: Edition;
  readonly article: Article;
  readonly section: Section | null;
  readonly bookmarked: boolean;
  readonly sourceOpen: boolean;
  readonly onPage: () => void;
}

export function ArticleMeta({ edition, article, section, bookmarked, sourceOpen, onPage }: Props) {
  const { t, i18n } = useTranslation('reader');
  const pages = [...new Set(article.parts.flatMap(({ page }) => page ?? []))];
  const files = [...new Set(article.parts.map(({ file }) => file))];
  const { paper, date } = edition;
  return (
    <div className="article-meta">
      <nav aria-label={t('path')}>
        <ol className="article-path">
          <li>
            <button type="button" className="article-path-step" onClick={onPage}>
              {[
                paper.value ?? t('app:paper-unknown'),
                date.value === null ? t('app:date-unknown') : formatDay(date.value, i18n.language),
              ].join(' ')}
            </button>
          </li>
          {pages.length > 0 && <li>{pages.map((page) => t('part-page', { page })).join('、')}</li>}
          {section && <li>{sectionTitle(t, section)}</li>}
        </ol>
      </nav>
      <span className="article-file">{files.join('、')}</span>
      <span>{t('characterCount', { count: article.characters })}</span>
      <span>{t('readingTime', { count: readingMinutes(article) })}</span>
      <button type="button" className="app-button" aria-pressed={bookmarked} onClick={() => run('bookmark.toggle')}>
        {t('bookmark')}
      </button>
      <button type="button" className="app-button" aria-pressed={sourceOpen} onClick={() => run('source.toggle')}>
        {t('source-toggle')}
      </button>
    </div>
  );
}
