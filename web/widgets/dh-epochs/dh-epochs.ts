/** Samples, batches, iterations and epochs: the data as tiles that batches use up, epoch after epoch. */
import { html, nothing } from 'lit';
import { getCore } from '../../core/core.ts';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { lines } from '../../plot/layers/segments.ts';
import { nameParts } from '../../plot/parts.ts';
import { Plot } from '../../plot/plot.ts';
import { symbol } from '../../plot/text.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { fields } from './fields.ts';
import type { facts } from './fields.ts';
import { Run } from './run.ts';
import { strip } from './strip.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';

type State = StateOf<typeof fields>;

const model = plan(fields)
  .derive(
    'run',
    ['samples', 'batch', 'epochs', 'shuffled', 'dropLast', 'seed'],
    async ({ samples, batch, epochs, shuffled, dropLast, seed }) =>
      Run.start(await getCore('batches'), { samples, batchSize: batch, shuffled, dropLast, seed }, epochs),
  )
  // Iterations per epoch for the batch sizes 1, 2, …
  .derive('stairs', ['samples', 'dropLast'], async ({ samples, dropLast }) =>
    (await getCore('batches')).iterationsPerEpoch(samples, dropLast),
  );

type Model = ModelOf<typeof model>;

/** From so many samples on tiles are small. */
const MANY = 60;
const KINDS = ['used', 'latest', 'coming'] as const;

export class EpochsFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, styles];

  protected readonly plan = model;

  #strip: Plot | undefined;
  #stairs: Plot | undefined;
  #cells: ReturnType<typeof strip> | undefined;
  #layers: ReturnType<typeof makeLayers> | undefined;

  /** A batch has no more samples than there are. */
  protected along({ samples, batch }: Partial<State>): Partial<State> {
    return samples !== undefined && batch === undefined && samples >= 1 && this.state.batch > samples
      ? { batch: samples }
      : {};
  }

  protected stepperOf({ run }: Model): Stepper {
    return run;
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ run }: Model, state: State) {
    const { batches, leftOut } = run.batches;
    const done = run.doneInEpoch;
    const tile = (sample: number) => html` <span class="tile">${sample + 1}</span>`;
    return html`<div class="epoch" data-part="tiles">
        <p class="now">${this.sentences('order-of', { epoch: run.now.epoch + 1, epochs: state.epochs })}</p>
        <ol class=${state.samples > MANY ? 'tiles many' : 'tiles'}>
          ${batches.map((samples, index) => {
            const kind = index < done - 1 ? 'used' : index === done - 1 ? 'latest' : 'coming';
            return html`<li class=${kind}>
              <span class="hidden-visually"
                >${this.sentences('batch-is', { batch: index + 1, kind: this.sentences(kind) })}</span
              >${samples.map(tile)}
            </li>`;
          })}
          ${
            leftOut.length > 0
              ? html`<li class="left-out">
                  <span class="hidden-visually">${this.sentences('left-out')}:</span>${leftOut.map(tile)}
                </li>`
              : nothing
          }
        </ol>
        <p class="key" aria-hidden="true">
          ${[...KINDS, ...(state.dropLast ? (['left-out'] as const) : [])].map(
            (kind) => html`<span><span class="tile ${kind}">7</span> ${this.sentences(kind)}</span>`,
          )}
        </p>
      </div>
      <div class="plots">
        <figure data-part="strip">
          <figcaption>${this.sentences('strip')}</figcaption>
          <div class="strip"></div>
        </figure>
        <figure data-part="stairs">
          <figcaption>${this.sentences('stairs')}</figcaption>
          <div class="stairs"></div>
        </figure>
      </div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const aspect = 1.5;
    this.#strip = new Plot(root.querySelector('.strip')!, {
      x: { domain: [0, 1], label: this.sentences('samples-used') },
      y: { domain: [0, 1], label: this.sentences('epoch') },
      title: this.sentences('strip'),
      aspect,
    });
    this.#cells = strip(this.#strip);
    this.#stairs = new Plot(root.querySelector('.stairs')!, {
      x: { domain: [0, 1], label: [symbol('data', 'b')] },
      y: { domain: [0, 1], label: this.sentences('per-epoch') },
      title: this.sentences('stairs'),
      aspect,
    });
    this.#layers = makeLayers(this.#stairs);
    nameParts({ cells: this.#cells, ...this.#layers });
    return [this.#strip, this.#stairs];
  }

  protected paint({ run, stairs }: Model, { samples, batch, epochs }: State): void {
    const { perEpoch } = run.now;
    const every = epochs <= 6 ? 1 : 5;
    const shown = Array.from({ length: epochs }, (_, index) => index + 1).filter(
      (epoch) => epoch === 1 || epoch % every === 0,
    );
    this.#strip!.configure({
      x: { domain: [0, samples] },
      y: { domain: [0, epochs], ticks: shown.map((epoch) => ({ value: epochs - epoch + 0.5, label: String(epoch) })) },
    });
    this.#cells!.update({ samples, batchSize: batch, perEpoch, epochs, done: run.position });

    this.#stairs!.domain = { x: [0.5, samples + 0.5], y: [0, samples * 1.05] };
    // A level stretch for each size, so that the steps stand upright between them.
    const sizes = [...stairs.keys()];
    this.#layers!.stairs.update({
      x: sizes.flatMap((size) => [size + 0.5, size + 1.5]),
      y: sizes.flatMap((size) => [stairs[size], stairs[size]]),
      jumps: [],
    });
    this.#layers!.level.update([{ y: perEpoch }, { x: batch }]);
    this.#layers!.here.update({ x: [batch], y: [perEpoch] });
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(_model: Model, { samples }: State) {
    return html`${this.control('samples')} ${this.control('batch', { track: [1, Math.max(samples, 2)] })}
    ${this.control('epochs')} ${this.control('shuffled')} ${this.control('dropLast')}`;
  }

  protected details({ run }: Model) {
    const number = (value: number, of: () => Explanation) =>
      html`<button type="button" ${explained(of)}>${value}</button>`;
    return html`<p class="sums" data-part="sums">
      ${this.sentences('per-epoch')}: ${number(run.now.perEpoch, () => this.#explainEpoch(run))}
      &ensp;${this.sentences('in-all')}: ${number(run.reached, () => this.#explainAll(run))}
    </p>`;
  }

  #explainEpoch({ rule: { samples, batchSize, dropLast }, now: { perEpoch } }: Run): Explanation {
    const [left, right] = dropLast ? ['\\lfloor', '\\rfloor'] : ['\\lceil', '\\rceil'];
    return {
      title: `${this.sentences('per-epoch')}: ${perEpoch}`,
      latex: `\\left${left} \\dfrac{n}{b} \\right${right} = \\left${left} \\dfrac{${samples}}{${batchSize}} \\right${right} = ${perEpoch}`,
      text: this.sentences(dropLast ? 'explain-dropped' : 'explain-epoch'),
    };
  }

  #explainAll({ now: { perEpoch }, reached }: Run): Explanation {
    return {
      title: `${this.sentences('in-all')}: ${reached}`,
      latex: `${perEpoch} \\cdot ${reached / perEpoch} = ${reached}`,
      text: this.sentences('explain-all'),
    };
  }

  protected sentence({ run }: Model, { epochs }: State): string {
    const { now, position: at, reached: iterations } = run;
    if (at === 0) return this.sentences('start', { iterations, perEpoch: now.perEpoch, epochs });
    const { least, most, never } = run.uses;
    const values = {
      at,
      iterations,
      epoch: now.epoch + 1,
      batch: run.doneInEpoch,
      perEpoch: now.perEpoch,
      size: now.batch.length,
      least,
      most,
      never,
    };
    const uses = never > 0 ? 'uses-never' : least === most ? 'uses-same' : 'uses-differ';
    return `${this.sentences('iteration', values)} ${this.sentences(uses, values)}`;
  }

  /** Sample by sample. */
  protected table({ run }: Model): Table {
    const { order, perEpoch, timesUsed } = run.now;
    const { batchSize } = run.rule;
    const places = order.map((_, sample) => order.indexOf(sample));
    return {
      columns: [
        { label: this.sentences('sample'), value: (row) => row + 1 },
        { label: this.sentences('place'), value: (row) => places[row] + 1 },
        {
          label: this.sentences('batch-of'),
          value: (row) => (places[row] < perEpoch * batchSize ? Math.floor(places[row] / batchSize) + 1 : undefined),
        },
        { label: this.sentences('times-used'), value: (row) => timesUsed[row] },
      ],
      count: run.rule.samples,
    };
  }

  protected facts({ run }: Model): ReportOf<typeof facts> {
    const { least, most, never } = run.uses;
    return {
      iterationsPerEpoch: run.now.perEpoch,
      iterations: run.reached,
      iteration: run.position,
      epoch: run.now.epoch + 1,
      batchSize: run.now.batch.length,
      lastBatch: run.lastBatch,
      samplesSeen: run.now.samplesUsed,
      leastUsed: least,
      mostUsed: most,
      neverUsed: never,
    };
  }
}

function makeLayers(plot: Plot) {
  return {
    level: lines(plot, { ink: 'ink-soft', dash: 'dotted', weight: 'thin' }),
    stairs: curve(plot, { ink: 'data', weight: 'normal' }),
    here: points(plot, { ink: 'step', radius: 5 }),
  };
}

customElements.define('dh-epochs', EpochsFigure);
