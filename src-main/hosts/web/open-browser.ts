/** Opens an address in the browser the person at this machine has chosen. Not for waiting until it is open. */
import { spawn } from 'node:child_process';

/** False on a Linux machine without a display, where there is nothing to open it on. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/** Where no browser can be started the printed address is what remains, so a failure is no error. */
export function openBrowser(url: string): void {
  if (!hasDisplay()) return;
  const [command, ...words] = opener(process.platform);
  const child = spawn(command, [...words, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function opener(platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      // `start` would need a shell and its quoting; this is what it calls.
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default:
      return ['xdg-open'];
  }
}
