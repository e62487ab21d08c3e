/** All pages of an edition as small pictures one may go to. Not for what is on them. */
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../src-main/contract/model';
import './page.css';
import { PageMiniature } from './page-miniature';
import type { PageStatus } from './edition-pages';

export interface PageThumbnailsProps {
  readonly edition: Edition;
  readonly status: PageStatus;
  /** Of one picture, in CSS pixels. */
  readonly width: number;
  /** From 0. */
  readonly onOpenPage: (index: number) => void;
}

export function PageThumbnails({ edition, status, width, onOpenPage }: PageThumbnailsProps) {
  const { t } = useTranslation('reader');
  const count = status.total ?? status.last;
  return (
    <ol className="page-thumbnails" aria-label={t('pages')}>
      {Array.from({ length: count }, (_, index) => {
        const current = index + 1 >= status.first && index + 1 <= status.last;
        return (
          <li key={index}>
            <button
              type="button"
              aria-label={t('pageLabel', { page: index + 1 })}
              aria-current={current ? 'page' : undefined}
              onClick={() => onOpenPage(index)}
            >
              <PageMiniature edition={edition} composition={status.composition} index={index} width={width} decorative />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
