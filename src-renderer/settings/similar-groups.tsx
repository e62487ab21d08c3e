/** Articles that several editions print, gathered: looked for when asked, and left as they are. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionSummary, SimilarArticle } from '../../src-main/contract/model';
import { go } from '../app/navigation';
import { ProblemNotice } from '../app/problem-notice';
import { useEditions } from '../app/queries';
import { formatPlainDay } from '../language/format-period';
import { client } from '../link';
import { leadBeside } from '../shelf/edition-name';
import { LibraryPart } from './library-part';

const atOnce = 20;

export function SimilarGroups() {
  const { t, i18n } = useTranslation('settings');
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['similar', 'groups'],
    queryFn: ({ pageParam }) => client.call('library.similar', { limit: atOnce, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (all.length * atOnce < last.total ? all.length * atOnce : undefined),
    enabled: asked,
  });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(i18n.language);
  const first = data?.pages[0];
  const groups = data?.pages.flatMap((page) => page.groups) ?? [];
  const { data: editions = [] } = useEditions(asked);
  const where = (one: SimilarArticle, title: string) =>
    [
      one.paper ?? t('app:paper-unknown'),
      ...leads(
        editions.find(({ id }) => id === one.edition),
        title,
      ),
      one.date === null ? t('app:date-unknown') : formatPlainDay(one.date, i18n.language),
      ...(one.page === null ? [] : [t('reader:part-page', { page: one.page })]),
    ].join(' · ');
  return (
    <LibraryPart title={t('similar')}>
      <p className="settings-note">{t('similar-what')}</p>
      {!asked && (
        <button type="button" className="app-button" onClick={() => setAsked(true)}>
          {t('similar-show')}
        </button>
      )}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {first && (
        <>
          <output className="library-result">
            {t('similar-found', {
              count: first.total,
              shown: number.format(first.total),
              compared: number.format(first.compared),
              threshold: percent.format(first.threshold),
            })}
          </output>
          <ul className="library-list library-groups" aria-label={t('similar')}>
            {groups.map(({ articles: [head, ...others] }) => {
              if (!head) return null;
              const title = head.headline ?? head.opening;
              return (
                <li key={head.article}>
                  <Printing one={head} where={where(head, title)} title={title} />
                  {others.map((one) => (
                    <Printing
                      key={one.article}
                      one={one}
                      where={where(one, title)}
                      share={t('reader:similar-share', { share: percent.format(one.similarity) })}
                    />
                  ))}
                </li>
              );
            })}
          </ul>
          {hasNextPage && (
            <button type="button" className="app-button" disabled={isFetching} onClick={() => void fetchNextPage()}>
              {t('similar-more')}
            </button>
          )}
        </>
      )}
    </LibraryPart>
  );
}

function leads(edition: EditionSummary | undefined, title: string): readonly string[] {
  const lead = leadBeside(edition, title);
  return lead === null ? [] : [lead];
}

interface PrintingProps {
  readonly one: SimilarArticle;
  readonly where: string;
  /** Of the group's first. */
  readonly title?: string;
  readonly share?: string;
}

function Printing({ one, where, title, share }: PrintingProps) {
  return (
    <p className="library-printing">
      {title !== undefined && (
        <b className="library-group-title" lang="zh-CN">
          {title}
        </b>
      )}
      <button
        type="button"
        className="app-button"
        onClick={() => go({ kind: 'article', edition: one.edition, article: one.article, place: null, marked: null })}
      >
        {where}
      </button>
      {share !== undefined && <span className="library-quiet">{share}</span>}
    </p>
  );
}
