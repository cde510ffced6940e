/** A sheet to draw on by mouse, pen, finger and keyboard. Sends `dh-input` with the drawing; while it is drawn on it shows its own strokes. */
import { LitElement, css, html, nothing, svg } from 'lit';
import type { PropertyValues } from 'lit';
import { baseStyles } from '../../controls/styles.ts';
import { differs } from '../../fields/fields.ts';
import { MOST_POINTS, SHEET } from './fields.ts';

/** x, y and the number of the stroke. */
export type Point = readonly number[];

/** Points nearer than this to the one before are left out. */
const LEAST_MOVE = 5;
/** How far an arrow key moves the pen, and with Shift. */
const [STEP, SMALL_STEP] = [10, 2];
const KEYS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const within = (place: number): number => Math.round(Math.min(SHEET, Math.max(0, place)));

export class DigitPad extends LitElement {
  static properties = {
    points: { attribute: false, hasChanged: differs },
    pen: { type: Number },
    label: {},
    invitation: {},
    live: { state: true },
    cursor: { state: true },
    down: { state: true },
  };
  static styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        background: var(--dh-paper);
        border: 1px solid var(--dh-accent);
        border-radius: var(--dh-radius);
        cursor: crosshair;
        touch-action: none;
        user-select: none;
        -webkit-user-select: none;
      }
      .ink {
        fill: none;
        stroke: var(--dh-ink);
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .cursor {
        fill: none;
        stroke: var(--dh-accent);
        stroke-width: 2px;
        vector-effect: non-scaling-stroke;
      }
      .cursor.down {
        fill: var(--dh-accent);
      }
      svg:not(:focus-visible) .cursor {
        display: none;
      }
      text {
        fill: var(--dh-ink-soft);
        text-anchor: middle;
        font-size: 16px;
        pointer-events: none;
      }
    `,
  ];
  declare points: readonly Point[];
  declare pen: number;
  declare label: string;
  /** What stands on an empty sheet. */
  declare invitation: string;
  /** What is being drawn, ahead of the figure. */
  declare live: readonly Point[] | undefined;
  declare cursor: readonly [x: number, y: number];
  /** Whether the pen of the keyboard is on the paper. */
  declare down: boolean;

  #sending = 0;
  #pressed = false;
  /** Drawings that the figure was told of and has not shown yet. */
  #told: string[] = [];

  constructor() {
    super();
    this.points = [];
    this.cursor = [SHEET / 2, SHEET / 2];
    this.down = false;
  }

  /** What the figure shows may be older than what was drawn since; anything else than that was not drawn here, and counts. */
  protected willUpdate(changed: PropertyValues): void {
    if (!changed.has('points')) return;
    const index = this.#told.indexOf(JSON.stringify(this.points));
    this.#told = index < 0 ? [] : this.#told.slice(index + 1);
    if (this.#told.length === 0 && !this.#pressed) this.live = undefined;
  }

  get #drawn(): readonly Point[] {
    return this.live ?? this.points;
  }

  get #strokes(): Point[][] {
    const strokes: Point[][] = [];
    let before: Point | undefined;
    for (const point of this.#drawn) {
      if (before?.[2] === point[2]) strokes.at(-1)!.push(point);
      else strokes.push([point]);
      before = point;
    }
    return strokes;
  }

  /** One more point, of a new stroke or of the last one. The sheet takes no more than the figure can hold. */
  #draw(x: number, y: number, begins: boolean): void {
    const drawn = this.#drawn;
    const last = drawn.at(-1);
    if (drawn.length >= MOST_POINTS) return;
    if (!begins && last && Math.hypot(x - last[0], y - last[1]) < LEAST_MOVE) return;
    const stroke = begins ? (last ? last[2] + 1 : 0) : (last?.[2] ?? 0);
    this.live = [...drawn, [x, y, Math.min(stroke, SHEET)]];
    this.#sending ||= requestAnimationFrame(() => this.#send());
  }

  #send(): void {
    cancelAnimationFrame(this.#sending);
    this.#sending = 0;
    if (!this.live) return;
    this.#told.push(JSON.stringify(this.live));
    this.dispatchEvent(new CustomEvent('dh-input', { detail: { value: this.live } }));
  }

  // ---- Mouse, pen, finger -------------------------------------------------------------------------------------------------------

  #placeOf(event: PointerEvent): [x: number, y: number] {
    const { left, top, width, height } = this.renderRoot.querySelector('svg')!.getBoundingClientRect();
    return [within(((event.clientX - left) / width) * SHEET), within(((event.clientY - top) / height) * SHEET)];
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    const sheet = event.currentTarget as SVGSVGElement;
    sheet.setPointerCapture(event.pointerId);
    sheet.focus({ preventScroll: true });
    this.down = false;
    this.#pressed = true;
    this.#draw(...this.#placeOf(event), true);
  }

  #move(event: PointerEvent): void {
    if (!this.#pressed) return;
    for (const part of event.getCoalescedEvents?.() ?? []) this.#draw(...this.#placeOf(part), false);
    this.#draw(...this.#placeOf(event), false);
  }

  #lift(): void {
    this.#pressed = false;
    if (this.#sending) this.#send();
  }

  // ---- Keyboard -----------------------------------------------------------------------------------------------------------------

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = KEYS[event.key];
    if (direction) {
      const step = event.shiftKey ? SMALL_STEP : STEP;
      const [x, y] = this.cursor;
      this.cursor = [within(x + step * direction[0]), within(y + step * direction[1])];
      if (this.down) this.#add(false);
    } else if (event.key === ' ' || event.key === 'Enter') {
      this.down = !this.down;
      if (this.down) this.#add(true);
    } else if (event.key === 'Backspace') {
      const last = this.#drawn.at(-1)?.[2];
      this.#replace(this.#drawn.filter(([, , stroke]) => stroke !== last));
    } else if (event.key === 'Delete') {
      this.#replace([]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #add(begins: boolean): void {
    this.#draw(...this.cursor, begins);
    this.#send();
  }

  #replace(points: readonly Point[]): void {
    this.down = false;
    this.live = points;
    this.#send();
  }

  render() {
    const [x, y] = this.cursor;
    return html`<svg
      viewBox="0 0 ${SHEET} ${SHEET}"
      role="application"
      tabindex="0"
      aria-label=${this.label}
      aria-keyshortcuts="Space ArrowLeft ArrowRight ArrowUp ArrowDown Backspace Delete"
      @pointerdown=${(event: PointerEvent) => this.#press(event)}
      @pointermove=${(event: PointerEvent) => this.#move(event)}
      @pointerup=${() => this.#lift()}
      @pointercancel=${() => this.#lift()}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
    >
      ${this.#strokes.map(
        (stroke) =>
          svg`<path class="ink" stroke-width=${(this.pen * SHEET) / 28} d="M${stroke.map(([px, py]) => `${px},${py}`).join('L')}${stroke.length === 1 ? 'h0' : ''}"></path>`,
      )}
      ${
        this.#drawn.length === 0
          ? svg`<text x=${SHEET / 2} y=${SHEET / 2} dy="0.35em">${this.invitation}</text>`
          : nothing
      }
      ${svg`<circle class=${this.down ? 'cursor down' : 'cursor'} cx=${x} cy=${y} r="6"></circle>`}
    </svg>`;
  }
}
customElements.define('dh-digit-pad', DigitPad);
