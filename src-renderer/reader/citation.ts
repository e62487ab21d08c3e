/** Where an article, or a passage of it, was printed, as one who quotes it writes that down: what is known of it and nothing else. Pure. */
import type { TFunction } from 'i18next';
import type { Article, ArticlePart, Edition, SourceId } from '../../src-main/contract/model';
import { formatPlainDay } from '../language/format-period';
import { plainLabel } from '../sections/plain-label';
import { pagesName } from '../shelf/edition-name';

/** A line of type that is quoted. */
export interface QuotedLine {
  /** Index in the article's paragraphs; null for a line of its heading. */
  readonly paragraph: number | null;
  readonly source: SourceId;
}

/**
 * 《贵州日报》2023年11月25日 第4版：标题，记者 张三
 * @param lines what is quoted of it; null for the whole article
 */
export function citation(
  t: TFunction<string>,
  language: string,
  { paper, date }: Pick<Edition, 'paper' | 'date'>,
  article: Article,
  lines: readonly QuotedLine[] | null = null,
): string {
  const chinese = language.startsWith('zh');
  const day = date.value === null ? '' : formatPlainDay(date.value, language);
  const name = paper.value === null ? '' : t('reader:cite-paper', { paper: paper.value });
  const pages = pagesName(t, pagesQuoted(article, lines), language);
  const printed = chinese ? listed([name + day, pages], ' ') : listed([name, day, pages], ', ');
  const title = article.headline ?? (article.column === null ? null : plainLabel(article.column));
  const by = article.byline ?? (article.kind === 'photo' ? article.credit : null);
  const piece = listed([title === null ? '' : t('reader:cite-title', { title }), by ?? ''], chinese ? '，' : ', ');
  // Of a text that says nothing of its paper the file is known.
  return listed([printed || (article.parts[0]?.file ?? ''), piece], chinese ? '：' : ': ');
}

function listed(words: readonly string[], between: string): string {
  return words.filter((one) => one !== '').join(between);
}

/** Edition pages in the order of the story. */
function pagesQuoted({ parts }: Article, lines: readonly QuotedLine[] | null): readonly string[] {
  const quoted = lines === null ? parts : parts.filter((_, at) => lines.some((line) => isIn(parts, at, line)));
  return [...new Set(quoted.flatMap(({ page }) => page ?? []))];
}

/** A paragraph that a jump has cut is in both its parts; the line in the one of whose file it is. */
function isIn(parts: readonly ArticlePart[], at: number, { paragraph, source }: QuotedLine): boolean {
  const [part, next] = [parts[at], parts[at + 1]];
  if (paragraph === null || !part) return at === 0;
  const begins = paragraph > part.firstParagraph || (paragraph === part.firstParagraph && source === part.source);
  const goesOn = !next || paragraph < next.firstParagraph || (paragraph === next.firstParagraph && source !== next.source);
  return begins && goesOn;
}
