/** The library as a whole: its trash, its backups, what it holds, as hooks over the client. Not for one edition or article: see queries.ts. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../link';

export const useTrash = () => useQuery({ queryKey: ['trash'], queryFn: () => client.call('trash.list', {}) });

export const useContents = () => useQuery({ queryKey: ['contents'], queryFn: () => client.call('library.contents', {}) });

export const useOutdated = () => useQuery({ queryKey: ['outdated'], queryFn: () => client.call('library.outdated', {}) });

export const useBackups = () => useQuery({ queryKey: ['backups'], queryFn: () => client.call('backup.list', {}) });

/** What the library tells nobody of, since only this window asked for it. */
export function useRefreshBackups(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['backups'] });
}
