/** The desktop app's one call channel and one event channel. Not for checking inputs (dispatch.ts) or for the page's side (preload.ts). */
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { Settings } from '../../contract/model';
import type { EventName, Events, Input, Output } from '../../contract/operations';
import type { Reply } from '../../contract/problem';
import type { LibraryHandle, Log } from '../../library/library-handle';
import { problemOf } from '../../library/problem-of';
import { isPageAddress } from './page-address';

export interface Bridge {
  send<Name extends EventName>(event: Name, value: Events[Name]): void;
  /** Resolves once every call that has begun is answered: a page that closes may just have saved its place. */
  settled(): Promise<void>;
}

/** What a page asks for that no library can answer: the reader does, by the system's dialogs. */
export type Dialogs = { readonly [Name in 'folder.choose' | 'pdf.save']: (input: Input<Name>) => Promise<Output<Name>> };

/**
 * `library` may still be opening: calls wait for it. `page` gives the window's contents, if there is a window. `onSettings` hears the settings
 * that the page reads and writes: what stands outside of it goes by them too.
 */
export function openBridge(
  library: Promise<LibraryHandle>,
  page: () => WebContents | undefined,
  dialogs: Dialogs,
  log: Log,
  onSettings: (settings: Settings) => void,
): Bridge {
  const edge = library.then(loadEdge, loadEdge);
  const running = new Set<Promise<unknown>>();
  ipcMain.handle('call', async (event, operation: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event, page())) return { ok: false, problem: { code: 'not-allowed' } };
    const asks = isDialog(dialogs, operation);
    const call = Promise.all([library, edge]).then(([opened, { dispatch }]) =>
      dispatch(asks ? { ...opened, call: (_operation, checked) => ask(dialogs[operation], checked, log) } : opened, operation, input),
    );
    // A window that closes takes its dialog along.
    if (asks) return call;
    running.add(call);
    try {
      const reply = await call;
      if (reply.ok && (operation === 'settings.read' || operation === 'settings.write')) onSettings(reply.value as Settings);
      return reply;
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

function isDialog(dialogs: Dialogs, operation: unknown): operation is keyof Dialogs {
  return typeof operation === 'string' && Object.hasOwn(dialogs, operation);
}

/** `input` has been checked against the schema of what is asked. */
async function ask(dialog: Dialogs[keyof Dialogs], input: unknown, log: Log): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await dialog(input as never) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, log) };
  }
}

/** Not with the program's first lines: the page's process starts meanwhile. */
const loadEdge = () => import('../dispatch');

/** Only the top frame of our own window, showing our own page. */
function isOwnPage(event: IpcMainInvokeEvent, page: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return frame !== null && page !== undefined && event.sender === page && frame === page.mainFrame && isPageAddress(frame.url);
}
