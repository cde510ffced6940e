/** The controls of figures whose data the reader can choose and change. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatInteger } from '../../plot/format.ts';
import type { Option } from '../../controls/choice.ts';
import { MOST_POINTS } from './data-fields.ts';
import { sayOfData } from './data-set.ts';
import type { DataSet, PointTable } from './data-set.ts';
import '../../controls/choice.ts';
import '../../controls/toggle.ts';

export const dataControlStyles = css`
  .credit,
  .hint {
    margin: 0 0 var(--space-2);
    color: var(--dh-ink-soft);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 var(--space-2);
    align-items: center;
  }
  .numbers {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--space-3);
    margin: 0 0 var(--space-3);
  }
  .numbers dt {
    color: var(--dh-ink-soft);
  }
  .numbers dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** The list of all data sets. */
export function dataChoice(of: {
  label: string;
  value: string;
  options: readonly Option[];
  /** What is wrong with the choice or with the points, as a sentence. */
  error: string;
  choose(data: string): void;
}): TemplateResult {
  return html`<div>
    <dh-choice
      .label=${of.label}
      .value=${of.value}
      .options=${of.options}
      @dh-input=${(event: CustomEvent<{ value: string }>) => of.choose(event.detail.value)}
    ></dh-choice>
    ${of.error ? html`<div class="error" role="alert">${of.error}</div>` : nothing}
  </div>`;
}

/** The buttons that add points and make a click delete them; of large data, why there are none. */
export function pointTools(of: {
  data: DataSet;
  removing: boolean;
  add(): void;
  setRemoving(removing: boolean): void;
}): TemplateResult {
  const count = of.data.x.length;
  if (count > MOST_POINTS)
    return html`<p class="hint">${sayOfData('points-many', { count: formatInteger(count), most: MOST_POINTS })}</p>`;
  return html`<div class="pair">
    <button type="button" ?disabled=${count === MOST_POINTS} @click=${() => of.add()}>${sayOfData('add-point')}</button>
    <dh-toggle
      .label=${sayOfData('remove-mode')}
      .value=${of.removing}
      @dh-input=${(event: CustomEvent<{ value: boolean }>) => of.setRemoving(event.detail.value)}
    ></dh-toggle>
  </div>`;
}

/** The editor is large, and its panel closed until somebody opens it: its code comes when the panel is first shown. */
function loadEditor(): void {
  // Details are shown anew with each step.
  if (customElements.get('dh-data-editor')) return;
  import('./data-editor.ts').catch((error: unknown) => console.error('The editor could not be loaded.', error));
}

/** Where the data come from, how points are changed, and the panel for the reader's own data. */
export function dataDetails(of: {
  data: DataSet;
  /** What saved files are named after. */
  name: string;
  /** Whether the figure shows the points, to be changed by hand. */
  byHand: boolean;
  take(points: PointTable): void;
}): TemplateResult {
  const { data } = of;
  loadEditor();
  return html`${data.credit ? html`<p class="credit">${data.credit}</p>` : nothing}
    ${of.byHand && data.x.length <= MOST_POINTS ? html`<p class="hint">${sayOfData('points-hint')}</p>` : nothing}
    <details>
      <summary>${sayOfData('editor')}</summary>
      <div>
        <dh-data-editor
          .data=${data}
          .name=${of.name}
          @dh-data=${(event: CustomEvent<PointTable>) => of.take(event.detail)}
        ></dh-data-editor>
      </div>
    </details>`;
}

/** Numbers with their names, one a line. */
export function numberList(entries: readonly (readonly [name: string, value: string])[]): TemplateResult {
  return html`<dl class="numbers">
    ${entries.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
