/** Softmax: scores on the left, probabilities on the right, and every number on the way, until it overflows. */
import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { explained } from '../../controls/explain.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import type { NumberField } from '../../fields/fields.ts';
import { Widget } from '../../widget/widget.ts';
import { LETTERS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { model } from './model.ts';
import type { Model, Result, State } from './model.ts';
import strings from './strings.json' with { type: 'json' };
import { styles } from './styles.ts';
import { explainShare, format, lossLatex, lossText, shareLatex, shareText } from './words.ts';
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

  /** A right class or a chosen one that is taken away goes back to the first ones. */
  protected along(patch: Partial<State>): Partial<State> {
    const count = (patch.logits ?? this.state.logits).length;
    return {
      ...((patch.target ?? this.state.target) > count && { target: 0 }),
      ...((patch.chosen ?? this.state.chosen) > count && { chosen: 1 }),
    };
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ result }: Model, state: State) {
    const chosen = state.chosen - 1;
    const error = this.errorOf('logits');
    return html`<div class="classes">${result.logits.map((_, index) => this.#class(index, result, state))}</div>
      ${error ? html`<p class="note error" role="alert">${error}</p>` : nothing}
      ${state.twice ? html`<p class="note" data-part="formula">${this.sentences('twice-note')}</p>` : nothing}
      <div class="formula" data-part="formula">
        <dh-formula .latex=${shareLatex(result, chosen)} .text=${shareText(result, chosen)}></dh-formula>
      </div>
      ${
        result.entropy
          ? html`<div class="formula loss" data-part="loss">
              <dh-formula
                .latex=${lossLatex(result, state.target, chosen)}
                .text=${lossText(result, chosen)}
              ></dh-formula>
            </div>`
          : nothing
      }`;
  }

  #class(index: number, result: Result, state: State) {
    const name = LETTERS[index];
    return html`<div class=${classMap({ class: true, right: state.target === index + 1 })}>
      <strong>${name}</strong>
      <dh-slider
        .field=${LOGIT}
        .label=${this.sentences('logit', { name })}
        .value=${state.logits[index]}
        @dh-input=${(event: CustomEvent<{ value: number }>) => this.#set(index, event.detail.value)}
      ></dh-slider>
      ${this.#share(index, result, state)}
    </div>`;
  }

  #set(index: number, value: number): void {
    void this.propose({ logits: this.state.logits.with(index, value), chosen: index + 1 });
  }

  #share(index: number, result: Result, { chosen }: State) {
    const { exponents, exponentials, sum, probabilities } = result.softmax;
    const share = probabilities[index];
    const known = Number.isFinite(share);
    const steps = html`e<sup>${format(exponents[index])}</sup> = ${format(exponentials[index])}, ÷ ${format(sum)}`;
    return html`<div class="share" data-part="probabilities">
      <button
        type="button"
        aria-pressed=${chosen === index + 1}
        aria-label=${this.sentences('share', { name: LETTERS[index], value: format(share) })}
        style=${styleMap({ '--share': `${known ? 100 * share : 0}%` })}
        @click=${() => void this.propose({ chosen: index + 1 })}
        ${explained(() => explainShare(result, index, this.sentences))}
      >
        <span class="bar"></span><span class=${classMap({ number: true, broken: !known })}>${format(share)}</span>
      </button>
      <span class=${classMap({ steps: true, broken: !Number.isFinite(exponentials[index]) })}>${steps}</span>
    </div>`;
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls(_: Model, { logits, target }: State) {
    const classes = [
      { id: '0', label: this.sentences('target-none') },
      ...logits.map((_, index) => ({ id: String(index + 1), label: LETTERS[index] })),
    ];
    return html`${this.control('temperature')} ${this.control('shift')}
      ${this.control('form', { labels: fields.form.options.map((id) => this.sentences(`form-${id}`)) })}
      ${this.control('precision', { labels: fields.precision.options.map((id) => this.sentences(`precision-${id}`)) })}
      <dh-choice
        data-part="target"
        .label=${this.sentences('target')}
        .value=${String(target)}
        .options=${classes}
        @dh-input=${(event: CustomEvent<{ value: string }>) => void this.propose({ target: Number(event.detail.value) })}
      ></dh-choice>
      ${this.control('twice')}
      <div class="buttons">
        <button
          type="button"
          ?disabled=${logits.length === LETTERS.length}
          @click=${() => void this.propose({ logits: [...logits, 0] })}
        >
          ${this.sentences('add')}
        </button>
        <button
          type="button"
          ?disabled=${logits.length <= 2}
          @click=${() => void this.propose({ logits: logits.slice(0, -1) })}
        >
          ${this.sentences('remove')}
        </button>
      </div>`;
  }

  protected sentence({ result }: Model, { temperature, precision, shift, target, logits }: State): string {
    const { winner, fate, softmax, entropy } = result;
    if (fate !== 'good') {
      const largest = format((Math.max(...logits) + shift) / temperature);
      return this.sentences(fate, { logit: largest, largest: format(LARGEST[precision as keyof typeof LARGEST]) });
    }
    const first = this.sentences('largest', {
      name: LETTERS[winner - 1],
      value: format(softmax.probabilities[winner - 1]),
    });
    if (!entropy) return first;
    return `${first} ${this.sentences('loss', { name: LETTERS[target - 1], loss: format(entropy.loss) })}`;
  }

  protected table({ result: { logits, softmax, entropy } }: Model): Table {
    return {
      columns: [
        { label: this.sentences('class'), value: (row) => LETTERS[row] },
        { label: 'z', value: (row) => logits[row] },
        { label: this.sentences('exponent'), value: (row) => softmax.exponents[row] },
        { label: this.sentences('exponential'), value: (row) => softmax.exponentials[row] },
        { label: 'p', colour: 'prediction', value: (row) => softmax.probabilities[row] },
        { label: '∂f/∂z', colour: 'gradient', value: (row) => entropy?.gradient[row] },
      ],
      count: logits.length,
    };
  }

  protected facts({ result: { softmax, winner, fate, entropy } }: Model): ReportOf<typeof facts> {
    return {
      first: softmax.probabilities[0],
      probabilities: [...softmax.probabilities],
      winner,
      fate,
      loss: entropy?.loss ?? null,
      slopes: entropy ? [...entropy.gradient] : [],
    };
  }
}
customElements.define('dh-softmax', SoftmaxFigure);
