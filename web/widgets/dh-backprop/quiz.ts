/** The questions of the quiz along the way back, and what an answer shows that is not right. */
import { given } from './graph.ts';
import type { Edge, Graph } from './graph.ts';

/** The local slope along an edge, or the gradient of a node. */
export interface Question {
  edge?: Edge;
  node?: number;
  answer: number;
}

/** First the local slopes of a calculation, then the gradients that are whole when it has had its turn. */
export function questionsOf(graph: Graph): Question[] {
  const { nodes, calculations, edges, broken } = graph;
  if (broken !== undefined) return [];
  return [...calculations].reverse().flatMap((to) => {
    const mine = edges.filter((edge) => edge.to === to);
    const whole = [...new Set(mine.map(({ from }) => from))].filter((from) =>
      edges.every((edge) => edge.from !== from || edge.to >= to),
    );
    return [
      ...mine.map((edge) => ({ edge, answer: nodes[to].slopes[edge.slot] })),
      ...whole.map((node) => ({ node, answer: nodes[node].gradient })),
    ];
  });
}

/** Figures show four digits; what is worked out with those may be off in the third. */
const TOLERANCE = 0.005;

const near = (given: number, right: number, size = Math.abs(right)): boolean =>
  Math.abs(given - right) <= TOLERANCE * size + 1e-9;

export type Verdict = 'right' | 'sign' | 'other-operand' | 'own-value' | 'one-way' | 'not-multiplied' | 'wrong';

/** Whether an answer is right, and if not, what it seems to be. */
export function judge(graph: Graph, question: Question, answer: number): Verdict {
  const { nodes, edges } = graph;
  const right = question.answer;
  if (question.edge) {
    const { to, slot } = question.edge;
    if (near(answer, right)) return 'right';
    if (near(answer, -right)) return 'sign';
    if (nodes[to].slopes.some((slope, at) => at !== slot && near(answer, slope))) return 'other-operand';
    return near(answer, nodes[to].value) ? 'own-value' : 'wrong';
  }
  const ways = edges.filter(({ from }) => from === question.node);
  const amounts = ways.map((edge) => given(graph, edge));
  const size = Math.max(...amounts.map(Math.abs));
  if (near(answer, right, size)) return 'right';
  if (ways.length > 1 && amounts.some((amount) => near(answer, amount))) return 'one-way';
  if (near(answer, -right, size)) return 'sign';
  const slopes = ways.map(({ to, slot }) => nodes[to].slopes[slot]);
  return near(
    answer,
    slopes.reduce((sum, slope) => sum + slope, 0),
  )
    ? 'not-multiplied'
    : 'wrong';
}
