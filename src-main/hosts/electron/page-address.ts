/**
 * The address the page lives at inside the desktop app. It is a name that can never exist (RFC 6761, `.invalid`) under a scheme that
 * this program answers itself: the page gets a secure origin of its own, and no https request can reach a network at all.
 */
export const pageAddress = 'https://newsroom.invalid/';

export function isPageAddress(url: string): boolean {
  return url.startsWith(pageAddress);
}
