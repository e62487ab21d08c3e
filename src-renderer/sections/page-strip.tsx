/** All pages of the edition in miniature; the one in front is framed in red. Not for drawing them. */
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../src-main/contract/model';
import { markCutEdges } from '../app/mark-cut-edges';
import { currentView, go, replace, useOfView } from '../app/navigation';
import { PageThumbnails } from '../reader/page/page-thumbnails';
import { useReading } from '../reader/reading-state';
import './page-strip.css';

/** Width of a miniature in CSS pixels. */
const miniature = 26;

export function PageStrip({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation('sections');
  const strip = useRef<HTMLDivElement>(null);
  const { edition: open, pages, place } = useReading();
  const alone = useOfView((view) => view.kind === 'article');
  const status = useMemo(() => {
    if (open !== edition.id || !pages) return null;
    const { composition } = pages;
    const page = place && composition.known.complete ? composition.pageOfPlace(place) + 1 : null;
    // An article read alone stands on the page that holds its place, and no spread is in view beside it.
    const inView = !alone && page !== null && page >= pages.first && page <= pages.last;
    return page === null || inView ? pages : { ...pages, first: page, last: page };
  }, [open, edition.id, pages, place, alone]);
  const first = status?.first;
  useEffect(() => {
    if (first !== undefined) strip.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [first]);
  if (!status) return null;
  const openPage = (index: number) => {
    const there = status.composition.placeOfPage(index);
    if (!there) return;
    const view = currentView();
    if (view.kind === 'edition' && view.edition === edition.id) replace({ ...view, place: there });
    else go({ kind: 'edition', edition: edition.id, place: there, marked: null });
  };
  return (
    <div ref={strip} className="page-strip">
      <div ref={markCutEdges} className="page-strip-pages cut-edges cut-edges-across">
        <PageThumbnails edition={edition} status={status} width={miniature} onOpenPage={openPage} />
      </div>
      <p className="page-strip-where">
        {t(`${status.last > status.first ? 'pages' : 'page'}-${status.total === null ? 'counting' : 'of'}`, {
          page: status.first,
          last: status.last,
          pages: status.total,
        })}
      </p>
    </div>
  );
}
