/** Names, sentences and explanations of the numbers in the graph. */
import type { Explanation } from '../../controls/explain.ts';
import { plainMath } from '../../controls/formula.ts';
import type { TapeNode } from '../../core/tape/types.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex, putIn } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { superscript } from '../../plot/format.ts';
import { given } from './graph.ts';
import type { Edge, Graph } from './graph.ts';
import type { Passes } from './passes.ts';

const SIGNS: Record<string, string> = {
  add: '+', subtract: '−', multiply: '×', divide: '÷', less: '<', 'less-equal': '≤', greater: '>', 'greater-equal': '≥', equal: '=', 'not-equal': '≠',
}; // prettier-ignore
const DIGITS = 4;

const number = (value: number): string => numberLatex(value, DIGITS);
const equals = (value: number): string => `${Number.isNaN(value) ? '=' : equalsLatex(value, DIGITS)} ${number(value)}`;

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** Names as they are written: w1 becomes w₁. */
export const written = (text: string): string =>
  text.replace(/(?<![a-zA-Z])([a-zA-Z])(\d+)/g, (_, letter: string, digits: string) => letter + [...digits].map((digit) => SUBSCRIPTS[Number(digit)]).join('')); // prettier-ignore

/** A number after a times sign. */
const factor = (value: number): string => (value < 0 ? `(${format(value)})` : format(value));

const constant = (node: TapeNode): string =>
  node.value === Math.E ? 'e' : node.value === Math.PI ? 'π' : format(node.value);

/** What stands at the top of a box: the name of a leaf, or the operation with the constants in it: `× 2`, `□²`. */
export function labelOf(graph: Graph, index: number): string {
  const node = graph.nodes[index];
  const { op, operands } = node;
  if (op === 'variable') return written(node.text);
  const [first, second] = operands.map((operand) => graph.nodes[operand]).map((each) => (each.op === 'number' ? each : undefined)); // prettier-ignore
  if (op === 'negate') return '−□';
  if (op === 'power') {
    if (second && Number.isInteger(second.value)) return `□${superscript(second.value)}`;
    return second ? `□^${constant(second)}` : `${first ? constant(first) : '□'}^□`;
  }
  const sign = SIGNS[op];
  if (!sign) return op;
  if (first && second) return `${constant(first)} ${sign} ${constant(second)}`;
  if (first) return op === 'add' || op === 'multiply' ? `${sign} ${constant(first)}` : `${constant(first)} ${sign} □`;
  return second ? `${sign} ${constant(second)}` : sign;
}

/** Longer formulas are not said but described by their operation. */
const SPEAKABLE = 24;

/** What a node is called in sentences. */
export function nameOf(graph: Graph, index: number, say: Say): string {
  const { text } = graph.nodes[index];
  if (text !== '' && text.length <= SPEAKABLE) return written(plainMath(text));
  const same = graph.calculations.filter((other) => labelOf(graph, other) === labelOf(graph, index));
  const values = { label: labelOf(graph, index), count: same.indexOf(index) + 1 };
  return say(same.length > 1 ? 'node-counted' : 'node', values);
}

/** The same in formulas. */
function symbolOf(graph: Graph, index: number): string {
  const { latex, text } = graph.nodes[index];
  return latex !== '' && text.length <= SPEAKABLE ? latex : '\\square';
}

const isProduct = ({ operands }: TapeNode): boolean => operands.length > 1;

/** Of the exponential function the local slope is its own value. */
export function isExponential(graph: Graph, { op, operands }: TapeNode): boolean {
  return op === 'exp' || (op === 'power' && graph.nodes[operands[0]].value === Math.E && graph.nodes[operands[0]].op === 'number'); // prettier-ignore
}

/** A rule in u, v, w and f with the numbers of a calculation. */
function numbersIn(latex: string, { nodes }: Graph, { operands, value }: TapeNode): string {
  return ['u', 'v', 'w'].reduce(
    (text, letter, slot) => (slot < operands.length ? putIn(text, letter, nodes[operands[slot]].value) : text),
    putIn(latex, 'f', value),
  );
}

const slopeSymbol = (graph: Graph, node: number): string => {
  const symbol = symbolOf(graph, node);
  return graph.nodes[node].op === 'variable'
    ? `\\grad{\\frac{\\partial \\f}{\\partial ${symbol}}}`
    : `\\grad{\\frac{\\partial \\f}{\\partial (${symbol})}}`;
};

/** The gradient of a node as the sum of what its users gave. */
function gradientLines({ graph }: Passes, node: number, parts: readonly number[], whole: boolean): string[] {
  const ways = graph.edges.filter(({ from }) => from === node).sort((one, other) => other.to - one.to || one.slot - other.slot); // prettier-ignore
  const shown = ways.slice(0, parts.length);
  const products = shown.map(
    ({ to, slot }) => `\\grad{${factorLatex(graph.nodes[to].gradient, DIGITS)}} \\cdot ${factorLatex(graph.nodes[to].slopes[slot], DIGITS)}`, // prettier-ignore
  );
  const rest = whole ? '' : ' + \\dots';
  const sum = parts.map((part, index) => (index === 0 ? number(part) : factorLatex(part, DIGITS))).join(' + ');
  const lines = [`= ${products.join(' + ')}${rest}`];
  if (parts.length > 1 || !whole) lines.push(`= ${sum}${rest}`);
  if (whole) lines.push(equals(graph.nodes[node].gradient).replace(/(=|\\approx) (.*)/, '$1 \\grad{$2}'));
  return lines;
}

/** Where value and gradient of a node come from. */
export function explainNode(passes: Passes, index: number, say: Say): Explanation {
  const { graph } = passes;
  const node = graph.nodes[index];
  const name = nameOf(graph, index, say);
  const arrived = passes.arrived(index);
  const blocks: string[] = [];
  if (node.operands.length > 0 && passes.computed(index)) {
    const { calculation } = graph.rules[node.op];
    blocks.push(`${symbolOf(graph, index)} &= ${numbersIn(calculation.latex, graph, node)}`, `&${equals(node.value)}`);
  }
  if (arrived && index === graph.root) blocks.push(`\\grad{\\frac{\\partial \\f}{\\partial \\f}} &= \\grad{1}`);
  else if (arrived) {
    const [first, ...rest] = gradientLines(passes, index, arrived.parts, arrived.whole);
    blocks.push(`${slopeSymbol(graph, index)} &${first}`, ...rest.map((line) => `&${line}`));
  }
  const users = graph.edges.filter(({ from }) => from === index).length;
  const text = [
    node.op === 'variable' ? say('leaf-note', { name }) : '',
    index === graph.root && arrived ? say('root-note') : '',
    arrived && users > 1 ? say(arrived.whole ? 'shared-note' : 'waiting-note', { users, arrived: arrived.parts.length }) : '', // prettier-ignore
    passes.computed(index) && node.kink ? say('kink-note') : '',
  ];
  return {
    title: passes.computed(index) ? `${name} = ${format(node.value)}` : name,
    latex: blocks.length ? `\\begin{aligned} ${blocks.join(' \\\\ ')} \\end{aligned}` : undefined,
    text: text.filter(Boolean).join(' ') || (passes.computed(index) ? undefined : say('not-yet')),
  };
}

/** Where the local slope of an edge comes from, and what went back along it. */
export function explainEdge(passes: Passes, edge: Edge, say: Say): Explanation {
  const { graph } = passes;
  const { to, from, slot } = edge;
  const node = graph.nodes[to];
  const title = say('edge-title', { node: labelOf(graph, to), operand: nameOf(graph, from, say) });
  if (!passes.sloped(edge)) return { title, text: say('not-yet') };
  const { calculation, slopes } = graph.rules[node.op];
  const rule = slopes[slot].latex;
  const put = numbersIn(rule, graph, node);
  const letter = 'uvw'[slot];
  // Without letters there is nothing to put in, and of cases only the number is wanted.
  const steps = put === rule || rule.includes('cases') ? [`= ${rule}`] : [`= ${rule}`, `= ${put}`];
  const last = rule === number(node.slopes[slot]) ? [] : [equals(node.slopes[slot])];
  const lines = alignedLatex(`\\frac{\\partial}{\\partial ${letter}} \\left(${calculation.latex}\\right)`, ...steps, ...last); // prettier-ignore
  const passed = passes.passed(edge);
  const back =
    passed === undefined
      ? ''
      : ` \\\\[6pt] \\grad{${factorLatex(node.gradient, DIGITS)}} \\cdot ${factorLatex(node.slopes[slot], DIGITS)} ${equals(passed).replace(/(=|\\approx) (.*)/, '$1 \\grad{$2}')}`; // prettier-ignore
  const letters = isProduct(node)
    ? say('letters-two', { u: nameOf(graph, node.operands[0], say), v: nameOf(graph, node.operands[1], say) })
    : say('letters-one', { u: nameOf(graph, node.operands[0], say) });
  const own = isExponential(graph, node) ? say('own-value-note') : /f/.test(rule.replace(/\\[a-z]+/g, '')) ? say('own-letter-note') : ''; // prettier-ignore
  return {
    title,
    latex: back ? `\\begin{gathered} ${lines}${back} \\end{gathered}` : lines,
    text: [letters, own, node.kink ? say('kink-note') : ''].filter(Boolean).join(' '),
  };
}

/** What a screen reader hears of a node. */
export function describeNode(passes: Passes, index: number, say: Say): string {
  const { graph } = passes;
  const name = nameOf(graph, index, say);
  if (!passes.computed(index)) return say('describe-unknown', { name });
  const value = format(graph.nodes[index].value);
  const arrived = passes.arrived(index);
  if (!arrived) return say('describe-value', { name, value });
  return say(arrived.whole ? 'describe-both' : 'describe-part', { name, value, gradient: format(arrived.amount) });
}

export function describeEdge(passes: Passes, edge: Edge, say: Say): string {
  const { graph } = passes;
  const names = { from: nameOf(graph, edge.from, say), to: nameOf(graph, edge.to, say) };
  if (!passes.sloped(edge)) return say('describe-edge', names);
  const slope = format(graph.nodes[edge.to].slopes[edge.slot]);
  const passed = passes.passed(edge);
  if (passed === undefined) return say('describe-slope', { ...names, slope });
  return say('describe-passed', { ...names, slope, passed: format(passed) });
}

/** What the last step has done. */
export function sentenceOf(passes: Passes, say: Say): string {
  if (passes.questions) return quizSentence(passes, say);
  const { graph, phase, current, position } = passes;
  const { nodes, root, calculations, broken } = graph;
  const result = { result: format(nodes[root].value) };
  if (phase === 'start') return say('at-start', { leaves: leafList(graph) });
  const node = nodes[current!];
  const name = nameOf(graph, current!, say);
  if (phase === 'turn') return say('at-turn', result);
  if (phase === 'forward') {
    const counts = { step: position, steps: calculations.length, name, value: format(node.value) };
    if (!Number.isFinite(node.value)) {
      const why = current !== broken ? 'forward-broken-on' : Number.isNaN(node.value) ? 'forward-undefined' : 'forward-overflow'; // prettier-ignore
      return say(why, counts);
    }
    const slopes = graph.edges.filter(({ to }) => to === current).map(({ slot }) => format(node.slopes[slot]));
    const told = say(slopes.length > 1 ? 'forward-two' : 'forward-one', { ...counts, slopes: slopes.join(', ') });
    const note = node.kink ? say('kink-note') : isExponential(graph, node) ? say('own-value-note') : '';
    return [told, note].filter(Boolean).join(' ');
  }
  const edges = graph.edges.filter(({ to }) => to === current);
  const shares = edges.map((edge) =>
    say('share', {
      operand: nameOf(graph, edge.from, say),
      gradient: format(node.gradient),
      slope: factor(node.slopes[edge.slot]),
      amount: format(given(graph, edge)),
    }),
  );
  const counts = { step: position - calculations.length - 1, steps: calculations.length, name };
  const told = say('back-step', { ...counts, shares: shares.join(say('and')) });
  const sums = [...new Set(edges.map(({ from }) => from))].flatMap((from) => {
    const arrived = passes.arrived(from)!;
    if (arrived.parts.length < 2 || !arrived.whole) return [];
    return say('sum-whole', {
      name: nameOf(graph, from, say),
      sum: sumOf(arrived.parts),
      gradient: format(arrived.amount),
    });
  });
  const end = passes.atEnd ? say('at-end') : '';
  return [told, ...sums, end].filter(Boolean).join(' ');
}

/** 3 + (−1) */
const sumOf = (parts: readonly number[]): string =>
  parts.map((part, index) => (index > 0 && part < 0 ? `(${format(part)})` : format(part))).join(' + ');

const leafList = ({ names, nodes }: Graph): string =>
  names.map((name, index) => `${written(name)} = ${format(nodes[index].value)}`).join(', ');

function quizSentence(passes: Passes, say: Say): string {
  const { graph, asked, position, questions, right } = passes;
  if (graph.broken !== undefined) return say('quiz-broken');
  const counts = { question: position + 1, questions: questions!.length, right: right.size };
  if (!asked) return say('quiz-done', counts);
  return `${say('quiz-progress', counts)} ${questionText(passes, say)}`;
}

/** The question in words. */
export function questionText({ asked, graph }: Passes, say: Say): string {
  if (!asked) return '';
  if (asked.edge)
    return say('quiz-slope', {
      node: nameOf(graph, asked.edge.to, say),
      operand: nameOf(graph, asked.edge.from, say),
    });
  const users = graph.edges.filter(({ from }) => from === asked.node).length;
  return say(users > 1 ? 'quiz-gradient-shared' : 'quiz-gradient', { node: nameOf(graph, asked.node!, say), users });
}
