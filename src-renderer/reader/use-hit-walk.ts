/** Walks matches with n and N, says where among them the reader is, and gives the footer its words about it. */
import { useTranslation } from 'react-i18next';
import type { ArticleId, EditionId, Place, SourceSpan } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { commandNamed, keysOf } from '../app/commands';
import type { CommandName } from '../app/commands';
import { isSingleKey, printKey } from '../app/keys';
import { useSettings } from '../app/queries';
import type { StatusFact } from '../app/status';
import { useCommand } from '../app/use-command';
import { onMac } from '../app/use-keyboard';
import { changeSession } from '../search/search-session';
import { hitBeside, hitShortOfEnd } from './hits';
import { useResultWalk } from './use-result-walk';

interface Walk {
  /** What was looked for; null while nothing is marked. */
  readonly text: string | null;
  /** Each match once. */
  readonly hits: readonly SourceSpan[];
  readonly current: SourceSpan | null;
  /** In front, where no match is. */
  readonly place: Place | null;
  /** What the matches lie in: beyond it the next result of the list is gone on to. */
  readonly within: { readonly edition: EditionId } | { readonly articles: readonly ArticleId[] };
  readonly onGo: (hit: SourceSpan) => void;
  readonly onClose: () => void;
}

interface Walking {
  readonly facts: readonly StatusFact[];
  /** They tell where walking on led: what else the footer has to say waits, so that it stays one line. */
  readonly tellsNews: boolean;
}

/** In the footer, so that the page keeps its room and its lines while marks come and go. */
export function useHitWalk({ text, hits, current, place, within, onGo, onClose }: Walk): Walking {
  const { t } = useTranslation('reader');
  const { keys, singleKeys } = useSettings();
  const where = (hit: SourceSpan | null) =>
    hits.length === 0 ? t('hit-none', { text }) : t('hit-count', { text, index: hit ? hits.indexOf(hit) + 1 : '–', count: hits.length });
  const { goOn, said } = useResultWalk(text, within, current ? { source: current.source, offset: current.start } : place);
  const step = (by: 1 | -1) => {
    const hit = goOn ? hitShortOfEnd(hits, current, by) : hitBeside(hits, current, by);
    if (!hit) {
      goOn?.(by);
      return goOn !== null;
    }
    if (said !== null) changeSession({ news: null });
    onGo(hit);
    announce(where(hit));
    return true;
  };
  useCommand('search.next', () => step(1), text !== null);
  useCommand('search.previous', () => step(-1), text !== null);
  useCommand('go.up', onClose, text !== null);
  if (text === null) return { facts: [], tellsNews: false };
  const fact = (label: string, name: CommandName): StatusFact => {
    const command = commandNamed(name);
    const key = command && keysOf(command, keys).find((one) => singleKeys || !isSingleKey(one));
    return { label: key === undefined ? label : `${label} ${printKey(key, onMac)}`, command: name };
  };
  const walking = [fact(t('find-previous'), 'search.previous'), fact(t('find-next'), 'search.next')];
  const facts = [where(current), ...(hits.length > 0 || goOn ? walking : []), fact(t('hits-close'), 'go.up')];
  return said === null ? { facts, tellsNews: false } : { facts: [said, ...facts], tellsNews: true };
}
