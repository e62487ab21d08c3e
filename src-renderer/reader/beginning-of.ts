/** Where an article begins in its source: what "open the page it is on" goes to. */
import type { Article, Place, SourceSpan } from '../../src-main/contract/model';

/** The first thing printed of it, whichever lies first: its heading, else its text. */
export function beginningOf(article: Article): Place | null {
  const [heading] = article.heading;
  const text = article.paragraphs[0]?.spans[0];
  // A column title stands over many articles; the article itself begins after it.
  const own = article.heading.find(({ role }) => role === 'headline') ?? (text ? undefined : heading);
  const first = own ?? text ?? heading;
  return first ? { source: first.source, offset: first.start } : null;
}

/** The article that holds a place; the nearest one before it in the same source otherwise. */
export function articleAt(contents: readonly Article[], place: Place): Article | null {
  let nearest: Article | null = null;
  let nearestStart = -1;
  /** Whether the article holds the place; notes it as the nearest where it only lies before. */
  const holds = (article: Article, spans: readonly SourceSpan[]): boolean => {
    for (const span of spans) {
      if (span.source !== place.source || span.start > place.offset) continue;
      if (place.offset < span.end) return true;
      if (span.start > nearestStart) {
        nearest = article;
        nearestStart = span.start;
      }
    }
    return false;
  };
  for (const article of contents) {
    if (holds(article, article.heading)) return article;
    for (const paragraph of article.paragraphs) if (holds(article, paragraph.spans)) return article;
  }
  return nearest;
}
