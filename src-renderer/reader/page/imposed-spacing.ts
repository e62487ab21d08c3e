/**
 * The spacing readers impose on all text by a style sheet of their own (WCAG 1.4.12): seen on an element no one else sees.
 * Not for composing with it.
 */
import type { ImposedSpacing } from '../compose/advances';

const SIZE = 100;

function inEm(pixels: string): number {
  const value = Number.parseFloat(pixels);
  return Number.isFinite(value) ? value / SIZE : 0;
}

/** Tells what is imposed, at once and whenever it changes; null is nothing. The element stays for the life of the window. */
export function watchImposedSpacing(tell: (imposed: ImposedSpacing | null) => void): void {
  const probe = document.createElement('p');
  const text = document.createElement('span');
  text.textContent = '字 字 字';
  probe.append(text);
  probe.setAttribute('aria-hidden', 'true');
  probe.style.cssText = `position:fixed;visibility:hidden;pointer-events:none;margin:0;inset-block-start:0;inset-inline-start:0;white-space:pre;font-size:${SIZE}px`;
  document.body.append(probe);
  let letters = 0;
  let words = 0;
  const look = (): void => {
    const style = getComputedStyle(text);
    const now = { letters: inEm(style.letterSpacing), words: inEm(style.wordSpacing) };
    if (now.letters === letters && now.words === words) return;
    letters = now.letters;
    words = now.words;
    tell(letters === 0 && words === 0 ? null : now);
  };
  look();
  // Other spacing makes the element wider or narrower.
  new ResizeObserver(look).observe(probe);
}
