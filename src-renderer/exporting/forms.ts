/** The forms of file that something is taken along in. */
import type { Input } from '../../src-main/contract/operations';

export type ExportForm = 'markdown' | 'csv' | 'json';

export const exportForms: Readonly<Record<ExportForm, { readonly label: string; readonly extension: string; readonly type: string }>> = {
  markdown: { label: 'Markdown', extension: 'md', type: 'text/markdown' },
  csv: { label: 'CSV', extension: 'csv', type: 'text/csv' },
  json: { label: 'JSON', extension: 'json', type: 'application/json' },
};

/** Those of whole articles: a spreadsheet is no place for them. */
export type ArticleForm = Input<'article.export'>['form'];
export const articleForms = ['markdown', 'json'] as const satisfies readonly ArticleForm[];
