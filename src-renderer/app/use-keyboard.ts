/**
 * Listens for keys and for the mouse's back and forward buttons, and runs what they stand for.
 * A key that a control has used, that is being typed, or that an input method is working on is left alone.
 */
import { useLayoutEffect } from 'react';
import type { Settings } from '../../src-main/contract/model';
import { commands, keysOf } from './commands';
import type { CommandName } from './commands';
import { isFieldKey, isSingleKey, nameOfKey } from './keys';
import { back, forward } from './navigation';
import { run } from './use-command';

export const onMac = navigator.platform.startsWith('Mac');

function isTypedInto(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range', 'submit', 'reset'].includes(target.type);
}

/** By menu, as by key: where a field of text has the keyboard, it takes back its own typing. False where none has. */
export function editField(command: CommandName): boolean {
  if ((command !== 'edit.undo' && command !== 'edit.redo') || !isTypedInto(document.activeElement)) return false;
  // Deprecated, and the only way to a field's own undo.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand(command === 'edit.undo' ? 'undo' : 'redo');
  return true;
}

const usesEnterAndSpace = 'button, a[href], summary, input, [role="button"], [role="tab"], [role="treeitem"], [role="option"]';

/** The commands a pressed key stands for, in the table's order. */
export function commandsForKey(key: string, settings: Pick<Settings, 'keys' | 'singleKeys'>): readonly (typeof commands)[number][] {
  if (!settings.singleKeys && isSingleKey(key)) return [];
  return commands.filter((command) => keysOf(command, settings.keys).includes(key));
}

export function useKeyboard(settings: Settings): void {
  // Before anything is seen: a key pressed on what has just come must be heard, however much else there is to do.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // keyCode 229: an input method has the key, though some do not say isComposing on the first one.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const key = nameOfKey(event, onMac);
      if (key === null) return;
      const target = event.target;
      if (isTypedInto(target) && isFieldKey(key, onMac)) return;
      const onControl = target instanceof Element && target.closest(usesEnterAndSpace) !== null;
      if (onControl && (key === 'Enter' || key === 'Space' || key === 'Shift+Space')) return;
      // A dialog or a menu has the keyboard to itself; what opened the palette also closes it.
      const over = document.querySelector('dialog[open], [role="menu"]');
      if (over && !(key === 'Mod+K' && over.classList.contains('palette'))) return;
      for (const command of commandsForKey(key, settings)) {
        if (run(command.name, key)) {
          event.preventDefault();
          // Whoever goes elsewhere takes the keys along.
          if (command.group === 'go' && isTypedInto(target)) target.blur();
          return;
        }
      }
    };
    const onMouse = (event: MouseEvent) => {
      if (event.button !== 3 && event.button !== 4) return;
      event.preventDefault();
      if (event.type === 'mouseup') (event.button === 3 ? back : forward)();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('mousedown', onMouse);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('mousedown', onMouse);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [settings]);
}
