/** Spans as short JSON: most paragraphs are one plain run, `[[start,end]]`. */
import type { Confidence } from '../contract/model';
import type { ParsedSpan } from '../contract/parsed';

type EncodedSpan = readonly [start: number, end: number, kind?: number, glued?: number, rule?: string, confidence?: number];

const KINDS: readonly ParsedSpan['kind'][] = ['text', 'duplicate', 'hyphen'];
const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'guess'];

export function encodeSpans(spans: readonly ParsedSpan[]): string {
  return JSON.stringify(
    spans.map((span): EncodedSpan => {
      const kind = KINDS.indexOf(span.kind);
      const glued = span.glue === '' ? 0 : 1;
      if (span.judgement) return [span.start, span.end, kind, glued, span.judgement.rule, CONFIDENCES.indexOf(span.judgement.confidence)];
      return kind === 0 && glued === 0 ? [span.start, span.end] : [span.start, span.end, kind, glued];
    }),
  );
}

export function decodeSpans(code: string): readonly ParsedSpan[] {
  return (JSON.parse(code) as readonly EncodedSpan[]).map(([start, end, kind = 0, glued = 0, rule, confidence = 0]) => ({
    start,
    end,
    kind: KINDS[kind] ?? 'text',
    glue: glued === 0 ? '' : ' ',
    ...(rule === undefined ? {} : { judgement: { rule, confidence: CONFIDENCES[confidence] ?? 'guess' } }),
  }));
}
