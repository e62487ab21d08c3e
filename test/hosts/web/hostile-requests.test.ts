/** The web host against requests it was not made for. Real requests over a real socket to the built host. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FRAME_TYPE } from '../../../src-main/contract/frame';
import { startWebHost, stopWebHost } from '../../e2e/web-host-process';
import type { WebHostProcess } from '../../e2e/web-host-process';

let folder: string;
let host: WebHostProcess;
let origin: URL;
let key: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsroom-hostile-'));
  host = await startWebHost(join(folder, 'library'));
  origin = new URL(host.url);
  key = new URLSearchParams(origin.hash.slice(1)).get('key') ?? '';
});

afterAll(async () => {
  await stopWebHost(host.process);
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** Sends headers and path exactly as given: no client's own manners in between. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Question): Promise<Answer> {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const all = { host: origin.host, ...length, ...headers };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: origin.port, method, path, headers: all, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends bytes that no client would and resolves with all that comes back. */
function askRaw(...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(origin.port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', () => {});
    for (const piece of pieces) socket.write(piece);
    socket.end();
  });
}

const call = (changes: Question = {}): Promise<Answer> =>
  ask({
    method: 'POST',
    path: '/api/app.info',
    body: '{}',
    ...changes,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...changes.headers },
  });

const problem = (code: string) => `{"ok":false,"problem":{"code":"${code}"}}`;

describe('a page of our own', () => {
  test('is answered', async () => {
    const answer = await call({ headers: { origin: origin.origin, 'sec-fetch-site': 'same-origin' } });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { host: 'web' } });
  });

  test('is confined to its own files, with a value of its own for each load', async () => {
    const [first, second] = await Promise.all([ask({}), ask({})]);
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`connect-src 'self';`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toBe(second.headers['content-security-policy']);
    expect(first.text).not.toContain('NEWSROOM_NONCE');
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});

describe('another name for this machine (DNS rebinding)', () => {
  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1.evil.example', '[::1]', '0.0.0.0'])(
    '%j as host is forbidden everywhere',
    async (name) => {
      const port = name === '127.0.0.1' ? '1' : origin.port;
      const headers = { host: `${name}:${port}` };
      for (const answer of [await ask({ headers }), await call({ headers })]) expect([400, 403]).toContain(answer.status);
    },
  );

  test('no name at all is no way in', async () => {
    for (const start of ['GET / HTTP/1.1\r\n', 'GET / HTTP/1.0\r\n', 'GET / HTTP/1.1\r\nHost:\r\n'])
      expect(await askRaw(start, 'Connection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03] /);
  });

  test('a full address in the request line does not get around it', async () => {
    const answer = await call({
      path: `http://evil.example:${origin.port}/api/app.info`,
      headers: { host: `evil.example:${origin.port}` },
    });
    expect([400, 403]).toContain(answer.status);
  });
});

describe('another page in the same browser', () => {
  test.each(['https://evil.example', 'http://127.0.0.1:1', 'http://localhost', 'null', 'https://127.0.0.1'])(
    'from %s is forbidden',
    async (from) => {
      const answer = await call({ headers: { origin: from } });
      expect([answer.status, answer.text]).toEqual([403, problem('not-allowed')]);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  test.each(['cross-site', 'same-site', 'none'])('as %s is forbidden', async (site) => {
    expect((await call({ headers: { 'sec-fetch-site': site } })).status).toBe(403);
  });

  test('gets no leave to ask with a key of its own', async () => {
    const asked = await ask({
      method: 'OPTIONS',
      path: '/api/app.info',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(asked.status).toBe(403);
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a stranger without the key', () => {
  test.each([
    ['none', ''],
    ['a wrong one', 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['an empty one', 'Bearer '],
    ['one of another kind', 'Basic bmV3c3Jvb206bmV3c3Jvb20='],
  ])('%s: no call and no events', async (_what, authorization) => {
    for (const path of ['/api/app.info', '/api/library.editions', '/api/no.such', '/api/'])
      expect(await call({ path, headers: { authorization } })).toMatchObject({ status: 401, text: problem('not-allowed') });
    expect(await ask({ path: '/events', headers: { authorization } })).toMatchObject({ status: 401 });
  });

  test('a key in the address is not looked at', async () => {
    expect((await call({ path: `/api/app.info?key=${key}`, headers: { authorization: '' } })).status).toBe(401);
  });

  test('another launch has another key', async () => {
    const other = await startWebHost(join(folder, 'other'));
    try {
      expect(new URL(other.url).hash).not.toBe(origin.hash);
      expect(key).toMatch(/^[\w-]{43}$/);
    } finally {
      await stopWebHost(other.process);
    }
  });
});

describe('a call that is none', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('%s is not allowed', async (method) => {
    expect((await call({ method, ...(method === 'GET' || method === 'HEAD' ? { body: '' } : {}) })).status).toBe(405);
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s of the page is not allowed', async (method) => {
    expect((await ask({ method, path: '/' })).status).toBe(405);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'a body of type %j is refused',
    async (type) => {
      expect((await call({ headers: { 'content-type': type } })).status).toBe(415);
    },
  );

  test.each([
    ['cut short', '{"edition":'],
    ['empty', ''],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0xfe, 0x22)],
  ])('a body that is %s is refused by name', async (_what, body) => {
    const answer = await call({ body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toEqual({ ok: false, problem: { code: 'bad-input', values: { field: 'body' } } });
  });

  test('a frame that is none is refused by name', async () => {
    const answer = await call({ path: '/api/import.add', body: 'not a frame', headers: { 'content-type': FRAME_TYPE } });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      400,
      { ok: false, problem: { code: 'bad-input', values: { field: 'body' } } },
    ]);
  });

  test('an operation that is not in the contract is not there', async () => {
    for (const name of ['no.such', 'constructor', '__proto__', 'toString', 'app.info%00', 'app.info%2F..'])
      expect((await call({ path: `/api/${name}` })).status).toBe(404);
  });

  test('JSON nested without end does no harm', async () => {
    const deep = 100_000;
    const answer = await call({ path: '/api/settings.write', body: `{"keys":${'['.repeat(deep)}${']'.repeat(deep)}}` });
    expect(answer.status).toBeLessThan(500);
    expect((await call()).status).toBe(200);
  });
});

describe('a body without end', () => {
  test('a call of more than 1 MB is refused', async () => {
    // A host that has heard enough may hang up before everything is sent.
    const outcome = await call({ body: JSON.stringify({ surplus: 'x'.repeat(1024 * 1024) }) }).then(
      ({ status }) => status,
      (failure: NodeJS.ErrnoException) => failure.code,
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(outcome);
    expect((await call()).status).toBe(200);
  });

  test('so is one that does not say how long it is', async () => {
    const ended = await askRaw(
      `POST /api/app.info HTTP/1.1\r\nHost: ${origin.host}\r\nAuthorization: Bearer ${key}\r\n`,
      'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
      ...Array.from({ length: 40 }, () => `10000\r\n${'x'.repeat(0x10000)}\r\n`),
      '0\r\n\r\n',
    );
    expect(ended).toContain('413');
    expect((await call()).status).toBe(200);
  });
});

describe('a path that leads outside', () => {
  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fmain%2fweb.js',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/.git/config',
    '/%',
  ])('%s is not found', async (path) => {
    const answer = await ask({ path });
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('newsroom-reader');
  });
});

test('nobody else on the network reaches it', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === 'IPv4');
  const places = ['::1', ...(outside ? [outside.address] : [])];
  for (const place of places)
    expect(
      await new Promise((resolve) => {
        const socket = connect(Number(origin.port), place);
        socket.on('connect', () => {
          socket.destroy();
          resolve('connected');
        });
        socket.on('error', () => resolve('refused'));
      }),
    ).toBe('refused');
});

test('a stop ends open connections and the process', async () => {
  const other = await startWebHost(join(folder, 'stopping'));
  const { port, host: name, hash } = new URL(other.url);
  const streamEnded = new Promise<void>((resolve) => {
    const headers = { host: name, authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('key')}` };
    const events = request({ host: '127.0.0.1', port, path: '/events', headers }, (answer) => {
      answer.on('data', () => other.process.kill('SIGINT'));
      answer.on('error', () => {});
      answer.on('close', resolve);
    });
    events.on('error', () => resolve());
    events.end();
  });
  const code = new Promise((resolve) => other.process.on('exit', resolve));
  await streamEnded;
  expect(await code).toBe(0);
});
