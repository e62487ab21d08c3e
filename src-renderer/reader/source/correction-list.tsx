/** What the reader has put right in the file in front, each to be withdrawn. Nothing is shown where nothing was. */
import { useTranslation } from 'react-i18next';
import { tellProblem } from '../../app/undo';
import type { Article, Correction, SourceId } from '../../../src-main/contract/model';
import { openingWords } from '../compose/opening-words';
import type { LineOf } from '../notice-words';
import { correctionWords, destinationOf, offsetBefore, ruleOf } from './correction-words';
import type { CorrectionFacts } from './correction-words';
import { useCorrections, withdraw } from './corrections';

interface Props {
  readonly source: SourceId | null;
  /** Of its edition. */
  readonly contents: readonly Article[];
  readonly lineOf: LineOf;
}

export function CorrectionList({ source, contents, lineOf }: Props) {
  const { t } = useTranslation('reader');
  const { data: corrections = [] } = useCorrections(source);
  if (corrections.length === 0) return null;
  const factsOf = ({ place, change }: Correction): CorrectionFacts => {
    const lineAt = (start: number | null) => (start === null ? null : lineOf({ source: place.source, start }));
    return {
      line: lineAt(place.offset),
      into: destinationOf(contents, place.source, change),
      after: lineAt(offsetBefore(change)),
      rule: ruleOf(contents, place, change),
    };
  };
  const wordsOf = (correction: Correction) => correctionWords(t, correction.change, factsOf(correction));
  const takeBack = (correction: Correction) => {
    const facts = factsOf(correction);
    withdraw(correction, (words) =>
      words.t('reader:correction-withdrawn', { what: correctionWords(words.t, correction.change, facts) }),
    ).catch(tellProblem);
  };
  return (
    <section className="corrections" aria-labelledby="corrections-title">
      <header className="notices-head">
        <h2 id="corrections-title">{t('corrections')}</h2>
        <span>{t('notices-count', { count: corrections.length })}</span>
      </header>
      <ul className="notices-list">
        {corrections.map((correction) => (
          <li key={correction.id} className="correction">
            <span className="notice-words">
              <q lang="zh-CN">{openingWords(correction.quote, 14, '…')}</q> {wordsOf(correction)}
            </span>
            <button
              type="button"
              className="app-button"
              aria-label={t('correction-withdraw-of', { what: wordsOf(correction) })}
              onClick={() => takeBack(correction)}
            >
              {t('correction-withdraw')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
