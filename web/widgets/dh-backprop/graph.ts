/** A calculation as the core has gone through it, forward and backward. */
import { getCore } from '../../core/core.ts';
import type { LocalRules, TapeMemory, TapeNode } from '../../core/tape/types.ts';
import type { GraphEdge, GraphShape } from '../../figures/networks/graph-layout.ts';

/** An edge by the numbers of its nodes on the tape, and which operand of `to` it is. */
export interface Edge extends GraphEdge {
  slot: number;
}

export interface Graph {
  /** All that stands on the tape, constants too; leaves first. */
  nodes: readonly TapeNode[];
  names: readonly string[];
  /** Nodes with operands, in the order in which they are worked out. */
  calculations: readonly number[];
  /** Nodes that are drawn, by their numbers on the tape: constants stand inside of those that use them. */
  drawn: readonly number[];
  edges: readonly Edge[];
  /** The same as the layout wants it: by places in `drawn`. */
  shape: GraphShape;
  memory: TapeMemory;
  rules: Readonly<Record<string, LocalRules>>;
  /** The number of the result. */
  root: number;
  /** The first calculation without a finite value, if there is one. */
  broken: number | undefined;
}

export const sameEdge = (one: Edge, other: Edge): boolean => one.to === other.to && one.slot === other.slot;

export const isConstant = ({ op }: TapeNode): boolean => op === 'number';

export async function graphOf(
  { text, names }: { text: string; names: readonly string[] },
  values: readonly number[],
): Promise<Graph> {
  const core = await getCore('tape', 'calculus');
  const tape = await core.tape({ expression: text, variables: names, values });
  await tape.backward();
  const [nodes, memory] = await Promise.all([tape.nodes(), tape.memory()]);
  await tape.free();
  const ops = [...new Set(nodes.filter(({ operands }) => operands.length > 0).map(({ op }) => op))];
  const rules = Object.fromEntries(await Promise.all(ops.map(async (op) => [op, await core.localRules(op)] as const)));
  // The tape works out the result last, but a formula that is a variable alone has only its leaf.
  const root = nodes.length - 1;
  const numbers = nodes.map((_, index) => index);
  const calculations = numbers.filter((index) => nodes[index].operands.length > 0);
  const edges = calculations.flatMap((to) =>
    nodes[to].operands.flatMap((from, slot) => (isConstant(nodes[from]) ? [] : [{ from, to, slot }])),
  );
  const drawn = numbers.filter((index) => !isConstant(nodes[index]));
  const place = new Map(drawn.map((index, at) => [index, at]));
  return {
    nodes,
    names,
    calculations,
    drawn,
    edges,
    shape: {
      count: drawn.length,
      root: place.get(root)!,
      edges: edges.map(({ from, to }) => ({ from: place.get(from)!, to: place.get(to)! })),
    },
    memory,
    rules,
    root,
    broken: calculations.find((index) => !Number.isFinite(nodes[index].value)),
  };
}

/** What a calculation gives along one of its edges on the way back. */
export function given({ nodes }: Graph, { from, to, slot }: Edge): number {
  // A user that has the same operand twice gives twice; one without a gradient gives nothing.
  const before = nodes[to].operands.slice(0, slot).filter((operand) => operand === from).length;
  return nodes[from].contributions.filter((part) => part.from === to)[before]?.amount ?? 0;
}
