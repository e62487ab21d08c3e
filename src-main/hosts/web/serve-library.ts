/** Puts a library on 127.0.0.1 for the browser of the person at this machine. Not for opening the library or the browser. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { LibraryHandle } from '../../library/library-handle';
import { appFiles } from '../app-folder';
import { openPage } from '../page';
import { createWebApp } from './web-app';

export interface WebHost {
  /** The address to open, with this launch's key after the `#`: browsers neither send nor log that part. */
  readonly url: string;
  /** Ends every connection. The library stays open. */
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly library: LibraryHandle;
  /** 0 for any free one. */
  readonly port: number;
}

/** Rejects with the system's error where the port is taken or not allowed. */
export async function serveLibrary({ library, port }: ServeOptions): Promise<WebHost> {
  const page = await openPage({ folder: appFiles.page, connects: true });
  const token = randomBytes(32).toString('base64url');
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createWebApp({ library, page, origin, token });
  server.on('request', getRequestListener(app.fetch, { hostname: '127.0.0.1' }));
  return {
    url: `${origin}/#key=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
