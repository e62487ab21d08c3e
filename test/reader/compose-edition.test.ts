import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleKind, Edition } from '../../src-main/contract/model';
import { plainAdvances } from '../../src-renderer/reader/compose/advances';
import { composeEdition, linesOf } from '../../src-renderer/reader/compose/compose-edition';
import type { Composition } from '../../src-renderer/reader/compose/compose-edition';
import type { ComposedPage, JumpLink, TextLine } from '../../src-renderer/reader/compose/composed-page';
import { pageGeometry, seenSize, verticalGeometry } from '../../src-renderer/reader/compose/geometry';
import { verticalAdvances } from '../../src-renderer/reader/compose/vertical-advances';
import { emptyRoomCost } from '../../src-renderer/reader/compose/page-cost';
import { inventEdition, inventPaper } from './invented-edition';
import type { Shape } from './invented-edition';

function compose(edition: Edition, width = 1040, height = 732, typeSize = 15): Composition {
  return composeEdition(edition, pageGeometry(width, height, typeSize), { justify: true }, plainAdvances);
}

/** Width and height as the page is seen; its lines run down. */
function composeDown(edition: Edition, width = 1040, height = 732, typeSize = 15): Composition {
  return composeEdition(edition, verticalGeometry(width, height, typeSize), { justify: true }, verticalAdvances(plainAdvances));
}

function allPages(composition: Composition): readonly ComposedPage[] {
  const pages: ComposedPage[] = [];
  for (let index = 0; ; index += 1) {
    const page = composition.page(index);
    if (!page) return pages;
    pages.push(page);
  }
}

/** As long as these paragraphs. */
const story = (...paragraphs: readonly number[]): Shape => ({ kind: 'feature', headline: 12, paragraphs });

const bodyRoles = new Set(['body', 'subhead', 'caption']);
const bodyOf = (pages: readonly ComposedPage[]): readonly TextLine[] => pages.flatMap(linesOf).filter((line) => bodyRoles.has(line.role));
/** Columns with text in them. */
const columnsOf = (page: ComposedPage | undefined): number => new Set(page ? bodyOf([page]).map(({ markX }) => markX) : []).size;
const jumpsOf = (page: ComposedPage): readonly JumpLink[] =>
  page.modules.flatMap((module) => module.parts.flatMap((part) => part.elements)).filter((element) => element.kind === 'jump');

/** What is wrong with the order or completeness of the text; checked without `expect`, for there are very many lines. */
function faultsInText(edition: Edition, pages: readonly ComposedPage[]): readonly string[] {
  const faults: string[] = [];
  const met = new Map<string, { readonly text: string; readonly at: number }>();
  const furthest = new Map<number, number>();
  for (const line of bodyOf(pages)) {
    const key = `${line.article} ${line.paragraph}`;
    const before = met.get(key);
    if (line.start < (before?.at ?? 0)) faults.push(`line "${line.text}" comes twice or too late`);
    met.set(key, { text: (before?.text ?? '') + line.text, at: line.end });
    if (line.paragraph < (furthest.get(line.article) ?? 0)) faults.push(`paragraph of "${line.text}" comes too late`);
    furthest.set(line.article, line.paragraph);
    const traced = line.fragments.reduce((sum, fragment) => sum + fragment.to - fragment.from, 0);
    if (traced !== line.text.length) faults.push(`"${line.text}" does not know its source`);
  }
  for (const article of edition.contents)
    for (const [index, paragraph] of article.paragraphs.entries()) {
      const found = met.get(`${article.id} ${index}`)?.text ?? '';
      if (found.replace(/\s/gu, '') !== paragraph.text.replace(/\s/gu, '')) faults.push(`"${paragraph.text}" became "${found}"`);
    }
  return faults;
}

const bare = (text: string | null | undefined): string => (text ?? '').replace(/\s/gu, '');

function faultsInHeadlines(edition: Edition, pages: readonly ComposedPage[]): readonly string[] {
  const printed = new Map<number, string>();
  for (const line of pages.flatMap(linesOf))
    // What stands over the rest of a story, or of a box, says again what was shown with its source before.
    if (line.role === 'headline' && line.fragments.length > 0) printed.set(line.article, (printed.get(line.article) ?? '') + line.text);
  return edition.contents
    .filter(({ id, headline }) => bare(printed.get(id)) !== bare(headline))
    .map(({ id, kind, headline }) => `${kind} "${headline}" became "${printed.get(id)}"`);
}

function faultsInPlaces(pages: readonly ComposedPage[]): readonly string[] {
  const faults: string[] = [];
  for (const page of pages) {
    const { geometry } = page;
    const bottom = geometry.top + geometry.lines * geometry.lineHeight + 1;
    for (const [index, one] of page.modules.entries()) {
      if (one.y + one.height > bottom || one.x + one.width > geometry.width) faults.push(`module ${index} runs off page ${page.index + 1}`);
      for (const other of page.modules.slice(index + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        if (!apart) faults.push(`modules overlap on page ${page.index + 1}`);
      }
    }
    const taken = new Set<string>();
    for (const line of linesOf(page)) {
      if (!bodyRoles.has(line.role)) continue;
      const column = Math.round((line.markX - geometry.left) / (geometry.columnWidth + geometry.gutter));
      const place = `${column} ${Math.floor((line.y - geometry.top) / geometry.lineHeight + 0.5)}`;
      if (taken.has(place)) faults.push(`two lines at ${place} of page ${page.index + 1}`);
      if (line.y + line.height > bottom) faults.push(`"${line.text}" runs off page ${page.index + 1}`);
      taken.add(place);
    }
  }
  return faults;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const shape: fc.Arbitrary<Shape> = fc
  .record({
    kind: fc.constantFrom<ArticleKind>('feature', 'feature', 'signed', 'brief', 'photo', 'jump', 'fragment'),
    headline: fc.constantFrom(0, 1, 6, 12, 24, 70),
    paragraphs: fc.array(fc.constantFrom(1, 2, 12, 40, 90, 160, 400), { maxLength: 12 }),
    deck: fc.boolean(),
    subheads: fc.boolean(),
    column: fc.constantFrom('基层见闻', '时评', ''),
  })
  .map(({ column, ...rest }): Shape => (column === '' ? rest : { ...rest, column }));

describe('composing an edition', () => {
  it('sets every line of every paragraph exactly once, in order, for any edition, page and type size', () => {
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 240, max: 2400 }),
        fc.integer({ min: 200, max: 1600 }),
        fc.integer({ min: 10, max: 40 }),
        fc.constantFrom(compose, composeDown),
        (shapes, seed, width, height, typeSize, set) => {
          const edition = inventEdition(shapes, seed);
          expect(faultsInText(edition, allPages(set(edition, width, height, typeSize)))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('prints the headline of every story once, those of briefs in a box included', () => {
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 240, max: 2400 }),
        fc.integer({ min: 200, max: 1600 }),
        fc.constantFrom(compose, composeDown),
        (shapes, seed, width, height, set) => {
          const edition = inventEdition(shapes, seed);
          expect(faultsInHeadlines(edition, allPages(set(edition, width, height)))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('lets nothing overlap and nothing run off the page', () => {
    for (let seed = 1; seed <= 3; seed += 1)
      for (const [width, height] of [
        [1040, 732],
        [840, 1012],
        [800, 532],
        [1900, 1000],
      ] as const)
        expect(faultsInPlaces(allPages(compose(inventPaper(18, seed), width, height)))).toEqual([]);
  });

  it('opens no column with the last line of a paragraph, nor leaves a subhead at its foot', () => {
    for (let seed = 1; seed <= 4; seed += 1)
      for (const page of allPages(compose(inventPaper(20, seed)))) {
        const columns = groupBy(
          linesOf(page).filter((line) => bodyRoles.has(line.role)),
          (line) => `${line.markX} ${page.modules.findIndex((module) => module.parts.some((part) => part.elements.includes(line)))}`,
        );
        for (const lines of columns.values()) {
          const top = lines[0];
          expect(top !== undefined && top.start > 0 && top.lastOfParagraph, `${top?.text} on page ${page.index + 1}`).toBe(false);
          expect(lines.at(-1)?.role).not.toBe('subhead');
        }
      }
  });

  it('carries a cut story on at the very next page, and the two link to each other', () => {
    let cuts = 0;
    for (let seed = 1; seed <= 3; seed += 1) {
      const pages = allPages(compose(inventPaper(25, seed)));
      for (const page of pages)
        for (const jump of jumpsOf(page)) {
          const other = pages[jump.page];
          expect(other, `page ${jump.page + 1}`).toBeDefined();
          expect(jump.page).toBe(page.index + (jump.direction === 'to' ? 1 : -1));
          const back = jumpsOf(other as ComposedPage).filter((one) => one.direction !== jump.direction && one.page === page.index);
          expect(back.length).toBeGreaterThan(0);
          expect(linesOf(other as ComposedPage).some((line) => line.article === jump.article)).toBe(true);
          cuts += 1;
        }
    }
    expect(cuts).toBeGreaterThan(10);
  });

  it('keeps the columns of an uncut story within a line of each other', () => {
    for (let seed = 1; seed <= 3; seed += 1)
      for (const page of allPages(compose(inventPaper(20, seed))))
        for (const module of page.modules) {
          const jumps = module.parts.some((part) => part.elements.some((element) => element.kind === 'jump' && element.direction === 'to'));
          if (module.kind !== 'story' || jumps) continue;
          const lines = module.parts
            .flatMap((part) => part.elements)
            .filter((element) => element.kind === 'line' && bodyRoles.has(element.role));
          const feet = [...groupBy(lines, (line) => (line.kind === 'line' ? line.markX : 0)).values()].map((column) =>
            Math.max(...column.map((line) => line.y)),
          );
          // A column whose neighbour would open with a widow or a subhead may be one line shorter still.
          expect(Math.max(...feet) - Math.min(...feet)).toBeLessThanOrEqual(2 * page.geometry.lineHeight);
        }
  });

  it('leaves little white at the foot of pages', () => {
    let share = 0;
    let count = 0;
    for (let seed = 1; seed <= 10; seed += 1)
      for (const [width, height] of [
        [1040, 732],
        [840, 1012],
        [800, 532],
      ] as const) {
        const pages = allPages(compose(inventPaper(18, seed), width, height));
        share += pages.reduce((sum, page) => sum + page.empty, 0) / pages.reduce((sum, page) => sum + page.capacity, 0);
        count += 1;
      }
    expect(share / count).toBeLessThan(0.06);
  });

  it('knows the page of every place and the place of every page', () => {
    const edition = inventPaper(20, 3);
    const composition = compose(edition);
    const pages = allPages(composition);
    for (const page of pages) expect(composition.pageOfPlace(page.place)).toBe(page.index);
    const strayed = pages.flatMap((page) =>
      linesOf(page)
        .flatMap((line) => line.fragments)
        .filter((fragment) => composition.pageOfPlace({ source: fragment.source, offset: fragment.end - 1 }) !== page.index),
    );
    expect(strayed).toEqual([]);
  });

  it('keeps the same words in view when the window or the type changes', () => {
    const edition = inventPaper(20, 4);
    const wide = compose(edition);
    const place = wide.placeOfPage(5);
    if (!place) throw new Error('the edition has six pages');
    for (const [width, height, size] of [
      [800, 532, 15],
      [1900, 1000, 15],
      [1040, 732, 22],
    ] as const) {
      const other = compose(edition, width, height, size);
      const page = other.page(other.pageOfPlace(place));
      const words = page && linesOf(page).flatMap((line) => line.fragments);
      expect(words?.some((one) => one.source === place.source && one.start <= place.offset && place.offset < one.end)).toBe(true);
    }
  });

  it('composes the first page of a long edition without measuring the rest', () => {
    const composition = compose(inventPaper(500, 1));
    composition.page(0);
    expect(composition.known).toEqual({ pages: 1, complete: false });
  });

  it('composes in slices as it does at once, and says where a place is as soon as it has been composed', () => {
    for (const articles of [12, 90]) {
      const edition = inventPaper(articles, 5);
      const atOnce = allPages(compose(edition));
      const last = atOnce.at(-1) as ComposedPage;
      const sliced = compose(edition);
      expect(sliced.knownPageOfPlace(last.place)).toBeNull();
      let slices = 0;
      while (!sliced.known.complete) {
        sliced.work(0.5);
        slices += 1;
      }
      expect(slices).toBeGreaterThan(3);
      expect(sliced.knownPageOfPlace(last.place)).toBe(last.index);
      expect(allPages(sliced).map(linesOf)).toEqual(atOnce.map(linesOf));
    }
  });

  it('is the same every time', () => {
    const edition = inventPaper(15, 9);
    expect(JSON.stringify(allPages(compose(edition)).flatMap(linesOf))).toBe(JSON.stringify(allPages(compose(edition)).flatMap(linesOf)));
  });

  it('gives the lead the largest headline, and four sizes to an ordinary paper', () => {
    const pages = allPages(compose(inventPaper(40, 2)));
    const sizes = pages
      .flatMap(linesOf)
      .filter((line) => line.role === 'headline' && line.fragments.length > 0)
      .map((line) => line.size);
    const front = linesOf(pages[0] as ComposedPage).filter((line) => line.role === 'headline');
    expect(Math.max(...front.map((line) => line.size))).toBe(Math.max(...sizes));
    expect(new Set(sizes).size).toBeGreaterThanOrEqual(4);
  });

  it('leads with the first printed page: neither a notice nor a story from inside takes the place of one of it', () => {
    const shapes = [story(70, 110), story(90, 120), story(80, 60), story(80, 40, 60), story(70, 70)];
    const inside: readonly Shape[] = [
      { ...story(200, 220, 200, 220, 200), deck: true },
      { kind: 'feature', headline: 4, paragraphs: [30, 34, 36] },
    ];
    for (let seed = 1; seed <= 12; seed += 1) {
      const invented = inventEdition([...shapes, ...inside], seed);
      const contents = invented.contents.map((article, at) => ({
        ...article,
        headline: at === shapes.length + 1 ? '遗失声明' : article.headline,
        parts: article.parts.map((part) => ({ ...part, page: at < shapes.length ? '1' : '4' })),
      }));
      const [front] = allPages(compose({ ...invented, pages: ['1', '4'], contents }));
      const headlines = linesOf(front as ComposedPage).filter(({ role, fragments }) => role === 'headline' && fragments.length > 0);
      const largest = Math.max(...headlines.map(({ size }) => size));
      expect(headlines.filter(({ size }) => size === largest).every(({ article }) => article <= shapes.length)).toBe(true);
      const shown = new Set(bodyOf([front as ComposedPage]).map(({ article }) => article));
      const waits = contents.slice(0, shapes.length).some(({ id }) => !shown.has(id));
      expect({ seed, outranking: [...shown].filter((id) => waits && id > shapes.length) }).toEqual({ seed, outranking: [] });
    }
  });

  it('leaves a notice for later while a story of its own page waits', () => {
    const shapes: readonly Shape[] = [
      story(200, 240, 260),
      { kind: 'feature', headline: 4, paragraphs: [30, 34, 36] },
      story(160, 180),
      story(180, 90),
      story(140, 160),
      story(170, 170),
    ];
    for (let seed = 1; seed <= 12; seed += 1) {
      const invented = inventEdition(shapes, seed);
      const contents = invented.contents.map((article, at) => (at === 1 ? { ...article, headline: '遗失声明' } : article));
      const [front, ...others] = allPages(compose({ ...invented, contents }));
      const begun = new Set(bodyOf([front as ComposedPage]).map(({ article }) => article));
      const waits = others.length > 0 && begun.size < shapes.length;
      expect({ seed, ahead: waits && begun.has(2) }).toEqual({ seed, ahead: false });
    }
  });

  it('shows an edition with nothing in it as one page without text', () => {
    const pages = allPages(compose(inventEdition([], 1)));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.modules).toEqual([]);
  });

  it('comes out the same at a line height that is known from before, its first page at once', () => {
    const edition = inventPaper(14, 3);
    const geometry = pageGeometry(1040, 732, 15);
    const fitted = allPages(composeEdition(edition, geometry, { justify: true }, plainAdvances));
    const lineHeight = fitted[0]?.geometry.lineHeight ?? 0;
    expect(lineHeight).not.toBe(geometry.lineHeight);
    const again = composeEdition(edition, geometry, { justify: true, lineHeight }, plainAdvances);
    expect(again.page(0)).toEqual(fitted[0]);
    expect(again.known).toEqual({ pages: 1, complete: false });
    expect(allPages(again)).toEqual(fitted);
  });

  it('prints no index that lists nothing', () => {
    for (const articles of [4, 5, 6, 8])
      for (let seed = 1; seed <= 8; seed += 1) {
        const [front] = allPages(compose(inventPaper(articles, seed)));
        for (const module of front?.modules.filter(({ kind }) => kind === 'index') ?? [])
          expect(module.parts.flatMap((part) => part.elements).filter(({ kind }) => kind === 'index-entry').length).toBeGreaterThan(0);
      }
    const short = inventEdition(
      Array.from({ length: 5 }, () => ({ kind: 'feature' as const, headline: 10, paragraphs: [90, 60] })),
      3,
    );
    const pages = allPages(compose(short));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.modules.filter(({ kind }) => kind === 'index')).toEqual([]);
  });

  it('sets little text in fewer columns, in the middle of the page, and never a few lines over many', () => {
    const notice = allPages(compose(inventEdition([{ kind: 'feature', headline: 8, paragraphs: [30, 24] }], 1)));
    expect(notice).toHaveLength(1);
    expect(columnsOf(notice[0])).toBe(1);
    const geometry = notice[0]?.geometry;
    expect(Math.abs((geometry?.left ?? 0) * 2 + (geometry?.columnWidth ?? 0) - (geometry?.width ?? 0))).toBeLessThanOrEqual(1);
    for (let length = 40; length <= 1200; length += 80) {
      const [page] = allPages(compose(inventEdition([{ kind: 'feature', headline: 12, paragraphs: [length] }], length)));
      const columns = columnsOf(page);
      expect(columns === 1 || (page ? bodyOf([page]).length : 0) >= columns * (columns + 1)).toBe(true);
    }
  });

  it('cuts a box of briefs only after a whole one, and says by a link where it goes on', () => {
    let cuts = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const features = Array.from({ length: 4 + (seed % 3) }, () => ({
        kind: 'feature' as const,
        headline: 12,
        paragraphs: [140, 90, 160],
      }));
      const briefs = Array.from({ length: 9 }, (_, at) => ({
        kind: 'brief' as const,
        headline: 0,
        paragraphs: [70 + 40 * ((at + seed) % 3)],
      }));
      const edition = inventEdition([...features, ...briefs], seed);
      for (const [width, height] of [
        [1040, 732],
        [840, 1012],
        [800, 532],
      ] as const) {
        const pages = allPages(compose(edition, width, height));
        const boxes = pages.flatMap((page) => page.modules.filter(({ kind }) => kind === 'briefs').map((module) => ({ page, module })));
        for (const [index, { page, module }] of boxes.slice(0, -1).entries()) {
          cuts += 1;
          const elements = module.parts.flatMap((part) => part.elements);
          const link = elements.find((element) => element.kind === 'jump' && element.direction === 'to');
          expect(link?.kind === 'jump' && link.page).toBe(boxes[index + 1]?.page.index);
          const whole = elements.some((element) => element.kind === 'line' && element.lastOfParagraph && element.role === 'body');
          expect(whole || module.height > (page.geometry.lines / 2) * page.geometry.lineHeight).toBe(true);
        }
      }
    }
    expect(cuts).toBeGreaterThan(5);
  });

  it('takes a story without a headline on under its first words', () => {
    const pages = allPages(
      compose(inventEdition([{ kind: 'feature', headline: 0, paragraphs: Array.from({ length: 30 }, () => 150) }], 5)),
    );
    const opening = bodyOf(pages)[0]?.text ?? '';
    const over = linesOf(pages[1] as ComposedPage).find(({ role }) => role === 'headline');
    expect(over?.text).toMatch(/……$/u);
    expect(over?.text.slice(0, 6)).toBe(opening.slice(0, 6));
    expect(over?.fragments).toEqual([]);
  });

  it('sets a page whose lines run down in tiers, without overlap, with little white, keeping the place', () => {
    const edition = inventPaper(18, 6);
    const composition = composeDown(edition);
    const pages = allPages(composition);
    expect(seenSize(composition.geometry)).toEqual({ width: 1040, height: 732 });
    expect(composition.geometry.columns).toBeGreaterThan(1);
    expect(faultsInPlaces(pages)).toEqual([]);
    expect(pages.reduce((sum, page) => sum + page.empty, 0) / pages.reduce((sum, page) => sum + page.capacity, 0)).toBeLessThan(0.06);
    const place = compose(edition).placeOfPage(3);
    if (!place) throw new Error('the edition has four pages');
    const words = linesOf(pages[composition.pageOfPlace(place)] as ComposedPage).flatMap((line) => line.fragments);
    expect(words.some((one) => one.source === place.source && one.start <= place.offset && place.offset < one.end)).toBe(true);
  });

  it('gives a headline that no text goes with one column, never a strip of the page', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const bare: Shape = { kind: 'feature', headline: 8, paragraphs: [] };
      const told: Shape = { kind: 'feature', headline: 9, paragraphs: [120, 160, 140] };
      const edition = inventEdition([told, bare, told, bare, told], seed);
      const pages = allPages(compose(edition));
      const modules = pages.flatMap((page) => page.modules.map((module) => ({ module, column: page.geometry.columnWidth })));
      const found = modules.filter(({ module }) => module.parts.some(({ article }) => article === 2 || article === 4));
      expect(found.length).toBe(2);
      for (const { module, column } of found) expect(module.width).toBe(column);
    }
  });

  it('likes the white at the end of a paper low and last better than as a hole between its stories', () => {
    const room = { atFoot: true, atEnd: true, wide: false };
    const pillar = emptyRoomCost({ ...room, width: 1, height: 12 }, true);
    expect(emptyRoomCost({ ...room, width: 2, height: 6 }, true)).toBeLessThan(pillar);
    expect(pillar).toBeLessThan(emptyRoomCost({ ...room, atEnd: false, width: 1, height: 12 }, true));
    expect(emptyRoomCost({ ...room, wide: true, width: 4, height: 3 }, true)).toBeLessThan(pillar / 2);
  });
});
