/**
 * A whole edition on sheets of paper, unseen on the screen: set for A4 whatever the window is like, page after page.
 * Not for sending them anywhere: whoever shows this prints once it is ready.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleId, Edition, MatchSpan } from '../../../src-main/contract/model';
import type { ComposedPage } from '../compose/composed-page';
import { loadFaces, textOfPages } from './load-faces';
import { onPaper } from './on-paper';
import './page.css';
import { PageSheet } from './page-sheet';
import type { SheetActions } from './page-sheet';
import { useComposition } from './use-composition';
import type { PageSettings } from './use-composition';
import { useLatest } from '../../app/use-latest';
import { afterOthers } from './when-idle';

/** In CSS pixels, in the proportions of A4 inside its margins; drawn smaller, so that type of the usual size comes out as newspapers have it. */
const SHORT = 1000;
const LONG = 1454;
/** Of the main thread, in ms. */
const SLICE = 12;

const NO_SPANS: readonly MatchSpan[] = [];
const NO_ARTICLES: ReadonlySet<ArticleId> = new Set();

interface Props {
  readonly edition: Edition;
  readonly settings: PageSettings;
  /** Every sheet is drawn, in its own faces. */
  readonly onReady: () => void;
}

export function EditionSheets({ edition, settings, onReady }: Props) {
  const vertical = settings.direction === 'vertical';
  const [width, height] = vertical ? [LONG, SHORT] : [SHORT, LONG];
  const composition = useComposition(edition, width, height, settings);
  const [pages, setPages] = useState<readonly ComposedPage[]>([]);
  useEffect(() => {
    let left = false;
    let cancel = (): void => {};
    const finish = async (): Promise<void> => {
      const all = Array.from({ length: composition.known.pages }, (_, index) => composition.page(index)).filter((page) => page !== null);
      await loadFaces(textOfPages(all));
      if (!left) setPages(all);
    };
    const step = (): void => {
      composition.work(SLICE);
      if (composition.known.complete) void finish();
      else cancel = afterOthers(step);
    };
    cancel = afterOthers(step);
    return () => {
      left = true;
      cancel();
    };
  }, [composition]);
  const ready = useLatest(onReady);
  const told = useRef(false);
  useEffect(() => {
    if (pages.length === 0 || told.current) return;
    told.current = true;
    ready.current();
  }, [pages, ready]);
  // Nothing is pressed on paper; only the index asks for pages.
  const actions: SheetActions = useMemo(
    () => ({
      openArticle: () => {},
      openFinding: () => {},
      openPage: () => {},
      openPlace: () => {},
      pageOfArticle: (article) => composition.pageOfArticle(article),
    }),
    [composition],
  );
  return (
    <div className="edition-sheets" aria-hidden="true">
      {pages.map((page) => (
        <div
          key={page.index}
          className={`page-place ${vertical ? 'page-place-across' : 'page-place-upright'}`}
          style={{ width: page.geometry.direction === 'vertical' ? page.geometry.height : page.geometry.width, ...onPaper(width, height) }}
        >
          <PageSheet
            edition={edition}
            page={page}
            marks={NO_SPANS}
            currentMark={null}
            bookmarked={NO_ARTICLES}
            currentArticle={null}
            actions={actions}
            pagesKnown={pages.length}
          />
        </div>
      ))}
    </div>
  );
}
