/**
 * Decoded text of one briefing file -> its articles, as an ordered list of small passes over one tree.
 * Every character stays where it was read and is accounted for; every decision carries its judgement.
 * Not for bytes (decode-source.ts), not for stories that go on in another file (link-jumps.ts), and it touches no disk.
 */
import type { EncodingName, Judgement } from '../contract/model';
import type { ParsedSource } from '../contract/parsed';
import type { Document, LanguageScores, Pass } from './document';
import { forgetBreakSides } from './break-sides';
import { labelEnglish } from './english/label-english';
import { presentDocument } from './present-document';
import { exchangeColumns } from './passes/exchange-columns';
import { formBlocks } from './passes/form-blocks';
import { groupArticles } from './passes/group-articles';
import { inferFacts } from './passes/infer-facts';
import { joinLeftovers } from './passes/join-leftovers';
import { joinParagraphs } from './passes/join-paragraphs';
import { labelByGrammar } from './passes/label-by-grammar';
import { labelHeadings } from './passes/label-headings';
import { labelRows } from './passes/label-rows';
import { labelRunningHeads } from './passes/label-running-heads';
import { labelSignatures } from './passes/label-signatures';
import { labelVerses } from './passes/label-verses';
import { markDuplicates } from './passes/mark-duplicates';
import { noteFindings } from './passes/note-findings';
import { pairHeadlines } from './passes/pair-headlines';
import { partBriefs } from './passes/part-briefs';
import { partPictures } from './passes/part-pictures';
import { partStacks } from './passes/part-stacks';
import { placeFragments } from './passes/place-fragments';
import { readLines } from './passes/read-lines';
import { splitMarkers } from './passes/split-markers';
import { rejoinHeadings } from './passes/rejoin-headings';
import { rejoinSubheads } from './passes/rejoin-subheads';
import { resumeStories } from './passes/resume-stories';
import { splitStacks } from './passes/split-stacks';
import { titleEnds } from './passes/title-ends';
import { turnHeadings } from './passes/turn-headings';
import { unweaveColumns } from './passes/unweave-columns';
import { unwrapLines } from './passes/unwrap-lines';

/** Changes whenever the same text may come out otherwise, so that libraries know what to read again. */
export const PARSER_VERSION = '19';

export const PASSES: readonly Pass[] = [
  { name: 'read-lines', run: readLines },
  { name: 'unweave-columns', run: unweaveColumns },
  { name: 'unwrap-lines', run: unwrapLines },
  { name: 'form-blocks', run: formBlocks },
  { name: 'join-leftovers', run: joinLeftovers },
  { name: 'split-markers', run: splitMarkers },
  { name: 'label-by-grammar', run: labelByGrammar },
  { name: 'label-running-heads', run: labelRunningHeads },
  { name: 'label-signatures', run: labelSignatures },
  { name: 'label-rows', run: labelRows },
  { name: 'label-verses', run: labelVerses },
  { name: 'mark-duplicates', run: markDuplicates },
  { name: 'label-english', run: labelEnglish },
  { name: 'label-headings', run: labelHeadings },
  { name: 'part-stacks', run: partStacks },
  { name: 'part-briefs', run: partBriefs },
  { name: 'group-articles', run: groupArticles },
  { name: 'part-pictures', run: partPictures },
  { name: 'rejoin-headings', run: rejoinHeadings },
  { name: 'split-stacks', run: splitStacks },
  { name: 'turn-headings', run: turnHeadings },
  { name: 'title-ends', run: titleEnds },
  { name: 'pair-headlines', run: pairHeadlines },
  { name: 'resume-stories', run: resumeStories },
  { name: 'rejoin-subheads', run: rejoinSubheads },
  { name: 'place-fragments', run: placeFragments },
  { name: 'exchange-columns', run: exchangeColumns },
  { name: 'join-paragraphs', run: joinParagraphs },
  { name: 'note-findings', run: noteFindings },
  { name: 'infer-facts', run: inferFacts },
];

export interface ParseOptions {
  readonly encoding: EncodingName;
  /** Name of the file as the reader knows it; may tell paper, date and page. */
  readonly fileName: string | null;
  /** Path relative to what was imported, with forward slashes. */
  readonly path?: string | null;
  /** Null parses by rules alone: fewer joins, none of them wrong for want of a model. */
  readonly language: LanguageScores | null;
}

/** Takes any string, never throws, and returns every non-blank character of it in exactly one place. Time is linear in the text. */
export function parseBriefing(text: string, options: ParseOptions): ParsedSource {
  forgetBreakSides();
  return presentDocument(
    PASSES.reduce((document, pass) => pass.run(document), openDocument(text, options)),
    PARSER_VERSION,
  );
}

export function openDocument(text: string, options: ParseOptions): Document {
  const unknown = { value: null, judgement: NOT_SAID };
  return {
    text,
    encoding: options.encoding,
    fileName: options.fileName,
    path: options.path ?? null,
    language: options.language,
    lines: [],
    blocks: [],
    articles: [],
    notices: [],
    facts: { paper: unknown, date: unknown, page: unknown },
  };
}

const NOT_SAID: Judgement = { rule: 'not-said', confidence: 'certain' };
