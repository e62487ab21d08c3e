/**
 * The encoding that a file is read in, and another one for it. It is picked first and asked for then: by keyboard every step through the list picks.
 * Not for what reading a file again means: see its users.
 */
import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { EncodingName } from '../../src-main/contract/model';
import './encoding-field.css';

/** As they are called in every language. */
export const encodingNames: Readonly<Record<EncodingName, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 / GBK / GB2312',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};
const encodings = Object.keys(encodingNames) as readonly EncodingName[];

export interface EncodingPick {
  /** The file is read in it already, or is being; empty where it is read in none. */
  readonly now: EncodingName | '';
  /** Looked at in the list and not yet asked for. */
  readonly picked: EncodingName | null;
  readonly list: RefObject<HTMLSelectElement | null>;
  readonly pick: (encoding: EncodingName | null) => void;
  readonly use: () => void;
}

/**
 * @param isBusy nothing can be asked for just now; the list is not taken from under the keyboard for it
 * @param onUse is told what was asked for
 */
export function useEncodingPick(now: EncodingName | '', isBusy: boolean, onUse: (encoding: EncodingName) => void): EncodingPick {
  const [looked, setLooked] = useState<EncodingName | null>(null);
  const list = useRef<HTMLSelectElement>(null);
  // It may have come to be read so in another way meanwhile.
  const picked = looked === now ? null : looked;
  const use = (): void => {
    if (picked === null || isBusy) return;
    // The button goes away: who works by keyboard stays with the file.
    list.current?.focus();
    setLooked(null);
    onUse(picked);
  };
  return { now, picked, list, pick: setLooked, use };
}

interface ListProps {
  readonly choice: EncodingPick;
  /** Of the file. */
  readonly name: string;
  readonly disabled?: boolean;
}

/** Enter asks for what is picked, Escape goes back to what is. */
export function EncodingList({ choice: { now, picked, list, pick, use }, name, disabled = false }: ListProps) {
  const { t } = useTranslation('app');
  return (
    <select
      ref={list}
      className="app-field encoding-list"
      aria-label={t('encoding-of', { name })}
      value={picked ?? now}
      disabled={disabled}
      onChange={(event) => pick(encodings.find((each) => each === event.target.value) ?? null)}
      onKeyDown={(event) => {
        if (picked === null || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        if (event.key === 'Enter') use();
        else pick(null);
      }}
    >
      {now === '' && <option value="">{t('encoding-choose')}</option>}
      {encodings.map((encoding) => (
        <option key={encoding} value={encoding}>
          {encodingNames[encoding]}
        </option>
      ))}
    </select>
  );
}

interface UseProps {
  readonly encoding: EncodingName;
  readonly name: string;
  readonly onUse: () => void;
}

export function UseEncoding({ encoding, name, onUse }: UseProps) {
  const { t } = useTranslation('app');
  return (
    <button
      type="button"
      className="app-button"
      aria-label={t('encoding-use-label', { name, encoding: encodingNames[encoding] })}
      onClick={onUse}
    >
      {t('encoding-use')}
    </button>
  );
}

interface FieldProps {
  readonly now: EncodingName;
  readonly name: string;
  readonly isBusy: boolean;
  readonly onUse: (encoding: EncodingName) => void;
}

/** List and button side by side. */
export function EncodingField({ now, name, isBusy, onUse }: FieldProps) {
  const choice = useEncodingPick(now, isBusy, onUse);
  return (
    <span className="encoding-field">
      <EncodingList choice={choice} name={name} />
      {choice.picked !== null && <UseEncoding encoding={choice.picked} name={name} onUse={choice.use} />}
    </span>
  );
}
