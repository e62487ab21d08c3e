/** Markdown -> its text without the marks. */
import { marked } from 'marked';
import { decodeSource } from '../../text/decode-source';
import type { Extracted, ExtractTask } from './extract-text';
import { textOfMarkup } from './markup-text';

/** Between lines of three hyphens at the very top: about the file, not of it. */
const FRONT_MATTER = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/u;

export function markdownText({ bytes, encoding }: ExtractTask): Extracted {
  const decoded = decodeSource(bytes, encoding);
  const html = marked.parse(decoded.text.replace(FRONT_MATTER, ''), { async: false, gfm: true, breaks: true });
  return { text: textOfMarkup(html), encoding: decoded.encoding, encodingJudgement: decoded.judgement, facts: null, articles: null };
}
