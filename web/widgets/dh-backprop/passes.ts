/** The way forward and the way back as a run of single steps, and what is known after each; or the questions of the quiz, one by one. */
import type { Stepper } from '../../widget/stepper.ts';
import { given, sameEdge } from './graph.ts';
import type { Edge, Graph } from './graph.ts';
import { questionsOf } from './quiz.ts';
import type { Question } from './quiz.ts';

/** A gradient as far as it is known. */
export interface Arrived {
  amount: number;
  /** What each user gave, in the order in which it came. */
  parts: readonly number[];
  /** Whether all users have given. */
  whole: boolean;
}

export type Phase = 'start' | 'forward' | 'turn' | 'back';

export class Passes implements Stepper {
  position = 0;
  readonly ended = true;
  readonly reached: number;
  readonly graph: Graph;
  readonly questions: readonly Question[] | undefined;
  /** The questions that were right at the first try. */
  readonly right = new Set<number>();

  constructor(graph: Graph, quiz: boolean) {
    this.graph = graph;
    this.questions = quiz ? questionsOf(graph) : undefined;
    const { calculations, broken } = graph;
    // Where the result has no value there is nothing to go back from.
    this.reached = this.questions?.length ?? (broken === undefined ? 2 * calculations.length + 1 : calculations.length);
  }

  seek(step: number): Promise<void> {
    this.position = Math.min(step, this.reached);
    return Promise.resolve();
  }

  get atEnd(): boolean {
    return this.position === this.reached && this.phase !== 'forward';
  }

  get phase(): Phase {
    const count = this.graph.calculations.length;
    if (this.questions) return 'back';
    if (this.position === 0) return 'start';
    if (this.position <= count) return 'forward';
    return this.position === count + 1 ? 'turn' : 'back';
  }

  /** What is asked now. */
  get asked(): Question | undefined {
    return this.questions?.[this.position];
  }

  /** The node whose turn it is. */
  get current(): number | undefined {
    const { calculations, root } = this.graph;
    if (this.questions) return this.asked?.edge?.to ?? this.asked?.node;
    const { position } = this;
    if (position <= calculations.length) return calculations[position - 1];
    return position === calculations.length + 1 ? root : calculations.at(calculations.length + 1 - position);
  }

  /** Is the value of a node known? */
  computed(node: number): boolean {
    const place = this.graph.calculations.indexOf(node);
    return this.questions !== undefined || place < this.position;
  }

  /** Is the local slope along an edge known? */
  sloped(edge: Edge): boolean {
    if (this.questions) return this.questions.findIndex((one) => one.edge && sameEdge(one.edge, edge)) < this.position;
    return this.computed(edge.to);
  }

  /** What a user has given along an edge, if its turn has come. */
  passed(edge: Edge): number | undefined {
    if (this.questions ? !this.#answered(edge.from) : !this.#hadTurn(edge.to)) return undefined;
    return given(this.graph, edge);
  }

  /** What has arrived at a node; the result begins with 1. */
  arrived(node: number): Arrived | undefined {
    const { nodes, root, calculations } = this.graph;
    if (node === root)
      return this.questions || this.position > calculations.length ? { amount: 1, parts: [], whole: true } : undefined;
    const edges = this.graph.edges.filter(({ from }) => from === node);
    const parts = [...edges]
      .sort((one, other) => other.to - one.to || one.slot - other.slot)
      .map((edge) => this.passed(edge))
      .filter((amount) => amount !== undefined);
    if (parts.length === 0) return undefined;
    const whole = parts.length === edges.length;
    return { amount: whole ? nodes[node].gradient : parts.reduce((sum, part) => sum + part, 0), parts, whole };
  }

  #answered(node: number): boolean {
    return this.questions!.findIndex((one) => one.node === node) < this.position;
  }

  #hadTurn(node: number): boolean {
    const { calculations } = this.graph;
    return this.position > 2 * calculations.length - calculations.indexOf(node);
  }
}
