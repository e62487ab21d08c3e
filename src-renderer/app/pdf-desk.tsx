/** Pages, an article or a whole edition as a PDF file, where the host can save one; and word of it. Not for how they look on paper. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleId, Edition, Settings } from '../../src-main/contract/model';
import { client } from '../link';
import { EditionSheets } from '../reader/page/edition-sheets';
import { articleWithId } from '../reader/reading-order';
import { currentReading } from '../reader/reading-state';
import { titleOf } from '../reader/title-of';
import { announce } from './announce';
import type { View } from './navigation';
import { useAppInfo } from './queries';
import { tellProblem } from './undo';
import './undo-note.css';
import { useCommand } from './use-command';

/** Long enough to read where it went, in ms. */
const shownFor = 12_000;

type State = { readonly kind: 'none' | 'setting' | 'saving' } | { readonly kind: 'saved'; readonly path: string };
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
  const offered = useAppInfo().data?.savesPdf === true;
  const [state, setState] = useState<State>(NONE);
  const busy = state.kind === 'setting' || state.kind === 'saving';
  const inFront = (kind === 'edition' || kind === 'article') && edition !== null;
  const may = offered && inFront && !busy;

  const save = async (name: string): Promise<void> => {
    try {
      const { path } = await client.call('pdf.save', { name });
      setState(path === null ? NONE : { kind: 'saved', path });
    } catch (problem) {
      setState(NONE);
      tellProblem(problem);
    }
  };
  const editionName = edition ? [edition.paper.value ?? t('paper-unknown'), edition.date.value ?? ''].join(' ').trim() : '';
  const viewName = (): string => {
    const article = edition && alone !== null ? articleWithId(edition, alone) : null;
    if (article) return `${editionName} ${titleOf(article, (page) => t('reader:jump-from', { page }))}`;
    const { pages } = currentReading();
    if (!pages) return editionName;
    return t('pdf-name-pages', { edition: editionName, pages: pages.last > pages.first ? `${pages.first}-${pages.last}` : pages.first });
  };
  useCommand(
    'pdf.view',
    () => {
      setState({ kind: 'saving' });
      void save(viewName());
    },
    may,
  );
  useCommand('pdf.edition', () => setState({ kind: 'setting' }), may);

  const said = state.kind === 'setting' ? t('pdf-making') : state.kind === 'saved' ? t('pdf-saved', { path: state.path }) : '';
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  useEffect(() => {
    if (state.kind !== 'saved') return undefined;
    const timer = setTimeout(() => setState(NONE), shownFor);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <>
      {state.kind === 'setting' && edition && (
        <EditionSheets edition={edition} settings={settings} onReady={() => void save(editionName)} />
      )}
      {said !== '' && (
        <section className="undo-note undo-note-beside" aria-label={t('pdf-label')}>
          <span className="undo-said">{said}</span>
          {state.kind === 'saved' && (
            <button type="button" className="app-button" onClick={() => setState(NONE)}>
              {t('close')}
            </button>
          )}
        </section>
      )}
    </>
  );
}
