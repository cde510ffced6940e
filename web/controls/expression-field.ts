import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Doubt } from '../core/calculus/types.ts';
import { differs } from '../fields/fields.ts';
import { composes } from './composition.ts';
import { plainMath } from './formula.ts';
import { icons } from './icons.ts';
import { labelWithSymbol } from './label.ts';
import { say } from '../language/strings.ts';
import { baseStyles, controlStyles, faultStyles } from './styles.ts';
import './menu.ts';

/** How long a fault is left alone while the reader types on, in ms. */
const PATIENCE = 500;

/**
 * A field for a typed function: each change is sent as `dh-input`, the owner answers with what the core understood (`latex`) or with what is
 * wrong (`error` and, where it is known, `position`).
 */
export class ExpressionField extends LitElement {
  static properties = {
    label: {},
    symbol: {},
    colour: {},
    left: {},
    value: {},
    latex: {},
    error: {},
    position: { type: Number },
    presets: { attribute: false, hasChanged: differs },
    doubts: { attribute: false, hasChanged: differs },
    typed: { state: true },
    patient: { state: true },
  };
  static styles = [
    baseStyles,
    controlStyles,
    faultStyles,
    css`
      :host {
        display: block;
      }
      label {
        display: block;
      }
      .row {
        display: flex;
        gap: var(--space-1);
      }
      input {
        flex: 1;
        width: 100%;
        font-family: var(--dh-mono) !important;
      }
      .presets {
        position: relative;
        width: var(--control-height);
        flex: none;
      }
      .presets select {
        width: 100%;
        appearance: none;
        color: transparent;
      }
      .presets::after {
        content: '';
        position: absolute;
        inset: 0;
        margin: auto;
        width: 0.5rem;
        height: 0.5rem;
        border: solid var(--dh-accent);
        border-width: 0 2px 2px 0;
        transform: translateY(-25%) rotate(45deg);
        pointer-events: none;
      }
      .answer {
        min-height: 2.6em;
        padding-block-start: var(--space-1);
        overflow-wrap: anywhere;
      }
      .doubt {
        color: var(--dh-ink-soft);
      }
      .doubt button {
        height: auto;
        min-height: var(--control-height);
        border: none;
        background: none;
        text-decoration: underline;
      }
    `,
  ];
  declare label: string;
  declare symbol: string | undefined;
  declare colour: string | undefined;
  /** What stands left of the equals sign, in LaTeX: `\f(\x)`. */
  declare left: string | undefined;
  /** The accepted text. */
  declare value: string;
  declare latex: string | undefined;
  declare error: string;
  /** Index into the text where the fault is. */
  declare position: number | undefined;
  /** Texts to choose from. */
  declare presets: readonly string[] | undefined;
  /** Places of the accepted text that could be meant otherwise than they were read. */
  declare doubts: readonly Doubt[] | undefined;
  declare typed: string | undefined;
  declare patient: boolean;

  #timer = 0;

  #send(text: string): void {
    this.typed = text;
    this.patient = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.patient = false), PATIENCE);
    this.dispatchEvent(new CustomEvent('dh-input', { detail: { value: text } }));
  }

  #leave(): void {
    this.patient = false;
    if (!this.error) this.typed = undefined;
  }

  protected willUpdate(changed: PropertyValues): void {
    // A new accepted text that nobody typed here comes from a link or from another control.
    if (changed.has('value') && this.typed !== undefined && this.value !== this.typed) {
      const focused = this.hasUpdated && (this.renderRoot as ShadowRoot).activeElement?.localName === 'input';
      if (!focused) this.typed = undefined;
    }
  }

  render() {
    const showError = Boolean(this.error) && !this.patient;
    const name = [this.label, this.symbol].filter(Boolean).join(' ');
    return html`<label for="text">${labelWithSymbol(this.label, this)}</label>
      <div class="row">
        <input
          id="text"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${showError ? 'true' : 'false'}
          aria-describedby="answer"
          .value=${live(this.typed ?? this.value)}
          @input=${(event: InputEvent) => this.#send((event.target as HTMLInputElement).value)}
          @blur=${() => this.#leave()}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !composes(event) && (this.patient = false)}
        />
        ${this.presets?.length ? this.#presetList(name) : nothing}
        <dh-menu class="help" .label=${say('formula-help')} .icon=${icons.help} @dh-toggle=${() => this.#loadHelp()}>
          <dh-formula-help></dh-formula-help>
        </dh-menu>
      </div>
      <div id="answer" class="answer">${showError ? this.#fault() : this.#understood()}</div>`;
  }

  /** The sheet comes when it is first opened; until then its element is empty. */
  #loadHelp(): void {
    import('./formula-help.ts').catch((error: unknown) => console.error('The rules could not be loaded.', error));
  }

  #presetList(name: string): TemplateResult {
    const choose = (event: Event) => {
      const select = event.target as HTMLSelectElement;
      this.#send(select.value);
      this.patient = false;
      select.selectedIndex = 0;
    };
    return html`<div class="presets">
      <select aria-label="${name}: ${say('presets')}" title=${say('presets')} @change=${choose}>
        <option value="" disabled selected></option>
        ${this.presets!.map((text) => html`<option value=${text}>${text}</option>`)}
      </select>
    </div>`;
  }

  #understood(): TemplateResult | typeof nothing {
    if (!this.latex) return nothing;
    const left = this.left ? `${this.left} = ` : '';
    const plainLeft = left.replaceAll('\\', '');
    return html`<dh-formula .latex=${`${left}${this.latex}`} .text=${`${plainLeft}${this.value}`}></dh-formula>
      ${this.doubts?.map((doubt) => this.#doubt(doubt))}`;
  }

  /** How a doubtful place was read, and how to write what else it may have meant; one click writes it so. */
  #doubt({ kind, position, length, taken, otherwise }: Doubt): TemplateResult | typeof nothing {
    if (!taken) return nothing;
    const piece = this.value.slice(position, position + length);
    const write = () => this.#send(this.value.slice(0, position) + otherwise + this.value.slice(position + length));
    return html`<div class="doubt">
      ${say(kind === 'odd-root' ? 'doubt-odd-root' : 'doubt-taken', { piece, taken: plainMath(taken) })}
      ${
        otherwise
          ? html`<button type="button" @click=${write}>
              ${say('doubt-otherwise', { otherwise: plainMath(otherwise) })}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** The sentence, and the text with the place of the fault marked. */
  #fault(): TemplateResult {
    const text = this.typed ?? this.value;
    const at = this.position;
    const error = html`<div class="error" role="alert">${this.error}</div>`;
    if (at === undefined || text === '') return error;
    // A fault at the end is something missing: a caret stands for it.
    const marked = html`${text.slice(0, at)}<mark>${text.slice(at, at + 1) || '‸'}</mark>${text.slice(at + 1)}`;
    return html`${error}
      <div class="fault" aria-hidden="true">${marked}</div>`;
  }
}
customElements.define('dh-expression-field', ExpressionField);
