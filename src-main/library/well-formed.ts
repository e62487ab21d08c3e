/** SQLite holds text as UTF-8, which has no lone surrogates; each gives way to one U+FFFD, so that every offset stays true. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
