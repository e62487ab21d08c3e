/** Newspaper text with its matches marked. */
import type { ReactNode } from 'react';
import type { Span } from '../../src-main/contract/model';
import { textLang } from '../reader/text-lang';

export function MarkedText({ text, matches }: { readonly text: string; readonly matches: readonly Span[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <span lang={textLang(text)}>{parts}</span>;
}
