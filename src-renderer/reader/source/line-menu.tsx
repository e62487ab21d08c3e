/** What the reader can make of one line of the source: another article's beginning, another part of this one, or none of it. */
import { useMemo, useState } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { useEdition, useSource } from '../../app/queries';
import { markCutEdges } from '../../app/mark-cut-edges';
import { tellProblem } from '../../app/undo';
import type { Said } from '../../app/undo';
import type { Article, LineChange, LineRole, SourceId, Span } from '../../../src-main/contract/model';
import '../../shelf/edition-menu.css';
import { openingWords } from '../compose/opening-words';
import { titleOf } from '../title-of';
import { correctionWords, destinationOf, offsetBefore } from './correction-words';
import { putRight } from './corrections';
import type { LineFacts } from './line-facts';
import { mergesAt, mergesOf } from './merges';
import { MoveLine } from './move-line';
import { lineIn } from './source-rows';
import { mergeArticle } from './use-merges';

export interface ChosenLine {
  readonly source: SourceId;
  readonly row: number;
  /** From 1. */
  readonly number: number;
  readonly span: Span;
  readonly facts: LineFacts;
  /** What has the keyboard when the menu has gone. */
  readonly at: HTMLElement;
}

const roles: readonly LineRole[] = [
  'headline',
  'deck',
  'kicker',
  'column',
  'locality',
  'byline',
  'credit',
  'caption',
  'subhead',
  'body',
  'furniture',
];

/** Of another article's title, in characters. */
const titleShown = 14;

interface Props {
  readonly article: Article;
  readonly line: ChosenLine | null;
  /** Before it is. */
  readonly onPutRight: (line: ChosenLine) => void;
  readonly onClose: () => void;
}

export function LineMenu({ article, line, onPutRight, onClose }: Props) {
  const { t } = useTranslation('reader');
  const [moving, setMoving] = useState<ChosenLine | null>(null);
  const trigger = useMemo(() => ({ current: line?.at ?? null }), [line]);

  const { data: edition } = useEdition(article.edition);
  const { data: source } = useSource((moving ?? line)?.source ?? null);
  const merges = line && edition ? mergesAt(mergesOf(edition.contents, article, line.source), article, line.source, line.span) : [];

  function change(of: ChosenLine, how: LineChange): void {
    onPutRight(of);
    const into = destinationOf(edition?.contents ?? [], of.source, how);
    const before = offsetBefore(how);
    const after = before === null || source?.id !== of.source ? null : lineIn(source, before);
    const said: Said = (words) => correctionWords(words.t, how, { line: of.number, into, after });
    putRight({ source: of.source, offset: of.facts.offset }, how, said).catch(tellProblem);
  }

  function act(key: string): void {
    if (!line) return;
    onClose();
    const [kind, role] = key.split(' ');
    const merge = merges.find(([which]) => key === `merge-${which}`);
    if (merge) {
      onPutRight(line);
      mergeArticle(article, ...merge);
    }
    if (kind === 'begin-article') change(line, { kind, role: role === 'headline' ? 'headline' : 'body' });
    else if (kind === 'role') change(line, { kind, role: role as LineRole });
    else if (kind === 'move') setTimeout(() => setMoving(line));
    else if (kind === 'move-in' && line.facts.into !== null) change(line, { kind: 'move', to: line.facts.into });
    else if (kind === 'join' || kind === 'split' || kind === 'leave-out') change(line, { kind });
  }

  const entries = line ? entriesFor(line.facts) : [];
  return (
    <>
      {line && (
        <Popover
          className="edition-menu"
          aria-label={t('line-menu', { line: line.number })}
          triggerRef={trigger}
          // Beside the number there is all the window's height, and the line stays in sight.
          placement="left top"
          offset={4}
          isOpen
          onOpenChange={(open) => open || onClose()}
        >
          <Menu
            ref={markCutEdges}
            className="cut-edges"
            aria-label={t('line-menu', { line: line.number })}
            // A menu that opens has the keyboard (ARIA Authoring Practices, menu button).
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus="first"
            onAction={(key) => act(String(key))}
          >
            {entries.map((entry) => (
              <MenuItem key={entry} id={entry} className="edition-menu-item">
                {t(`line-${entry.replace(' ', '-')}`)}
              </MenuItem>
            ))}
            {merges.map(([which, { article: other }]) => (
              <MenuItem key={which} id={`merge-${which}`} className="edition-menu-item">
                {t(`line-merge-${which}`, {
                  title: openingWords(
                    titleOf(other, (page) => t('jump-from', { page })),
                    titleShown,
                    '…',
                  ),
                })}
              </MenuItem>
            ))}
            {line.facts.role !== null && (
              <MenuSection className="line-menu-roles">
                <Header className="line-menu-header">{t('line-is')}</Header>
                {roles
                  .filter((role) => role !== line.facts.role)
                  .map((role) => (
                    <MenuItem key={role} id={`role ${role}`} className="edition-menu-item">
                      {t(`role-${role}`)}
                    </MenuItem>
                  ))}
              </MenuSection>
            )}
          </Menu>
        </Popover>
      )}
      {moving && (
        <MoveLine
          article={article}
          line={moving}
          onMove={(move) => change(moving, { kind: 'move', ...move })}
          onClose={() => {
            moving.at.focus();
            setMoving(null);
          }}
        />
      )}
    </>
  );
}

/** Only what would change something. */
function entriesFor({ role, mayBegin, mayHead, mayJoin, maySplit, into }: LineFacts): readonly string[] {
  if (role === null) return into === null ? [] : ['move-in'];
  return [
    ...(mayBegin && mayHead ? ['begin-article headline'] : []),
    ...(mayBegin ? ['begin-article body'] : []),
    ...(mayJoin ? ['join'] : []),
    ...(maySplit ? ['split'] : []),
    'move',
    'leave-out',
  ];
}
