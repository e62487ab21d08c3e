/** What the reader has put right in the file in front, each to be withdrawn. Nothing is shown where nothing was. */
import { useTranslation } from 'react-i18next';
import { tellProblem } from '../../app/undo';
import type { Correction, SourceId } from '../../../src-main/contract/model';
import { openingWords } from '../compose/opening-words';
import type { LineOf } from '../notice-words';
import { correctionWords } from './correction-words';
import { useCorrections, withdraw } from './corrections';

export function CorrectionList({ source, lineOf }: { readonly source: SourceId | null; readonly lineOf: LineOf }) {
  const { t } = useTranslation('reader');
  const { data: corrections = [] } = useCorrections(source);
  if (corrections.length === 0) return null;
  const lineOfIt = ({ place }: Correction) => lineOf({ source: place.source, start: place.offset });
  const wordsOf = (correction: Correction) => correctionWords(t, correction.change, lineOfIt(correction));
  const takeBack = (correction: Correction) => {
    const line = lineOfIt(correction);
    withdraw(correction, (words) =>
      words.t('reader:correction-withdrawn', { what: correctionWords(words.t, correction.change, line) }),
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
