/**
 * `<dh-progress-mark lesson="gentle-descent/derivative" checks="5">`: a small ring beside a lesson's link, filled as far as its checks are
 * done. It stands in the side bar of every page, so it knows nothing of the core.
 */
import { css, html, LitElement, svg } from 'lit';
import { translator } from '../../language/language.ts';
import { getProgress } from '../../tasks/progress-store.ts';
import strings from './strings.json' with { type: 'json' };

const sentence = translator(strings);

export class ProgressMark extends LitElement {
  static properties = { lesson: {}, checks: { type: Number } };
  static styles = css`
    :host {
      display: inline-block;
      width: 1.1em;
      height: 1.1em;
      vertical-align: -0.2em;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke-width: 2;
    }
    .track {
      stroke: var(--dh-ink-soft);
      opacity: 0.45;
    }
    .part {
      stroke: var(--dh-good);
    }
    .whole {
      fill: var(--dh-good);
    }
    .tick {
      stroke: var(--dh-paper);
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  /** `<chapter>/<lesson>`. */
  declare lesson: string;
  /** How many checks the lesson has. */
  declare checks: number;

  private readonly redraw = (): void => this.requestUpdate();

  connectedCallback(): void {
    super.connectedCallback();
    getProgress().addEventListener('change', this.redraw);
  }

  disconnectedCallback(): void {
    getProgress().removeEventListener('change', this.redraw);
    super.disconnectedCallback();
  }

  protected render() {
    const { checks } = this;
    const { tried, done } = getProgress().count(this.lesson);
    const shown = Math.min(done, checks); // a check that the lesson no longer has may still be remembered
    const state = shown === checks ? 'done' : tried + done > 0 ? 'started' : 'untouched';
    const label = sentence(state, { checks, done: shown });
    const drawing =
      state === 'done'
        ? svg`<circle class="whole" cx="8" cy="8" r="7" /><path class="tick" d="M4.8 8.3 7 10.5l4.2-4.8" />`
        : svg`<circle class="track" cx="8" cy="8" r="6" />${this.arc(state === 'started' ? Math.max(shown / checks, 0.04) : 0)}`;
    return html`<svg viewBox="0 0 16 16" role="img" aria-label=${label}>
      <title>${label}</title>
      ${drawing}
    </svg>`;
  }

  /** The done part of the ring, from the top clockwise. A lesson that was begun shows at least a dot. */
  private arc(part: number) {
    if (part === 0) return null;
    return svg`<circle class="part" cx="8" cy="8" r="6" pathLength="100" stroke-dasharray="${100 * part} 100"
      transform="rotate(-90 8 8)" />`;
  }
}

customElements.define('dh-progress-mark', ProgressMark);
