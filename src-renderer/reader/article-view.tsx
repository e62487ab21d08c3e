import type { View } from '../app/navigation';
export function ArticleView({ view }: { readonly view: Extract<View, { kind: 'article' }> }) {
  return <h1>{view.article}</h1>;
}
