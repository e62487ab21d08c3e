/**
 * The whole app for a browser test: a fresh library, the built host, its page. The same for both hosts, told apart by the
 * Playwright project. A test that leaves an error in the page's console fails. Not for what the tests say.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, chromium, test as base } from '@playwright/test';
import type { Browser, ElectronApplication, Page } from '@playwright/test';
import { graphicsSwitches } from '../../scripts/graphics.mjs';
import { root, startWebHost, stopWebHost } from './web-host-process';

export interface App {
  readonly host: 'web' | 'electron';
  /** The library's folder. */
  readonly library: string;
  /** The page of the run that is going on. */
  readonly page: Page;
  /** The address the web host printed for this run; the desktop app has none. */
  readonly url: string | null;
  readonly electron: ElectronApplication | null;
  /** Ends the app as a reader does: closes the window, or stops the host. */
  quit(): Promise<void>;
  /** Starts it again on the same library, with files to open if any. */
  start(files?: readonly string[]): Promise<Page>;
}

interface Run {
  readonly page: Page;
  readonly url: string | null;
  readonly electron: ElectronApplication | null;
  end(): Promise<void>;
}

export const test = base.extend<{ app: App; mayReportErrors: boolean }, { launchBrowser: () => Promise<Browser> }>({
  /** One browser for all tests of a worker, started when the first asks for it. */
  launchBrowser: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined;
      await use(() => (browser ??= startBrowser()));
      await (await browser)?.close();
    },
    { scope: 'worker' },
  ],
  mayReportErrors: [false, { option: true }],
  app: async ({ locale, viewport, colorScheme, mayReportErrors, launchBrowser }, use, info) => {
    const host = info.project.name === 'electron' ? 'electron' : 'web';
    const folder = await mkdtemp(join(tmpdir(), 'newsroom-test-'));
    const library = join(folder, 'library');
    const errors: string[] = [];
    let run: Run | null = null;
    const current = () => {
      if (!run) throw new Error('the app is not running');
      return run;
    };
    const app: App = {
      host,
      library,
      get page() {
        return current().page;
      },
      get url() {
        return current().url;
      },
      get electron() {
        return current().electron;
      },
      async start(files = []) {
        const options = { locale: locale ?? 'zh-CN', viewport, colorScheme };
        run =
          host === 'electron'
            ? await startElectron(folder, library, files, options)
            : await startWeb(await launchBrowser(), library, files, options);
        watchErrors(run.page, errors);
        await whenPainted(run.page);
        return run.page;
      },
      async quit() {
        await current().end();
        run = null;
      },
    };
    await app.start();
    await use(app);
    if (info.status !== info.expectedStatus && run) await app.page.screenshot({ path: info.outputPath('failed.png') }).catch(() => {});
    if (run) await app.quit();
    await rm(folder, { recursive: true, force: true });
    if (errors.length > 0 && !mayReportErrors && info.status === info.expectedStatus)
      throw new Error(`the page reported errors:\n${errors.join('\n')}`);
  },
});

export { expect } from '@playwright/test';

interface Look {
  readonly locale: string;
  readonly viewport: { readonly width: number; readonly height: number } | null | undefined;
  readonly colorScheme: 'light' | 'dark' | 'no-preference' | null | undefined;
}

function startBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(process.env['NEWSROOM_BROWSER'] ? { executablePath: process.env['NEWSROOM_BROWSER'] } : {}),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...graphicsSwitches()],
  });
}

async function startWeb(browser: Browser, library: string, files: readonly string[], look: Look): Promise<Run> {
  const host = await startWebHost(library, files);
  const page = await browser.newPage({ locale: look.locale, viewport: look.viewport ?? null, colorScheme: look.colorScheme ?? 'light' });
  await page.goto(host.url);
  return {
    page,
    url: host.url,
    electron: null,
    async end() {
      // A headless browser closes a page without telling it; one that is left is told.
      await page.goto('about:blank');
      await page.close();
      await page.context().close();
      await stopWebHost(host.process);
    },
  };
}

/** The desktop app with its own data folder, as `npm start` runs it. */
async function startElectron(folder: string, library: string, files: readonly string[], look: Look): Promise<Run> {
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const electron = await _electron.launch({
    ...(runtime ? { executablePath: join(runtime, process.platform === 'win32' ? 'electron.exe' : 'electron') } : {}),
    args: [
      ...graphicsSwitches(),
      `--user-data-dir=${join(folder, 'user-data')}`,
      `--lang=${look.locale}`,
      root,
      '--library',
      library,
      ...files,
    ],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await electron.firstWindow();
  return {
    page,
    url: null,
    electron,
    async end() {
      await electron.close();
    },
  };
}

/** Nobody presses a key in a window that shows nothing yet, and what is pressed before its first paint the browser drops. */
async function whenPainted(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0, undefined, { polling: 20 });
}

function watchErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}
