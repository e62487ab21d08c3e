import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Client } from '../../src-main/contract/link';
import type { Events } from '../../src-main/contract/operations';
import { gatherChanges } from '../../src-renderer/app/library-changes';
import { openWebLink } from '../../src-renderer/web-link';

type Change = Events['library.changed'];

test('what changes before anybody follows is told as one change, and later ones as they come', () => {
  let tell: ((change: Change) => void) | undefined;
  const listen = ((_event: string, handler: (change: Change) => void) => {
    tell = handler;
    return () => {};
  }) as Client['listen'];
  const changes = gatherChanges({ listen });
  changes.hear();
  tell?.({ editions: [1, 2] });
  tell?.({ editions: [2, 3] });
  const told: Change[] = [];
  const stop = changes.follow((change) => told.push(change));
  expect(told).toEqual([{ editions: [1, 2, 3] }]);
  tell?.({ editions: [4] });
  expect(told.at(-1)).toEqual({ editions: [4] });

  // A view that is drawn twice misses nothing between.
  stop();
  tell?.({ editions: [5] });
  tell?.({ editions: null });
  changes.follow((change) => told.push(change));
  expect(told.at(-1)).toEqual({ editions: null });
  expect(told).toHaveLength(3);
});

/** A host that is slow to open the ear, or does not; the order in which it was reached. */
async function hostOf(status: number): Promise<{ readonly address: string; readonly reached: readonly string[] }> {
  const reached: string[] = [];
  const server = createServer(async ({ url }, response) => {
    if (url === '/events') {
      await pause(100);
      reached.push('ear');
      response.writeHead(status, { 'content-type': 'text/event-stream' }).write(': listening\n\n');
      if (status !== 200) response.end();
      return;
    }
    reached.push('question');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"value":null}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, reached };
}

test.each([200, 401, 500])('over HTTP nothing is asked before the host has answered who listens (%i)', async (status) => {
  const { address, reached } = await hostOf(status);
  const link = openWebLink(address, 'key');
  const stop = link.listen('library.changed', () => {});
  expect(await link.call('library.editions', {})).toEqual({ ok: true, value: null });
  expect(reached.slice(0, 2)).toEqual(['ear', 'question']);
  stop();
});

test('where nobody listens a call goes at once', async () => {
  const { address, reached } = await hostOf(200);
  await openWebLink(address, 'key').call('library.editions', {});
  expect(reached).toEqual(['question']);
});
