/** The theme before any setting is known. */
import type { Settings } from '../../src-main/contract/model';

export type Theme = Exclude<Settings['theme'], 'system'>;

export const dark = matchMedia('(prefers-color-scheme: dark)');
export const contrast = matchMedia('(prefers-contrast: more)');

export function systemTheme(): Theme {
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'paper';
}

/** Before anything is read: what the system asks for, so that a dark desk sees no white flash. */
export function startTheme(): void {
  document.documentElement.dataset['theme'] = systemTheme();
}
