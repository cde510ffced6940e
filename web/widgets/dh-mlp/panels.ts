/** The controls in three groups: data, network, learning. A lesson may leave some out. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { named } from '../../controls/choice.ts';
import type { ControlOptions } from '../../controls/controls.ts';
import { language } from '../../language/language.ts';
import type { Say } from '../../language/strings.ts';
import { group } from '../../controls/group.ts';
import { catalogControls, optimizerControls } from '../../figures/descent/optimizer.ts';
import { featureChoice, layerTable } from './controls.ts';
import { lossOf, lossOptions } from './losses.ts';
import { DATA, isRegression } from './fields.ts';
import { idsIn } from './problem.ts';
import { presetChoice } from './preset-choice.ts';
import type { Model, State } from './model.ts';

interface Desk {
  model: Model;
  state: State;
  say: Say;
  control(key: keyof State & string, options?: ControlOptions): TemplateResult;
  errorOf(...keys: (keyof State & string)[]): string;
  /** The option that is wrong in a field of options. */
  faulty(key: string): string | undefined;
  propose(patch: Partial<State>): void;
  /** The controls for own points. */
  ownPoints(): unknown;
  unreadable: string;
  complain(sentence: string): void;
}

type Entry = readonly [name: string, content: () => unknown];

export function panels(desk: Desk): TemplateResult {
  const left = new Set(idsIn(desk.state.without));
  const groupOf = (name: string, entries: readonly (Entry | false)[]) => {
    const shown = entries.filter((entry) => entry !== false).filter(([key]) => !left.has(key));
    if (left.has(name) || shown.length === 0) return nothing;
    return group(
      desk.say(name),
      shown.map(([, content]) => content()),
    );
  };
  return html`${groupOf('data-group', dataEntries(desk))} ${groupOf('network-group', networkEntries(desk))}
  ${groupOf('learning-group', learningEntries(desk))}`;
}

const dataEntries = (desk: Desk): (Entry | false)[] => {
  const { model, state, say, control, errorOf, propose } = desk;
  const generated = state.data !== 'own';
  const labels = DATA.map((id) => {
    const entry = model.catalog.datasets.find((dataset) => dataset.id === id);
    return entry ? entry.name[language()] : say(`data-${id}`);
  });
  return [
    ['presets', () => presetChoice(say, state, propose)],
    ['data', () => html`<div>${control('data', { labels })}${alert(errorOf('data', 'points'))}</div>`],
    state.data === 'rule' && ['rule', () => control('rule', { left: '0 <' })],
    (state.data === 'spiral' || state.data === 'clusters') && ['classes', () => control('classes')],
    generated && ['size', () => control('size')],
    generated && ['noise', () => control('noise')],
    !generated && ['points', () => desk.ownPoints()],
    ['test', () => control('test')],
    generated && [
      'dataSeed',
      () =>
        html`<div class="row" data-part="dataSeed">
          <button type="button" @click=${() => propose({ dataSeed: crypto.getRandomValues(new Uint32Array(1))[0] })}>
            ${say('new-data')}
          </button>
        </div>`,
    ],
    ['showTest', () => control('showTest')],
    !isRegression(state.data) && ['discrete', () => control('discrete')],
    ['probe', () => control('probe')],
  ];
};

const networkEntries = (desk: Desk): (Entry | false)[] => {
  const { model, state, say, errorOf, propose } = desk;
  const { catalog } = model;
  const classes = model.samples.classes;
  const choice = (
    key: 'activation' | 'output' | 'loss' | 'initialisation',
    options: ControlOptions['options'],
  ): Entry => [key, () => html`<div>${desk.control(key, { options })}${alert(errorOf(key))}</div>`];
  const usual = { id: 'usual', label: say('usual-initialisation') };
  return [
    ['features', () => featureChoice(say, state, errorOf('features'), propose)],
    [
      'layers',
      () =>
        layerTable({
          say,
          state,
          catalog,
          error: desk.unreadable || errorOf('layers', 'dropout'),
          unreadable: desk.complain,
          propose: (patch) => {
            desk.complain('');
            propose(patch);
          },
        }),
    ],
    choice('activation', [
      ...(state.activation.includes(',') ? [{ id: state.activation, label: say('mixed') }] : []),
      ...named(catalog.activations),
    ]),
    choice('loss', lossOptions(say, catalog, classes)),
    !lossOf(catalog, state.loss, classes)?.takesLogits && choice('output', named(catalog.activations)),
    choice('initialisation', [usual, ...named(catalog.initialisations)]),
  ];
};

const learningEntries = ({ model, state, say, control, errorOf, faulty, propose }: Desk): (Entry | false)[] => {
  const { catalog } = model;
  return [
    ['by', () => control('by', { labels: [say('by-epoch'), say('by-update')] })],
    ['rate', () => control('rate')],
    ['batch', () => control('batch', { hint: say('batch-hint') })],
    [
      'optimizer',
      () =>
        optimizerControls({
          label: say('optimizer'),
          optimizers: catalog.optimizers,
          state,
          error: errorOf('options'),
          faulty: faulty('options'),
          propose,
        }),
    ],
    [
      'schedule',
      () =>
        catalogControls({
          part: 'schedule',
          label: say('schedule'),
          entries: catalog.schedules,
          chosen: state.schedule,
          options: state.scheduleOptions,
          error: errorOf('scheduleOptions'),
          faulty: faulty('scheduleOptions'),
          choose: (schedule) => propose({ schedule }),
          set: (scheduleOptions) => propose({ scheduleOptions }),
        }),
    ],
    ['l1', () => control('l1')],
    ['l2', () => control('l2')],
    ['logLoss', () => control('logLoss')],
    [
      'stopping',
      () =>
        html`<details data-part="stopping">
          <summary>${say('stopping')}</summary>
          <div>${control('epochs', { hint: say('zero-never') })} ${control('goal')} ${control('patience')}</div>
        </details>`,
    ],
  ];
};

const alert = (sentence: string) => (sentence ? html`<div class="error" role="alert">${sentence}</div>` : nothing);
