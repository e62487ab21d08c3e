/** The one window: its look before the page draws, its remembered size and place, its confinement. Not for what it shows. */
import { BrowserWindow, nativeTheme } from 'electron';
import windowState from 'electron-window-state';
import { appFiles } from '../app-folder';
import { pageAddress } from './page-address';

/** The page's own paper and dark colours (src-renderer/app/theme.css), so that a start never flashes. */
const background = { light: '#f7f3ea', dark: '#1b1a18' } as const;

export function openWindow(folder: string): BrowserWindow {
  const state = windowState({ path: folder, file: 'window.json', defaultWidth: 1280, defaultHeight: 860 });
  const window = new BrowserWindow({
    x: state.x,
    y: state.y,
    width: state.width,
    height: state.height,
    minWidth: 480,
    minHeight: 400,
    show: false,
    // macOS and Windows take theirs from the packaged app.
    ...(process.platform === 'linux' ? { icon: appFiles.icon } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: appFiles.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  state.manage(window);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}
