/** The loss after T steps for every learning rate at once: too slow, just right, and the cliff. */
import { html } from 'lit';
import { getCore } from '../../core/core.ts';
import type { RegressionFacts, RemoteRegression } from '../../core/types.ts';
import { formatNumber } from '../../plot/format.ts';
import { band } from '../../plot/layers/band.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { lines } from '../../plot/layers/segments.ts';
import { Plot } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import { symbol } from '../../plot/text.ts';
import { DataSource, dataFields } from '../../figures/data/data-set.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { numberWords } from '../../language/strings.ts';
import { Widget } from '../../widget/widget.ts';
import strings from './strings.json' with { type: 'json' };
import '../../controls/choice.ts';

const fields = {
  ...dataFields,
  loss: { kind: 'choice', default: 'mean-squared', options: ['norm', 'squared-norm', 'mean-squared'] },
  steps: {
    kind: 'number',
    default: 50,
    minimum: 1,
    maximum: 20_000,
    track: [1, 2000],
    scale: 'logarithmic',
    precision: 2,
    integer: true,
    symbol: 'T',
    parameter: 'step-limit',
  },
  rate: {
    kind: 'number',
    default: 0.01,
    minimum: 1e-5,
    maximum: 10,
    scale: 'logarithmic',
    symbol: 'η',
    colour: 'rate',
    parameter: 'learning-rate',
  },
  scaling: { kind: 'flag', default: false },
} as const;

type State = StateOf<typeof fields>;

interface Model {
  regression: RemoteRegression;
  facts: RegressionFacts;
  startLoss: number;
  /** The loss after T steps at RATES; infinite where it grew beyond all bounds. */
  losses: Float64Array;
  /** The same at the rate of the cursor. */
  loss: number;
}

const [SLOWEST, FASTEST] = [1e-4, 10];
const RATES = Float64Array.from({ length: 401 }, (_, index) => SLOWEST * (FASTEST / SLOWEST) ** (index / 400));

const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });

export class RateSweepFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;

  readonly #source = new DataSource();
  #options: Awaited<ReturnType<DataSource['options']>> = [];
  #plot: Plot | undefined;
  #layers: ReturnType<typeof makeLayers> | undefined;
  #handle: Handle | undefined;

  protected async prepare(state: State, current: { state: State; model: Model } | undefined): Promise<Model> {
    const core = await getCore();
    const same = (keys: readonly (keyof State)[]) => current && keys.every((key) => current.state[key] === state[key]);
    const data = await this.#source.open(state);
    this.#options = await this.#source.options();
    const regression = same(['data', 'points', 'seed', 'loss', 'scaling'])
      ? current!.model.regression
      : await core.regression({
          inputs: data.x,
          outputs: data.y,
          objective: state.loss as 'norm',
          standardised: state.scaling,
        });
    const facts = await regression.facts();
    const options = { stepLimit: state.steps, recordEvery: 0, tolerance: 0 };
    const [{ values: losses }, { values: here }, [startLoss]] = await Promise.all([
      same(['data', 'points', 'seed', 'loss', 'scaling', 'steps'])
        ? { values: current!.model.losses }
        : regression.sweep(RATES, options),
      regression.sweep([state.rate], options),
      regression.losses(new Float64Array(facts.dimension)),
    ]);
    return { regression, facts, startLoss, losses, loss: here[0] };
  }

  protected release(model: Model, next?: Model): void {
    if (next?.regression !== model.regression) void model.regression.free();
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected setUp(root: ShadowRoot): Plot[] {
    this.#plot = new Plot(root.querySelector('.plot')!, {
      x: { domain: [SLOWEST, FASTEST], scale: 'log', label: [symbol('rate', 'η')] },
      y: { domain: [0.1, 100], scale: 'log', label: this.sentences('loss-axis') },
      title: this.sentences('title'),
      interactive: true,
      aspect: (width) => (width < 420 ? 1.15 : 1.6),
    });
    this.#layers = makeLayers(this.#plot);
    this.#handle = new Handle(this.#plot, {
      label: this.sentences('rate'),
      axes: 'x',
      ink: 'rate',
      describe: (rate) => `η = ${format(rate)}`,
      change: (rate) => void this.propose({ rate }),
    });
    return [this.#plot];
  }

  protected paint(model: Model, state: State): void {
    const layers = this.#layers!;
    const { losses, startLoss, facts, loss } = model;
    // The view ends a little above where descent began: what is higher has gone over the cliff.
    const floor = Math.max(Math.min(facts.leastLoss, startLoss / 10), startLoss * 1e-6);
    const y = extent([floor, startLoss * 20], { scale: 'log', padding: 0.04 });
    this.#plot!.domain = { x: [SLOWEST, FASTEST], y };
    layers.losses.update({ x: RATES, y: losses.map((value) => Math.min(value, y[1] * 10)), jumps: [] });
    const cliff = this.#cliff(model);
    layers.beyond.update(
      cliff < FASTEST
        ? { x: [cliff, FASTEST], lower: [y[0], y[0]], upper: [y[1], y[1]] }
        : { x: [], lower: [], upper: [] },
    );
    layers.levels.update([
      { y: startLoss, label: this.sentences('start-loss') },
      ...(facts.leastLoss > y[0] ? [{ y: facts.leastLoss, label: this.sentences('least-loss') }] : []),
    ]);
    const largest = facts.curvatures?.[1];
    layers.limits.update(largest ? [{ x: 2 / largest, label: '2/L' }] : []);
    layers.cursor.update([{ x: state.rate }]);
    const shown = Math.min(loss, y[1]);
    layers.here.update({ x: [state.rate], y: [shown] });
    this.#handle!.moveTo(state.rate, shown);
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    const largest = model.facts.curvatures?.[1];
    const marks = largest ? [{ value: 2 / largest, label: '2/L' }] : [];
    return html`<dh-choice
        .label=${this.sentences('data')}
        .value=${state.data}
        .options=${this.#options.filter(({ id }) => id !== 'own' || state.points.length > 0)}
        @dh-input=${(event: CustomEvent<{ value: string }>) => void this.propose({ data: event.detail.value })}
      ></dh-choice>
      ${this.control('loss', { labels: fields.loss.options.map((id) => this.sentences(`loss-${id}`)) })}
      ${this.control('steps')} ${this.control('rate', { marks })} ${this.control('scaling')}`;
  }

  /** Where the loss first ends higher than it began: 2/L where there is such a bound, or else what the sweep shows. */
  #cliff({ facts, losses, startLoss }: Model): number {
    if (facts.curvatures) return 2 / facts.curvatures[1];
    const first = losses.findIndex((loss) => !(loss <= startLoss));
    return first < 0 ? Infinity : RATES[first];
  }

  #best({ losses }: Model): { rate: number; loss: number } {
    let best = 0;
    losses.forEach((loss, index) => {
      if (loss < losses[best]) best = index;
    });
    return { rate: RATES[best], loss: losses[best] };
  }

  #diverged({ loss, startLoss }: Model): boolean {
    return !(loss <= startLoss);
  }

  protected sentence(model: Model, state: State): string {
    const best = this.#best(model);
    const cliff = this.#cliff(model);
    const facts = {
      rate: format(state.rate),
      steps: state.steps,
      loss: format(model.loss),
      least: format(model.facts.leastLoss),
      best: format(best.rate),
      bestLoss: format(best.loss),
      cliff: format(cliff),
      condition: format(model.facts.condition),
    };
    const here = !this.#diverged(model) ? 'here' : Number.isFinite(model.loss) ? 'here-worse' : 'here-lost';
    return [
      this.sentences(here, facts),
      this.sentences('best', facts),
      Number.isFinite(cliff) ? this.sentences(model.facts.curvatures ? 'cliff-known' : 'cliff-seen', facts) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  protected table({ losses }: Model): Table {
    return {
      columns: [
        { label: 'η', colour: 'rate', value: (row) => RATES[row] },
        { label: this.sentences('loss-axis'), value: (row) => losses[row] },
      ],
      count: RATES.length,
    };
  }

  get report() {
    if (!this.model) return {};
    const { model } = this;
    return {
      cliff: this.#cliff(model),
      best: this.#best(model).rate,
      loss: model.loss,
      outcome: this.#diverged(model) ? 'diverged' : 'limit-reached',
    };
  }
}

function makeLayers(plot: Plot) {
  return {
    beyond: band(plot, { ink: 'error', opacity: 0.1 }),
    levels: lines(plot, { ink: 'ink-soft', dash: 'dotted', weight: 'thin' }),
    limits: lines(plot, { ink: 'error', dash: 'dashed', weight: 'normal' }),
    cursor: lines(plot, { ink: 'rate', weight: 'thin' }),
    losses: curve(plot, { ink: 'f', weight: 'thick' }),
    here: points(plot, { ink: 'rate', radius: 5 }),
  };
}

customElements.define('dh-rate-sweep', RateSweepFigure);
