/** One field for everything: commands, sections, articles, editions, the text itself, and the way to the search view. Not for what is offered. */
import { Command as Menu } from 'cmdk';
import { Fragment, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition, Settings, Span } from '../../src-main/contract/model';
import { commands, keysOf } from './commands';
import { keepSelection } from './keep-selection';
import { isSingleKey, printKey } from './keys';
import { paletteGroups } from './palette-entries';
import type { PaletteEntry } from './palette-entries';
import { useEditions, useSearch, useSuggestions } from './queries';
import { onMac } from './use-keyboard';
import { useOffer } from './use-command';
import './palette.css';

const hitsShown = 6;
const suggestionsAsked = 12;
const movingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End']);

interface Props {
  /** The one in front, or the last that was. */
  readonly edition: Edition | null;
  /** Whether it is in front: then what is typed is looked for in it first. */
  readonly inFront: boolean;
  readonly settings: Settings;
  readonly onClose: () => void;
}

export function Palette({ edition, inFront, settings, onClose }: Props) {
  const { t, i18n } = useTranslation('app');
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [selectAgain] = useState(keepSelection);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const offered = useOffer();
  const later = useDeferredValue(text);
  const { data: editions } = useEditions();
  const search = useSearch({ text: later, limit: hitsShown, ...(edition && inFront ? { edition: edition.id } : {}) });
  const suggestions = useSuggestions({ text: later, limit: suggestionsAsked });
  useEffect(() => {
    dialog.current?.showModal();
    // A dialog focuses the first thing that can be focused, which is the menu around the field.
    field.current?.focus();
  }, []);

  const groups = paletteGroups(t, i18n.language, text, {
    edition,
    inFront,
    editions: editions ?? [],
    commands: commands.filter(({ name }) => offered(name)),
    suggestions: suggestions.data?.suggestions ?? [],
    hits: search.data?.hits ?? [],
  });
  // The first entry is the one that Enter takes, also when it comes later than the others, until the reader has chosen another.
  const moved = useRef(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = groups.flatMap((group) => group.entries);
  const value = entries.some(({ key }) => key === chosen) ? chosen : entries[0]?.key;

  const close = (then: () => void) => () => {
    dialog.current?.close();
    selectAgain();
    // The palette gives focus back first, so that what runs finds the view as it was.
    setTimeout(then);
  };
  // Esc is over at once: what is pressed next, as the key that opens the palette again, finds it closed.
  const cancelled = () => {
    dialog.current?.close();
    selectAgain();
    onClose();
  };
  const items = (of: readonly PaletteEntry[]) =>
    of.map((entry) => (
      <Menu.Item key={entry.key} value={entry.key} onSelect={close(entry.act)}>
        <Entry entry={entry} settings={settings} />
      </Menu.Item>
    ));

  return (
    <dialog ref={dialog} className="dialog palette" aria-label={t('palette-title')} onClose={onClose} onCancel={cancelled}>
      <Menu
        label={t('palette-title')}
        shouldFilter={false}
        vimBindings={false}
        loop
        value={value ?? ''}
        onValueChange={(next) => {
          if (moved.current) setChosen(next);
        }}
        onKeyDownCapture={(event) => {
          if (movingKeys.has(event.key)) moved.current = true;
        }}
        onPointerMoveCapture={() => {
          moved.current = true;
        }}
      >
        <Menu.Input
          className="app-field palette-field"
          ref={field}
          value={typed}
          onValueChange={(next) => {
            moved.current = false;
            setChosen(null);
            setTyped(next);
          }}
          placeholder={t('palette-hint')}
          maxLength={200}
        />
        <Menu.List className="palette-list">
          {groups.map(({ heading, entries: own }) =>
            heading === null ? (
              <Menu.Group key="searches" className="palette-searches">
                {items(own)}
              </Menu.Group>
            ) : (
              <Menu.Group key={heading} heading={t(heading)}>
                {items(own)}
              </Menu.Group>
            ),
          )}
        </Menu.List>
      </Menu>
    </dialog>
  );
}

function Entry({ entry, settings }: { readonly entry: PaletteEntry; readonly settings: Settings }) {
  const key = entry.command && keysOf(entry.command, settings.keys).find((each) => settings.singleKeys || !isSingleKey(each));
  return (
    <>
      {entry.look ? (
        <span className={`palette-${entry.look}`} lang="zh-CN">
          <Marked text={entry.text} spans={entry.marks ?? []} />
        </span>
      ) : (
        <span>{entry.text}</span>
      )}
      {entry.note !== undefined && <span className="palette-note">{entry.note}</span>}
      {key !== undefined && <kbd className="palette-note">{printKey(key, onMac)}</kbd>}
    </>
  );
}

/** A text with some stretches of it marked. */
function Marked({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  const before = [0, ...spans.map(({ end }) => end)];
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(before[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(before.at(-1))}
    </>
  );
}
