/** A library without editions: an empty front page that says how to fill it. */
import { useTranslation } from 'react-i18next';
import { run } from '../app/use-command';
import './empty-shelf.css';

export function EmptyShelf() {
  const { t } = useTranslation('shelf');
  return (
    <div className="empty-shelf">
      <h1 className="empty-shelf-title" tabIndex={-1}>
        {t('empty-title')}
      </h1>
      <p className="empty-shelf-what">{t('empty-what')}</p>
      <div className="empty-shelf-ways">
        <button type="button" className="app-button" onClick={() => run('import.files')}>
          {t('empty-files')}
        </button>
        <button type="button" className="app-button" onClick={() => run('import.folder')}>
          {t('empty-folder')}
        </button>
        <span>{t('empty-paste')}</span>
      </div>
    </div>
  );
}
