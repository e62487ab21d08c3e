/** One composed page, drawn: modules with their articles, lines, rules and links. Not for turning. */
import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, ArticleId, Edition, MatchSpan, Place, SourceSpan } from '../../../src-main/contract/model';
import { assertNever } from '../../../src-main/contract/problem';
import type {
  ComposedPage,
  IndexEntry,
  JumpLink,
  OpenEndLink,
  PageElement,
  PageLabel,
  PageModule,
  PageRule,
  TextLine,
} from '../compose/composed-page';
import type { FindingPlace } from '../finding-walk';
import { piecesOf } from '../hits';
import { markWords } from '../mark-words';
import { missedPage } from '../open-ends';
import { usePaperWords } from '../paper-words';
import { openingOf } from '../title-of';
import { noticeWithin } from '../use-notice-press';
import { doubtedSpans } from '../compose/parser-marks';
import { PageHead } from './page-head';
import { PageText } from './page-text';
import type { TextMarks } from './text-marks';
import { wordsOnPage } from './vertical-text';

export interface SheetActions {
  readonly openArticle: (article: ArticleId) => void;
  readonly openFinding: (finding: FindingPlace) => void;
  readonly openPage: (index: number) => void;
  readonly openPlace: (place: Place) => void;
  /** Page of an article, from 0; null while the edition has not been composed that far. */
  readonly pageOfArticle: (article: ArticleId) => number | null;
}

export interface PageSheetProps {
  readonly edition: Edition;
  readonly page: ComposedPage;
  readonly marks: readonly MatchSpan[];
  readonly currentMark: MatchSpan | null;
  readonly bookmarked: ReadonlySet<ArticleId>;
  readonly currentArticle: ArticleId | null;
  readonly actions: SheetActions;
  /** Changes when `actions.pageOfArticle` may answer differently. */
  readonly pagesKnown: number;
}

/** What says how an article is opened: once, for all of them (edition-pages.tsx). */
export const ARTICLE_HINT = 'page-article-hint';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place on the page: along its lines and across them, whichever way they run. */
function placed({ x, y, width, height }: Box): CSSProperties {
  return { insetInlineStart: x, insetBlockStart: y, inlineSize: width, blockSize: height };
}

function Rule({ rule }: { readonly rule: PageRule }) {
  return <span className={`page-rule page-rule-${rule.tone}`} style={placed(rule)} />;
}

const LABEL_WORDS = {
  briefs: 'labelBriefs',
  unplaced: 'labelUnplaced',
  index: 'labelIndex',
  'index-entry-page': 'pageNumber',
  'headline-elsewhere': 'labelHeadlineElsewhere',
  'from-page': 'labelFromPage',
  'photo-absent': 'labelPhotoAbsent',
  continued: 'jumpFrom',
} as const;

function Label({ label, edition, actions, vertical }: LinkProps & { readonly label: PageLabel }) {
  const { t } = usePaperWords(edition);
  const style: CSSProperties = {
    ...placed(label),
    lineHeight: `${label.height}px`,
    fontSize: label.size,
    textAlign: label.align,
  };
  const nowhere = label.values?.page === '';
  const word = nowhere && label.name === 'from-page' ? 'labelFromElsewhere' : nowhere ? 'labelHeadlineMissing' : LABEL_WORDS[label.name];
  const bold = label.face.weight === 700 ? ' page-bold' : '';
  const look = `page-run page-label page-${label.face.family}${bold} page-tone-${label.tone}`;
  const words = wordsOnPage(t(word, label.values), vertical);
  const { finding } = label;
  if (finding)
    return (
      <button type="button" className={`${look} page-label-link`} style={style} onClick={() => actions.openFinding(finding)}>
        {words}
      </button>
    );
  return (
    <span className={look} style={style}>
      {words}
    </span>
  );
}

interface LinkProps {
  readonly edition: Edition;
  readonly actions: SheetActions;
  readonly vertical: boolean;
}

function Jump({ jump, edition, actions, vertical }: LinkProps & { readonly jump: JumpLink }) {
  const { t } = usePaperWords(edition);
  const words = t(jump.direction === 'to' ? 'jumpTo' : 'jumpFrom', { page: jump.page + 1 });
  return (
    <button
      type="button"
      className={`page-jump page-jump-${jump.align}${words.startsWith('（') ? ' page-jump-hung' : ''}`}
      style={{ ...placed(jump), lineHeight: `${jump.height}px`, fontSize: jump.size }}
      onClick={(event) => {
        event.stopPropagation();
        actions.openPage(jump.page);
      }}
    >
      {wordsOnPage(words, vertical)}
    </button>
  );
}

function OpenEndMark({ end, edition, actions, vertical }: LinkProps & { readonly end: OpenEndLink }) {
  const { t } = usePaperWords(edition);
  const interfaceWords = useTranslation('reader');
  const { direction, page, finding } = end.open;
  const missed = missedPage(edition, end.open);
  const words = t(`open-${direction}-${missed}`, { page });
  return (
    <button
      type="button"
      className={`page-jump page-open-end page-jump-${direction === 'to' ? 'end' : 'start'}${words.startsWith('（') ? ' page-jump-hung' : ''}`}
      style={{ ...placed(end), lineHeight: `${end.height}px`, fontSize: end.size }}
      title={interfaceWords.t(`open-means-${missed}`)}
      onClick={() => actions.openFinding({ article: end.article, index: finding })}
    >
      {wordsOnPage(words, vertical)}
    </button>
  );
}

function Entry({ entry, edition, actions, vertical }: LinkProps & { readonly entry: IndexEntry }) {
  const { t } = usePaperWords(edition);
  const page = actions.pageOfArticle(entry.article);
  return (
    <button
      type="button"
      className="page-index-entry"
      style={{
        ...placed(entry),
        lineHeight: `${entry.lineHeight}px`,
        fontSize: entry.size,
      }}
      onClick={() => actions.openPlace(entry.place)}
    >
      <span className="page-index-title">{wordsOnPage(entry.text, vertical)}</span>
      <span className="page-index-page">{page === null ? '' : wordsOnPage(t('pageNumber', { page: page + 1 }), vertical)}</span>
    </button>
  );
}

function GutterMark({ line, article }: { readonly line: TextLine; readonly article: Article }) {
  const { t, i18n } = useTranslation('reader');
  if (line.mark === null) return null;
  const { sign, means } = markWords[line.mark];
  return (
    <span
      className="page-mark"
      style={{ insetInlineStart: line.markX - 10, insetBlockStart: line.y, blockSize: line.height, lineHeight: `${line.height}px` }}
      lang={i18n.language}
      title={t(means)}
      // Pressed, it leads to its finding (use-picking.ts).
      data-finding={noticeWithin(article, line.fragments, 'mark') ?? undefined}
      aria-hidden="true"
    >
      {t(sign)}
    </span>
  );
}

interface Drawing {
  readonly edition: Edition;
  readonly marks: TextMarks;
  readonly actions: SheetActions;
  readonly vertical: boolean;
  /** What an empty photo slot says. */
  readonly slotWords: string;
}

function element(item: PageElement, key: number, { edition, marks, actions, vertical, slotWords }: Drawing): ReactNode {
  switch (item.kind) {
    case 'line':
      return <PageText key={key} lines={[item]} marks={marks} vertical={vertical} />;
    case 'rule':
      return <Rule key={key} rule={item} />;
    case 'label':
      return <Label key={key} label={item} edition={edition} actions={actions} vertical={vertical} />;
    case 'jump':
      return <Jump key={key} jump={item} edition={edition} actions={actions} vertical={vertical} />;
    case 'open-end':
      return <OpenEndMark key={key} end={item} edition={edition} actions={actions} vertical={vertical} />;
    case 'index-entry':
      return <Entry key={key} entry={item} edition={edition} actions={actions} vertical={vertical} />;
    case 'photo-slot':
      return (
        <figure key={key} className="page-photo" style={placed(item)}>
          <figcaption className="page-photo-caption">{slotWords}</figcaption>
        </figure>
      );
    default:
      return assertNever(item);
  }
}

/** A word may be marked ten thousand times in an edition: a story looks at its own marks only. */
function marksWithin(marks: readonly SourceSpan[], elements: readonly PageElement[]): readonly SourceSpan[] {
  if (marks.length === 0) return marks;
  const reach = new Map<number, { start: number; end: number }>();
  for (const item of elements)
    for (const span of item.kind === 'line' ? item.fragments : []) {
      const known = reach.get(span.source);
      if (known) {
        known.start = Math.min(known.start, span.start);
        known.end = Math.max(known.end, span.end);
      } else reach.set(span.source, { start: span.start, end: span.end });
    }
  return marks.filter((mark) => {
    const own = reach.get(mark.source);
    return own !== undefined && mark.start < own.end && mark.end > own.start;
  });
}

/** Neighbouring lines of one headline or one paragraph become one element, as they are one to a screen reader. */
function grouped(elements: readonly PageElement[]): readonly (readonly PageElement[])[] {
  const groups: PageElement[][] = [];
  for (const item of elements) {
    const last = groups.at(-1);
    const before = last?.[0];
    const joins = before?.kind === 'line' && item.kind === 'line' && before.role === item.role && before.paragraph === item.paragraph;
    if (last && joins) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function ArticleRegion({
  article,
  elements,
  module,
  props,
}: {
  readonly article: Article;
  readonly elements: readonly PageElement[];
  readonly module: PageModule;
  readonly props: PageSheetProps;
}) {
  const { t } = useTranslation('reader');
  const words = usePaperWords(props.edition);
  const drawing: Drawing = {
    edition: props.edition,
    marks: { hits: marksWithin(props.marks, elements), current: piecesOf(props.marks, props.currentMark), doubts: doubtedSpans(article) },
    actions: props.actions,
    vertical: props.page.geometry.direction === 'vertical',
    slotWords: words.t('labelPhotoAbsent'),
  };
  // A box has a heading of its own above those of its stories.
  const inBox = module.parts.some((part) => part.article === null && part.elements.some((item) => item.kind === 'line'));
  const [Heading, Subheading] = inBox ? (['h3', 'h4'] as const) : (['h2', 'h3'] as const);
  const title = (article.headline ?? openingOf(article, 20)) || t('articleUntitled');
  const saved = props.bookmarked.has(article.id);
  const first = elements.find((item): item is TextLine => item.kind === 'line');
  return (
    <article
      className="page-article"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an article is a stop: Enter opens it (use-picking.ts)
      tabIndex={0}
      data-article={article.id}
      aria-describedby={ARTICLE_HINT}
      aria-label={saved ? `${title}（${t('bookmarked')}）` : title}
      aria-current={props.currentArticle === article.id || undefined}
    >
      {saved && first ? (
        <span className="page-bookmark" style={{ insetInlineStart: first.markX || first.x, insetBlockStart: first.y }} aria-hidden="true" />
      ) : null}
      {grouped(elements).map((group, index) => {
        const line = group[0];
        if (line?.kind !== 'line') return group.map((item, at) => element(item, at, drawing));
        const nodes = <PageText lines={group.filter((item) => item.kind === 'line')} marks={drawing.marks} vertical={drawing.vertical} />;
        if (line.role === 'headline') return <Heading key={index}>{nodes}</Heading>;
        if (line.role === 'subhead') return <Subheading key={index}>{nodes}</Subheading>;
        return <p key={index}>{nodes}</p>;
      })}
      {elements.map((item, index) =>
        item.kind === 'line' && item.mark !== null ? <GutterMark key={`mark${index}`} line={item} article={article} /> : null,
      )}
    </article>
  );
}

function ModuleView({ module, props }: { readonly module: PageModule; readonly props: PageSheetProps }) {
  const { t } = useTranslation('reader');
  const own = module.parts.filter((part) => part.article === null).flatMap((part) => part.elements);
  const words = usePaperWords(props.edition);
  const drawing: Drawing = {
    edition: props.edition,
    marks: { hits: marksWithin(props.marks, own), current: piecesOf(props.marks, props.currentMark), doubts: [] },
    actions: props.actions,
    vertical: props.page.geometry.direction === 'vertical',
    slotWords: words.t('labelPhotoAbsent'),
  };
  const nodes = module.parts.map((part, index) => {
    const article = part.article === null ? undefined : props.edition.contents.find((one) => one.id === part.article);
    if (!article)
      return grouped(part.elements).map((group, at) => {
        const set = group.map((item, position) => element(item, position, drawing));
        return group[0]?.kind === 'line' ? <h2 key={`${index}.${at}`}>{set}</h2> : set;
      });
    return <ArticleRegion key={index} article={article} elements={part.elements} module={module} props={props} />;
  });
  if (module.kind === 'index') return <nav aria-label={t('labelIndex')}>{nodes}</nav>;
  return <div className={`page-module page-module-${module.kind}`}>{nodes}</div>;
}

export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
  const { t } = useTranslation('reader');
  const { page, edition } = props;
  return (
    <section
      className={`page-sheet page-sheet-${page.geometry.direction}`}
      lang="zh-CN"
      style={{ inlineSize: page.geometry.width, blockSize: page.geometry.height }}
      aria-label={t('pageLabel', { page: page.index + 1 })}
      data-page={page.index}
    >
      <PageHead edition={edition} page={page} />
      {page.rules.map((rule, index) => (
        <Rule key={index} rule={rule} />
      ))}
      {page.modules.map((module, index) => (
        <ModuleView key={index} module={module} props={props} />
      ))}
      {page.modules.length === 0 ? <p className="page-empty">{t('pageEmpty')}</p> : null}
    </section>
  );
});
