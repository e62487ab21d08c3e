/**
 * The built page as any host serves it: its files, their types, and the policy that confines it.
 * Only files found at start can be answered, so no path leads outside. Not for deciding who may ask.
 */
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export type Page = (pathname: string) => Promise<Response | null>;

export interface PageOptions {
  /** The folder with index.html. */
  readonly folder: string;
  /** Whether the page talks to its host over HTTP; it never talks to anything else. */
  readonly connects: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** What the build writes wherever a nonce belongs (electron.vite.config.ts). */
const nonceMark = 'NEWSROOM_NONCE';

/** Headers that every answer of a host carries, page or not. */
export const guardHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Content Security Policy level 3: nothing but the page's own files, no inline script, styles of our own nonce alone. */
export function contentPolicy(nonce: string, connects: boolean): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src ${connects ? `'self'` : `'none'`}`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');
}

/** Rejects where the page has not been built. */
export async function openPage({ folder, connects }: PageOptions): Promise<Page> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ['/' + file.slice(folder.length + 1).replaceAll(sep, '/'), file]),
  );
  const index = await readFile(join(folder, 'index.html'), 'utf8');

  return async (pathname) => {
    if (pathname === '/' || pathname === '/index.html') {
      const nonce = randomBytes(16).toString('base64');
      return new Response(index.replaceAll(nonceMark, nonce), {
        headers: {
          ...guardHeaders,
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': contentPolicy(nonce, connects),
          'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
          'cache-control': 'no-store',
        },
      });
    }
    const file = files.get(pathname);
    const type = types[extname(pathname)];
    if (file === undefined || type === undefined) return null;
    return new Response(await readFile(file), {
      // Every built file but index.html has its content's hash in its name.
      headers: { ...guardHeaders, 'content-type': type, 'cache-control': 'private, max-age=31536000, immutable' },
    });
  };
}
