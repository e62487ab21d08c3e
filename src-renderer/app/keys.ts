/**
 * Keys as the reader types and names them: "j", "Shift+J", "Mod+K", "Alt+ArrowLeft". `Mod` is Command on a Mac and Ctrl elsewhere.
 * Pure. Not for what a key does.
 */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifierKeys: ReadonlySet<string> = new Set([
  'Control',
  'Meta',
  'Alt',
  'AltGraph',
  'Shift',
  'CapsLock',
  'NumLock',
  'Fn',
  'Dead',
  'Process',
]);

/** The name of the key pressed; null for a modifier alone and for what an input method is still working on. */
export function nameOfKey(press: KeyPress, mac: boolean): string | null {
  if (modifierKeys.has(press.key) || press.key === 'Unidentified') return null;
  const parts: string[] = [];
  const mod = mac ? press.metaKey : press.ctrlKey;
  if (mod) parts.push('Mod');
  if (mac ? press.ctrlKey : press.metaKey) parts.push(mac ? 'Ctrl' : 'Meta');
  if (press.altKey) parts.push('Alt');
  const printed = [...press.key].length === 1;
  const letter = printed && press.key.toLowerCase() !== press.key.toUpperCase();
  // The Shift that types "?" or "+" is part of the character; the Shift of a letter or of a named key is not.
  if (press.shiftKey && (letter || !printed || press.key === ' ')) parts.push('Shift');
  const name = press.key === ' ' ? 'Space' : press.key;
  parts.push(letter ? (parts.length === 0 ? name.toLowerCase() : name.toUpperCase()) : name);
  return parts.join('+');
}

/** A single printable character without a modifier: what WCAG 2.1.4 lets a reader switch off or remap. */
export function isSingleKey(name: string): boolean {
  const bare = name.startsWith('Shift+') ? name.slice('Shift+'.length) : name;
  return [...bare].length === 1;
}

const editing = /^Mod\+(?:[ACVXYZ]|Shift\+Z|(?:Shift\+)?(?:Arrow\w+|Home|End|Backspace|Delete|Enter))$/u;

/** Whether a field of text has a use for the key itself: it types, moves the cursor, selects, cuts or pastes, or takes back what was typed. */
export function isFieldKey(name: string, mac: boolean): boolean {
  if (/^(?:Shift\+)?(?:F\d+|Browser\w+)$/u.test(name)) return false;
  // On a Mac Alt types signs and moves by words, and Ctrl moves as in Emacs.
  const combined = name.startsWith('Mod+') || (!mac && /^(?:Alt|Meta)\+/u.test(name));
  return !combined || editing.test(name);
}

const symbols: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** As printed in the list of keys and beside a command. */
export function printKey(name: string, mac: boolean): string {
  const parts = name === '+' ? ['+'] : name.endsWith('++') ? [...name.slice(0, -2).split('+'), '+'] : name.split('+');
  return parts
    .map((part) => {
      if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'Alt' && mac) return '⌥';
      if (part === 'Shift' && mac) return '⇧';
      return symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    })
    .join(mac ? '' : '+');
}
