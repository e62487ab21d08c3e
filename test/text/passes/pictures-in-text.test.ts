import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import type { ParsedArticle } from '../../../src-main/contract/parsed';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function articlesOf(text: string): readonly ParsedArticle[] {
  return parseBriefing(text, { encoding: 'utf-8', fileName: null, language }).articles;
}

function wrapped(text: string): string {
  return (text.match(/.{1,14}/gu) ?? []).join('\n');
}

const heading = ['河湾里的养蜂人', '本报记者 周航嘉'];
const opening = '四月，河湾镇的洋槐花开了满坡，养蜂人葛长水把一百二十箱蜜蜂从山脚搬到坡顶，一箱一箱摆成三排。';
const whole = '镇畜牧站站长倪秋兰介绍，下一步将在坡顶修一条便道，方便养蜂人运送蜂箱和蜂蜜。';
const closing = '葛长水说，等便道修好，他打算再添四十箱，把女儿也叫回来一起干。';

describe('a picture set into a story, between two lines of its text', () => {
  it.each([
    ['on one line with its credit', ['▲养蜂人在检查蜂箱。 通讯员 倪小舟 摄']],
    ['without a full stop', ['▲养蜂人在检查蜂箱 通讯员 倪小舟 摄']],
    ['with its credit below', ['▼养蜂人在检查蜂箱', '通讯员 倪小舟 摄']],
    ['as a sentence', ['图为养蜂人在检查蜂箱。', '通讯员 倪小舟 摄']],
  ])('leaves it whole: %s', (_, picture) => {
    const lines = [...heading, opening, whole.slice(0, 14), ...picture, whole.slice(14), closing];
    const articles = articlesOf(lines.join('\n\n'));
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: heading[0], byline: heading[1], credit: '通讯员 倪小舟 摄', kind: 'feature' });
    const body = articles[0]!.paragraphs.filter(({ role }) => role === 'body').map(({ text }) => text);
    expect(body).toEqual([opening, whole, closing]);
    expect(articles[0]!.paragraphs.find(({ role }) => role === 'caption')?.text).toMatch(/养蜂人在检查蜂箱。?$/u);
  });

  it('does so where the text is broken into the lines of a column', () => {
    const cut = wrapped(`${opening}${whole}`).split('\n');
    const page = [...heading, ...cut.slice(0, 5), '▲养蜂人在检查蜂箱', '通讯员 倪小舟 摄', ...cut.slice(5), wrapped(closing)].join('\n');
    const [article, ...others] = articlesOf(page);
    expect(others).toEqual([]);
    const body = article!.paragraphs.filter(({ role }) => role === 'body').map(({ text }) => text);
    expect(body.join('')).toBe(`${opening}${whole}${closing}`);
    expect(body[0]).toContain(opening);
    expect(article!.credit).toBe('通讯员 倪小舟 摄');
  });

  it('is a sentence that says when, under the end of a text broken into the lines of a column', () => {
    const picture = ['4月6日，葛长水在检查蜂箱。', '新华社/江海图片社'];
    const [article] = articlesOf([...heading, wrapped(opening), wrapped(whole), ...picture].join('\n'));
    expect(article!.paragraphs.find(({ role }) => role === 'caption')?.text).toBe(picture[0]);
    expect(article!.credit).toBe(picture[1]);
  });

  it('is an article of its own where it shows something else, though it says that it shows it', () => {
    const other = '图为9月18日，清水县桃园乡果农在分拣刚下树的红富士苹果，今年每斤地头价比去年高出三角。';
    const near = '图为4月6日，葛长水和镇畜牧站的技术员在河湾镇坡顶一箱一箱检查蜜蜂。';
    const withPicture = (picture: string): readonly (readonly [string | null, string])[] =>
      articlesOf([...heading, opening, picture, '通讯员 倪小舟 摄', whole, closing].join('\n\n')).map(({ headline, kind }) => [
        headline,
        kind,
      ]);
    expect(withPicture(other)).toEqual([
      [heading[0], 'feature'],
      [null, 'photo'],
    ]);
    expect(withPicture(near)).toEqual([[heading[0], 'feature']]);
  });

  it('leaves a picture with a headline of its own an article', () => {
    const articles = articlesOf(
      [...heading, opening, whole, closing, '古桥修缮完工', '图为游客走过修缮一新的古桥。', '通讯员 倪小舟 摄'].join('\n\n'),
    );
    expect(articles.map(({ headline, kind, credit }) => [headline, kind, credit])).toEqual([
      [heading[0], 'feature', null],
      ['古桥修缮完工', 'photo', '通讯员 倪小舟 摄'],
    ]);
  });

  it('leaves a story whole that a picture with a headline of its own breaks off within a sentence', () => {
    const picture = ['古桥修缮完工', '10月17日，游客走过修缮一新的古桥。古桥建于清代，长四十二米，去年开始修缮。', '通讯员 倪小舟 摄'];
    const aside = '镇上的加工厂也换了生产线，小鱼做的罐头停了，改做冰鲜鱼片，每天发往三个省的超市。';
    const lines = [...heading, whole, opening.slice(0, 33), ...picture, opening.slice(33), aside, closing];
    // Without a language nothing else would bring it back.
    const { articles } = parseBriefing(lines.join('\n\n'), { encoding: 'utf-8', fileName: null, language: null });
    expect(articles.map(({ headline, kind }) => [headline, kind])).toEqual([
      [heading[0], 'feature'],
      ['古桥修缮完工', 'photo'],
    ]);
    expect(articles[0]!.paragraphs.map(({ text }) => text).join('')).toBe(whole + opening + aside + closing);
  });

  it('is followed by the next story where its headline stands under the credit', () => {
    const articles = articlesOf(
      [
        ...heading,
        opening,
        whole,
        closing,
        '▲养蜂人在检查蜂箱。',
        '通讯员 倪小舟 摄',
        '古桥修缮完工',
        '本报讯（记者 罗玲梅）昨天，修缮两年的古桥重新开放，两岸居民又可以步行过河。',
      ].join('\n\n'),
    );
    expect(articles.map(({ headline, credit }) => [headline, credit])).toEqual([
      [heading[0], '通讯员 倪小舟 摄'],
      ['古桥修缮完工', null],
    ]);
  });
});

describe('a caption that says when the picture was taken', () => {
  const story = [
    '渡口添了两盏航标灯',
    '本报讯（记者 周航）白茅渡口新添的两盏航标灯第一次亮起，夜里过江的货船不必再绕行北汊，每趟能省下四十分钟。',
  ];
  const caption = ['5月17日，航拍初夏时节的南浔湖湿地，绿意盎然，候鸟翔集。近年来，当地持续实施退渔还湖，', '湿地面积恢复到3.2万亩。'];

  it('is one over two lines, however long, with its credit behind it', () => {
    const text = [...story, caption[0], `${caption[1]} 本报记者 郑逸飞 摄`].join('\n');
    const { articles } = parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
    const photo = articles.find(({ kind }) => kind === 'photo');
    expect([photo?.credit, photo?.paragraphs.map((paragraph) => paragraph.text)]).toEqual(['本报记者 郑逸飞 摄', [caption.join('')]]);
  });

  it('is none under a byline: what was written begins there', () => {
    const text = [story[0], '本报记者 周航', caption.join(''), '郑逸飞 摄', '当地渔民说，鱼多了，鸟也多了，湖面比往年热闹得多。'].join(
      '\n',
    );
    const { articles } = parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
    expect(articles[0]!.paragraphs[0]).toMatchObject({ role: 'body', text: caption.join('') });
  });
});
