/**
 * How a value that holds bytes crosses HTTP: a JSON head, then the bytes as they are.
 * Layout: head length (4 bytes, little endian), head (UTF-8 JSON `{value, bytes: [{path, length}]}`), then each run of bytes in order.
 */

/** The content type of a framed body; a value without bytes travels as plain JSON. */
export const FRAME_TYPE = 'application/x-newsroom-frame';

type Path = readonly (string | number)[];

interface Head {
  readonly value: unknown;
  readonly bytes: readonly { readonly path: Path; readonly length: number }[];
}

/** The parts of a frame in order, ready for a `Blob`; the bytes are not copied. */
export function encodeFrame(value: unknown): readonly Uint8Array<ArrayBuffer>[] {
  const runs: { path: Path; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const bare = lift(value, [], (path, bytes) => runs.push({ path, bytes: bytes as Uint8Array<ArrayBuffer> }));
  const head: Head = { value: bare, bytes: runs.map(({ path, bytes }) => ({ path, length: bytes.length })) };
  const written = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, written.length, true);
  return [length, written, ...runs.map((run) => run.bytes)];
}

export function holdsBytes(value: unknown): boolean {
  if (value instanceof Uint8Array) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsBytes);
}

/** Each run of bytes gets a buffer of its own, so that it can be handed to a worker. Throws a `SyntaxError` for anything but a whole frame. */
export function decodeFrame(frame: Uint8Array): unknown {
  if (frame.length < 4) throw new SyntaxError('a frame begins with the length of its head');
  const headLength = new DataView(frame.buffer, frame.byteOffset, 4).getUint32(0, true);
  if (headLength > frame.length - 4) throw new SyntaxError('the head of a frame is cut short');
  const head: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(frame.subarray(4, 4 + headLength)));
  if (!isHead(head)) throw new SyntaxError('the head of a frame names a value and its bytes');
  const root = { value: head.value };
  let at = 4 + headLength;
  for (const { path, length } of head.bytes) {
    if (length > frame.length - at) throw new SyntaxError('the bytes of a frame are cut short');
    put(root, ['value', ...path], frame.slice(at, at + length));
    at += length;
  }
  if (at !== frame.length) throw new SyntaxError('a frame ends with its last bytes');
  return root.value;
}

function lift(value: unknown, path: Path, take: (path: Path, bytes: Uint8Array) => void): unknown {
  if (value instanceof Uint8Array) {
    take(path, value);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => lift(item, [...path, index], take));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lift(item, [...path, key], take)]));
  return value;
}

/** Fills in bytes where the head left a null, and nowhere else: a path never makes or reaches anything that was not written out. */
function put(root: object, path: Path, bytes: Uint8Array): void {
  let holder = root as Record<string | number, unknown>;
  for (const [index, key] of path.entries()) {
    const last = index === path.length - 1;
    const next = Object.hasOwn(holder, key) ? holder[key] : undefined;
    if (last && next === null) holder[key] = bytes;
    else if (!last && typeof next === 'object' && next !== null) holder = next as Record<string | number, unknown>;
    else throw new SyntaxError('the bytes of a frame belong where its value holds null');
  }
}

function isHead(head: unknown): head is Head {
  if (typeof head !== 'object' || head === null || !('value' in head) || !('bytes' in head) || !Array.isArray(head.bytes)) return false;
  return head.bytes.every((run: unknown) => {
    if (typeof run !== 'object' || run === null || !('path' in run) || !('length' in run)) return false;
    return Array.isArray(run.path) && Number.isInteger(run.length) && (run.length as number) >= 0;
  });
}
