/** Work in small pieces between what the browser has to do for the reader. Not for the work itself. */

/** The longest wait, in ms. */
const LATEST = 400;

/** Returns what calls it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(() => work(), { timeout: LATEST });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 16);
  return () => clearTimeout(timer);
}

/** Does it as soon as what waits already has been done, keys and drawing included. Returns what calls it off. */
export function afterOthers(work: () => void): () => void {
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    channel.port1.close();
    work();
  });
  channel.port1.start();
  channel.port2.postMessage(null);
  return () => channel.port1.close();
}
