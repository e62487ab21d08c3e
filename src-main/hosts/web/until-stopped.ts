/** One Ctrl+C may arrive twice, from the terminal and from the program that started this one. */
const sameRequestMs = 1000;

/** Resolves when the process is asked to stop, by Ctrl+C or by the system. A second request ends it at once; SQLite's log keeps what was written. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const stop = () => {
      if (asked === undefined) resolve();
      else if (performance.now() - asked > sameRequestMs) process.kill(process.pid, 'SIGKILL');
      asked ??= performance.now();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
