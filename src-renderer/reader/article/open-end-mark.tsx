/** What stands at the edge of an article's text that goes on, or began, on a page that is not here. Pressed, it leads to what was found. */
import { useTranslation } from 'react-i18next';
import type { Article, Edition } from '../../../src-main/contract/model';
import { missedPage } from '../open-ends';
import type { OpenEnd } from '../open-ends';
import { wordsOnPage } from '../page/vertical-text';
import { usePaperWords } from '../paper-words';

interface Props {
  readonly edition: Edition;
  readonly article: Article;
  readonly end: OpenEnd;
  readonly vertical: boolean;
  readonly onNotice: (notice: number) => void;
}

export function OpenEndMark({ edition, article, end, vertical, onNotice }: Props) {
  const { t } = useTranslation('reader');
  const paper = usePaperWords(edition);
  const { direction, page, finding } = end;
  const missed = missedPage(edition, end);
  // In the place of a headline it says already where it comes from.
  const said = direction === 'from' && article.headline === null && article.jump !== null ? 'bare' : direction;
  return (
    <p className={`article-open-end article-open-${direction}`} lang={paper.language}>
      <button type="button" title={t(`open-means-${missed}`)} onClick={() => onNotice(finding)}>
        {wordsOnPage(paper.t(`open-${said}-${missed}`, { page }), vertical)}
      </button>
    </p>
  );
}
