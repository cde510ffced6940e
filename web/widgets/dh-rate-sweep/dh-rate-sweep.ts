/** The loss after T steps for every learning rate at once: too slow, just right, and the cliff. */
import { html } from 'lit';
import { getCore } from '../../core/core.ts';
import { formatNumber } from '../../plot/format.ts';
import { band } from '../../plot/layers/band.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { lines } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import { symbol } from '../../plot/text.ts';
import { dataPlan } from '../../figures/data/data-plan.ts';
import { DataSource } from '../../figures/data/data-set.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import type { Table } from '../../controls/table.ts';
import { numberWords } from '../../language/strings.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Widget } from '../../widget/widget.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import strings from './strings.json' with { type: 'json' };
import '../../controls/choice.ts';

type State = StateOf<typeof fields>;

const [SLOWEST, FASTEST] = [1e-4, 10];
const RATES = Float64Array.from({ length: 401 }, (_, index) => SLOWEST * (FASTEST / SLOWEST) ** (index / 400));

/** What an answer of the sweep is asked with. */
const options = (steps: number) => ({ stepLimit: steps, recordEvery: 0, tolerance: 0 });

const modelFor = (source: DataSource) =>
  plan(fields)
    .with(dataPlan(source))
    .derive('regression', ['table', 'loss', 'scaling'], async ({ table, loss, scaling }) =>
      (await getCore('regression')).regression({
        inputs: table.x,
        outputs: table.y,
        objective: loss as 'norm',
        standardised: scaling,
      }),
    )
    .derive('facts', ['regression'], ({ regression }) => regression.facts())
    .derive('startLoss', ['regression', 'facts'], async ({ regression, facts }) => {
      const [startLoss] = await regression.losses(new Float64Array(facts.dimension));
      return startLoss;
    })
    // The loss after T steps at RATES; infinite where it grew beyond all bounds.
    .derive(
      'losses',
      ['regression', 'steps'],
      async ({ regression, steps }) => (await regression.sweep(RATES, options(steps))).values,
    )
    // The same at the rate of the cursor.
    .derive('here', ['regression', 'steps', 'rate'], async ({ regression, steps, rate }) => {
      const { values } = await regression.sweep([rate], options(steps));
      return values[0];
    });

type Model = ModelOf<ReturnType<typeof modelFor>>;

const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });

export class RateSweepFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;

  readonly #source = new DataSource();
  protected readonly plan = modelFor(this.#source);

  #plot: Plot | undefined;
  #layers: ReturnType<typeof makeLayers> | undefined;
  #handle: Handle | undefined;

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
    nameParts(this.#layers);
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
    const { losses, startLoss, facts, here: loss } = model;
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
        .options=${model.choices.filter(({ id }) => id !== 'own' || state.points.length > 0)}
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

  #diverged({ here: loss, startLoss }: Model): boolean {
    return !(loss <= startLoss);
  }

  protected sentence(model: Model, state: State): string {
    const best = this.#best(model);
    const cliff = this.#cliff(model);
    const facts = {
      rate: format(state.rate),
      steps: state.steps,
      loss: format(model.here),
      least: format(model.facts.leastLoss),
      best: format(best.rate),
      bestLoss: format(best.loss),
      cliff: format(cliff),
      condition: format(model.facts.condition),
    };
    const here = !this.#diverged(model) ? 'here' : Number.isFinite(model.here) ? 'here-worse' : 'here-lost';
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

  protected facts(model: Model): ReportOf<typeof facts> {
    return {
      cliff: this.#cliff(model),
      best: this.#best(model).rate,
      loss: model.here,
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
