/** Words for the command line of Electron or Chromium; see graphics.mjs. */
export function graphicsSwitches(): readonly string[];
