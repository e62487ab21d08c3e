/** At a start nothing is seen but paper until the first view stands complete: no bar without a page, no page that moves. Not for later views. */

/** After this long, in ms, what there is is shown as it is: longer than a slow machine needs, for faces that came later would be seen to come. */
const LONGEST = 6000;

let held: Promise<unknown> = Promise.resolve();

export function drawCurtain(): void {
  document.documentElement.dataset['starting'] = '';
  setTimeout(takeAway, LONGEST);
}

/** Nothing is seen before this has come, as the faces of what is drawn. It never rejects. */
export function holdCurtain(until: Promise<unknown>): void {
  held = Promise.all([held, until]);
}

/** Whoever has drawn the first view says so; later calls do nothing. */
export function raiseCurtain(): void {
  void held.then(takeAway);
}

function takeAway(): void {
  delete document.documentElement.dataset['starting'];
}
