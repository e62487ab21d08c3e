/** The nameplate of page one and the running head of the others. Not for composed text. */
import type { Edition } from '../../../src-main/contract/model';
import { assertNever } from '../../../src-main/contract/problem';
import { listPages } from '../../language/list-pages';
import type { ComposedPage } from '../compose/composed-page';
import { spanWidth } from '../compose/geometry';
import { isFromName, isInferred } from '../inferred-facts';
import { usePaperWords } from '../paper-words';
import { textLang } from '../text-lang';
import { fitNameplate, fitRunningHead, SMALL } from './fit-head';
import type { DateForm } from './fit-head';
import { wordsOnPage } from './vertical-text';

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

/** An ISO day in the interface's language, and its weekday; the day itself, and no weekday, where it is none. */
function printedDay(day: string, language: string): { readonly day: string; readonly weekday: string } {
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return { day, weekday: '' };
  const format = formatsFor(language);
  return { day: format.day.format(date), weekday: format.weekday.format(date) };
}

function oneLine(day: string, weekday: string, language: string): string {
  if (weekday === '') return day;
  return language.startsWith('zh') ? `${day}\u3000${weekday}` : `${weekday}, ${day}`;
}

/** An ISO day in the interface's language, with the weekday; the day itself where it is none. */
export function printedDate(isoDay: string, language: string): string {
  const { day, weekday } = printedDay(isoDay, language);
  return oneLine(day, weekday, language);
}

/** The lines the date takes in this form. */
function linesOfDate(form: DateForm, day: string, weekday: string, language: string): readonly string[] {
  switch (form) {
    case 'beside':
      return [oneLine(day, weekday, language)];
    case 'below':
      return [day, weekday].filter((line) => line !== '');
    case 'day':
      return [day];
    case 'none':
      return [];
    default:
      return assertNever(form);
  }
}

export function PageHead({ edition, page }: { readonly edition: Edition; readonly page: ComposedPage }) {
  const { t, language } = usePaperWords(edition);
  const { geometry } = page;
  const width = spanWidth(geometry, geometry.columns);
  const paper = edition.paper.value ?? t('labelPaperUnknown');
  const { day, weekday } =
    edition.date.value === null ? { day: t('labelDateUnknown'), weekday: '' } : printedDay(edition.date.value, language);
  const vertical = geometry.direction === 'vertical';
  const room = { width, typeSize: geometry.typeSize, vertical };
  const date = (form: DateForm) =>
    linesOfDate(form, day, weekday, language).map((line) => <span key={line}>{wordsOnPage(line, vertical)}</span>);
  const box = { insetInlineStart: geometry.left, insetBlockStart: geometry.top, inlineSize: width };
  const small = Math.round(geometry.typeSize * SMALL);
  if (page.index > 0)
    return (
      <header
        className="page-running-head"
        lang={language}
        style={{ ...box, blockSize: Math.round(geometry.lineHeight * 1.25), fontSize: small }}
      >
        <span className="page-folio">{wordsOnPage(String(page.index + 1), vertical)}</span>
        <span className="page-running-paper" lang={textLang(paper)}>
          {paper}
        </span>
        <span>{date(fitRunningHead({ paper, day, weekday }, room))}</span>
      </header>
    );
  const count = edition.pages.length;
  const printed = count === 0 ? '' : t('labelPrintedPages', { count, pages: listPages(edition.pages, language) });
  const height = Math.round(geometry.lineHeight * 2.45);
  const fitted = fitNameplate({ paper, day, weekday }, room);
  return (
    <header className="page-nameplate" lang={language} style={{ ...box, blockSize: height, fontSize: small }}>
      <span className="page-nameplate-left">
        <span className="page-folio" style={{ fontSize: Math.round(geometry.typeSize * 1.6) }}>
          {wordsOnPage(String(page.index + 1), vertical)}
        </span>
        <span>{wordsOnPage(printed, vertical)}</span>
      </span>
      <p className="page-nameplate-paper" style={{ fontSize: Math.round(geometry.typeSize * fitted.plate) }} lang={textLang(paper)}>
        {paper}
      </p>
      <span className="page-nameplate-right">
        {date(fitted.date)}
        {isInferred(edition.date) && fitted.date !== 'none' ? (
          <span>{t(isFromName(edition.date) ? 'labelNamedDate' : 'labelInferredDate')}</span>
        ) : null}
      </span>
    </header>
  );
}
