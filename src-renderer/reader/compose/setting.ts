/** What all parts of composition work with: the grid, the widths, the reader's wish, and what has been measured. */
import type { Article } from '../../../src-main/contract/model';
import type { Advances } from './advances';
import type { Flow } from './flow';
import type { PageGeometry } from './geometry';

export interface Setting {
  readonly geometry: PageGeometry;
  readonly advances: Advances;
  readonly justify: boolean;
  /** Measured articles by their first one: they outlive a change of line height. */
  readonly flows: Map<Article, Flow>;
}
