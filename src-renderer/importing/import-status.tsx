/**
 * News in the footer’s row: how imports go and what came of the latest of them, one list open at a time. Empty while there is nothing to say.
 * Not for one import (import-strip.tsx) or its files (import-results.tsx).
 */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportStrip } from './import-strip';
import { InterruptedStrip, useInterrupted } from './interrupted-imports';
import './import-status.css';
import { groupsOf } from './result-lines';
import { importDesk, useImports } from './use-imports';

export function ImportStatus() {
  const { t } = useTranslation('importing');
  const imports = useImports();
  const groups = useMemo(() => groupsOf(imports), [imports]);
  const cut = useInterrupted(imports.filter(({ state, files }) => state === 'cancelled' && files.length === 0).length);
  const [open, setOpen] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  if (groups.length === 0 && cut.length === 0) return null;
  const listed = all ? groups : groups.filter(({ key, running }, index) => running || key === open || index === groups.length - 1);
  const hidden = groups.length - listed.length;
  const over = groups.filter(({ running }) => !running);

  function closeAll(): void {
    for (const { key } of over) importDesk.dismiss(key);
    setAll(false);
  }

  const isOneLine = cut.length + listed.length === 1 && !groups.some(({ key }) => key === open);
  return (
    <section className={isOneLine ? 'import-strips import-strips-beside' : 'import-strips'} aria-label={t('strip-label')}>
      {cut.map((one) => (
        <InterruptedStrip key={one.id} cut={one} />
      ))}
      {listed.map((group) => (
        <ImportStrip
          key={group.key}
          group={group}
          isOpen={open === group.key}
          isDated={groups.length > 1}
          onOpen={(wanted) => setOpen(wanted ? group.key : null)}
        >
          {group === groups.at(-1) && (all ? groups.length > 1 : hidden > 0) && (
            <button type="button" className="app-button" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('earlier-hide') : t('earlier', { count: hidden })}
            </button>
          )}
          {group === groups.at(-1) && all && over.length > 1 && (
            <button type="button" className="app-button" onClick={closeAll}>
              {t('close-all')}
            </button>
          )}
        </ImportStrip>
      ))}
    </section>
  );
}
