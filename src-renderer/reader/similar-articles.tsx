/** The same piece as other editions print it: how alike, and the way there. Nothing is removed for it. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Article, SimilarArticle } from '../../src-main/contract/model';
import { go } from '../app/navigation';
import { useEditions } from '../app/queries';
import { Slip } from '../app/slip';
import { formatPlainDay } from '../language/format-period';
import { client } from '../link';
import { leadBeside } from '../shelf/edition-name';
import './similar-articles.css';

export function SimilarArticles({ article }: { readonly article: Article }) {
  const { t, i18n } = useTranslation('reader');
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['similar', article.id],
    queryFn: () => client.call('library.similar', { article: article.id }),
  });
  const { data: editions = [] } = useEditions(open);
  const own = new Set(article.parts.map((part) => part.article));
  const others = (data?.groups ?? []).flatMap((group) => group.articles.filter((one) => !own.has(one.article)));
  if (!data || others.length === 0) return null;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const where = (one: SimilarArticle) => {
    const lead = leadBeside(
      editions.find(({ id }) => id === one.edition),
      one.headline,
    );
    return [
      one.paper ?? t('app:paper-unknown'),
      ...(lead === null ? [] : [lead]),
      one.date === null ? t('app:date-unknown') : formatPlainDay(one.date, i18n.language),
      ...(one.page === null ? [] : [t('part-page', { page: one.page })]),
    ].join(' · ');
  };
  return (
    <>
      <button type="button" className="reader-fact" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('similar', { count: others.length })}
      </button>
      {open && (
        <Slip title={t('similar-title')} className="dialog-wide" onClose={() => setOpen(false)}>
          {(close) => (
            <>
              <p className="similar-what">{t('similar-what', { threshold: percent.format(data.threshold) })}</p>
              <ul className="similar-list">
                {others.map((one) => (
                  <li key={one.article}>
                    <button
                      type="button"
                      className="similar-one"
                      onClick={() => {
                        close();
                        go({ kind: 'article', edition: one.edition, article: one.article, place: null, marked: null });
                      }}
                    >
                      <span className="similar-headline" lang="zh-CN">
                        {one.headline ?? one.opening}
                      </span>
                      <span className="similar-where">{where(one)}</span>
                    </button>
                    <span className="similar-share">{t('similar-share', { share: percent.format(one.similarity) })}</span>
                  </li>
                ))}
              </ul>
              <div className="dialog-actions">
                <button type="button" className="app-button" onClick={close}>
                  {t('app:close')}
                </button>
              </div>
            </>
          )}
        </Slip>
      )}
    </>
  );
}
