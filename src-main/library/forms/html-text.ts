/** A web page -> the article on it, as Firefox's reader view finds it; where it finds none, everything on the page. No script runs. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Fact } from '../../contract/model';
import { decodeMarkup } from './decode-markup';
import type { Extracted, ExtractTask } from './extract-text';
import { textOfMarkup } from './markup-text';

/** A tree of more elements than this is no article, and takes minutes to weigh. */
const MOST_ELEMENTS = 60_000;
/** Briefs are short. */
const SHORTEST_ARTICLE = 80;

export function htmlText(task: ExtractTask): Extracted {
  const { text: html, encoding, judgement } = decodeMarkup(task);
  const article = findArticle(html);
  const whole = () => textOfMarkup(html, { withSurroundings: false });
  const body = article && textOfMarkup(article.content);
  const isWorthIt = body !== null && body.replace(/\s/gu, '').length >= SHORTEST_ARTICLE / 2;
  return {
    text: isWorthIt ? [article?.title, article?.byline, body].filter((part) => !!part).join('\n\n') : whole(),
    encoding,
    encodingJudgement: judgement,
    facts: isWorthIt && article?.day ? { date: article.day } : null,
    articles: null,
  };
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
