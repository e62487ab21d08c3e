/**
 * The edition's contents as a tree: groups, and the articles beneath them. One stop of the Tab key; arrows move within
 * (WAI-ARIA authoring practices, tree view). Not for choosing how contents are grouped.
 */
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, ArticleId, Place } from '../../src-main/contract/model';
import { breakTitle } from './break-title';
import type { ContentsGroup, StoryRest } from './contents-groups';
import { openingOf, titleOf } from '../reader/title-of';
import './contents-tree.css';
import { textLang } from '../reader/text-lang';

interface Props {
  readonly groups: readonly ContentsGroup[];
  readonly titleOfGroup: (group: ContentsGroup) => string;
  readonly current: ArticleId | null;
  readonly onGroup: (group: ContentsGroup) => void;
  /** At a place where the row is of the rest of a story. */
  readonly onArticle: (article: ArticleId, place: Place | null) => void;
}

function rowElement(tree: HTMLElement | null, key: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

type Row = { readonly key: string; readonly group: ContentsGroup; readonly article: Article | null };

export function ContentsTree({ groups, titleOfGroup, current, onGroup, onArticle }: Props) {
  const { t } = useTranslation('sections');
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(groups.filter(({ kind }) => kind === 'unplaced').map(({ key }) => key)),
  );
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);

  const rows = useMemo(
    () =>
      groups.flatMap((group): Row[] => [
        { key: group.key, group, article: null },
        ...(folded.has(group.key) ? [] : group.articles.map((article) => ({ key: `${group.key}/${article.id}`, group, article }))),
      ]),
    [groups, folded],
  );
  const ofCurrent = rows.filter((row) => row.article !== null && row.article.id === current);
  // A story that goes on at another page has a row for each: the one that was pressed is meant.
  const currentKey = (ofCurrent.find((row) => row.key === focused) ?? ofCurrent[0])?.key ?? null;
  const stop = rows.some((row) => row.key === focused) ? focused : (currentKey ?? rows[0]?.key ?? null);

  useLayoutEffect(() => {
    if (currentKey !== null) rowElement(tree.current, currentKey)?.scrollIntoView({ block: 'nearest' });
  }, [currentKey]);

  const moveTo = (row: Row | undefined) => {
    if (!row) return;
    setFocused(row.key);
    rowElement(tree.current, row.key)?.focus();
  };
  const fold = (group: ContentsGroup, away: boolean) =>
    setFolded((before) => {
      const after = new Set(before);
      if (away) after.add(group.key);
      else after.delete(group.key);
      return after;
    });
  const open = (row: Row) => {
    setFocused(row.key);
    if (row.article) onArticle(row.article.id, row.group.rests?.get(row.article.id)?.place ?? null);
    else if (folded.has(row.group.key)) fold(row.group, false);
    else onGroup(row.group);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex((row) => row.key === stop);
    const row = rows[at];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const isFolded = folded.has(row.group.key);
    switch (event.key) {
      case 'ArrowDown':
        moveTo(rows[at + 1]);
        break;
      case 'ArrowUp':
        moveTo(rows[at - 1]);
        break;
      case 'Home':
        moveTo(rows[0]);
        break;
      case 'End':
        moveTo(rows.at(-1));
        break;
      case 'ArrowRight':
        if (row.article === null && isFolded) fold(row.group, false);
        else if (row.article === null) moveTo(rows[at + 1]);
        break;
      case 'ArrowLeft':
        if (row.article === null) fold(row.group, true);
        else moveTo(rows.find((one) => one.group === row.group && one.article === null));
        break;
      case 'Enter':
      case ' ':
        open(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = rows.find((one) => one.key === key);
    if (row) open(row);
  };

  return (
    <div ref={tree} role="tree" aria-label={t('label')} className="contents" tabIndex={-1} onKeyDown={onKeyDown} onClick={onClick}>
      {groups.map((group) => {
        const isFolded = folded.has(group.key);
        const title = titleOfGroup(group);
        return (
          <div key={group.key} className="contents-group">
            <div
              role="treeitem"
              aria-level={1}
              aria-expanded={!isFolded}
              aria-label={`${title}, ${t('count', { count: group.articles.length })}`}
              className="contents-heading"
              data-key={group.key}
              tabIndex={stop === group.key ? 0 : -1}
            >
              <span lang={group.title === null ? undefined : 'zh-CN'}>{title}</span>
              <span className="contents-count">{group.articles.length}</span>
            </div>
            {!isFolded && (
              <div className="contents-articles">
                {group.articles.map((article) => {
                  const key = `${group.key}/${article.id}`;
                  return (
                    <ContentsRow
                      key={key}
                      rowKey={key}
                      article={article}
                      rest={group.rests?.get(article.id)}
                      current={key === currentKey}
                      stop={key === stop}
                    />
                  );
                })}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly rowKey: string;
  readonly article: Article;
  readonly rest: StoryRest | undefined;
  readonly current: boolean;
  readonly stop: boolean;
}

const ContentsRow = memo(function ContentsRow({ rowKey, article, rest, current, stop }: RowProps) {
  const { t } = useTranslation('sections');
  const title = titleOf(article, (page) => t('jump-from', { page }));
  const lines = breakTitle(title);
  const cameFrom = rest && (rest.from === null ? t('rest-from-elsewhere') : t('rest-from', { page: rest.from }));
  const untitledJump = article.headline === null && article.jump?.from != null;
  return (
    <div
      role="treeitem"
      aria-level={2}
      aria-current={current}
      aria-label={cameFrom === undefined ? title : `${title}${cameFrom.startsWith('(') ? ' ' : ''}${cameFrom}`}
      className="contents-article"
      data-key={rowKey}
      tabIndex={stop ? 0 : -1}
    >
      {lines.map((line) => (
        <span key={line} lang={textLang(title)} className="contents-line">
          {line}
        </span>
      ))}
      {cameFrom !== undefined && <span className="contents-opening">{cameFrom}</span>}
      {untitledJump && (
        <span lang="zh-CN" className="contents-opening">
          {openingOf(article, 18)}
        </span>
      )}
    </div>
  );
});
