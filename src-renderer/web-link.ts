/** A link over HTTP: calls as POSTs, events as one stream that comes back by itself. Not for choosing a host: see link.ts. */
import { decodeFrame, encodeFrame, FRAME_TYPE, holdsBytes } from '../src-main/contract/frame';
import type { Link } from '../src-main/contract/link';
import type { EventName } from '../src-main/contract/operations';
import type { Reply } from '../src-main/contract/problem';

/** What a request that outlives its page may carry (Fetch standard, 4.6: 64 KiB in flight). */
const longestKeepalive = 60 * 1024;
const retryMs = 1000;

/** `address` without a closing slash; `key` is what the host gave out when it was started. */
export function openWebLink(address: string, key: string): Link {
  const headers = { authorization: `Bearer ${key}` };
  const handlers = new Map<EventName, Set<(value: never) => void>>();
  const tell = (event: string, value: unknown) => {
    for (const handler of handlers.get(event as EventName) ?? []) handler(value as never);
  };
  /** Calls wait for it: once it has settled, whatever changes after an answer is heard of. Null where nobody listens. */
  let firstEar: Promise<void> | null = null;

  async function listenOn(open: () => void): Promise<void> {
    for (let again = false; ; again = true) {
      try {
        const response = await fetch(`${address}/events`, { headers });
        open();
        // A key that no longer opens this host never will again.
        if (response.status === 401) return;
        if (response.ok && response.body) {
          // What happened while nobody listened is not known.
          if (again) tell('library.changed', { editions: null });
          await readEvents(response.body, tell);
        }
      } catch {
        // The host is gone or restarting: calls report it, this line waits for it.
        open();
      }
      await new Promise((resolve) => {
        setTimeout(resolve, retryMs);
      });
    }
  }

  return {
    async call(operation, input) {
      await firstEar;
      const framed = holdsBytes(input);
      const body = framed ? new Blob([...encodeFrame(input)]) : JSON.stringify(input);
      const response = await fetch(`${address}/api/${operation}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': framed ? FRAME_TYPE : 'application/json' },
        body,
        // A reading position saved while the page is being closed still arrives.
        keepalive: typeof body === 'string' && body.length * 3 < longestKeepalive,
      });
      const reply =
        response.headers.get('content-type') === FRAME_TYPE
          ? decodeFrame(new Uint8Array(await response.arrayBuffer()))
          : await response.json();
      return reply as Reply<unknown>;
    },
    listen(event, handler) {
      const set = handlers.get(event) ?? new Set();
      handlers.set(event, set.add(handler));
      firstEar ??= new Promise((resolve) => void listenOn(resolve));
      return () => set.delete(handler);
    },
  };
}

/** Server-sent events as our host writes them: `event` and one-line JSON `data`. Resolves when the stream ends. */
async function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, tell: (event: string, value: unknown) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const messages = (text + chunk.value).split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const event = /^event: (.*)$/m.exec(message)?.[1];
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (event !== undefined && data !== undefined) tell(event, JSON.parse(data));
    }
  }
}
