/** Puts work off until nobody asks anything: a start, and whatever a reader is doing, has the processor to itself. */

export interface Quiet {
  /** Something is being asked. */
  disturb(): void;
  /** Calls back once, when nothing has been asked for so long; the function returned puts an end to the waiting. */
  after(milliseconds: number, work: () => void): () => void;
}

export function createQuiet(now: () => number = () => performance.now()): Quiet {
  let disturbed = now();
  return {
    disturb() {
      disturbed = now();
    },
    after(milliseconds, work) {
      let timer: NodeJS.Timeout;
      const wait = (left: number): void => {
        timer = setTimeout(() => {
          const more = disturbed + milliseconds - now();
          if (more > 0) wait(more);
          else work();
        }, left).unref();
      };
      wait(milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
