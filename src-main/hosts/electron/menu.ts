/** The application menu in the interface's language. Its items do what the same command does in the page. Not for the page's own menus. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

const words = {
  'zh-CN': {
    about: '关于报读',
    hide: '隐藏报读',
    hideOthers: '隐藏其他',
    unhide: '全部显示',
    quit: '退出',
    file: '文件',
    files: '导入文件…',
    folder: '导入文件夹…',
    paste: '从剪贴板导入文字',
    pdf: '存为 PDF…',
    pdfEdition: '整份报纸存为 PDF…',
    print: '打印…',
    settings: '设置…',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    cite: '复制引文',
    pasteText: '粘贴',
    selectAll: '全选',
    find: '查找…',
    view: '显示',
    next: '下一页',
    previous: '上一页',
    source: '原文对照',
    resetZoom: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    go: '前往',
    back: '后退',
    forward: '前进',
    shelf: '书架',
    bookmarks: '书签',
    palette: '查找与指令…',
    window: '窗口',
    minimize: '最小化',
    zoom: '缩放',
    close: '关闭窗口',
    front: '全部移到最前',
    help: '帮助',
    keys: '快捷键',
    devTools: '开发者工具',
  },
  en: {
    about: 'About Newsroom Reader',
    hide: 'Hide Newsroom Reader',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit',
    file: 'File',
    files: 'Import Files…',
    folder: 'Import Folder…',
    paste: 'Import Text from the Clipboard',
    pdf: 'Save as PDF…',
    pdfEdition: 'Save Edition as PDF…',
    print: 'Print…',
    settings: 'Settings…',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    cite: 'Copy with Citation',
    pasteText: 'Paste',
    selectAll: 'Select All',
    find: 'Find…',
    view: 'View',
    next: 'Next Page',
    previous: 'Previous Page',
    source: 'Source Beside the Article',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    go: 'Go',
    back: 'Back',
    forward: 'Forward',
    shelf: 'Shelf',
    bookmarks: 'Bookmarks',
    palette: 'Find and Command…',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    close: 'Close Window',
    front: 'Bring All to Front',
    help: 'Help',
    keys: 'Keys',
    devTools: 'Developer Tools',
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

/** `locale` as the system names it, such as `zh-Hans-CN` or `en-GB`, or as the reader chose. */
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
  const quit = { role: 'quit' as const, label: word.quit };
  const close = { role: 'close' as const, label: word.close };
  const minimize = { role: 'minimize' as const, label: word.minimize };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(mac
      ? [
          {
            role: 'appMenu' as const,
            submenu: [
              { role: 'about' as const, label: word.about },
              separator,
              settings,
              separator,
              { role: 'hide' as const, label: word.hide },
              { role: 'hideOthers' as const, label: word.hideOthers },
              { role: 'unhide' as const, label: word.unhide },
              separator,
              quit,
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
        ...(mac ? [close] : [settings, separator, quit]),
      ],
    },
    {
      label: word.edit,
      submenu: [
        item(word.undo, 'edit.undo', 'CmdOrCtrl+Z'),
        item(word.redo, 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { role: 'cut', label: word.cut },
        { role: 'copy', label: word.copy },
        item(word.cite, 'copy.citation', 'CmdOrCtrl+Shift+C'),
        { role: 'paste', label: word.pasteText },
        { role: 'selectAll', label: word.selectAll },
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
        { role: 'resetZoom', label: word.resetZoom },
        { role: 'zoomIn', label: word.zoomIn },
        { role: 'zoomOut', label: word.zoomOut },
        separator,
        { role: 'togglefullscreen', label: word.fullScreen },
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
    {
      label: word.window,
      role: 'windowMenu',
      submenu: mac ? [minimize, { role: 'zoom', label: word.zoom }, separator, { role: 'front', label: word.front }] : [minimize, close],
    },
    {
      label: word.help,
      role: 'help',
      submenu: [item(word.keys, 'go.keys'), { role: 'toggleDevTools', label: word.devTools }],
    },
  ];
}
