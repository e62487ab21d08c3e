import type { EditionSummary } from '../../src-main/contract/model';

/** Where the menu of an edition is asked for. */
export interface MenuPlace {
  readonly edition: EditionSummary;
  /** What has the keyboard when the menu has gone. */
  readonly at: HTMLElement;
  /** Of the pointer, in CSS pixels of the window; null where the menu hangs on `at`. */
  readonly point: { readonly x: number; readonly y: number } | null;
}
