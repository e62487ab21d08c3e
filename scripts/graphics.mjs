// What Electron and Chromium are told of the machine's graphics before they start.
import { existsSync } from 'node:fs';

/** Where Linux has no graphics device, Chromium's attempt to use one only costs time: the first page is there a sixth sooner without it. */
export function graphicsSwitches() {
  const none = process.platform === 'linux' && !['/dev/dri', '/dev/nvidia0', '/dev/dxg'].some(existsSync);
  return none ? ['--disable-gpu'] : [];
}
