/** Walks matches with n and N, says where among them the reader is, and gives the footer its words about it. */
import { useTranslation } from 'react-i18next';
import type { SourceSpan } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { commandNamed, keysOf } from '../app/commands';
import type { CommandName } from '../app/commands';
import { isSingleKey, printKey } from '../app/keys';
import { useSettings } from '../app/queries';
import type { StatusFact } from '../app/status';
import { useCommand } from '../app/use-command';
import { onMac } from '../app/use-keyboard';
import { hitBeside } from './hits';

interface Walk {
  /** What was looked for; null while nothing is marked. */
  readonly text: string | null;
  readonly hits: readonly SourceSpan[];
  readonly current: SourceSpan | null;
  readonly onGo: (hit: SourceSpan) => void;
  readonly onClose: () => void;
}

/** In the footer, so that the page keeps its room and its lines while marks come and go. */
export function useHitWalk({ text, hits, current, onGo, onClose }: Walk): readonly StatusFact[] {
  const { t } = useTranslation('reader');
  const { keys, singleKeys } = useSettings();
  const where = (hit: SourceSpan | null) =>
    hits.length === 0 ? t('hit-none', { text }) : t('hit-count', { text, index: hit ? hits.indexOf(hit) + 1 : '–', count: hits.length });
  const step = (by: 1 | -1) => {
    const hit = hitBeside(hits, current, by);
    if (!hit) return false;
    onGo(hit);
    announce(where(hit));
    return true;
  };
  useCommand('search.next', () => step(1), text !== null);
  useCommand('search.previous', () => step(-1), text !== null);
  useCommand('go.up', onClose, text !== null);
  if (text === null) return [];
  const fact = (label: string, name: CommandName): StatusFact => {
    const command = commandNamed(name);
    const key = command && keysOf(command, keys).find((one) => singleKeys || !isSingleKey(one));
    return { label: key === undefined ? label : `${label} ${printKey(key, onMac)}`, command: name };
  };
  const walking = [fact(t('find-previous'), 'search.previous'), fact(t('find-next'), 'search.next')];
  return [where(current), ...(hits.length > 0 ? walking : []), fact(t('hits-close'), 'go.up')];
}
