/** An article set across: one comfortable measure that scrolls down. Not for vertical setting. */
import { useMemo } from 'react';
import { setArticle } from '../compose/set-article';
import { useAdvances } from '../page/use-advances';
import { ArticleHeading } from './article-heading';
import { articleTypeSize, Paragraph, paragraphsOf, useArticlePlace } from './article-parts';
import type { SetArticleProps } from './article-parts';
import { textLang } from '../text-lang';

const SIDE = 48;
const FEWEST = 12;

export function HorizontalArticle(props: SetArticleProps) {
  const { article, settings, room, textMarks, view, facts, clipping, opens, closes, children } = props;
  const advances = useAdvances();
  const size = articleTypeSize(settings);
  const measure = Math.max(FEWEST, Math.min(settings.measure, Math.floor((room.width - 2 * SIDE) / size)));
  const lines = useMemo(
    () => setArticle(article, { measure, justify: settings.justify }, advances),
    [article, measure, settings.justify, advances],
  );
  useArticlePlace(view, lines, props);
  const headlineSize = Math.round(size * 1.88);
  return (
    <article
      className="article-setting"
      lang={textLang(article.paragraphs[0]?.text ?? '')}
      data-article={article.id}
      style={{ width: measure * size, fontSize: size, lineHeight: settings.lineHeight }}
    >
      <ArticleHeading
        article={article}
        marks={textMarks}
        vertical={false}
        headlineMeasure={(measure * size) / headlineSize}
        advances={advances}
        facts={facts}
        clipping={clipping}
      />
      {opens}
      {paragraphsOf(lines).map((paragraph) => (
        <Paragraph key={paragraph[0]?.paragraph} lines={paragraph} marks={textMarks} vertical={false} />
      ))}
      {closes}
      {children}
    </article>
  );
}
