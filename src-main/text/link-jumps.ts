/**
 * Finds which 下转 end goes on at which 上接 end, within one edition or one file.
 * Works on parsed sources alone, so it runs again whenever a file joins the edition. Not for joining paragraphs inside an article.
 */
import type { Judgement } from '../contract/model';
import type { ParsedArticle, ParsedLink, ParsedSource } from '../contract/parsed';

interface End {
  readonly source: number;
  readonly article: ParsedArticle;
}

/** Links of one edition's sources, given in page order. Links within one source are included; each end is linked at most once. */
export function linkJumps(sources: readonly ParsedSource[]): readonly ParsedLink[] {
  const pages = sources.map((source) => pageNumber(source.facts.page.value));
  const starts: End[] = [];
  const rests: End[] = [];
  for (const [source, parsed] of sources.entries())
    for (const article of parsed.articles) {
      if (article.jump?.to) starts.push({ source, article });
      if (article.jump?.from) rests.push({ source, article });
    }
  const taken = new Set<End>();
  const links: ParsedLink[] = [];
  for (const start of starts) {
    const candidates = rests.filter((rest) => !taken.has(rest) && agrees(start, rest, pages));
    const only = candidates[0];
    if (!only) continue;
    taken.add(only);
    const judgement: Judgement = { rule: 'jump-pages-agree', confidence: candidates.length === 1 ? 'certain' : 'guess' };
    links.push({
      from: { source: start.source, article: start.article.id },
      to: { source: only.source, article: only.article.id },
      judgement,
    });
  }
  return links;
}

function agrees(start: End, rest: End, pages: readonly (number | null)[]): boolean {
  const to = pageNumber(start.article.jump?.to ?? null);
  const from = pageNumber(rest.article.jump?.from ?? null);
  const here = pages[start.source] ?? null;
  const there = pages[rest.source] ?? null;
  return (
    (to === null || there === null || to === there) &&
    (from === null || here === null || from === here) &&
    (start.source !== rest.source || start.article !== rest.article)
  );
}

/** "4", "04", "A4", "四", "十二" as a number; null where the text names no page. */
export function pageNumber(printed: string | null): number | null {
  if (printed === null) return null;
  const digits = /[0-9０-９]+/u.exec(printed)?.[0];
  if (digits) return Number(digits.normalize('NFKC'));
  const han = /[〇零一二三四五六七八九十]+/u.exec(printed)?.[0];
  if (!han) return null;
  const ten = han.indexOf('十');
  if (ten < 0) return [...han].reduce((sum, character) => sum * 10 + value(character), 0);
  return (ten === 0 ? 1 : value(han[ten - 1])) * 10 + (ten === han.length - 1 ? 0 : value(han[ten + 1]));
}

function value(character: string | undefined): number {
  return Math.max(0, '零一二三四五六七八九'.indexOf(character === undefined || character === '〇' ? '零' : character));
}
