/** Which script a text is in. Both sides of the border use it: a text is set on the page as the parser read it. */

/** Mostly Latin letters, with hardly a Han character or its marks among them: running text, titles and the noise of bad scans between them. */
export function isLatinText(text: string): boolean {
  let latin = 0;
  let other = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x250)) latin += 1;
    else if (code >= 0x2e80) other += 1;
  }
  return latin > other * 4 && latin > 0;
}
