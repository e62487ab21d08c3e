/**
 * How this page reaches its host: the bridge of the desktop app where there is one, else HTTP to the host that served it.
 * The only file that knows which. Not for what is said over it: see the contract.
 */
import { createClient } from '../src-main/contract/link';
import type { Client, Link } from '../src-main/contract/link';
import { openWebLink } from './web-link';

declare global {
  interface Window {
    /** Put there by the desktop app's preload. */
    readonly newsroom?: Link;
  }
}

export const client: Client = createClient(window.newsroom ?? openWebLink(location.origin, takeKey()));

/** This launch's key: it comes once, in the part of the address that is never sent, and is kept for this origin alone. */
function takeKey(): string {
  const name = 'newsroom-key';
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given !== null) {
    localStorage.setItem(name, given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return localStorage.getItem(name) ?? '';
}
