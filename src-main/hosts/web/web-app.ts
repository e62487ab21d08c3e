/**
 * The app over HTTP, for a browser on the same machine: calls, events and the page's files, behind one guard.
 * Not for listening on a port (serve-library.ts).
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { decodeFrame, encodeFrame, FRAME_TYPE, holdsBytes } from '../../contract/frame';
import type { ProblemCode, ProblemData } from '../../contract/model';
import type { LibraryHandle } from '../../library/library-handle';
import { dispatch, isOperation } from '../dispatch';
import { guardHeaders } from '../page';
import type { Page } from '../page';
import { guardOrigin, guardToken } from './guard';
import { streamEvents } from './stream-events';

/** The largest file a library takes is 64 MB; a call may carry one such file and its name. */
const longestUpload = 64 * 1024 * 1024 + 1024 * 1024;
const longestCall = 1024 * 1024;

export interface WebAppOptions {
  readonly library: LibraryHandle;
  readonly page: Page;
  /** The only address the page may be reached at, as in `http://127.0.0.1:4567`. */
  readonly origin: string;
  readonly token: string;
}

export function createWebApp({ library, page, origin, token }: WebAppOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(guardHeaders)) context.header(name, value);
  });
  app.use(guardOrigin(origin));
  app.use('/api/*', guardToken(token), limitBody);
  app.use('/events', guardToken(token));

  app.post('/api/:operation', async (context) => {
    const operation = context.req.param('operation');
    if (!isOperation(operation)) return refuse(context, 404, { code: 'bad-input', values: { field: 'operation' } });
    const type = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
    if (type !== 'application/json' && type !== FRAME_TYPE) return refuse(context, 415, badBody);
    const body = new Uint8Array(await context.req.arrayBuffer());
    let input: unknown;
    try {
      input = type === FRAME_TYPE ? decodeFrame(body) : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch {
      return refuse(context, 400, badBody);
    }
    return answer(await dispatch(library, operation, input));
  });
  app.all('/api/*', (context) => refuse(context, 405, { code: 'not-allowed' }));

  app.get('/events', (context) => streamEvents(context, library));
  app.all('/events', (context) => refuse(context, 405, { code: 'not-allowed' }));

  app.on(['GET', 'HEAD'], '*', async (context) => (await page(context.req.path)) ?? refuse(context, 404, { code: 'not-found' }));
  app.all('*', (context) => refuse(context, 405, { code: 'not-allowed' }));
  app.onError((_error, context) => refuse(context, 500, { code: 'unexpected' }));
  return app;
}

const badBody: ProblemData = { code: 'bad-input', values: { field: 'body' } };

const tooLong = (context: Context) => refuse(context, 413, badBody);
const limitUpload = bodyLimit({ maxSize: longestUpload, onError: tooLong });
const limitCall = bodyLimit({ maxSize: longestCall, onError: tooLong });

const limitBody: typeof limitCall = (context, next) =>
  context.req.path === '/api/import.add' ? limitUpload(context, next) : limitCall(context, next);

function answer(reply: { readonly ok: boolean }): Response {
  if (!holdsBytes(reply)) return Response.json(reply);
  return new Response(new Blob([...encodeFrame(reply)]), { headers: { 'content-type': FRAME_TYPE } });
}

export function refuse(
  context: Context,
  status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500,
  problem: ProblemData & { code: ProblemCode },
): Response {
  return context.json({ ok: false, problem }, status);
}
