/** Around everything: the window takes files wherever they are let go, and says so while they are held. Not for progress: see import-status.tsx. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './drop-zone.css';
import { useIntake } from './use-intake';

export function DropZone({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('importing');
  const { isOver, counting } = useIntake();
  return (
    <>
      {children}
      {(isOver || counting !== null) && (
        <output className="drop">
          <span className="drop-frame">
            <span className="drop-title">{isOver ? t('drop-title') : t('counting', { count: counting ?? 0 })}</span>
            <span className="drop-what">{t('drop-what')}</span>
          </span>
        </output>
      )}
    </>
  );
}
