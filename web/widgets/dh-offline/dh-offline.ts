/** `<dh-offline>`: keeps the whole book for reading without a connection, with its size and how far it is. The service worker does the work. */
import { css, html, LitElement, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { translator } from '../../language/language.ts';
import { formatNumber } from '../../plot/format.ts';
import { baseStyles, controlStyles } from '../../controls/styles.ts';
import strings from './strings.json' with { type: 'json' };

const sentence = translator(strings);

/** What the service worker tells. */
interface State {
  /** Bytes kept, and bytes of the book. */
  kept: number;
  total: number;
  /** Whether the whole book was asked for, now or once. */
  wanted: boolean;
  problem?: 'no-room' | 'no-connection';
  /** The last word. */
  done?: boolean;
}

const megabytes = (bytes: number): string => formatNumber(bytes / 1e6, { digits: 2 });

export class Offline extends LitElement {
  static properties = { state: { state: true }, busy: { state: true } };
  static styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0 0 var(--space-2);
      }
      .bar {
        height: 0.5rem;
        border-radius: 0.25rem;
        background: var(--dh-line);
        overflow: hidden;
        margin-bottom: var(--space-2);
      }
      .bar div {
        height: 100%;
        background: var(--dh-accent);
      }
      .warning {
        color: var(--dh-warning);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** Undefined where nothing can be kept. */
  declare private state: State | undefined;
  declare private busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.ask('state');
  }

  /** Says something to the service worker and shows what it answers. */
  private async ask(whole: 'state' | 'keep'): Promise<void> {
    const worker = (await navigator.serviceWorker?.ready)?.active;
    if (!worker) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<State>) => {
      this.state = data;
      if (data.done) this.busy = false;
    };
    worker.postMessage({ whole }, [port2]);
  }

  private keep(): void {
    this.busy = true;
    void this.ask('keep');
  }

  protected render() {
    const { state, busy } = this;
    if (!state) return nothing;
    const { kept, total, wanted, problem } = state;
    const size = megabytes(total);
    const whole = kept >= total;
    return html`
      ${
        busy
          ? html`<div
              class="bar"
              role="progressbar"
              aria-label=${sentence('bar')}
              aria-valuemin="0"
              aria-valuemax="100"
              aria-valuenow=${Math.floor((100 * kept) / total)}
            >
              <div style=${styleMap({ width: `${(100 * kept) / total}%` })}></div>
            </div>`
          : nothing
      }
      ${problem ? html`<p class="warning">${sentence(problem)}</p>` : nothing}
      <p role="status">
        ${
          busy
            ? sentence('keeping', { kept: megabytes(kept), size })
            : whole && wanted
              ? sentence('kept', { size })
              : sentence('offer', { size })
        }
      </p>
      ${
        busy || (whole && wanted)
          ? nothing
          : html`<button type="button" @click=${this.keep}>${sentence(problem ? 'again' : 'keep', { size })}</button>`
      }
    `;
  }
}

customElements.define('dh-offline', Offline);
