/** A web page -> the article on it, as Firefox's reader view finds it; where it finds none, everything on the page. No script runs. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Fact } from '../../contract/model';
import { articlesByHeadings, nameplateFacts } from './articles-by-headings';
import { decodeMarkup } from './decode-markup';
import type { Extracted, ExtractTask } from './extract-text';
import { textOfMarkup } from './markup-text';
import type { MarkupText } from './markup-text';

/** A tree of more elements than this is no article, and takes minutes to weigh. */
const MOST_ELEMENTS = 60_000;
/** Briefs are short. */
const SHORTEST_ARTICLE = 80;

export function htmlText(task: ExtractTask): Extracted {
  const { text: html, encoding, judgement } = decodeMarkup(task);
  const { text, headings, rows, day } = printedText(html);
  const told = articlesByHeadings(text, headings, { rows });
  return {
    text,
    encoding,
    encodingJudgement: judgement,
    facts: told || day ? { ...told?.facts, ...(day ? { date: day } : {}) } : null,
    articles: told?.articles ?? null,
  };
}

function printedText(html: string): MarkupText & { readonly day: Fact<string> | null } {
  const article = findArticle(html);
  const body = article && textOfMarkup(article.content);
  if (!body || body.text.replace(/\s/gu, '').length < SHORTEST_ARTICLE / 2)
    return { ...textOfMarkup(html, { withSurroundings: false }), day: null };
  const tops = headingsOfRank1(html);
  const highest = new Set(tops);
  const [first] = body.headings;
  // The one headline of the page says what it is about; its title is the window's, and may be the site's name. One that tells a day is the paper's.
  const isHeaded = first !== undefined && tops.length === 1 && tops[0] === body.text.slice(first.start, first.end);
  const title = isHeaded && nameplateFacts(article.title ?? '') === null ? null : article.title;
  const above = [title, article.byline].filter((part) => part !== null);
  const shift = above.reduce((sum, part) => sum + part.length + 2, 0);
  const within = body.headings.map(({ start, end, rank }) => ({
    start: start + shift,
    end: end + shift,
    // The reader view makes the highest headings seconds.
    rank: highest.has(body.text.slice(start, end)) ? 1 : rank,
  }));
  return {
    text: [...above, body.text].join('\n\n'),
    rows: body.rows.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
    headings: title === null ? within : [{ start: 0, end: title.length, rank: 0 }, ...within],
    day: article.day,
  };
}

function headingsOfRank1(html: string): readonly string[] {
  const { text, headings } = textOfMarkup(html);
  return headings.filter(({ rank }) => rank === 1).map(({ start, end }) => text.slice(start, end));
}

interface FoundArticle {
  readonly content: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly day: Fact<string> | null;
}

function findArticle(html: string): FoundArticle | null {
  if ((html.match(/<[a-z]/giu)?.length ?? 0) > MOST_ELEMENTS) return null;
  try {
    const { document } = parseHTML(html);
    // The reader view takes them along where little else is on the page.
    for (const around of document.querySelectorAll('nav, footer')) around.remove();
    const found = new Readability(document, { charThreshold: SHORTEST_ARTICLE, nbTopCandidates: 5 }).parse();
    if (!found?.content) return null;
    const text = found.textContent?.trim() ?? '';
    const title = oneLine(found.title);
    const byline = oneLine(found.byline);
    return {
      content: found.content,
      // A page whose text begins with its title says it once.
      title: title !== null && !text.startsWith(title) ? title : null,
      byline: byline !== null && byline.length < 40 && !text.slice(0, 200).includes(byline) ? byline : null,
      day: dayOf(found.publishedTime),
    };
  } catch {
    // What the reader view cannot take apart is still a page with text.
    return null;
  }
}

function oneLine(text: string | null | undefined): string | null {
  return text?.replace(/\s+/gu, ' ').trim() || null;
}

function dayOf(written: string | null | undefined): Fact<string> | null {
  const day = /^(?:19|20)\d\d-\d\d-\d\d/u.exec(written ?? '')?.[0];
  return day && !Number.isNaN(Date.parse(day)) ? { value: day, judgement: { rule: 'stated-in-file', confidence: 'likely' } } : null;
}
