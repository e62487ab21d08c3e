/** The keyboard, brought from what narrows or orders the results to the results, whose keys the bar tells. Not for walking in them: see hit-list.tsx. */

/** The list as a whole, which stays while its hits change. */
export function focusResults(): void {
  document.querySelector<HTMLElement>('main .hits')?.focus({ preventScroll: true });
}

/** Who presses by keyboard goes on from where they are: such a click counts none. */
export function focusResultsAfterMouse({ detail }: { readonly detail: number }): void {
  if (detail > 0) focusResults();
}

/** The same where the results are about to come in front: a view that opens is arrived at by its heading first. */
export function focusResultsToCome(): void {
  setTimeout(focusResults);
}
