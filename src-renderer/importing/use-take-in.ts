/** Taking files in, from wherever in this window they come. Not for what becomes of them: see take-in.ts. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { editionQuery } from '../app/queries';
import type { GatheredFile } from './gathered-file';
import { takeIn } from './take-in';
import { importDesk } from './use-imports';

export function useTakeIn(): (files: readonly GatheredFile[]) => void {
  const { t } = useTranslation('importing');
  const queryClient = useQueryClient();
  return (files) => void takeIn(importDesk, files, t, (edition) => queryClient.prefetchQuery(editionQuery(edition)));
}
