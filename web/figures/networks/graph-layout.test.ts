import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrangeGraph, leastWidth, spread } from './graph-layout.ts';
import type { GraphArrangement, GraphEdge, GraphShape } from './graph-layout.ts';

const shape = (count: number, root: number, ...pairs: [from: number, to: number][]): GraphShape => ({
  count,
  root,
  edges: pairs.map(([from, to]): GraphEdge => ({ from, to })),
});

/** (a + b) d; x² + x² x with x² used twice and x three times; x x. */
const SHAPES: Record<string, GraphShape> = {
  product: shape(5, 4, [0, 3], [1, 3], [3, 4], [2, 4]),
  shared: shape(4, 3, [0, 1], [1, 3], [2, 3], [1, 2], [0, 2]),
  twice: shape(2, 1, [0, 1], [0, 1]),
  // Three hidden units: x w, + b, tanh, v h, two sums, minus t, square.
  network: shape(
    26,
    25,
    [0, 11], [1, 11], [11, 14], [2, 14], [14, 17], [17, 20], [7, 20],
    [0, 12], [3, 12], [12, 15], [4, 15], [15, 18], [18, 21], [8, 21],
    [0, 13], [5, 13], [13, 16], [6, 16], [16, 19], [19, 22], [9, 22],
    [20, 23], [21, 23], [23, 24], [22, 24], [24, 25], [10, 25],
  ), // prettier-ignore
};

function apart(one: readonly number[], other: readonly number[], width: number, height: number): boolean {
  return Math.abs(one[0] - other[0]) >= width - 1e-6 || Math.abs(one[1] - other[1]) >= height - 1e-6;
}

/** Whether any of many points of an edge lies within a box other than those at its ends. */
function runsOver({ nodes, node, edges }: GraphArrangement, edge: number, ends: GraphEdge): boolean {
  const { corners } = edges[edge];
  return corners.slice(1).some(([x1, y1], index) => {
    const [x0, y0] = corners[index];
    return Array.from({ length: 21 }, (_, step) => step / 20).some((share) =>
      nodes.some(
        ([x, y], at) =>
          at !== ends.from &&
          at !== ends.to &&
          Math.abs(x0 + share * (x1 - x0) - x) < node.width / 2 &&
          Math.abs(y0 + share * (y1 - y0) - y) < node.height / 2,
      ),
    );
  });
}

for (const [name, graph] of Object.entries(SHAPES))
  for (const width of [340, 560, 860])
    test(`${name} in ${width} px: nothing covers anything`, () => {
      const arrangement = arrangeGraph(graph, width);
      const { nodes, node, edges, label } = arrangement;
      assert.ok(arrangement.width <= Math.max(width, leastWidth(graph)));
      nodes.forEach(([x, y], at) => {
        assert.ok(x >= node.width / 2 && x <= arrangement.width - node.width / 2, `${at} sticks out at ${x}`);
        assert.ok(y >= node.height / 2 && y <= arrangement.height - node.height / 2, `${at} sticks out at ${y}`);
        for (const other of nodes.slice(at + 1)) assert.ok(apart([x, y], other, node.width, node.height));
      });
      edges.forEach((edge, at) => {
        assert.ok(!runsOver(arrangement, at, graph.edges[at]), `edge ${at} runs over a node`);
        for (const place of nodes)
          assert.ok(
            apart(edge.label, place, (node.width + label.width) / 2, (node.height + label.height) / 2),
            `${at}`,
          );
        for (const other of edges.slice(at + 1))
          assert.ok(apart(edge.label, other.label, label.width, label.height), `numbers of ${at} and another`);
      });
    });

test('an edge goes from its operand to its user', () => {
  const { nodes, edges, node } = arrangeGraph(SHAPES.product, 860);
  const [[x, y]] = nodes;
  const [first] = edges[0].corners;
  assert.deepEqual([first[0], Math.abs(first[1] - y) <= node.height / 2], [x + node.width / 2, true]);
  assert.ok(nodes[4][0] > nodes[3][0] && nodes[3][0] > nodes[0][0]);
});

test('places as near as possible to those wanted', () => {
  assert.deepEqual(spread([5, 5], [4], 0, 100), [3, 7]);
  assert.deepEqual(spread([1, 50], [4], 0, 100), [1, 50]);
  assert.deepEqual(spread([-9, 200], [4], 0, 100), [0, 100]);
  assert.deepEqual(spread([9, 1, 5], [2, 2], 0, 100), [3, 5, 7]);
});
