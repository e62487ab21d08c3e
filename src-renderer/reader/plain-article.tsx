import type { ReactNode } from 'react';
import type { Article, Place, Settings, SourceSpan } from '../../src-main/contract/model';
export function PlainArticle({
  article,
  settings,
  meta,
}: {
  readonly article: Article;
  readonly settings: Settings;
  readonly marks: readonly SourceSpan[];
  readonly currentMark: SourceSpan | null;
  readonly place: Place | null;
  readonly onPlaceChange: (place: Place) => void;
  readonly chosenNotice: number | null;
  readonly onNotice: (n: number) => void;
  readonly meta: ReactNode;
}) {
  return (
    <div style={{ overflow: 'auto', flex: 1, padding: '24px 48px' }}>
      <div
        style={{
          maxWidth: `${settings.measure}em`,
          fontSize: settings.typeSize + 2,
          lineHeight: settings.lineHeight,
          fontFamily: 'var(--serif)',
        }}
      >
        <h1>{article.headline}</h1>
        {meta}
        {article.paragraphs.map((p) => (
          <p
            key={p.spans[0]?.start}
            data-source={p.spans[0]?.source}
            data-start={p.spans[0]?.start}
            data-end={p.spans.at(-1)?.end}
            style={{ textIndent: '2em', margin: 0 }}
          >
            {p.text}
          </p>
        ))}
      </div>
    </div>
  );
}
