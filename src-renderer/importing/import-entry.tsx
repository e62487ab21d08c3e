/** The two buttons of the rail's foot: import for those who do not drag. */
import { useTranslation } from 'react-i18next';
import { run } from '../app/use-command';
import './import-entry.css';

export function ImportEntry() {
  const { t } = useTranslation('importing');
  return (
    <div className="import-entry">
      <button type="button" className="import-entry-button" onClick={() => run('import.files')}>
        {t('entry-files')}
      </button>
      <button type="button" className="import-entry-button" onClick={() => run('import.folder')}>
        {t('entry-folder')}
      </button>
      <p className="import-entry-hint">{t('entry-hint')}</p>
    </div>
  );
}
