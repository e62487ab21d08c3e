/** The list of keys: every command with the keys that hold now. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openQueryHelp } from '../search/query-help';
import type { Settings } from '../../src-main/contract/model';
import { commandsOf, keysOf } from './commands';
import type { Command, CommandGroup } from './commands';
import { isSingleKey, printKey } from './keys';
import { go } from './navigation';
import { useAppInfo } from './queries';
import { onMac } from './use-keyboard';
import './key-list.css';

const groups: readonly CommandGroup[] = ['read', 'go', 'search', 'look', 'library'];

export function KeyList({ settings, onClose }: { readonly settings: Settings; readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // What can be pressed stands at the end: a list longer than the window would open there.
    title.current?.focus();
  }, []);
  const commands = commandsOf(useAppInfo().data);
  const keysNow = (command: Command) =>
    keysOf(command, settings.keys).filter(
      (key) => key !== 'BrowserBack' && key !== 'BrowserForward' && (settings.singleKeys || !isSingleKey(key)),
    );
  return (
    <dialog ref={dialog} className="dialog key-list" aria-labelledby="key-list-title" onClose={onClose}>
      <h2 ref={title} id="key-list-title" tabIndex={-1}>
        {t('keys-title')}
      </h2>
      <div className="key-list-groups">
        {groups.map((group) => {
          const inGroup = commands.filter((command) => command.group === group && keysNow(command).length > 0);
          if (inGroup.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`group-${group}`)}</h3>
              <dl>
                {inGroup.map((command) => (
                  <div key={command.name} className="key-list-row">
                    <dt>{t(command.words)}</dt>
                    <dd>
                      {keysNow(command).map((key) => (
                        <kbd key={key}>{printKey(key, onMac)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      {!settings.singleKeys && <p className="dialog-note">{t('keys-single-off')}</p>}
      <div className="dialog-actions">
        <button
          type="button"
          className="app-button"
          onClick={() => {
            dialog.current?.close();
            go({ kind: 'settings' });
          }}
        >
          {t('keys-change')}
        </button>
        <button
          type="button"
          className="app-button"
          onClick={() => {
            dialog.current?.close();
            openQueryHelp();
          }}
        >
          {t('search:help')}
        </button>
        <button type="button" className="app-button" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
}
