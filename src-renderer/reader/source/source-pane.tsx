/** The pane beside an article: which source, how it was read, its text, and the parser's findings. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Place, SourceForm, SourceId } from '../../../src-main/contract/model';
import { ProblemNotice } from '../../app/problem-notice';
import { useEdition, useSource, useSources } from '../../app/queries';
import { shownOf } from '../notice-words';
import type { NoticeFiles } from '../notice-words';
import { CorrectionList } from './correction-list';
import { EncodingChoice } from './encoding-choice';
import { NoticeList } from './notice-list';
import type { NoticeAnswer } from './notice-list';
import type { Hand } from './line-in-hand';
import { lineIn } from './source-rows';
import { SourceView } from './source-view';
import './source-pane.css';

const isTakenOut = (form: SourceForm) => form !== 'text';

/** The bytes of these are no text that could be read in another way. */
export const hasEncoding = (form: SourceForm) => form !== 'word' && form !== 'pdf';

interface Props {
  readonly article: Article;
  /** Where the article is being read; the source follows. */
  readonly place: Place | null;
  readonly chosenNotice: number | null;
  readonly hand: Hand;
  readonly onPlace: (place: Place) => void;
  readonly onNotice: (notice: number) => void;
  /** The reader has said what they think of the finding in front. */
  readonly onAnswer: (answer: NoticeAnswer) => void;
  readonly onClose: () => void;
}

export function SourcePane({ article, place, chosenNotice, hand, onPlace, onNotice, onAnswer, onClose }: Props) {
  const { t } = useTranslation('reader');
  const [chosenPart, setChosenPart] = useState<{ readonly source: SourceId; readonly at: Place | null } | null>(null);
  const chosen = chosenNotice === null ? undefined : article.notices[chosenNotice];
  const notice = chosen && shownOf(chosen);
  const wanted: Place | null = notice ? { source: notice.source, offset: notice.start } : place;
  // A file chosen by hand stays in front until the reader moves on in the article.
  const byHand = chosenPart !== null && chosenPart.at === wanted ? chosenPart.source : null;
  const held = hand.line()?.source;
  const inHand = article.parts.find((part) => part.source === held)?.source;
  const shown = byHand ?? inHand ?? wanted?.source ?? article.parts[0]?.source ?? null;
  const source = useSource(shown);
  // A finding may be about a file that is not in front: its line and its words are told all the same.
  const evidence = useMemo(() => [...new Set(article.notices.flatMap(({ spans }) => spans.map((span) => span.source)))], [article]);
  const texts = useSources(evidence);
  const edition = useEdition(article.edition);
  const textOf = (id: SourceId) => (id === source.data?.id ? source.data : texts.find((one) => one.id === id));
  const files: NoticeFiles = {
    shown,
    files: edition.data?.files ?? [],
    textOf: (id) => textOf(id)?.text ?? null,
    lineOf: (span) => {
      const text = textOf(span.source);
      return text ? lineIn(text, span.start) : null;
    },
  };
  return (
    <aside className="source-pane" aria-label={t('source-title')}>
      <header className="source-head">
        <h2>{t('source-title')}</h2>
        <ul className="source-legend">
          <li className="source-paragraph-2">{t('legend-paragraph')}</li>
          <li className="source-legend-heading">{t('legend-heading')}</li>
          <li className="source-duplicate">{t('legend-duplicate')}</li>
          <li className="source-noticed">{t('legend-doubt')}</li>
        </ul>
        <button type="button" className="app-button" onClick={onClose}>
          {t('source-hide')}
        </button>
      </header>
      <div className="source-facts">
        {article.parts.length > 1 ? (
          <fieldset className="source-parts" aria-label={t('source-parts')}>
            {article.parts.map((part) => (
              <button
                key={part.source}
                type="button"
                className="source-part"
                aria-pressed={part.source === shown}
                onClick={() => {
                  hand.letGo();
                  setChosenPart({ source: part.source, at: wanted });
                }}
              >
                {part.file}
              </button>
            ))}
          </fieldset>
        ) : (
          <span className="source-file">{article.parts[0]?.file}</span>
        )}
        <span>{t('line-hint')}</span>
        {source.data && isTakenOut(source.data.form) && <span>{t(`form-${source.data.form}`)}</span>}
        {source.data && hasEncoding(source.data.form) && <EncodingChoice key={source.data.id} source={source.data} />}
      </div>
      {source.error && <ProblemNotice problem={source.error} onRetry={() => void source.refetch()} />}
      {source.data && (
        <SourceView
          key={source.data.id}
          source={source.data}
          article={article}
          place={wanted}
          chosenNotice={chosenNotice}
          hand={hand}
          onPlace={onPlace}
          onNotice={onNotice}
        />
      )}
      <NoticeList article={article} files={files} chosen={chosenNotice} onChoose={onNotice} onAnswer={onAnswer} />
      <CorrectionList source={shown} contents={edition.data?.contents ?? []} lineOf={files.lineOf} />
    </aside>
  );
}
