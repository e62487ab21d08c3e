/** What the page cannot do: reach anything, leave, open windows, ask for permissions, touch the system. Tried from inside the page. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from './app';
import { root } from './web-host-process';

/** A server of somebody else on this machine, and everything that ever knocked at it. */
interface Outside {
  readonly port: number;
  readonly udpPort: number;
  readonly knocks: readonly string[];
}

const test = base.extend<{ outside: Outside }>({
  // eslint-disable-next-line no-empty-pattern
  outside: async ({}, use) => {
    const knocks: string[] = [];
    const server = createServer((request, answer) => {
      knocks.push(`${request.method} ${request.url}`);
      answer.setHeader('access-control-allow-origin', '*');
      answer.end('outside');
    });
    server.on('connection', () => knocks.push('connection'));
    server.on('upgrade', (_request, socket) => socket.destroy());
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const udp = createSocket('udp4');
    udp.on('message', () => knocks.push('datagram'));
    await new Promise<void>((resolve) => {
      udp.bind(0, '127.0.0.1', resolve);
    });
    await use({ port: (server.address() as AddressInfo).port, udpPort: udp.address().port, knocks });
    server.closeAllConnections();
    server.close();
    udp.close();
  },
});

/** These tests break the rules on purpose, and the page says so in its console. */
test.use({ mayReportErrors: true });

test('no request of any kind leaves the app', async ({ app, outside }) => {
  await app.page.evaluate(tryToReach, outside);
  await app.page.waitForTimeout(1500);
  // A browser may open a connection or ask its own way through a router, whatever a page says; the desktop app may not even that.
  const beyondThePage = app.electron ? [] : ['connection', 'datagram'];
  expect(outside.knocks.filter((knock) => !beyondThePage.includes(knock))).toEqual([]);
});

test('nor from the main process of the desktop app', async ({ app, outside }) => {
  test.skip(app.electron === null, 'the web host has no such process');
  const reached = await app.electron?.evaluate(async ({ net, session }, port) => {
    const ends = [`http://127.0.0.1:${port}/net`, `https://127.0.0.1:${port}/net`, 'https://newsroom.invalid.example/'];
    return Promise.all(
      ends.flatMap((url) => [
        net.fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
        session.defaultSession.fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      ]),
    );
  }, outside.port);
  expect(reached?.filter(Boolean)).toEqual([]);
  expect(outside.knocks).toEqual([]);
});

test('the page cannot be led away or open a window', async ({ app, outside }) => {
  const { page } = app;
  // What is still loading when a page is led away is given up, even where it then stays.
  await expect(page.locator('main')).toBeVisible();
  const address = page.url();
  const windows = await page.evaluate((port) => {
    const opened = window.open(`http://127.0.0.1:${port}/window`);
    const link = document.createElement('a');
    link.href = `http://127.0.0.1:${port}/link`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    return opened === null;
  }, outside.port);
  if (app.electron) expect(windows).toBe(true);
  if (app.electron) {
    await page.evaluate((port) => {
      location.href = `http://127.0.0.1:${port}/gone`;
    }, outside.port);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'file:///etc/passwd';
      document.body.append(link);
      link.click();
    });
    await page.waitForTimeout(500);
    expect(page.url()).toBe(address);
    expect(app.electron.windows()).toHaveLength(1);
    expect(outside.knocks).toEqual([]);
    // Asked of the page itself: the driver goes on waiting for the navigation that was stopped.
    expect(await page.evaluate(() => document.querySelector('main') !== null)).toBe(true);
  }
});

test('no permission is granted', async ({ app }) => {
  test.skip(app.host === 'web', 'a browser asks the reader, who may answer as they like');
  expect(await permissionsOf(app.page)).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    camera: 'denied',
    microphone: 'denied',
    'clipboard-read': 'denied',
    midi: 'denied',
  });
  expect(await app.page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const media = await app.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      (failure: unknown) => (failure instanceof Error ? failure.name : ''),
    ),
  );
  expect(media).toMatch(/NotAllowedError|NotFoundError/);
});

test('no script and no style but the app’s own is run', async ({ app }) => {
  const ran = await app.page.evaluate(async () => {
    const marks = window as unknown as Record<string, unknown>;
    // What is refused shows in the marks. Later, because what a driver runs directly is let through.
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page must be sent there
    const attempt = (work: () => unknown) =>
      new Promise((resolve) => {
        setTimeout(resolve);
      })
        .then(work)
        .catch(() => {});
    await attempt(() => {
      const script = document.createElement('script');
      Object.assign(script, { text: 'window.inlineRan = true' });
      document.body.append(script);
    });
    // oxlint-disable-next-line no-implied-eval, no-new-func
    await attempt(() => new Function('window.functionRan = true')());
    await attempt(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.handlerRan = true">');
    });
    const module: string = 'data:text/javascript,window.moduleRan = true';
    await attempt(() => import(module));
    await attempt(() => {
      const style = document.createElement('style');
      style.textContent = 'main { display: none }';
      document.head.append(style);
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    const main = document.querySelector('main');
    return {
      inline: marks['inlineRan'] === true,
      eval: marks['functionRan'] === true,
      handler: marks['handlerRan'] === true,
      module: marks['moduleRan'] === true,
      styled: main !== null && getComputedStyle(main).display === 'none',
    };
  });
  expect(ran).toEqual({ inline: false, eval: false, handler: false, module: false, styled: false });
});

test('the desktop page holds two functions and nothing of the system', async ({ app }) => {
  test.skip(app.electron === null, 'a browser’s page holds none');
  expect(
    await app.page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { newsroom: object }).newsroom).sort(),
      system: ['require', 'process', 'module', 'global', 'Buffer', 'electron', '__dirname'].filter((name) => name in window),
    })),
  ).toEqual({ bridge: ['call', 'listen'], system: [] });
  const preferences = await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } = (
        window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(preferences).toEqual([{ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false }]);
});

test('a window that is not the app’s own is not answered', async ({ app }) => {
  test.skip(app.electron === null, 'see test/hosts/web for the web host');
  // A second window with the same preload: what a fault elsewhere could at worst bring about.
  const answer = await app.electron?.evaluate(
    async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('https://newsroom.invalid/');
      const reply = (await other.webContents.executeJavaScript(`newsroom.call('app.info', {})`)) as unknown;
      other.destroy();
      return reply;
    },
    join(root, 'out', 'preload', 'preload.cjs'),
  );
  expect(answer).toEqual({ ok: false, problem: { code: 'not-allowed' } });
});

function permissionsOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => [name, (await navigator.permissions.query({ name: name as PermissionName })).state] as const),
    );
    return Object.fromEntries(states);
  });
}

/** Every way a page has of reaching a network. Runs inside the page. */
async function tryToReach({ port, udpPort }: { readonly port: number; readonly udpPort: number }): Promise<void> {
  // This function is sent to the page whole, so its helpers must be in it.
  /* oxlint-disable unicorn/consistent-function-scoping */
  const base = `http://127.0.0.1:${port}`;
  const quietly = async (work: () => unknown) => {
    try {
      await work();
    } catch {
      // Refused, as it should be.
    }
  };
  const add = (name: string, fields: Record<string, string>) => {
    const element = document.createElement(name);
    for (const [field, value] of Object.entries(fields)) element.setAttribute(field, value);
    document.body.append(element);
  };
  await Promise.all([
    quietly(() => fetch(`${base}/fetch`)),
    quietly(() => fetch(`${base}/no-cors`, { mode: 'no-cors', method: 'POST', body: 'text', keepalive: true })),
    quietly(() => navigator.sendBeacon(`${base}/beacon`, 'text')),
    quietly(() => new WebSocket(`ws://127.0.0.1:${port}/socket`)),
    quietly(() => new EventSource(`${base}/events`)),
    quietly(() => {
      const request = new XMLHttpRequest();
      request.open('GET', `${base}/xhr`);
      request.send();
    }),
    quietly(() => import(`${base}/module.js`)),
    quietly(() => new Worker(`${base}/worker.js`)),
    quietly(() => new FontFace('Outside', `url(${base}/font.woff2)`).load()),
    quietly(() => add('img', { src: `${base}/image.png` })),
    quietly(() => add('iframe', { src: `${base}/frame` })),
    quietly(() => add('object', { data: `${base}/object` })),
    quietly(() => add('embed', { src: `${base}/embed` })),
    quietly(() => add('video', { src: `${base}/video`, autoplay: '' })),
    quietly(() => add('link', { rel: 'stylesheet', href: `${base}/style.css` })),
    quietly(() => add('link', { rel: 'prefetch', href: `${base}/prefetch` })),
    quietly(() => add('link', { rel: 'preload', as: 'image', href: `${base}/preload` })),
    quietly(() => add('link', { rel: 'preconnect', href: base })),
    quietly(() => add('script', { src: `${base}/script.js` })),
    quietly(() => {
      add('form', { action: `${base}/form`, method: 'post', target: '_self', id: 'outside-form' });
      (document.getElementById('outside-form') as HTMLFormElement).submit();
    }),
    quietly(() => {
      document.body.style.backgroundImage = `url(${base}/background.png)`;
    }),
    quietly(async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
      peer.createDataChannel('outside');
      await peer.setLocalDescription(await peer.createOffer());
    }),
  ]);
}
