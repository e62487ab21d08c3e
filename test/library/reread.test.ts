import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { importFiles, importTexts, libraryIn, onlyEdition, temporaryFolder } from './library-in-folder';
import { findAnchor, offsetThroughBytes } from '../../src-main/library/anchor';
import { articleOfNews } from './invented-news';

const TEXT =
  '市立圖書館重新開放\n\n本報記者 林一舟\n\n昨日上午九時，市立圖書館重新開放，門前早已排起長隊。\n\n館長說：「今後每晚開到十點。」讀者鼓掌叫好。\n';

test('the reader can overrule the encoding: the same bytes are read anew, and bookmark and position stay on theirs', async () => {
  const library = await libraryIn(temporaryFolder());
  const bytes = new Uint8Array(iconv.encode(TEXT, 'big5'));
  const job = await importFiles(library, { name: 'page.txt', bytes, encoding: 'gb18030' });
  expect(job.outcomes).toMatchObject([{ kind: 'imported', encoding: 'gb18030' }]);
  const wrong = await onlyEdition(library);
  const source = wrong.files[0]?.id ?? 0;
  const garbled = (await library.ask('source.read', { source })).text;
  // The byte that 館長說 begins at, as the wrong encoding counts characters.
  const start = iconv.encode(TEXT.slice(0, TEXT.indexOf('館長')), 'big5');
  const place = { source, offset: iconv.decode(start, 'gb18030').length };
  await library.ask('bookmark.add', { place });
  await library.ask('position.save', { edition: wrong.id, place });

  await library.ask('source.reread', { source, encoding: 'big5' });

  const right = await onlyEdition(library);
  expect((await library.ask('source.read', { source })).text).toBe(TEXT);
  expect(garbled).not.toBe(TEXT);
  expect(right.files[0]).toMatchObject({ encoding: 'big5', encodingJudgement: { rule: 'confirmed-by-reader' } });
  const [mark] = await library.ask('bookmark.list', {});
  expect(mark?.place).toEqual({ source, offset: TEXT.indexOf('館長') });
  expect(mark?.quote).toMatch(/^館長說：「今後每晚開到十點。」/);
  expect(right.position).toEqual(mark?.place);
  expect((await library.ask('search.query', { text: '開到十點' })).total).toBe(1);
});

test('a file read again in the encoding it was read in keeps its articles and marks', async () => {
  const library = await libraryIn(temporaryFolder());
  await importTexts(library, { name: 'page.txt', text: TEXT });
  const before = await onlyEdition(library);
  const source = before.files[0]?.id ?? 0;
  const place = { source, offset: TEXT.indexOf('讀者鼓掌') };
  const mark = await library.ask('bookmark.add', { place });
  await library.ask('source.reread', { source, encoding: 'utf-8' });
  const after = await onlyEdition(library);
  const texts = (edition: typeof before) => edition.contents.map((article) => [article.headline, article.paragraphs]);
  expect(texts(after)).toEqual(texts(before));
  expect(await library.ask('bookmark.list', {})).toEqual([{ ...mark, article: after.contents[0]?.id }]);
});

test('an anchor is found by its words, nearest to where it stood, white space aside', () => {
  const text = `${articleOfNews(1)}\n\n同一句话。\n\n${articleOfNews(2)}\n\n同一\n句话。\n`;
  const second = text.lastIndexOf('同一');
  expect(findAnchor({ offset: second - 7, quote: '同一句话。' }, text, second - 7)).toBe(second);
  expect(findAnchor({ offset: 3, quote: '同一 句话。' }, text, 3)).toBe(text.indexOf('同一'));
  expect(findAnchor({ offset: 3, quote: '这里没有' }, text, 3)).toBe(3);
  expect(findAnchor({ offset: 999_999, quote: '这里没有' }, text, 999_999)).toBe(text.length);
});

test('offsets go over from one encoding to another through the bytes between', () => {
  const bytes = iconv.encode('a中文b字', 'gb18030');
  const before = (length: number) => iconv.decode(bytes.subarray(0, length), 'latin1').length;
  const after = (length: number) => iconv.decode(bytes.subarray(0, length), 'gb18030').length;
  expect([0, 1, 3, 5, 6, 8].map((offset) => offsetThroughBytes(offset, bytes.length, before, after))).toEqual([0, 1, 2, 3, 4, 5]);
});
