import { isLatinText } from '../contract/latin-text';
import type { Article } from '../contract/model';
import { pageKey } from '../contract/page-number';

type Language = 'zh-CN' | 'en';

/**
 * An article as Markdown (CommonMark): where it was printed, headline, the lines about it, its text with subheads.
 * @param language of the few words that are not the article's; its own unless it is told
 */
export function articleMarkdown(article: Article, paper: string | null, date: string | null, language = languageOf(article)): string {
  const { column, kicker, locality, headline, deck, byline, credit } = article;
  const ofParts = (name: 'page' | 'file') => [...new Set(article.parts.flatMap((part) => part[name] ?? []))];
  const origin = [paper, date, pageWords(ofParts('page'), language), ofParts('file').join(', ')].filter(Boolean).join(' · ');
  const blocks = [
    origin && `*${escape(origin)}*`,
    column && `**${escape(column)}**`,
    kicker && escape(kicker),
    locality && escape(locality),
    headline && `# ${escape(headline)}`,
    deck && `## ${escape(deck)}`,
    byline && `*${escape(byline)}*`,
    ...article.paragraphs.map(({ role, text }) => {
      if (role === 'subhead') return `### ${escape(text)}`;
      return role === 'caption' ? `*${escape(text)}*` : escape(text);
    }),
    credit && `*${escape(credit)}*`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** What Markdown would take for markup, and a line's beginning that it would take for a list, a heading or a quotation. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+>=]|\d+[.)])/, '$1\\$2');
}

function languageOf({ paragraphs }: Article): Language {
  return isLatinText(paragraphs.map(({ text }) => text).join('')) ? 'en' : 'zh-CN';
}

/** As printed, in the interface's manner: 第1、4版, or pages 1, 4, where Chinese numerals are written as figures. */
function pageWords(pages: readonly string[], language: Language): string {
  if (pages.length === 0) return '';
  if (language === 'zh-CN') return `第${pages.join('、')}版`;
  const figures = pages.map((page) => (/[\dA-Za-z]/u.test(page) ? page : pageKey(page)));
  return `${pages.length === 1 ? 'page' : 'pages'} ${figures.join(', ')}`;
}
