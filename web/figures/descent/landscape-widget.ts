/** What figures share that show a named landscape of the core, or a function of x and y that the reader typed. */
import { html, nothing } from 'lit';
import { getCatalog, getCore } from '../../core/core.ts';
import { CoreError } from '../../core/error.ts';
import type { Catalog, Landscape, RemoteExpression } from '../../core/types.ts';
import { named } from '../../controls/choice.ts';
import { Widget } from '../../widget/widget.ts';
import '../../controls/choice.ts';

/** The choice that stands for a function the reader typed. */
const OWN = 'own';

/** The part of the state that says what is descended on, and how. */
export const landscapeFields = {
  landscape: { kind: 'text', default: 'bowl' },
  f: { kind: 'text', default: 'x^2 + 2y^2', symbol: 'f', colour: 'f' },
  optimizer: { kind: 'choice', default: 'gradient-descent' },
  momentum: { kind: 'number', default: 0.9, minimum: 0, maximum: 0.999 },
} as const;

export interface LandscapeState {
  landscape: string;
  f: string;
  optimizer: string;
  momentum: number;
  start: readonly number[];
  rate: number;
}

/** The ground a figure stands on. */
export interface Ground {
  catalog: Catalog;
  /** The named landscape; undefined for a function of the reader's own. */
  landscape: Landscape | undefined;
  expression: string;
  f: RemoteExpression;
  latex: string;
}

export abstract class LandscapeWidget<State extends LandscapeState, Model extends { ground: Ground }> extends Widget<
  State,
  Model
> {
  /** The last choice of a landscape, while the core is still asked what it comes with. */
  #arriving: Promise<unknown> = Promise.resolve();

  /** What goes back to its default with another function, such as the part of the plane that is shown. */
  protected get anew(): Partial<State> {
    return {};
  }

  /** A landscape comes with its own start and rate, and typing a function leaves the landscape, unless more is said. */
  propose(patch: Partial<State>): Promise<boolean> {
    const { landscape, f } = this.state;
    if (patch.landscape !== undefined && patch.landscape !== landscape && patch.landscape !== OWN) {
      const arrival = this.#arrive(patch.landscape, patch);
      this.#arriving = arrival;
      return arrival;
    }
    if (patch.f !== undefined && patch.landscape === undefined && (landscape !== OWN || patch.f !== f)) {
      const leave = { ...this.anew, landscape: OWN } as Partial<State>;
      return super.propose(patch).then((accepted) => accepted && super.propose(leave));
    }
    return super.propose(patch);
  }

  async #arrive(landscape: string, patch: Partial<State>): Promise<boolean> {
    const known = (await getCatalog()).landscapes.find(({ id }) => id === landscape);
    const own = known && { start: known.start, rate: known.learningRate };
    return super.propose({ ...this.anew, ...own, ...patch });
  }

  get ready(): Promise<void> {
    return this.#arriving.then(() => super.ready);
  }

  protected async groundOf(state: State, current: { state: State; model: Model } | undefined): Promise<Ground> {
    if (current && current.state.landscape === state.landscape && current.state.f === state.f)
      return current.model.ground;
    const core = await getCore();
    const catalog = await getCatalog();
    const landscape = catalog.landscapes.find(({ id }) => id === state.landscape);
    if (!landscape && state.landscape !== OWN) {
      const expected = named(catalog.landscapes)
        .map(({ label }) => label)
        .join(', ');
      throw new CoreError({ code: 'unknown-id', parameter: 'landscape', expected });
    }
    const parse = (text: string) => this.blame('f', core.expression(text, ['x', 'y']));
    // A typed function is tried before the landscape is left for it.
    if (state.f !== current?.state.f) void (await parse(state.f)).free();
    const expression = landscape?.expression ?? state.f;
    const f = await parse(expression);
    return { catalog, landscape, expression, f, latex: await f.latex };
  }

  /** The options of the chosen optimizer: the learning rate, and its own as far as the figure has controls for them. */
  protected optimizerOptions({ catalog }: Ground, state: State): Record<string, number> {
    const options = catalog.optimizers.find(({ id }) => id === state.optimizer)?.options ?? [];
    const own: Record<string, number> = options.some(({ id }) => id === 'momentum') ? { momentum: state.momentum } : {};
    return { 'learning-rate': state.rate, ...own };
  }

  /** The choice of a landscape, and the function. */
  protected groundControls({ catalog, expression, latex }: Ground, state: State, presets: readonly string[]) {
    const options = [...named(catalog.landscapes), { id: OWN, label: this.sentences('landscape-own') }];
    const choose = ({ detail: { value } }: CustomEvent<{ value: string }>) =>
      void this.propose((value === OWN ? { landscape: OWN, f: expression } : { landscape: value }) as Partial<State>);
    return html`<dh-choice
        .label=${this.sentences('landscape')}
        .value=${state.landscape}
        .options=${options}
        @dh-input=${choose}
      ></dh-choice>
      ${this.control('f', { value: expression, latex, left: '\\f(\\x, \\y)', presets })}`;
  }

  /** The choice of an optimizer, and what it can be told. */
  protected optimizerControls(ground: Ground, state: State) {
    return html`${this.control('optimizer', { options: named(ground.catalog.optimizers) })}
    ${'momentum' in this.optimizerOptions(ground, state) ? this.control('momentum') : nothing}`;
  }
}
