/** Trying files of a list again, so that what comes of it stands in that list. Not for what may be tried: see second-try.ts. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EncodingName } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { tryAgain } from './result-lines';
import type { ResultLine } from './result-lines';
import { importDesk } from './use-imports';

/** `of` is the import's key, `lines` all of its list. */
export function useTryAgain(of: number, lines: readonly ResultLine[]): (wanted: readonly ResultLine[], encoding?: EncodingName) => void {
  const { t } = useTranslation('importing');
  return useCallback(
    (wanted, encoding) => {
      announce(wanted.length === 1 ? t('started-one', { name: wanted[0]?.outcome.name }) : t('started', { count: wanted.length }));
      void tryAgain(importDesk, of, lines, wanted, encoding);
    },
    [of, lines, t],
  );
}
