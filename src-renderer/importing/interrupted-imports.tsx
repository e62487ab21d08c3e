/** Imports that were cut short by a crash, the app's closing or the reader: told once, quietly, with what can be done. */
import { useEffect } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InterruptedImport } from '../../src-main/contract/model';
import { ProblemNotice } from '../app/problem-notice';
import { client } from '../link';

/** @param stopped how many imports of the host's own have been stopped: each is one more that can be gone on with */
export function useInterrupted(stopped: number): readonly InterruptedImport[] {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (stopped > 0) void queryClient.invalidateQueries({ queryKey: ['interrupted'] });
  }, [stopped, queryClient]);
  return useQuery({ queryKey: ['interrupted'], queryFn: () => client.call('import.interrupted', {}) }).data ?? [];
}

export function InterruptedStrip({ cut }: { readonly cut: InterruptedImport }) {
  const { t, i18n } = useTranslation('importing');
  const queryClient = useQueryClient();
  const number = new Intl.NumberFormat(i18n.language);
  const act = useMutation({
    mutationFn: async (name: 'import.resume' | 'import.forget') => void (await client.call(name, { import: cut.id })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['interrupted'] }),
  });
  const mayGoOn = cut.paths.length > 0;
  return (
    <section className="import-strip" aria-label={t('cut-label')}>
      <div className="import-line">
        <p className="import-what">
          <b>
            {cut.total === null
              ? t('cut-counting', { count: cut.done, done: number.format(cut.done) })
              : t('cut', { count: cut.total, done: number.format(cut.done), total: number.format(cut.total) })}
          </b>
          {!mayGoOn && <span>{t('cut-again')}</span>}
        </p>
        {mayGoOn && (
          <button type="button" className="app-button" disabled={act.isPending} onClick={() => act.mutate('import.resume')}>
            {t('cut-resume')}
          </button>
        )}
        <button type="button" className="app-button" disabled={act.isPending} onClick={() => act.mutate('import.forget')}>
          {t(mayGoOn ? 'cut-leave' : 'cut-seen')}
        </button>
      </div>
      {act.error && <ProblemNotice problem={act.error} />}
    </section>
  );
}
