import { LitElement, css, html, nothing, svg } from 'lit';
import type { NumberField } from '../fields/fields.ts';
import { differs, roundTo } from '../fields/fields.ts';
import { formatNumber } from '../plot/format.ts';
import { labelWithSymbol } from './label.ts';
import { say } from '../language/strings.ts';
import { baseStyles } from './styles.ts';
import './number.ts';

/** A value worth finding on the track, such as the border between two regimes. */
export interface Mark {
  value: number;
  /** Short: `1/L`. */
  label: string;
}

/** A stretch of the track in the colour of good, doubtful or bad news. */
export interface Range {
  from: number;
  to: number;
  tone: 'good' | 'warning' | 'error';
}

/** Positions of the range input: fine enough that an arrow key changes a logarithmic value over five decades by 3 %. */
const POSITIONS = 400;
/** How near, in positions, a drag must come to a mark to land on it. */
const SNAP = 4;
/** Share of the track below which the labels of two marks would touch. */
const CROWDED = 0.15;

const trackOf = ({ track, minimum, maximum }: NumberField): readonly [number, number] => track ?? [minimum, maximum];

/** Where a value stands on the track, 0 to 1. */
export function positionOf(field: NumberField, value: number): number {
  const { scale } = field;
  const [minimum, maximum] = trackOf(field);
  const place =
    scale === 'logarithmic'
      ? Math.log(value / minimum) / Math.log(maximum / minimum)
      : (value - minimum) / (maximum - minimum);
  return Math.min(1, Math.max(0, place));
}

/** The value at a place of the track, rounded to the digits of the field and kept in its range. */
export function valueAt(field: NumberField, place: number): number {
  const { scale, integer } = field;
  const [minimum, maximum] = trackOf(field);
  const digits = field.precision ?? 3;
  if (place <= 0) return minimum;
  if (place >= 1) return maximum;
  const raw = scale === 'logarithmic' ? minimum * (maximum / minimum) ** place : minimum + (maximum - minimum) * place;
  // On a linear scale the digits count from the size of the range, so that values near zero are neat as well.
  const unit = 10 ** (Math.ceil(Math.log10(maximum - minimum)) - digits);
  const neat = scale === 'logarithmic' ? roundTo(raw, digits) : roundTo(Math.round(raw / unit) * unit, 12);
  return Math.min(maximum, Math.max(minimum, integer ? Math.round(neat) : neat));
}

/** A labelled slider with its exact value beside it. Sends `dh-input`. */
export class Slider extends LitElement {
  static properties = {
    field: { attribute: false, hasChanged: differs },
    value: { type: Number },
    label: {},
    error: {},
    marks: { attribute: false, hasChanged: differs },
    ranges: { attribute: false, hasChanged: differs },
    hint: {},
    unreadable: { state: true },
  };
  static styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 6em;
        align-items: center;
        gap: 0 var(--space-2);
      }
      .label {
        grid-column: 1 / -1;
      }
      dh-number {
        grid-row: 2;
        grid-column: 2;
      }
      input {
        width: 100%;
        height: var(--control-height);
        margin: 0;
        accent-color: var(--dh-accent);
        cursor: pointer;
        touch-action: pan-y;
      }
      .scale {
        display: block;
        grid-column: 1;
        width: calc(100% - 16px);
        margin-inline: 8px;
        height: 1.5rem;
        overflow: visible;
        font-size: max(0.75rem, 0.85em);
      }
      .stretch.good {
        stroke: var(--dh-good);
      }
      .stretch.warning {
        stroke: var(--dh-warning);
      }
      .stretch.error {
        stroke: var(--dh-error);
      }
      .stretch {
        stroke-width: 4;
      }
      .tick {
        stroke: var(--dh-ink);
        stroke-width: 1;
      }
      text {
        fill: var(--dh-ink-soft);
      }
      .hint {
        color: var(--dh-ink-soft);
        min-height: 1.5em;
      }
    `,
  ];
  declare field: NumberField;
  declare value: number;
  declare label: string;
  declare error: string;
  declare marks: Mark[] | undefined;
  declare ranges: Range[] | undefined;
  /** A line below the track, for instance the name of the regime the value lies in. */
  declare hint: string | undefined;
  /** What is wrong with the text in the exact field. */
  declare unreadable: string;

  #send(value: number): void {
    this.dispatchEvent(new CustomEvent('dh-input', { detail: { value } }));
  }

  #slide(event: InputEvent): void {
    const place = Number((event.target as HTMLInputElement).value) / POSITIONS;
    const near = (this.marks ?? []).find(
      (mark) => Math.abs(positionOf(this.field, mark.value) - place) * POSITIONS < SNAP,
    );
    this.#send(near?.value ?? valueAt(this.field, place));
  }

  // The keys go by neat values, and past the marks that catch the pointer.
  #key(event: KeyboardEvent): void {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 40, PageDown: -40 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    const from = positionOf(this.field, this.value);
    let value = this.value;
    for (let place = from, count = steps; value === this.value && place >= 0 && place <= 1; count += Math.sign(steps)) {
      place = from + count / POSITIONS;
      value = valueAt(this.field, place);
    }
    this.#send(value);
  }

  render() {
    const { field } = this;
    const name = [this.label, field.symbol].filter(Boolean).join(' ');
    const error = this.unreadable || this.error;
    return html`<div class="row">
        <span class="label">${labelWithSymbol(this.label, field)}</span>
        <dh-number
          .label=${say('exact-value', { label: name })}
          .value=${this.value}
          .invalid=${Boolean(error)}
          @dh-unreadable=${(event: CustomEvent<string>) => (this.unreadable = event.detail)}
          @dh-input=${(event: CustomEvent<{ value: number }>) => this.#send(event.detail.value)}
        ></dh-number>
        <input
          type="range"
          min="0"
          max=${POSITIONS}
          step="1"
          .value=${String(Math.round(positionOf(field, this.value) * POSITIONS))}
          aria-label=${name}
          aria-valuetext=${[formatNumber(this.value), this.hint].filter(Boolean).join(', ')}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
          @input=${(event: InputEvent) => this.#slide(event)}
        />
        ${this.marks || this.ranges?.length ? this.#scale() : nothing}
      </div>
      ${error ? html`<div class="error" role="alert">${error}</div>` : nothing}
      ${this.hint === undefined || error ? nothing : html`<div class="hint">${this.hint}</div>`}`;
  }

  #scale() {
    const [minimum, maximum] = trackOf(this.field);
    const percent = (value: number) => `${(100 * positionOf(this.field, value)).toFixed(2)}%`;
    const marks = (this.marks ?? []).filter(({ value }) => value >= minimum && value <= maximum);
    const crowded = (mark: Mark, other: Mark | undefined) =>
      other !== undefined &&
      Math.abs(positionOf(this.field, mark.value) - positionOf(this.field, other.value)) < CROWDED;
    // Labels of neighbours that would touch grow away from each other.
    const anchor = (index: number) =>
      crowded(marks[index], marks[index + 1]) ? 'end' : crowded(marks[index], marks[index - 1]) ? 'start' : 'middle';
    return html`<svg class="scale" aria-hidden="true">
      ${(this.ranges ?? []).map(
        ({ from, to, tone }) =>
          svg`<line class="stretch ${tone}" x1=${percent(from)} x2=${percent(to)} y1="2" y2="2" />`,
      )}
      ${marks.map(
        ({ value, label }, index) =>
          svg`<line class="tick" x1=${percent(value)} x2=${percent(value)} y1="0" y2="7" />
            <text x=${percent(value)} y="20" text-anchor=${anchor(index)}>${label}</text>`,
      )}
    </svg>`;
  }
}
customElements.define('dh-slider', Slider);
