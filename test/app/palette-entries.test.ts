import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Suggestion } from '../../src-main/contract/model';
import { commands } from '../../src-renderer/app/commands';
import { currentView } from '../../src-renderer/app/navigation';
import { paletteGroups } from '../../src-renderer/app/palette-entries';
import type { PaletteSources } from '../../src-renderer/app/palette-entries';
import { words as app } from '../../src-renderer/app/words';
import { words as search } from '../../src-renderer/search/words';
import { inventEdition } from '../reader/invented-edition';

let t: TFunction<string>;
beforeAll(async () => {
  const instance = createInstance();
  await instance.init({ lng: 'en', resources: { en: { app: app.en, search: search.en } }, interpolation: { escapeValue: false } });
  t = instance.getFixedT('en', 'app');
});

const invented = inventEdition([{ kind: 'feature', headline: 12, paragraphs: [60], column: '山河行走' }], 3);
const edition = { ...invented, paper: { ...invented.paper, value: '云岭日报' } };
const [article] = edition.contents;
if (!article) throw new Error('an article was made');
const part = article.parts[0]?.article ?? article.id;

const from: PaletteSources = { edition, inFront: true, editions: [edition], commands, suggestions: [], hits: [] };
const suggestion = (kind: Suggestion['kind'], text: string, id: number | null = null): Suggestion => ({
  kind,
  text,
  article: id === null ? null : { id, edition: 2, paper: '凉都晚报', date: '2024-05-06' },
  count: 1,
});
const shown = (typed: string, suggestions: readonly Suggestion[] = []) =>
  paletteGroups(t, 'en', typed, { ...from, suggestions }).map(({ heading, entries }) => [heading, ...entries.map(({ text }) => text)]);

const offered = (id: number | null) =>
  paletteGroups(t, 'en', 'lps', { ...from, suggestions: [suggestion('headline', '六盘水开赛', id)] }).find(
    ({ heading }) => heading === 'search:suggestions',
  )?.entries[0];

test('what is called as typed comes before the searches, which say how far they go', () => {
  const groups = shown('theme');
  expect(groups[0]?.slice(0, 3)).toEqual(['app:palette-commands', 'Theme: paper', 'Theme: white']);
  expect(groups.at(-1)).toEqual([null, 'Search this paper for theme', 'Search all papers for theme']);
  expect(shown('').flat()).not.toContain('Search all papers for ');
});

test('initials find what they sound like: articles and sections of the paper in front, papers, and names to search for', () => {
  const groups = shown('yl', [
    suggestion('headline', article.headline ?? '', part),
    suggestion('column', '山河行走'),
    suggestion('paper', '云岭日报'),
    suggestion('place', '云岭县'),
  ]);
  const of = (heading: string) => groups.find(([own]) => own === heading)?.slice(1);
  expect(of('app:palette-articles')).toEqual([article.headline]);
  expect(of('app:palette-sections')).toEqual(['山河行走']);
  expect(of('app:palette-editions')?.[0]).toContain('云岭日报');
  expect(of('search:suggestions')).toEqual(['云岭县']);
});

test('the headline of another paper says where it was printed and opens its article; one that several share is searched for', () => {
  expect(offered(901)?.note).toBe('凉都晚报 May 6, 2024');
  offered(901)?.act();
  expect(currentView()).toMatchObject({ kind: 'article', edition: 2, article: 901 });
  expect(offered(null)?.note).toBe('Headline');
  offered(null)?.act();
  expect(currentView()).toEqual({ kind: 'search', text: '标题:六盘水开赛', edition: null });
});

test.each(['2023-11-25', '2023/11/25', '2023年11月25日', '20231125', '云岭 2023.11.25', '2023-11'])(
  '%s finds the paper of that day',
  (typed) => {
    expect(shown(typed).find(([heading]) => heading === 'app:palette-editions')).toHaveLength(2);
    expect(shown(typed.replace('11', '12')).find(([heading]) => heading === 'app:palette-editions')).toBeUndefined();
  },
);
