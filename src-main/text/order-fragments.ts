/**
 * The order of one article's fragments: the file's, except where a broken sentence goes on elsewhere.
 * There the file's order is cut into runs, and the runs follow each other as the sentences demand.
 */
import { blockText } from './document';
import type { ArticleDraft, Document, ParagraphDraft } from './document';
import type { BreakLink } from './break-links';

type Run = readonly ParagraphDraft[];

/** `links` by tail block; only those with both ends in this article count. */
export function inOrder(
  document: Document,
  article: ArticleDraft,
  paragraphs: readonly ParagraphDraft[],
  links: ReadonlyMap<number, BreakLink>,
): readonly ParagraphDraft[] {
  const runs = cutIntoRuns(paragraphs, links);
  const leads = leadsOf(runs, links);
  if (leads.every((next) => next === undefined)) return paragraphs;
  const led = new Set(leads);
  const done = new Set<number>();
  const ordered: ParagraphDraft[] = [];
  const follow = (from: number): void => {
    for (let at: number | undefined = from; at !== undefined && !done.has(at); at = leads[at]) {
      done.add(at);
      ordered.push(...runs[at]!);
    }
  };
  for (const index of runs.keys()) {
    if (done.has(index)) continue;
    if (!led.has(index)) follow(index);
    else {
      const ring = ringFrom(index, leads, done);
      if (!ring) continue;
      for (const member of ring) done.add(member);
      ordered.push(
        ...openRing(
          document,
          article,
          ring.flatMap((member) => [...runs[member]!]),
          ordered.length === 0,
        ),
      );
    }
  }
  for (const index of runs.keys()) follow(index);
  return ordered;
}

/** A run ends before a paragraph that goes on from elsewhere, and after one that goes on elsewhere. */
function cutIntoRuns(paragraphs: readonly ParagraphDraft[], links: ReadonlyMap<number, BreakLink>): readonly Run[] {
  // Of the article alone: looking through all links for every article would take the square of a long file's time.
  const heads = new Map<number, BreakLink>();
  for (const { blocks } of paragraphs)
    for (const block of blocks) {
      const link = links.get(block);
      if (link) heads.set(link.head, link);
    }
  const runs: ParagraphDraft[][] = [];
  let cut = true;
  let previousTail: number | undefined;
  for (const paragraph of paragraphs) {
    if (paragraph.role === 'body') {
      const first = paragraph.blocks[0]!;
      const into = heads.get(first);
      const out = previousTail === undefined ? undefined : links.get(previousTail);
      if ((into && into.tail !== previousTail) || (out && out.head !== first)) cut = true;
      previousTail = paragraph.blocks.at(-1);
    }
    if (cut) runs.push([]);
    cut = false;
    runs.at(-1)!.push(paragraph);
  }
  return runs;
}

/** For every run the run that its last sentence goes on in. */
function leadsOf(runs: readonly Run[], links: ReadonlyMap<number, BreakLink>): readonly (number | undefined)[] {
  const runByHead = new Map<number, number>();
  for (const [index, run] of runs.entries()) {
    const first = run.find((paragraph) => paragraph.role === 'body');
    if (first) runByHead.set(first.blocks[0]!, index);
  }
  return runs.map((run) => {
    const tail = run.findLast((paragraph) => paragraph.role === 'body')?.blocks.at(-1);
    const link = tail === undefined ? undefined : links.get(tail);
    return link ? runByHead.get(link.head) : undefined;
  });
}

/** The runs of a ring in which each goes on in the next and the last in the first; null where the run is led to from outside. */
function ringFrom(start: number, leads: readonly (number | undefined)[], done: ReadonlySet<number>): readonly number[] | null {
  const ring: number[] = [];
  const seen = new Set<number>();
  for (let at: number | undefined = start; at !== undefined && !done.has(at) && !seen.has(at); at = leads[at]) {
    seen.add(at);
    ring.push(at);
    if (leads[at] === start) return ring;
  }
  return null;
}

/**
 * Two columns printed the wrong way round make a ring. It is opened where its text has a seam: at the article's beginning
 * before the paragraph that opens best and answers the headline, further on where the text begins in mid-matter.
 */
function openRing(
  document: Document,
  article: ArticleDraft,
  ring: readonly ParagraphDraft[],
  opensArticle: boolean,
): readonly ParagraphDraft[] {
  const { language } = document;
  const texts = ring.map((paragraph) => paragraph.blocks.map((block) => blockText(document, document.blocks[block]!)).join(''));
  const title = article.heading
    .filter((block) => document.blocks[block]!.role === 'headline' || document.blocks[block]!.role === 'deck')
    .map((block) => blockText(document, document.blocks[block]!))
    .join('');
  let best = 0;
  let bestSeam = -Infinity;
  for (let index = 1; index < ring.length; index++) {
    if (ring[index]!.role === 'caption' || (opensArticle && ring[index]!.role === 'subhead') || ring[index - 1]!.role === 'subhead')
      continue;
    const before = texts[index - 1]!.slice(-300);
    const after = texts[index]!.slice(0, 300);
    let seam = 0;
    if (language) {
      const opening = language.startScore(after.slice(0, 12));
      seam =
        -0.2 * language.topicSimilarity(before, after) +
        (opensArticle ? 0.5 * opening + 0.3 * language.topicSimilarity(after, title) : -opening);
    }
    if (seam > bestSeam) {
      bestSeam = seam;
      best = index;
    }
  }
  return [...ring.slice(best), ...ring.slice(0, best)];
}
