/**
 * Everything the reader can be told to do, by key, palette, menu or button: names, words and default keys in one table.
 * A view says what a command does there (`useCommand`); a command nobody answers to is not offered. Not for behaviour.
 */
import type { AppInfo } from '../../src-main/contract/model';

export type CommandGroup = 'go' | 'read' | 'search' | 'look' | 'library';

export interface Command {
  readonly name: string;
  readonly group: CommandGroup;
  /** Key of its words as `feature:key`. */
  readonly words: string;
  /** Default keys; see keys.ts for how they are written. */
  readonly keys: readonly string[];
  /** Only where the host offers it; elsewhere it is not even listed. */
  readonly needs?: 'savesPdf';
  /** Left out of the palette: moving the palette's own selection would be nonsense. */
  readonly keyOnly?: true;
}

const table = [
  { name: 'go.back', group: 'go', words: 'app:command-back', keys: ['Alt+ArrowLeft', 'BrowserBack'] },
  { name: 'go.forward', group: 'go', words: 'app:command-forward', keys: ['Alt+ArrowRight', 'BrowserForward'] },
  { name: 'go.up', group: 'go', words: 'app:command-up', keys: ['Escape'], keyOnly: true },
  { name: 'go.shelf', group: 'go', words: 'app:command-shelf', keys: ['Mod+Shift+L'] },
  { name: 'go.bookmarks', group: 'go', words: 'app:command-bookmarks', keys: ['Mod+Shift+B'] },
  { name: 'go.trash', group: 'go', words: 'app:command-trash', keys: [] },
  { name: 'go.settings', group: 'go', words: 'app:command-settings', keys: ['Mod+,'] },
  { name: 'go.keys', group: 'go', words: 'app:command-keys', keys: ['?'] },
  { name: 'go.palette', group: 'search', words: 'app:command-palette', keys: ['Mod+K'], keyOnly: true },
  { name: 'search.focus', group: 'search', words: 'app:command-search', keys: ['/'] },
  { name: 'search.find', group: 'search', words: 'app:command-find', keys: ['Mod+F'] },
  { name: 'search.next', group: 'search', words: 'app:command-next-hit', keys: ['n', 'F3', 'Mod+G'] },
  { name: 'search.previous', group: 'search', words: 'app:command-previous-hit', keys: ['Shift+N', 'Shift+F3', 'Mod+Shift+G'] },
  { name: 'item.next', group: 'read', words: 'app:command-next-item', keys: ['j'] },
  { name: 'item.previous', group: 'read', words: 'app:command-previous-item', keys: ['k'] },
  { name: 'item.open', group: 'read', words: 'app:command-open-item', keys: ['Enter'], keyOnly: true },
  { name: 'page.next', group: 'read', words: 'app:command-next-page', keys: ['ArrowRight', 'PageDown', 'Space'] },
  { name: 'page.previous', group: 'read', words: 'app:command-previous-page', keys: ['ArrowLeft', 'PageUp', 'Shift+Space'] },
  { name: 'page.first', group: 'read', words: 'app:command-first-page', keys: ['Home'] },
  { name: 'page.last', group: 'read', words: 'app:command-last-page', keys: ['End'] },
  { name: 'bookmark.toggle', group: 'read', words: 'app:command-bookmark', keys: ['b'] },
  { name: 'copy.citation', group: 'read', words: 'app:command-cite', keys: ['Mod+Shift+C'] },
  { name: 'source.toggle', group: 'read', words: 'app:command-source', keys: ['s'] },
  { name: 'finding.next', group: 'read', words: 'app:command-next-finding', keys: ['d'] },
  { name: 'finding.previous', group: 'read', words: 'app:command-previous-finding', keys: ['Shift+D'] },
  { name: 'finding.confirm', group: 'read', words: 'app:command-confirm-finding', keys: ['y'] },
  { name: 'finding.dismiss', group: 'read', words: 'app:command-dismiss-finding', keys: ['x'] },
  { name: 'article.merge-previous', group: 'read', words: 'app:command-merge-previous', keys: [] },
  { name: 'article.merge-next', group: 'read', words: 'app:command-merge-next', keys: [] },
  { name: 'edition.correct', group: 'read', words: 'app:command-correct', keys: [] },
  { name: 'edition.files', group: 'library', words: 'shelf:command-files', keys: [] },
  { name: 'edition.mark-read', group: 'library', words: 'shelf:command-mark-read', keys: [] },
  { name: 'edition.mark-unread', group: 'library', words: 'shelf:command-mark-unread', keys: [] },
  { name: 'shelf.show-all', group: 'library', words: 'shelf:command-show-all', keys: [] },
  { name: 'edit.undo', group: 'library', words: 'app:command-undo', keys: ['Mod+Z'] },
  { name: 'edit.redo', group: 'library', words: 'app:command-redo', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  { name: 'print', group: 'read', words: 'app:command-print', keys: ['Mod+P'] },
  { name: 'pdf.view', group: 'read', words: 'app:command-pdf-view', keys: ['Mod+Shift+P'], needs: 'savesPdf' },
  { name: 'pdf.edition', group: 'read', words: 'app:command-pdf-edition', keys: ['Mod+Shift+E'] },
  { name: 'export.article-markdown', group: 'read', words: 'exporting:command-article-markdown', keys: [] },
  { name: 'export.article-json', group: 'read', words: 'exporting:command-article-json', keys: [] },
  { name: 'export.edition-markdown', group: 'read', words: 'exporting:command-edition-markdown', keys: [] },
  { name: 'export.edition-json', group: 'read', words: 'exporting:command-edition-json', keys: [] },
  { name: 'type.larger', group: 'look', words: 'app:command-larger', keys: ['+', '=', 'Mod+=', 'Mod++'] },
  { name: 'type.smaller', group: 'look', words: 'app:command-smaller', keys: ['-', 'Mod+-'] },
  { name: 'direction.toggle', group: 'look', words: 'app:command-direction', keys: ['v'] },
  { name: 'theme.paper', group: 'look', words: 'app:command-theme-paper', keys: [] },
  { name: 'theme.white', group: 'look', words: 'app:command-theme-white', keys: [] },
  { name: 'theme.dark', group: 'look', words: 'app:command-theme-dark', keys: [] },
  { name: 'theme.contrast', group: 'look', words: 'app:command-theme-contrast', keys: [] },
  { name: 'theme.system', group: 'look', words: 'app:command-theme-system', keys: [] },
  { name: 'language.chinese', group: 'look', words: 'app:command-chinese', keys: [] },
  { name: 'language.english', group: 'look', words: 'app:command-english', keys: [] },
  { name: 'import.files', group: 'library', words: 'importing:command-files', keys: ['Mod+O'] },
  { name: 'import.folder', group: 'library', words: 'importing:command-folder', keys: ['Mod+Shift+O'] },
  { name: 'import.paste', group: 'library', words: 'importing:command-paste', keys: ['Mod+Shift+V'] },
] as const satisfies readonly Command[];

export type CommandName = (typeof table)[number]['name'];
export const commands: readonly (Command & { readonly name: CommandName })[] = table;

/** Those this host has. */
export function commandsOf(host: Pick<AppInfo, 'savesPdf'> | undefined): typeof commands {
  return commands.filter(({ needs }) => needs === undefined || host?.[needs] === true);
}

/** A command's keys: the reader's own (several separated by spaces, none if empty) or the default ones. */
export function keysOf(command: Command, own: Readonly<Record<string, string>>): readonly string[] {
  const chosen = own[command.name];
  return chosen === undefined ? command.keys : chosen.split(' ').filter((key) => key !== '');
}

export function commandNamed(name: string): (Command & { readonly name: CommandName }) | undefined {
  return commands.find((command) => command.name === name);
}
