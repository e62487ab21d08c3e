/** What can be done with an edition on the shelf: one menu for all of them, opened by a button, by the context menu or by its key. */
import { useMemo, useState } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import type { EditionSummary } from '../../src-main/contract/model';
import { CorrectDialog } from '../app/correct-dialog';
import { wishForPdf } from '../app/pdf-wish';
import { tellProblem } from '../app/undo';
import { saveEdition } from '../exporting/save-articles';
import { openEdition } from './edition-cell';
import { markRead, throwAway as throwEditionAway } from './edition-deeds';
import './edition-menu.css';
import { nameInSentence } from './edition-name';
import { FilesSlip } from './files-slip';
import type { MenuPlace } from './menu-place';
import { MergeSlip } from './merge-slip';

type Slip = 'correct' | 'files' | 'merge';
const entries = ['open', 'mark-read', 'mark-unread', 'pdf', 'markdown', 'json', 'correct', 'files', 'merge', 'trash'] as const;

interface Props {
  readonly place: MenuPlace | null;
  /** Whether there is another edition to merge with. */
  readonly hasOthers: boolean;
  readonly onClose: () => void;
}

/** What it is already it cannot be marked as. */
const isOffered = (entry: (typeof entries)[number], { readState }: EditionSummary) => entry !== `mark-${readState}`;

/** Marked, or said why not. */
export function useMarkRead(): (edition: EditionSummary, as: 'read' | 'unread') => void {
  return (edition, as) => void markRead(edition, as).catch(tellProblem);
}

/** Into the trash, or said why not. */
export function useThrowAway(): (edition: EditionSummary) => void {
  return (edition) => void throwEditionAway(edition).catch(tellProblem);
}

export function EditionMenu({ place, hasOthers, onClose }: Props) {
  const { t, i18n } = useTranslation('shelf');
  const [slip, setSlip] = useState<{ readonly kind: Slip; readonly edition: EditionSummary; readonly at: HTMLElement } | null>(null);
  const throwAway = useThrowAway();
  const mark = useMarkRead();
  const trigger = useMemo(() => ({ current: place?.at ?? null }), [place]);
  const name = place ? nameInSentence(t, place.edition, i18n.language) : '';

  function act(key: (typeof entries)[number]): void {
    if (!place) return;
    const { edition, at } = place;
    onClose();
    if (key === 'open') openEdition(edition);
    else if (key === 'mark-read') mark(edition, 'read');
    else if (key === 'mark-unread') mark(edition, 'unread');
    else if (key === 'pdf') wishForPdf(edition.id);
    else if (key === 'markdown' || key === 'json') void saveEdition(t, i18n.language, edition, key);
    else if (key === 'trash') throwAway(edition);
    // The menu gives the keyboard back first; the dialog then gives it back to the same place.
    else setTimeout(() => setSlip({ kind: key, edition, at }));
  }

  const closeSlip = () => {
    slip?.at.focus();
    setSlip(null);
  };
  return (
    <>
      {place && (
        <Popover
          className="edition-menu"
          aria-label={t('menu-of', { name })}
          triggerRef={trigger}
          placement={place.point ? 'bottom start' : 'bottom end'}
          offset={place.point ? 0 : 4}
          {...(place.point ? { getTargetRect: () => new DOMRect(place.point?.x, place.point?.y, 0, 0) } : {})}
          isOpen
          onOpenChange={(open) => open || onClose()}
        >
          <Menu
            aria-label={t('menu-of', { name })}
            // A menu that opens has the keyboard (ARIA Authoring Practices, menu button).
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus="first"
            disabledKeys={hasOthers ? [] : ['merge']}
            onAction={(key) => act(key as (typeof entries)[number])}
          >
            {entries
              .filter((entry) => isOffered(entry, place.edition))
              .map((entry) => (
                <MenuItem key={entry} id={entry} className="edition-menu-item">
                  {t(`menu-${entry}`)}
                </MenuItem>
              ))}
          </Menu>
        </Popover>
      )}
      {slip?.kind === 'correct' && <CorrectDialog edition={slip.edition} onClose={closeSlip} />}
      {slip?.kind === 'files' && <FilesSlip edition={slip.edition} onClose={closeSlip} />}
      {slip?.kind === 'merge' && <MergeSlip edition={slip.edition} onClose={closeSlip} />}
    </>
  );
}
