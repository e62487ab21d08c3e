/** At a start nothing is seen but paper until the first view stands complete: no bar without a page, no page that moves. Not for later views. */

/** After this long, in ms, what there is is shown as it is. */
const LONGEST = 3000;

export function drawCurtain(): void {
  document.documentElement.dataset['starting'] = '';
  setTimeout(raiseCurtain, LONGEST);
}

/** Whoever has drawn the first view says so; later calls do nothing. */
export function raiseCurtain(): void {
  delete document.documentElement.dataset['starting'];
}
