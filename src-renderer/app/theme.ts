/** Puts a theme on the document. `system` follows the system's light or dark, and its wish for more contrast. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../src-main/contract/model';

export type Theme = Exclude<Settings['theme'], 'system'>;

const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

function systemTheme(): Theme {
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'paper';
}

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

/** Before anything is read: what the system asks for, so that a dark desk sees no white flash. */
export function startTheme(): void {
  document.documentElement.dataset['theme'] = systemTheme();
}
