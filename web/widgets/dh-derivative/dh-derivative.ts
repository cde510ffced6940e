/** From a typed function to its derivative, one rule at a time, with a numeric check and both curves beside it. */
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { DerivativeStep } from '../../core/calculus/types.ts';
import { powerOfTen } from '../../plot/format.ts';
import type { Plot } from '../../plot/plot.ts';
import { ALL_DIGITS, splitDigits } from '../../figures/data/right-digits.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { StateOf } from '../../fields/fields.ts';
import { plainMath } from '../../controls/formula.ts';
import { Handle } from '../../controls/handle.ts';
import type { Stepper } from '../../widget/stepper.ts';
import type { Table } from '../../controls/table.ts';
import { TypedCurveWidget, curvePlan } from '../../figures/descent/typed-curve-widget.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import type { Widget } from '../../widget/widget.ts';
import { compare } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { Derivation } from './derivation.ts';
import { Drawing } from './drawing.ts';
import type { facts } from './fields.ts';
import { fields } from './fields.ts';
import { LAWS } from './rules.ts';
import { slopesOf } from './slopes.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { format, outerName, rightness, ruleName, sentence, stepSentence } from './words.ts';

type State = StateOf<typeof fields>;

const model = plan(fields)
  .with(curvePlan)
  // f′, simplified.
  .derive('result', ['derivative'], ({ derivative }) => derivative.text)
  .derive('derivation', ['expression'], ({ expression }) => Derivation.of(expression))
  .derive('slopes', ['derivative', 'curve', 'from', 'to'], ({ derivative, curve, from, to }) =>
    slopesOf(derivative, curve, { from, to }),
  )
  .derive('comparison', ['expression', 'derivative', 'curve', 'x'], ({ expression, derivative, curve, x }) =>
    compare(expression, derivative, curve, x),
  );

type Model = ModelOf<typeof model>;

const PRESETS = [
  'sin(x^2)',
  'x^3 - 4x + 7',
  'x^2 exp(x)',
  'x/(x^2 + 1)',
  'exp(sin(x^2))',
  'log(x)',
  'sqrt(4 - x^2)',
  '1/x',
  '|x|',
  '2^x',
  'x^x',
  'max(x, x^2)',
];

export class DerivativeFigure extends TypedCurveWidget<State, Model> {
  static fields = fields;
  static positionKey = 'shown';
  static strings = strings;
  static styles = [TypedCurveWidget.styles, styles];

  #drawing: Drawing | undefined;
  #handle: Handle | undefined;
  #plots: Plot[] = [];
  #painted: Partial<Pick<Model, 'curve'>> = {};

  constructor() {
    super();
    this.player.speed = 'slow';
  }

  protected readonly plan = model;

  /** Another function begins with its first step, unless the reader has all steps open. */
  protected along(patch: Partial<State>): Partial<State> {
    const anew = 'f' in patch && !('shown' in patch) && this.model !== undefined && !this.player.atEnd;
    return anew ? { shown: fields.shown.default } : {};
  }

  protected stepperOf(model: Model): Stepper {
    return model.derivation;
  }

  // ---- The derivation --------------------------------------------------------------------------------------------------------

  protected figure({ derivation }: Model) {
    const { line, steps, position, reached, ended } = derivation;
    const finished = ended && position === reached;
    return html`<div class="derivation" role="group" tabindex="0" aria-label=${this.sentences('derivation')}>
        <div class="so-far ${finished ? 'finished' : ''}">
          ${this.#formula(`\\grad{\\f'(\\x)} = ${line.latex}`, `f′(x) = ${line.text}`)}
          <span class="hidden-visually">${this.sentences('so-far', { line: plainMath(line.text) })}</span>
        </div>
        <ol class="steps" aria-label=${this.sentences('steps')}>
          ${steps.slice(0, position).map((step, index) => this.#step(step, index === position - 1))}
        </ol>
      </div>
      <div class="next">
        <button type="button" class="primary" ?disabled=${finished} @click=${() => this.step()}>
          ${this.sentences('next')}
        </button>
        ${
          finished
            ? html`<button type="button" @click=${() => this.rewind()}>${this.sentences('close-all')}</button>`
            : html`<button type="button" @click=${() => this.player.seek(reached)}>
                ${this.sentences('open-all')}
              </button>`
        }
        <span>${this.sentences('progress', { step: position, steps: reached })}</span>
      </div>`;
  }

  #step(step: DerivativeStep, current: boolean) {
    const { rule, function: outer, beforeText, afterText, beforeLatex, afterLatex, depth } = step;
    const work =
      rule === 'simplify'
        ? [this.#formula(beforeLatex, beforeText), this.#formula(`= ${afterLatex}`, `= ${afterText}`)]
        : this.#formula(`\\piece{\\left(${beforeLatex}\\right)'} = ${afterLatex}`, `(${beforeText})′ = ${afterText}`);
    return html`<li
      class=${current ? 'current' : ''}
      aria-current=${current ? 'step' : nothing}
      style=${styleMap({ '--depth': String(depth) })}
    >
      <div class="rule">
        <span class="name">${this.sentences(`rule-${rule}`)}</span>
        ${outer ? html`<span class="outer">${outerName(outer, this.sentences)}</span>` : nothing}
        ${LAWS[rule] ? html`<span class="law">${this.#formula(LAWS[rule], '')}</span>` : nothing}
      </div>
      <div class="work">${work}</div>
      <span class="hidden-visually">${stepSentence(step, this.sentences)}</span>
    </li>`;
  }

  /** What is seen; the sentence beside it is what is read aloud. */
  #formula(latex: string, text: string) {
    return html`<dh-formula aria-hidden="true" .latex=${latex} .text=${text} .eager=${true}></dh-formula>`;
  }

  // ---- The curves ------------------------------------------------------------------------------------------------------------

  /** The plots stand below the controls, and are made once the page has come that far. */
  protected setUp(): Plot[] {
    this.#drawing = undefined;
    this.#painted = {};
    return (this.#plots = []);
  }

  #draw(containers: readonly Element[]): Drawing {
    const drawing = new Drawing(containers, [this.sentences('plot'), this.sentences('slope-plot')]);
    this.#plots.push(...drawing.plots);
    this.#handle = new Handle(drawing.plots[0], {
      label: this.sentences('x'),
      axes: 'x',
      ink: 'x',
      catches: () => this.model!.curve.places.filter(({ kind }) => kind !== 'gap').map(({ x }) => x),
      describe: (x) => `x = ${format(x)}`,
      change: (x) => void this.propose({ x }),
    });
    return drawing;
  }

  protected paint(model: Model, { x, from, to }: State): void {
    const containers = [...this.renderRoot.querySelectorAll('.plot')];
    if (containers.length === 0) return;
    this.#drawing ??= this.#draw(containers);
    const { curve, slopes, comparison } = model;
    if (this.#painted.curve !== curve) this.#drawing.show(curve, slopes, [from, to]);
    this.#painted = { curve };
    this.#drawing.stand(comparison);
    this.#handle!.moveTo(x, comparison.value);
  }

  protected updated(changed: Parameters<Widget['updated']>[0]): void {
    super.updated(changed);
    const box = this.renderRoot.querySelector('.derivation');
    const current = box?.querySelector<HTMLElement>('.current');
    if (!box || !current) return;
    // Scrolls the box alone: scrollIntoView would move the page under the reader.
    const heading = box.querySelector<HTMLElement>('.so-far')!.offsetHeight;
    const { offsetTop: top, offsetHeight: height } = current;
    if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
    if (top - heading < box.scrollTop) box.scrollTop = top - heading;
  }

  // ---- Controls and words ----------------------------------------------------------------------------------------------------

  protected controls(model: Model, state: State) {
    return html`${this.functionControl(model, PRESETS)} ${this.control('x', { track: [state.from, state.to] })}
    ${this.viewControl(state)} ${this.#ways(model.comparison)}`;
  }

  #ways({ x, symbolic, dual, central, h, digits, place }: Comparison) {
    const judged = place === undefined;
    const step = html`<i>h</i> = ${powerOfTen(Math.round(Math.log10(h)))}`;
    return html`<table class="ways wide">
      <caption>
        ${this.sentences('comparison', { x: format(x) })}
      </caption>
      <tbody>
        ${this.#way(this.sentences('by-rules'), symbolic)}
        ${this.#way(this.sentences('by-dual'), dual, judged ? digits.dual : undefined)}
        ${this.#way(html`${this.sentences('by-central')}, <small>${step}</small>`, central, judged ? digits.central : undefined)}
      </tbody>
    </table>`;
  }

  /** One way to the slope, and to how many digits it is right where that can be said. */
  #way(name: unknown, slope: number, digits?: number) {
    // The right digits of a zero are not among those shown.
    const shown = digits === undefined ? ALL_DIGITS : this.model!.comparison.slope === 0 ? 0 : digits;
    const [right, rest] = Number.isFinite(slope) ? splitDigits(slope, shown) : [format(slope), ''];
    return html`<tr>
      <th scope="row">${name}</th>
      <td>
        <div class="number">${right}<span class="rest">${rest}</span></div>
        ${digits === undefined ? nothing : html`<small>${rightness(digits, this.model!.comparison.slope, this.sentences)}</small>`}
      </td>
    </tr>`;
  }

  protected details() {
    return html`<div class="curves">
      <div class="plot"></div>
      <div class="plot"></div>
    </div>`;
  }

  protected sentence({ derivation, comparison, result }: Model): string {
    return sentence(derivation, comparison, result, this.sentences);
  }

  /** All steps, open or not. */
  protected table({ derivation }: Model): Table {
    const { steps } = derivation;
    return {
      columns: [
        { label: this.sentences('column-step'), value: (row) => row + 1 },
        { label: this.sentences('column-depth'), value: (row) => steps[row].depth },
        { label: this.sentences('column-rule'), value: (row) => ruleName(steps[row], this.sentences) },
        { label: this.sentences('column-before'), value: (row) => steps[row].beforeText },
        { label: this.sentences('column-after'), value: (row) => steps[row].afterText },
      ],
      count: steps.length,
    };
  }

  protected facts({ result, derivation, comparison }: Model): ReportOf<typeof facts> {
    const { value, symbolic, dual, central, digits, slope, place } = comparison;
    return {
      derivative: result,
      steps: derivation.reached,
      shown: derivation.position,
      rules: derivation.steps.map(({ rule }) => rule),
      value,
      slope,
      symbolic,
      dual,
      central,
      digits: digits.central,
      place: place?.kind ?? 'smooth',
    };
  }
}
customElements.define('dh-derivative', DerivativeFigure);
