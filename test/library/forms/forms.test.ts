import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edition, FileOutcome } from '../../../src-main/contract/model';
import { hanOfRadicals } from '../../../src-main/library/forms/han-of-radicals';
import { gatherLines } from '../../../src-main/library/forms/pdf-columns';
import { partMargins } from '../../../src-main/library/forms/pdf-margins';
import { pageOfNews } from '../invented-news';
import { importFiles, libraryIn, onlyEdition, temporaryFolder } from '../library-in-folder';
import type { TestLibrary } from '../library-in-folder';
import { zipOf } from '../zip-of';
import { lockedPdf, pdfOf } from './pdf-of';

const encode = (text: string) => new TextEncoder().encode(text);

async function imported(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ library: TestLibrary; edition: Edition; text: string; printed: string }> {
  const library = await libraryIn(temporaryFolder());
  const job = await importFiles(library, { name, bytes });
  expect(job.outcomes).toMatchObject([{ kind: 'imported' }]);
  const edition = await onlyEdition(library);
  const { text } = await library.ask('source.read', { source: edition.files[0]?.id ?? 0 });
  for (const article of edition.contents)
    for (const { text: said, spans } of article.paragraphs)
      expect(spans.map(({ kind, glue, start, end }) => (kind === 'text' ? glue + text.slice(start, end) : '')).join('')).toBe(said);
  const printed = edition.contents
    .map(({ headline, paragraphs }) => [headline, ...paragraphs.map((one) => one.text)].join('\n'))
    .join('\n\n');
  return { library, edition, text, printed };
}

async function refusalOf(...files: readonly (readonly [string, Uint8Array<ArrayBuffer>])[]): Promise<readonly string[]> {
  const library = await libraryIn(temporaryFolder());
  const job = await importFiles(library, ...files.map(([name, bytes]) => ({ name, bytes })));
  return job.outcomes.map((outcome: FileOutcome) => (outcome.kind === 'failed' ? outcome.problem.code : outcome.kind));
}

const PARAGRAPH = '记者昨日从工地获悉，江心段已完成焊接，工人们正在做最后的检查，桥面铺装将于下月开始，通车后两岸往来只需五分钟。';

test('of a web page the article is read, without what stands around it and what its scripts would do', async () => {
  const html = `<!doctype html><html><head><meta charset="gbk"><title>大桥合龙在即</title><script>document.write('脚本写的字')</script></head><body>
    <nav><a href="/">首页</a> <a href="/x">要闻</a></nav>
    <article><h1>大桥合龙在即</h1><p>${PARAGRAPH}</p><p>指挥部负责人表示，<b>沿线六个村镇</b>将同时开通公交。${PARAGRAPH}</p><p>${PARAGRAPH}</p></article>
    <script>var a = "又一段脚本";</script><footer>版权所有</footer></body></html>`;
  const { default: iconv } = await import('iconv-lite');
  const { edition, text, printed } = await imported('news.html', new Uint8Array(iconv.encode(html, 'gbk')));
  expect(edition.files[0]).toMatchObject({ form: 'html', encoding: 'gb18030' });
  expect(printed).toContain('大桥合龙在即');
  expect(printed).toContain('沿线六个村镇将同时开通公交');
  for (const foreign of ['脚本', '首页', '版权所有', '<']) expect(text).not.toContain(foreign);
});

test('a page with no article to be told from the rest is read whole', async () => {
  const { text } = await imported('list.html', encode('<body><div>今日要闻</div><ul><li>新桥通车</li><li>旧城改造</li></ul></body>'));
  expect(text).toBe('今日要闻\n\n新桥通车\n\n旧城改造');
});

test('markdown is read without its marks', async () => {
  const source = `---\ntitle: 头信息\n---\n# 新桥通车\n\n**本报讯** ${PARAGRAPH}[详情](http://example.org)\n\n- 一\n- 二\n`;
  const { edition, text } = await imported('note.md', encode(source));
  expect(edition.files[0]?.form).toBe('markdown');
  expect(text).toBe(`新桥通车\n\n本报讯 ${PARAGRAPH}详情\n\n一\n\n二`);
});

test.each([
  ['line.md', `# 老旧小区改造 惠及千户居民\n\n记者 王小明\n\n城南社区　居委会主任说，  楼道已粉刷一新。\n`],
  [
    'line.html',
    `<body><h1>老旧小区改造 惠及千户居民</h1><p>记者 <b>王小明</b></p><p>城南社区　居委会主任说，&#32; 楼道\n    已粉刷<i>\n一新</i>。</p></body>`,
  ],
])('a space written between Chinese words stays; where the file only breaks a line there is none: %s', async (name, source) => {
  const { text } = await imported(name, encode(source));
  expect(text).toBe('老旧小区改造 惠及千户居民\n\n记者 王小明\n\n城南社区　居委会主任说， 楼道已粉刷一新。');
});

const ROWS = ['小区　户数　进度', '东湖苑　320　完工', '西山 里　　在建'];

test.each([
  [
    'table.md',
    `# 老旧小区改造\n\n${PARAGRAPH}\n\n| 小区 | 户数 | 进度 |\n|---|--:|---|\n| 东湖苑 | **320** | 完工 |\n| 西山　里 | | 在建 |\n\n${PARAGRAPH}\n`,
  ],
  [
    'table.html',
    `<body><h1>老旧小区改造</h1><p>${PARAGRAPH}</p><table><thead><tr><th>小区</th><th>户数</th><th>进度</th></tr></thead>
      <tbody><tr><td><p>东湖苑</p></td><td>320</td><td>完工</td></tr><tr><td>西山<br>里<td><td>在建</table><p>${PARAGRAPH}</p></body>`,
  ],
])('a row of a table is one line of its article, each cell in its place: %s', async (name, source) => {
  const { library, edition, text } = await imported(name, encode(source));
  expect(text).toBe(['老旧小区改造', PARAGRAPH, ...ROWS, PARAGRAPH].join('\n\n'));
  expect(edition.contents.map(({ headline, paragraphs }) => [headline, paragraphs.map((one) => one.text)])).toEqual([
    ['老旧小区改造', [PARAGRAPH, ...ROWS, PARAGRAPH]],
  ]);
  expect(await library.ask('library.check', {})).toEqual({ whole: true, files: [] });
});

const rowOf = (...cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;

test('a row of a table in a Word document is one line too; a table that lays texts out is read text by text', async () => {
  const table = [
    rowOf(...['', '户数', '进度'].map((cell) => paragraph(cell))),
    rowOf(paragraph('东湖苑'), paragraph('320'), paragraph('完工')),
    rowOf(paragraph('西山') + paragraph('里'), paragraph(''), paragraph('在建')),
    rowOf(paragraph('左'), paragraph('今日要闻') + paragraph('旧城改造开工。')),
    rowOf(paragraph('外'), `<w:tbl>${rowOf(paragraph('内'), paragraph('层'))}</w:tbl>${paragraph('')}`),
  ];
  const body =
    paragraph('老旧小区改造', 'Heading1') + paragraph(PARAGRAPH) + `<w:tbl>${table.slice(0, 3).join('')}</w:tbl>` + paragraph(PARAGRAPH);
  const { edition, text } = await imported('table.docx', WORD(body));
  expect(text).toBe(`老旧小区改造\n\n${[PARAGRAPH, '　户数　进度', ...ROWS.slice(1), PARAGRAPH].join('\n')}`);
  expect(edition.contents.map(({ headline, paragraphs }) => [headline, paragraphs.map((one) => one.text)])).toEqual([
    ['老旧小区改造', [PARAGRAPH, '户数　进度', ...ROWS.slice(1), PARAGRAPH]],
  ]);
  const layout = await imported('layout.docx', WORD(`<w:tbl>${table.slice(3).join('')}</w:tbl>`));
  expect(layout.text).toBe('左\n今日要闻\n旧城改造开工。\n外\n内　层');
});

test('a page laid out in a table is read text by text', async () => {
  const cells = [
    `<h2>新桥通车</h2><p>${PARAGRAPH}</p>`,
    `今日要闻<br>旧城改造开工。`,
    `<table><tr><td>内层</td></tr></table>`,
    `<p>一</p><p>二</p>`,
    PARAGRAPH.repeat(3),
  ];
  const { text } = await imported(
    'layout.html',
    encode(`<table>${cells.map((cell) => `<tr><td>左<td>${cell}</td></tr>`).join('')}</table>`),
  );
  expect(text.split('\n\n')).toEqual(
    ['新桥通车\n\n' + PARAGRAPH, '今日要闻\n旧城改造开工。', '内层', '一\n\n二', PARAGRAPH.repeat(3)].flatMap((cell) =>
      `左\n\n${cell}`.split('\n\n'),
    ),
  );
});

const BRIDGE = 'The council of the harbour town has approved a new bridge over the estuary, and the builders begin in the spring.';
const HARVEST = 'Rain has kept the reapers from the fields for a week, and the barley lies flat between the hedges.';

test.each([
  [
    'day.md',
    `# The Harbour Post, 5 March 2024\n\n## Council approves bridge\n\nBy Jane Doe\n\n${BRIDGE}\n\n### What it costs\n\n${HARVEST}\n\n## Rain delays harvest\n\n${HARVEST}\n`,
  ],
  [
    'day.html',
    `<html><head><title>The Harbour Post, 5 March 2024</title></head><body><h2>Council approves bridge</h2><p>By Jane Doe</p><p>${BRIDGE}</p><h3>What it costs</h3><p>${HARVEST}</p><h2>Rain delays harvest</h2><p>${HARVEST}</p></body></html>`,
  ],
])('headings that a form marks part its articles, and a title that tells a day is the paper: %s', async (name, source) => {
  const { library, edition } = await imported(name, encode(source));
  expect(edition).toMatchObject({ paper: { value: 'The Harbour Post' }, date: { value: '2024-03-05' } });
  expect(edition.contents.map(({ headline, byline, paragraphs }) => [headline, byline, paragraphs.map(({ role }) => role)])).toEqual([
    ['Council approves bridge', 'By Jane Doe', ['body', 'subhead', 'body']],
    ['Rain delays harvest', null, ['body']],
  ]);
  expect(await library.ask('library.check', {})).toEqual({ whole: true, files: [] });
});

test('headings of a Word document part its articles', async () => {
  const body = [
    paragraph('云岭日报 2024年3月5日', 'Title'),
    paragraph('新桥通车', 'Heading2'),
    paragraph('本报记者 林一舟'),
    paragraph(PARAGRAPH),
    paragraph(PARAGRAPH.slice(2)),
    paragraph('旧城改造', '2'),
    paragraph(PARAGRAPH.slice(4)),
  ];
  const { edition } = await imported('day.docx', WORD(body.join('')));
  expect(edition).toMatchObject({ paper: { value: '云岭日报' }, date: { value: '2024-03-05' } });
  expect(edition.contents.map(({ headline, byline, paragraphs }) => [headline, byline, paragraphs.length])).toEqual([
    ['新桥通车', '本报记者 林一舟', 2],
    ['旧城改造', null, 1],
  ]);
});

test('a line of paper, day and page before the first heading is the paper’s own, and no story', async () => {
  const library = await libraryIn(temporaryFolder());
  const text =
    '黔东晨报 2024年6月1日 第二版\n\n# 河湾大桥通车\n\n昨日河湾大桥通车，两岸居民前来观看。\n\n# 茶园开采\n\n山里的茶园昨日开采，茶农早早上山。\n';
  await importFiles(library, { name: 'page.md', bytes: new TextEncoder().encode(text) });
  const edition = await onlyEdition(library);
  expect(edition.contents.map(({ headline }) => headline)).toEqual(['河湾大桥通车', '茶园开采']);
  expect([edition.paper.value, edition.date.value, edition.pages]).toEqual(['黔东晨报', '2024-06-01', ['二']]);
});

test('a web page with one story keeps it one: what stands in it ranks below', async () => {
  const source = `<html><head><title>Council approves bridge</title></head><body><article><h1>Council approves bridge</h1><p>${BRIDGE}</p><h2>What it costs</h2><p>${HARVEST}</p><h2>What is next</h2><p>${BRIDGE}</p></article></body></html>`;
  const { edition } = await imported('story.html', encode(source));
  expect(edition.contents.map(({ headline }) => headline)).toEqual(['Council approves bridge']);
});

test('a short web page is its headline and its text, not what its window is called, nor what stands around it', async () => {
  const source =
    '<html><head><title>南山时报 网页</title></head><body><nav>首页 | 登录</nav><h1>南山大桥今日通车</h1><p>本报讯（记者 罗珊）南山大桥今日上午十时正式通车，全长一千二百米，设双向六车道。</p><p>大桥于2021年5月开工，总投资6.8亿元。</p><footer>版权所有</footer></body></html>';
  const { edition, text } = await imported('page.html', encode(source));
  expect(edition.contents.map(({ headline, column, paragraphs }) => [headline, column, paragraphs.map(({ role }) => role)])).toEqual([
    ['南山大桥今日通车', null, ['body', 'body']],
  ]);
  for (const foreign of ['网页', '首页', '版权所有']) expect(text).not.toContain(foreign);
});

test('the title of a web page that tells a day is the paper’s also over the one headline', async () => {
  const source = `<html><head><title>The Harbour Post, 5 March 2024</title></head><body><h1>Council approves bridge</h1><p>${BRIDGE}</p><h2>What it costs</h2><p>${HARVEST}</p></body></html>`;
  const { edition } = await imported('lone.html', encode(source));
  expect(edition).toMatchObject({ paper: { value: 'The Harbour Post' }, date: { value: '2024-03-05' } });
  expect(edition.contents.map(({ headline, paragraphs }) => [headline, paragraphs.map(({ role }) => role)])).toEqual([
    ['Council approves bridge', ['body', 'subhead', 'body']],
  ]);
});

const WORD = (body: string) =>
  zipOf(
    { name: '[Content_Types].xml', bytes: encode('<Types/>') },
    { name: 'word/document.xml', bytes: encode(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) },
  );
const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

test('a Word document is read paragraph by paragraph, without what was struck out or stands there twice', async () => {
  const body = [
    paragraph('新桥通车', 'Heading1'),
    `<w:p><w:r><w:t>两岸</w:t></w:r><w:del><w:r><w:delText>删去的字</w:delText></w:r></w:del><w:r><w:t>居民&amp;游客</w:t></w:r></w:p>`,
    `<w:p><mc:AlternateContent><mc:Choice>${paragraph('框里的字')}</mc:Choice><mc:Fallback>${paragraph('框里的字')}</mc:Fallback></mc:AlternateContent></w:p>`,
  ].join('');
  const { edition, text } = await imported('report.docx', WORD(body));
  expect(edition.files[0]?.form).toBe('word');
  expect(text).toBe('新桥通车\n\n两岸居民&游客\n框里的字');
});

const column = (x: number, from: string) =>
  [0, 1, 2, 3].map((line) => ({ x, y: 700 - line * 14, text: `${from}栏第${line}行的文字继续写下去` }));

test.each([
  ['over the left column', 50, false],
  ['over the gap', 220, false],
  ['over the right column, the page turned', 330, true],
])('a page of columns in a PDF is read column by column, its headline first: %s', async (_where, x, turned) => {
  const bytes = pdfOf([...column(320, '右'), ...column(50, '左'), { x, y: 760, size: 24, text: '跨栏的大标题' }], { turned });
  const { edition, text } = await imported('page.pdf', bytes);
  expect(edition.files[0]?.form).toBe('pdf');
  const lines = text.split('\n').filter((line) => line !== '');
  expect(lines[0]).toBe('跨栏的大标题');
  expect(lines.slice(1).map((line) => line.slice(0, 4))).toEqual(
    ['左', '右'].flatMap((from) => [0, 1, 2, 3].map((line) => `${from}栏第${line}`)),
  );
});

test('what a browser prints around a page is in no article, and stays in the text of the file', async () => {
  const address = 'file:///home/reader/bridge.html';
  const around = [
    { x: 24, y: 822, size: 8, text: '11/24/26, 3:02 AM' },
    { x: 280, y: 822, size: 8, text: '新桥一页' },
    { x: 24, y: 16, size: 8, text: address },
    { x: 560, y: 16, size: 8, text: '1/1' },
  ];
  const { library, edition, text, printed } = await imported('printed.pdf', pdfOf([...around, ...column(50, '左')]));
  expect(printed).toContain('左栏第0行');
  const { furniture } = await library.ask('source.read', { source: edition.files[0]?.id ?? 0 });
  for (const { text: line } of around) {
    expect(printed).not.toContain(line);
    expect(furniture.map(({ start, end }) => text.slice(start, end))).toContain(line);
  }
  expect(await library.ask('library.check', {})).toEqual({ whole: true, files: [] });
});

const pageWith = (...set: readonly (readonly [y: number, text: string])[]) => ({
  lines: gatherLines(set.map(([y, text]) => ({ text, x: 50, y, width: 10 * text.length, size: 10 }))),
  height: 842,
});

test('a line that comes again in the margin of every page belongs to none of them; a folio stays for the day it tells', () => {
  const folio = '2024年3月2日 星期六';
  const { pages, margins } = partMargins([
    pageWith([20, '第1卷 沿江文丛'], [40, folio], [300, '正文甲'], [500, '沿江文丛'], [830, '沿江文丛编辑部 请勿外传 12']),
    pageWith([20, '第1卷 沿江文丛'], [40, folio], [300, '正文乙'], [830, '沿江文丛编辑部 请勿外传 13']),
  ]);
  expect(pages.map((lines) => lines.map(({ text }) => text))).toEqual([
    [folio, '正文甲', '沿江文丛'],
    [folio, '正文乙'],
  ]);
  expect(margins).toEqual(['第1卷 沿江文丛', '沿江文丛编辑部 请勿外传 12', '沿江文丛编辑部 请勿外传 13']);
});

test('a character that a font calls by its radical is that character', () => {
  expect(hanOfRadicals('⼈⺠⻔⼾⻓⻰\u2e3a')).toBe('人民门户长龙——');
});

test('articles in JSON come in as they are told apart there, an article a line too', async () => {
  const articles = [
    {
      column: '民生',
      headline: '新桥通车',
      byline: '本报记者 林一舟',
      paragraphs: ['两岸居民今日步行往来。', { role: 'subhead', text: '十四个月' }, '工程历时十四个月。'],
    },
    { title: '旧城改造', body: '今年将有三条街巷开工。\n老人们围坐在榕树下。' },
  ];
  const { edition } = await imported('day.json', encode(JSON.stringify({ paper: '云岭日报', date: '2024-03-01', page: '4', articles })));
  expect(edition).toMatchObject({ paper: { value: '云岭日报' }, date: { value: '2024-03-01' }, pages: ['4'] });
  expect(edition.contents.map(({ column, headline, byline, paragraphs }) => [column, headline, byline, paragraphs.length])).toEqual([
    ['民生', '新桥通车', '本报记者 林一舟', 3],
    [null, '旧城改造', null, 2],
  ]);
  const lines = await imported(
    'day.jsonl',
    encode(articles.map((article) => JSON.stringify({ ...article, date: '2024-03-02' })).join('\n')),
  );
  expect(lines.edition.date.value).toBe('2024-03-02');
  expect(lines.edition.contents).toHaveLength(2);
});

test('an edition taken out as JSON comes in again with the same articles', async () => {
  const first = await imported('p1.txt', encode(pageOfNews(3, 4)));
  const folder = join(temporaryFolder(), 'out');
  await first.library.exportTo(folder);
  const [edition] = readdirSync(join(folder, 'articles'));
  const again = await imported('edition.json', new Uint8Array(readFileSync(join(folder, 'articles', edition ?? '', 'edition.json'))));
  expect(again.printed).toBe(first.printed);
});

const line = (...words: string[]) => `<TextLine>${words.map((word) => `<String CONTENT="${word}"/>`).join('<SP/>')}</TextLine>`;

test('recognised text in ALTO is read in its lines, with the printed page', async () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><alto><Layout><Page PRINTED_IMG_NR="3"><PrintSpace><TextBlock>${line('NEW', 'BRIDGE')}</TextBlock>
    <TextBlock>${line('Both', 'banks')}${line('walked', 'across', 'today.')}</TextBlock></PrintSpace></Page></Layout></alto>`;
  const { edition, text } = await imported('0003.xml', encode(xml));
  expect(text).toBe('NEW BRIDGE\n\nBoth banks\nwalked across today.');
  expect(edition.pages).toEqual(['3']);
});

test('the text of a file stays what its articles were found in, and it is found whole when looked through', async () => {
  const { library, edition, text, printed } = await imported('report.docx', WORD(paragraph('新桥通车', 'Title') + paragraph(PARAGRAPH)));
  const [file] = edition.files;
  const mark = await library.ask('bookmark.add', { place: { source: file?.id ?? 0, offset: text.indexOf('江心段') } });
  expect(mark.quote).toMatch(/^江心段/);
  expect(await library.ask('library.check', {})).toEqual({ whole: true, files: [] });
  await expect(library.ask('source.reread', { source: file?.id ?? 0, encoding: 'big5' })).rejects.toMatchObject({
    data: { code: 'not-allowed' },
  });
  const hits = await library.ask('search.query', { text: '桥面铺装' });
  expect(hits.hits[0]?.place).toEqual({ source: file?.id, offset: text.indexOf('桥面铺装') });
  expect(printed).toContain('新桥通车');
});

/** A bit of the document’s own text has turned; its archive says nothing else. */
function flipped(letter: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const turned = letter.slice();
  const at = Buffer.from(letter.buffer).indexOf('word/document.xml') + 'word/document.xml'.length + 40;
  turned[at] = (turned[at] ?? 0) ^ 4;
  return turned;
}

test('what cannot be read says why, and the rest goes on', async () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const scanned = pdfOf([], { drawing: '0 0 595 842 re f' });
  const whole = pdfOf([{ x: 50, y: 700, text: PARAGRAPH }]);
  const letter = WORD(paragraph(PARAGRAPH));
  const fine = ['fine.txt', encode('新桥通车\n\n两岸居民今日步行往来。\n')] as const;
  const files = [
    ['locked.pdf', lockedPdf(), 'file-locked'],
    ['scanned.pdf', scanned, 'file-no-text'],
    ['torn.pdf', encode('%PDF-1.7 and then nothing of one'), 'file-damaged'],
    ['cut.pdf', whole.slice(0, whole.length * 0.6), 'file-damaged'],
    ['wiped.pdf', scanned.slice(0, -6), 'file-damaged'],
    ['old.doc', new Uint8Array(Buffer.concat([compound, Buffer.alloc(600)])), 'file-old-form'],
    ['old.rtf', encode('{\\rtf1 text}'), 'file-old-form'],
    ['locked.docx', new Uint8Array(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])), 'file-locked'],
    ['empty.docx', WORD(''), 'file-no-text'],
    ['torn.docx', encode('PK\x03\x04 and then nothing'), 'file-damaged'],
    ['cut.docx', letter.slice(0, letter.length * 0.7), 'file-damaged'],
    ['flipped.docx', flipped(letter), 'file-damaged'],
    ['other.docx', zipOf({ name: 'a.txt', bytes: encode('a') }), 'file-other-form'],
    ['empty.html', encode('<html><body><script>1</script></body></html>'), 'file-no-text'],
    ['data.json', encode('{"pages": 1}'), 'file-other-form'],
    ['torn.json', encode('{"articles": ['), 'file-damaged'],
    ['torn.jsonl', encode('{"headline": "新桥通车"}\n{"headline": "旧'), 'file-damaged'],
    ['prose.json', encode('新桥通车\n\n两岸居民今日步行往来。\n'), 'file-other-form'],
    ['other.xml', encode('<?xml version="1.0"?><rss><item>a</item></rss>'), 'file-other-form'],
    ['sheet.csv', encode('a,b'), 'file-other-form'],
  ] as const;
  expect(await refusalOf(...files.map(([name, bytes]) => [name, bytes] as const), fine)).toEqual([
    ...files.map(([, , code]) => code),
    'imported',
  ]);
});

test('files made to burst or to hang do neither', { timeout: 60_000 }, async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'c'.repeat(n + 1)} "${`&${n === 0 ? 'b' : 'c'.repeat(n)};`.repeat(10)}">`).join('')}]>`;
  const huge = new Uint8Array(60 * 1024 * 1024).fill(0x20);
  const files = [
    ['entities.xml', encode(`<?xml version="1.0"?>${bomb}<alto><TextLine><String CONTENT="&ccccccccc;"/></TextLine></alto>`)],
    ['bomb.docx', zipOf({ name: 'word/document.xml', bytes: huge })],
    ['liar.docx', zipOf({ name: 'word/document.xml', bytes: huge, claimed: 100 })],
    ['deep.html', encode('<div>'.repeat(200_000) + '深处的字')],
    ['wide.html', encode('<p>字</p>'.repeat(100_000))],
    ['deep.json', encode('['.repeat(200_000))],
    ['deep.md', encode(`${'> '.repeat(3000)}深处`)],
  ] as const;
  const outcomes = await refusalOf(...files);
  expect(outcomes.slice(1, 3)).toEqual(['file-too-large', 'file-damaged']);
  expect(outcomes[4]).toBe('imported');
  for (const outcome of outcomes)
    expect(['imported', 'file-damaged', 'file-no-text', 'file-other-form', 'file-too-large']).toContain(outcome);
});
