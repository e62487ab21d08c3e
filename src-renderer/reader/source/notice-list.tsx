/** What the parser joined, doubted, left out or could not place in this article, each with its words and its lines. */
import { useTranslation } from 'react-i18next';
import type { Article } from '../../../src-main/contract/model';
import { noticeWords } from '../notice-words';
import type { LineOf } from '../notice-words';
import './notice-list.css';

interface Props {
  readonly article: Article;
  readonly textOf: (source: number) => string | null;
  readonly lineOf: LineOf;
  readonly chosen: number | null;
  readonly onChoose: (notice: number) => void;
}

export function NoticeList({ article, textOf, lineOf, chosen, onChoose }: Props) {
  const { t } = useTranslation('reader');
  return (
    <section className="notices" aria-labelledby="notices-title">
      <header className="notices-head">
        <h2 id="notices-title">{t('notices')}</h2>
        <span>{t('notices-count', { count: article.notices.length })}</span>
      </header>
      {article.notices.length === 0 && <p className="notices-none">{t('notices-none')}</p>}
      <ol className="notices-list">
        {article.notices.map((notice, index) => {
          const { mark, quote, finding } = noticeWords(t, notice, textOf, lineOf);
          return (
            // A finding has no name of its own; its place in the article's list is what everything else calls it by.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <button type="button" className="notice" aria-current={index === chosen} onClick={() => onChoose(index)}>
                <span className="notice-mark">
                  {t(`notice-mark-${mark}`)} {index + 1}
                </span>
                <span className="notice-words">
                  {quote !== '' && <q lang="zh-CN">{quote}</q>} <span>{finding}</span>
                  {notice.judgement.confidence !== 'certain' && (
                    <span className="notice-doubt"> {t(`app:${notice.judgement.confidence}`)}</span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
