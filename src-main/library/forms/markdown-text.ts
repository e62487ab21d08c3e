/** Markdown -> its text without the marks. */
import { marked } from 'marked';
import { decodeSource } from '../../text/decode-source';
import { articlesByHeadings } from './articles-by-headings';
import type { Extracted, ExtractTask } from './extract-text';
import { textOfMarkup } from './markup-text';

/** Between lines of three hyphens at the very top: about the file, not of it. */
const FRONT_MATTER = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/u;

export function markdownText({ bytes, encoding }: ExtractTask): Extracted {
  const decoded = decodeSource(bytes, encoding);
  const html = marked.parse(decoded.text.replace(FRONT_MATTER, ''), { async: false, gfm: true, breaks: true });
  const { text, headings, rows } = textOfMarkup(html);
  const told = articlesByHeadings(text, headings, { rows });
  return {
    text,
    encoding: decoded.encoding,
    encodingJudgement: decoded.judgement,
    facts: told?.facts ?? null,
    articles: told?.articles ?? null,
  };
}
