/** Activations: the curve and its slope, what a small network becomes with it, and what a chain of layers leaves of a slope. */
import { css, html } from 'lit';
import { named } from '../../controls/choice.ts';
import { Handle } from '../../controls/handle.ts';
import { explained } from '../../controls/explain.ts';
import { sideBySideStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import { nameParts } from '../../plot/parts.ts';
import { Picture } from '../../plot/picture.ts';
import type { Plot } from '../../plot/plot.ts';
import { Widget } from '../../widget/widget.ts';
import { activationDrawings, chainDrawings, nameOf, networkDrawings } from './drawing.ts';
import { SHOWN, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { bendOf, model } from './model.ts';
import type { Model, State } from './model.ts';
import strings from './strings.json' with { type: 'json' };

/** Products of slopes from here to there are shown; smaller and larger ones are pointed to. */
const PRODUCTS = [1e-12, 1e6] as const;
/** What is called fading or exploding. */
const FADED = 0.01;
const EXPLODED = 100;

export class ActivationsFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    sideBySideStyles,
    css`
      :host {
        --control-columns: 3;
      }
      .product {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        padding: 0 var(--space-3) var(--space-2);
      }
    `,
  ];

  protected readonly plan = model;
  #activation: Picture | undefined;
  #network: Picture | undefined;
  #chain: Picture | undefined;
  #handle: Handle | undefined;

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure(now: Model, state: State) {
    const product = now.chain.at(-1)!;
    return html`<div class="activation"></div>
      <div class="side-by-side">
        <div class="network" data-part="network"></div>
        <div>
          <div class="chain"></div>
          <div class="product">
            <button type="button" ${explained(() => this.#explainProduct(now, state))}>
              ${this.sentences('product', { layers: state.layers, product: format(product) })}
            </button>
          </div>
        </div>
      </div>`;
  }

  #explainProduct(now: Model, { x, weight, layers, activation }: State) {
    const { point, chain } = now;
    const product = chain.at(-1)!;
    const number = (value: number) => numberLatex(value, 4);
    return {
      title: this.sentences('explain-product', { name: nameOf(now, activation), z: format(x) }),
      latex: alignedLatex(
        `(w \\, \\grad{\\sigma'(z)})^L`,
        `= (${number(weight)} \\cdot \\grad{${factorLatex(point.slope, 4)}})^{${layers}}`,
        `${equalsLatex(product, 4)} ${number(product)}`,
      ),
    };
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const place = (name: string) => root.querySelector(`.${name}`)!;
    this.#activation = new Picture(place('activation'), {
      title: this.sentences('title'),
      interactive: true,
      x: { domain: SHOWN, label: 'z' },
      aspect: (width) => (width < 420 ? 1.15 : 2.1),
    });
    this.#network = new Picture(place('network'), {
      title: this.sentences('network-title'),
      x: { domain: [-4, 4], label: 'x' },
      y: { label: this.sentences('output') },
      aspect: 1.25,
    });
    this.#chain = new Picture(place('chain'), {
      title: this.sentences('chain-title'),
      x: { label: this.sentences('layers-passed') },
      y: { domain: PRODUCTS, scale: 'log', label: this.sentences('chain-axis') },
      aspect: 1.4,
    });
    this.#handle = new Handle(this.#activation.plot, {
      label: this.sentences('x'),
      axes: 'x',
      ink: 'x',
      constrain: (x) => [Math.min(Math.max(x, SHOWN[0]), SHOWN[1]), this.model?.point.value ?? 0],
      describe: (x) => `z = ${format(x)}`,
      change: (x) => void this.propose({ x }),
    });
    nameParts({ point: this.#handle });
    return [this.#activation, this.#network, this.#chain].map(({ plot }) => plot);
  }

  protected paint(now: Model, state: State): void {
    this.#activation!.show(activationDrawings(now, state, this.sentences));
    this.#network!.show(networkDrawings(now, this.sentences));
    this.#chain!.show(chainDrawings(now));
    this.#handle!.moveTo(state.x, now.point.value);
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls({ entries }: Model) {
    const options = named(entries);
    const none = { id: 'none', label: this.sentences('compare-none') };
    return html`${this.control('activation', { options })} ${this.control('compare', { options: [none, ...options] })}
    ${this.control('x')}
    ${this.control('layers')}${this.control('weight')}`;
  }

  protected sentence(now: Model, { x, layers, activation }: State): string {
    const { value, slope, saturated, kink, product } = this.facts(now, this.state);
    const name = nameOf(now, activation);
    const here = this.sentences(kink ? 'at-kink' : 'here', { name, z: format(x), value: format(value as number), slope: format(slope as number) }); // prettier-ignore
    const learns = saturated ? this.sentences('saturated') : '';
    const size = Math.abs(product as number);
    const fate = size === 0 ? 'gone' : size < FADED ? 'faded' : size > EXPLODED ? 'exploded' : 'kept';
    const chain = this.sentences(fate, { layers, product: format(product as number) });
    return [here, learns, chain].filter(Boolean).join(' ');
  }

  protected table(now: Model, { activation, compare }: State): Table {
    const { curves, other } = now;
    const name = nameOf(now, activation);
    const columns: Table['columns'] = [
      { label: 'z', value: (row) => curves.z[row] },
      { label: name, value: (row) => curves.values[row] },
      { label: this.sentences('slope-of', { name }), colour: 'gradient', value: (row) => curves.slopes[row] },
    ];
    if (!other) return { columns, count: curves.z.length };
    const second = nameOf(now, compare);
    return {
      columns: [
        ...columns,
        { label: second, value: (row) => other.values[row] },
        { label: this.sentences('slope-of', { name: second }), value: (row) => other.slopes[row] },
      ],
      count: curves.z.length,
    };
  }

  protected facts({ entries, curves, point, chain, network }: Model, { activation, x }: State): ReportOf<typeof facts> {
    return {
      value: point.value,
      slope: point.slope,
      saturated: Math.abs(point.slope) < curves.threshold,
      kink: entries.some(({ id, kinks }) => id === activation && kinks.includes(x)),
      product: chain.at(-1)!,
      bend: bendOf(network),
    };
  }
}

customElements.define('dh-activations', ActivationsFigure);
