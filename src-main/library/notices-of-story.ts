/** What was found in the parts of a story, and where they were put together: a part that is there is missed no longer. Pure. */
import type { ArticleId, Notice, SourceSpan } from '../contract/model';
import type { StoredArticle } from '../store/articles';
import type { StoredLink } from '../store/links';

/** @param parts in reading order */
export function noticesOfStory(
  parts: readonly StoredArticle[],
  notices: ReadonlyMap<ArticleId, readonly Notice[]>,
  links: readonly StoredLink[],
): readonly Notice[] {
  return parts.flatMap((part, at) => {
    const next = parts[at + 1];
    const own = (notices.get(part.id) ?? []).filter(
      ({ kind, judgement }) => kind !== 'jump-open' || (judgement.rule === 'comes-from-elsewhere' ? at === 0 : next === undefined),
    );
    const link = next && links.find(({ from, to }) => from === part.id && to === next.id);
    return link ? [...own, joinOf(part, next, link)] : own;
  });
}

function joinOf(part: StoredArticle, next: StoredArticle, { judgement }: StoredLink): Notice {
  const tail = spansOf(part).at(-1);
  const head = spansOf(next)[0];
  return { kind: 'jump-linked', judgement, spans: [tail, head].filter((span) => span !== undefined) };
}

function spansOf({ source, parsed }: StoredArticle): readonly SourceSpan[] {
  const paragraphs = parsed.paragraphs.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'text'));
  return (paragraphs.length > 0 ? paragraphs : parsed.heading).map(({ start, end }) => ({ source, start, end }));
}
