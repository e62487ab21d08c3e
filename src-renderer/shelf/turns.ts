/** One after another, each in a moment when the window is idle. Not for what is done in a turn. */
interface Waiting {
  readonly begin: () => void;
  ended: boolean;
}

const longestWait = 250;
let queue: readonly Waiting[] = [];
let running: Waiting | null = null;

function next(): void {
  if (running) return;
  const [first, ...others] = queue;
  if (!first) return;
  queue = others;
  running = first;
  const begin = () => {
    if (!first.ended) first.begin();
  };
  // A busy machine may never be idle: the turn comes all the same, a little later.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(begin, { timeout: longestWait });
  else setTimeout(begin, 0);
}

/** Calls `begin` when the turn has come; the returned function ends it, or gives it up while it waits. */
export function takeTurn(begin: () => void): () => void {
  const mine: Waiting = { begin, ended: false };
  queue = [...queue, mine];
  next();
  return () => {
    if (mine.ended) return;
    mine.ended = true;
    queue = queue.filter((one) => one !== mine);
    if (running === mine) running = null;
    next();
  };
}
