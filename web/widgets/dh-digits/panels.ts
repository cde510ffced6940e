/** The controls in three groups: the picture, the network, how it learns. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { named } from '../../controls/choice.ts';
import { group } from '../../controls/group.ts';
import type { ControlOptions } from '../../controls/controls.ts';
import { optimizerControls } from '../../figures/descent/optimizer.ts';
import type { OptimizerEntry } from '../../core/optimize/types.ts';
import type { Say } from '../../language/strings.ts';
import type { Model, State } from './model.ts';

export function panels(desk: {
  model: Model;
  state: State;
  say: Say;
  control(key: keyof State & string, options?: ControlOptions): TemplateResult;
  errorOf(...keys: (keyof State & string)[]): string;
  /** The option that is wrong in a field of options. */
  faulty(key: string): string | undefined;
  propose(patch: Partial<State>): void;
}) {
  const { model, state, say, control, errorOf, faulty, propose } = desk;
  const { catalog } = model;
  const alert = (sentence: string) => (sentence ? html`<div class="error" role="alert">${sentence}</div>` : nothing);
  return html`${group(
    say('picture-group'),
    html`${control('pen')} ${control('centre')} ${control('image', { hint: say('image-hint') })}
    ${control('shift', { hint: say('shift-hint') })} ${control('test')}`,
  )}
  ${group(
    say('network-group'),
    html`${control('layers', { suggestion: 64 })}
      <div>${control('activation', { options: named(catalog.activations) })}${alert(errorOf('activation'))}</div>
      ${control('dropout')} ${control('l2')}`,
  )}
  ${group(
    say('learning-group'),
    html`${control('epochs')} ${control('rate')} ${control('batch')}
    ${optimizerControls({
      label: say('optimizer'),
      optimizers: catalog.optimizers as readonly OptimizerEntry[],
      state,
      error: errorOf('options'),
      faulty: faulty('options'),
      propose,
    })}`,
  )}`;
}
