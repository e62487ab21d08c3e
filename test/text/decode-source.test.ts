import iconv from 'iconv-lite';
import * as OpenCC from 'opencc-js';
import { assert, property, uint8Array } from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EncodingName } from '../../src-main/contract/model';
import { Problem } from '../../src-main/contract/problem';
import { decodeSource } from '../../src-main/text/decode-source';

const seed = readFileSync(new URL('../../seeds/guizhou-daily-2023-11-25.txt', import.meta.url), 'utf8').replace(/^\ufeff/, '');
const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' })(seed);

interface Form {
  readonly name: string;
  readonly encoding: EncodingName;
  readonly encode: (text: string) => Buffer;
  readonly text?: string;
}

const forms: readonly Form[] = [
  { name: 'UTF-8', encoding: 'utf-8', encode: (text) => Buffer.from(text) },
  { name: 'UTF-8 with mark', encoding: 'utf-8', encode: (text) => iconv.encode(text, 'utf-8', { addBOM: true }) },
  { name: 'GBK', encoding: 'gb18030', encode: (text) => iconv.encode(text, 'gbk') },
  { name: 'GB2312', encoding: 'gb18030', encode: (text) => iconv.encode(text, 'gb2312') },
  { name: 'GB18030', encoding: 'gb18030', encode: (text) => iconv.encode(text, 'gb18030') },
  { name: 'traditional text in GBK', encoding: 'gb18030', encode: (text) => iconv.encode(text, 'gbk'), text: traditional },
  { name: 'Big5', encoding: 'big5', encode: (text) => iconv.encode(text, 'big5'), text: traditional },
  { name: 'UTF-16 LE', encoding: 'utf-16le', encode: (text) => iconv.encode(text, 'utf-16le') },
  { name: 'UTF-16 LE with mark', encoding: 'utf-16le', encode: (text) => iconv.encode(text, 'utf-16le', { addBOM: true }) },
  { name: 'UTF-16 BE', encoding: 'utf-16be', encode: (text) => iconv.encode(text, 'utf-16be') },
  { name: 'UTF-16 BE with mark', encoding: 'utf-16be', encode: (text) => iconv.encode(text, 'utf-16be', { addBOM: true }) },
];

function problemOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.data.code;
    throw error;
  }
  return 'none';
}

describe('a newspaper file opens in the encoding it was written in', () => {
  for (const form of forms) {
    const text = form.text ?? seed;

    it(`${form.name}: a whole page, character for character`, () => {
      const decoded = decodeSource(form.encode(text));
      expect(decoded.encoding).toBe(form.encoding);
      expect(decoded.replaced).toBe(0);
      const lossless = form.name === 'Big5' || form.name === 'GB2312' ? iconv.decode(form.encode(text), form.encoding) : text;
      expect(decoded.text).toBe(lossless);
    });

    it(`${form.name}: any 60 bytes of it, even cut inside a character`, () => {
      for (let at = 0; at + 80 < text.length; at += 61) {
        const bytes = form.encode(text.slice(at)).subarray(0, 60 + (at % 2));
        expect(decodeSource(bytes)).toMatchObject({ encoding: form.encoding });
      }
    });
  }

  it('the reader can overrule what was found, and is believed', () => {
    const decoded = decodeSource(Buffer.from(seed), 'big5');
    expect(decoded.encoding).toBe('big5');
    expect(decoded.judgement).toEqual({ rule: 'confirmed-by-reader', confidence: 'certain' });
    expect(decoded.replaced).toBeGreaterThan(0);
  });

  it('English without accents is UTF-8, and so is English with a few', () => {
    expect(decodeSource(Buffer.from('LONDON, Tuesday. The mails from Lisbon arrived.')).encoding).toBe('utf-8');
    expect(decodeSource(Buffer.from('The café in the Rue de la Paix was closed.')).encoding).toBe('utf-8');
    expect(decodeSource(iconv.encode('The mails from Lisbon arrived this morning.', 'utf-16le')).encoding).toBe('utf-16le');
  });

  it('a file of several megabytes is judged by samples and read whole', () => {
    const text = seed.repeat(400);
    const decoded = decodeSource(iconv.encode(text, 'gbk'));
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.text.length).toBe(text.length);
  });
});

describe('what is in the file stays in the text', () => {
  it('line ends, form feeds and separators of every kind', () => {
    const text = '第一版\r\n要闻\r经济\n民生\u2028文化\f副刊\u3000体育报道在这里继续展开';
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)
      expect(decodeSource(iconv.encode(text, encoding)).text).toBe(text);
  });

  it('rare characters beyond two bytes', () => {
    const text = '姓名里有生僻字的记者𠮷田先生在现场发回报道，他说今年的收成比去年更好。';
    expect(decodeSource(iconv.encode(text, 'gb18030'))).toMatchObject({ text, encoding: 'gb18030', replaced: 0 });
  });

  it('replacement marks written in the file are not counted as losses, unreadable bytes are', () => {
    const written = Buffer.from('扫描时缺了一个字\ufffd的新闻，其余的字都还在，可以放心阅读。');
    expect(decodeSource(written).replaced).toBe(0);
    const cut = written.subarray(0, written.length - 1);
    expect(decodeSource(cut).replaced).toBe(1);
    expect(decodeSource(Buffer.concat([written, Buffer.from([0xff, 0x41])])).replaced).toBe(1);
  });

  it('arbitrary bytes either decode or are refused with a reason', () => {
    assert(
      property(uint8Array({ maxLength: 400 }), (bytes) => {
        const code = problemOf(() => decodeSource(bytes));
        expect(['none', 'file-empty', 'file-binary']).toContain(code);
      }),
    );
  });
});

describe('files that are no text are refused', () => {
  it('empty files, also those that hold a byte-order mark alone', () => {
    expect(problemOf(() => decodeSource(new Uint8Array()))).toBe('file-empty');
    expect(problemOf(() => decodeSource(Uint8Array.of(0xef, 0xbb, 0xbf)))).toBe('file-empty');
    expect(problemOf(() => decodeSource(Uint8Array.of(0xff, 0xfe)))).toBe('file-empty');
  });

  it('PDF, ZIP and pictures by their first bytes; anything else by its control characters', () => {
    expect(problemOf(() => decodeSource(Buffer.from('%PDF-1.7\n1 0 obj')))).toBe('file-binary');
    expect(problemOf(() => decodeSource(Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1')))).toBe('file-binary');
    expect(problemOf(() => decodeSource(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)))).toBe('file-binary');
    expect(problemOf(() => decodeSource(new Uint8Array(300)))).toBe('file-binary');
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index * 7) % 256);
    expect(problemOf(() => decodeSource(noise))).toBe('file-binary');
  });

  it.each(['00 01 02', '00 01', '00 01 02 03', '12 34 56 78', '00 41', '41 00 00 00 10 00 00 00', '41 00 42 00 05', '03 00 f8 2a 91 0c'])(
    'a few bytes that nobody wrote make no newspaper: %s',
    (bytes) => {
      expect(problemOf(() => decodeSource(Buffer.from(bytes.replaceAll(' ', ''), 'hex')))).toBe('file-binary');
    },
  );
});

describe('a few words are read', () => {
  it.each(['新桥通车，往来便捷', 'The bridge is open', '今日 3月1日 晴'])('%s: in UTF-16, without a mark too', (text) => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const)
      expect(decodeSource(iconv.encode(text, encoding))).toMatchObject({ text, encoding });
  });

  it.each(['新桥', '桥\n', 'A1', 'é', '第1版'])('%j: in UTF-8', (text) => {
    expect(decodeSource(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8' });
  });
});
