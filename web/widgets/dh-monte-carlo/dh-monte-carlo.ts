/** Integrals and expectations from random draws: the estimate with its band, how its error falls, repeated runs, and ways to draw compared. */
import { html, nothing } from 'lit';
import { explained } from '../../controls/explain.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { finite, type ReportOf } from '../../fields/facts.ts';
import { catalogControls } from '../../figures/descent/optimizer.ts';
import { numberLatex } from '../../language/latex.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { axesOf, drawChart, drawDraws, slopeText } from './drawing.ts';
import { METHODS, TARGETS, VIEWS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { modelFor } from './model.ts';
import type { Model, State } from './model.ts';
import type { SimulationRun } from './simulation-run.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { bestOf, count, errorOf, holds, numbersOf, sentence, small, value } from './words.ts';
import '../../controls/choice.ts';
import '../../controls/interval.ts';
import '../../controls/toggle.ts';

const INTEGRANDS = ['exp(-x^2)', 'sin(x)^2', 'sqrt(1 - x^2)', 'exp(x)', 'abs(x)'];
const AVERAGED = ['x', 'x^2', 'exp(x)', 'x > 1'];
/** With the switch on, so many of ten draws are the last one again. */
const DEPENDENT = 0.9;

export class MonteCarloFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, sideBySideStyles, styles];

  #draws: Picture | undefined;
  #chart: Picture | undefined;
  /** The view that the chart was made for. */
  #view = '';
  #position = 0;
  protected readonly plan = modelFor({
    progress: (run) => this.#progress(run),
    failed: (error) => this.playerFailed(error),
  });

  /** All draws count: checks and tests wait for those in the background. */
  get ready(): Promise<void> {
    return super.ready.then(() => this.model?.run.working).then(() => super.ready);
  }

  protected stepperOf({ run }: Model): Stepper {
    return run;
  }

  /** What cannot go together gives way to what was chosen last. */
  protected along(patch: Partial<State>): Partial<State> {
    const { target, method, repeat, distribution, options } = { ...this.state, ...patch };
    if (target === 'darts' && method === 'importance')
      return patch.method === undefined ? { method: 'plain' } : { target: 'integral' };
    if (method !== 'plain' && repeat > 0) return patch.repeat ? { method: 'plain' } : { repeat: 0 };
    // What is averaged over is drawn from itself to begin with: that is never drawn too seldom.
    const begins = method === 'importance' && target === 'expectation' && !('proposal' in patch);
    if (begins && ('method' in patch || 'target' in patch || 'distribution' in patch))
      return { proposal: distribution, proposalOptions: options };
    return {};
  }

  #progress(run: SimulationRun): void {
    if (this.model?.run !== run) return;
    if (this.#position === run.position && run.background) return this.requestUpdate();
    this.#position = run.position;
    this.positionChanged();
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(model: Model) {
    return html`<div class="side-by-side">
        <div class="draws"></div>
        <div class="chart" data-part="chart"></div>
      </div>
      <div class="progress">${this.#drawing(model.run)}</div>`;
  }

  /** How far the draws in the background have come, or the button that draws all. */
  #drawing(run: SimulationRun) {
    const { background, took } = run;
    if (background) {
      const { done, from, since } = background;
      const elapsed = (performance.now() - since) / 1000;
      const left = done > from ? (elapsed * (run.limit - done)) / (done - from) : undefined;
      return html`<progress max=${run.limit} .value=${done} aria-label=${this.sentences('progress')}></progress>
        <span class="left"
          >${left === undefined ? '' : this.sentences('time-left', { seconds: Math.max(1, Math.ceil(left)) })}</span
        >
        <button type="button" @click=${() => (run.cancel(), this.pause())}>${this.sentences('cancel')}</button>`;
    }
    if (took && run.ended)
      return html`<span class="left"
        >${this.sentences('took', { n: count(took.samples), seconds: small(took.milliseconds / 1000) })}</span
      >`;
    const all = this.sentences(run.reached > 0 && !run.ended ? 'draw-rest' : 'draw-all', { n: count(run.limit) });
    return html`<button type="button" ?disabled=${this.player.atEnd} @click=${() => this.player.seek(Infinity)}>
      ${all}
    </button>`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    this.#view = '';
    this.#draws = new Picture(root.querySelector('.draws')!, {
      title: this.sentences('draws-title'),
      x: { label: 'x' },
      aspect: 1.3,
    });
    return [this.#draws.plot];
  }

  protected paint(model: Model, state: State): void {
    const { drawings, domain } = drawDraws(model, state, this.sentences);
    this.#draws!.plot.configure({ equalAspect: state.target === 'darts' });
    this.#draws!.show(drawings, domain);
    if (this.#view !== state.view) this.#look(state.view);
    const shown = drawChart(model, state, this.sentences);
    this.#chart!.show(shown.drawings, shown.domain);
  }

  /** Each view has a chart of its own. */
  #look(view: string): void {
    this.#chart?.plot.destroy();
    this.#chart = new Picture(this.renderRoot.querySelector('.chart')!, {
      title: this.sentences(`view-${view}`),
      ...axesOf(view, this.sentences),
      aspect: 1.3,
    });
    this.#view = view;
    this.plots = [this.#draws!.plot, this.#chart.plot];
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    const { target, method, view, repeat } = state;
    const methods = METHODS.filter((id) => target !== 'darts' || id !== 'importance').map((id) => ({
      id,
      label: this.sentences(`method-${id}`),
    }));
    return html`${this.control('target', { labels: TARGETS.map((id) => this.sentences(`target-${id}`)) })}
    ${this.control('view', { labels: VIEWS.map((id) => this.sentences(`view-${id}`)) })}
    ${target === 'integral' ? this.#integral(model, state) : nothing}
    ${target === 'expectation' ? this.#expectation(model, state) : nothing} ${this.control('samples')}
    ${this.control('method', { options: methods })} ${method === 'stratified' ? this.control('strata') : nothing}
    ${method === 'importance' ? this.#distribution(model, state, 'proposal', 'proposalOptions') : nothing}
    ${
      method === 'plain'
        ? html`<dh-toggle
              data-part="repeat"
              .label=${this.sentences('dependent-draws')}
              .value=${repeat > 0}
              @dh-input=${(event: CustomEvent<{ value: boolean }>) =>
                void this.propose({ repeat: event.detail.value ? DEPENDENT : 0 })}
            ></dh-toggle>
            ${repeat > 0 ? this.control('repeat') : nothing}`
        : nothing
    }
    ${view === 'repeats' ? html`${this.control('runs')} ${this.control('each')}` : nothing}`;
  }

  #integral({ notes }: Model, { from, to }: State) {
    return html`${this.control('integrand', { ...notes.integrand, left: '\\f(\\x)', presets: INTEGRANDS })}
      <dh-interval
        data-part="interval"
        .label=${this.sentences('interval-of')}
        .from=${from}
        .to=${to}
        .error=${this.errorOf('from', 'to')}
        @dh-input=${(event: CustomEvent<{ from: number; to: number }>) => void this.propose(event.detail)}
      ></dh-interval>`;
  }

  #expectation(model: Model, state: State) {
    return html`${this.control('g', { ...model.notes.g, left: 'g(\\x)', presets: AVERAGED })}
    ${this.#distribution(model, state, 'distribution', 'options')}`;
  }

  /** The choice of a distribution with its numbers. */
  #distribution(
    { distributions }: Model,
    state: State,
    key: 'distribution' | 'proposal',
    own: 'options' | 'proposalOptions',
  ) {
    // prettier-ignore
    const problem = this.errorOf(key);
    return html`${catalogControls({
      part: key,
      label: this.sentences(key),
      entries: distributions,
      chosen: state[key],
      options: state[own],
      error: this.errorOf(own),
      faulty: this.problems[own]?.parameter,
      choose: (id) => void this.propose({ [key]: id, [own]: {} }),
      set: (options) => void this.propose({ [own]: options }),
    })}
    ${problem ? html`<p class="error" role="alert">${problem}</p>` : nothing}`;
  }

  protected details(model: Model, state: State) {
    const numbers = numbersOf(model, state, this.sentences);
    const exact = model.run.facts.exact.value;
    const told = (key: string) => {
      const number = numbers.find((candidate) => candidate.key === key);
      if (key === 'exact') return Number.isFinite(exact) ? value(exact) : '–';
      return number ? html`<button type="button" ${explained(number.explain)}>${number.text}</button>` : '–';
    };
    const keys = ['estimate', 'standard-error', 'interval', 'exact', 'error'];
    if (state.repeat > 0 || state.method === 'importance') keys.push('effective');
    return html`<dl class="numbers" data-part="numbers">
        ${keys.map(
          (key) =>
            html`<div>
              <dt>${this.sentences(`number-${key}`)}</dt>
              <dd>${told(key)}</dd>
            </div>`,
        )}
      </dl>
      ${state.view === 'compare' ? this.#comparison(model) : nothing}`;
  }

  #comparison(model: Model) {
    const { compared } = model;
    if (!compared) return nothing;
    const plain = compared.find(({ id }) => id === 'plain')?.estimates.at(-1);
    return html`<div class="room" data-part="methods">
      <table>
        <caption>
          ${this.sentences('compare-caption', { n: count(plain?.samples ?? 0) })}
        </caption>
        <thead>
          <tr>
            ${['method', 'estimate', 'standard-error', 'slope', 'worth'].map(
              (key) => html`<th scope="col">${this.sentences(`column-${key}`)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${compared.map(({ id, estimates, law }) => {
            const last = estimates.at(-1);
            const error = last?.standardError ?? NaN;
            const ratio = ((plain?.standardError ?? NaN) / error) ** 2;
            const explain = () => ({
              title: this.sentences('explain-worth', { name: this.sentences(`method-${id}`) }),
              latex: `\\left(\\dfrac{${numberLatex(plain!.standardError!, 3)}}{${numberLatex(error, 3)}}\\right)^2 \\approx ${numberLatex(ratio, 3)}`,
              text: this.sentences('explain-worth-words'),
            });
            return html`<tr>
              <th scope="row">${this.sentences(`method-${id}`)}</th>
              <td>${value(last?.value ?? NaN)}</td>
              <td>${small(error)}</td>
              <td>${error > 0 ? slopeText(law?.exponent) : '–'}</td>
              <td>
                ${
                  Number.isFinite(ratio)
                    ? html`<button type="button" ${explained(explain)}>×${small(ratio)}</button>`
                    : this.sentences('exact-at-once')
                }
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  protected sentence(model: Model, state: State): string {
    return sentence(model, state, this.sentences);
  }

  protected table({ run }: Model): Table {
    return {
      columns: [
        { label: 'n', value: (row) => run.estimates[row + 1].samples },
        {
          label: this.sentences('number-estimate'),
          colour: 'prediction',
          value: (row) => run.estimates[row + 1].value,
        },
        { label: this.sentences('number-standard-error'), value: (row) => run.estimates[row + 1].standardError ?? NaN },
        { label: this.sentences('half-width'), value: (row) => run.estimates[row + 1].halfWidth ?? NaN },
        {
          label: this.sentences('number-error'),
          value: (row) => Math.abs(run.estimates[row + 1].value - run.facts.exact.value),
        },
      ],
      count: run.position,
    };
  }

  protected facts(model: Model): ReportOf<typeof facts> {
    const { run, errors, repeats } = model;
    const { estimate } = run;
    const exact = run.facts.exact.value;
    const best = bestOf(model);
    return {
      outcome: this.player.atEnd ? 'limit-reached' : 'running',
      samples: estimate.samples,
      value: estimate.value,
      standardError: estimate.standardError,
      halfWidth: estimate.halfWidth,
      effective: estimate.effectiveSamples,
      undefinedDraws: estimate.undefinedDraws,
      exact: finite(exact),
      error: errorOf(model),
      holds: holds(model),
      typicalSamples: errors?.samples.at(-1) ?? null,
      typicalError: errors?.typical.at(-1) ?? null,
      slope: errors?.law?.exponent ?? null,
      coverage: repeats && repeats.summary.runs > 0 ? repeats.summary.held / repeats.summary.runs : null,
      best: best?.id ?? '',
      ratio: best?.ratio ?? null,
    };
  }
}

customElements.define('dh-monte-carlo', MonteCarloFigure);
