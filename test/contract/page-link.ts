/** The link of the page under test, for calls from here: over HTTP as the page's own code does it, or through the desktop app's bridge. */
import type { Link } from '../../src-main/contract/link';
import type { EventName, OperationName } from '../../src-main/contract/operations';
import type { Reply } from '../../src-main/contract/problem';
import { openWebLink } from '../../src-renderer/web-link';
import type { App } from '../e2e/app';

export async function openLink(app: App): Promise<Link> {
  if (app.url === null) return openBridgeLink(app);
  const { origin, hash } = new URL(app.url);
  return openWebLink(origin, new URLSearchParams(hash.slice(1)).get('key') ?? '');
}

async function openBridgeLink(app: App): Promise<Link> {
  const handlers = new Map<EventName, Set<(value: never) => void>>();
  await app.page.exposeFunction('hearFromHost', (event: EventName, value: never) => {
    for (const handler of handlers.get(event) ?? []) handler(value);
  });
  await app.page.evaluate(() => {
    const { hearFromHost, newsroom } = window as unknown as { hearFromHost: (event: string, value: unknown) => void; newsroom: Link };
    for (const event of ['job', 'library.changed', 'command'] as const) newsroom.listen(event, (value) => hearFromHost(event, value));
  });
  return {
    call: (operation, input) => callThroughPage(app, operation, input),
    listen(event, handler) {
      handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
      return () => handlers.get(event)?.delete(handler);
    },
  };
}

/** Bytes reach the page as base64 text: what drives the page carries no others. */
function callThroughPage(app: App, operation: OperationName, input: unknown): Promise<Reply<unknown>> {
  const written = JSON.stringify(input, (_key, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
  return app.page.evaluate(
    ([name, text]) => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page must be sent there
      const bytesOf = (letters: string) => {
        const bytes = new Uint8Array(letters.length);
        for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index);
        return bytes;
      };
      const read = JSON.parse(text, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && 'base64' in value ? bytesOf(atob(String(value.base64))) : value,
      ) as unknown;
      return (window as unknown as { newsroom: Link }).newsroom.call(name, read);
    },
    [operation, written] as const,
  );
}
