/** What the end of an import says: the words a reader sees. */
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { joinedEditions } from '../../src-main/contract/job-news';
import type { FileOutcome, JoinedEdition } from '../../src-main/contract/model';
import { words as app } from '../../src-renderer/app/words';
import { outcomeFigures, takenFor, whereKnown } from '../../src-renderer/importing/import-figures';
import { words as importing } from '../../src-renderer/importing/words';
import { words as shelf } from '../../src-renderer/shelf/words';

async function wordsIn(language: 'zh-CN' | 'en') {
  const instance = createInstance();
  const resources = { [language]: { app: app[language], importing: importing[language], shelf: shelf[language] } };
  await instance.init({ lng: language, resources, interpolation: { escapeValue: false } });
  return instance.getFixedT(language, 'importing');
}

async function said(
  language: 'zh-CN' | 'en',
  outcomes: readonly FileOutcome[],
  before: readonly FileOutcome[] = [],
  names: ReadonlyMap<number, JoinedEdition> = new Map(),
): Promise<string> {
  const t = await wordsIn(language);
  return outcomeFigures(outcomes, joinedEditions([...before, ...outcomes]), names, 'done', t, language).join('; ');
}

const DAILY = { paper: '贵州日报', date: '2023-11-25' };
const file = { kind: 'imported', encoding: 'utf-8', articles: 3, said: { ...DAILY, page: '4' } } as const;
const into = (edition: number, source: number, joined?: { readonly paper: string | null; readonly date: string | null }): FileOutcome => ({
  ...file,
  name: `0${source}.txt`,
  source,
  edition,
  ...(joined ? { joined } : {}),
});

test('a file that joins an edition of before says which one', async () => {
  expect(await said('zh-CN', [into(1, 4, DAILY)])).toBe('“04.txt”已导入，3 篇; 并入已有的《贵州日报》2023年11月25日');
  expect(await said('en', [into(1, 4, DAILY)])).toBe(
    '04.txt imported, 3 articles; added to an edition already in the library: 贵州日报, November 25, 2023',
  );
  expect(await said('zh-CN', [into(1, 4, { paper: null, date: null })])).toContain('并入已有的一份报纸（报名不详，日期不详）');
});

test('of several those are counted that join an edition of before, and not those that join what came in with them', async () => {
  expect(await said('zh-CN', [into(1, 1), into(1, 2, DAILY), into(1, 3, DAILY)])).toBe('导入完毕; 新收 3 个文件');
  expect(await said('zh-CN', [into(1, 1, DAILY), into(1, 2, DAILY), into(2, 3)])).toBe(
    '导入完毕; 新收 3 个文件; 其中 2 个并入已有的《贵州日报》2023年11月25日',
  );
  expect(await said('en', [into(1, 1, DAILY), into(2, 2, { ...DAILY, date: '2023-11-26' })])).toBe(
    'Import finished; 2 new files; 2 of them added to editions already in the library',
  );
});

test('a page that its edition had already says so: both are kept', async () => {
  const twin: FileOutcome = { ...file, name: '04.txt', source: 9, edition: 1, joined: DAILY, twin: true };
  expect(await said('zh-CN', [twin])).toBe('“04.txt”已导入，3 篇; 《贵州日报》2023年11月25日第4版已有一份，两份都留着');
  expect(await said('en', [twin])).toBe(
    '04.txt imported, 3 articles; 贵州日报, November 25, 2023, page 4 was there already: both are kept',
  );
  expect(await said('zh-CN', [twin, into(2, 2)])).toContain('1 个文件的那一版已有一份，两份都留着');
  expect(await said('en', [twin, into(2, 2)])).toContain('1 is of a page that was there already: both are kept');
});

test('a paper that was in the trash is said to be back on the shelf', async () => {
  const known: FileOutcome = { kind: 'unchanged', name: '01.txt', source: 1, edition: 1 };
  expect(await said('zh-CN', [{ ...known, restored: true }])).toBe('“01.txt”原在回收站，已放回书架');
  expect(await said('en', [{ ...known, restored: true }, known])).toBe(
    'Import finished; 2 already in the library; 1 edition back on the shelf from the trash',
  );
});

test('what is tried again and joins what its own import had made has joined nothing of before', async () => {
  expect(await said('zh-CN', [into(1, 4, DAILY)], [into(1, 1)])).toBe('“04.txt”已导入，3 篇');
});

test('a file says which paper, day and page it was taken for, and which of them are not known', async () => {
  const t = await wordsIn('zh-CN');
  expect(takenFor(into(1, 1), null, t, 'zh-CN')).toBe('《贵州日报》2023年11月25日第4版');
  const bare: FileOutcome = { ...file, name: '01.txt', source: 1, edition: 1, said: { paper: null, date: null, page: null } };
  expect(takenFor(bare, null, t, 'zh-CN')).toBe('一份报纸（报名不详，日期不详）');
  expect(takenFor(into(1, 1), null, await wordsIn('en'), 'en')).toBe('贵州日报, November 25, 2023, page 4');
  expect(takenFor({ kind: 'unchanged', name: '01.txt', source: 1, edition: 1 }, null, t, 'zh-CN')).toBeNull();
});

test('a file is said to be in the edition it went into as that is called now, on its own page', async () => {
  const t = await wordsIn('zh-CN');
  expect(takenFor(into(1, 1), { paper: '山城晚报', date: '2024-03-01' }, t, 'zh-CN')).toBe('《山城晚报》2024年3月1日第4版');
  expect(takenFor(into(1, 1), { paper: null, date: '2023-11-25' }, t, 'zh-CN')).toBe('一份报纸（报名不详，2023年11月25日）第4版');
  const joined = into(1, 4, { paper: null, date: null });
  expect(await said('zh-CN', [joined], [], new Map([[1, DAILY]]))).toBe('“04.txt”已导入，3 篇; 并入已有的《贵州日报》2023年11月25日');
});

test('a file that was there already says in which edition, and under which name if another', async () => {
  const t = await wordsIn('zh-CN');
  const known: FileOutcome = { kind: 'unchanged', name: '01.txt', source: 1, edition: 1 };
  expect(whereKnown(known, DAILY, t, 'zh-CN')).toBe('在《贵州日报》2023年11月25日里');
  expect(whereKnown({ ...known, knownAs: '头版.txt' }, DAILY, t, 'zh-CN')).toBe('在《贵州日报》2023年11月25日里，文件名是“头版.txt”');
  expect(whereKnown(known, { paper: null, date: null, lead: '新桥建成通车' }, t, 'zh-CN')).toBe(
    '在“新桥建成通车”那份报纸（报名不详，日期不详）里',
  );
  expect(whereKnown(known, null, t, 'zh-CN')).toBeNull();
  expect(await said('en', [{ ...known, knownAs: 'front.txt' }], [], new Map([[1, DAILY]]))).toBe(
    '01.txt is already in the library; It is in 贵州日报, November 25, 2023, named front.txt there',
  );
});
