/** Editions made up for tests: any number of articles of any shape, with true spans into a made-up source. */
import type { Article, ArticleKind, Edition, HeadingRole, HeadingSpan, Paragraph, Section } from '../../src-main/contract/model';

const WORDS =
  '清晨 河湾 木桥 渔船 菜园 老人 学校 医生 工厂 铁路 山村 茶叶 水库 稻田 集市 邮局 图书馆 合作社 天气 春耕 秋收 讲述 走进 看见 修好 送来 种下 增加 完成 参加 介绍 商量 今年 去年 上午 两千多名 第三次 这里 那时 因为 所以 同时 已经 还要 一起 逐步 认真 高兴 的 了 在 和 把 向 从 对'.split(
    ' ',
  );
const LATIN = ['GDP', '5G', 'App', '2023年', '11月24日', '37.5%', '1.2万吨', 'Wi-Fi', '“互联网+”', '（试行）', '《县志》', '——', '……'];

export interface Shape {
  readonly kind: ArticleKind;
  readonly headline: number;
  readonly paragraphs: readonly number[];
  readonly column?: string;
  readonly deck?: boolean;
  readonly subheads?: boolean;
}

export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

function sentence(length: number, chance: () => number): string {
  let text = '';
  let since = 0;
  while (text.length < length) {
    const latin = chance() < 0.05;
    const list = latin ? LATIN : WORDS;
    text += list[Math.floor(chance() * list.length)] ?? '山';
    since += 1;
    if (since > 5 && chance() < 0.3) {
      text += chance() < 0.7 ? '，' : chance() < 0.5 ? '。' : '。“';
      since = 0;
    }
  }
  return `${text.slice(0, Math.max(1, length - 1))}。`;
}

function title(length: number, chance: () => number): string {
  let text = '';
  while (text.length < length) text += WORDS[Math.floor(chance() * WORDS.length)] ?? '山';
  return text.slice(0, length);
}

export function inventEdition(shapes: readonly Shape[], seed: number): Edition {
  const chance = chanceFrom(seed);
  let source = '';
  const put = (text: string): { readonly source: number; readonly start: number; readonly end: number } => {
    const start = source.length;
    source += `${text}\n\n`;
    return { source: 1, start, end: start + text.length };
  };
  const contents = shapes.map((shape, index): Article => {
    const heading: HeadingSpan[] = [];
    const field = (role: HeadingRole, text: string): string => {
      heading.push({ role, ...put(text) });
      return text;
    };
    const column = shape.column === undefined ? null : field('column', shape.column);
    const headline = shape.headline === 0 ? null : field('headline', title(shape.headline, chance));
    const deck = shape.deck ? field('deck', `——${title(18, chance)}`) : null;
    const byline = shape.kind === 'feature' || shape.kind === 'signed' ? field('byline', '本报记者 王小河') : null;
    const paragraphs: Paragraph[] = [];
    for (const [at, length] of shape.paragraphs.entries()) {
      if (shape.subheads && at > 0 && at % 4 === 0) {
        const text = title(8, chance);
        paragraphs.push({ role: 'subhead', text, spans: [{ kind: 'text', glue: '', ...put(text) }] });
      }
      paragraphs.push(paragraphOf(sentence(length, chance), chance, put));
    }
    const characters = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
    const credit = shape.kind === 'photo' ? field('credit', '李山 摄') : null;
    return {
      id: index + 1,
      edition: 1,
      kind: shape.kind,
      column,
      kicker: null,
      locality: null,
      headline,
      deck,
      byline,
      credit,
      jump: shape.kind === 'jump' ? { from: '一', to: null } : null,
      heading,
      paragraphs,
      parts: [{ article: index + 1, source: 1, page: null, file: 'made-up.txt', firstParagraph: 0 }],
      notices: [],
      characters,
    };
  });
  const judgement = { rule: 'made-up', confidence: 'certain' } as const;
  return {
    id: 1,
    paper: { value: '河湾日报', judgement },
    date: { value: '2023-11-25', judgement },
    pages: ['4'],
    articles: contents.length,
    characters: source.length,
    sources: 1,
    importedAt: '2023-11-25T00:00:00Z',
    openedAt: null,
    readState: 'unread',
    progress: 0,
    headlines: [],
    fileNames: [],
    files: [],
    sections: sectionsOf(contents),
    contents,
    position: null,
  };
}

/** Some paragraphs come in two runs, as the parser joins them: one after the other, or lying apart. */
function paragraphOf(text: string, chance: () => number, put: (text: string) => { source: number; start: number; end: number }): Paragraph {
  if (text.length < 40 || chance() < 0.8) return { role: 'body', text, spans: [{ kind: 'text', glue: '', ...put(text) }] };
  const cut = Math.floor(text.length / 2);
  const first = put(text.slice(0, cut));
  const repeated = put(text.slice(0, 10));
  const second = put(text.slice(cut));
  return {
    role: 'body',
    text,
    spans: [
      { kind: 'text', glue: '', ...first },
      { kind: 'duplicate', glue: '', ...repeated },
      { kind: 'text', glue: '', ...second },
    ],
  };
}

function sectionsOf(contents: readonly Article[]): readonly Section[] {
  const sections = new Map<string, { kind: Section['kind']; title: string | null; articles: number[] }>();
  for (const article of contents) {
    const kind = ({ brief: 'briefs', photo: 'photos', jump: 'jumps', fragment: 'unplaced', furniture: 'unplaced' } as const)[
      article.kind as 'brief'
    ];
    const own: Section['kind'] = kind ?? (article.column === null ? 'news' : 'column');
    const key = `${own}:${article.column ?? ''}`;
    const known = sections.get(key);
    if (known) known.articles.push(article.id);
    else sections.set(key, { kind: own, title: article.column, articles: [article.id] });
  }
  const order: readonly Section['kind'][] = ['news', 'column', 'briefs', 'photos', 'jumps', 'unplaced'];
  return [...sections].map(([key, section]) => ({ key, ...section })).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** A day's paper of roughly the mix a provincial daily has. */
export function inventPaper(articles: number, seed: number): Edition {
  const chance = chanceFrom(seed * 7919 + 3);
  const between = (low: number, high: number): number => low + Math.floor(chance() * (high - low + 1));
  const many = (count: number, low: number, high: number): number[] => Array.from({ length: count }, () => between(low, high));
  const shapes: Shape[] = Array.from({ length: articles }, (_, index): Shape => {
    const roll = chance();
    if (index === 0 || roll < 0.2)
      return {
        kind: 'feature',
        headline: between(8, 24),
        paragraphs: many(between(6, 18), 40, 220),
        deck: chance() < 0.5,
        subheads: chance() < 0.5,
      };
    if (roll < 0.55) return { kind: 'feature', headline: between(6, 22), paragraphs: many(between(2, 8), 30, 180) };
    if (roll < 0.7) return { kind: 'brief', headline: 0, paragraphs: many(1, 40, 120), column: '简讯' };
    if (roll < 0.8) return { kind: 'photo', headline: between(8, 14), paragraphs: many(1, 60, 140) };
    if (roll < 0.92)
      return { kind: 'signed', headline: between(8, 20), paragraphs: many(between(4, 9), 60, 220), column: `专栏${Math.floor(index / 6)}` };
    if (roll < 0.97) return { kind: 'jump', headline: 0, paragraphs: many(between(3, 9), 40, 160) };
    return { kind: 'fragment', headline: 0, paragraphs: many(1, 5, 60) };
  });
  return inventEdition(shapes, seed);
}
