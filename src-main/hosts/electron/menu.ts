/** The application menu in the system's language. Its items do what the same command does in the page. Not for the page's own menus. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

const words = {
  'zh-CN': {
    file: '文件',
    files: '导入文件…',
    folder: '导入文件夹…',
    paste: '粘贴为报纸',
    pdf: '存为 PDF…',
    pdfEdition: '整份报纸存为 PDF…',
    print: '打印…',
    settings: '设置…',
    edit: '编辑',
    find: '查找…',
    view: '显示',
    next: '下一页',
    previous: '上一页',
    source: '原文对照',
    go: '前往',
    back: '后退',
    forward: '前进',
    shelf: '报架',
    bookmarks: '书签',
    palette: '命令与跳转…',
    window: '窗口',
    help: '帮助',
    keys: '键盘快捷键',
  },
  en: {
    file: 'File',
    files: 'Import Files…',
    folder: 'Import Folder…',
    paste: 'Paste as Newspaper',
    pdf: 'Save as PDF…',
    pdfEdition: 'Save Edition as PDF…',
    print: 'Print…',
    settings: 'Settings…',
    edit: 'Edit',
    find: 'Find…',
    view: 'View',
    next: 'Next Page',
    previous: 'Previous Page',
    source: 'Source Text',
    go: 'Go',
    back: 'Back',
    forward: 'Forward',
    shelf: 'Shelf',
    bookmarks: 'Bookmarks',
    palette: 'Commands…',
    window: 'Window',
    help: 'Help',
    keys: 'Keyboard Shortcuts',
  },
} as const;

export interface MenuActions {
  /** Tells the page to do what the named command does there. */
  readonly command: (name: string) => void;
  readonly importFiles: () => void;
  readonly importFolder: () => void;
  /** Hands the page what is on the clipboard, which it may not read by itself. */
  readonly paste: () => void;
}

/** `locale` as the system names it, such as `zh-Hans-CN` or `en-GB`. */
export function installMenu(locale: string, mac: boolean, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(locale, mac, actions)));
}

export function menuTemplate(locale: string, mac: boolean, actions: MenuActions): MenuItemConstructorOptions[] {
  const word = words[locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'];
  /** Keys are shown, not taken: the page answers to them itself, and knows when the reader is typing. */
  const item = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.command(name),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const settings = item(word.settings, 'go.settings', 'CmdOrCtrl+,');
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(mac
      ? [
          {
            role: 'appMenu' as const,
            submenu: [
              { role: 'about' as const },
              separator,
              settings,
              separator,
              { role: 'hide' as const },
              { role: 'hideOthers' as const },
              { role: 'unhide' as const },
              separator,
              { role: 'quit' as const },
            ],
          },
        ]
      : []),
    {
      label: word.file,
      submenu: [
        { label: word.files, accelerator: 'CmdOrCtrl+O', click: actions.importFiles },
        { label: word.folder, accelerator: 'CmdOrCtrl+Shift+O', click: actions.importFolder },
        { label: word.paste, accelerator: 'CmdOrCtrl+Shift+V', click: actions.paste },
        separator,
        item(word.pdf, 'pdf.view', 'CmdOrCtrl+Shift+P'),
        item(word.pdfEdition, 'pdf.edition', 'CmdOrCtrl+Shift+E'),
        item(word.print, 'print', 'CmdOrCtrl+P'),
        separator,
        ...(mac ? [{ role: 'close' as const }] : [settings, separator, { role: 'quit' as const }]),
      ],
    },
    {
      label: word.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item(word.find, 'search.find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: word.view,
      submenu: [
        item(word.next, 'page.next'),
        item(word.previous, 'page.previous'),
        item(word.source, 'source.toggle'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: word.go,
      submenu: [
        item(word.back, 'go.back', mac ? 'Cmd+[' : 'Alt+Left'),
        item(word.forward, 'go.forward', mac ? 'Cmd+]' : 'Alt+Right'),
        separator,
        item(word.shelf, 'go.shelf', 'CmdOrCtrl+Shift+L'),
        item(word.bookmarks, 'go.bookmarks', 'CmdOrCtrl+Shift+B'),
        item(word.palette, 'go.palette', 'CmdOrCtrl+K'),
      ],
    },
    { label: word.window, role: 'windowMenu' },
    { label: word.help, role: 'help', submenu: [item(word.keys, 'go.keys'), { role: 'toggleDevTools' }] },
  ];
}
