/** From nothing to the first view: where the reader was, or the sample's front page on the very first start. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import type { AppInfo } from '../../src-main/contract/model';
import { setLanguage } from '../language/language';
import { loadFaces } from '../reader/page/load-faces';
import { advancesReady } from '../reader/page/use-advances';
import { raiseCurtain } from './curtain';
import { takeFirstAnswers } from './first-answers';
import { firstView, textOfFirstView } from './first-view';
import { Frame } from './frame';
import { LibraryProblem } from './library-problem';
import { currentView, joinBrowserHistory, replace } from './navigation';
import { ProblemNotice } from './problem-notice';
import { editionQuery, followLibrary, keys, useSettings } from './queries';
import { useTheme } from './theme';

/**
 * Reads what the first view needs, all at once, faces included. The settings come with it, so that nothing is seen in one theme and then in
 * another, and nothing in one face and then in another.
 */
async function begin(queryClient: QueryClient): Promise<AppInfo> {
  const answers = takeFirstAnswers();
  const info = queryClient.ensureQueryData({ queryKey: keys.info, queryFn: () => answers.info });
  const latest = answers.latest.then(async (read) => {
    if (read === null) return null;
    const { edition } = read;
    queryClient.setQueryData(editionQuery(edition.id).queryKey, edition);
    const { around, onPages } = textOfFirstView(edition);
    const aroundThere = loadFaces({ sans: around, serif: around });
    const inText = loadFaces(onPages);
    await aroundThere;
    // Pages need it once they have been composed, and are drawn when it is there; an article is drawn at once.
    if (read.inArticle) await inText;
    return read;
  });
  const settings = queryClient.prefetchQuery({ queryKey: keys.settings, queryFn: () => answers.settings });
  // A library that does not open refuses everything else too: its own words come first.
  const [known, found] = await Promise.all([info, Promise.allSettled([latest]), settings, advancesReady()]);
  if (known.problem) return known;
  if (found[0].status === 'rejected') throw found[0].reason;
  replace(firstView(found[0].value));
  if (known.host === 'web') joinBrowserHistory(window);
  return known;
}

export function Start() {
  const queryClient = useQueryClient();
  const start = useQuery({ queryKey: ['start'], queryFn: () => begin(queryClient) });
  const settings = useSettings();
  useTheme(settings.theme);
  useEffect(() => void setLanguage(settings.language), [settings.language]);
  // Once the first answers are in the cache: what has changed since they were given makes them stale too.
  const begun = start.data !== undefined;
  useEffect(() => (begun ? followLibrary(queryClient) : undefined), [begun, queryClient]);

  // An edition is seen once its page is set; whatever else comes first is there at once.
  const waitsForPage = start.data?.problem === null && currentView().kind === 'edition';
  useLayoutEffect(() => {
    if (!start.isPending && !waitsForPage) raiseCurtain();
  }, [start.isPending, waitsForPage]);

  const again = () => void queryClient.resetQueries();
  if (start.error) return <ProblemNotice problem={start.error} onRetry={again} />;
  if (!start.data) return null;
  return start.data.problem ? <LibraryProblem info={start.data} problem={start.data.problem} onRetry={again} /> : <Frame />;
}
