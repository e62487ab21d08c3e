/** What the desktop app and the web host understand on their command lines. Not for the CLI's commands. */
import { resolve } from 'node:path';

export interface StartCommand {
  readonly library: string | undefined;
  /** 0 for any free one. */
  readonly port: number;
  /** Open the address in the default browser. */
  readonly open: boolean;
  /** Files and folders to import, absolute. */
  readonly paths: readonly string[];
}

/**
 * Reads the arguments after the program's own. Forgiving: a desktop app is also started by systems that add switches
 * of their own, and those are passed over. `folder` is where relative names start from.
 */
export function readStartCommand(words: readonly string[], folder: string): StartCommand {
  let library: string | undefined;
  let port = 0;
  let open = false;
  const paths: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [name, inline] = split(word);
    if (name === '--library') library = inline ?? left.shift();
    else if (name === '--port') port = portNumber(inline ?? left.shift());
    else if (name === '--open') open = true;
    else if (name === '--') paths.push(...left.splice(0));
    else if (!name.startsWith('-')) paths.push(word);
  }
  return {
    library: library === undefined ? undefined : resolve(folder, library),
    port,
    open,
    paths: paths.map((path) => resolve(folder, path)),
  };
}

/** Throws a `RangeError` for anything but 0 to 65535. */
export function portNumber(word: string | undefined): number {
  const port = /^\d{1,5}$/.test(word ?? '') ? Number(word) : Number.NaN;
  if (!(port <= 65_535)) throw new RangeError(`not a port: ${word ?? ''}`);
  return port;
}

function split(word: string): [name: string, value: string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
