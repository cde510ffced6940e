/** The list of known settings, and why those that are set go as they do. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say } from '../../language/strings.ts';
import type { State } from './model.ts';
import { PRESETS, presetOf } from './presets.ts';
import '../../controls/choice.ts';

export function presetChoice(say: Say, state: State, propose: (patch: Partial<State>) => void): TemplateResult {
  const chosen = presetOf(state);
  const options = [
    ...(chosen ? [] : [{ id: '', label: say('preset-none') }]),
    ...Object.keys(PRESETS).map((id) => ({ id, label: say(`preset-${id}`) })),
  ];
  return html`<div data-part="presets">
    <dh-choice
      .label=${say('presets')}
      .value=${chosen ?? ''}
      .options=${options}
      @dh-input=${({ detail }: CustomEvent<{ value: string }>) => propose({ ...PRESETS[detail.value], at: 0 })}
    ></dh-choice>
    ${chosen ? html`<p class="hint">${say(`preset-${chosen}-why`)}</p>` : nothing}
  </div>`;
}
