/**
 * The real front page of an edition, composed small once it has stayed in sight for a moment; until then whatever is given.
 * One at a time, so that the shelf scrolls freely. Not for composing: see reader/page.
 */
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { EditionSummary } from '../../src-main/contract/model';
import { keys } from '../app/queries';
import { client } from '../link';
import { FrontPage } from '../reader/page/page-miniature';
import { takeTurn } from './turns';

/** What passes by faster than this is not worth composing. */
const stayMs = 180;
/** Editions leave memory soon after they leave sight. */
const keepMs = 20_000;

interface Props {
  readonly edition: EditionSummary;
  readonly width: number;
  readonly height: number;
  readonly meanwhile: ReactNode;
}

export function LazyFrontPage({ edition, width, height, meanwhile }: Props) {
  const [turn, setTurn] = useState<'waiting' | 'mine'>('waiting');
  const done = useRef<() => void>(() => {});
  useEffect(() => {
    const timer = setTimeout(() => {
      done.current = takeTurn(() => setTurn('mine'));
    }, stayMs);
    return () => {
      clearTimeout(timer);
      done.current();
    };
  }, []);

  const { data, isError } = useQuery({
    queryKey: keys.edition(edition.id),
    queryFn: () => client.call('edition.read', { edition: edition.id }),
    enabled: turn === 'mine',
    gcTime: keepMs,
  });
  useEffect(() => {
    if (turn === 'mine' && (data || isError)) done.current();
  }, [turn, data, isError]);

  return turn === 'mine' && data && data.contents.length > 0 ? <FrontPage edition={data} width={width} height={height} /> : meanwhile;
}
