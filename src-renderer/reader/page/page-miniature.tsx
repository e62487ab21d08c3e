/** Small pictures of composed pages: for the row of thumbnails and for the shelf. Not for reading. */
import { memo, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../src-main/contract/model';
import { composeEdition } from '../compose/compose-edition';
import type { Composition } from '../compose/compose-edition';
import type { ComposedPage } from '../compose/composed-page';
import { pageGeometry, seenSize } from '../compose/geometry';
import { coloursOf, drawPage } from './draw-page';
import type { MiniatureColours } from './draw-page';
import './page.css';
import { useAdvances } from './use-advances';

let read: { readonly theme: string; readonly colours: MiniatureColours } | null = null;

function onTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function themeColours(): MiniatureColours {
  const theme = document.documentElement.dataset.theme ?? '';
  if (read?.theme !== theme) read = { theme, colours: coloursOf(document.documentElement) };
  return read.colours;
}

/** The theme's colours; new ones when the theme changes, so that what was drawn is drawn again. */
function useColours(): MiniatureColours {
  return useSyncExternalStore(onTheme, themeColours);
}

/** Whether the element has come near the window; it stays so. */
function useNear(): readonly [RefObject<HTMLCanvasElement | null>, boolean] {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (!element || near) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: '200px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return [canvas, near];
}

function draw(
  canvas: HTMLCanvasElement,
  page: ComposedPage,
  paper: string,
  width: number,
  height: number,
  colours: MiniatureColours,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  drawPage(context, page, paper, (width * ratio) / seenSize(page.geometry).width, colours);
}

function MiniatureCanvas({
  page,
  paper,
  width,
  height,
  label,
}: {
  /** Asked for once the picture is near the window; null past the last page. */
  readonly page: () => ComposedPage | null;
  readonly paper: string;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
}) {
  const [canvas, near] = useNear();
  const colours = useColours();
  useEffect(() => {
    const composed = near ? page() : null;
    if (canvas.current && composed) draw(canvas.current, composed, paper, width, height, colours);
  }, [canvas, near, page, paper, width, height, colours]);
  const style = { width, height };
  if (label === null) return <canvas ref={canvas} className="page-miniature" style={style} aria-hidden="true" />;
  return (
    <canvas ref={canvas} className="page-miniature" style={style} aria-label={label}>
      {label}
    </canvas>
  );
}

export interface PageMiniatureProps {
  readonly edition: Edition;
  /** As `EditionPages` gives it with its status. */
  readonly composition: Composition;
  /** From 0. */
  readonly index: number;
  /** CSS pixels; the height follows from the page. */
  readonly width: number;
  /** Hidden from assistive technology where a button around it has a name already. */
  readonly decorative?: boolean;
}

/** Drawn once: a turn draws none of the others again. */
export const PageMiniature = memo(function PageMiniature({ edition, composition, index, width, decorative = false }: PageMiniatureProps) {
  const { t } = useTranslation('reader');
  const seen = seenSize(composition.geometry);
  const page = useMemo(() => () => composition.page(index), [composition, index]);
  return (
    <MiniatureCanvas
      page={page}
      paper={edition.paper.value ?? t('labelPaperUnknown')}
      width={width}
      height={Math.round((width * seen.height) / seen.width)}
      label={decorative ? null : t('pageLabel', { page: index + 1 })}
    />
  );
});

export interface FrontPageProps {
  readonly edition: Edition;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The width at which a front page is composed for the shelf: three columns. */
const FRONT_WIDTH = 800;

/** An edition's front page for the shelf; for decoration, since the shelf names the edition beside it. */
export function FrontPage({ edition, width, height }: FrontPageProps) {
  const { t } = useTranslation('reader');
  const advances = useAdvances();
  const page = useMemo(
    () => () => composeEdition(edition, pageGeometry(FRONT_WIDTH, (FRONT_WIDTH * height) / width, 15), { justify: true }, advances).page(0),
    [edition, width, height, advances],
  );
  return <MiniatureCanvas page={page} paper={edition.paper.value ?? t('labelPaperUnknown')} width={width} height={height} label={null} />;
}
