/** Tells assistive technology what happened without moving focus. Not for what must be seen. */
let region: HTMLElement | null = null;
let toggle = false;

/** The shell's one polite live region. */
export function setAnnouncer(element: HTMLElement | null): void {
  region = element;
}

/** The same words twice are said twice: an unseen mark tells them apart. */
export function announce(text: string): void {
  toggle = !toggle;
  if (region) region.textContent = toggle ? text : `${text}\u200B`;
}
