import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../src-main/text/document';
import type { Document } from '../../../src-main/text/document';
import { labelEnglish } from '../../../src-main/text/english/label-english';
import { openDocument } from '../../../src-main/text/parse-briefing';
import { readLines } from '../../../src-main/text/passes/read-lines';
import { unwrapLines } from '../../../src-main/text/passes/unwrap-lines';

const read = (text: string): Document => unwrapLines(readLines(openDocument(text, { encoding: 'utf-8', fileName: null, language: null })));
const blocksOf = (text: string): readonly string[] => {
  const document = read(text);
  return document.blocks.map((block) => blockText(document, block));
};

const column = [
  'HARBOUR COMMISSION.',
  'The commissioners met yesterday at noon to consider the re-',
  'port of their surveyor upon the state of the north pier, which',
  'has suffered greatly in the gales of the past month. The chair-',
  'man said that the cost of a well-built wall would be repaid in',
  'five years.',
  'Mr. DUNMORE thought the estimate too low, and asked that a',
  'second opinion be taken before any contract was let. A well-',
  'built pier, he said, was worth waiting for.',
  'POLICE.',
  'A sailor was charged with taking a watch from the counter of',
  'a shop in Quay Street. He was committed for trial.',
];

describe('a wrapped English column', () => {
  it('reads as paragraphs, with parted words whole and hyphenated ones kept', () => {
    expect(blocksOf(column.join('\n'))).toEqual([
      'HARBOUR COMMISSION.',
      'The commissioners met yesterday at noon to consider the report of their surveyor upon the state of the north pier, which has suffered greatly in the gales of the past month. The chairman said that the cost of a well-built wall would be repaid in five years.',
      'Mr. DUNMORE thought the estimate too low, and asked that a second opinion be taken before any contract was let. A well-built pier, he said, was worth waiting for.',
      'POLICE.',
      'A sailor was charged with taking a watch from the counter of a shop in Quay Street. He was committed for trial.',
    ]);
  });

  it('has its headings in capitals over their articles', () => {
    const labelled = labelEnglish(read(column.join('\n')));
    const headlines = labelled.blocks.filter((block) => block.role === 'headline').map((block) => blockText(labelled, block));
    expect(headlines).toEqual(['HARBOUR COMMISSION.', 'POLICE.']);
  });

  it('paragraphs parted by blank lines stay apart, however full their last line', () => {
    const text = [
      'The mayor opened the new bridge on Tuesday before a large crowd.',
      '',
      'The band of the volunteers played until the lamps were lit again.',
    ];
    const found = blocksOf([...text, '', ...column].join('\n'));
    expect(found.slice(0, 2)).toEqual([text[0], text[2]]);
  });
});

describe('English that is not wrapped, and Chinese', () => {
  it('one paragraph a line is left alone', () => {
    const line =
      'The council voted to keep the library open on Sundays for another year, after a long debate about the cost of heating the hall.';
    expect(read(Array.from({ length: 12 }, () => line).join('\n')).blocks).toEqual([]);
  });

  it('a Latin word among Chinese lines changes nothing', () => {
    expect(read(['要闻', 'CBA', '体育新闻', 'NBA', '经济'].join('\n')).blocks).toEqual([]);
  });
});

describe('whatever the lines are', () => {
  it('every character lies in exactly one span, in order', () => {
    assert(
      property(
        string({ unit: constantFrom('word ', 'Mr. ', 'end-', '\n', '\n', 'CAPITALS', '.', ', ', '  ', '7'), maxLength: 300 }),
        (text) => {
          const document = read(text);
          if (document.blocks.length === 0) return;
          const spans = document.blocks.flatMap((block) => block.spans);
          let covered = '';
          let last = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            covered += text.slice(start, end);
            last = end;
          }
          expect(covered.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
    );
  });
});
