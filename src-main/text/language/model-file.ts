/**
 * The packed form of the language model: one file of typed arrays behind a small JSON header.
 * Little-endian, as is every machine this runs on.
 */
import { symbolTable } from './symbols';
import type { SymbolTable } from './symbols';
import type { RunTable } from './run-table';
import type { LineWeights } from './title-scores';

const MAGIC = 0x4d4c524e;
const VERSION = 3;

export interface ModelData {
  readonly symbols: SymbolTable;
  readonly runs: RunTable;
  /** Natural log of each symbol's smoothed probability where nothing is known before it, and the weight of that as a shorter context. */
  readonly single: Float32Array;
  readonly singleBackoff: Float32Array;
  /** Natural log of each symbol's plain share of the corpus. */
  readonly share: Float32Array;
  /** Titles against running text, and standing titles against titles of one story. */
  readonly titles: LineWeights;
  readonly standing: LineWeights;
  readonly matter: MatterTable;
}

/** What pairs of characters are about: those that often stand in the same articles have like vectors. */
export interface MatterTable {
  /** As `topicPairs` has them. */
  readonly pairs: Int32Array;
  /** In the order of the pairs, all of one length. */
  readonly vectors: Int8Array;
}

interface Header {
  readonly segmentLength: number;
  readonly segmentCount: number;
  readonly seed: number;
  readonly titles: Omit<LineWeights, 'weights'>;
  readonly standing: Omit<LineWeights, 'weights'>;
  /** Byte offset, from the end of the header, and byte length. */
  readonly sections: Readonly<Record<SectionName, readonly [number, number]>>;
}

type SectionName =
  | 'characters'
  | 'traditional'
  | 'single'
  | 'singleBackoff'
  | 'share'
  | 'low'
  | 'high'
  | 'titles'
  | 'standing'
  | 'matterPairs'
  | 'matter';

/** @param simplified traditional -> simplified characters worth folding */
export function packModel(
  model: Omit<ModelData, 'symbols'>,
  characters: readonly string[],
  simplified: ReadonlyMap<string, string>,
): Uint8Array {
  const encoder = new TextEncoder();
  const contents: Record<SectionName, Uint8Array> = {
    characters: encoder.encode(characters.join('')),
    traditional: encoder.encode([...simplified].map((pair) => pair.join('')).join('')),
    single: bytesOf(model.single),
    singleBackoff: bytesOf(model.singleBackoff),
    share: bytesOf(model.share),
    low: bytesOf(model.runs.low),
    high: model.runs.high,
    titles: new Uint8Array(model.titles.weights.buffer),
    standing: new Uint8Array(model.standing.weights.buffer),
    matterPairs: bytesOf(model.matter.pairs),
    matter: bytesOf(model.matter.vectors),
  };
  const sections: Record<string, readonly [number, number]> = {};
  let size = 0;
  for (const [name, content] of Object.entries(contents)) {
    sections[name] = [size, content.length];
    size += aligned(content.length);
  }
  const { segmentLength, segmentCount, seed } = model.runs;
  const header = encoder.encode(
    JSON.stringify({ segmentLength, segmentCount, seed, titles: ownOf(model.titles), standing: ownOf(model.standing), sections }),
  );
  const start = 12 + aligned(header.length);
  const file = new Uint8Array(start + size);
  new Uint32Array(file.buffer, 0, 3).set([MAGIC, VERSION, header.length]);
  file.set(header, 12);
  for (const [name, content] of Object.entries(contents)) file.set(content, start + (sections[name] as readonly [number, number])[0]);
  return file;
}

/** @throws Error where the bytes are not a model of this version: the installation is damaged */
export function readModel(bytes: Uint8Array): ModelData {
  const file = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  if (file.length < 12) throw new Error('the language model is too short to be one');
  const [magic, version, headerLength] = new Uint32Array(file.buffer, file.byteOffset, 3) as unknown as [number, number, number];
  if (magic !== MAGIC || version !== VERSION) throw new Error(`the language model is not of version ${VERSION}`);
  const decoder = new TextDecoder();
  const header = JSON.parse(decoder.decode(file.subarray(12, 12 + headerLength))) as Header;
  const start = file.byteOffset + 12 + aligned(headerLength);
  const floats = (name: SectionName): Float32Array => {
    const [offset, length] = header.sections[name];
    return new Float32Array(file.buffer, start + offset, length / 4);
  };
  const whole = (name: SectionName): Int32Array => {
    const [offset, length] = header.sections[name];
    return new Int32Array(file.buffer, start + offset, length / 4);
  };
  const section = (name: SectionName): Uint8Array => {
    const [offset, length] = header.sections[name];
    return new Uint8Array(file.buffer, start + offset, length);
  };
  const signed = (name: SectionName): Int8Array => {
    const [offset, length] = header.sections[name];
    return new Int8Array(file.buffer, start + offset, length);
  };
  const low = section('low');
  const pairs = [...decoder.decode(section('traditional'))];
  const simplified = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs[at] as string, pairs[at + 1] as string);
  return {
    symbols: symbolTable([...decoder.decode(section('characters'))], simplified),
    runs: {
      segmentLength: header.segmentLength,
      segmentCount: header.segmentCount,
      seed: header.seed,
      low: new Uint16Array(low.buffer, low.byteOffset, low.length / 2),
      high: section('high'),
    },
    single: floats('single'),
    singleBackoff: floats('singleBackoff'),
    share: floats('share'),
    titles: { ...header.titles, weights: signed('titles') },
    standing: { ...header.standing, weights: signed('standing') },
    matter: { pairs: whole('matterPairs'), vectors: signed('matter') },
  };
}

function ownOf({ step, bias }: LineWeights): Omit<LineWeights, 'weights'> {
  return { step, bias };
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function bytesOf(array: Float32Array | Int32Array | Uint16Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
