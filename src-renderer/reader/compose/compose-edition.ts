/**
 * Composes an edition into newspaper pages, one after another and only as far as they are asked for.
 * Pure: text, grid and widths in, positioned lines out. Not for drawing, and not for turning pages.
 */
import type { Article, ArticleId, Edition, Place } from '../../../src-main/contract/model';
import type { Advances } from './advances';
import type { ComposedPage, Composing, PageModule, TextLine } from './composed-page';
import { fitEdition, MOST_FITTED_CHARACTERS } from './fit-edition';
import { withLineHeight } from './geometry';
import type { PageGeometry } from './geometry';
import { indexLists, indexPiece, setIndex } from './index-module';
import { layPage } from './lay-page';
import { piecesOf } from './pieces';
import type { Piece } from './pieces';
import type { Setting } from './setting';
import { rulesBetween } from './rules-between';
import { setModule } from './set-module';
import { isLater, isNotice, weighStories } from './weigh-stories';

export interface CompositionSettings {
  readonly justify: boolean;
  /** That fits a short edition to its pages, where it is known from before: then it is not tried out again. */
  readonly lineHeight?: number;
}

export interface Composition {
  readonly edition: Edition;
  readonly geometry: PageGeometry;
  /** Composes for about so many milliseconds, or to the end. */
  work(milliseconds: number): void;
  /** Page `index` from 0, composing as far as needed; null past the last. */
  page(index: number): ComposedPage | null;
  /** Pages composed so far, and whether they are all. */
  readonly known: { readonly pages: number; readonly complete: boolean };
  /** The page that shows a place, composing as far as needed; the nearest one before it where the place is not printed. */
  pageOfPlace(place: Place): number;
  /** The same among the pages composed so far; null where it may still come. */
  knownPageOfPlace(place: Place): number | null;
  pageOfArticle(article: ArticleId): number;
  placeOfPage(index: number): Place | null;
}

/** Pieces a page may choose from. */
const WAITING = 10;
const INDEX_FROM_ARTICLES = 4;

export function composeEdition(edition: Edition, geometry: PageGeometry, settings: CompositionSettings, advances: Advances): Composition {
  const pages: ComposedPage[] = [];
  const composing = fitted(edition, geometry, settings, advances);
  let complete = false;

  /** False at the end. */
  const step = (): boolean => {
    const next = composing.next();
    if (next.done) complete = true;
    else if (next.value) pages.push(next.value);
    return !complete;
  };
  const page = (index: number): ComposedPage | null => {
    while (pages.length <= index && step());
    return pages[index] ?? null;
  };
  const search = (found: (line: TextLine) => boolean): number | null => {
    for (let index = 0; ; index += 1) {
      const candidate = page(index);
      if (!candidate) return null;
      if (linesOf(candidate).some(found)) return index;
    }
  };
  return {
    edition,
    geometry,
    page,
    get known() {
      return { pages: pages.length, complete };
    },
    work(milliseconds) {
      const end = performance.now() + milliseconds;
      while (performance.now() < end && step());
    },
    pageOfPlace(place) {
      return search((line) => holds(line, place)) ?? nearestBefore(pages, place);
    },
    knownPageOfPlace(place) {
      const found = pages.findIndex((candidate) => linesOf(candidate).some((line) => holds(line, place)));
      return found >= 0 ? found : complete ? nearestBefore(pages, place) : null;
    },
    pageOfArticle(article) {
      return search((line) => line.article === article && line.fragments.length > 0) ?? 0;
    },
    placeOfPage(index) {
      return page(index)?.place ?? null;
    },
  };
}

function holds(line: TextLine, place: Place): boolean {
  return line.fragments.some((span) => span.source === place.source && place.offset >= span.start && place.offset < span.end);
}

/** Pages one by one; all at once where the edition is short enough to be fitted. */
function* fitted(edition: Edition, geometry: PageGeometry, settings: CompositionSettings, advances: Advances): Composing {
  const flows = new Map<number, Setting['flows']>();
  const settingFor = (own: PageGeometry): Setting => {
    const known = flows.get(own.characters) ?? new Map();
    flows.set(own.characters, known);
    return { geometry: own, advances, justify: settings.justify, flows: known };
  };
  const characters = edition.contents.reduce((sum, article) => sum + article.characters, 0);
  if (characters > MOST_FITTED_CHARACTERS) yield* composePages(edition, settingFor(geometry));
  else if (settings.lineHeight !== undefined) yield* composePages(edition, settingFor(withLineHeight(geometry, settings.lineHeight)));
  else yield* fitEdition(geometry, (own) => composePages(edition, settingFor(own)));
}

export function* linesOfModule(module: PageModule): Generator<TextLine, void> {
  for (const part of module.parts) for (const element of part.elements) if (element.kind === 'line') yield element;
}

const linesKnown = new WeakMap<ComposedPage, readonly TextLine[]>();

/** Kept: a place is looked for among the lines of all pages at every turn. */
export function linesOf(page: ComposedPage): readonly TextLine[] {
  const lines = linesKnown.get(page) ?? page.modules.flatMap((module) => [...linesOfModule(module)]);
  linesKnown.set(page, lines);
  return lines;
}

/** For places inside passages that are folded away. */
function nearestBefore(pages: readonly ComposedPage[], place: Place): number {
  let best = 0;
  let offset = -1;
  for (const page of pages)
    for (const line of linesOf(page))
      for (const span of line.fragments)
        if (span.source === place.source && span.start <= place.offset && span.start > offset) {
          offset = span.start;
          best = page.index;
        }
  return best;
}

function* composePages(edition: Edition, setting: Setting): Composing {
  const levels = weighStories(edition);
  const source = piecesOf(edition, levels, setting);
  const waiting: Piece[] = [];
  let carried: Piece[] = [];
  let ended = false;
  const take = function* (): Generator<null, void> {
    while (!ended && waiting.length < WAITING) {
      yield null;
      const next = source.next();
      if (next.done) ended = true;
      else if (
        next.value.kind === 'column' ||
        next.value.flow.lines.length > 0 ||
        next.value.articles.some((one) => one.heading.length > 0)
      )
        waiting.push(next.value);
    }
  };
  for (let index = 0; ; index += 1) {
    yield* take();
    if (waiting.length === 0 && carried.length === 0) {
      if (index === 0) yield emptyPage(edition, setting);
      return;
    }
    const { geometry } = setting;
    const head = index === 0 ? 3 : 2;
    if (index === 0) bringLeadForward(waiting);
    const pieces = [...carried, ...waiting];
    if (index === 0 && edition.contents.length >= INDEX_FROM_ARTICLES && geometry.columns > 1)
      pieces.push(indexPiece(edition, levels, setting));
    const layout = yield* layPage(
      {
        pieces,
        carried: carried.length,
        ending: ended,
        columns: geometry.columns,
        lines: geometry.lines - head,
        seed: index,
        front: index === 0,
        yielding: yieldingOf(pieces, edition),
      },
      setting,
    );
    const placed = new Set(layout.slots.map((slot) => slot.piece));
    carried = carried.filter((piece) => !placed.has(piece));
    for (let at = waiting.length - 1; at >= 0; at -= 1) if (placed.has(waiting[at] as Piece)) waiting.splice(at, 1);
    const slots = [...layout.slots].sort((one, other) => one.column - other.column || one.line - other.line);
    const modules: PageModule[] = [];
    for (const slot of slots) {
      if (slot.piece.kind === 'index') continue;
      const { module, rest } = setModule(slot, index, head, setting);
      modules.push(module);
      carried.push(...rest);
    }
    const indexSlot = slots.find((slot) => slot.piece.kind === 'index');
    if (indexSlot && indexLists(indexSlot.piece, placed)) modules.push(setIndex(indexSlot, slots, head, setting));
    yield {
      index,
      geometry,
      headLines: head,
      modules,
      rules: rulesBetween(layout.slots, head, geometry),
      place: firstPlace(modules, edition),
      capacity: geometry.columns * (geometry.lines - head),
      empty: layout.empty,
    };
  }
}

function yieldingOf(pieces: readonly Piece[], edition: Edition): ReadonlySet<Piece> {
  const yields = (article: Article): boolean => isNotice(article) || isLater(article, edition);
  return new Set(pieces.filter(({ articles }) => articles.length > 0 && articles.every(yields)));
}

function bringLeadForward(waiting: Piece[]): void {
  const at = waiting.findIndex((piece) => piece.level === 1);
  const lead = at > 0 ? waiting.splice(at, 1)[0] : undefined;
  if (lead) waiting.unshift(lead);
}

function firstPlace(modules: readonly PageModule[], edition: Edition): Place {
  for (const module of modules)
    for (const line of linesOfModule(module)) {
      const first = line.fragments[0];
      if (first) return { source: first.source, offset: first.start };
    }
  return { source: edition.files[0]?.id ?? 1, offset: 0 };
}

function emptyPage(edition: Edition, setting: Setting): ComposedPage {
  const place = { source: edition.files[0]?.id ?? 1, offset: 0 };
  return { index: 0, geometry: setting.geometry, headLines: 3, modules: [], rules: [], place, capacity: 0, empty: 0 };
}
