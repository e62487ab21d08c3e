/**
 * Every way in: files and folders dropped anywhere, files or text pasted outside a field, the two pickers, and their commands.
 * Not for what becomes of them: see take-in.ts.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../app/announce';
import { useAppInfo } from '../app/queries';
import { useCommand } from '../app/use-command';
import { gatherEntries, gatherFiles } from './gathered-file';
import type { GatheredFile } from './gathered-file';
import { fileOfPaste } from './paste-text';
import { showAwaited } from './take-in';
import { importDesk } from './use-imports';
import { useTakeIn } from './use-take-in';

export interface Intake {
  /** Files are held over the window. */
  readonly isOver: boolean;
  /** Files found so far in dropped folders; null when none are being looked through. */
  readonly counting: number | null;
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** A folder lists its files only through an entry; what has none (an image from a page) is a plain file. */
function takeFrom(transfer: DataTransfer): { readonly entries: readonly FileSystemEntry[]; readonly loose: readonly File[] } {
  const entries: FileSystemEntry[] = [];
  const loose: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) loose.push(file);
  }
  return { entries, loose };
}

/** Held while the reader chooses, which may take them minutes: what nothing holds is collected, and then never says what was chosen. */
let asking: HTMLInputElement | null = null;

/** Opens the system's picker; nothing happens where the reader closes it. */
function pick(folder: boolean, take: (files: readonly GatheredFile[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = folder;
  input.addEventListener('change', () => {
    asking = null;
    take(gatherFiles(input.files ?? []));
  });
  asking = input;
  asking.click();
}

export function useIntake(): Intake {
  const { t } = useTranslation('importing');
  const host = useAppInfo().data?.host;
  const [isOver, setOver] = useState(false);
  const [counting, setCounting] = useState<number | null>(null);

  const take = useTakeIn();

  async function dropped(transfer: DataTransfer): Promise<void> {
    // The entries are gone once the event is over: both lists are made before the first wait.
    const { entries, loose } = takeFrom(transfer);
    const hasFolder = entries.some((entry) => entry.isDirectory);
    if (hasFolder) setCounting(0);
    const found = await gatherEntries(entries, setCounting);
    setCounting(null);
    take([...found, ...gatherFiles(loose)]);
  }

  function pasted(text: string): void {
    const file = fileOfPaste(text, new Date());
    if (file) take([file]);
    else announce(t('paste-short'));
  }

  function onPaste(event: ClipboardEvent): void {
    if (isField(event.target) || !event.clipboardData) return;
    const files = gatherFiles(event.clipboardData.files);
    const text = event.clipboardData.getData('text/plain');
    if (files.length === 0 && text === '') return;
    event.preventDefault();
    if (files.length > 0) take(files);
    else pasted(text);
  }

  async function readClipboard(): Promise<void> {
    try {
      pasted(await navigator.clipboard.readText());
    } catch {
      announce(t('paste-denied'));
    }
  }

  useCommand('import.files', () => {
    pick(false, take);
  });
  useCommand('import.folder', () => {
    pick(true, take);
  });
  // The desktop app's page may not read the clipboard: there the key keeps its ordinary meaning, a paste, which is heard below.
  useCommand('import.paste', () => void readClipboard(), host === 'web');

  const handlers = useRef({ dropped, onPaste });
  useEffect(() => {
    handlers.current = { dropped, onPaste };
  });

  useEffect(() => {
    // Every element entered sends its own pair of events: only the outermost pair counts.
    let depth = 0;
    function enter(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth++;
      setOver(true);
    }
    function over(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    }
    function leave(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    }
    function drop(event: DragEvent): void {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void handlers.current.dropped(event.dataTransfer);
    }
    function paste(event: ClipboardEvent): void {
      handlers.current.onPaste(event);
    }
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);

  useEffect(() => {
    const stopShowing = showAwaited(importDesk);
    const stopFollowing = importDesk.follow();
    return () => {
      stopFollowing();
      stopShowing();
    };
  }, []);

  return { isOver, counting };
}
