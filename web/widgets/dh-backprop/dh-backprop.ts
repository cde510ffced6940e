/** A calculation as a graph: forward for the values, backward for the gradients, node by node; checked, counted, and asked for in a quiz. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { controlsBelowStyles } from '../../controls/styles.ts';
import type { Table } from '../../controls/table.ts';
import { getCore } from '../../core/core.ts';
import type { ReportOf } from '../../fields/facts.ts';
import { numberSentence, problemFrom } from '../../fields/problem.ts';
import { leastWidth } from '../../figures/networks/graph-layout.ts';
import { format } from '../../language/strings.ts';
import type { Plot } from '../../plot/plot.ts';
import type { Stepper } from '../../widget/stepper.ts';
import { Widget } from '../../widget/widget.ts';
import { GraphPicture, graphStyles } from './drawing.ts';
import type { EdgeLook, GraphLook, NodeLook } from './drawing.ts';
import { ACTIVATIONS, fields } from './fields.ts';
import type { facts } from './fields.ts';
import { sameEdge } from './graph.ts';
import type { Edge } from './graph.ts';
import { model } from './model.ts';
import type { Model, State } from './model.ts';
import { checkPanel, memoryNow, memoryPanel, panelStyles, rulesPanel } from './panels.ts';
import type { Rule } from './panels.ts';
import type { Passes } from './passes.ts';
import { judge } from './quiz.ts';
import strings from './strings.json' with { type: 'json' };
import {
  describeEdge,
  describeNode,
  explainEdge,
  explainNode,
  labelOf,
  questionText,
  sentenceOf,
  written,
} from './words.ts';
import '../../controls/number.ts';

const PRESETS = [
  '(a + b) * d',
  'u*v + u',
  'x^2 + x^2*x',
  'x(xa) + x(xa) + x^2*a',
  '(relu(w*x + b) - t)^2',
  'e^(a*b) + a',
  'log(a/b)',
  'relu(x)',
  'max(a, b)*c',
];

/** Digits in the picture; sentences and what is clicked on tell more. */
const SHOWN = 3;

export class BackpropFigure extends Widget<State, Model> {
  static fields = fields;
  static strings = strings;
  static styles = [
    Widget.styles,
    controlsBelowStyles,
    graphStyles,
    panelStyles,
    css`
      :host {
        --control-columns: 2;
      }
      .leaves {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
        gap: var(--space-1) var(--space-3);
      }
      .leaves label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .leaves dh-number {
        flex: 1;
        min-width: 0;
      }
      .quiz {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-block-start: 1px solid var(--dh-grid);
      }
      .quiz p {
        margin: 0;
        min-height: 1.5em;
      }
      .quiz form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      .quiz input {
        width: 8rem;
      }
    `,
  ];

  protected readonly plan = model;
  #picture: GraphPicture | undefined;
  #rules: readonly Rule[] | undefined;
  /** What is wrong with a number typed for a leaf. */
  #unreadable = '';
  /** What is to be said of the last answer in the quiz, and whether the present question has been tried. */
  #verdict = '';
  #tried = false;

  constructor() {
    super();
    this.player.speed = 'slow';
  }

  /** Another calculation begins at its start, unless the reader has it open to the end; the quiz and the run count differently. */
  protected along(patch: Partial<State>): Partial<State> {
    if ('at' in patch || this.model === undefined) return {};
    const other = ['source', 'expression', 'hidden', 'activation'].some((key) => key in patch);
    const quizzed = this.state.quiz && (other || 'values' in patch);
    const anew = 'quiz' in patch || quizzed || (other && !this.player.atEnd);
    if (anew) this.#forget();
    return anew ? { at: 0 } : {};
  }

  protected stepperOf({ passes }: Model): Stepper {
    return passes;
  }

  positionChanged(): void {
    this.#tried = false;
    super.positionChanged();
  }

  #forget(): void {
    this.#verdict = '';
    this.#tried = false;
  }

  // ---- Figure --------------------------------------------------------------------------------------------------------------------

  protected figure({ graph, passes }: Model, state: State) {
    return html`<div class="scroll">
        <div class="graph" style=${styleMap({ 'min-width': `${leastWidth(graph.shape)}px` })}></div>
      </div>
      ${state.quiz ? this.#quiz(passes) : memoryPanel(passes, this.sentences)}`;
  }

  protected setUp(root: ShadowRoot): Plot[] {
    const labels = { nodes: this.sentences('nodes'), edges: this.sentences('edges') };
    this.#picture = new GraphPicture(root.querySelector('.graph')!, this.sentences('title'), labels);
    return [this.#picture.plot];
  }

  protected paint({ graph, passes }: Model): void {
    const { asked, phase, current } = passes;
    const isCurrent = (edge: Edge) =>
      passes.questions
        ? asked?.edge !== undefined && sameEdge(asked.edge, edge)
        : phase !== 'turn' && edge.to === current;
    const nodes = graph.drawn.map((index): NodeLook => {
      const node = graph.nodes[index];
      const arrived = passes.arrived(index);
      return {
        label: labelOf(graph, index),
        value: passes.computed(index) ? format(node.value, SHOWN) : '',
        gradient: arrived ? `${format(arrived.amount, SHOWN)}${arrived.whole ? '' : ' + …'}` : '',
        leaf: node.operands.length === 0,
        current: index === current,
        asked: asked?.node === index,
        description: describeNode(passes, index, this.sentences),
        explain: () => explainNode(passes, index, this.sentences),
      };
    });
    const edges = graph.edges.map((edge): EdgeLook => {
      const passed = passes.passed(edge);
      return {
        slope: passes.sloped(edge) ? `×${format(graph.nodes[edge.to].slopes[edge.slot], SHOWN)}` : '',
        passed: passed === undefined ? '' : format(passed, SHOWN),
        current: isCurrent(edge),
        asked: asked?.edge !== undefined && sameEdge(asked.edge, edge),
        description: describeEdge(passes, edge, this.sentences),
        explain: () => explainEdge(passes, edge, this.sentences),
      };
    });
    const look: GraphLook = {
      shape: graph.shape,
      nodes,
      edges,
      backward: phase === 'back',
      arrival: this.player.arrival,
    };
    this.#picture!.show(look);
  }

  // ---- Quiz ----------------------------------------------------------------------------------------------------------------------

  #quiz(passes: Passes): TemplateResult {
    const { asked, questions } = passes;
    const done = html`<button type="button" class="primary" @click=${() => this.#again()}>
      ${this.sentences('quiz-again')}
    </button>`;
    const form = html`<form @submit=${(event: Event) => this.#answer(event, passes)}>
      <input
        type="text"
        autocomplete="off"
        spellcheck="false"
        inputmode="text"
        aria-label=${questionText(passes, this.sentences)}
      />
      <button type="submit" class="primary">${this.sentences('quiz-check')}</button>
      <button type="button" @click=${() => this.#reveal()}>${this.sentences('quiz-show')}</button>
    </form>`;
    return html`<div class="quiz" data-part="quiz">
      <p>${asked ? questionText(passes, this.sentences) : ''}</p>
      ${asked ? form : questions!.length ? done : nothing}
      <p role="status">${this.#verdict}</p>
    </div>`;
  }

  async #answer(event: Event, passes: Passes): Promise<void> {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('.quiz input')!;
    const { asked, position } = passes;
    if (!asked) return;
    try {
      const answer = await (await getCore('calculus')).number(input.value);
      if (this.model?.passes !== passes || passes.position !== position) return;
      const verdict = judge(passes.graph, asked, answer);
      this.#verdict = this.sentences(`quiz-${verdict}`, { answer: format(asked.answer) });
      if (verdict === 'right') {
        if (!this.#tried) passes.right.add(position);
        input.value = '';
        await this.step();
      } else this.#tried = true;
    } catch (error) {
      this.#verdict = numberSentence(problemFrom(error), input.value, this.sentences('quiz-answer'));
    }
    this.requestUpdate();
  }

  #reveal(): void {
    const { asked } = this.model!.passes;
    if (asked) this.#verdict = this.sentences('quiz-shown', { answer: format(asked.answer) });
    this.renderRoot.querySelector<HTMLInputElement>('.quiz input')!.value = '';
    void this.step();
  }

  #again(): void {
    this.model!.passes.right.clear();
    this.#forget();
    void this.rewind();
  }

  // ---- Controls and words --------------------------------------------------------------------------------------------------------

  protected controls({ understood, leaves }: Model, { source }: State) {
    const sources = fields.source.options.map((id) => this.sentences(`source-${id}`));
    return html`${this.control('source', { labels: sources })} ${this.control('quiz')}
      ${
        source === 'network'
          ? html`${this.control('hidden')}
            ${this.control('activation', { labels: ACTIVATIONS.map((id) => this.sentences(`activation-${id}`)) })}`
          : this.control('expression', { ...understood, left: '\\f', presets: PRESETS })
      }
      <div class="wide" data-part="values" role="group" aria-label=${this.sentences('values')}>
        <div>${this.sentences('values')}</div>
        <div class="leaves">
          ${leaves.map(
            ({ name, value }) =>
              html`<label
                ><i>${written(name)}</i>
                <dh-number
                  .label=${this.sentences('value-of', { name: written(name) })}
                  .value=${value}
                  @dh-input=${(event: CustomEvent<{ value: number }>) => this.#edit(name, event.detail.value)}
                  @dh-unreadable=${(event: CustomEvent<string>) => this.#complain(event.detail)}
                ></dh-number
              ></label>`,
          )}
        </div>
        ${this.#unreadable ? html`<div class="error" role="alert">${this.#unreadable}</div>` : nothing}
      </div>`;
  }

  #edit(name: string, value: number): void {
    void this.propose({ values: { ...this.state.values, [name]: value } });
  }

  #complain(sentence: string): void {
    this.#unreadable = sentence;
    this.requestUpdate();
  }

  protected details({ passes, check, graph }: Model) {
    const used = new Set(graph.calculations.map((index) => graph.nodes[index].op));
    return html`${checkPanel(passes, check, this.sentences)}
    ${rulesPanel(this.#rules, used, this.sentences, (event) => void this.#openRules(event))}`;
  }

  async #openRules(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.#rules) return;
    const core = await getCore('tape');
    const ops = await core.operations();
    this.#rules = await Promise.all(ops.map(async (op) => ({ op, ...(await core.localRules(op)) })));
    this.requestUpdate();
  }

  protected sentence({ passes }: Model): string {
    return sentenceOf(passes, this.sentences);
  }

  /** Node by node, as far as the run has come. */
  protected table({ graph, passes }: Model): Table {
    const { drawn, nodes } = graph;
    const slopes = (index: number) =>
      graph.edges
        .filter((edge) => edge.to === index && passes.sloped(edge))
        .map(({ slot }) => nodes[index].slopes[slot])
        .join(' ');
    return {
      columns: [
        { label: this.sentences('column-node'), value: (row) => nodes[drawn[row]].text },
        { label: this.sentences('column-operation'), value: (row) => nodes[drawn[row]].op },
        {
          label: this.sentences('column-value'),
          value: (row) => (passes.computed(drawn[row]) ? nodes[drawn[row]].value : undefined),
        },
        { label: this.sentences('column-slopes'), value: (row) => slopes(drawn[row]) },
        {
          label: this.sentences('column-gradient'),
          colour: 'gradient',
          value: (row) => passes.arrived(drawn[row])?.amount,
        },
        { label: this.sentences('column-bytes'), value: (row) => nodes[drawn[row]].bytes },
      ],
      count: drawn.length,
    };
  }

  protected facts({ graph, passes }: Model): ReportOf<typeof facts> {
    const { nodes, names, root, calculations } = graph;
    const { mostTraining, mostAnswer } = memoryNow(passes);
    const gradients = names.map((name, index) => {
      const arrived = passes.arrived(index);
      return [name, arrived?.whole ? arrived.amount : null] as const;
    });
    return {
      done: passes.atEnd,
      value: Number.isFinite(nodes[root].value) ? nodes[root].value : null,
      gradients: Object.fromEntries(gradients),
      calculations: calculations.length,
      kept: mostTraining,
      needed: mostAnswer,
      kink: calculations.some((index) => nodes[index].kink),
      questions: passes.questions?.length ?? 0,
      right: passes.right.size,
    };
  }
}
customElements.define('dh-backprop', BackpropFigure);
