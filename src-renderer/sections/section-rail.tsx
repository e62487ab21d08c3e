/** The side panel beside an edition: its contents in one of four orders, and its pages in miniature. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../src-main/contract/model';
import { go, useOfView } from '../app/navigation';
import { beginningOf } from '../reader/beginning-of';
import { useArticleRead } from '../reader/reading-state';
import { contentsGroups } from './contents-groups';
import type { ContentsGroup, ContentsOrder } from './contents-groups';
import { ContentsTree } from './contents-tree';
import { plainLabel } from './plain-label';
import { PageStrip } from './page-strip';
import { pagesName } from '../shelf/edition-name';
import './section-rail.css';

const orders: readonly ContentsOrder[] = ['section', 'page', 'place', 'date'];

export function SectionRail({ edition }: { readonly edition: Edition }) {
  const { t, i18n } = useTranslation('sections');
  const kind = useOfView((view) => view.kind);
  const alone = useOfView((view) => (view.kind === 'article' ? view.article : null));
  const read = useArticleRead(edition.id);
  const [order, setOrder] = useState<ContentsOrder>('section');
  const groups = useMemo(() => contentsGroups(edition, order), [edition, order]);
  const current = kind === 'edition' ? read : alone;

  const titleOfGroup = (group: ContentsGroup): string => {
    if (group.kind === 'page') return pagesName(t, group.title === null ? [] : [group.title], i18n.language);
    if (group.kind !== 'date') return group.title === null ? t(group.kind) : plainLabel(group.title);
    const [month, day] = (group.title ?? '').split('-').map(Number);
    return t('month-day', { month, day });
  };

  return (
    <>
      <fieldset className="contents-orders" aria-label={t('order')}>
        {orders.map((one) => (
          <button key={one} type="button" className="contents-order" aria-pressed={one === order} onClick={() => setOrder(one)}>
            {t(`by-${one}`)}
          </button>
        ))}
      </fieldset>
      <div className="contents-scroll">
        {groups.length === 0 && <p className="contents-empty">{t('empty')}</p>}
        <ContentsTree
          key={`${edition.id} ${order}`}
          groups={groups}
          titleOfGroup={titleOfGroup}
          current={current}
          onArticle={(article, place) => go({ kind: 'article', edition: edition.id, article, place, marked: null })}
          onGroup={({ articles, rests }) => {
            const [first] = articles;
            const begins = articles.find(({ id }) => !rests?.has(id));
            const place = begins ? beginningOf(begins) : first && (rests?.get(first.id)?.place ?? null);
            if (first) go({ kind: 'edition', edition: edition.id, place: place ?? null, marked: null });
          }}
        />
      </div>
      <PageStrip edition={edition} />
    </>
  );
}
