// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstView } from '../../src-renderer/app/first-view';
import { seedEdition } from '../reader/seed-edition';

const edition = seedEdition(readFileSync(join(import.meta.dirname, '../../seeds/guizhou-daily-2023-11-25.txt'), 'utf8'));
const article = edition.contents.find(({ paragraphs }) => paragraphs.length > 3);
const [place] = article?.paragraphs[2]?.spans ?? [];
const position = place ? { source: place.source, offset: place.start } : null;

test('the app opens with an edition where there is one, an empty library with its shelf', () => {
  expect(firstView({ edition: { ...edition, position }, inArticle: false })).toEqual({
    kind: 'edition',
    edition: edition.id,
    place: null,
    marked: null,
  });
  expect(firstView(null)).toEqual({ kind: 'shelf' });
});

test('an article that was being read is open again, at the line it was left', () => {
  expect(firstView({ edition: { ...edition, position }, inArticle: true })).toEqual({
    kind: 'article',
    edition: edition.id,
    article: article?.id,
    place: position,
    marked: null,
  });
  expect(firstView({ edition, inArticle: true }).kind).toBe('edition');
});
