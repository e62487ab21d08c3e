/** The hits, of which only those in sight exist; arrow keys go from passage to passage. Not for a hit's own look: see hit-block.tsx. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../src-main/contract/model';
import { useSettings } from '../app/queries';
import { useFocusWhenDrawn } from '../app/use-focus-when-drawn';
import { useMainList } from '../app/use-main-list';
import { useCommand } from '../app/use-command';
import { HitBlock, HitLine } from './hit-block';
import './hit-list.css';
import { changeSession } from './search-session';
import type { SearchSession } from './search-session';

interface Props {
  readonly hits: readonly SearchHit[];
  readonly text: string;
  readonly session: SearchSession;
  readonly expandAll: boolean;
  readonly onOpen: (hit: SearchHit, place: SearchHit['place'], index: number) => void;
  readonly onEnd: () => void;
}

const passageSelector = '[data-search-hit]';
const lineHeight = 56;
const blockHeight = 112;
/** So many hits before the end the next ones are asked for. */
const ahead = 20;

export function HitList({ hits, text, session, expandAll, onOpen, onEnd }: Props) {
  const { t } = useTranslation('search');
  const list = useRef<HTMLOListElement>(null);
  const bringKeyboard = useFocusWhenDrawn();
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set());
  const inLines = useSettings().searchForm === 'list';
  const byDate = session.sort !== 'relevance';
  const { virtualizer, scrollMargin } = useMainList(list, {
    count: hits.length,
    estimateSize: () => (inLines ? lineHeight : blockHeight),
    overscan: 6,
    getItemKey: (index) => hits[index]?.articleId ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (hits.length > 0 && lastIndex >= hits.length - ahead) onEnd();
  }, [lastIndex, hits.length, onEnd]);

  // Whoever comes back from a page stands again where they left, once the view itself has been arrived at.
  const returned = useRef(false);
  useEffect(() => {
    if (returned.current || hits.length === 0) return undefined;
    returned.current = true;
    const { opened } = session;
    if (opened === null || opened >= hits.length || document.activeElement instanceof HTMLInputElement) return undefined;
    // In sight already, it stays where it is, and so does what stands above the list.
    virtualizer.scrollToIndex(opened, { align: 'auto' });
    const timer = setTimeout(() =>
      bringKeyboard(() => list.current?.querySelector<HTMLElement>(`[data-hit="${opened}"] ${passageSelector}`)),
    );
    return () => clearTimeout(timer);
  }, [hits.length, session, virtualizer, bringKeyboard]);

  function move(step: 1 | -1): boolean {
    const passages = [...(list.current?.querySelectorAll<HTMLElement>(passageSelector) ?? [])];
    const now = passages.findIndex((passage) => passage === document.activeElement);
    const next = passages[now + step];
    if (!next) return false;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  }

  function toEnd(index: number, which: 'first' | 'last'): void {
    virtualizer.scrollToIndex(index);
    bringKeyboard(() => {
      const passages = [...(list.current?.querySelectorAll<HTMLElement>(`[data-hit="${index}"] ${passageSelector}`) ?? [])];
      return passages.at(which === 'first' ? 0 : -1);
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
        move(1);
        break;
      case 'ArrowUp':
        if (!move(-1)) document.querySelector<HTMLElement>('.search-field input')?.focus();
        break;
      case 'Enter':
        if (event.target !== event.currentTarget) return;
        changeSession({ openFirst: text });
        break;
      case 'Home':
        toEnd(0, 'first');
        break;
      case 'End':
        toEnd(hits.length - 1, 'last');
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  useCommand('item.next', () => move(1), hits.length > 0);
  useCommand('item.previous', () => move(-1), hits.length > 0);

  return (
    // The keys are those of the buttons inside; the list itself takes none.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol
      ref={list}
      className={inLines ? 'hits hits-lines' : 'hits'}
      tabIndex={-1}
      aria-label={t('results')}
      style={{ blockSize: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => {
        const hit = hits[item.index];
        if (!hit) return null;
        const startsEdition = byDate && hits[item.index - 1]?.edition !== hit.edition;
        const shared = { hit, onOpen: (place: SearchHit['place']) => onOpen(hit, place, item.index) };
        return (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            data-hit={item.index}
            className="hit"
            aria-setsize={hits.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
          >
            {inLines ? (
              <HitLine {...shared} />
            ) : (
              <HitBlock
                {...shared}
                text={text}
                edition={byDate ? (startsEdition ? 'heading' : 'none') : 'inline'}
                expanded={expandAll || expanded.has(hit.articleId)}
                onExpand={() => setExpanded(new Set([...expanded, hit.articleId]))}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
