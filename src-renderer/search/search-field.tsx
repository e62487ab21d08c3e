/**
 * The search field of the bar, a combobox: what is typed is looked up at once, except what an input method is still working on.
 * Not for results: see search-view.tsx.
 */
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId } from '../../src-main/contract/model';
import { back, currentView, go, replace, useOfView } from '../app/navigation';
import type { View } from '../app/navigation';
import { useSuggestions } from '../app/queries';
import { useCommand } from '../app/use-command';
import { paperAndDay } from '../shelf/edition-name';
import { isUseful } from './query-words';
import './search-field.css';
import { changeSession, currentSession } from './search-session';
import { useKeptSearches } from './use-kept-searches';
import { inputOf } from './use-search-results';
import { kindOfSuggestion, viewOfSuggestion } from './view-of-suggestion';

/** Long enough to join the letters of a quick typist, short enough to feel like none. */
const pauseMs = 90;
const mostSuggestions = 6;

interface Option {
  readonly key: string;
  /** Key of the word that says what it is. */
  readonly kind: string;
  readonly text: string;
  /** Where the article it opens was printed. */
  readonly note?: string;
  readonly view: View;
}

function lookUp(text: string, edition: EditionId | null): void {
  const view = currentView();
  if (view.kind === 'search') replace({ ...view, text });
  else if (text.trim() !== '') go({ kind: 'search', text, edition });
}

/** The edition a search from this view stays within. Whoever came to a paper by a search of the whole library goes on searching all of it. */
function scopeOf(view: View): EditionId | null {
  if (view.kind === 'search') return view.edition;
  if (view.kind !== 'edition' && view.kind !== 'article') return null;
  const { list } = currentSession();
  return view.marked !== null && list ? (list.edition ?? null) : view.edition;
}

function focusFirstHit(): boolean {
  const hit = document.querySelector<HTMLElement>('main [data-search-hit]');
  hit?.focus();
  return hit !== null;
}

function useOptions(text: string, open: boolean, scope: EditionId | null): readonly Option[] {
  const { t, i18n } = useTranslation('search');
  const kept = useKeptSearches();
  const typed = text.trim();
  const { data } = useSuggestions({ text: open ? typed : '', limit: 20 });
  if (!open) return [];
  if (typed === '')
    return kept.recent.map((query) => ({
      key: `recent ${query}`,
      kind: 'kind-of-recent',
      text: query,
      view: { kind: 'search', text: query, edition: scope },
    }));
  return (data?.suggestions ?? [])
    .filter((suggestion) => isUseful(suggestion, typed))
    .slice(0, mostSuggestions)
    .map((suggestion) => ({
      key: `${suggestion.kind} ${suggestion.text}`,
      kind: kindOfSuggestion(suggestion),
      text: suggestion.text,
      ...(suggestion.article ? { note: paperAndDay(t, suggestion.article, i18n.language) } : {}),
      view: viewOfSuggestion(suggestion, typed, scope),
    }));
}

export function SearchField() {
  const { t } = useTranslation('search');
  const { remember } = useKeptSearches();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const scope = useOfView(scopeOf);
  const shown = useOfView((view) => (view.kind === 'search' ? view.text : ''));
  const [text, setText] = useState(shown);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const committed = useRef(shown);
  const options = useOptions(shown, open, scope);

  // The field follows the view, but never takes back letters that are waiting for their turn.
  useEffect(() => {
    if (shown === committed.current) return;
    committed.current = shown;
    setText(shown);
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const suggesting = options.length === 0 ? null : options[active] ? 'chosen' : 'first';
  useEffect(() => changeSession({ suggesting }), [suggesting]);

  function commit(next: string): void {
    clearTimeout(timer.current);
    committed.current = next;
    lookUp(next, scope);
  }

  function typed(next: string): void {
    setText(next);
    setActive(-1);
    setOpen(true);
    changeSession({ openFirst: null });
    clearTimeout(timer.current);
    if (!composing.current) timer.current = window.setTimeout(() => commit(next), pauseMs);
  }

  function choose({ view }: Option): void {
    setOpen(false);
    setActive(-1);
    if (view.kind !== 'search') {
      clearTimeout(timer.current);
      // The article gets the keys, not the field that led to it.
      field.current?.blur();
      // n goes on in what was typed, beyond the article too.
      if (view.kind === 'article' && view.marked !== null)
        changeSession({ list: inputOf(view.marked, scope, currentSession()), opened: null, news: null });
      go(view);
      return;
    }
    setText(view.text);
    commit(view.text);
    remember(view.text);
  }

  function openFirstHit(): void {
    if (text.trim() === '') return;
    commit(text);
    setOpen(false);
    remember(text);
    changeSession({ openFirst: text.trim() });
  }

  function leave(): void {
    if (options.length > 0) {
      setOpen(false);
      setActive(-1);
      return;
    }
    clearTimeout(timer.current);
    field.current?.blur();
    if (currentView().kind === 'search') back();
    else setText('');
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // Keys of an input method belong to it; 229 is how older ones say so.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const chosen = options[active];
    switch (event.key) {
      case 'ArrowDown':
        if (event.altKey || (text.trim() === '' && options.length === 0)) setOpen(true);
        else if (active < options.length - 1) setActive(active + 1);
        else {
          setOpen(false);
          setActive(-1);
          if (!focusFirstHit()) setOpen(true);
        }
        break;
      case 'ArrowUp':
        setActive(active < 0 ? options.length - 1 : active - 1);
        break;
      case 'Enter':
        if (chosen) choose(chosen);
        else openFirstHit();
        break;
      case 'Escape':
        leave();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useCommand('search.focus', focus);
  useCommand('search.find', focus);

  return (
    <search className="search-field">
      <input
        ref={field}
        type="text"
        enterKeyHint="search"
        className="app-field"
        role="combobox"
        aria-label={t('label')}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={options.length > 0 ? listId : undefined}
        aria-activedescendant={options[active] ? `${listId}-${active}` : undefined}
        placeholder={t(scope === null ? 'all' : 'here')}
        value={text}
        maxLength={1000}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => typed(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          typed(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (text.trim() === '') setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
          setActive(-1);
        }}
      />
      <svg className="search-glass" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="6.5" cy="6.5" r="4.25" />
        <path d="m9.75 9.75 4 4" />
      </svg>
      {options.length > 0 && (
        // A `datalist` can neither be worded nor styled, and answers to no arrow key of ours.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div className="search-options" id={listId} role="listbox" aria-label={t(text.trim() === '' ? 'recent' : 'suggestions')}>
          {options.map((option, index) => (
            // The field has the keys, and keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={option.key}
              id={`${listId}-${index}`}
              className="search-option"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span className="search-option-kind">{t(option.kind)}</span>
              <span lang="zh-CN">{option.text}</span>
              {option.note !== undefined && <span className="search-option-note">{option.note}</span>}
            </div>
          ))}
        </div>
      )}
    </search>
  );
}
