/** Which key runs which command, changed by pressing the new key (WCAG 2.1.4). */
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../src-main/contract/model';
import { announce } from '../app/announce';
import { commands, keysOf } from '../app/commands';
import type { Command } from '../app/commands';
import { nameOfKey, printKey } from '../app/keys';
import { onMac } from '../app/use-keyboard';

interface Props {
  readonly settings: Settings;
  /** Those the host has. */
  readonly offered: typeof commands;
  readonly onChange: (keys: Readonly<Record<string, string>>) => void;
}

export function KeySettings({ settings, offered, onChange }: Props) {
  const { t } = useTranslation('settings');
  const [asking, setAsking] = useState<string | null>(null);
  const [clash, setClash] = useState<{ readonly at: string; readonly said: string } | null>(null);
  const printed = (command: Command, own: Settings['keys']) =>
    keysOf(command, own)
      .filter((key) => !key.startsWith('Browser'))
      .map((key) => printKey(key, onMac))
      .join('　') || t('key-none');

  const give = (command: Command, keys: Settings['keys'], taken: string | null = null) => {
    onChange(keys);
    setClash(taken === null ? null : { at: command.name, said: taken });
    const changed = t('key-changed', { command: t(command.words), keys: printed(command, keys) });
    announce(taken === null ? changed : `${changed} ${taken}`);
  };
  const onKeyDown = (event: KeyboardEvent, command: Command) => {
    if (asking !== command.name) return;
    if (event.key === 'Tab' || event.nativeEvent.isComposing) {
      setAsking(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const key = nameOfKey(event, onMac);
    if (key === null) return;
    setAsking(null);
    setClash(null);
    if (key === 'Escape') return;
    if (key === 'Delete' || key === 'Backspace') {
      give(command, { ...settings.keys, [command.name]: '' });
      return;
    }
    const other = commands.find((one) => one.name !== command.name && keysOf(one, settings.keys).includes(key));
    // One key runs one command: the newcomer takes it over, and the reader is told from where.
    const left = other
      ? {
          [other.name]: keysOf(other, settings.keys)
            .filter((one) => one !== key)
            .join(' '),
        }
      : {};
    const keys = { ...settings.keys, ...left, [command.name]: key };
    const taken = other && t('key-taken', { key: printKey(key, onMac), command: t(other.words), keys: printed(other, keys) });
    give(command, keys, taken);
  };
  const reset = (command: Command) => {
    const { [command.name]: _dropped, ...rest } = settings.keys;
    give(command, rest);
  };

  return (
    <>
      <p className="settings-note">{t('keys-note')}</p>
      <ul className="settings-keys">
        {offered.map((command) => (
          <li key={command.name}>
            <span>{t(command.words)}</span>
            <kbd>{asking === command.name ? t('press-now') : printed(command, settings.keys)}</kbd>
            <button
              type="button"
              className="app-button"
              aria-label={t('change-of', { command: t(command.words) })}
              onClick={() => setAsking(command.name)}
              onBlur={() => setAsking((now) => (now === command.name ? null : now))}
              onKeyDown={(event) => onKeyDown(event, command)}
            >
              {t('change')}
            </button>
            {settings.keys[command.name] !== undefined && (
              <button
                type="button"
                className="app-button"
                aria-label={t('reset-of', { command: t(command.words) })}
                onClick={() => reset(command)}
              >
                {t('reset')}
              </button>
            )}
            {clash?.at === command.name && <p className="settings-clash">{clash.said}</p>}
          </li>
        ))}
      </ul>
      {Object.keys(settings.keys).length > 0 && (
        <button type="button" className="app-button" onClick={() => onChange({})}>
          {t('reset-all')}
        </button>
      )}
    </>
  );
}
