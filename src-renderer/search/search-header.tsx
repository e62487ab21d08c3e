/** The query as a headline with its figures, and how the list is shown and taken along. */
import { useRef, useState } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import type { SearchHit, SearchResult, SearchSort } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { announce } from '../app/announce';
import { problemWords } from '../app/problem-words';
import { useChangeSettings, useSettings } from '../app/queries';
import { tellProblem } from '../app/undo';
import { client } from '../link';
import '../shelf/edition-menu.css';
import { exportForms, exportHits, fileNameOf, saveFile } from './export-hits';
import type { ExportForm } from './export-hits';
import { hitsWithPassages } from './hits-with-passages';
import { narrowedWords } from './facet-words';
import { focusResultsAfterMouse } from './focus-results';
import { isSameSearch } from './kept-searches';
import type { AskedSearch } from './kept-searches';
import { changeSession, useSearchSession } from './search-session';
import { useKeptSearches } from './use-kept-searches';
import { countOf } from './use-search-results';

const sorts: readonly SearchSort[] = ['relevance', 'newest', 'oldest'];
const forms = ['passages', 'list'] as const;
/** What the contract gives at a time, and the most that is exported: more is no longer a list to read. */
const exportPage = 500;
const mostExported = 10_000;

interface Props {
  readonly text: string;
  readonly edition: number | null;
  readonly input: Input<'search.query'>;
  readonly result: SearchResult | undefined;
  readonly hits: readonly SearchHit[];
}

export function SearchHeader({ text, edition, input, result, hits }: Props) {
  const { t } = useTranslation('search');
  const session = useSearchSession();
  const { searchForm } = useSettings();
  const { mutate } = useChangeSettings();
  const { saved, save, drop } = useKeptSearches();
  const asked: AskedSearch = { text, edition, facets: session.facets };
  const isSaved = saved.some((one) => isSameSearch(one, asked));
  const total = result?.total ?? 0;
  const keep = () => {
    countOf(asked).then((seen) => save(asked, seen), tellProblem);
  };
  return (
    <header className="search-head">
      <h1 className="search-query" tabIndex={-1}>
        <span className="visually-hidden">{t('label')}: </span>
        <span lang="zh-CN">{text}</span>
      </h1>
      <p className="search-figures">{result && <Figures result={result} hits={hits} />}</p>
      <div className="search-tools">
        <fieldset className="search-choices" aria-label={t('sort')}>
          {sorts.map((sort) => (
            <button
              key={sort}
              type="button"
              className="search-choice"
              aria-pressed={session.sort === sort}
              onClick={(event) => {
                changeSession({ sort });
                focusResultsAfterMouse(event);
              }}
            >
              {t(`sort-${sort}`)}
            </button>
          ))}
        </fieldset>
        <fieldset className="search-choices" aria-label={t('form')}>
          {forms.map((form) => (
            <button
              key={form}
              type="button"
              className="search-choice"
              aria-pressed={searchForm === form}
              onClick={(event) => {
                mutate({ searchForm: form });
                focusResultsAfterMouse(event);
              }}
            >
              {t(`form-${form}`)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="search-choice search-save" aria-pressed={isSaved} onClick={() => (isSaved ? drop(asked) : keep())}>
          {/* As wide for either word: what stands beside it must not move. */}
          {(['save', 'saved-already'] as const).map((word) => (
            <span key={word} className={(word === 'save') === isSaved ? 'search-save-other' : undefined}>
              {t(word)}
            </span>
          ))}
        </button>
        <Export asked={asked} input={input} hasHits={total > 0} />
      </div>
    </header>
  );
}

function Figures({ result, hits }: { readonly result: SearchResult; readonly hits: readonly SearchHit[] }) {
  const { t, i18n } = useTranslation('search');
  const number = new Intl.NumberFormat(i18n.language);
  const complete = hits.length >= result.total;
  const matches = hits.reduce((sum, hit) => sum + hit.matchCount, 0);
  const chosen = useSearchSession().facets.paper ?? [];
  // Papers are counted as if none were chosen among them.
  const papers = result.facets.paper.filter(
    ({ value, count }) => value !== '' && count > 0 && (chosen.length === 0 || chosen.includes(value)),
  ).length;
  return (
    <>
      {papers > 0 && <span>{t('figure-papers', { count: papers })}</span>}
      <span>{t('figure-articles', { count: result.total, number: number.format(result.total) })}</span>
      {complete && matches > 0 && <span>{t('figure-matches', { count: matches, number: number.format(matches) })}</span>}
    </>
  );
}

interface ExportProps {
  readonly asked: AskedSearch;
  readonly input: Input<'search.query'>;
  readonly hasHits: boolean;
}

function Export({ asked: { text, facets }, input, hasHits }: ExportProps) {
  const { t, i18n } = useTranslation('search');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // It has its place before the hits are there, and while they are written.
  const idle = hasHits && !busy;

  async function save(form: ExportForm): Promise<void> {
    setBusy(true);
    try {
      const hits: SearchHit[] = [];
      let total = 0;
      do {
        const page = await client.call('search.query', { ...input, limit: exportPage, offset: hits.length });
        total = page.total;
        if (page.hits.length === 0) break;
        hits.push(...page.hits);
      } while (hits.length < Math.min(total, mostExported));
      const words = {
        untitled: t('untitled'),
        jump: (page: string) => t('jump-from', { page }),
        page: (page: string) => t('page', { page }),
        line: (line: number) => t('line', { line }),
        total: t(hits.length < total ? 'file-part' : 'file-total', { count: hits.length, total }),
        columns: [
          t('column-paper'),
          t('column-date'),
          t('column-page'),
          t('column-section'),
          t('column-headline'),
          t('column-matches'),
          t('column-snippet'),
          t('column-file'),
          t('column-line'),
        ],
      } as const;
      const { extension, type } = exportForms[form];
      const exported = await hitsWithPassages(hits, {
        edition: (edition) => client.call('edition.read', { edition }),
        marks: (edition) => client.call('search.marks', { edition, text: input.text }),
        text: async (source) => (await client.call('source.read', { source })).text,
      });
      saveFile(
        fileNameOf(text, extension),
        exportHits(form, { query: text, narrowed: narrowedWords(t, i18n.language, facets), hits: exported }, words),
        type,
      );
      announce(t(hits.length < total ? 'export-part' : 'export-total', { count: hits.length, total }));
    } catch (problem) {
      const { what, advice } = problemWords(t, problem);
      announce(`${what} ${advice}`);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="search-choice"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-disabled={!idle || undefined}
        onClick={() => setOpen(idle && !open)}
      >
        {t('export')}
      </button>
      {/* Over what stands below: the row it hangs on stays as it is. */}
      <Popover
        className="edition-menu search-export"
        aria-label={t('export')}
        triggerRef={button}
        placement="bottom end"
        offset={4}
        isOpen={open}
        onOpenChange={setOpen}
      >
        <Menu
          aria-label={t('export')}
          // A menu that opens has the keyboard (ARIA Authoring Practices, menu button).
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onAction={(key) => {
            setOpen(false);
            void save(key as ExportForm);
          }}
        >
          {(Object.keys(exportForms) as ExportForm[]).map((form) => (
            <MenuItem key={form} id={form} className="edition-menu-item">
              {exportForms[form].label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
