// A Chromium for the browser tests: an installed one, else Playwright's, else Debian's package where this user may install it.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, runTool, say } from './setup.mjs';

/** The browser's program, or null after having said what to install. */
export async function findBrowser() {
  const installed = installedBrowser() ?? (await playwrightBrowser());
  if (installed) return installed;
  if (process.getuid?.() === 0 && inPath(['apt-get'])) {
    say('installing Debian’s chromium for the browser tests…');
    const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-qq'], environment);
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (!installedBrowser()) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], environment);
  } else {
    say('fetching Playwright’s Chromium for the browser tests…');
    runTool('playwright/cli.js', ['install', 'chromium']);
  }
  const found = installedBrowser() ?? (await playwrightBrowser());
  if (!found)
    say(
      'The browser tests need Google Chrome or Chromium. Install one, or run `npx playwright install chromium`, or set CHROME_PATH to its program.',
    );
  return found;
}

function installedBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) return isProgram(given) ? given : null;
  // Without a window of its own it takes half the time of the others, which draw one that nobody sees.
  const names = ['chromium-headless-shell', 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
  const places =
    process.platform === 'darwin'
      ? ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']
      : process.platform === 'win32'
        ? [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
            .filter(Boolean)
            .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
        : [];
  return inPath(names) ?? places.find(isProgram) ?? null;
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) for (const folder of folders) if (isProgram(join(folder, name))) return join(folder, name);
  return null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
