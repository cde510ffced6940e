/** Softmax: scores on the left, shares on the right, and every number on the way, until it overflows. */
import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { ReportOf } from '../../fields/facts.ts';
import type { NumberField } from '../../fields/fields.ts';
import type { Table } from '../../controls/table.ts';
import { Widget } from '../../widget/widget.ts';
import { LETTERS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { model, overflowed } from './model.ts';
import type { Model, State } from './model.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { format, lossFormula, shareFormula, slopeFormula } from './words.ts';
import '../../controls/choice.ts';
import '../../controls/formula.ts';
import '../../controls/slider.ts';

/** One logit: what can be typed, and what the slider covers. */
const LOGIT: NumberField = {
  kind: 'number',
  default: 0,
  minimum: fields.logits.minimum,
  maximum: fields.logits.maximum,
  track: [-10, 10],
  symbol: 'z',
};

/** The largest numbers of both precisions (IEEE 754). */
const LARGEST = { float: (2 - 2 ** -23) * 2 ** 127, double: Number.MAX_VALUE };

export class SoftmaxFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [Widget.styles, styles];

  protected readonly plan = model;

  /** A target or a chosen class that is taken away goes back to the first ones. */
  protected along(patch: Partial<State>): Partial<State> {
    const count = (patch.logits ?? this.state.logits).length;
    return {
      ...((patch.target ?? this.state.target) > count && { target: 0 }),
      ...((patch.chosen ?? this.state.chosen) > count && { chosen: 1 }),
    };
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ result }: Model, state: State) {
    return html`<div class="classes">
      ${result.logits.map(
        (_, index) =>
          html`<div class=${classMap({ class: true, right: state.target === index + 1 })}>
            <strong>${LETTERS[index]}</strong>
            <dh-slider
              .field=${LOGIT}
              .label=${this.sentences('logit', { name: LETTERS[index] })}
              .value=${state.logits[index] as number}
              @dh-input=${(event: CustomEvent<{ value: number }>) => this.#set(index, event.detail.value)}
            ></dh-slider>
            ${this.#share(index, { result }, state)}
          </div>`,
      )}
    </div>`;
  }

  #set(index: number, value: number): void {
    const logits = [...this.state.logits] as number[];
    logits[index] = value;
    void this.propose({ logits, chosen: index + 1 });
  }

  #share(index: number, { result }: Model, state: State) {
    const share = result.probabilities[index];
    const known = Number.isFinite(share);
    const shown = known ? format(share) : this.sentences('no-value');
    const { exponents, exponentials, sum } = result.softmax;
    const steps = `e^(${format(exponents[index])}) = ${format(exponentials[index])}; ÷ ${format(sum)}`;
    return html`<div class="share" data-part="probabilities">
      <button
        type="button"
        aria-pressed=${state.chosen === index + 1}
        aria-label=${this.sentences('share', { name: LETTERS[index], value: shown })}
        style=${styleMap({ '--share': `${known ? 100 * share : 0}%` })}
        @click=${() => void this.propose({ chosen: index + 1 })}
      >
        <span class="bar"></span><span class=${classMap({ number: true, broken: !known })}>${shown}</span>
      </button>
      <span class=${classMap({ steps: true, broken: !Number.isFinite(exponentials[index]) })}>${steps}</span>
    </div>`;
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(_: Model, state: State) {
    const count = state.logits.length;
    const classes = [
      { id: '0', label: this.sentences('target-none') },
      ...state.logits.map((_, index) => ({ id: String(index + 1), label: LETTERS[index] })),
    ];
    return html`${this.control('temperature')} ${this.control('shift')}
      ${this.control('form', { labels: fields.form.options.map((id) => this.sentences(`form-${id}`)) })}
      ${this.control('precision', { labels: fields.precision.options.map((id) => this.sentences(`precision-${id}`)) })}
      <dh-choice
        .label=${this.sentences('target')}
        .value=${String(state.target)}
        .options=${classes}
        @dh-input=${(event: CustomEvent<{ value: string }>) => void this.propose({ target: Number(event.detail.value) })}
      ></dh-choice>
      ${this.control('twice')}
      <div class="buttons">
        <button type="button" ?disabled=${count === LETTERS.length} @click=${() => void this.propose({ logits: [...state.logits, 0] })}>
          ${this.sentences('add')}
        </button>
        <button type="button" ?disabled=${count <= 2} @click=${() => void this.propose({ logits: state.logits.slice(0, -1) })}>
          ${this.sentences('remove')}
        </button>
      </div>`;
  }

  protected details({ result }: Model, state: State) {
    const chosen = state.chosen - 1;
    const formula = (latex: string, part: string) =>
      html`<div class="formula" data-part=${part}><dh-formula .latex=${latex} .text=${''}></dh-formula></div>`;
    return html`${formula(shareFormula(result, state, result.logits, chosen), 'formula')}
    ${state.twice ? html`<p data-part="formula">${this.sentences('twice-note')}</p>` : nothing}
    ${result.entropy
      ? html`${formula(lossFormula(result, state.target), 'loss')} ${formula(slopeFormula(result, state.target, chosen), 'loss')}`
      : nothing}`;
  }

  #winner({ result: { probabilities } }: Model): number {
    if (probabilities.some((share) => Number.isNaN(share))) return 0;
    return probabilities.reduce((best, share, index) => (share > probabilities[best] ? index : best), 0) + 1;
  }

  protected sentence(model: Model, state: State): string {
    const { result } = model;
    const winner = this.#winner(model);
    const broken = overflowed(result);
    const first = broken
      ? this.sentences('overflow', {
          logit: format(Math.max(...result.logits) / state.temperature),
          largest: format(Math.log(LARGEST[state.precision as keyof typeof LARGEST])),
        })
      : this.sentences('largest', { name: LETTERS[winner - 1], value: format(result.probabilities[winner - 1]) });
    if (!result.entropy || broken) return first;
    return `${first} ${this.sentences('loss', { name: LETTERS[state.target - 1], loss: format(result.entropy.loss) })}`;
  }

  protected table({ result }: Model): Table {
    const { exponents, exponentials } = result.softmax;
    return {
      columns: [
        { label: this.sentences('class'), value: (row) => LETTERS[row] },
        { label: 'z', value: (row) => result.logits[row] },
        { label: this.sentences('exponent'), value: (row) => exponents[row] },
        { label: this.sentences('exponential'), value: (row) => exponentials[row] },
        { label: 'p', colour: 'prediction', value: (row) => result.probabilities[row] },
        { label: 'p − t', colour: 'gradient', value: (row) => result.entropy?.gradient[row] },
      ],
      count: result.logits.length,
    };
  }

  protected facts(model: Model): ReportOf<typeof facts> {
    const { result } = model;
    return {
      first: result.probabilities[0],
      probabilities: result.probabilities,
      winner: this.#winner(model),
      overflow: overflowed(result),
      loss: result.entropy?.loss ?? NaN,
      slopes: result.entropy ? [...result.entropy.gradient] : [],
    };
  }
}
customElements.define('dh-softmax', SoftmaxFigure);
