/** One article among the hits, with its passages, or as one line. Not for which there are, or for moving among them: see hit-list.tsx. */
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../src-main/contract/model';
import { useEdition, useMarks } from '../app/queries';
import { formatPlainDay } from '../language/format-period';
import { plainLabel } from '../sections/plain-label';
import { excerptsOf } from './excerpts';
import type { Excerpt } from './excerpts';
import { titleWithoutHeadline } from './hit-title';
import { MarkedText } from './marked-text';
import { matchesOutOfSight } from './matches-out-of-sight';

interface Shared {
  readonly hit: SearchHit;
  readonly onOpen: (place: SearchHit['place']) => void;
}

interface BlockProps extends Shared {
  readonly text: string;
  /** Where paper and date stand: above a run of hits from one edition, beside each headline, or not again. */
  readonly edition: 'heading' | 'inline' | 'none';
  readonly expanded: boolean;
  readonly onExpand: () => void;
}

export function HitBlock({ hit, text, edition, expanded, onOpen, onExpand }: BlockProps) {
  const { t } = useTranslation('search');
  const more = matchesOutOfSight(hit);
  const excerpts = useExcerpts(hit, text, expanded);
  const passages = excerpts ?? [{ paragraph: null, role: null, text: hit.snippet, matches: hit.matches, place: hit.place }];
  const untitled = titleWithoutHeadline(hit, { jump: (page) => t('jump-from', { page }), untitled: t('untitled') });
  return (
    <article className="hit-block">
      {edition === 'heading' && <p className="hit-edition">{<Source hit={hit} part="edition" />}</p>}
      <header className="hit-head">
        <h2 className="hit-headline">
          {/* The passages below are the keyboard's way; the headline is one more place to press. */}
          <button type="button" tabIndex={-1} onClick={() => onOpen(hit.place)}>
            {hit.headline !== null ? (
              <MarkedText text={hit.headline} matches={hit.headlineMatches} />
            ) : (
              <span className="hit-untitled">{untitled}</span>
            )}
          </button>
        </h2>
        <p className="hit-source">
          <Source hit={hit} part={edition === 'inline' ? 'all' : 'page'} />
        </p>
        {hit.matchCount > 0 && <p className="hit-count">{t('figure-matches', { count: hit.matchCount, number: hit.matchCount })}</p>}
      </header>
      <ol className={excerpts && excerpts.length > 1 ? 'passages passages-columns' : 'passages'}>
        {passages.map((excerpt, index) => (
          // The article's own take the place of the hit's while the keyboard may be on it: it stays there.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Passage excerpt={excerpt} plain={excerpts === null} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      {more > 0 && !expanded && (
        <button type="button" className="hit-more app-button" onClick={onExpand}>
          {t('more', { count: more })}
        </button>
      )}
    </article>
  );
}

/** Null until the article is known, and where it is not asked for. */
function useExcerpts(hit: SearchHit, text: string, wanted: boolean): readonly Excerpt[] | null {
  const { data: edition } = useEdition(wanted ? hit.edition : null);
  const { data: marks } = useMarks(wanted ? hit.edition : null, text);
  const article = edition?.contents.find((one) => one.parts.some((part) => part.article === hit.articleId));
  if (!wanted || !article) return null;
  const excerpts = marks ? excerptsOf(article, marks) : [];
  return excerpts.length === 0 ? null : excerpts;
}

interface PassageProps {
  readonly excerpt: Excerpt;
  readonly plain: boolean;
  readonly onOpen: (place: SearchHit['place']) => void;
}

function Passage({ excerpt, plain, onOpen }: PassageProps) {
  const { t } = useTranslation('search');
  return (
    <button type="button" className={plain ? 'passage passage-plain' : 'passage'} data-search-hit="" onClick={() => onOpen(excerpt.place)}>
      {!plain && (
        <span className="passage-where">
          {excerpt.paragraph === null ? t(`in-${excerpt.role ?? 'headline'}`) : <Paragraph number={excerpt.paragraph} />}
        </span>
      )}
      <MarkedText text={excerpt.text} matches={excerpt.matches} />
    </button>
  );
}

function Paragraph({ number }: { readonly number: number }) {
  const { t } = useTranslation('search');
  return (
    <>
      <span aria-hidden="true">{number}</span>
      <span className="visually-hidden">{t('in-paragraph', { number })}</span>
    </>
  );
}

function Source({ hit, part }: { readonly hit: SearchHit; readonly part: 'all' | 'edition' | 'page' }) {
  const { t, i18n } = useTranslation('search');
  const edition = [hit.paper ?? t('no-paper'), hit.date === null ? t('no-date') : formatPlainDay(hit.date, i18n.language)];
  const page = [hit.page === null ? null : t('page', { page: hit.page }), hit.section === null ? null : plainLabel(hit.section)];
  const parts = part === 'all' ? [...edition, ...page] : part === 'edition' ? edition : page;
  return parts
    .filter((one) => one !== null)
    .map((one, index) => (
      // A section may be called like its paper.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index}>{one}</span>
    ));
}

export function HitLine({ hit, onOpen }: Shared) {
  const { t, i18n } = useTranslation('search');
  const untitled = titleWithoutHeadline(hit, { jump: (page) => t('jump-from', { page }), untitled: t('untitled') });
  return (
    <button type="button" className="hit-line" data-search-hit="" onClick={() => onOpen(hit.place)}>
      <span className="hit-line-date">{hit.date === null ? t('no-date') : formatPlainDay(hit.date, i18n.language)}</span>
      <span className="hit-line-paper">{hit.paper ?? t('no-paper')}</span>
      <span className="hit-line-text">
        <b className="hit-line-headline">
          {hit.headline === null ? untitled : <MarkedText text={hit.headline} matches={hit.headlineMatches} />}
        </b>
        <span className="hit-line-snippet">
          <MarkedText text={hit.snippet} matches={hit.matches} />
        </span>
      </span>
      <span className="hit-line-count">{hit.matchCount > 0 && hit.matchCount}</span>
    </button>
  );
}
