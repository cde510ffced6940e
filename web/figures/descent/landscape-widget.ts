/** What figures share that show a named landscape of the core, or a function of x and y that the reader typed. */
import { html } from 'lit';
import type { Doubt } from '../../core/calculus/types.ts';
import { getCatalog, getCore } from '../../core/core.ts';
import type { Catalog, Landscape } from '../../core/optimize/types.ts';
import { named } from '../../controls/choice.ts';
import { FieldError } from '../../fields/field-error.ts';
import { plan } from '../../widget/plan.ts';
import { Widget } from '../../widget/widget.ts';
import { OWN, landscapeFields } from './landscape-fields.ts';
import type { LandscapeState } from './landscape-fields.ts';
import { optimizerControls, optionsOf } from './optimizer.ts';
import '../../controls/choice.ts';

/** What is descended on. */
export interface Objective {
  catalog: Catalog;
  /** The named landscape; undefined for a function of the reader's own. */
  landscape: Landscape | undefined;
  expression: string;
}

async function objectiveOf({ landscape: id, f }: { landscape: string; f: string }): Promise<Objective> {
  const catalog = await getCatalog();
  const landscape = catalog.landscapes.find((entry) => entry.id === id);
  if (landscape || id === OWN) return { catalog, landscape, expression: landscape?.expression ?? f };
  const expected = named(catalog.landscapes)
    .map(({ label }) => label)
    .join(', ');
  throw new FieldError('landscape', { code: 'unknown-id', expected });
}

/** What is descended on, as an expression of the core, and what the optimizer is told besides the rate. */
export const landscapePlan = plan(landscapeFields)
  // A typed function is tried before a landscape is left for it.
  .derive('typed', ['f'], async ({ f }) => (await getCore('calculus')).expression(f, ['x', 'y']))
  .derive('objective', ['landscape', 'f'], objectiveOf, {
    keep: ({ landscape }, { landscape: id }) => landscape?.id === id,
  })
  .derive('expression', ['objective', 'typed'], async ({ objective: { landscape }, typed }) =>
    landscape ? (await getCore('calculus')).expression(landscape.expression, ['x', 'y']) : typed,
  )
  .derive('latex', ['expression'], ({ expression }) => expression.latex)
  .derive('doubts', ['expression'], ({ expression }) => expression.doubts)
  .derive('own', ['optimizer', 'options'], optionsOf);

export abstract class LandscapeWidget<
  State extends LandscapeState,
  Model extends { objective: Objective; latex: string; doubts: readonly Doubt[] },
> extends Widget<State, Model> {
  /** What goes back to its default with another function, such as the part of the plane that is shown. */
  protected get anew(): Partial<State> {
    return {};
  }

  /** A landscape comes with its own start and rate, and typing a function leaves the landscape. */
  protected async along(patch: Partial<State>): Promise<Partial<State>> {
    const { landscape, f } = this.state;
    if (patch.landscape !== undefined && patch.landscape !== landscape && patch.landscape !== OWN) {
      const known = (await getCatalog()).landscapes.find(({ id }) => id === patch.landscape);
      const own = known && { start: known.start, rate: known.learningRate };
      return { ...this.anew, ...own } as Partial<State>;
    }
    if (patch.f !== undefined && patch.landscape === undefined && (landscape !== OWN || patch.f !== f))
      return { ...this.anew, landscape: OWN } as Partial<State>;
    return {};
  }

  /** The choice of a landscape, and the function. */
  protected landscapeControls({ objective, latex, doubts }: Model, state: State, presets: readonly string[]) {
    const { catalog, expression } = objective;
    const options = [...named(catalog.landscapes), { id: OWN, label: this.sentences('landscape-own') }];
    const choose = ({ detail: { value } }: CustomEvent<{ value: string }>) =>
      void this.propose((value === OWN ? { landscape: OWN, f: expression } : { landscape: value }) as Partial<State>);
    return html`<dh-choice
        .label=${this.sentences('landscape')}
        .value=${state.landscape}
        .options=${options}
        @dh-input=${choose}
      ></dh-choice>
      ${this.control('f', { value: expression, latex, doubts, left: '\\f(\\x, \\y)', presets })}`;
  }

  /** The choice of an optimizer, and what it can be told. */
  protected optimizerControls({ objective }: Model, state: State) {
    return optimizerControls({
      label: this.sentences('optimizer'),
      optimizers: objective.catalog.optimizers,
      state,
      error: this.errorOf('options'),
      faulty: this.problems.options?.parameter,
      propose: (patch) => void this.propose(patch as Partial<State>),
    });
  }
}
