/**
 * Who may talk to the web host: only a page that the host itself served, and only with this launch's token.
 * Host is checked against DNS rebinding, Origin and Sec-Fetch-Site against other pages in the same browser.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** `origin` as in `http://127.0.0.1:4567`: the address as it was printed and no other name for it. */
export function guardOrigin(origin: string): MiddlewareHandler {
  const host = new URL(origin).host;
  return async (context, next) => {
    if (context.req.header('host') !== host) return forbid();
    const from = context.req.header('origin');
    if (from !== undefined && from !== origin) return forbid();
    return next();
  };
}

/** The token travels in a header, never in a cookie: a cookie would also go to every other port of this machine. */
export function guardToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    const site = context.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return forbid();
    const given = context.req.header('authorization');
    if (given === undefined || !sameText(given, `Bearer ${token}`))
      return Response.json({ ok: false, problem: { code: 'not-allowed' } }, { status: 401 });
    return next();
  };
}

function forbid(): Response {
  return Response.json({ ok: false, problem: { code: 'not-allowed' } }, { status: 403 });
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Takes the same time whatever is given, so that a token cannot be guessed a character at a time. */
function sameText(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}
