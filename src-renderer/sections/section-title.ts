/** What a section is called: its own title, or the interface's name for its kind. */
import type { TFunction } from 'i18next';
import type { ContentsGroup } from './contents-groups';
import { plainLabel } from './plain-label';

/** `t` may belong to any feature. */
export function sectionTitle(t: TFunction<string>, section: Pick<ContentsGroup, 'title' | 'kind'>): string {
  return section.title === null ? t(`sections:${section.kind}`) : plainLabel(section.title);
}
