/**
 * Articles -> what pairs of characters are about: latent semantic analysis, the right singular vectors of the matrix of articles and the
 * pairs in them, found by orthogonal iteration (Halko, Martinsson and Tropp, 2011). Deterministic. Training only.
 */
import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix';
import type { MatterTable } from '../model-file';
import type { SymbolTable } from '../symbols';
import { pairReader } from '../topic';
import { numbersFrom } from './train-lines';

export interface MatterOptions {
  /** Pairs that get a vector: the commonest of those that tell something. */
  readonly pairs: number;
  /** Numbers in a vector. */
  readonly size: number;
  /** A pair in fewer articles tells too little of what goes with it, and one in a greater share of them nothing. */
  readonly leastArticles: number;
  readonly mostShare: number;
  /** Columns worked with beside those wanted, so that these come out well. */
  readonly spare: number;
}

const PASSES = 12;
/** Of the largest numbers of the vectors' columns, on average, to 127: few are larger, and are cut. */
const SCALE = 2.5;

/** One row for each article, its entries from `starts[row]` to `starts[row + 1]`. */
interface SparseMatrix {
  readonly starts: readonly number[];
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export function trainMatter(symbols: SymbolTable, articles: readonly string[], options: MatterOptions): MatterTable {
  const pairsIn = pairReader(symbols);
  const articlesWith = countArticles(articles, pairsIn);
  const pairs = tellingPairs(articlesWith, articles.length, options);
  const rarity = pairs.map((pair) => Math.log(articles.length / articlesWith.get(pair)!));
  const { size } = options;
  const { columns, strengths } = singularVectors(articleRows(articles, pairsIn, pairs, rarity), pairs.length, size + 1, options.spare);
  /** The first column is what all articles have in common. */
  const table = pairs.map((_, row) =>
    Array.from({ length: size }, (__, at) => columns.get(row, at + 1) * Math.sqrt(strengths[at + 1]!) * rarity[row]!),
  );
  const largest = Array.from({ length: size }, (_, at) => table.reduce((most, row) => Math.max(most, Math.abs(row[at]!)), 0));
  const step = largest.reduce((sum, one) => sum + one, 0) / size / (127 * SCALE);
  const vectors = Int8Array.from(table.flat(), (value) => Math.max(-127, Math.min(127, Math.round(value / step))));
  return { pairs: Int32Array.from(pairs), vectors };
}

function countArticles(articles: readonly string[], pairsIn: (text: string) => Int32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const article of articles) for (const pair of new Set(pairsIn(article))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

/** Commonest first; ties by their number. */
function tellingPairs(articlesWith: ReadonlyMap<number, number>, articles: number, options: MatterOptions): readonly number[] {
  return [...articlesWith]
    .filter(([, count]) => count >= options.leastArticles && count <= options.mostShare * articles)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, options.pairs)
    .map(([pair]) => pair);
}

/** Each pair by the logarithm of how often the article has it and by its rarity; rows are of length one. */
function articleRows(
  articles: readonly string[],
  pairsIn: (text: string) => Int32Array,
  pairs: readonly number[],
  rarity: readonly number[],
): SparseMatrix {
  const columnOf = new Map(pairs.map((pair, column) => [pair, column]));
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const article of articles) {
    const counts = new Map<number, number>();
    for (const pair of pairsIn(article)) {
      const column = columnOf.get(pair);
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    const row = [...counts].map(([column, count]) => ({ column, value: (1 + Math.log(count)) * rarity[column]! }));
    const length = Math.sqrt(row.reduce((sum, { value }) => sum + value * value, 0));
    for (const { column, value } of row) {
      columns.push(column);
      values.push(value / length);
    }
    starts.push(columns.length);
  }
  return { starts, columns, values };
}

/** The first right singular vectors as columns, and their singular values. */
function singularVectors(
  rows: SparseMatrix,
  width: number,
  wanted: number,
  spare: number,
): { readonly columns: Matrix; readonly strengths: readonly number[] } {
  const kept = wanted + spare;
  const below = numbersFrom(3);
  let basis = Matrix.from1DArray(
    width,
    kept,
    Array.from({ length: width * kept }, () => below(2001) / 1000 - 1),
  );
  let image = basis;
  for (let pass = 0; pass < PASSES; pass += 1) {
    basis = new QrDecomposition(image).orthogonalMatrix;
    image = throughAndBack(rows, basis);
  }
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(basis.transpose().mmul(image), { assumeSymmetric: true });
  const order = [...realEigenvalues.keys()].sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!).slice(0, wanted);
  return {
    columns: basis.mmul(eigenvectorMatrix.subMatrixColumn(order)),
    strengths: order.map((place) => Math.sqrt(Math.max(0, realEigenvalues[place]!))),
  };
}

/** The basis times the rows, times the rows turned over. */
function throughAndBack({ starts, columns, values }: SparseMatrix, basis: Matrix): Matrix {
  const { rows: width, columns: kept } = basis;
  const from = Float64Array.from(basis.to1DArray());
  const into = new Float64Array(width * kept);
  const seen = new Float64Array(kept);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    seen.fill(0);
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1)
      for (let place = 0; place < kept; place += 1) seen[place]! += values[at]! * from[columns[at]! * kept + place]!;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1)
      for (let place = 0; place < kept; place += 1) into[columns[at]! * kept + place]! += values[at]! * seen[place]!;
  }
  return Matrix.from1DArray(width, kept, [...into]);
}
