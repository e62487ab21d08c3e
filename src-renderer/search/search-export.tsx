/** What a search has found, taken along: the list of hits with their passages, or the articles whole. */
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../src-main/contract/model';
import type { Input } from '../../src-main/contract/operations';
import { announce } from '../app/announce';
import { problemWords } from '../app/problem-words';
import { tellProblem } from '../app/undo';
import { exportGroup, ExportMenu } from '../exporting/export-menu';
import { articleForms, exportForms } from '../exporting/forms';
import type { ArticleForm, ExportForm } from '../exporting/forms';
import { saveArticles } from '../exporting/save-articles';
import { fileNameOf, saveFile } from '../exporting/save-file';
import { client } from '../link';
import { exportHits } from './export-hits';
import { narrowedWords } from './facet-words';
import { hitsWithPassages } from './hits-with-passages';
import type { AskedSearch } from './kept-searches';

/** What the contract gives at a time, and the most that is exported: more is no longer a list to read. */
const exportPage = 500;
const mostExported = 10_000;

interface Props {
  readonly asked: AskedSearch;
  readonly input: Input<'search.query'>;
  readonly hasHits: boolean;
}

export function SearchExport({ asked: { text, facets }, input, hasHits }: Props) {
  const { t, i18n } = useTranslation('search');

  async function saveList(form: ExportForm): Promise<void> {
    try {
      const { hits, total } = await hitsOf(input);
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
    }
  }

  async function saveWhole(form: ArticleForm): Promise<void> {
    const found = await hitsOf(input).catch(tellProblem);
    if (!found) return;
    const articles = found.hits.map(({ articleId }) => articleId);
    await saveArticles(t, t('exporting:file-of-search', { query: text }), articles, form);
  }

  const list = exportGroup(t('exporting:list'), Object.keys(exportForms) as ExportForm[], saveList);
  const whole = exportGroup(t('exporting:articles'), articleForms, saveWhole);
  return <ExportMenu groups={[list, whole]} ready={hasHits} className="search-choice" />;
}

async function hitsOf(input: Input<'search.query'>): Promise<{ readonly hits: readonly SearchHit[]; readonly total: number }> {
  const hits: SearchHit[] = [];
  let total = 0;
  do {
    const page = await client.call('search.query', { ...input, limit: exportPage, offset: hits.length });
    total = page.total;
    if (page.hits.length === 0) break;
    hits.push(...page.hits);
  } while (hits.length < Math.min(total, mostExported));
  return { hits, total };
}
