/** Entry: the desktop app. One process a user, one window, one library. Not for any decision about newspapers. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import type { OpenDialogOptions } from 'electron';
import { appFiles, appName, appVersion } from '../app-folder';
import { readStartCommand } from '../command-line';
import { libraryFolder } from '../library-folder';
import type { Log } from '../../library/library-handle';
import { openAppLibrary } from '../open-app-library';
import { openPage } from '../page';
import type { Page } from '../page';
import { openBridge } from './bridge';
import { isolateProcess, isolateSession } from './isolation';
import { installMenu } from './menu';
import { savePdf } from './save-pdf';
import { openWindow } from './window';

isolateProcess();
app.setName(appName);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), appName));
const userData = app.getPath('userData');
// Run from a checkout, the first argument is the app's folder.
const command = readStartCommand(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());

// Not awaited here: Electron is ready only once this module has run to its end.
if (app.requestSingleInstanceLock({ paths: command.paths })) void start();
else app.quit();

/** Whatever becomes of the window, what was named on the command line comes in, in ms. */
const LONGEST_BEFORE_LIBRARY = 1000;

/**
 * The window comes first, and with it the process that draws it. What its page does not need yet is loaded once the page has been asked for: on a
 * small machine they would else wait for each other. The library's thread, too, starts then, and is open before the page's first call.
 */
async function start(): Promise<void> {
  const shown = app.whenReady().then(showFirstWindow);
  let asked: (() => void) | undefined;
  const thereafter = new Promise<void>((resolve) => {
    asked = resolve;
    setTimeout(resolve, LONGEST_BEFORE_LIBRARY);
  });
  const logFile = thereafter.then(() => import('./log-file')).then(({ openLogFile }) => openLogFile(join(userData, 'logs')));
  const log: Log = (entry) => void logFile.then((write) => write(entry));
  log({ level: 'info', message: `newsroom reader ${appVersion}, Electron ${process.versions['electron']}, ${process.platform}` });
  process.on('uncaughtException', (failure) => log({ level: 'error', message: failure.message, stack: failure.stack ?? '' }));
  process.on('unhandledRejection', (reason) => log({ level: 'error', message: String(reason) }));

  const library = thereafter.then(() => openAppLibrary({ directory: libraryFolder(command.library, userData), host: 'electron', log }));
  let window: BrowserWindow | undefined;
  const bridge = openBridge(
    library,
    () => window?.webContents,
    {
      'folder.choose': async () => ({ path: await chooseFolder() }),
      'pdf.save': async ({ name }) => ({ path: window ? await savePdf(window, name) : null }),
    },
    log,
    ({ language }) => showMenu(language === 'system' ? app.getLocale() : language),
  );

  const importPaths = async (paths: readonly string[]) => {
    if (paths.length > 0) await (await library).importPaths(paths, { awaited: true });
  };
  const choose = async (properties: OpenDialogOptions['properties']) => {
    const options: OpenDialogOptions = { properties: [...(properties ?? []), 'multiSelections'] };
    const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    await importPaths(chosen.filePaths);
  };
  async function chooseFolder(): Promise<string | null> {
    const options: OpenDialogOptions = { properties: ['openDirectory'] };
    const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return chosen.filePaths[0] ?? null;
  }
  const showMenu = (locale: string) =>
    installMenu(locale, process.platform === 'darwin', {
      command: (name) => bridge.send('command', { name }),
      importFiles: () => void choose(['openFile']),
      importFolder: () => void choose(['openDirectory']),
      paste: () => window?.webContents.paste(),
    });
  const showWindow = () => {
    if (window) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    window = openWindow(userData);
    window.on('closed', () => {
      window = undefined;
    });
  };

  // macOS names files by an event, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void importPaths([path]);
    if (app.isReady()) showWindow();
  });
  app.on('second-instance', (_event, _words, _folder, other) => {
    void importPaths((other as { readonly paths: readonly string[] }).paths);
    showWindow();
  });
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuitting(async () => {
    await bridge.settled();
    await (await library).close();
  });

  const page = openPage({ folder: appFiles.page, connects: false }).then((answer): Page => (path) => {
    setImmediate(() => asked?.());
    return answer(path);
  });
  function showFirstWindow(): void {
    isolateSession(session.defaultSession, page);
    showMenu(app.getLocale());
    showWindow();
  }
  await shown;
  void importPaths(command.paths);
}

/** Windows are gone by `will-quit`, so nothing new can be asked for; the library is closed, then the app ends. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
