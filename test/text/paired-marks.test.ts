import { describe, expect, it } from 'vitest';
import { marksAgree, marksAtEnd, marksAtStart } from '../../src-main/text/paired-marks';

const across = (tail: string, head: string): number => marksAgree(marksAtEnd(tail), marksAtStart(head));

describe('marks in pairs across a break', () => {
  it('what was opened before is closed behind', () => {
    expect(across('他说：“这么长的堤，人到底怎么', '走得过去。”说完摇了摇头。')).toBeGreaterThan(0);
    expect(across('记者翻开《洄水镇', '志》，里面夹着一张船票。')).toBeGreaterThan(0);
  });

  it('what is open is not opened again, and what is shut is not closed', () => {
    expect(across('他说：“这么长的堤，人到底怎么', '桥通那天，他说：“来了四万人。”')).toBeLessThan(0);
    expect(across('“桥通了。”他说，往后', '走得过去。”说完摇了摇头。')).toBeLessThan(0);
  });

  it('says nothing where one side has none', () => {
    expect(across('他说：“这么长的堤，人到底怎么', '桥通那天，两岸来了四万人。')).toBe(0);
    expect(across('这么长的堤，人到底怎么', '走得过去。”说完摇了摇头。')).toBe(0);
  });
});
