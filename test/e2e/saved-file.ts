/** What the app hands to the reader as a file: a browser's download, or what the desktop app saves. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './app';
import type { App } from './app';

interface SavedFile {
  readonly name: string;
  readonly path: string;
}

/** @param choose what makes the app save it */
export function savedFile(app: App, choose: () => Promise<void>): Promise<SavedFile> {
  return app.electron ? savedFromWindow(app.electron, `${app.library}.saved`, choose) : savedFromBrowser(app.page, choose);
}

async function savedFromBrowser(page: Page, choose: () => Promise<void>): Promise<SavedFile> {
  const saving = page.waitForEvent('download');
  await choose();
  const file = await saving;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** Answers the system's dialog, which no test can press, with `path`; everything else is the app's own. */
async function savedFromWindow(electron: ElectronApplication, path: string, choose: () => Promise<void>): Promise<SavedFile> {
  const saving = electron.evaluate(
    ({ session }, chosen) =>
      new Promise<{ state: string; name: string }>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          const name = item.getSaveDialogOptions().defaultPath ?? '';
          item.setSavePath(chosen);
          item.once('done', (_done, state) => resolve({ state, name }));
        });
      }),
    path,
  );
  await choose();
  const { state, name } = await saving;
  expect(state).toBe('completed');
  return { name, path };
}
