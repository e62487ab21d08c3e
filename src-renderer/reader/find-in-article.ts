/** Finds words in one article's printed text, across the joints of its pieces, and says where they lie in the source. Pure. */
import type { Article, MatchSpan, Span } from '../../src-main/contract/model';
import { sourceSpansOf, spansOfMatch } from '../../src-main/contract/printed-text';
import { originalSpans, squeezeText, withPlainBlanks } from '../../src-main/contract/squeeze';

const most = 2000;

/** Every occurrence, in reading order, whatever its case and whatever blanks are set between Han characters. */
export function findInArticle(article: Article, text: string): readonly MatchSpan[] {
  const wanted = squeezeText(withPlainBlanks(text.trim().toLowerCase()));
  if (wanted === '') return [];
  const found: MatchSpan[] = [];
  for (const paragraph of article.paragraphs) {
    const printed = paragraph.text.toLowerCase();
    // Where lower case is longer than the original its offsets would lie: such text is searched as it is.
    const searched = withPlainBlanks(printed.length === paragraph.text.length ? printed : paragraph.text);
    const spans = occurrences(squeezeText(searched), wanted, most - found.length);
    for (const { start, end } of originalSpans(searched, spans)) found.push(...spansOfMatch(sourceSpansOf(paragraph, start, end)));
  }
  return found;
}

function occurrences(text: string, wanted: string, limit: number): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && spans.length < limit; at = text.indexOf(wanted, at + wanted.length))
    spans.push({ start: at, end: at + wanted.length });
  return spans;
}
