import { blockText, revised } from '../document';
import type { ArticleDraft, Document, ParagraphDraft } from '../document';
import { beginsHeadless, endsFinished } from '../line-ends';
import { isWholeLine } from '../whole-lines';
import { isTableRow } from '../title-cues';
import type { Confidence, NoticeKind, Span } from '../../contract/model';
import type { ParsedNotice } from '../../contract/parsed';

/**
 * Lists what a careful reader would mark in the margin: open jumps, sentences without their other half, doubled words,
 * foreign words that strayed in, quotations left open, captions inside another text. Nothing is changed.
 */
export function noteFindings(document: Document): Document {
  const notices: ParsedNotice[] = [];
  for (const article of document.articles) {
    if (article.kind === 'furniture') continue;
    notices.push(...jumpNotices(document, article));
    for (const [index, paragraph] of article.paragraphs.entries()) {
      if (paragraph.role === 'caption' && article.kind !== 'photo')
        notices.push(note('stray-caption', spansOf(document, paragraph), 'caption-in-text', 'likely'));
      if (paragraph.role !== 'body') continue;
      notices.push(...orderNotices(document, article, index), ...orphanNotices(document, article, index));
      for (const block of paragraph.blocks) notices.push(...wordNotices(document, block));
      notices.push(...quoteNotices(document, article, index));
    }
  }
  return revised(document, { notices: [...document.notices, ...notices] });
}

function note(
  kind: NoticeKind,
  spans: readonly Span[],
  rule: string,
  confidence: Confidence,
  values?: ParsedNotice['values'],
): ParsedNotice {
  return { kind, spans, judgement: { rule, confidence }, ...(values ? { values } : {}) };
}

function spansOf(document: Document, paragraph: ParagraphDraft): readonly Span[] {
  return paragraph.blocks.flatMap((block) => document.blocks[block]!.spans.map(({ start, end }) => ({ start, end })));
}

function textOf(document: Document, paragraph: ParagraphDraft): string {
  return paragraph.blocks.map((block) => blockText(document, document.blocks[block]!)).join('');
}

function jumpNotices(document: Document, article: ArticleDraft): readonly ParsedNotice[] {
  if (!article.jump) return [];
  const lines = article.heading.filter((block) => document.blocks[block]!.role === 'jump');
  const page = article.jump.to ?? article.jump.from;
  return lines.map((block) =>
    note(
      'jump-open',
      document.blocks[block]!.spans.map(({ start, end }) => ({ start, end })),
      document.blocks[block]!.judgement.rule === 'jump-to' ? 'goes-on-elsewhere' : 'comes-from-elsewhere',
      'certain',
      page ? { page } : undefined,
    ),
  );
}

/** A paragraph that stands after one printed later in the file was moved; it says so with the place it came to stand behind. */
function orderNotices(document: Document, article: ArticleDraft, index: number): readonly ParsedNotice[] {
  const before = article.paragraphs[index - 1];
  const here = article.paragraphs[index]!;
  if (!before || before.blocks.at(-1)! < here.blocks[0]!) return [];
  return [note('order', [...spansOf(document, before).slice(-1), ...spansOf(document, here).slice(0, 1)], 'fragments-reordered', 'likely')];
}

/** Without what is left out as a repeat: the reader sees where the printed words stop. */
function printedSpansOf(document: Document, paragraph: ParagraphDraft): readonly Span[] {
  return paragraph.blocks.flatMap((block) =>
    document.blocks[block]!.spans.flatMap(({ start, end, kind }) => (kind === 'text' ? [{ start, end }] : [])),
  );
}

/** A sentence broken off with nothing to go on in, or one that begins in the middle with nothing before it. */
function orphanNotices(document: Document, article: ArticleDraft, index: number): readonly ParsedNotice[] {
  const paragraph = article.paragraphs[index]!;
  const text = textOf(document, paragraph);
  const found: ParsedNotice[] = [];
  const { rule } = document.blocks[paragraph.blocks[0]!]!.judgement;
  if (isTableRow(text) || STANDS_ALONE.test(text) || isWholeLine(rule)) return found;
  const lastOfAll = index === article.paragraphs.findLastIndex((other) => other.role === 'body');
  const firstOfAll = index === article.paragraphs.findIndex((other) => other.role === 'body');
  if (text !== '' && !endsFinished(text) && !SIGNED_OR_LISTED.test(text) && !(lastOfAll && article.jump?.to))
    found.push(note('orphan', printedSpansOf(document, paragraph).slice(-1), 'sentence-broken-off', 'likely'));
  if (beginsHeadless(text) && !(firstOfAll && (article.jump?.from || article.kind === 'fragment')))
    found.push(note('orphan', printedSpansOf(document, paragraph).slice(0, 1), 'sentence-without-beginning', 'likely'));
  return found;
}

/** Who sent it stands behind the last sentence, （韩 玥）; and a list of figures has none: 紅衫 $48 黃花 $26. */
const SIGNED_OR_LISTED = /[。！？…”][（(][^。（）()]{1,24}[）)]$|^(?=[^0-9]*[0-9]\S*[\s\u3000])[^。！？；]*[0-9][0-9,.]*[%％元]?$/u;

/** A line of a few words is no half of a sentence: a title over a table, a name. */
const STANDS_ALONE = /^\p{Script=Han}{1,10}$/u;

const CONTEXT = 12;
const DOUBLED = /(\p{Script=Han}{2,4})\1/gu;
/** 一串一串, 听着听着: so the language says again and again. */
const REDUPLICATED = /^(?:一\p{Script=Han}|\p{Script=Han}着|\p{Script=Han}啊|越\p{Script=Han})$/u;
const STRAYED =
  /(?<=[\p{Script=Han}”’）》」])[\s\u3000]*(and|the|of|or|to|in|for|with|on|by|is|at)[\s\u3000]*(?=[\p{Script=Han}“‘（《「])/gu;

function wordNotices(document: Document, index: number): readonly ParsedNotice[] {
  const found: ParsedNotice[] = [];
  const block = document.blocks[index]!;
  for (const span of block.spans) {
    if (span.kind !== 'text') continue;
    const text = document.text.slice(span.start, span.end);
    for (const match of holdsDoubled(text) ? text.matchAll(DOUBLED) : []) {
      const word = match[1]!;
      if (word[0] === word[1] || REDUPLICATED.test(word) || !readsBetterOnce(document, text, match.index, word)) continue;
      const start = span.start + match.index;
      found.push(
        note(
          'doubled-word',
          [
            { start, end: start + word.length },
            { start: start + word.length, end: start + 2 * word.length },
          ],
          'word-set-twice',
          'likely',
          { word },
        ),
      );
    }
    if (!/[a-z]{2}/.test(text)) continue;
    for (const match of text.matchAll(STRAYED)) {
      const start = span.start + match.index + match[0].indexOf(match[1]!);
      found.push(note('intrusion', [{ start, end: start + match[1]!.length }], 'foreign-word-in-sentence', 'certain', { word: match[1]! }));
    }
  }
  return found;
}

/** Characters of the shortest word that `DOUBLED` finds. */
const SHORTEST_WORD = 2;

/** A quick look: does any pair of characters stand again as far on as a word is long? Most texts hold none; what lies beyond 16 bits is looked at closely. */
function holdsDoubled(text: string): boolean {
  let [oneBack, twoBack, threeBack, fourBack] = [0, 0, 0, 0];
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code < 0xe000) return true;
    const pair = (last << 16) | code;
    if (pair === twoBack || pair === threeBack || pair === fourBack) return true;
    [oneBack, twoBack, threeBack, fourBack] = [pair, oneBack, twoBack, threeBack];
    last = code;
  }
  return false;
}

/** Nats by which the sentence must read better with the word said once; of a word of two characters, which the language itself may say twice (碧绿碧绿, 商量商量), and of a longer one. */
const BETTER_ONCE = 2.5;
const LONG_WORD_BETTER_ONCE = -2;

function readsBetterOnce({ language }: Document, text: string, at: number, word: string): boolean {
  if (!language) return true;
  const before = text.slice(Math.max(0, at - CONTEXT), at + word.length);
  const rest = text.slice(at + 2 * word.length, at + 2 * word.length + CONTEXT);
  const repeated = language.affinity(before, word + rest);
  const once = rest === '' ? 0 : language.affinity(before, rest);
  return once - repeated > (word.length === SHORTEST_WORD ? BETTER_ONCE : LONG_WORD_BETTER_ONCE);
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** More quotations opened than closed, where the next paragraph does not take the quotation up again. */
function quoteNotices(document: Document, article: ArticleDraft, index: number): readonly ParsedNotice[] {
  const paragraph = article.paragraphs[index]!;
  const text = textOf(document, paragraph);
  const opened = countOf(text, '“') - countOf(text, '”');
  if (opened === 0 || (opened > 0 && !endsFinished(text))) return [];
  const next = article.paragraphs.slice(index + 1).find((other) => other.role === 'body');
  if (opened > 0 && next && textOf(document, next).startsWith('“')) return [];
  const mark = opened > 0 ? '“' : '”';
  const at = opened > 0 ? 'lastIndexOf' : 'indexOf';
  for (const block of opened > 0 ? paragraph.blocks.toReversed() : paragraph.blocks)
    for (const span of document.blocks[block]!.spans) {
      const place = document.text.slice(span.start, span.end)[at](mark);
      if (place >= 0)
        return [
          note('unbalanced-quote', [{ start: span.start + place, end: span.start + place + 1 }], 'quotes-do-not-pair', 'likely', { mark }),
        ];
    }
  return [];
}
