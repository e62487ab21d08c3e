import { expect, test } from 'vitest';
import type { Article } from '../../../src-main/contract/model';
import { placesIn } from '../../../src-renderer/reader/source/places-in';
import { inventEdition } from '../invented-edition';

const text = '题目\n昨日上午新桥通车\n两岸来往便捷。\n桥长八百米\n建设者合影。\n';
const run = (words: string) => ({
  source: 1,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  kind: 'text' as const,
  glue: '' as const,
});
const [made] = inventEdition([{ kind: 'feature', headline: 4, paragraphs: [10] }], 1).contents;
if (!made) throw new Error('an article was made');
/** The second paragraph was printed first; a line holds the end of one and the beginning of another. */
const article: Article = {
  ...made,
  heading: [],
  paragraphs: [
    { role: 'body', text: '', spans: [run('桥长八百米'), run('建设者合影。')] },
    { role: 'body', text: '', spans: [run('昨日上午'), run('新桥通车')] },
    { role: 'body', text: '', spans: [run('两岸来往便捷。')] },
  ],
};
const source = { id: 1, text };
const numbers = (moved: Parameters<typeof placesIn>[2]) => placesIn(article, source, moved).map(({ number }) => number);

test('every line of the text is a place once, in the order it is read in, told by its end', () => {
  expect(placesIn(article, source, null)).toEqual([
    { offset: text.indexOf('桥长'), number: 4, words: '桥长八百米' },
    { offset: text.indexOf('建设者'), number: 5, words: '建设者合影。' },
    { offset: text.indexOf('新桥通车'), number: 2, words: '新桥通车' },
    { offset: text.indexOf('两岸'), number: 3, words: '两岸来往便捷。' },
  ]);
  expect(placesIn(article, { id: 2, text }, null)).toEqual([]);
});

test('behind what goes elsewhere itself there is no place', () => {
  expect(numbers({ from: text.indexOf('昨日上午'), withRest: false })).toEqual([4, 5, 3]);
  expect(numbers({ from: text.indexOf('昨日上午'), withRest: true })).toEqual([4, 5]);
});
