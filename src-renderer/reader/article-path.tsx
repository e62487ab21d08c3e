/**
 * Where an article stands: paper and day, edition page, section (unless its own column title says it), file.
 * The first of them leads back to its page.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Edition } from '../../src-main/contract/model';
import { formatDay } from '../language/format-date';
import type { ContentsGroup } from '../sections/contents-groups';
import { sectionTitle } from '../sections/section-title';
import './article-path.css';

interface Props {
  readonly edition: Edition;
  readonly article: Article;
  readonly section: ContentsGroup | null;
  readonly onPage: () => void;
  /** What stands at the other end. */
  readonly children?: ReactNode;
}

export function ArticlePath({ edition, article, section, onPage, children }: Props) {
  const { t, i18n } = useTranslation('reader');
  const pages = [...new Set(article.parts.flatMap(({ page }) => page ?? []))];
  const files = [...new Set(article.parts.map(({ file }) => file))];
  const { paper, date } = edition;
  return (
    <div className="reader-path">
      <nav aria-label={t('path')}>
        <ol>
          <li>
            <button type="button" className="reader-path-step" title={t('to-edition')} onClick={onPage}>
              {paper.value ?? t('app:paper-unknown')} {date.value === null ? t('app:date-unknown') : formatDay(date.value, i18n.language)}
            </button>
          </li>
          {pages.length > 0 && <li>{pages.map((page) => t('part-page', { page })).join(t('path-comma'))}</li>}
          {section && article.column === null && <li>{article.section ?? sectionTitle(t, section)}</li>}
          <li className="reader-path-file">{files.join(t('path-comma'))}</li>
        </ol>
      </nav>
      {children}
    </div>
  );
}
