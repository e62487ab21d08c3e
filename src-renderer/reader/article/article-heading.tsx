/** What stands above an article read alone: column, kicker, headline, deck, byline, and facts beside it. Not for the body. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, HeadingRole } from '../../../src-main/contract/model';
import { HEADLINE_FACE } from '../compose/advances';
import type { Advances } from '../compose/advances';
import { breakHeadline } from '../compose/break-headline';
import { headingFragments, saysByline } from '../compose/headline-block';
import { combinedNumbers } from '../compose/vertical-advances';
import { stretchesOf } from '../page/text-marks';
import type { TextMarks } from '../page/text-marks';
import { verticalText } from '../page/vertical-text';
import { openingOf } from '../title-of';

interface HeadingTextProps {
  readonly article: Article;
  readonly field: HeadingRole;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  readonly marks: TextMarks;
  readonly vertical: boolean;
}

/** A stretch of a heading's words, each fragment knowing its source. */
function HeadingText({ article, field, text, start = 0, end = text.length, marks, vertical }: HeadingTextProps): ReactNode {
  const printed = text.slice(start, end);
  const numbers = vertical ? combinedNumbers(printed) : [];
  const wordsAt = (from: number, to = printed.length): ReactNode => (vertical ? verticalText(printed, from, to) : printed.slice(from, to));
  const fragments = headingFragments(article, field, text, start, end);
  if (fragments.length === 0) return wordsAt(0);
  const nodes: ReactNode[] = [];
  let at = 0;
  for (const fragment of fragments) {
    if (fragment.from > at) nodes.push(wordsAt(at, fragment.from));
    nodes.push(
      <span key={fragment.from} data-source={fragment.source} data-start={fragment.start} data-end={fragment.end}>
        {stretchesOf(fragment, marks, numbers).map(({ from, to, emphasis }) => {
          const words = wordsAt(from, to);
          if (emphasis === 'hit' || emphasis === 'hit-now')
            return (
              <mark key={from} className={emphasis === 'hit' ? 'page-hit' : 'page-hit page-hit-now'}>
                {words}
              </mark>
            );
          return emphasis === 'doubt' ? (
            <span key={from} className="page-doubt">
              {words}
            </span>
          ) : (
            words
          );
        })}
      </span>,
    );
    at = fragment.to;
  }
  if (at < printed.length) nodes.push(wordsAt(at));
  return nodes;
}

export interface ArticleHeadingProps {
  readonly article: Article;
  readonly marks: TextMarks;
  readonly vertical: boolean;
  /** Room for the headline, in em of its own size. */
  readonly headlineMeasure: number;
  readonly advances: Advances;
  /** What the view adds at the end of the byline's row: page, length, bookmark. */
  readonly facts?: ReactNode;
  /** What stands there on paper instead. */
  readonly clipping?: ReactNode;
}

export function ArticleHeading({ article, marks, vertical, headlineMeasure, advances, facts, clipping }: ArticleHeadingProps) {
  const shared = { article, marks, vertical };
  const { headline, column, kicker, locality, deck, credit } = article;
  const lines =
    headline === null ? [] : (breakHeadline(headline, headlineMeasure, 3, HEADLINE_FACE, advances) ?? [{ start: 0, end: headline.length }]);
  return (
    <header className="article-heading">
      {column === null && locality === null ? null : (
        <p className="article-column">
          {column === null ? null : (
            <span className="article-column-title article-words">
              <HeadingText {...shared} field="column" text={column} />
            </span>
          )}
          {locality === null ? null : (
            <span className="article-locality article-words">
              <HeadingText {...shared} field="locality" text={locality} />
            </span>
          )}
        </p>
      )}
      {kicker === null ? null : (
        <p className="article-kicker article-words">
          <HeadingText {...shared} field="kicker" text={kicker} />
        </p>
      )}
      {headline === null ? (
        <AbsentHeadline article={article} />
      ) : (
        <h1 className="article-headline">
          {lines.map((line, index) => (
            <span
              key={line.start}
              className="article-headline-line article-words"
              data-line={`headline:${line.start}`}
              data-breaks={index === lines.length - 1 || undefined}
            >
              <HeadingText {...shared} field="headline" text={headline} start={line.start} end={line.end} />
            </span>
          ))}
        </h1>
      )}
      {deck === null ? null : (
        <p className="article-deck article-words">
          <HeadingText {...shared} field="deck" text={deck} />
        </p>
      )}
      <div className="article-byline">
        {saysByline(article) || credit !== null ? (
          <p className="article-words">
            {saysByline(article) ? <HeadingText {...shared} field="byline" text={article.byline} /> : null}
            {saysByline(article) && credit !== null ? '\u3000' : null}
            {credit === null ? null : <HeadingText {...shared} field="credit" text={credit} />}
          </p>
        ) : null}
        {facts === undefined ? null : <div className="article-facts">{facts}</div>}
        {clipping}
      </div>
    </header>
  );
}

/** A story without a headline is never given one in print: a jump says where its headline is, and for those who hear it read its first words name it. */
function AbsentHeadline({ article }: { readonly article: Article }) {
  const { t } = useTranslation('reader');
  if (article.jump === null) return <h1 className="visually-hidden">{openingOf(article) || t('articleUntitled')}</h1>;
  const { from } = article.jump;
  return (
    <h1 className="article-headline article-headline-absent">
      {from === null ? t('labelFromElsewhere') : t('labelFromPage', { page: from })}
    </h1>
  );
}
