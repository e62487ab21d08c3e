/**
 * The interface's two languages: which one is shown.
 * Not for the language of the newspapers, which is theirs.
 */
import i18next, { changeLanguage, use } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Settings } from '../../src-main/contract/model';
import { features } from './all-words';
import type { Language } from './define-words';
import { printedNumeral } from './printed-numeral';

function wordsOf(language: Language) {
  return Object.fromEntries(Object.entries(features).map(([feature, words]) => [feature, words[language]]));
}

function languageOf(setting: Settings['language']): Language {
  if (setting !== 'system') return setting;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export async function startLanguage(): Promise<void> {
  await use(initReactI18next).init({
    resources: { 'zh-CN': wordsOf('zh-CN'), en: wordsOf('en') },
    lng: languageOf('system'),
    fallbackLng: 'zh-CN',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
  });
  i18next.services.formatter?.add('numeral', (value) => printedNumeral(String(value)));
  document.documentElement.lang = i18next.language;
}

/** Switches every visible string at once and tells assistive technology. */
export async function setLanguage(setting: Settings['language']): Promise<void> {
  await changeLanguage(languageOf(setting));
  document.documentElement.lang = i18next.language;
}
