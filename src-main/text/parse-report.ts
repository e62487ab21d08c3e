import type { ParsedLink, ParsedSource } from '../contract/parsed';

/**
 * What `newsroom parse --json` prints: one object per file, its links on the object of the file they leave from.
 * Spans are UTF-16 code units into the decoded text; a run held to be a wrong duplicate has `duplicate: true`.
 */
export function reportParse(
  files: readonly { readonly file: string; readonly parsed: ParsedSource }[],
  links: readonly ParsedLink[],
): readonly object[] {
  return files.map(({ file, parsed }, index) => ({
    file,
    parserVersion: parsed.parserVersion,
    encoding: parsed.encoding,
    facts: parsed.facts,
    articles: parsed.articles.map((article) => ({
      ...article,
      paragraphs: article.paragraphs.map((paragraph) => ({
        role: paragraph.role,
        text: paragraph.text,
        spans: paragraph.spans.map((span) => ({ start: span.start, end: span.end, duplicate: span.kind === 'duplicate' })),
      })),
    })),
    links: links
      .filter((link) => link.from.source === index)
      .map((link) => ({
        from: { file, article: link.from.article },
        to: { file: files[link.to.source]?.file ?? '', article: link.to.article },
      })),
    notices: parsed.notices,
  }));
}
