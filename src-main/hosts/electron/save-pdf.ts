/** What the page would print now, as a PDF file where the reader wants it. Not for how it looks on paper: see the page's style sheets. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { Problem } from '../../contract/problem';

/** What no system's file names may hold, and more than most of them may be long. */
const forbidden = /[\\/:*?"<>|\p{C}]+/gu;
const longestName = 80;

/** Resolves with the file's path, or with null where the reader named none. Rejects with a `Problem`: file-unwritable, disk-full. */
export async function savePdf(window: BrowserWindow, name: string): Promise<string | null> {
  const proposed = Array.from(name.replace(forbidden, ' ').trim()).slice(0, longestName).join('');
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), `${proposed || app.getName()}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return null;
  const pdf = await window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, generateTaggedPDF: true });
  try {
    await writeFile(filePath, pdf);
  } catch (cause) {
    const full = ['ENOSPC', 'EDQUOT'].includes((cause as NodeJS.ErrnoException).code ?? '');
    throw new Problem(full ? 'disk-full' : 'file-unwritable', { name: basename(filePath) }, { cause });
  }
  return filePath;
}
