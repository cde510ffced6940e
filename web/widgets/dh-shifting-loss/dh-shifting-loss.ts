/** Stochastic descent on a loss with two valleys: the curve of every batch, and where two hundred runs end. */
import { css, html } from 'lit';
import { getCore } from '../../core/core.ts';
import { formatNumber } from '../../plot/format.ts';
import { bars } from '../../plot/layers/bars.ts';
import type { BarsData } from '../../plot/layers/bars.ts';
import { cloud } from '../../plot/layers/cloud.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import type { Layer } from '../../plot/plot.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import { symbol } from '../../plot/text.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { Handle } from '../../controls/handle.ts';
import type { Stepper } from '../../widget/stepper.ts';
import type { Table } from '../../controls/table.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { Widget } from '../../widget/widget.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import { CURVE, Race, SAMPLES, VIEW } from './race.ts';
import strings from './strings.json' with { type: 'json' };
import { deepest, valleysOf } from '../../figures/descent/valleys.ts';
import type { Valley } from '../../figures/descent/valleys.ts';
import { ease } from '../../figures/descent/stride.ts';

type State = StateOf<typeof fields>;

const model = plan(fields)
  .derive('race', ['batch', 'rate', 'start', 'runs', 'limit', 'seed'], async (options) =>
    Race.start(await getCore('many-runs'), options),
  )
  .derive('whole', ['race'], ({ race }) => race.wholeCurve())
  .derive('deep', ['whole'], ({ whole }) => deepest(valleysOf(CURVE, whole)));

type Model = ModelOf<typeof model>;

const BINS = 18;
const format = (value: number): string => formatNumber(value, { digits: 3 });

/** The part of the runs that end in a valley. */
const shareIn = ({ from, to }: Valley, positions: ArrayLike<number>): number =>
  Array.from(positions).filter((w) => w > from && w <= to).length / positions.length;

function histogram(positions: ArrayLike<number>): BarsData {
  const width = (VIEW[1] - VIEW[0]) / BINS;
  const height = new Float64Array(BINS);
  for (const w of Array.from(positions)) {
    const bin = Math.floor((w - VIEW[0]) / width);
    if (bin >= 0 && bin < BINS) height[bin] += 1 / positions.length;
  }
  return {
    from: height.map((_, bin) => VIEW[0] + bin * width),
    to: height.map((_, bin) => VIEW[0] + (bin + 1) * width),
    height,
  };
}

class Ends {
  readonly plot: Plot;
  readonly #bars: Layer<BarsData>;

  constructor(container: Element) {
    this.plot = new Plot(container, {
      x: { domain: VIEW, label: [symbol('x', 'w')] },
      y: { domain: [0, 1], label: '%', ticks: [0, 0.5, 1].map((value) => ({ value, label: String(100 * value) })) },
      title: '',
      aspect: (width) => (width < 220 ? 1.15 : 1.7),
    });
    this.#bars = bars(this.plot, { ink: 'x' });
    nameParts({ ends: this.#bars });
  }

  show(title: string, positions: ArrayLike<number>): void {
    this.plot.configure({ title });
    this.#bars.update(histogram(positions));
  }
}

export class ShiftingLoss extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    css`
      .ends {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-2);
      }
      figure {
        margin: 0;
        min-width: 0;
      }
      figcaption {
        font-size: var(--dh-size-small);
        padding-inline-start: var(--space-2);
      }
    `,
  ];

  protected readonly plan = model;

  #plot: Plot | undefined;
  #layers: ReturnType<typeof makeLayers> | undefined;
  #handle: Handle | undefined;
  #ends: { whole: Ends; stochastic: Ends } | undefined;

  protected stepperOf(model: Model): Stepper {
    return model.race;
  }

  // ---- Figure -------------------------------------------------------------------------------------------------------------------

  protected figure(_model: Model, state: State) {
    return html`<div class="plot"></div>
      <div class="ends">
        <figure>
          <figcaption>${this.sentences('ends-whole', { n: SAMPLES })}</figcaption>
          <div class="whole"></div>
        </figure>
        <figure>
          <figcaption>${this.sentences('ends-stochastic', { b: state.batch })}</figcaption>
          <div class="stochastic"></div>
        </figure>
      </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#plot = new Plot(root.querySelector('.plot')!, {
      x: { domain: VIEW, label: [symbol('x', 'w')] },
      y: { domain: [-4, 14], label: [symbol('f'), '(', symbol('x', 'w'), ')'] },
      title: this.sentences('title'),
      interactive: true,
      aspect: (width) => (width < 420 ? 1.15 : 1.7),
      legend: [
        { label: this.sentences('whole-curve'), ink: 'f', dash: 'solid', part: 'whole' },
        { label: this.sentences('batch-curve'), ink: 'data', dash: 'dashed', part: 'batch' },
      ],
    });
    this.#layers = makeLayers(this.#plot);
    nameParts(this.#layers);
    this.#handle = new Handle(this.#plot, {
      label: this.sentences('start'),
      axes: 'x',
      ink: 'x',
      describe: (w) => `w = ${format(w)}`,
      change: (w) => void this.propose({ start: w }),
    });
    this.#ends = {
      whole: new Ends(root.querySelector('.whole')!),
      stochastic: new Ends(root.querySelector('.stochastic')!),
    };
    return [this.#plot, this.#ends.whole.plot, this.#ends.stochastic.plot];
  }

  protected paint({ race, whole }: Model, state: State): void {
    const { now, before } = race;
    const { arrival } = this.player;
    const layers = this.#layers!;
    const y = extent(Array.from(whole), { padding: 0.06 });
    this.#plot!.domain = { x: VIEW, y };
    layers.whole.update({ x: CURVE, y: whole });
    this.#handle!.moveTo(state.start, heightAt(whole, state.start));
    layers.swarm.update({ x: now.positions, y: now.heights });
    layers.ball.update({ x: [now.whole], y: [now.wholeHeight] });

    // Only the slope of its batch's loss moves the first run, so that loss is drawn through it, wherever it lies.
    const moving = before !== undefined && arrival < 1;
    const ground = moving ? before.batchCurve : now.batchCurve;
    const w = moving
      ? before.positions[0] + (now.positions[0] - before.positions[0]) * ease(arrival)
      : now.positions[0];
    const height = heightAt(whole, w);
    const shift = height - heightAt(ground, w);
    layers.batch.update({ x: CURVE, y: Number.isFinite(shift) ? ground.map((value) => value + shift) : ground });
    layers.walker.update({ x: [w], y: [height] });

    this.#ends!.whole.show(this.sentences('ends-whole', { n: SAMPLES }), [now.whole]);
    this.#ends!.stochastic.show(this.sentences('ends-stochastic', { b: state.batch }), now.positions);
  }

  // ---- Controls and words ---------------------------------------------------------------------------------------------------------

  protected controls() {
    return html`${this.control('batch')} ${this.control('rate')} ${this.control('start')} ${this.control('runs')}
    ${this.control('limit')}`;
  }

  #shares({ race, deep }: Model) {
    const { positions, whole } = race.now;
    return {
      wholeDeepest: shareIn(deep, [whole]),
      deepest: shareIn(deep, positions),
      lost: Array.from(positions).filter((w) => !Number.isFinite(w)).length,
    };
  }

  protected sentence(model: Model, state: State): string {
    const { wholeDeepest, deepest: share, lost } = this.#shares(model);
    const facts = {
      steps: model.race.position,
      runs: state.runs,
      stochastic: Math.round(share * state.runs),
      whole: Math.round(wholeDeepest * state.runs),
      lost,
    };
    const key = model.race.position === 0 ? 'start-is' : this.player.atEnd ? 'ended' : 'running';
    return [this.sentences(key, facts), lost > 0 ? this.sentences('lost', facts) : ''].filter(Boolean).join(' ');
  }

  protected table({ race }: Model): Table {
    return {
      columns: [
        { label: this.sentences('run'), value: (row) => row + 1 },
        { label: 'w', colour: 'x', value: (row) => race.now.positions[row] },
        { label: 'f(w)', colour: 'f', value: (row) => race.now.heights[row] },
      ],
      count: race.now.positions.length,
    };
  }

  protected facts(model: Model): ReportOf<typeof facts> {
    const { wholeDeepest, deepest: share, lost } = this.#shares(model);
    return {
      steps: model.race.position,
      done: this.player.atEnd,
      gdDeepest: wholeDeepest,
      sgdDeepest: share,
      lost,
    };
  }
}

function makeLayers(plot: Plot) {
  return {
    whole: curve(plot, { ink: 'f', weight: 'thick' }),
    batch: curve(plot, { ink: 'data', weight: 'normal', dash: 'dashed' }),
    swarm: cloud(plot, { ink: 'x', radius: 3, opacity: 0.35 }),
    ball: points(plot, { ink: 'f', marker: 'square', radius: 5 }),
    walker: points(plot, { ink: 'x', radius: 6 }),
  };
}

/** The height of a sampled curve between its samples. */
function heightAt(samples: Float64Array, w: number): number {
  const place = ((w - VIEW[0]) / (VIEW[1] - VIEW[0])) * (samples.length - 1);
  const left = Math.min(Math.max(Math.floor(place), 0), samples.length - 2);
  return samples[left] + (samples[left + 1] - samples[left]) * (place - left);
}

customElements.define('dh-shifting-loss', ShiftingLoss);
