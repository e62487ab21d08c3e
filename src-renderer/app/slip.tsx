/** A dialog: it takes the keyboard when it is drawn, keeps it until it closes, and then gives it back to what had it. */
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

/** A modal dialog lets Tab out to the window around the page; in an app of one window that is nowhere. */
function keepTabWithin(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Tab') return;
  const stops = event.currentTarget.querySelectorAll<HTMLElement>('input:not(:disabled), select:not(:disabled), button:not(:disabled)');
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const [leaving, entering] = event.shiftKey ? [first, last] : [last, first];
  if (document.activeElement !== leaving) return;
  event.preventDefault();
  entering?.focus();
}

interface Props {
  readonly title: string;
  /** Added to `dialog`, for those that need more room. */
  readonly className?: string;
  /** `close` shuts the dialog, as Escape does. */
  readonly children: (close: () => void) => ReactNode;
  readonly onClose: () => void;
}

/** Focus goes to the first element marked `data-first`, else to the first that takes it. */
export function Slip({ title, className, children, onClose }: Props) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const id = useId();
  useEffect(() => {
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>('[data-first]');
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, [dialog]);
  return (
    <dialog
      ref={setDialog}
      className={className === undefined ? 'dialog' : `dialog ${className}`}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={keepTabWithin}
    >
      <h2 id={id}>{title}</h2>
      {children(() => dialog?.close())}
    </dialog>
  );
}
