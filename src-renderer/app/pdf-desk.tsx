/**
 * Pages, an article or a whole edition as a PDF file, where the host can save one; and word of it. A browser is given the whole edition to print,
 * which it does into files too. Not for how they look on paper.
 */
import { useCallback, useEffect, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ArticleId, Edition, EditionId, Settings } from '../../src-main/contract/model';
import { client } from '../link';
import { EditionSheets } from '../reader/page/edition-sheets';
import { articleWithId } from '../reader/reading-order';
import { currentReading } from '../reader/reading-state';
import { titleOf } from '../reader/title-of';
import { announce } from './announce';
import type { View } from './navigation';
import { usePdfWish } from './pdf-wish';
import { useAppInfo } from './queries';
import { tellProblem } from './undo';
import './undo-note.css';
import { useCommand } from './use-command';

/** Long enough to read where it went, in ms. */
const shownFor = 12_000;

/** Long enough to be painted, in ms. */
const seenAfter = 100;

type State =
  | { readonly kind: 'none' | 'unchosen' | 'reading' | 'saving' }
  | { readonly kind: 'setting' | 'printing'; readonly edition: Edition }
  | { readonly kind: 'saved'; readonly path: string };
const NONE: State = { kind: 'none' };

interface Props {
  /** Of the view in front. */
  readonly kind: View['kind'];
  /** The one that is read alone. */
  readonly article: ArticleId | null;
  readonly edition: Edition | null;
  readonly settings: Settings;
}

export function PdfDesk({ kind, article: alone, edition, settings }: Props) {
  const { t } = useTranslation('app');
  const savesPdf = useAppInfo().data?.savesPdf;
  const [state, setState] = useState<State>(NONE);
  const busy = isBusy(state);
  const inFront = (kind === 'edition' || kind === 'article') && edition !== null;
  const may = inFront && !busy;

  const save = async (name: string): Promise<void> => {
    try {
      const { path } = await client.call('pdf.save', { name });
      setState(path === null ? NONE : { kind: 'saved', path });
    } catch (problem) {
      setState(NONE);
      tellProblem(problem);
    }
  };
  const viewName = (inFront: Edition): string => {
    const name = nameOf(inFront, t);
    const article = alone === null ? null : articleWithId(inFront, alone);
    if (article) return `${name} ${titleOf(article, (page) => t('reader:jump-from', { page }))}`;
    const { pages } = currentReading();
    if (!pages) return name;
    return t('pdf-name-pages', { edition: name, pages: pages.last > pages.first ? `${pages.first}-${pages.last}` : pages.first });
  };
  useCommand(
    'pdf.view',
    () => {
      if (!edition) return;
      setState({ kind: 'saving' });
      void save(viewName(edition));
    },
    may && savesPdf === true,
  );
  useCommand('pdf.edition', () => void (edition && setState({ kind: 'setting', edition })), may && savesPdf !== undefined);
  const knowsHost = savesPdf !== undefined;
  usePdfWish(
    useCallback(
      (wanted: EditionId | null) => {
        if (busy || !knowsHost) return;
        setState({ kind: wanted === null ? 'unchosen' : 'reading' });
        if (wanted !== null) void readForPdf(wanted).then(setState);
      },
      [busy, knowsHost],
    ),
  );
  useEffect(() => {
    if (state.kind !== 'printing') return undefined;
    const end = (): void => setState(NONE);
    window.addEventListener('afterprint', end);
    // Printing stops everything else: what is said of it is to be seen beside it.
    const timer = setTimeout(() => window.print(), seenAfter);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', end);
    };
  }, [state]);

  const said = wordsOf(state, t);
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  useEffect(() => {
    if (state.kind !== 'saved' && state.kind !== 'unchosen') return undefined;
    const timer = setTimeout(() => setState(NONE), shownFor);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <>
      {(state.kind === 'setting' || state.kind === 'printing') && (
        <EditionSheets
          edition={state.edition}
          settings={settings}
          onReady={() => (savesPdf ? void save(nameOf(state.edition, t)) : setState({ kind: 'printing', edition: state.edition }))}
        />
      )}
      {said !== '' && (
        <section className="undo-note" aria-label={t('pdf-label')}>
          <span className="undo-said">{said}</span>
          {(state.kind === 'saved' || state.kind === 'printing' || state.kind === 'unchosen') && (
            <button type="button" className="app-button" onClick={() => setState(NONE)}>
              {t('close')}
            </button>
          )}
        </section>
      )}
    </>
  );
}

function isBusy({ kind }: State): boolean {
  return kind !== 'none' && kind !== 'saved' && kind !== 'unchosen';
}

/** One that is not in front. */
async function readForPdf(wanted: EditionId): Promise<State> {
  try {
    return { kind: 'setting', edition: await client.call('edition.read', { edition: wanted }) };
  } catch (problem) {
    tellProblem(problem);
    return NONE;
  }
}

function nameOf({ paper, date }: Edition, t: TFunction<'app'>): string {
  return [paper.value ?? t('paper-unknown'), date.value ?? ''].join(' ').trim();
}

function wordsOf(state: State, t: TFunction<'app'>): string {
  switch (state.kind) {
    case 'unchosen':
      return t('pdf-unchosen');
    case 'setting':
      return t('pdf-making', { edition: nameOf(state.edition, t) });
    case 'printing':
      return t('pdf-printing', { edition: nameOf(state.edition, t) });
    case 'saved':
      return t('pdf-saved', { path: state.path });
    default:
      return '';
  }
}
