/** All pages of the edition in miniature; the one in front is framed in red. */
import type { Edition } from '../../src-main/contract/model';

export function PageStrip({ edition }: { readonly edition: Edition }) {
  void edition;
  return null;
}
