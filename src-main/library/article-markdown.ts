import type { Article } from '../contract/model';

/** An article as Markdown (CommonMark): where it was printed, headline, the lines about it, its text with subheads. */
export function articleMarkdown(article: Article, paper: string | null, date: string | null): string {
  const { column, kicker, locality, headline, deck, byline, credit } = article;
  const ofParts = (name: 'page' | 'file') => [...new Set(article.parts.flatMap((part) => part[name] ?? []))].join(', ');
  const origin = [paper, date, ofParts('page'), ofParts('file')].filter(Boolean).join(' · ');
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
