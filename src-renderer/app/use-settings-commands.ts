/** The commands that change how everything looks: type size, direction, theme and language. */
import type { Settings } from '../../src-main/contract/model';
import { useChangeSettings } from './queries';
import { useCommand } from './use-command';

/** Steps of the body type, in CSS pixels on a page. */
export const typeSizes: readonly number[] = [12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32];

/** The next step up or down from a size; the size itself at either end. */
export function stepTypeSize(size: number, direction: 1 | -1): number {
  const next = direction === 1 ? typeSizes.find((step) => step > size) : typeSizes.findLast((step) => step < size);
  return next ?? size;
}

export function useSettingsCommands(settings: Settings): void {
  const { mutate } = useChangeSettings();
  useCommand('type.larger', () => mutate({ typeSize: stepTypeSize(settings.typeSize, 1) }));
  useCommand('type.smaller', () => mutate({ typeSize: stepTypeSize(settings.typeSize, -1) }));
  useCommand('direction.toggle', () => mutate({ direction: settings.direction === 'vertical' ? 'horizontal' : 'vertical' }));
  useCommand('theme.paper', () => mutate({ theme: 'paper' }));
  useCommand('theme.white', () => mutate({ theme: 'white' }));
  useCommand('theme.dark', () => mutate({ theme: 'dark' }));
  useCommand('theme.contrast', () => mutate({ theme: 'contrast' }));
  useCommand('theme.system', () => mutate({ theme: 'system' }));
  useCommand('language.chinese', () => mutate({ language: 'zh-CN' }));
  useCommand('language.english', () => mutate({ language: 'en' }));
}
