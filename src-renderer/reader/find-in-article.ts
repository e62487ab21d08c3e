/** Finds words in one article's printed text, across the joints of its pieces, and says where they lie in the source. Pure. */
import type { Article, MatchSpan, Span } from '../../src-main/contract/model';
import { sourceSpansOf, spansOfMatch } from '../../src-main/contract/printed-text';
import { originalSpans, squeezedForms, squeezeText, withPlainBlanks } from '../../src-main/contract/squeeze';

const most = 2000;

/** Every occurrence, in reading order, whatever its case and however wide its words are set. */
export function findInArticle(article: Article, text: string): readonly MatchSpan[] {
  const wanted = squeezedForms(withPlainBlanks(text.trim().toLowerCase()));
  if (wanted[0] === '') return [];
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

/** Of any of the forms, the longer one where two begin together. */
function occurrences(text: string, forms: readonly string[], limit: number): readonly Span[] {
  const spans: Span[] = [];
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  for (let from = 0; spans.length < limit;) {
    const next = longestFirst.map((form) => ({ start: text.indexOf(form, from), form })).filter(({ start }) => start >= 0);
    const [first] = next.toSorted((a, b) => a.start - b.start);
    if (!first) return spans;
    from = first.start + first.form.length;
    spans.push({ start: first.start, end: from });
  }
  return spans;
}
