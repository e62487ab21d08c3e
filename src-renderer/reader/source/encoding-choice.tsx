/** How the source's bytes were read, with doubt shown, and another way to read them. */
import { useTranslation } from 'react-i18next';
import type { EncodingName, Source } from '../../../src-main/contract/model';
import { announce } from '../../app/announce';
import { go } from '../../app/navigation';
import { ProblemNotice } from '../../app/problem-notice';
import { useRereadSource } from '../../app/queries';

const encodings: readonly EncodingName[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

export function EncodingChoice({ source }: { readonly source: Source }) {
  const { t } = useTranslation('reader');
  const reread = useRereadSource();
  const { confidence } = source.encodingJudgement;
  const choose = (encoding: EncodingName) =>
    reread.mutate(
      { source: source.id, encoding },
      {
        onSuccess: ({ edition }) => {
          announce(t('encoding-changed', { encoding: t(`encoding-${encoding}`) }));
          // Its articles were made anew, so the one in front may be gone: the page is where they are found again.
          go({ kind: 'edition', edition, place: { source: source.id, offset: 0 }, marked: null });
        },
      },
    );
  return (
    <>
      <label className="source-encoding">
        {t('encoding')}{' '}
        <select
          className="app-field"
          value={source.encoding}
          disabled={reread.isPending}
          onChange={(event) => choose(event.target.value as EncodingName)}
        >
          {encodings.map((encoding) => (
            <option key={encoding} value={encoding}>
              {t(`encoding-${encoding}`)}
            </option>
          ))}
        </select>
        {confidence !== 'certain' && <span className="source-doubt"> {t(`encoding-${confidence}`)}</span>}
        {reread.isPending && <span> {t('rereading')}</span>}
      </label>
      {reread.error && <ProblemNotice problem={reread.error} />}
    </>
  );
}
