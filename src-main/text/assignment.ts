/**
 * The best pairing of two sides as a whole: every left and right is used at most once and the weights add up to the most there is.
 * Pure arithmetic; knows nothing of text.
 */
export interface Edge {
  /** Whole numbers from 0 on, as is `right`. */
  readonly left: number;
  readonly right: number;
  /** Only edges above 0 are worth having. */
  readonly weight: number;
}

/** Components larger than this are paired by descending weight instead, so that the work stays linear in the text. */
const LARGEST_EXACT = 80;

export function bestAssignment(edges: readonly Edge[]): readonly Edge[] {
  return components(edges.filter((edge) => edge.weight > 0)).flatMap((component) => {
    const lefts = [...new Set(component.map((edge) => edge.left))];
    const rights = [...new Set(component.map((edge) => edge.right))];
    if (component.length === 1) return component;
    const uncontested = eachItsBest(component, lefts, rights);
    if (uncontested) return uncontested;
    return Math.max(lefts.length, rights.length) > LARGEST_EXACT ? byDescendingWeight(component) : exact(component, lefts, rights);
  });
}

function components(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const size = edges.reduce((most, { left, right }) => Math.max(most, left, right), -1) + 1;
  /** Lefts by their number, rights behind them. */
  const parent = new Int32Array(size * 2);
  for (let node = 0; node < parent.length; node++) parent[node] = node;
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (const { left, right } of edges) parent[find(left)] = find(size + right);
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const root = find(edge.left);
    const group = groups.get(root);
    if (group) group.push(edge);
    else groups.set(root, [edge]);
  }
  return [...groups.values()];
}

/** Where no two lefts want the same right most, nothing can be better than that each has its wish; null where two do. */
function eachItsBest(edges: readonly Edge[], lefts: readonly number[], rights: readonly number[]): readonly Edge[] | null {
  const wishes = new Map<number, Edge>();
  for (const edge of edges) {
    const best = wishes.get(edge.left);
    if (!best || edge.weight > best.weight) wishes.set(edge.left, edge);
  }
  const granted = new Map(Array.from(wishes.values(), (edge) => [edge.right, edge]));
  return granted.size < lefts.length ? null : rights.flatMap((right) => granted.get(right) ?? []);
}

function byDescendingWeight(edges: readonly Edge[]): readonly Edge[] {
  const lefts = new Set<number>();
  const rights = new Set<number>();
  return edges
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ left, right }) => {
      if (lefts.has(left) || rights.has(right)) return false;
      lefts.add(left);
      rights.add(right);
      return true;
    });
}

/** The Hungarian method with potentials, O(n³); an absent edge weighs 0 and is dropped from the answer. */
function exact(edges: readonly Edge[], lefts: readonly number[], rights: readonly number[]): readonly Edge[] {
  const size = Math.max(lefts.length, rights.length);
  const row = new Map(lefts.map((left, index) => [left, index + 1]));
  const column = new Map(rights.map((right, index) => [right, index + 1]));
  const width = size + 1;
  const cost = new Float64Array(width * width);
  const edgeAt = new Map<number, Edge>();
  for (const edge of edges) {
    const at = row.get(edge.left)! * width + column.get(edge.right)!;
    if (-edge.weight >= cost[at]!) continue;
    cost[at] = -edge.weight;
    edgeAt.set(at, edge);
  }
  const rowPotential = new Float64Array(width);
  const columnPotential = new Float64Array(width);
  const rowOf = new Int32Array(width);
  const way = new Int32Array(width);
  const least = new Float64Array(width);
  const used = new Uint8Array(width);
  for (let start = 1; start <= size; start++) {
    rowOf[0] = start;
    let at = 0;
    least.fill(Infinity);
    used.fill(0);
    do {
      used[at] = 1;
      const here = rowOf[at]!;
      let delta = Infinity;
      let next = 0;
      for (let candidate = 1; candidate <= size; candidate++) {
        if (used[candidate]) continue;
        const reduced = cost[here * width + candidate]! - rowPotential[here]! - columnPotential[candidate]!;
        if (reduced < least[candidate]!) {
          least[candidate] = reduced;
          way[candidate] = at;
        }
        if (least[candidate]! < delta) {
          delta = least[candidate]!;
          next = candidate;
        }
      }
      for (let candidate = 0; candidate <= size; candidate++) {
        if (used[candidate]) {
          rowPotential[rowOf[candidate]!]! += delta;
          columnPotential[candidate]! -= delta;
        } else least[candidate]! -= delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    do {
      const before = way[at]!;
      rowOf[at] = rowOf[before]!;
      at = before;
    } while (at !== 0);
  }
  const chosen: Edge[] = [];
  for (let candidate = 1; candidate <= size; candidate++) {
    const edge = edgeAt.get(rowOf[candidate]! * width + candidate);
    if (edge) chosen.push(edge);
  }
  return chosen;
}
