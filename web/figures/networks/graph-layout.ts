/**
 * Where the nodes of a calculation stand and how its edges run. Every node stands one row before the first of its users, the result in a row of
 * its own; edges bend only between rows, so that none runs over a node, and the numbers on them keep out of each other's way.
 */

/** An edge from an operand to the calculation that uses it, by their places in the list of nodes. */
export interface GraphEdge {
  from: number;
  to: number;
}

export interface GraphShape {
  count: number;
  /** Along which the result does not come back to where it began; those of one user in the order of its operands. */
  edges: readonly GraphEdge[];
  /** The node that all others lead to. */
  root: number;
}

type Place = readonly [x: number, y: number];

export interface GraphArrangement {
  width: number;
  height: number;
  /** Of the box of a node, and of the place for the numbers of an edge. */
  node: { width: number; height: number };
  label: { width: number; height: number };
  /** The middle of every node. */
  nodes: readonly Place[];
  /** Of every edge its corners, from the operand on, and the middle of its numbers. */
  edges: readonly { corners: readonly Place[]; label: Place }[];
}

/** Along: the way from the operands to the result. Across: from neighbour to neighbour. */
interface Sizes {
  along: number;
  across: number;
  /** Between rows, and between neighbours. */
  gapAlong: number;
  gapAcross: number;
  label: { along: number; across: number };
}

/** A node, or the place where a long edge passes a row. */
interface Item {
  node: number | undefined;
  size: number;
  place: number;
  /** Towards the result, and towards the operands. */
  ahead: Item[];
  behind: Item[];
}

const MARGIN = 8;
const LABEL = { width: 48, height: 28 };
const NODE_HEIGHT = 50;
/** Width of a node when there is room, and when there is little. */
const [WIDEST, NARROWEST] = [84, 52];
/** So many in a column may stand far apart. */
const FEW = 3;
/** The room an edge needs beside a node it passes. */
const PASSAGE = 14;
/** The least and the largest distance between columns that lie side by side. */
const [LEAST_GAP, LARGEST_GAP] = [LABEL.width + 4, 110];

/** The least width in which a shape can be drawn at all. */
export function leastWidth(shape: GraphShape): number {
  const { rows } = rowsOf(shape, NARROWEST);
  return Math.max(...rows.map((row) => breadth(row, 6))) + 2 * MARGIN;
}

/** Beside each other from left to right where the rows fit, else from below upwards. */
export function arrangeGraph(shape: GraphShape, given: number): GraphArrangement {
  const width = Math.max(given, leastWidth(shape));
  const { rows } = rowsOf(shape, NARROWEST);
  const sideways = (node: number) => (width - 2 * MARGIN - rows.length * node) / Math.max(1, rows.length - 1);
  const most = Math.max(...rows.map((row) => row.filter(({ node }) => node !== undefined).length));
  if (sideways(NARROWEST + 4) >= LEAST_GAP) {
    const room = (width - 2 * MARGIN) / rows.length - LEAST_GAP;
    const node = Math.min(WIDEST, Math.max(NARROWEST + 4, room));
    const gapAlong = Math.min(LARGEST_GAP, sideways(node));
    return lay(shape, { along: node, across: NODE_HEIGHT, gapAlong, gapAcross: most > FEW ? 12 : 28, label: { along: LABEL.width, across: LABEL.height } }, width, true); // prettier-ignore
  }
  const passing = Math.max(...rows.map((row) => row.filter(({ node }) => node === undefined).length));
  const room = (width - 2 * MARGIN - passing * (PASSAGE + 6)) / most - 6;
  const node = Math.min(WIDEST, Math.max(NARROWEST, room));
  const upright = (lines: number): GraphArrangement =>
    lay(shape, { along: NODE_HEIGHT, across: node, gapAlong: lines * LABEL.height + 6, gapAcross: 6, label: { along: LABEL.height, across: LABEL.width } }, width, false); // prettier-ignore
  // Where the numbers of two edges one above the other do not suffice, there is room for three.
  const close = upright(2);
  return close.edges.some(({ label }, index) =>
    close.edges.slice(index + 1).some((other) => covers(label, other.label)),
  )
    ? upright(3)
    : close;
}

/** Do the numbers at two places cover each other? */
const covers = (one: Place, other: Place): boolean =>
  Math.abs(one[0] - other[0]) < LABEL.width && Math.abs(one[1] - other[1]) < LABEL.height;

// ---- Rows -----------------------------------------------------------------------------------------------------------------------

/** How many edges the longest way from each node to the result has. */
function depths({ count, edges, root }: GraphShape): number[] {
  const depth = new Array<number>(count).fill(0);
  // As many rounds as the longest way has edges; the graphs are small.
  for (let round = 0, changed = true; changed && round <= count; ++round) {
    changed = false;
    for (const { from, to } of edges)
      if (depth[from] < depth[to] + 1 && from !== root) {
        depth[from] = depth[to] + 1;
        changed = true;
      }
  }
  return depth;
}

/** The rows from the result on, and of each edge the items it runs through, from the operand on. */
function rowsOf(shape: GraphShape, size: number): { rows: Item[][]; ways: Item[][] } {
  const depth = depths(shape);
  const rows: Item[][] = Array.from({ length: Math.max(...depth) + 1 }, () => []);
  const ways: Item[][] = shape.edges.map(() => []);
  const items = new Map<number, Item>();
  const add = (row: number, node: number | undefined): Item => {
    const item = { node, size: node === undefined ? PASSAGE : size, place: 0, ahead: [], behind: [] };
    rows[row].push(item);
    return item;
  };
  // Depth first, so that what belongs together stands together and operands keep their order.
  const visit = (node: number): Item => {
    const item = add(depth[node], node);
    items.set(node, item);
    shape.edges.forEach(({ from, to }, index) => {
      if (to !== node) return;
      const way = [item];
      for (let row = depth[node] + 1; row < depth[from]; ++row) way.unshift(add(row, undefined));
      way.unshift(items.get(from) ?? visit(from));
      for (let step = 1; step < way.length; ++step) {
        way[step - 1].ahead.push(way[step]);
        way[step].behind.push(way[step - 1]);
      }
      ways[index] = way;
    });
    return item;
  };
  visit(shape.root);
  return { rows: untangled(rows), ways };
}

const mean = (numbers: readonly number[], otherwise: number): number =>
  numbers.length ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : otherwise;

/** How often edges cross between neighbouring rows. */
function crossings(rows: readonly (readonly Item[])[]): number {
  let count = 0;
  for (const row of rows.slice(0, -1)) {
    const behind = rows[rows.indexOf(row) + 1];
    const ends = row.flatMap((item, at) => item.behind.map((other) => [at, behind.indexOf(other)] as const));
    ends.forEach(([a, b], index) => {
      for (const [c, d] of ends.slice(index + 1)) if ((a - c) * (b - d) < 0) count++;
    });
  }
  return count;
}

/** Sorts each row by the mean of its neighbours, to and fro, and keeps the order with the fewest crossings. */
function untangled(rows: Item[][]): Item[][] {
  let best = rows;
  let fewest = crossings(rows);
  let now = rows;
  for (let round = 0; round < 8 && fewest > 0; ++round) {
    const towards = round % 2 ? 'behind' : 'ahead';
    now = now.map((row) => [...row]);
    const order = now.map((_, index) => (towards === 'ahead' ? index : now.length - 1 - index)).slice(1);
    for (const index of order) {
      const beside = now[towards === 'ahead' ? index - 1 : index + 1];
      const wish = new Map(now[index].map((item, at) => [item, mean(item[towards].map((other) => beside.indexOf(other)), at)])); // prettier-ignore
      now[index].sort((one, other) => wish.get(one)! - wish.get(other)!);
    }
    const count = crossings(now);
    if (count < fewest) [best, fewest] = [now, count];
  }
  return best;
}

// ---- Places -----------------------------------------------------------------------------------------------------------------------

const distance = (one: Item, other: Item, gap: number): number => (one.size + other.size) / 2 + gap;

const breadth = (row: readonly Item[], gap: number): number =>
  row.reduce((sum, { size }) => sum + size, 0) + gap * (row.length - 1);

/**
 * The places nearest to those wanted, in the sense of least squares, that keep their order and their distances and stay within bounds: pools of
 * neighbours that would come too close share the mean of their wishes.
 */
export function spread(wanted: readonly number[], distances: readonly number[], low: number, high: number): number[] {
  const offsets = distances.reduce((sums, each) => [...sums, sums.at(-1)! + each], [0]);
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((wish, index) => {
    pools.push({ sum: wish - offsets[index], count: 1 });
    while (pools.length > 1) {
      const [before, last] = pools.slice(-2);
      if (before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const most = high - offsets.at(-1)!;
  const levels = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
  return levels.map((level, index) => Math.max(low, Math.min(most, level)) + offsets[index]);
}

const SWEEPS = 16;

function placeRows(rows: readonly (readonly Item[])[], gap: number, room: number): void {
  const middle = room / 2;
  for (const row of rows) {
    let at = middle - breadth(row, gap) / 2;
    for (const item of row) {
      item.place = at + item.size / 2;
      at += item.size + gap;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; ++sweep)
    for (const row of sweep % 2 ? rows : [...rows].reverse()) {
      const wanted = row.map((item) =>
        mean(
          [...item.ahead, ...item.behind].map(({ place }) => place),
          middle,
        ),
      );
      const distances = row.slice(1).map((item, index) => distance(row[index], item, gap));
      const places = spread(wanted, distances, MARGIN + row[0].size / 2, room - MARGIN - row.at(-1)!.size / 2);
      row.forEach((item, index) => (item.place = places[index]));
    }
}

/** Where the edges of a node leave it, so that two of them never lie on each other. */
function ports(item: Item, others: readonly Item[]): number[] {
  const step = Math.min(32, (item.size - 14) / Math.max(1, others.length - 1));
  const order = others
    .map((_, index) => index)
    .sort((one, other) => others[one].place - others[other].place || one - other);
  return others.map((_, index) => item.place + (order.indexOf(index) - (others.length - 1) / 2) * step);
}

function lay(shape: GraphShape, sizes: Sizes, width: number, sideways: boolean): GraphArrangement {
  const { rows, ways } = rowsOf(shape, sizes.across);
  const needed = Math.max(...rows.map((row) => breadth(row, sizes.gapAcross))) + 2 * MARGIN;
  const room = sideways ? Math.max(needed, 120) : Math.max(needed, width);
  placeRows(rows, sizes.gapAcross, room);
  const pitch = sizes.along + sizes.gapAlong;
  const length = 2 * MARGIN + rows.length * pitch - sizes.gapAlong;
  const start = sideways ? Math.max(0, (width - length) / 2) : 0;
  const rowOf = new Map(rows.flatMap((row, index) => row.map((item) => [item, index] as const)));
  /** From the far end of the operands to that of the result. */
  const middleOf = (item: Item) => MARGIN + sizes.along / 2 + (rows.length - 1 - rowOf.get(item)!) * pitch;
  const put = (along: number, across: number): Place => (sideways ? [start + along, across] : [across, length - along]);

  const lines = ways.map((way) => {
    const [first, last] = [way[0], way.at(-1)!];
    // Edges of equal ends are told apart by their number among those.
    const alike = (list: readonly Item[], other: Item, mine: number) => list.map((item, at) => [item, at] as const).filter(([item]) => item === other)[mine][1]; // prettier-ignore
    const twin = ways.slice(0, ways.indexOf(way)).filter((other) => other[0] === first && other.at(-1) === last && other.length === way.length).length; // prettier-ignore
    const next = way[1];
    const before = way.at(-2)!;
    const leaves = ports(first, first.ahead)[alike(first.ahead, next, next === last ? twin : 0)];
    const enters = ports(last, last.behind)[alike(last.behind, before, before === first ? twin : 0)];
    return way.flatMap((item, index): [along: number, across: number][] => {
      const at = middleOf(item);
      const half = sizes.along / 2;
      if (index === 0) return [[at + half, leaves]];
      if (index === way.length - 1) return [[at - half, enters]];
      return [[at - half, item.place], [at + half, item.place]]; // prettier-ignore
    });
  });
  const labels = placeLabels(lines, sizes);
  const byNode = new Map(rows.flat().map((item) => [item.node, item]));
  const nodes = Array.from({ length: shape.count }, (_, node) => {
    const item = byNode.get(node)!;
    return put(middleOf(item), item.place);
  });
  return {
    width,
    height: sideways ? room : length,
    node: sideways ? { width: sizes.along, height: sizes.across } : { width: sizes.across, height: sizes.along },
    label: LABEL,
    nodes,
    edges: lines.map((corners, index) => ({
      corners: corners.map(([along, across]) => put(along, across)),
      label: put(...labels[index]),
    })),
  };
}

// ---- Numbers on edges ---------------------------------------------------------------------------------------------------------------

type Corner = readonly [along: number, across: number];

const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/** Chooses for each edge the place between two rows at which its numbers cover least of others. */
function placeLabels(lines: readonly (readonly Corner[])[], { label }: Sizes): Corner[] {
  const candidates = lines.map((corners) => {
    const places: { at: Corner; cost: number }[] = [];
    // Every other stretch lies between rows; the one next to the user comes first.
    for (let index = corners.length - 2, far = 0; index >= 0; index -= 2, ++far) {
      const [start, end] = [corners[index], corners[index + 1]];
      const slack = Math.max(0, (end[0] - start[0] - label.along) / 2 - 1) / (end[0] - start[0]);
      for (const share of SHARES) {
        const kept = Math.max(0.5 - slack, Math.min(0.5 + slack, share));
        const at = [start[0] + kept * (end[0] - start[0]), start[1] + kept * (end[1] - start[1])] as const;
        places.push({ at, cost: far * 20 + Math.abs(kept - 0.5) * 10 });
      }
    }
    return places;
  });
  const chosen = candidates.map((places) => places[0].at);
  const overlap = (one: Corner, other: Corner): number =>
    Math.max(0, label.along - Math.abs(one[0] - other[0])) * Math.max(0, label.across - Math.abs(one[1] - other[1]));
  for (let round = 0; round < 4; ++round)
    candidates.forEach((places, index) => {
      const costs = places.map(({ at, cost }) => {
        const covered = chosen.reduce((sum, other, edge) => sum + (edge === index ? 0 : overlap(at, other)), 0);
        const crossed = lines.filter((corners, edge) => edge !== index && passes(corners, at, label)).length;
        return cost + covered + 40 * crossed;
      });
      chosen[index] = places[costs.indexOf(Math.min(...costs))].at;
    });
  return chosen;
}

/** Does an edge run through the place of a label? */
function passes(corners: readonly Corner[], [along, across]: Corner, label: Sizes['label']): boolean {
  return corners.slice(1).some((end, index) => {
    const start = corners[index];
    if (along < start[0] || along > end[0]) return false;
    const share = end[0] === start[0] ? 0 : (along - start[0]) / (end[0] - start[0]);
    return Math.abs(start[1] + share * (end[1] - start[1]) - across) < label.across / 2;
  });
}
