/** Controls that only a network has: what it sees, and its layers one by one. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { named } from '../../controls/choice.ts';
import type { NeuralCatalog } from '../../core/neural/types.ts';
import type { Say } from '../../language/strings.ts';
import { FEATURES, MOST_LAYERS, MOST_UNITS } from './fields.ts';
import { activationsOf, idsIn } from './problem.ts';
import type { State } from './model.ts';
import { FEATURE_NAMES } from './names.ts';
import '../../controls/number.ts';
import '../../controls/toggle.ts';

export const controlStyles = css`
  .hint {
    margin: var(--space-1) 0;
    color: var(--dh-ink-soft);
  }
  fieldset {
    border: none;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
  }
  .features {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
  }
  .layers {
    border-collapse: collapse;
    width: 100%;
  }
  .layers caption {
    text-align: start;
  }
  .layers :is(th, td) {
    padding: 0 var(--space-1) var(--space-1) 0;
    text-align: start;
    font-weight: 400;
  }
  .layers th[scope='col'] {
    color: var(--dh-ink-soft);
  }
  .layers dh-number {
    width: 3.2rem;
  }
  .layers select {
    width: 100%;
    min-width: 4.5rem;
  }
  .units {
    display: flex;
    gap: 2px;
  }
  .units button {
    min-width: 1.75rem;
    padding: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
`;

type Propose = (patch: Partial<State>) => void;

/** What of x₁, x₂ the network sees. */
export function featureChoice(say: Say, { features }: State, error: string, propose: Propose): TemplateResult {
  const chosen = new Set(idsIn(features));
  const change = (id: string, on: boolean) => {
    const next = FEATURES.filter((feature) => (feature === id ? on : chosen.has(feature)));
    if (next.length > 0) propose({ features: next.join(',') });
  };
  return html`<fieldset data-part="features">
    <legend>${say('features')}</legend>
    <div class="features">
      ${FEATURES.map(
        (id) =>
          html`<dh-toggle
            .label=${FEATURE_NAMES[id]}
            .value=${chosen.has(id)}
            @dh-input=${(event: CustomEvent<{ value: boolean }>) => {
              change(id, event.detail.value);
              // The last one stays on.
              (event.target as HTMLElement & { requestUpdate(): void }).requestUpdate();
            }}
          ></dh-toggle>`,
      )}
    </div>
    ${error ? html`<div class="error" role="alert">${error}</div>` : nothing}
  </fieldset>`;
}

/** Units, activation and dropout of each hidden layer, and buttons that add and take away. */
export function layerTable(of: {
  say: Say;
  state: State;
  catalog: Pick<NeuralCatalog, 'activations'>;
  error: string;
  unreadable(sentence: string): void;
  propose: Propose;
}): TemplateResult {
  const { say, state, propose } = of;
  const { layers, dropout } = state;
  const activations = activationsOf(state.activation, layers.length);
  const options = named(of.catalog.activations);
  const units = (layer: number, count: number) => propose({ layers: layers.with(layer, count) });
  const activation = (layer: number, id: string) => {
    const next = activations.with(layer, id);
    propose({ activation: next.every((other) => other === id) ? id : next.join(',') });
  };
  const share = (layer: number, percent: number) =>
    propose({ dropout: layers.map((_, index) => (index === layer ? percent / 100 : (dropout[index] ?? 0))) });
  const row = (layer: number) =>
    html`<tr>
      <th scope="row">${layer + 1}</th>
      <td>
        <span class="units">
          <button
            type="button"
            aria-label=${say('fewer-units', { layer: layer + 1 })}
            ?disabled=${layers[layer] === 1}
            @click=${() => units(layer, layers[layer] - 1)}
          >
            −
          </button>
          <dh-number
            .label=${say('units-of', { layer: layer + 1 })}
            .value=${layers[layer]}
            .invalid=${Boolean(of.error)}
            @dh-unreadable=${({ detail }: CustomEvent<string>) => of.unreadable(detail)}
            @dh-input=${({ detail }: CustomEvent<{ value: number }>) => units(layer, detail.value)}
          ></dh-number>
          <button
            type="button"
            aria-label=${say('more-units', { layer: layer + 1 })}
            ?disabled=${layers[layer] === MOST_UNITS}
            @click=${() => units(layer, layers[layer] + 1)}
          >
            +
          </button>
        </span>
      </td>
      <td>
        <select
          aria-label=${say('activation-of', { layer: layer + 1 })}
          @change=${(event: Event) => activation(layer, (event.target as HTMLSelectElement).value)}
        >
          ${options.map(({ id, label }) => html`<option value=${id} .selected=${id === activations[layer]}>${label}</option>`)}
        </select>
      </td>
      <td>
        <dh-number
          .label=${say('dropout-of', { layer: layer + 1 })}
          .value=${100 * (dropout[layer] ?? 0)}
          .invalid=${Boolean(of.error)}
          @dh-unreadable=${({ detail }: CustomEvent<string>) => of.unreadable(detail)}
          @dh-input=${({ detail }: CustomEvent<{ value: number }>) => share(layer, detail.value)}
        ></dh-number>
      </td>
    </tr>`;
  return html`<div data-part="layers">
    <table class="layers">
      <caption>
        ${say('layers')}
      </caption>
      ${
        layers.length
          ? html`<thead>
              <tr>
                <td></td>
                ${['units', 'activation', 'dropout'].map((key) => html`<th scope="col">${say(key)}</th>`)}
              </tr>
            </thead>`
          : nothing
      }
      <tbody>
        ${layers.map((_, layer) => row(layer))}
      </tbody>
    </table>
    <div class="row">
      <button
        type="button"
        ?disabled=${layers.length === MOST_LAYERS}
        @click=${() => propose({ layers: [...layers, layers.at(-1) ?? 4] })}
      >
        ${say('add-layer')}
      </button>
      <button
        type="button"
        ?disabled=${layers.length === 0}
        @click=${() => propose({ layers: layers.slice(0, -1), dropout: dropout.slice(0, layers.length - 1) })}
      >
        ${say('remove-layer')}
      </button>
    </div>
    ${of.error ? html`<div class="error" role="alert">${of.error}</div>` : nothing}
  </div>`;
}
