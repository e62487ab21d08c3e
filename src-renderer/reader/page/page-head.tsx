/** The nameplate of page one and the running head of the others. Not for composed text. */
import { useTranslation } from 'react-i18next';
import { CONFIRMED_RULE } from '../../../src-main/contract/model';
import type { Edition, Fact } from '../../../src-main/contract/model';
import type { ComposedPage } from '../compose/composed-page';
import { spanWidth } from '../compose/geometry';
import { wordsOnPage } from './vertical-text';

function isInferred(fact: Fact<string>): boolean {
  return fact.value !== null && fact.judgement.rule !== CONFIRMED_RULE && fact.judgement.confidence !== 'certain';
}

interface DayFormats {
  readonly day: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
}

/** Making one takes longer than drawing a running head. */
const formats = new Map<string, DayFormats>();

function formatsFor(language: string): DayFormats {
  const known = formats.get(language);
  if (known) return known;
  const made = {
    day: new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric' }),
    weekday: new Intl.DateTimeFormat(language, { weekday: 'long' }),
  };
  formats.set(language, made);
  return made;
}

/** An ISO day in the interface's language, with the weekday; the day itself where it is none. */
export function printedDate(day: string, language: string): string {
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return day;
  const format = formatsFor(language);
  const [dayText, weekday] = [format.day.format(date), format.weekday.format(date)];
  return language.startsWith('zh') ? `${dayText}\u3000${weekday}` : `${weekday}, ${dayText}`;
}

export function PageHead({ edition, page }: { readonly edition: Edition; readonly page: ComposedPage }) {
  const { t, i18n } = useTranslation('reader');
  const { geometry } = page;
  const width = spanWidth(geometry, geometry.columns);
  const paper = edition.paper.value ?? t('labelPaperUnknown');
  const date = edition.date.value === null ? t('labelDateUnknown') : printedDate(edition.date.value, i18n.language);
  const vertical = geometry.direction === 'vertical';
  const box = { insetInlineStart: geometry.left, insetBlockStart: geometry.top, inlineSize: width };
  const small = Math.round(geometry.typeSize * 0.8);
  if (page.index > 0)
    return (
      <header className="page-running-head" style={{ ...box, blockSize: Math.round(geometry.lineHeight * 1.25), fontSize: small }}>
        <span className="page-folio">{wordsOnPage(String(page.index + 1), vertical)}</span>
        <span className="page-running-paper">{paper}</span>
        <span>{wordsOnPage(date, vertical)}</span>
      </header>
    );
  const printed = edition.pages.map((name) => t('labelPrintedPage', { page: name })).join(' ');
  const height = Math.round(geometry.lineHeight * 2.45);
  const long = Array.from(paper).length > 8;
  return (
    <header className="page-nameplate" style={{ ...box, blockSize: height, fontSize: small }}>
      <span className="page-nameplate-left">
        <span className="page-folio" style={{ fontSize: Math.round(geometry.typeSize * 1.6) }}>
          {wordsOnPage(String(page.index + 1), vertical)}
        </span>
        {wordsOnPage(printed, vertical)}
      </span>
      <h1 className="page-nameplate-paper" style={{ fontSize: Math.round(geometry.typeSize * (long ? 1.8 : 2.7)) }} lang="zh-CN">
        {paper}
      </h1>
      <span className="page-nameplate-right">
        <span>{wordsOnPage(date, vertical)}</span>
        {isInferred(edition.date) ? <span>{t('labelInferredDate')}</span> : null}
      </span>
    </header>
  );
}
