/** Puts a theme on the document. `system` follows the system's light or dark, and its wish for more contrast. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../src-main/contract/model';
import { contrast, dark, systemTheme } from './start-theme';
import type { Theme } from './start-theme';

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  contrast.addEventListener('change', listener);
  return () => {
    dark.removeEventListener('change', listener);
    contrast.removeEventListener('change', listener);
  };
}

/** The theme that is shown for a setting, just now. */
export function useTheme(setting: Settings['theme']): Theme {
  const system = useSyncExternalStore(subscribe, systemTheme);
  const theme = setting === 'system' ? system : setting;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return theme;
}
