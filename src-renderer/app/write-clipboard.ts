/** Puts a text on the clipboard because a key or a button was pressed. Not for the copy key, which says itself what is copied. */

/**
 * A copy asked for by the page is heard as the copy key is, and needs no permission, of which the desktop app's page has none. Must run within
 * the press that asks for it. @throws DOMException where the browser lets nothing be written
 */
export async function writeClipboard(text: string): Promise<void> {
  let written = false;
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    written = true;
  };
  document.addEventListener('copy', give, { capture: true });
  // No other way is open without a permission.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  // A browser that copies nothing where nothing is selected.
  if (!written) await navigator.clipboard.writeText(text);
}
