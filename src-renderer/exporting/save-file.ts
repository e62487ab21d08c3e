/** A file that the page has made, into the reader's hands. Not for what is in it. */

/** Hands the file to the browser's, or the app's, ordinary saving. */
export function saveFile(name: string, content: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name that every system takes. */
export function fileNameOf(query: string, extension: string): string {
  const bare = query
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 60);
  return `${bare === '' ? 'newsroom' : bare}.${extension}`;
}
