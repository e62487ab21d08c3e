/** The desktop app's one call channel and one event channel. Not for checking inputs (dispatch.ts) or for the page's side (preload.ts). */
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { EventName, Events } from '../../contract/operations';
import type { Reply } from '../../contract/problem';
import type { LibraryHandle } from '../../library/library-handle';
import { isPageAddress } from './page-address';

export interface Bridge {
  send<Name extends EventName>(event: Name, value: Events[Name]): void;
  /** Resolves once every call that has begun is answered: a page that closes may just have saved its place. */
  settled(): Promise<void>;
}

/**
 * `library` may still be opening: calls wait for it. `page` gives the window's contents, if there is a window. `chooseFolder` shows the system's
 * dialog: the one thing a page asks for that no library can answer.
 */
export function openBridge(
  library: Promise<LibraryHandle>,
  page: () => WebContents | undefined,
  chooseFolder: () => Promise<string | null>,
): Bridge {
  const edge = library.then(loadEdge, loadEdge);
  const running = new Set<Promise<unknown>>();
  ipcMain.handle('call', async (event, operation: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event, page())) return { ok: false, problem: { code: 'not-allowed' } };
    if (operation === 'folder.choose') return { ok: true, value: { path: await chooseFolder() } };
    const call = Promise.all([library, edge]).then(([opened, { dispatch }]) => dispatch(opened, operation, input));
    running.add(call);
    try {
      return await call;
    } finally {
      running.delete(call);
    }
  });
  const send: Bridge['send'] = (event, value) => {
    const contents = page();
    if (contents && !contents.isDestroyed()) contents.send('event', event, value);
  };
  void library.then((opened) => opened.listen(send));
  return {
    send,
    async settled() {
      await Promise.allSettled(running);
    },
  };
}

/** Not with the program's first lines: the page's process starts meanwhile. */
const loadEdge = () => import('../dispatch');

/** Only the top frame of our own window, showing our own page. */
function isOwnPage(event: IpcMainInvokeEvent, page: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return frame !== null && page !== undefined && event.sender === page && frame === page.mainFrame && isPageAddress(frame.url);
}
