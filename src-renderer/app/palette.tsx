/**
 * One field for everything: the text itself first, then articles, sections and columns, editions, commands and settings.
 * Not for reading results at length: its first entry opens the search view.
 */
import { Command as Menu } from 'cmdk';
import { Fragment, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition, Settings, Span } from '../../src-main/contract/model';
import { plainLabel } from '../sections/plain-label';
import { sectionTitle } from '../sections/section-title';
import { titleOf } from '../reader/title-of';
import { formatDay } from '../language/format-date';
import { commands, keysOf } from './commands';
import { isSingleKey, printKey } from './keys';
import { go } from './navigation';
import { useEditions, useSearch } from './queries';
import { onMac } from './use-keyboard';
import { run, useOffer } from './use-command';
import './palette.css';

const perGroup = 8;
const hitsShown = 6;

/** Every word typed occurs somewhere in the text, whatever its case. */
export function matches(text: string, typed: string): boolean {
  const low = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

interface Props {
  /** The one in front, or the last that was. */
  readonly edition: Edition | null;
  /** Whether it is in front: then what is typed is looked for in it first. */
  readonly inFront: boolean;
  readonly settings: Settings;
  readonly onClose: () => void;
}

export function Palette({ edition, inFront, settings, onClose }: Props) {
  const { t, i18n } = useTranslation('app');
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const offered = useOffer();
  const { data: editions } = useEditions();
  const search = useSearch({ text: useDeferredValue(text), limit: hitsShown, ...(edition && inFront ? { edition: edition.id } : {}) });
  useEffect(() => {
    dialog.current?.showModal();
    // A dialog focuses the first thing that can be focused, which is the menu around the field.
    field.current?.focus();
  }, []);

  const close = (then: () => void) => () => {
    dialog.current?.close();
    // The palette gives focus back first, so that what runs finds the view as it was.
    setTimeout(then);
  };

  const jumpLine = (from: string) => t('reader:jump-from', { page: from });
  const articles =
    text === '' || !edition ? [] : edition.contents.filter((one) => matches(titleOf(one, jumpLine), text)).slice(0, perGroup);
  const sections =
    text === '' || !edition
      ? []
      : edition.sections.filter((one) => one.articles.length > 0 && matches(sectionTitle(t, one), text)).slice(0, perGroup);
  const editionName = (one: { paper: Edition['paper']; date: Edition['date'] }) =>
    `${one.paper.value ?? t('paper-unknown')} ${one.date.value === null ? t('date-unknown') : formatDay(one.date.value, i18n.language)}`;
  const papers = text === '' ? [] : (editions ?? []).filter((one) => matches(editionName(one), text)).slice(0, perGroup);
  const orders = commands.filter((one) => !('keyOnly' in one) && offered(one.name) && matches(t(one.words), text));
  const hits = text === '' ? [] : (search.data?.hits ?? []);

  return (
    <dialog ref={dialog} className="dialog palette" aria-label={t('palette-title')} onClose={onClose}>
      <Menu label={t('palette-title')} shouldFilter={false} vimBindings={false} loop>
        <Menu.Input
          className="app-field palette-field"
          ref={field}
          value={typed}
          onValueChange={setTyped}
          placeholder={t('palette-hint')}
          maxLength={200}
        />
        <Menu.List className="palette-list">
          {text !== '' && (
            <>
              {edition && inFront && (
                <Menu.Item value="search here" onSelect={close(() => go({ kind: 'search', text, edition: edition.id }))}>
                  {t('palette-full-search-here', { text })}
                </Menu.Item>
              )}
              <Menu.Item value="search all" onSelect={close(() => go({ kind: 'search', text, edition: null }))}>
                {t('palette-full-search', { text })}
              </Menu.Item>
            </>
          )}
          {articles.length > 0 && edition && (
            <Menu.Group heading={t('palette-articles')}>
              {articles.map((one) => (
                <Menu.Item
                  key={one.id}
                  value={`article ${one.id}`}
                  onSelect={close(() => go({ kind: 'article', edition: edition.id, article: one.id, place: null, marked: null }))}
                >
                  <span className="palette-headline" lang="zh-CN">
                    {titleOf(one, jumpLine)}
                  </span>
                  <span className="palette-note">{one.column !== null && plainLabel(one.column)}</span>
                </Menu.Item>
              ))}
            </Menu.Group>
          )}
          {sections.length > 0 && edition && (
            <Menu.Group heading={t('palette-sections')}>
              {sections.map((one) => (
                <Menu.Item
                  key={one.key}
                  value={`section ${one.key}`}
                  onSelect={close(() => {
                    const [article] = one.articles;
                    if (article !== undefined) go({ kind: 'article', edition: edition.id, article, place: null, marked: null });
                  })}
                >
                  {sectionTitle(t, one)}
                  <span className="palette-note">{one.articles.length}</span>
                </Menu.Item>
              ))}
            </Menu.Group>
          )}
          {hits.length > 0 && (
            <Menu.Group heading={t('palette-hits')}>
              {hits.map((hit) => (
                <Menu.Item
                  key={hit.articleId}
                  value={`hit ${hit.articleId}`}
                  onSelect={close(() => go({ kind: 'edition', edition: hit.edition, place: hit.place, marked: text }))}
                >
                  <span className="palette-snippet" lang="zh-CN">
                    <Marked text={hit.snippet} spans={hit.matches} />
                  </span>
                </Menu.Item>
              ))}
            </Menu.Group>
          )}
          {papers.length > 0 && (
            <Menu.Group heading={t('palette-editions')}>
              {papers.map((one) => (
                <Menu.Item
                  key={one.id}
                  value={`edition ${one.id}`}
                  onSelect={close(() => go({ kind: 'edition', edition: one.id, place: null, marked: null }))}
                >
                  {editionName(one)}
                </Menu.Item>
              ))}
            </Menu.Group>
          )}
          {orders.length > 0 && (
            <Menu.Group heading={t('palette-commands')}>
              {orders.map((one) => {
                const key = keysOf(one, settings.keys).find((each) => settings.singleKeys || !isSingleKey(each));
                return (
                  <Menu.Item key={one.name} value={one.name} onSelect={close(() => void run(one.name))}>
                    {t(one.words)}
                    {key !== undefined && <kbd className="palette-note">{printKey(key, onMac)}</kbd>}
                  </Menu.Item>
                );
              })}
            </Menu.Group>
          )}
        </Menu.List>
      </Menu>
    </dialog>
  );
}

/** A text with some stretches of it marked. */
function Marked({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  const before = [0, ...spans.map(({ end }) => end)];
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(before[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(before.at(-1))}
    </>
  );
}
