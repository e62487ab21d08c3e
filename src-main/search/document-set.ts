/** Sets of documents as ascending arrays: what the full-text index gives, joined without hashing. */
import type { DocumentNumber } from './document-number';

export type DocumentSet = Float64Array;

export function intersect(a: DocumentSet, b: DocumentSet): DocumentSet {
  const found = new Float64Array(Math.min(a.length, b.length));
  let length = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) {
      found[length] = left;
      length += 1;
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return found.slice(0, length);
}

export function unite(a: DocumentSet, b: DocumentSet): DocumentSet {
  const found = new Float64Array(a.length + b.length);
  let length = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const left = i < a.length ? a[i]! : Infinity;
    const right = j < b.length ? b[j]! : Infinity;
    found[length] = Math.min(left, right);
    length += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return found.slice(0, length);
}

export function subtract(a: DocumentSet, b: DocumentSet): DocumentSet {
  const found = new Float64Array(a.length);
  let length = 0;
  let j = 0;
  for (const document of a) {
    while (j < b.length && b[j]! < document) j += 1;
    if (b[j] === document) continue;
    found[length] = document;
    length += 1;
  }
  return found.slice(0, length);
}

export function select(documents: DocumentSet, keep: (document: DocumentNumber) => boolean): DocumentSet {
  return documents.filter(keep);
}
