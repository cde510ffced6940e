/** A network with one object for each unit and one for each weight, the way playgrounds of networks are written. */
import { uniform } from './random.ts';

interface Link {
  source: Unit;
  target: Unit;
  weight: number;
  /** The sum of the gradients of the batch so far, and how many. */
  gradient: number;
  seen: number;
}

class Unit {
  readonly incoming: Link[] = [];
  readonly outgoing: Link[] = [];
  bias = 0;
  sum = 0;
  output = 0;
  /** Of the loss with respect to output and sum. */
  outputSlope = 0;
  sumSlope = 0;
  biasGradient = 0;
  seen = 0;

  forward(activate: (sum: number) => number): number {
    this.sum = this.bias;
    for (const link of this.incoming) this.sum += link.weight * link.source.output;
    this.output = activate(this.sum);
    return this.output;
  }
}

export class ObjectNetwork {
  readonly #layers: Unit[][];

  constructor(sizes: readonly number[], seed = 1) {
    const random = uniform(seed);
    this.#layers = sizes.map((size) => Array.from({ length: size }, () => new Unit()));
    this.#layers.slice(1).forEach((layer, index) => {
      for (const target of layer)
        for (const source of this.#layers[index]) {
          const link = { source, target, weight: random() - 0.5, gradient: 0, seen: 0 };
          source.outgoing.push(link);
          target.incoming.push(link);
        }
    });
  }

  /** The one output, for hidden units with tanh and an output with tanh, too. */
  forward(inputs: readonly number[]): number {
    this.#layers[0].forEach((unit, index) => (unit.output = inputs[index]));
    for (const layer of this.#layers.slice(1)) for (const unit of layer) unit.forward(Math.tanh);
    return this.#layers.at(-1)![0].output;
  }

  /** Adds the gradients of half the squared error at the point that was passed forward last. */
  backward(target: number): void {
    const last = this.#layers.at(-1)![0];
    last.outputSlope = last.output - target;
    for (let index = this.#layers.length - 1; index > 0; --index) {
      for (const unit of this.#layers[index]) {
        unit.sumSlope = unit.outputSlope * (1 - unit.output * unit.output);
        unit.biasGradient += unit.sumSlope;
        unit.seen += 1;
        for (const link of unit.incoming) {
          link.gradient += unit.sumSlope * link.source.output;
          link.seen += 1;
        }
      }
      if (index === 1) continue;
      for (const unit of this.#layers[index - 1]) {
        unit.outputSlope = 0;
        for (const link of unit.outgoing) unit.outputSlope += link.weight * link.target.sumSlope;
      }
    }
  }

  update(rate: number): void {
    for (const layer of this.#layers.slice(1))
      for (const unit of layer) {
        if (unit.seen) unit.bias -= (rate * unit.biasGradient) / unit.seen;
        unit.biasGradient = unit.seen = 0;
        for (const link of unit.incoming) {
          if (link.seen) link.weight -= (rate * link.gradient) / link.seen;
          link.gradient = link.seen = 0;
        }
      }
  }
}
