import { blockText } from '../document';
import type { ArticleDraft, Document, ParagraphDraft } from '../document';
import { matchBreaks } from '../match-breaks';
import type { BreakLink, Stretch } from '../match-breaks';
import { addTopic, emptyTopic, topicFit } from '../topic-index';
import type { TopicIndex } from '../topic-index';
import type { TopicWords } from '../document';

/** Nats. What it costs to leave the file's order; sense and broken sentences must outweigh it. */
const LEAVE = 7;
const LEAVE_AT_BREAK = 4;
const STAY_PAST_HEADING = 7;
const BEFORE_HEADING = 3;
const TOPIC_SHARE = 0.5;
const TOPIC_CAP = 12;
const LINK_CAP = 9;
/** Articles farther apart in the file than this never exchange text; bounds the work on long files. */
const NEIGHBOURS = 12;
const ROUNDS = 3;

interface Piece extends Stretch {
  readonly paragraph: ParagraphDraft;
  readonly words: TopicWords | null;
  /** Articles whose heading begins between the piece before and this one. */
  readonly opened: ReadonlySet<number>;
}

/**
 * Gives every running text to the article it belongs to: where two articles lie interleaved, or the rest of one lies behind another,
 * by what the texts are about, by broken sentences that go on elsewhere, and by the order of the file, weighed as one whole.
 */
export function placeFragments(document: Document): Document {
  const { language } = document;
  if (!language || document.articles.length < 2) return document;
  const pieces = piecesOf(document);
  if (pieces.length < 2) return document;
  const links = matchBreaks(language, pieces);
  let labels = pieces.map((piece) => piece.article);
  for (let round = 0; round < ROUNDS; round++) {
    const next = relabel(document, pieces, links, labels);
    const settled = next.every((label, index) => label === labels[index]);
    labels = next;
    if (settled) break;
  }
  if (labels.every((label, index) => label === pieces[index]!.article)) return document;
  return rebuilt(document, pieces, labels);
}

function mayTakeText(article: ArticleDraft): boolean {
  return article.kind !== 'furniture' && article.kind !== 'photo';
}

function piecesOf(document: Document): readonly Piece[] {
  const { language, articles } = document;
  const found: { block: number; article: number; paragraph: ParagraphDraft }[] = [];
  const firstBlock: number[] = [];
  for (const [article, draft] of articles.entries()) {
    firstBlock[article] = Math.min(...draft.heading, ...draft.paragraphs.flatMap((paragraph) => paragraph.blocks));
    if (!mayTakeText(draft)) continue;
    for (const paragraph of draft.paragraphs)
      if (paragraph.role !== 'caption') for (const block of paragraph.blocks) found.push({ block, article, paragraph });
  }
  found.sort((a, b) => a.block - b.block);
  const openings = articles
    .map((draft, article) => ({ article, at: firstBlock[article]!, draft }))
    .filter(({ draft }) => mayTakeText(draft))
    .toSorted((a, b) => a.at - b.at);
  let opening = 0;
  return found.map((piece, order) => {
    const opened = new Set<number>();
    for (; opening < openings.length && openings[opening]!.at <= piece.block; opening++) opened.add(openings[opening]!.article);
    const text = blockText(document, document.blocks[piece.block]!);
    return { ...piece, order, text, opened, words: language && text.length >= 8 ? language.topicProfile(text) : null };
  });
}

function relabel(document: Document, pieces: readonly Piece[], links: readonly BreakLink[], labels: readonly number[]): number[] {
  const topics = new Map<number, TopicIndex>();
  const topicOf = (article: number): TopicIndex => {
    let topic = topics.get(article);
    if (!topic) {
      topic = emptyTopic();
      topics.set(article, topic);
      for (const block of document.articles[article]!.heading)
        if (['headline', 'deck', 'kicker'].includes(document.blocks[block]!.role ?? ''))
          addTopic(topic, document.language!.topicProfile(blockText(document, document.blocks[block]!)));
    }
    return topic;
  };
  for (const [index, piece] of pieces.entries()) if (piece.words) addTopic(topicOf(labels[index]!), piece.words);
  const orderOf = new Map(pieces.map((piece) => [piece.block, piece.order]));
  const linkInto = new Map(links.map((link) => [orderOf.get(link.head)!, link]));
  const linkFrom = new Map(links.map((link) => [orderOf.get(link.tail)!, link]));
  const holders = document.articles.flatMap((article, index) => (mayTakeText(article) ? [index] : []));
  const rank = new Map(holders.map((article, index) => [article, index]));

  const candidatesOf = pieces.map((piece) => {
    const at = rank.get(piece.article)!;
    return holders.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
  });
  const firstOpened = new Map<number, number>();
  for (const piece of pieces) for (const article of piece.opened) firstOpened.set(article, piece.order);

  const emission = (piece: Piece, article: number): number => {
    let score = 0;
    if (piece.words) {
      const fit = topicFit(topicOf(article), piece.words, labels[piece.order] === article) * TOPIC_SHARE;
      score += Math.max(-TOPIC_CAP, Math.min(TOPIC_CAP, fit));
    }
    const into = linkInto.get(piece.order);
    if (into && !into.adjacent && labels[orderOf.get(into.tail)!] === article) score += Math.min(LINK_CAP, into.weight);
    const from = linkFrom.get(piece.order);
    if (from && !from.adjacent && labels[orderOf.get(from.head)!] === article) score += Math.min(LINK_CAP, from.weight);
    if ((firstOpened.get(article) ?? 0) > piece.order) score -= BEFORE_HEADING;
    return score;
  };
  const transition = (piece: Piece, before: number, after: number): number => {
    const link = linkInto.get(piece.order);
    const joined = link?.adjacent ? Math.min(LINK_CAP, link.weight) : 0;
    if (piece.opened.size > 0) {
      if (before === after) return (piece.opened.has(after) ? 0 : -STAY_PAST_HEADING) + joined;
      return piece.article === after ? 0 : -LEAVE;
    }
    if (before === after) return joined;
    const broken = linkInto.has(piece.order) ? !link!.adjacent : linkFrom.has(piece.order - 1);
    return -(broken ? LEAVE_AT_BREAK : LEAVE);
  };
  return viterbi(pieces, candidatesOf, emission, transition);
}

function viterbi(
  pieces: readonly Piece[],
  candidatesOf: readonly (readonly number[])[],
  emission: (piece: Piece, article: number) => number,
  transition: (piece: Piece, before: number, after: number) => number,
): number[] {
  const back: Int32Array[] = [];
  let scores: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    const candidates = candidatesOf[index]!;
    const before = candidatesOf[index - 1] ?? [];
    const from = new Int32Array(candidates.length);
    const next: number[] = [];
    for (const [place, article] of candidates.entries()) {
      let best = index === 0 ? (article === piece.article ? 0 : -LEAVE) : -Infinity;
      for (const [previous, earlier] of before.entries()) {
        const score = scores[previous]! + transition(piece, earlier, article);
        if (score > best) {
          best = score;
          from[place] = previous;
        }
      }
      next.push(best + emission(piece, article));
    }
    back.push(from);
    scores = next;
  }
  const labels: number[] = [];
  let at = scores.indexOf(Math.max(...scores));
  for (let index = pieces.length - 1; index >= 0; index--) {
    labels[index] = candidatesOf[index]![at]!;
    at = back[index]![at]!;
  }
  return labels;
}

function rebuilt(document: Document, pieces: readonly Piece[], labels: readonly number[]): Document {
  const moved = new Map<number, ParagraphDraft[]>();
  for (const [index, piece] of pieces.entries()) {
    const into = moved.get(labels[index]!) ?? [];
    into.push({ role: piece.paragraph.role, blocks: [piece.block], joins: [] });
    moved.set(labels[index]!, into);
  }
  const articles = document.articles
    .map((article, index) => {
      if (!mayTakeText(article)) return article;
      const captions = article.paragraphs.filter((paragraph) => paragraph.role === 'caption');
      const paragraphs = [...(moved.get(index) ?? []), ...captions].toSorted((a, b) => a.blocks[0]! - b.blocks[0]!);
      return { ...article, paragraphs };
    })
    .filter((article) => article.heading.length > 0 || article.paragraphs.length > 0);
  return { ...document, articles };
}
