/** What the page sees of the desktop app: two functions and nothing else. Runs sandboxed, so it can load nothing of ours. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Link } from '../../contract/link';

const link: Link = {
  call: (operation, input) => ipcRenderer.invoke('call', operation, input),
  listen: (event, handler) => {
    const hear = (_sender: unknown, ...[name, value]: unknown[]) => {
      if (name === event) handler(value as never);
    };
    ipcRenderer.on('event', hear);
    return () => {
      ipcRenderer.off('event', hear);
    };
  },
};

contextBridge.exposeInMainWorld('newsroom', link);
