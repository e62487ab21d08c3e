/** A button that opens the forms something can be taken along in. Not for making files. */
import { useRef, useState } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { opensMenu } from '../app/opens-menu';
import '../shelf/edition-menu.css';
import './export-menu.css';
import { exportForms } from './forms';
import type { ExportForm } from './forms';

export interface ExportGroup {
  /** Shown where there are several. */
  readonly heading: string;
  readonly choices: readonly { readonly form: ExportForm; readonly save: () => Promise<void> }[];
}

/** @param save resolves once the file is there, or is said not to be */
export function exportGroup<Form extends ExportForm>(
  heading: string,
  forms: readonly Form[],
  save: (form: Form) => Promise<void>,
): ExportGroup {
  return { heading, choices: forms.map((form) => ({ form, save: () => save(form) })) };
}

interface Props {
  readonly groups: readonly ExportGroup[];
  /** Whether there is something to take along; the button has its place all the same. */
  readonly ready?: boolean;
  /** Of the button. */
  readonly className: string;
}

export function ExportMenu({ groups, ready = true, className }: Props) {
  const { t } = useTranslation('exporting');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const idle = ready && !busy;
  const choose = (key: string): void => {
    const chosen = groups.flatMap(({ heading, choices }) => choices.filter(({ form }) => idOf(heading, form) === key))[0];
    setOpen(false);
    setBusy(true);
    void chosen?.save().finally(() => setBusy(false));
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-disabled={!idle || undefined}
        {...opensMenu(() => setOpen(idle && !open))}
      >
        {t('export')}
      </button>
      {/* Over what stands below: the row it hangs on stays as it is. */}
      <Popover
        className="edition-menu export-menu"
        aria-label={t('export')}
        triggerRef={button}
        placement="bottom end"
        offset={4}
        isOpen={open}
        onOpenChange={setOpen}
      >
        <Menu
          aria-label={t('export')}
          // A menu that opens has the keyboard (ARIA Authoring Practices, menu button).
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onAction={(key) => choose(String(key))}
        >
          {groups.length === 1
            ? groups.map(itemsOf)
            : groups.map((group) => (
                <MenuSection key={group.heading} className="export-menu-group">
                  <Header className="export-menu-heading">{group.heading}</Header>
                  {itemsOf(group)}
                </MenuSection>
              ))}
        </Menu>
      </Popover>
    </>
  );
}

function idOf(heading: string, form: ExportForm): string {
  return `${heading} ${form}`;
}

function itemsOf({ heading, choices }: ExportGroup) {
  return choices.map(({ form }) => (
    <MenuItem key={form} id={idOf(heading, form)} className="edition-menu-item">
      {exportForms[form].label}
    </MenuItem>
  ));
}
