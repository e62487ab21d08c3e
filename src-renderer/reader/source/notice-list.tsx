/** What the parser joined, doubted, left out or could not place in this article, each with its words and its lines. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tellProblem } from '../../app/undo';
import type { Said } from '../../app/undo';
import { useCommand } from '../../app/use-command';
import type { Article, LineChange, Notice } from '../../../src-main/contract/model';
import { markWords } from '../mark-words';
import { noticeWords } from '../notice-words';
import type { NoticeFiles, NoticeMark } from '../notice-words';
import { answerWords } from './correction-words';
import { putRight } from './corrections';
import { showDoubt } from './restored-doubt';
import './notice-list.css';

interface Props {
  readonly article: Article;
  readonly files: NoticeFiles;
  readonly chosen: number | null;
  readonly onChoose: (notice: number) => void;
  readonly onAnswer: (answer: NoticeAnswer) => void;
}

export type NoticeAnswer = (LineChange & { readonly kind: 'notice' })['answer'];

/** The finding in front, with what there is to say to it. */
const bringIntoView = (element: HTMLLIElement | null) => element?.scrollIntoView({ block: 'nearest' });

export function NoticeList({ article, files, chosen, onChoose, onAnswer }: Props) {
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
          const { mark, quote, finding } = noticeWords(t, notice, files);
          return (
            // A finding has no name of its own; its place in the article's list is what everything else calls it by.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} ref={index === chosen ? bringIntoView : undefined}>
              <button type="button" className="notice" aria-current={index === chosen} onClick={() => onChoose(index)}>
                <span className="notice-mark">
                  <Sign mark={mark} />
                  {t(`notice-mark-${mark}`)} {index + 1}
                </span>
                <span className="notice-words">
                  {quote !== '' && <q lang="zh-CN">{quote}</q>} <span>{finding}</span>
                  {notice.confirmed ? (
                    <span className="notice-doubt"> {t('notice-confirmed')}</span>
                  ) : (
                    notice.judgement.confidence !== 'certain' && (
                      <span className="notice-doubt"> {t(`app:${notice.judgement.confidence}`)}</span>
                    )
                  )}
                </span>
              </button>
              {index === chosen && <NoticeInFront notice={notice} mark={mark} onAnswer={onAnswer} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** As it stands at the edge of the line, where that is not the word itself. */
function Sign({ mark }: { readonly mark: NoticeMark }) {
  const { t } = useTranslation('reader');
  const sign = mark === 'note' ? '' : t(markWords[mark].sign);
  return sign === '' || sign === t(`notice-mark-${mark}`) ? null : (
    <span className="notice-sign" aria-hidden="true">
      {sign}
    </span>
  );
}

/** What the finding means, and what the reader says to it. */
function NoticeInFront({
  notice,
  mark,
  onAnswer,
}: {
  readonly notice: Notice;
  readonly mark: NoticeMark;
  readonly onAnswer: Props['onAnswer'];
}) {
  const { t } = useTranslation('reader');
  const queryClient = useQueryClient();
  const [span] = notice.spans;
  const say = (answer: NoticeAnswer) => {
    if (!span) return;
    const change = { kind: 'notice', notice: notice.kind, answer } as const;
    const said: Said = (words) => answerWords(words.t, change, notice.judgement.rule);
    const place = { source: span.source, offset: span.start };
    putRight(place, change, said, (edition) => showDoubt(queryClient, edition, place, change)).then(() => onAnswer(answer), tellProblem);
  };
  // A join of pages is made by what their jump lines say, whenever one of the files is read: an answer would find nothing to hold to.
  const answered = notice.kind !== 'jump-linked';
  useCommand('finding.confirm', () => say('confirmed'), answered && !notice.confirmed);
  useCommand('finding.dismiss', () => say('dismissed'), answered);
  return (
    <div className="notice-more">
      <p>{t([`notice-means-${notice.kind}-${notice.judgement.rule}`, `notice-means-${notice.kind}`])}</p>
      {answered && !notice.confirmed && (
        <button type="button" className="app-button" onClick={() => say('confirmed')}>
          {t(`notice-confirm-${mark}`)}
        </button>
      )}
      {answered && (
        <button type="button" className="app-button" onClick={() => say('dismissed')}>
          {t(`notice-dismiss-${mark}`)}
        </button>
      )}
    </div>
  );
}
