import { defineWords } from '../language/define-words';

export const words = defineWords({
  'zh-CN': {
    export: '导出…',
    list: '结果列表',
    articles: '文章全文',
    exported: '已导出 {{count}} 篇',
    exported_one: '已导出 {{count}} 篇',
    'file-of-search': '{{query}} 全文',
    'command-article-markdown': '导出本文：Markdown',
    'command-article-json': '导出本文：JSON',
    'command-edition-markdown': '导出整份报纸全文：Markdown',
    'command-edition-json': '导出整份报纸全文：JSON',
  },
  en: {
    export: 'Export…',
    list: 'List of results',
    articles: 'Whole articles',
    exported: '{{count}} articles exported',
    exported_one: '{{count}} article exported',
    'file-of-search': '{{query}} articles',
    'command-article-markdown': 'Export this article: Markdown',
    'command-article-json': 'Export this article: JSON',
    'command-edition-markdown': 'Export the articles of the whole edition: Markdown',
    'command-edition-json': 'Export the articles of the whole edition: JSON',
  },
});
