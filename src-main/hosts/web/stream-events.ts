/**
 * The library's events as server-sent events (WHATWG HTML, 9.2). A page that reads slowly gets the latest picture of a job,
 * not every one that was ever drawn. Not for replies.
 */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { joinNews } from '../../contract/job-news';
import type { JobSnapshot } from '../../contract/model';
import type { EventName } from '../../contract/operations';
import type { LibraryHandle } from '../../library/library-handle';

/** Keeps the connection from looking idle to anything between. */
const heartbeatMs = 15_000;

export function streamEvents(context: Context, library: LibraryHandle): Response {
  return streamSSE(context, async (stream) => {
    const waiting = new Map<string, { event: EventName; value: unknown }>();
    let count = 0;
    let wake: (() => void) | undefined;
    const stop = library.listen((event, value) => {
      if (event === 'job') {
        const news = value as JobSnapshot;
        const key = `job ${news.id}`;
        const unsent = (waiting.get(key)?.value ?? null) as JobSnapshot | null;
        waiting.set(key, { event, value: joinNews(unsent, news) });
      } else waiting.set(String(++count), { event, value });
      wake?.();
    });
    stream.onAbort(() => {
      stop();
      wake?.();
    });
    await stream.write(': listening\n\n');
    while (!stream.aborted) {
      const [next] = waiting;
      if (next) {
        waiting.delete(next[0]);
        await stream.writeSSE({ event: next[1].event, data: JSON.stringify(next[1].value) });
        continue;
      }
      const quiet = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(true), heartbeatMs);
        wake = () => {
          clearTimeout(timer);
          resolve(false);
        };
      });
      if (quiet) await stream.write(': still here\n\n');
    }
  });
}
