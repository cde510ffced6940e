/** Softmax regression: three kinds of penguins told apart by two measures, borders that move while it learns, and what it confuses. */
import { css, html } from 'lit';
import { getCore } from '../../core/core.ts';
import { formatNumber } from '../../plot/format.ts';
import { seriesStyle } from '../../plot/inks.ts';
import { categories } from '../../plot/layers/heatmap.ts';
import { curve } from '../../plot/layers/curve.ts';
import { points } from '../../plot/layers/points.ts';
import { Plot } from '../../plot/plot.ts';
import { extent } from '../../plot/scale.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import type { Table } from '../../controls/table.ts';
import { columnLabel } from '../../figures/data/real-data.ts';
import { TrainingRun } from '../../figures/networks/training-run.ts';
import { numberWords } from '../../language/strings.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { LAST, MEASURES, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { readPenguins, scaled, sidecar } from './penguins.ts';
import { View } from './view.ts';
import strings from './strings.json' with { type: 'json' };

export type State = StateOf<typeof fields>;

const model = plan(fields)
  .derive('samples', ['across', 'up'], ({ across, up }) => readPenguins(across, up))
  .derive('run', ['samples', 'rate', 'batch', 'l2', 'test', 'seed'], async ({ samples, rate, batch, l2, test, seed }) => {
    const core = await getCore('neural');
    const training = await core.training({
      data: { inputs: scaled(samples), columns: 2, outputs: samples.classes, classes: samples.species.length },
      options: { 'learning-rate': rate },
      initialisation: 'zero',
      batchSize: batch,
      l2,
      testShare: test / 100,
      seed,
      precision: 'double',
    });
    return TrainingRun.start(training, LAST);
  })
  .derive('split', ['run'], ({ run }) => run.training.split())
  // What is drawn of the present step; it follows the run.
  .derive('view', ['run', 'samples'], ({ run, samples }) => new View(run, samples));

type Model = ModelOf<typeof model>;

const format = (value: number): string => formatNumber(value, { digits: 3, words: numberWords() });
const percent = (share: number): string => formatNumber(100 * share, { digits: 3 });

export class SoftmaxRegressionFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    css`
      .plots {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: var(--space-3);
      }
      .confusion {
        border-collapse: separate;
        border-spacing: 2px;
      }
      .confusion caption {
        text-align: start;
        color: var(--dh-ink-soft);
        padding-block-end: var(--space-1);
      }
      .confusion th,
      .confusion td {
        padding: var(--space-1) var(--space-2);
        text-align: end;
        font-weight: 400;
      }
      .confusion tbody th {
        text-align: start;
      }
      .confusion td {
        background: var(--dh-panel);
      }
      .confusion .right {
        font-weight: 700;
      }
      .confusion .wrong {
        color: var(--dh-error);
        font-weight: 700;
      }
      @container (max-width: 36rem) {
        .plots {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected readonly plan = model;
  #layers: ReturnType<typeof makeLayers> | undefined;

  protected stepperOf({ view }: Model): Stepper {
    return view;
  }

  protected figure() {
    return html`<div class="plots"><div class="plot regions"></div><div class="plot losses"></div></div>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#layers = makeLayers(root, this.sentences('title'), this.sentences('loss-axis'), this.sentences('step-axis'));
    return [this.#layers.map, this.#layers.losses];
  }

  protected paint({ samples, split, view }: Model, state: State): void {
    const layers = this.#layers!;
    const { across, up, classes, species } = samples;
    layers.map.configure({
      x: { domain: extent(across, { padding: 0.06 }), label: columnLabel(sidecar(), state.across) },
      y: { domain: extent(up, { padding: 0.06 }), label: columnLabel(sidecar(), state.up) },
      legend: species.map((label, index) => ({ label, ink: seriesStyle(index).ink, marker: seriesStyle(index).marker })),
    });
    if (view.picture) layers.regions.update(view.picture);
    const test = new Set(split.test);
    species.forEach((_, index) => {
      const rows = [...classes.keys()].filter((row) => classes[row] === index);
      const place = (wanted: boolean) => {
        const chosen = rows.filter((row) => test.has(row) === wanted);
        return { x: chosen.map((row) => across[row]), y: chosen.map((row) => up[row]) };
      };
      layers.training[index].update(place(false));
      layers.testing[index].update(place(true));
    });
    const { steps, training, testing } = view.history;
    layers.losses.configure({
      x: { domain: [0, Math.max(10, steps.at(-1) ?? 0)], label: this.sentences('step-axis') },
      y: { domain: extent([...training, ...testing.filter(Number.isFinite), 0, 1.2], { padding: 0.02 }), label: this.sentences('loss-axis') },
    });
    layers.lossTraining.update({ x: steps, y: training, jumps: [] });
    layers.lossTesting.update({ x: steps, y: testing, jumps: [] });
  }

  protected controls() {
    const measures = MEASURES.map((id) => columnLabel(sidecar(), id));
    return html`${this.control('across', { labels: measures })} ${this.control('up', { labels: measures })}
    ${this.control('rate')} ${this.control('batch', { hint: this.sentences('batch-hint') })} ${this.control('l2')}
    ${this.control('test')}`;
  }

  protected details({ samples, view }: Model) {
    const { species } = samples;
    const { confusion, tested } = view;
    return html`<table class="confusion" data-part="confusion">
      <caption>
        ${this.sentences(tested ? 'confusion-test' : 'confusion-training')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${this.sentences('true-predicted')}</th>
          ${species.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${species.map(
          (name, row) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${species.map((_, column) => {
                const count = confusion[row * species.length + column] ?? 0;
                return html`<td class=${row === column ? 'right' : count ? 'wrong' : ''}>${count}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  protected sentence({ run, view }: Model): string {
    const { metrics } = view;
    if (!metrics) return '';
    const { step, divergence } = run.progress;
    const values = {
      step,
      loss: format(metrics.training.loss),
      right: percent(metrics.training.accuracy ?? NaN),
      test: percent(metrics.test?.accuracy ?? NaN),
    };
    if (divergence)
      return this.sentences(divergence.cause === 'penalty' ? 'diverged-penalty' : 'diverged', {
        step: divergence.step,
        rate: format(divergence.rate),
        factor: format(divergence.penaltyFactor),
      });
    return this.sentences(metrics.test ? 'state-test' : 'state', values);
  }

  protected table({ view }: Model): Table {
    const { steps, training, testing } = view.history;
    return {
      columns: [
        { label: this.sentences('step-axis'), value: (row) => steps[row] },
        { label: this.sentences('loss-training'), value: (row) => training[row] },
        { label: this.sentences('loss-test'), value: (row) => testing[row] },
      ],
      count: steps.length,
    };
  }

  protected facts({ run, view }: Model): ReportOf<typeof facts> {
    const { metrics, confusion } = view;
    return {
      step: run.progress.step,
      outcome: run.progress.outcome === 'diverged' ? 'diverged' : 'running',
      loss: metrics?.training.loss ?? NaN,
      accuracy: metrics?.training.accuracy ?? NaN,
      testAccuracy: metrics?.test?.accuracy ?? NaN,
      confusion,
    };
  }
}

function makeLayers(root: ShadowRoot, title: string, lossAxis: string, stepAxis: string) {
  const map = new Plot(root.querySelector('.regions')!, {
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    title,
    aspect: (width) => (width < 420 ? 1 : 1.15),
  });
  const losses = new Plot(root.querySelector('.losses')!, {
    x: { domain: [0, 10], label: stepAxis },
    y: { domain: [0, 1.2], label: lossAxis },
    title: lossAxis,
    aspect: (width) => (width < 420 ? 1.4 : 0.8),
  });
  const species = [0, 1, 2].map(seriesStyle);
  return {
    map,
    losses,
    regions: categories(map),
    training: species.map(({ ink, marker }) => points(map, { ink, marker, radius: 3.5 })),
    testing: species.map(({ ink, marker }) => points(map, { ink, marker, radius: 4, hollow: true })),
    lossTraining: curve(losses, { ink: 'f', weight: 'thick' }),
    lossTesting: curve(losses, { ink: 'data', dash: 'dashed' }),
  };
}

customElements.define('dh-softmax-regression', SoftmaxRegressionFigure);
