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

/** Long enough for a page to be composed and drawn. */
const drawnMs = 1000;

interface Props {
  readonly edition: EditionSummary;
  readonly width: number;
  readonly height: number;
  readonly meanwhile: ReactNode;
}

export function LazyFrontPage(props: Props) {
  const [isMine, setMine] = useState(false);
  const end = useRef<() => void>(() => {});
  useEffect(() => {
    const timer = setTimeout(() => {
      end.current = takeTurn(() => setMine(true));
    }, stayMs);
    return () => {
      clearTimeout(timer);
      end.current();
    };
  }, []);
  return isMine ? <Loaded {...props} onEnd={() => end.current()} /> : props.meanwhile;
}

function Loaded({ edition, width, height, meanwhile, onEnd }: Props & { readonly onEnd: () => void }) {
  const { data, isError } = useQuery({
    queryKey: keys.edition(edition.id),
    queryFn: () => client.call('edition.read', { edition: edition.id }),
    gcTime: keepMs,
  });
  const ended = data !== undefined || isError;
  const latest = useRef(onEnd);
  useEffect(() => {
    if (ended) latest.current();
  }, [ended]);
  // The real page is drawn over the other one, which is taken away from beneath it.
  const hasPage = data !== undefined && data.contents.length > 0;
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!hasPage) return undefined;
    const timer = setTimeout(() => setDrawn(true), drawnMs);
    return () => clearTimeout(timer);
  }, [hasPage]);
  return (
    <>
      {!isDrawn && meanwhile}
      {hasPage && (
        <span className="shelf-front">
          <FrontPage edition={data} width={width} height={height} />
        </span>
      )}
    </>
  );
}
