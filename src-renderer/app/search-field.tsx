/**
 * The search field of the bar: what is typed is looked up at once, except what an input method is still working on.
 * Not for results: the search view shows them.
 */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId } from '../../src-main/contract/model';
import { back, currentView, go, replace } from './navigation';
import type { View } from './navigation';
import { useCommand } from './use-command';

function lookUp(text: string, edition: EditionId | null): void {
  const view = currentView();
  if (view.kind === 'search') replace({ ...view, text });
  else if (text.trim() !== '') go({ kind: 'search', text, edition });
}

/** Hits carry `data-search-hit`, so that the field can hand over to the first of them. */
function focusFirstHit(): boolean {
  const hit = document.querySelector<HTMLElement>('main [data-search-hit]');
  hit?.focus();
  return hit !== null;
}

export function SearchField({ view, edition }: { readonly view: View; readonly edition: EditionId | null }) {
  const { t } = useTranslation('app');
  const field = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const shown = view.kind === 'search' ? view.text : '';
  const [text, setText] = useState(shown);
  const [before, setBefore] = useState(shown);
  if (before !== shown) {
    setBefore(shown);
    setText(shown);
  }

  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useCommand('search.focus', focus);
  useCommand('search.find', focus);

  const within = view.kind === 'search' ? view.edition : edition;
  return (
    <search className="search-field">
      <input
        ref={field}
        type="search"
        className="app-field"
        aria-label={t('search-label')}
        placeholder={t(within === null ? 'search-all' : 'search-here')}
        value={text}
        maxLength={1000}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          if (!composing.current) lookUp(event.target.value, edition);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          lookUp(event.currentTarget.value, edition);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            if (focusFirstHit()) event.preventDefault();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.currentTarget.blur();
            if (view.kind === 'search') back();
          }
        }}
      />
      <svg className="search-glass" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="6.5" cy="6.5" r="4.25" />
        <path d="m9.75 9.75 4 4" />
      </svg>
    </search>
  );
}
