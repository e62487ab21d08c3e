/** How the source's bytes were read, with doubt shown, and another way to read them. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EncodingName, Source } from '../../../src-main/contract/model';
import { EncodingField } from '../../app/encoding-field';
import { go } from '../../app/navigation';
import { tellProblem } from '../../app/undo';
import { setEncoding } from '../../shelf/edition-deeds';

export function EncodingChoice({ source }: { readonly source: Source }) {
  const { t } = useTranslation('reader');
  const reread = useMutation({ mutationFn: (encoding: EncodingName) => setEncoding(source, encoding), onError: tellProblem });
  const { confidence } = source.encodingJudgement;
  const use = async (encoding: EncodingName): Promise<void> => {
    try {
      // The article may be set anew, and this with it, before the answer comes: what follows is not this component's.
      const edition = await reread.mutateAsync(encoding);
      // Its articles were made anew, so the one in front may be gone: the page is where they are found again.
      go({ kind: 'edition', edition, place: { source: source.id, offset: 0 }, marked: null });
    } catch {
      // Told by the mutation.
    }
  };
  return (
    <span>
      {t('encoding')}{' '}
      <EncodingField now={source.encoding} name={source.name} isBusy={reread.isPending} onUse={(encoding) => void use(encoding)} />
      {confidence !== 'certain' && <span className="source-doubt"> {t(`encoding-${confidence}`)}</span>}
      {reread.isPending && <span> {t('rereading')}</span>}
    </span>
  );
}
