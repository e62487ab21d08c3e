import type { View } from '../app/navigation';
import { useEdition } from '../app/queries';
export function EditionView({ view }: { readonly view: Extract<View, { kind: 'edition' }> }) {
  const { data } = useEdition(view.edition);
  return <h1>{data?.paper.value}</h1>;
}
